"""People without their names."""

from __future__ import annotations

from datetime import date

import pytest

from careercli.domain.anonymity import Alias, Anonymizer, client, letter_of, without_name
from careercli.domain.model import Profile
from careercli.domain.notes import Note


@pytest.mark.parametrize(
    ("number", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")]
)
def test_letters_go_on_after_z(number: int, letter: str) -> None:
    """As columns of a spreadsheet do, so no two numbers share one."""
    assert letter_of(number) == letter
    assert client(letter) == f"Client {letter}"


def test_every_letter_is_another() -> None:
    """Of many people no two have the same."""
    assert len({letter_of(number) for number in range(1, 20_000)}) == 19_999


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Dana Reyes", "Dana Reyes ran it, and DANA'S notes; reyes too.", "X ran it, and X'S notes; X too."),
        ("Dana Reyes", "Dana\n  Reyes", "X"),
        (
            "Dana Reyes",
            "Danaher is a company, and bandana a cloth.",
            "Danaher is a company, and bandana a cloth.",
        ),
        ("Dana Reyes", "dana.reyes@example.com", "X@example.com"),
        ("Dana Reyes", "@DanaReyes, dana_reyes, reyes_d, dana85", "@X, X, X_d, X85"),
        ("Jos\u00e9 Ru\u00edz", "jose.ruiz@example.com", "X@example.com"),
        ("Jose Ruiz", "Jos\u00e9 and na\u00efve Jos\u00e9phine", "X and na\u00efve Jos\u00e9phine"),
        ("\uae40 \ub098", "\uae40 \ub098\ub294, \uae40\ub098, \uae40\ub0a8", "X\ub294, X, \uae40\ub0a8"),
        ("\u0130pek", "\u0130pek, ipek", "X, X"),
        (". Dana .", "and Dana too", "and X too"),
        ("Li Wu", "Li Wu and Li", "X and Li"),
        ("Ana-Maria O'Brien", "Maria O'Brien, O'Brien, Brien, Ana", "X X, X, X, X"),
        ("Jose\u0301 Ruiz", "Jos\u00e9 led the team", "X led the team"),
        ("\u674e\u660e", "\u674e\u660e\u8d1f\u8d23\u9000\u6b3e", "X\u8d1f\u8d23\u9000\u6b3e"),
        ("A (B) [c]* .+", "a (b) [C]* .+ stays", "X stays"),
        ("...", "Wait ... and see", "Wait ... and see"),
        (None, "Nobody said who", "Nobody said who"),
    ],
)
def test_a_name_leaves_a_text(name: str | None, text: str, said: str) -> None:
    """The whole name and its words of three letters or more, as whole words, in any case and form."""
    assert Anonymizer([Alias("X", name)])(text) == said


def test_a_profile_without_its_name() -> None:
    """It goes from name, title, evidence and reasons; everything else stays."""
    profile = Profile(
        support_years=3,
        name="Dana Reyes",
        title="Dana's Team Lead",
        skills={"ticketing": 2},
        evidence={"ticketing": "Dana wrote the guide with Ben"},
        not_applicable={"social-media-support": "Reyes says no"},
    )

    assert without_name(profile, Alias("Client C", profile.name)) == Profile(
        support_years=3,
        name="Client C",
        title="Client C's Team Lead",
        skills={"ticketing": 2},
        evidence={"ticketing": "Client C wrote the guide with Ben"},
        not_applicable={"social-media-support": "Client C says no"},
    )
    assert without_name(Profile(support_years=3), Alias("Client", None)).name == "Client"


@pytest.mark.parametrize(
    ("name", "saved", "text", "said"),
    [
        (None, "cleo", "Cleo is shy", "X is shy"),
        (None, "cleo-marsh", "Marsh and cleo_marsh", "X and X"),
        (None, "me", "Ask me in May", "Ask me in May"),
        ("Anna Kovacs", "annie", "Annie met Kovacs", "X met X"),
        ("Anna Kovacs", "night-lead", "a night-lead, at night", "a X, at night"),
    ],
)
def test_a_saved_name_is_a_name(name: str | None, saved: str, text: str, said: str) -> None:
    """The whole of it, from three letters on; its words where there is no other name."""
    assert Anonymizer([Alias("X", name, saved)])(text) == said


def test_names_of_others_leave_notes_too() -> None:
    """Who has the same name as somebody else is meant in notes on them; elsewhere nobody says who is."""
    ana, other, ben = Alias("A", "Ana Silva"), Alias("B", "Ana Lopez"), Alias("C", "Ben Okafor")
    renaming = Anonymizer([ana, other, ben])
    note = Note(date(2026, 11, 21), "Ana knows Ben, not Lopez.")

    assert renaming.notes([note], ana) == (Note(note.day, "A knows C, not B."),)
    assert renaming(note.text, ben) == "Client knows C, not B."
    assert Anonymizer([])("Ana") == "Ana"
