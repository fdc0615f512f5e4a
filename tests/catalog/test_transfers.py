"""Other lines of work in a pack: what is told of them, and how packs are laid over one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog.loader import check_packs
from tests.catalog.pack_builder import PACK, write_pack

WORK = """\
schema: careercli/work@1
works:
  - {code: 11-1111, title: Ours, sources: [guide], activities: {Answer: 1.0}}
  - {code: 22-2222, title: Theirs, sources: [guide], activities: {Answer: 0.4, Cook: 0.6}}
"""
ONE = (
    "{{id: {id}, way: {way}, name: {name}, work: {work}, beside: 11-1111, lead: L., "
    "carries: [{{name: N, text: T., skill: writing, level: {level}}}], application: A., say: S., "
    "tier: {tier}, tier_why: W., years: Y., sources: [guide]{more}}}"
)
GIVEN = {
    "id": "cook",
    "way": "in",
    "name": "Cook",
    "work": "22-2222",
    "level": 2,
    "tier": "helper",
    "more": "",
}


def transfers(*entries: dict[str, object]) -> str:
    """Return a file of lines of work, each as given where it says nothing else."""
    lines = "".join(f"  - {ONE.format(**GIVEN | entry)}\n" for entry in entries)
    return f"schema: careercli/transfers@1\ntransfers:\n{lines}"


@pytest.mark.parametrize(
    ("second", "key", "message"),
    [
        ({"name": "Other"}, "transfers[1].id", "the transfer 'cook' is there twice"),
        ({"id": "chef"}, "transfers[1].name", "'Cook' already means cook"),
        (
            {"id": "chef", "name": "Chef", "work": "33-3333"},
            "transfers[1].work",
            "'33-3333' is not a known work",
        ),
        (
            {"id": "chef", "name": "Chef", "more": ", pay: 33-3333"},
            "transfers[1].pay",
            "'33-3333' is not a known occupation",
        ),
        (
            {"id": "chef", "name": "Chef", "tier": "halper"},
            "transfers[1].tier",
            "'halper' is not a known tier",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, second: dict[str, object], key: str, message: str
) -> None:
    """A name twice the same way, and work, pay or a tier that is not there, are told at the entry."""
    tier = _tier()
    files = {
        **PACK,
        "work.yaml": WORK,
        "transfers/all.yaml": transfers({"tier": tier}, {"tier": tier, **second}),
    }
    _, problems = check_packs([write_pack(tmp_path, files)])

    assert [(problem.key, problem.message) for problem in problems] == [(key, message)]


def test_a_level_that_is_learned_inside_is_refused(tmp_path: Path) -> None:
    """From outside level 3 is no suggestion; on the way out it is."""
    for way, wrong in (("in", True), ("out", False)):
        files = {
            **PACK,
            "work.yaml": WORK,
            "transfers/all.yaml": transfers({"way": way, "level": 3, "tier": _tier()}),
        }
        _, problems = check_packs([write_pack(tmp_path / way, files)])
        assert bool(problems) is wrong


def test_both_ways_may_have_a_name(tmp_path: Path) -> None:
    """One comes from cooking and goes to cooking: two lines of work, each with its own texts."""
    entries = ({"tier": _tier()}, {"id": "to-cook", "way": "out", "tier": _tier()})
    files = {**PACK, "work.yaml": WORK, "transfers/all.yaml": transfers(*entries)}
    compiled, problems = check_packs([write_pack(tmp_path, files)])

    assert problems == ()
    assert compiled
    assert [each.id for each in compiled.library.transfers] == ["cook", "to-cook"]


def test_a_later_pack_lays_its_own_over(tmp_path: Path) -> None:
    """A line of work takes the place of one of its id, and so does what is done in an occupation."""
    files = {**PACK, "work.yaml": WORK, "transfers/all.yaml": transfers({"tier": _tier()})}
    below = write_pack(tmp_path / "below", files)
    own = {
        "pack.yaml": PACK["pack.yaml"],
        "transfers/own.yaml": transfers({"tier": _tier(), "name": "Chef"}),
        "work.yaml": "schema: careercli/work@1\nworks:\n"
        "  - {code: 22-2222, title: New, sources: [guide], activities: {Cook: 1.0}}\n",
    }
    compiled, problems = check_packs([below, write_pack(tmp_path / "above", own)])

    assert problems == ()
    assert compiled
    assert [each.name for each in compiled.library.transfers] == ["Chef"]
    assert compiled.library.works_by_code["22-2222"].title == "New"
    assert {"transfer cook", "work 22-2222"} <= set(compiled.catalog.overridden)


def _tier() -> str:
    """Return the id of a tier of the small pack."""
    ladder = next(text for name, text in PACK.items() if name.startswith("ladders/"))
    tiers = ladder.partition("tiers:")[2]
    return tiers.partition("id: ")[2].split()[0].strip(",}")
