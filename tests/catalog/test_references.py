"""Names that mean nothing, in every file and of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.errors import Problem
from tests.catalog.pack_builder import COUNTER, PACK, Fault, plant, skill_file, write_pack

ABOUT = "guides/helper/about.yaml"
MARKET = "guides/helper/market.yaml"

FAULTS = [
    Fault(
        ABOUT,
        "  tech-stack:\n",
        "  @tech-stak: {lead: L., sources: [own], text: [T.]}\n  tech-stack:\n",
        "sections.tech-stak",
        "'tech-stak' is not a known section",
        "Did you mean 'tech-stack'?",
    ),
    Fault(
        ABOUT,
        "  certificates:\n",
        "  @zzz: {lead: L., sources: [own], text: [T.]}\n  certificates:\n",
        "sections.zzz",
        "'zzz' is not a known section",
        "docs/data-format.md lists the sections.",
    ),
    Fault(
        ABOUT,
        "lead: They write.\n    sources: [own]",
        "lead: They write.\n    sources: [own, @owm]",
        "sections.responsibilities.sources[1]",
        "'owm' is not a known source",
        "Did you mean 'own'?",
    ),
    Fault(
        ABOUT,
        "kind: claimed, source: guide#skills}",
        "kind: claimed, @source: guide#skils}",
        "sections.overview.figures[0].source",
        "'skils' is not a known section of the source guide",
        "Did you mean 'skills'?",
    ),
    Fault(
        ABOUT,
        "text: Write them., skill: writing}",
        "text: Write them., @skill: writting}",
        "sections.responsibilities.points[0].skill",
        "'writting' is not a known skill",
        "Did you mean 'writing'?",
    ),
    Fault(
        ABOUT,
        "tier: helper, source: own}",
        "@tier: halper, source: own}",
        "sections.overview.figures[2].tier",
        "'halper' is not a known tier",
        "Did you mean 'helper'?",
    ),
    Fault(
        MARKET,
        "tiers: [helper]}",
        "tiers: [helper, @zzz]}",
        "sections.pay.nearest[0].tiers[1]",
        "'zzz' is not a known tier",
    ),
    Fault(
        MARKET,
        "why: It is close.}\n",
        "why: It is close.}\n      - {@occupation: 99-1243, why: It is not.}\n",
        "sections.job-outlook.nearest[1].occupation",
        "'99-1243' is not a known occupation",
        "Did you mean '99-1234'?",
    ),
    Fault(
        MARKET,
        "  related-roles:\n",
        "      - {@tier: seniorhelper, text: Helps., duties: [Write]}\n  related-roles:\n",
        "sections.career-tiers.tiers[3].tier",
        "'seniorhelper' is not a known tier",
        "Did you mean 'senior-helper'?",
    ),
    Fault(
        MARKET,
        "{title: Boss, asks: Much., source: own}",
        "{title: Boss, asks: Much., @source: zzz}",
        "sections.career-tiers.tiers[2].elsewhere[0].source",
        "'zzz' is not a known source",
        "Add it to sources.yaml.",
    ),
    Fault(
        MARKET,
        "        skills: [writing]\n",
        "        skills: [writing, @ledding]\n",
        "sections.related-roles.related[0].skills[1]",
        "'ledding' is not a known skill",
        "Did you mean 'leading'?",
    ),
    Fault(
        MARKET,
        "        occupation: 99-1234\n",
        "        @occupation: 11-0000\n",
        "sections.related-roles.related[0].occupation",
        "'11-0000' is not a known occupation",
        "Add it to occupations.yaml.",
    ),
    Fault(
        MARKET,
        "        sources: [own]\n        skills",
        "        sources: [own, @own#zzz]\n        skills",
        "sections.related-roles.related[0].sources[1]",
        "'zzz' is not a known section of the source own",
        "Add it to its sections in sources.yaml.",
    ),
    Fault(
        MARKET,
        "kind: reported, source: own}",
        "kind: reported, @source: onw}",
        "sections.case-studies.cases[0].figures[0].source",
        "'onw' is not a known source",
        "Did you mean 'own'?",
    ),
    Fault(
        MARKET,
        "section: overview}",
        "@section: overvieuw}",
        "sections.faq.questions[0].section",
        "'overvieuw' is not a known section",
        "Did you mean 'overview'?",
    ),
    Fault(
        "tools.yaml",
        "skills: [writing]",
        "skills: [writing, @chating]",
        "tools[0].skills[1]",
        "'chating' is not a known skill",
        "Did you mean 'chatting'?",
    ),
    Fault(
        "tools.yaml",
        "sources: [guide#skills]",
        "sources: [@guide#zzz]",
        "tools[0].sources[0]",
        "'zzz' is not a known section of the source guide",
        "Add it to its sections in sources.yaml.",
    ),
    Fault(
        "certificates.yaml",
        "skills: [writing]",
        "skills: [@zzz]",
        "certificates[0].skills[0]",
        "'zzz' is not a known skill",
    ),
    Fault(
        "certificates.yaml",
        "sources: [own]",
        "sources: [own, @gide]",
        "certificates[0].sources[1]",
        "'gide' is not a known source",
        "Did you mean 'guide'?",
    ),
    Fault(
        "occupations.yaml",
        "p90: null, source: guide#tiers}",
        "p90: null, @source: guide#teirs}",
        "occupations[0].wages.source",
        "'teirs' is not a known section of the source guide",
        "Did you mean 'tiers'?",
    ),
    Fault(
        "occupations.yaml",
        "      source: own",
        "      @source: zzz",
        "occupations[0].projection.source",
        "'zzz' is not a known source",
        "Add it to sources.yaml.",
    ),
    Fault(
        "skills/writing.yaml",
        "tools: [Pen]",
        "tools: [PEN, biro, @Pencil]",
        "tools[2]",
        "'Pencil' is not a known tool",
        "Did you mean 'pen'?",
    ),
    Fault(
        "skills/chatting.yaml",
        "tools: [Pen]",
        "tools: [@Zzz]",
        "tools[0]",
        "'Zzz' is not a known tool",
        "Add it to tools.yaml.",
    ),
    Fault(
        "personas/ann.yaml",
        "id: ann\n",
        "id: ann\n@ladder: dask\n",
        "ladder",
        "'dask' is not a known ladder",
        "Did you mean 'desk'?",
    ),
    Fault(
        "guides/zzz/extra.yaml",
        "",
        "schema: careercli/guide@1\n@role: zzz\nsections: {}\n",
        "role",
        "'zzz' is not a known role",
    ),
]
"""Names that mean nothing. All of them can be planted together."""


def problems_in(*folders: Path) -> list[Problem]:
    return list(check_packs(folders)[1])


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.file} {fault.key}" for fault in FAULTS])
def test_an_unknown_name_is_told_once_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """One name is one problem with its place, what it is not, and the nearest that is or what to do."""
    expected = plant(tmp_path, fault)
    assert problems_in(tmp_path) == expected


def test_all_unknown_names_are_told_in_one_run(tmp_path: Path) -> None:
    """Every one of every file, and nothing besides."""
    expected = plant(tmp_path, *FAULTS)
    assert len(set(expected)) == len(FAULTS)
    assert problems_in(tmp_path) == expected


@pytest.mark.parametrize(
    ("file", "key", "old", "new"),
    [
        (ABOUT, "sections.responsibilities.sources[1]", "schema: careercli/guide@1", "schema: 3"),
        ("tools.yaml", "tools[0].skills[1]", "{name: Phone,", "{name: 3,"),
        ("certificates.yaml", "certificates[0].skills[0]", "    issuer: Us\n", ""),
        ("occupations.yaml", "occupations[0].wages.source", "p10: 31000", "p10: -1"),
        ("personas/ann.yaml", "ladder", "story: Ann helps.", "story: 3"),
    ],
)
def test_unknown_names_are_told_in_files_of_the_wrong_form(
    tmp_path: Path, file: str, key: str, old: str, new: str
) -> None:
    """Whoever mends the form need not be told of the name in a second run."""
    (fault,) = (fault for fault in FAULTS if (fault.file, fault.key) == (file, key))
    (expected,) = plant(tmp_path, fault)
    text = (tmp_path / file).read_text()
    assert text.count(old) == 1
    (tmp_path / file).write_text(text.replace(old, new))
    told = [(problem.file, problem.key, problem.message) for problem in problems_in(tmp_path)]
    assert (expected.file, expected.key, expected.message) in told
    assert len(told) == 2
    assert {name for name, _, _ in told} == {expected.file}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("skills/singing.yaml", "        skills: [writing]\n", "        skills: [singing]\n"),
        ("occupations.yaml", "        occupation: 99-1234\n", "        occupation: 11-1111\n"),
        ("sources.yaml", "        sources: [own]\n        sk", "        sources: [elsewhere]\n        sk"),
        ("sources.yaml", "        sources: [own]\n        sk", "        sources: [guide#zzz]\n        sk"),
    ],
)
def test_what_a_broken_file_may_hold_is_not_unknown(tmp_path: Path, file: str, old: str, new: str) -> None:
    """The file is told, and no name that may well stand in it; once it is mended or gone, the name is."""
    assert PACK[MARKET].count(old) == 1
    files = {"pack.yaml": PACK["pack.yaml"], MARKET: PACK[MARKET].replace(old, new), file: "a: ["}
    below, above = write_pack(tmp_path / "below"), write_pack(tmp_path / "above", files)
    assert {problem.file for problem in problems_in(below, above)} == {str(above / file)}
    (above / file).unlink()
    assert {problem.file for problem in problems_in(below, above)} == {str(above / MARKET)}


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        ({"roles/boss.yaml": "a: [", "guides/boss/a.yaml": "role: boss\nsections: {}\n"}, "roles/boss.yaml"),
        ({"pack.yaml": "a: [", "skills/sewing.yaml": skill_file("sewing", group="sewers")}, "pack.yaml"),
        ({"ladders/loft.yaml": "a: [", "personas/bob.yaml": "ladder: loft\n"}, "ladders/loft.yaml"),
        ({"ladders/loft.yaml": "a: [", "guides/helper/b.yaml": "tier"}, "ladders/loft.yaml"),
        ({"tools.yaml": "a: [", "skills/sewing.yaml": skill_file("sewing", tools="Needle")}, "tools.yaml"),
    ],
    ids=["role", "group", "ladder", "tier", "tool"],
)
def test_a_name_of_any_kind_may_be_in_a_broken_file(
    tmp_path: Path, files: dict[str, str], broken: str
) -> None:
    """Roles, groups, ladders, tiers and tools, each in the file that would hold it, and in no other."""
    whole = {
        "role: boss\nsections: {}\n": "schema: careercli/guide@1\nrole: boss\nsections: {}\n",
        "ladder: loft\n": PACK["personas/ann.yaml"].replace("id: ann", "id: bob\nladder: loft"),
        "tier": "schema: careercli/guide@1\nrole: helper\nsections:\n  work-setting:\n    lead: L.\n"
        "    sources: [own]\n    text: [T.]\n"
        "    figures: [{label: F, words: W, kind: stated, source: own, tier: roofer}]\n",
    }
    files = {name: whole.get(text, text) for name, text in files.items()}
    write_pack(tmp_path, {**PACK, **files})
    assert {problem.file for problem in problems_in(tmp_path)} == {str(tmp_path / broken)}
    elsewhere = "certificates.yaml"
    write_pack(tmp_path, {elsewhere: "a: [", broken: PACK.get(broken, "")})
    if broken not in PACK:
        (tmp_path / broken).unlink()
    told = {problem.file for problem in problems_in(tmp_path)}
    assert told == {str(tmp_path / elsewhere), str(tmp_path / next(name for name in files if name != broken))}


def test_names_of_packs_below_are_known(tmp_path: Path) -> None:
    """A pack laid over another refers to what lies there, and its own ladder's tiers are known to all."""
    below, above = write_pack(tmp_path / "below"), write_pack(tmp_path / "above", COUNTER)
    assert problems_in(below, above) == []


def test_a_section_that_was_laid_over_may_name_tiers_that_are_gone(tmp_path: Path) -> None:
    """A pack that takes a tier off a ladder describes the others anew, and nobody is told of the old text."""
    below = write_pack(tmp_path / "below")
    gone = PACK["ladders/desk.yaml"].replace("id: lead\n", "id: chief\n").replace("[lead]", "[chief]")
    files = {"pack.yaml": PACK["pack.yaml"], "ladders/desk.yaml": gone}
    above = write_pack(tmp_path / "above", files)
    assert [(problem.file, problem.message) for problem in problems_in(below, above)] == [
        (str(above / "ladders/desk.yaml"), "is not described in the section career-tiers of helper"),
        (str(below / MARKET), "'lead' is not a known tier"),
    ]
    write_pack(above, {MARKET: PACK[MARKET].replace("tier: lead\n", "tier: chief\n")})
    assert problems_in(below, above) == []
