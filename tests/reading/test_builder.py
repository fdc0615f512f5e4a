"""Lines from pieces: clean characters, and words made whole."""

from __future__ import annotations

import pytest

from careercli.reading.builder import document_of
from careercli.reading.characters import plain
from careercli.reading.pieces import Piece


def texts(*lines: str) -> list[str]:
    """Return the lines that these become."""
    return [line.text for line in document_of("", "", [Piece(line) for line in lines]).lines]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\ufb01rst o\ufb03ce \ufb02ow", "first office flow"),
        ("pro\uf001t \uf002oor", "profit floor"),
        ("\uf001 \uf0e0 dana@example.org", "    dana@example.org"),
        ("\uf0b7 Led", "\u2022 Led"),
        ("a\u00a0b\u202fc\u3000d", "a b c d"),
        ("zero\u200bwidth\ufeff \u2060x\ufe0f", "zerowidth x"),
        ("co\u00adoperation", "cooperation"),
        ("Cafe\u0301", "Café"),
        ("one\r\ntwo\rthree\u2028four\vfive\ffive", "one\ntwo\nthree\nfour\nfive\nfive"),
        ("a\x1b[31mb\u202ec\ud800d\x00", "a\ufffd[31mb\ufffdc\ufffdd\ufffd"),
        ("tab\tstays, 20 \u20ac, \u00bd, x\u00b2, \u2122", "tab\tstays, 20 \u20ac, \u00bd, x\u00b2, \u2122"),
    ],
)
def test_characters_become_what_people_type(text: str, clean: str) -> None:
    """Ligatures, icons, spaces and marks of zero width; what a terminal would act on is replaced."""
    assert plain(text) == clean


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["was respon-", "sible for"], ["was responsible", "for"]),
        (["customer-", "facing work"], ["customer-facing", "work"]),
        (["a follow-", "up."], ["a follow-up."]),
        (["state-of-the-", "art"], ["state-of-the-art"]),
        (["first-", "and second-line"], ["first-", "and second-line"]),
        (["Stratford-", "Upon"], ["Stratford-", "Upon"]),
        (["2019-", "now"], ["2019-", "now"]),
        (["co\u2010", "workers"], ["coworkers"]),
        (["respon\u00ad", "sible"], ["responsible"]),
        (["know-how", "and know-", "how"], ["know-how", "and know-how"]),
        (["knowhow", "and know-", "how"], ["knowhow", "and knowhow"]),
        (["one-", "", "two"], ["one-", "", "two"]),
        (["cus-", "tomer re-", "tention"], ["customer", "re-tention"]),
    ],
)
def test_words_that_are_parted_become_whole(lines: list[str], whole: list[str]) -> None:
    """On the line where they begin; a hyphen of the word's own stays."""
    assert texts(*lines) == whole


def test_a_bullet_is_not_taken_for_the_rest_of_a_word() -> None:
    """Nor is a heading."""
    pieces = [Piece("respon-"), Piece("sible", "bullet"), Piece("know-"), Piece("how", "heading")]
    assert [line.text for line in document_of("", "", pieces).lines] == ["respon-", "sible", "know-", "how"]
