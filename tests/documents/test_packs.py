from __future__ import annotations

from careercli.documents.packs import CheckDocument, WhereDocument, check_lines, where_lines


def test_a_check_in_lines() -> None:
    """A check counts what it found, one thing or many, and names what was overridden."""
    result = CheckDocument(
        packs=("data", "my\npack"),
        ladders=1,
        tiers=8,
        skills=1,
        sources=2,
        personas=1,
        overridden=("skill crm",),
    )

    assert check_lines(result) == [
        "Pack: data",
        "Pack: my pack",
        "No problems: 1 ladder, 8 tiers, 1 skill, 2 sources, 1 person.",
        "Overridden: skill crm",
    ]


def test_folders_in_lines() -> None:
    """Each folder has its line."""
    places = WhereDocument(
        builtin="b",
        packs=("p", "q"),
        profiles="r",
        history="h",
        notes="n",
        opinions="o",
        letters="l",
        settings="s",
        draft="d",
        cache="c",
    )

    assert where_lines(places) == [
        "Role data: b",
        "Pack: p",
        "Pack: q",
        "Profiles: r",
        "History: h",
        "Notes: n",
        "Second opinions: o",
        "Letters: l",
        "Settings: s",
        "Draft: d",
        "Cache: c",
    ]
