"""Plain text and Markdown: encodings, bullets, and what Markdown's signs mean."""

from __future__ import annotations

import pytest

from careercli.reading.document import lines_of
from careercli.reading.text import decoded


def lines(text: str) -> list[tuple[str, str]]:
    """Return mark and text of each line."""
    return [(line.mark, line.text) for line in lines_of(text.encode(), "file").lines]


FRENCH = "Équipe de service à la clientèle, où ça compte. Formé à gérer les réclamations."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        *[
            (name, FRENCH)
            for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252")
        ],
        ("cp1252", "She\u2019s a \u201cteam lead\u201d \u2013 2019\u20132021 \u2022 handled calls"),
        ("latin-1", "Müller, à la carte"),
        ("cp1250", "Doświadczenie: kierownik zespołu obsługi klienta, Łódź"),
        ("cp1251", "Опыт работы: руководитель службы поддержки клиентов, Москва"),
        ("cp932", "職務経歴書 カスタマーサポート リーダー 2019年から"),
        ("gb18030", "客户服务主管，负责团队培训"),  # noqa: RUF001
    ],
)
def test_encodings(encoding: str, text: str) -> None:
    """A byte order mark, zeros at every other place, or what the bytes speak for."""
    assert decoded(text.encode(encoding)) == text


def test_what_fits_no_encoding_is_replaced() -> None:
    """Also a character that is cut at the end."""
    assert decoded("Zażółć".encode()[:-1]).startswith("Zażół")
    assert decoded(b"caf\xe9", "no-such-encoding") == decoded(b"caf\xe9", "hex") == "café"


@pytest.mark.parametrize(
    "sign", ["\u2022 ", "-  ", "* ", "\u2013 ", "\u25aa", "\u00b7 ", "o ", "+ ", "\uf0b7\t", "2. ", "2) "]
)
def test_bullets_by_their_signs(sign: str) -> None:
    """The sign goes, and the line is marked; one that is wrapped goes on as text."""
    assert lines(f"Skills\n  {sign}Zendesk\n   and more\n") == [
        ("text", "Skills"),
        ("bullet", "Zendesk"),
        ("text", "and more"),
    ]


@pytest.mark.parametrize(
    "text", ["-3 degrees", "over the top", "2. 2019 to now", "*emphasis*", "24/7", "C. Miller"]
)
def test_what_only_looks_like_a_bullet_is_none(text: str) -> None:
    """Signs that are part of the line."""
    assert all(mark == "text" for mark, _ in lines(f"{text} x"))


@pytest.mark.parametrize("end", ["Present", "2021", "Mar 2021", "03/2021", "now"])
def test_the_end_of_dates_on_two_lines_is_no_bullet(end: str) -> None:
    """A dash before a date, and nothing else; with more behind it, it is one."""
    assert lines(f"2019\n\u2013 {end}\n- {end} first") == [
        ("text", "2019"),
        ("text", f"\u2013 {end}"),
        ("bullet", f"{end} first"),
    ]


def test_a_sign_that_stands_alone_belongs_to_the_next_line() -> None:
    """As copied from a page."""
    assert lines("\u2022\n\nLed 12\n\u2022\n") == [("bullet", "Led 12")]


def test_gaps_become_tabs_and_empty_lines_one() -> None:
    """A title and its dates stay apart."""
    assert lines("\n\nTeam  Lead       2019\n\n \n\nEnd\n\n") == [
        ("text", "Team Lead\t2019"),
        ("text", ""),
        ("text", "End"),
    ]


def test_lines_have_an_end() -> None:
    """A long one goes on in the next, cut between words; of very many the first are read, which is noted."""
    document = lines_of(b"word " * 1_000 + b"x" * 5_000, "file")
    assert max(len(line.text) for line in document.lines) == 2_000
    assert "".join(line.text for line in document.lines).replace(" ", "") == "word" * 1_000 + "x" * 5_000

    document = lines_of(b"a\nb\n" * 30_000, "file")
    assert len(document.lines) == 20_000
    assert document.notes == ("It is long: the first 20,000 lines were read.",)
    assert lines_of(b"a " * 1_500_000, "file").notes == ("It is very long: the beginning was read.",)


def test_markdown() -> None:
    """Headings of both kinds, bullets, emphasis, links, code, tables, rules, comments and escapes."""
    text = """---
title: ignored
---
Dana Okafor
===========
<!-- a comment -->
## Experience ##
**Team Lead** at [Acme](https://acme.example) *since* `2019` ![badge](b.svg)

- [x] Led __twelve__ people\\*
  * nested_under_score
1. first
> quoted <dana@example.org> &amp; co

| Years | Job |
|-------|-----|
| 2015  | Agent |

***
```
  - as it is **here**
```
[1]: https://acme.example
"""
    assert lines(text) == [
        ("heading", "Dana Okafor"),
        ("text", ""),
        ("heading", "Experience"),
        ("text", "Team Lead at Acme since 2019"),
        ("text", ""),
        ("bullet", "Led twelve people*"),
        ("bullet", "nested_under_score"),
        ("bullet", "first"),
        ("text", "quoted dana@example.org & co"),
        ("text", ""),
        ("text", "Years\tJob"),
        ("text", "2015\tAgent"),
        ("text", ""),
        ("bullet", "as it is **here**"),
    ]


@pytest.mark.parametrize(
    "sign", ["*", "_", "**a", "`", "[", "![", "<", "~~", "[a](", "<!--", "- ", "|", "<a@", "#"]
)
def test_no_sign_of_markdown_takes_long(sign: str) -> None:
    """A text of nothing else is read in a moment."""
    assert lines_of(b"# Markdown\n" + sign.encode() * (300_000 // len(sign)), "file").format == "Markdown"


def test_signs_of_quotations_are_bullets_or_quote_a_message() -> None:
    """Before a few lines they begin items, before most of them they go."""
    assert lines("Support Agent\nAcme\n\n  > took calls\n") == [
        ("text", "Support Agent"),
        ("text", "Acme"),
        ("text", ""),
        ("bullet", "took calls"),
    ]
    assert lines("> Support Agent\n> - took calls\n") == [("text", "Support Agent"), ("bullet", "took calls")]


def test_items_with_paragraphs_and_lists_of_their_own_are_heads() -> None:
    """An outer list heads what follows; one whose items have but lists below them stays a list."""
    headed = "* Acme\n\n  Agent, 2020\n    > calls\n\n* Globex\n  Clerk, 2018\n    > post\n"
    marks = [mark for mark, text in lines(headed) if text]
    assert marks == ["text", "text", "bullet", "text", "text", "bullet"]
    nested = "Agent\n\n- Took calls\n    * in German\n\n- Wrote articles\n    * for new customers\n"
    assert [mark for mark, text in lines(nested) if text] == ["text"] + ["bullet"] * 4
