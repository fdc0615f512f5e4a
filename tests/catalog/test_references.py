"""Names that mean nothing, in every file and of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.catalog.references import MOST_SLIPS
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
        "Did you mean 'Pen'?",
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


def test_a_section_below_may_name_tiers_that_are_gone(tmp_path: Path) -> None:
    """A pack that renames a tier is not told of texts that it cannot edit; its own are held to the name."""
    below = write_pack(tmp_path / "below")
    gone = PACK["ladders/desk.yaml"].replace("id: lead\n", "id: chief\n").replace("[lead]", "[chief]")
    files = {"pack.yaml": PACK["pack.yaml"], "ladders/desk.yaml": gone}
    above = write_pack(tmp_path / "above", files)
    assert problems_in(below, above) == []
    write_pack(above, {MARKET: PACK[MARKET]})
    (problem,) = problems_in(below, above)
    assert (problem.file, problem.message) == (str(above / MARKET), "'lead' is not a known tier")
    write_pack(above, {MARKET: PACK[MARKET].replace("tier: lead\n", "tier: chief\n")})
    assert problems_in(below, above) == []


@pytest.mark.parametrize("sections", ["", "    sections: {tiers: Ranks, more: More}\n"])
def test_a_source_laid_over_keeps_the_sections_that_are_cited(tmp_path: Path, sections: str) -> None:
    """What cites a section of a source still finds it when a later pack does not list it."""
    below = write_pack(tmp_path / "below")
    newer = (
        "schema: careercli/sources@1\nsources:\n"
        "  - id: guide\n    title: The guide, again\n    publisher: P\n    date: 2027-11\n"
        "    terms: T\n    note: N\n"
    )
    files = {"pack.yaml": PACK["pack.yaml"], "sources.yaml": newer + sections}
    compiled, problems = check_packs([below, write_pack(tmp_path / "above", files)])
    assert problems == ()
    assert compiled is not None
    source = next(source for source in compiled.catalog.catalog.sources if source.id == "guide")
    own = {"tiers": "Ranks", "more": "More"} if sections else {}
    assert (source.title, source.sections) == (
        "The guide, again",
        {"skills": "Skills", "steps": "Steps", "tiers": "Tiers", **own},
    )


def test_a_source_that_is_there_twice_is_one_finding(tmp_path: Path) -> None:
    """The sections of both are known, whichever of the two is dropped."""
    again = "  - {id: guide, title: T, publisher: P, date: D, terms: T, note: N}\n"
    text = PACK["sources.yaml"].replace("sources:\n", f"sources:\n{again}", 1)
    (problem,) = problems_in(write_pack(tmp_path, {**PACK, "sources.yaml": text}))
    assert (problem.key, problem.message) == ("sources[1].id", "the source 'guide' is there twice")


def test_an_unknown_occupation_is_one_finding(tmp_path: Path) -> None:
    """What the texts quote of it is not told on top."""
    text = PACK[MARKET].replace("99-1234, why: It is close., tiers", "99-1243, why: It is close., tiers")
    (problem,) = problems_in(write_pack(tmp_path, {**PACK, MARKET: text}))
    assert (problem.key, problem.message) == (
        "sections.pay.nearest[0].occupation",
        "'99-1243' is not a known occupation",
    )


@pytest.mark.parametrize("goals", ["[]", "[lead]"])
def test_an_empty_ladder_is_one_finding(tmp_path: Path, goals: str) -> None:
    """Neither its goals nor those who name its tiers are told on top."""
    head = PACK["ladders/desk.yaml"].partition("tiers:\n")[0].replace("[lead]", goals)
    (problem,) = problems_in(write_pack(tmp_path, {**PACK, "ladders/desk.yaml": f"{head}tiers: []\n"}))
    assert (problem.key, problem.message) == (
        "tiers",
        "must be a list of at least one tier, not an empty one",
    )


@pytest.mark.parametrize(
    ("folder", "role", "hint"),
    [
        ("helper", "halper", "Write role: helper."),
        ("halper", "helper", "Call the folder helper."),
        ("helper", "keeper", "Call the folder keeper. Or: Write role: helper."),
        ("zzz", "halper", "Did you mean 'helper' for both?"),
        ("halper", "xyz", "Did you mean 'helper' for both?"),
        ("zzz", "yyy", ""),
    ],
)
def test_a_guide_in_another_folder_is_one_finding(tmp_path: Path, folder: str, role: str, hint: str) -> None:
    """It is told what to call it by the roles that there are, and never to take up an unknown one."""
    below = write_pack(tmp_path / "below", {**PACK, "roles/keeper.yaml": "a: ["})
    text = f"schema: careercli/guide@1\nrole: {role}\nsections: {{}}\n"
    file = f"guides/{folder}/more.yaml"
    above = write_pack(tmp_path / "above", {"pack.yaml": PACK["pack.yaml"], file: text})
    told = [problem for problem in problems_in(below, above) if problem.file.startswith(str(above))]
    message = f"'{role}' is not the name of the folder"
    assert told == [Problem(str(above / file), 2, 1, "role", message, hint)]


def test_of_very_many_unknown_names_the_first_are_told_the_nearest(tmp_path: Path) -> None:
    """More of them are no slips of the pen, and looking for each would take minutes."""
    tools = ", ".join(f"Pen{number}" for number in range(MOST_SLIPS + 20))
    files = PACK | {"skills/writing.yaml": skill_file("writing", tools=tools)}
    told = problems_in(write_pack(tmp_path, files))
    assert len(told) == MOST_SLIPS + 20
    assert [problem.hint for problem in told] == [
        *["Did you mean 'Pen'?"] * MOST_SLIPS,
        *["Add it to tools.yaml."] * 20,
    ]
