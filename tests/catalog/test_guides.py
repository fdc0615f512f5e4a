"""What must hold of guides and of the facts beside them, beyond names that are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import check_packs
from careercli.domain.sections import SECTIONS
from careercli.errors import Problem
from tests.catalog.pack_builder import COUNTER, PACK, Fault, plant, write_pack

ABOUT = "guides/helper/about.yaml"
MARKET = "guides/helper/market.yaml"
LADDER = "ladders/desk.yaml"

ADD_FIGURE = "Add it to its figures, with its source."

FAULTS = [
    Fault(
        ABOUT,
        "    groups:\n      - name: Morning\n        points:\n          - {name: Mail, text: Read it.}\n",
        "    @groups: []\n",
        "sections.day-in-the-life.groups",
        "is missing",
        "What this section is about stands under 'groups'.",
    ),
    Fault(
        MARKET,
        "  job-outlook:\n    lead: There are fewer clerks every year.\n    sources: [own]\n"
        "    nearest:\n      - {occupation: 99-1234, why: It is close.}\n",
        "  @job-outlook:\n    lead: There are fewer.\n    sources: [own]\n    text: [Fewer.]\n",
        "sections.job-outlook.nearest",
        "is missing",
        "What this section is about stands under 'nearest'.",
    ),
    Fault(
        "guides/helper/more.yaml",
        "",
        "schema: careercli/guide@1\nrole: helper\nsections:\n"
        "  @advice: {lead: L., sources: [own], text: [T.]}\n",
        "sections.advice.points",
        "is missing",
        "What this section is about stands under 'points'.",
    ),
    Fault(
        ABOUT,
        "{name: pen, text: For letters.}",
        "{name: Biro, text: For letters.}\n          - {@name: Pencil, text: For notes.}",
        "sections.tech-stack.groups[0].points[1].name",
        "'Pencil' is not a known tool",
        "Did you mean 'Pen'?",
    ),
    Fault(
        ABOUT,
        "      - {name: CPH, text: It shows care.}",
        "      - {name: CPH, text: It shows care.}\n      - {@name: Zzz, text: Nobody has it.}",
        "sections.certificates.points[1].name",
        "'Zzz' is not a known certificate",
        "Add it to certificates.yaml.",
    ),
    Fault(
        "tools.yaml",
        "{name: Phone, what: Rings., skills: [chatting]}",
        "{name: Phone, what: Rings., skills: [chatting], aliases: [Line, @BIRO]}",
        "tools[1].aliases[1]",
        "'BIRO' already names Pen",
        "Leave it to one of the two.",
    ),
    Fault(
        "certificates.yaml",
        "    aliases: [CPH]\n",
        "    aliases: [CPH]\n  - {@name: cph, issuer: Us, text: T., skills: [writing], sources: [own]}\n",
        "certificates[1].name",
        "'cph' already names Certified Helper",
        "Leave it to one of the two.",
    ),
    Fault(
        "occupations.yaml",
        "      experience: None\n      source: own\n",
        "      experience: None\n      source: own\n  - {@code: 99-1234, title: Again}\n",
        "occupations[1].code",
        "the occupation '99-1234' is there twice",
        "Keep one of the two.",
    ),
    Fault(
        ABOUT,
        "lead: A day has a morning.",
        "@lead: A day has 24 % of a morning.",
        "sections.day-in-the-life.lead",
        "says 24 %, which no figure of this section has",
        ADD_FIGURE,
    ),
    Fault(
        MARKET,
        "takeaway: Write less.",
        "@takeaway: Write 31 percent less.",
        "sections.case-studies.cases[0].takeaway",
        "says 31 percent, which no figure of this section has",
        ADD_FIGURE,
    ),
    Fault(
        MARKET,
        "  related-roles:\n    lead: There is one.",
        "  related-roles:\n    @lead: There is one that pays $42,830, as above.",
        "sections.related-roles.lead",
        "says $42,830, which no figure of this section has",
        ADD_FIGURE,
    ),
    Fault(
        LADDER,
        "  - id: lead\n",
        "  - {@id: deputy, title: Deputy, short: Deputy, role: helper, seat: lead, summary: Helps.,\n"
        "     requirements: [], gates: [{skills: [writing], levels: [1], source: own}]}\n  - id: lead\n",
        "tiers[2].id",
        "is not described in the section career-tiers of helper",
        "Add what somebody on it does to 'tiers' there.",
    ),
]
"""Faults that leave every file in its form. All of them can be planted together."""

FAULTS_ALONE = [
    Fault(
        ABOUT,
        "  responsibilities:\n    lead: They write.\n    sources: [own]\n"
        "    points:\n      - {name: Letters, text: Write them., skill: writing}\n",
        "",
        "",
        "has no section 'responsibilities' in its guide",
        "Add it to a file in guides/helper.",
    ),
]


def problems_in(*folders: Path) -> list[Problem]:
    return list(check_packs(folders)[1])


def guide(sections: str, role: str = "helper") -> str:
    """Return the text of a file with the sections given."""
    return f"schema: careercli/guide@1\nrole: {role}\nsections:\n{sections}"


@pytest.fixture
def below(tmp_path: Path) -> Path:
    """Write the tiny pack, to lay others over."""
    return write_pack(tmp_path / "below")


@pytest.fixture
def above(tmp_path: Path) -> Path:
    """Write a pack that adds nothing yet."""
    return write_pack(tmp_path / "above", {"pack.yaml": PACK["pack.yaml"]})


@pytest.mark.parametrize("fault", FAULTS, ids=[f"{fault.key} {fault.message}" for fault in FAULTS])
def test_a_fault_is_told_once_in_its_place(tmp_path: Path, fault: Fault) -> None:
    """One fault is one problem with its file, line, column and key, what is wrong and what to do."""
    expected = plant(tmp_path, fault)
    assert problems_in(tmp_path) == expected


def test_all_faults_are_told_in_one_run(tmp_path: Path) -> None:
    """Every fault of every file is told, in the order of the files, and nothing besides."""
    expected = plant(tmp_path, *FAULTS)
    assert len(set(expected)) == len(FAULTS)
    assert problems_in(tmp_path) == expected


FORMS = [
    (
        "amount: 1200, unit: letters a year, kind: claimed, source: guide#skills}",
        "amount: 1200, unit: letters a year, kind: claimed}",
        ".source",
        "is missing",
    ),
    ("{label: Letters, ", "{", ".label", "is missing"),
    ("amount: 1200, unit", "unit", "", "must have one of amount, words, and min or max"),
    (
        "amount: 1200, unit",
        "amount: 1200, words: Many, unit",
        "",
        "must have one of amount, words, and min or max",
    ),
    (
        "amount: 1200, unit",
        "amount: 1200, min: 1, unit",
        "",
        "must have one of amount, words, and min or max",
    ),
    ("amount: 1200, unit", "words: Many, max: 1, unit", "", "must have one of amount, words, and min or max"),
    ("amount: 1200, unit", "min: 1201, max: 1200, unit", "", "min must not be above max"),
    ("unit: letters a year, ", "", "", "must say its unit"),
    (
        "kind: claimed, source: guide#skills}",
        "kind: guessed, source: guide#skills}",
        ".kind",
        "must be one of 'estimate', 'measured', 'projected', 'claimed', 'reported', 'stated', not 'guessed'",
    ),
    ("amount: 1200", "amount: 1.2e10", ".amount", "must be a number from -1e9 to 1e9, not 12000000000.0"),
]


@pytest.mark.parametrize(("old", "new", "key", "message"), FORMS, ids=[f"{f[3]} {f[1]}" for f in FORMS])
def test_a_figure_has_one_value_with_a_source(
    tmp_path: Path, old: str, new: str, key: str, message: str
) -> None:
    """A figure without its source, without a value or with two, or that runs backwards, is told."""
    assert PACK[ABOUT].count(old) == 1
    write_pack(tmp_path, {**PACK, ABOUT: PACK[ABOUT].replace(old, new)})
    (problem,) = problems_in(tmp_path)
    column = 9 if key not in {".kind", ".amount"} else problem.column
    assert problem == Problem(
        str(tmp_path / ABOUT), 8, column, f"sections.overview.figures[0]{key}", message, ""
    )


def test_a_figure_of_a_case_is_held_to_the_same(tmp_path: Path) -> None:
    """The outcome of a story needs its source as well."""
    text = PACK[MARKET].replace("kind: reported, source: own}", "kind: reported}")
    (problem,) = problems_in(write_pack(tmp_path, {**PACK, MARKET: text}))
    assert (problem.key, problem.message) == (
        "sections.case-studies.cases[0].figures[0].source",
        "is missing",
    )


@pytest.mark.parametrize(
    ("section", "form"),
    [
        ("{lead: L., sources: []}", "must be a list of at least one source, not an empty one"),
        ("{lead: L.}", "is missing"),
    ],
)
def test_a_section_has_a_source(below: Path, above: Path, section: str, form: str) -> None:
    """Nothing is said without saying where it comes from."""
    write_pack(above, {"guides/helper/a.yaml": guide(f"  path: {section}\n")})
    (problem,) = problems_in(below, above)
    assert (problem.key, problem.message) == ("sections.path.sources", form)


HOLDS = {
    "text": "text: [T.]",
    "points": "points: [{name: N, text: T.}]",
    "groups": "groups: [{name: N, points: [{name: N, text: T.}]}]",
    "nearest": "nearest: [{occupation: 99-1234, why: W.}]",
    "tiers": "tiers: [{tier: helper, text: T., duties: [D]}, {tier: senior-helper, text: T., duties: [D]},"
    " {tier: lead, text: T., duties: [D]}]",
    "cases": "cases: [{title: T, story: [S.], takeaway: T.}]",
    "related": "related: [{title: T, text: T., carries_over: [C], missing: [M], sources: [own]}]",
    "questions": "questions: [{question: Q, answer: [A.]}]",
}
"""What each kind of section is about, in the fewest words."""


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_holds_what_it_is_about(below: Path, above: Path, name: str) -> None:
    """Whatever else it holds, a section without its main content is told; with it nothing is wrong."""
    holds = SECTIONS[name].holds
    others = ", ".join(text for kind, text in HOLDS.items() if kind != holds)
    others = others.replace("name: N,", "name: Pen,") if name == "tech-stack" else others
    others = others.replace("name: N,", "name: CPH,") if name == "certificates" else others
    file = "guides/helper/a.yaml"
    write_pack(above, {file: guide(f"  {name}: {{lead: L., sources: [own], {others}}}\n")})
    told = [problem for problem in problems_in(below, above) if problem.file == str(above / file)]
    hint = f"What this section is about stands under '{holds}'."
    assert told == [Problem(str(above / file), 4, 3, f"sections.{name}.{holds}", "is missing", hint)]
    main = HOLDS[holds]
    main = main.replace("name: N,", "name: Pen,") if name == "tech-stack" else main
    main = main.replace("name: N,", "name: CPH,") if name == "certificates" else main
    write_pack(above, {file: guide(f"  {name}: {{lead: L., sources: [own], {main}}}\n")})
    assert problems_in(below, above) == []


CORE = ["overview", "responsibilities", "day-in-the-life", "pay", "job-outlook", "career-tiers", "faq"]


def test_a_new_role_has_the_sections_that_every_guide_has(below: Path, above: Path) -> None:
    """Each that is missing is told at the role's file, and those that need not be there are not."""
    role = PACK["roles/helper.yaml"].replace("helper", "idler").replace("Helper", "Idler")
    write_pack(above, {"roles/idler.yaml": role})
    file = str(above / "roles/idler.yaml")
    hint = "Add it to a file in guides/idler."
    assert problems_in(below, above) == sorted(
        Problem(file, 1, 1, "", f"has no section '{name}' in its guide", hint) for name in CORE
    )
    write_pack(
        above,
        {"guides/idler/a.yaml": guide(f"  pay: {{lead: L., sources: [own], {HOLDS['nearest']}}}\n", "idler")},
    )
    assert [problem.message for problem in problems_in(below, above)] == sorted(
        f"has no section '{name}' in its guide" for name in CORE if name != "pay"
    )


def test_a_role_that_is_laid_over_need_not_repeat_its_guide(below: Path, above: Path) -> None:
    """What stands in the pack below is there."""
    write_pack(above, {"roles/helper.yaml": PACK["roles/helper.yaml"]})
    assert problems_in(below, above) == []


def test_what_a_broken_chapter_may_hold_is_not_missing(below: Path, above: Path) -> None:
    """Neither sections of its role nor portraits of tiers; another role's are told all the same."""
    files = {name: text for name, text in COUNTER.items() if name != "guides/keeper/about.yaml"}
    write_pack(above, {**files, "guides/keeper/about.yaml": "a: ["})
    assert [problem.file for problem in problems_in(below, above)] == [
        str(above / "guides/keeper/about.yaml")
    ]
    another = {
        name.replace("keeper", "porter"): text.replace("keeper", "porter") for name, text in files.items()
    }
    another["roles/porter.yaml"] = another["roles/porter.yaml"].replace("Keeper", "Porter")
    more = another.pop("ladders/counter.yaml").replace("counter", "gate")
    more = more.replace("id: chief\n", "id: boss\n").replace("[chief]", "[boss]")
    another |= {"guides/porter/about.yaml": COUNTER["guides/keeper/about.yaml"].replace("keeper", "porter")}
    market = another["guides/porter/market.yaml"]
    described, _, rest = market.partition("      - tier: chief")
    another["guides/porter/market.yaml"] = described + rest[rest.index("  related-roles") :]
    write_pack(above, {**another, "ladders/gate.yaml": more})
    assert [problem.message for problem in problems_in(below, above)][1:] == [
        "is not described in the section career-tiers of porter"
    ]
    write_pack(above, {"guides/porter/tiers.yaml": "a: ["})
    assert {problem.file for problem in problems_in(below, above)} == {
        str(above / "guides/keeper/about.yaml"),
        str(above / "guides/porter/tiers.yaml"),
    }


def test_a_role_without_portraits_is_told_of_the_section_alone(tmp_path: Path) -> None:
    """Where career-tiers is missing, its tiers are not told one by one."""
    text = PACK[MARKET]
    start, end = text.index("  career-tiers:"), text.index("  related-roles:")
    (problem,) = problems_in(write_pack(tmp_path, {**PACK, MARKET: text[:start] + text[end:]}))
    assert problem.message == "has no section 'career-tiers' in its guide"


def test_a_section_stands_once_in_a_pack(tmp_path: Path) -> None:
    """A second one in another file is told there, with the name of the first."""
    again = guide(f"  faq: {{lead: L., sources: [own], {HOLDS['questions']}}}\n")
    write_pack(tmp_path, {**PACK, "guides/helper/zoo.yaml": again})
    (problem,) = problems_in(tmp_path)
    message = f"the section 'faq' is also in {tmp_path / MARKET}"
    assert problem == Problem(
        str(tmp_path / "guides/helper/zoo.yaml"), 4, 3, "sections.faq", message, "Keep one of the two."
    )


def test_two_roles_have_their_sections_each(below: Path, above: Path) -> None:
    """The same section of another role is another section, in the same pack too."""
    write_pack(above, COUNTER)
    assert problems_in(below, above) == []
    person = PACK["personas/ann.yaml"].replace("id: ann\n", "id: ann\nladder: desk\n")
    write_pack(below, {**COUNTER, "personas/ann.yaml": person})
    assert problems_in(below) == []


def test_a_section_may_quote_what_its_own_pack_knew(below: Path, above: Path) -> None:
    """Next year's wages take the place of this year's; texts that quote these are no fault of the new."""
    wages = PACK["occupations.yaml"].replace("42830", "45000")
    write_pack(above, {"occupations.yaml": wages})
    compiled, problems = check_packs([below, above])
    assert problems == ()
    assert compiled is not None
    assert compiled.library.occupations_by_code["99-1234"].wages.median == 45000  # type: ignore[union-attr]
    note = "occupation 99-1234 (as it was before: section helper pay)"
    assert compiled.catalog.overridden == (note,)


def test_a_new_section_is_held_to_the_new_wages(below: Path, above: Path) -> None:
    """A pack that brings both quotes what it brings itself; nothing quotes the old figures any more."""
    wages = PACK["occupations.yaml"].replace("42830", "45000")
    pay = f"  pay: {{lead: 'Half earn $42,830.', sources: [own], {HOLDS['nearest']}}}\n"
    write_pack(above, {"occupations.yaml": wages, "guides/helper/a.yaml": guide(pay)})
    (problem,) = problems_in(below, above)
    assert (problem.file, problem.key) == (str(above / "guides/helper/a.yaml"), "sections.pay.lead")
    write_pack(above, {"guides/helper/a.yaml": guide(pay.replace("42,830", "45,000"))})
    compiled, problems = check_packs([below, above])
    assert problems == ()
    assert compiled is not None
    assert compiled.catalog.overridden == ("section helper pay", "occupation 99-1234")


FIGURES = (
    "    figures:\n"
    "      - {label: A, amount: -12.5, unit: '%', kind: claimed, source: own}\n"
    "      - {label: B, min: 1500, max: 3000000, unit: users, kind: claimed, source: own}\n"
    "      - {label: C, max: 99, unit: '%', kind: claimed, source: own}\n"
    "      - {label: D, words: 'About 7 %', kind: claimed, source: own}\n"
    "      - {label: E, amount: 40000, unit: USD a year, kind: claimed, source: own}\n"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nothing but 1500 words in 2026, a 50/50 chance and 24/7.", []),
        ("It fell by 12.5 %, by 12.5%, by -12.5 %, by 12.5 percent.", []),
        ("From 1,500 to 3,000,000 users, at most 99 %, or 99.0 %.", []),
        ("$40000, $40,000, $ 40,000 and $40,000.00, in all.", []),
        ("It fell by 12 %.", ["12 %"]),
        ("It fell by 12.50001 %.", ["12.50001 %"]),
        ("Some 7 % of them.", ["7 %"]),
        ("Some 8 percent, that is 8%, of them.", ["8 percent", "8%"]),
        ("All 1,501 of them.", ["1,501"]),
        ("All 1,501.5 of them, $20, and 1,500.", ["1,501.5", "$20"]),
        ("They pay $1,600, as it is, or $1,700.", ["$1,600", "$1,700"]),
        ("They pay $ 45.50 an hour.", ["$ 45.50"]),
        ("A 100 % rise.", ["100 %"]),
        ("Eight percentages, 3 percenters.", []),
        ("All 21,500 of them.", ["21,500"]),
        ("From $45,000-$50,000.", ["$45,000", "$50,000"]),
    ],
)
def test_amounts_in_a_text_are_among_its_figures(
    below: Path, above: Path, text: str, told: list[str]
) -> None:
    """Money, shares and numbers above a thousand stand in the figures, however they are written."""
    file = "guides/helper/a.yaml"
    write_pack(
        above, {file: guide(f"  path:\n    lead: L.\n    sources: [own]\n{FIGURES}    text: ['{text}']\n")}
    )
    problems = problems_in(below, above)
    assert [(problem.line, problem.column, problem.key, problem.hint) for problem in problems] == [
        (13, 12, "sections.path.text[0]", ADD_FIGURE)
    ] * len(told)
    assert {problem.message for problem in problems} == {
        f"says {amount}, which no figure of this section has" for amount in told
    }


TEXTS = [
    ("title: ~", "title"),
    ("text: [T., ~]", "text[1]"),
    ("meaning: ~", "meaning"),
    ("nearest: [{occupation: 99-1235, why: ~}]", "nearest[0].why"),
    ("points: [{name: ~, text: T.}]", "points[0].name"),
    ("points: [{name: N, text: ~}]", "points[0].text"),
    ("groups: [{name: ~, points: [{name: N, text: T.}]}]", "groups[0].name"),
    ("groups: [{name: N, aside: ~, points: [{name: N, text: T.}]}]", "groups[0].aside"),
    ("groups: [{name: N, lead: ~, points: [{name: N, text: T.}]}]", "groups[0].lead"),
    ("groups: [{name: N, points: [{name: N, text: ~}]}]", "groups[0].points[0].text"),
    ("tiers: [{tier: helper, text: ~, duties: [D]}]", "tiers[0].text"),
    ("tiers: [{tier: helper, text: T., duties: [~]}]", "tiers[0].duties[0]"),
    (
        "tiers: [{tier: helper, text: T., duties: [D], elsewhere: [{title: T, asks: ~, source: own}]}]",
        "tiers[0].elsewhere[0].asks",
    ),
    ("cases: [{title: ~, story: [S.], takeaway: T.}]", "cases[0].title"),
    ("cases: [{title: T, story: [~], takeaway: T.}]", "cases[0].story[0]"),
    ("questions: [{question: ~, answer: [A.]}]", "questions[0].question"),
    ("questions: [{question: Q, answer: [~]}]", "questions[0].answer[0]"),
    ("questions: [{question: Q, answer: [A.], keywords: [~]}]", "questions[0].keywords[0]"),
    (
        "related: [{title: T, text: T., carries_over: [~], missing: [M], sources: [own]}]",
        "related[0].carries_over[0]",
    ),
    (
        "related: [{title: T, text: T., carries_over: [C], missing: [~], sources: [own]}]",
        "related[0].missing[0]",
    ),
]


@pytest.mark.parametrize(("content", "key"), TEXTS, ids=[key for _, key in TEXTS])
def test_every_text_of_a_section_is_looked_at(below: Path, above: Path, content: str, key: str) -> None:
    """Wherever a reader may read of an amount, it is looked for."""
    plain = PACK["occupations.yaml"].replace("99-1234", "99-1235")
    content = content.replace("~", "It is 77 %")
    content = content if content.startswith("text") else f"{content}, text: [T.]"
    section = f"  path: {{lead: L., sources: [own], {content}}}\n"
    write_pack(above, {"occupations.yaml": plain, "guides/helper/a.yaml": guide(section)})
    (problem,) = problems_in(below, above)
    assert (problem.key, problem.message.split(",")[0]) == (f"sections.path.{key}", "says 77 %")


@pytest.mark.parametrize(
    ("amount", "known"),
    [
        *((amount, True) for amount in ("$31,000", "$36,000", "$42,830", "$50,000")),
        *((amount, True) for amount in ("5.5 %", "2,800.5 thousand", "2,646.5", "2,800,500", "341,700")),
        ("$2024", False),
        ("$60,000", False),
        ("$341,700", False),
        ("31,000", False),
    ],
)
def test_amounts_of_the_nearest_occupation_are_known(
    below: Path, above: Path, amount: str, known: bool
) -> None:
    """Its wages and projection have their sources: a section about it need not list them again."""
    section = f"  pay: {{lead: 'It is {amount}.', sources: [own], {HOLDS['nearest']}}}\n"
    write_pack(above, {"guides/helper/a.yaml": guide(section)})
    assert (problems_in(below, above) == []) is known
    elsewhere = f"  path: {{lead: 'It is {amount}.', sources: [own], text: [T.]}}\n"
    write_pack(above, {"guides/helper/a.yaml": guide(elsewhere)})
    assert len(problems_in(below, above)) == 1


@pytest.mark.parametrize("lacks", ["wages", "projection"])
def test_an_occupation_may_lack_wages_or_projection(below: Path, above: Path, lacks: str) -> None:
    """What the statistics do not have is not asked for; what the occupation has is still known."""
    parts = {
        "wages": "    wages: {p10: 1, p25: 2, median: 3, p75: 4, p90: 5, source: own}\n",
        "projection": "    projection: {start: 2024, end: 2034, employment: 100, projected: 101, change: 1,"
        " openings: 1,"
        " education: E, experience: E, source: own}\n",
    }
    parts[lacks] = ""
    head = "schema: careercli/occupations@1\noccupations:\n  - code: 99-1234\n    title: T\n"
    occupation = head + "".join(parts.values())
    amount = "$5" if parts["wages"] else "1 %"
    section = f"  pay: {{lead: It is {amount}., sources: [own], {HOLDS['nearest']}}}\n"
    write_pack(above, {"occupations.yaml": occupation, "guides/helper/a.yaml": guide(section)})
    assert problems_in(below, above) == []


def test_figures_of_a_case_are_known_to_its_section(below: Path, above: Path) -> None:
    """What a story says stands in its own figures, and no other section may rest on them."""
    case = (
        "cases: [{title: T, story: [It took 15 %.], takeaway: T., "
        "figures: [{label: L, amount: 15, unit: '%', kind: reported, source: own}]}]"
    )
    write_pack(
        above, {"guides/helper/a.yaml": guide(f"  path: {{lead: L., sources: [own], text: [T.], {case}}}\n")}
    )
    assert problems_in(below, above) == []


def test_amounts_that_a_broken_file_may_hold_are_not_told(below: Path, above: Path) -> None:
    """Where occupations.yaml cannot be used, only sections that rest on none are held to their figures."""
    sections = (
        f"  pay: {{lead: It is $77., sources: [own], {HOLDS['nearest']}}}\n"
        "  path: {lead: It is $78., sources: [own], text: [T.]}\n"
    )
    write_pack(above, {"occupations.yaml": "a: [", "guides/helper/a.yaml": guide(sections)})
    assert [(problem.file, problem.key) for problem in problems_in(below, above)] == [
        (str(above / "guides/helper/a.yaml"), "sections.path.lead"),
        (str(above / "occupations.yaml"), ""),
    ]


@pytest.mark.parametrize(
    ("file", "section"), [("tools.yaml", "tech-stack"), ("certificates.yaml", "certificates")]
)
def test_tools_and_certificates_of_a_broken_file_are_not_unknown(
    below: Path, above: Path, file: str, section: str
) -> None:
    """What a guide calls by name may stand there."""
    holds = HOLDS[SECTIONS[section].holds].replace("name: N,", "name: Nowhere,")
    files = {
        file: "a: [",
        "guides/helper/a.yaml": guide(f"  {section}: {{lead: L., sources: [own], {holds}}}\n"),
    }
    write_pack(above, files)
    assert [problem.file for problem in problems_in(below, above)] == [str(above / file)]
    (above / file).unlink()
    (problem,) = problems_in(below, above)
    assert problem.message == f"'Nowhere' is not a known {'tool' if file == 'tools.yaml' else 'certificate'}"


@pytest.mark.parametrize(
    "content",
    [
        "points: [{name: Nowhere, text: T.}]",
        "groups: [{name: A, points: [{name: Nowhere, text: T.}]}]",
    ],
)
@pytest.mark.parametrize("section", ["tech-stack", "certificates"])
def test_points_are_named_after_tools_and_certificates_wherever_they_stand(
    below: Path, above: Path, section: str, content: str
) -> None:
    """In a list or in a group, of either section."""
    files = {"guides/helper/a.yaml": guide(f"  {section}: {{lead: L., sources: [own], {content}}}\n")}
    told = {(problem.key, problem.message) for problem in problems_in(below, write_pack(above, files))}
    place = "groups[0].points[0]" if content.startswith("groups") else "points[0]"
    message = f"'Nowhere' is not a known {'tool' if section == 'tech-stack' else 'certificate'}"
    assert (f"sections.{section}.{place}.name", message) in told


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (["Pen", "Ink"], []),
        (["Pen", "Pen"], [("tools[1].name", "the tool 'Pen' is there twice")]),
        (
            ["Pen", "Pen", "Pen"],
            [
                ("tools[1].name", "the tool 'Pen' is there twice"),
                ("tools[2].name", "the tool 'Pen' is there twice"),
            ],
        ),
        (["Pen", "PEN"], [("tools[1].name", "the tool 'PEN' is there twice")]),
        (["Pen: Ink", "Pen: Ink, Nib"], [("tools[1].name", "the tool 'Pen' is there twice")]),
        (["Pen: Pen, pen"], []),
        (["Pen: Ink", "Ink"], [("tools[1].name", "'Ink' already names Pen")]),
        (["Pen", "Ink: Pen"], [("tools[1].aliases[0]", "'Pen' already names Pen")]),
        (["Pen: A, B", "Ink: C, b"], [("tools[1].aliases[1]", "'b' already names Pen")]),
    ],
    ids=str,
)
def test_a_tool_has_its_names_to_itself(
    below: Path, above: Path, entries: list[str], told: list[tuple[str, str]]
) -> None:
    """A name or alias that two claim is told at the second; one tool may repeat its own."""
    lines = ""
    for entry in entries:
        name, _, aliases = entry.partition(": ")
        lines += f"  - {{name: {name}, what: W., skills: [], aliases: [{aliases}]}}\n"
    write_pack(above, {"tools.yaml": f"schema: careercli/tools@1\ntools:\n{lines}"})
    assert [(problem.key, problem.message) for problem in problems_in(below, above)] == told


def test_another_pack_may_use_the_names_again(below: Path, above: Path) -> None:
    """A pack laid over repeats what it takes the place of: only within a pack is it a slip."""
    write_pack(above, {name: PACK[name] for name in ("tools.yaml", "certificates.yaml", "occupations.yaml")})
    assert problems_in(below, above) == []


@pytest.mark.parametrize("fault", FAULTS_ALONE, ids=[fault.message for fault in FAULTS_ALONE])
def test_a_missing_section_is_told_at_its_role(tmp_path: Path, fault: Fault) -> None:
    """The problem stands where the role is, as the section stands nowhere."""
    (planted,) = plant(tmp_path, fault)
    expected = planted._replace(file=str(tmp_path / "roles/helper.yaml"), line=1, column=1)
    assert problems_in(tmp_path) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("It cost $1,500.", "$1,500", "They have 1,500 users: say that, or add this with its source."),
        (
            "It has 40,000 of them.",
            "40,000",
            "They have 40,000 USD a year: say that, or add this with its source.",
        ),
        ("It rose by +12.5 %.", "+12.5 %", "They have -12.5 %: say that, or add this with its source."),
        ("It rose by 13-12.5 %.", "13 %", ADD_FIGURE),
    ],
)
def test_an_amount_that_stands_elsewise_in_the_figures(
    below: Path, above: Path, text: str, words: str, hint: str
) -> None:
    """Another unit or sign is told, with what the figures have."""
    section = f"  path:\n    lead: L.\n    sources: [own]\n{FIGURES}    text: ['{text}']\n"
    write_pack(above, {"guides/helper/a.yaml": guide(section)})
    (problem,) = problems_in(below, above)
    assert (problem.message, problem.hint) == (f"says {words}, which no figure of this section has", hint)


def at_the_counter(old: str, new: str) -> dict[str, str]:
    """Return a pack with another ladder that shares ids with the one below, its role's pay changed."""
    text = COUNTER["guides/keeper/market.yaml"]
    assert text.count(old) == 1
    return {**COUNTER, "guides/keeper/market.yaml": text.replace(old, new)}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("tiers: [helper]}", "tiers: [helper, lead]}", "pay.nearest[0].tiers[1]"),
        (
            "  job-outlook:\n",
            "    figures: [{label: L, words: W, kind: stated, source: own, tier: lead}]\n  job-outlook:\n",
            "pay.figures[0].tier",
        ),
        (
            "  related-roles:\n",
            "      - {tier: lead, text: T., duties: [D]}\n  related-roles:\n",
            "career-tiers.tiers[3].tier",
        ),
    ],
    ids=["nearest", "pay", "portrait"],
)
def test_a_guide_describes_tiers_of_its_role(below: Path, above: Path, old: str, new: str, key: str) -> None:
    """Ladders may share the id of a tier: so a guide may only name those that its own role has."""
    (problem,) = problems_in(below, write_pack(above, at_the_counter(old, new)))
    assert (problem.key, problem.message, problem.hint) == (
        f"sections.{key}",
        "'lead' is no tier of keeper but of helper",
        "Its tiers are helper, senior-helper, chief.",
    )


def test_a_role_on_no_ladder_may_borrow_tiers(tmp_path: Path) -> None:
    """Its guide describes tiers as every guide does, and has none of its own to describe."""
    files = {
        "roles/idler.yaml": PACK["roles/helper.yaml"].replace("helper", "idler").replace("Helper", "Idler"),
        "guides/idler/about.yaml": PACK[ABOUT].replace("role: helper", "role: idler"),
        "guides/idler/market.yaml": PACK[MARKET].replace("role: helper", "role: idler"),
    }
    assert problems_in(write_pack(tmp_path, {**PACK, **files})) == []


def test_other_figures_may_speak_of_tiers_of_other_roles(below: Path, above: Path) -> None:
    """What a source asks of the next role's first tier belongs into the guide of this one."""
    figure = "    figures: [{label: L, words: W, kind: stated, source: own, tier: lead}]\n  related-roles:\n"
    write_pack(above, at_the_counter("  related-roles:\n", figure))
    assert problems_in(below, above) == []


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("tiers: [helper]}", "tiers: [helper, helper]}", "pay.nearest[0].tiers[1]"),
        (
            "tiers: [helper]}\n",
            "tiers: [helper]}\n      - {occupation: 99-1234, why: Again., tiers: [lead, helper]}\n",
            "pay.nearest[1].tiers[1]",
        ),
        (
            "  job-outlook:\n",
            """    figures:
      - {label: L, words: W, kind: stated, source: own, tier: lead}
      - {label: M, words: W, kind: stated, source: own, tier: lead}
  job-outlook:
""",
            "pay.figures[1].tier",
        ),
        (
            "  related-roles:\n",
            "      - {tier: helper, text: T., duties: [D]}\n  related-roles:\n",
            "career-tiers.tiers[3].tier",
        ),
    ],
    ids=["nearest", "two nearest", "pay", "portrait"],
)
def test_a_tier_is_spoken_of_once(tmp_path: Path, old: str, new: str, key: str) -> None:
    """The second portrait, pay or nearest occupation of a tier would never be seen."""
    assert PACK[MARKET].count(old) == 1
    write_pack(tmp_path, {**PACK, MARKET: PACK[MARKET].replace(old, new)})
    (problem,) = problems_in(tmp_path)
    assert problem.key == f"sections.{key}"
    assert problem.message == f"the tier '{'lead' if 'figures' in key else 'helper'}' is there twice"


def test_a_question_leads_to_a_section_that_is_there(tmp_path: Path) -> None:
    """A section that guides can have, and this one has not."""
    write_pack(tmp_path, {**PACK, MARKET: PACK[MARKET].replace("section: overview}", "section: advice}")})
    (problem,) = problems_in(tmp_path)
    assert (problem.key, problem.message, problem.hint) == (
        "sections.faq.questions[0].section",
        "the guide of helper has no section 'advice'",
        "Write that section, or leave this out.",
    )
    write_pack(tmp_path, {"guides/helper/broken.yaml": "a: ["})
    assert [problem.file for problem in problems_in(tmp_path)] == [
        str(tmp_path / "guides/helper/broken.yaml")
    ]


def test_a_question_is_about_skills_that_are_there(tmp_path: Path) -> None:
    """What a question explains is a skill of the packs: who lacks it is led there."""
    write_pack(tmp_path, {**PACK, MARKET: PACK[MARKET].replace("section: overview}", "skills: [wringing]}")})
    (problem,) = problems_in(tmp_path)
    assert (problem.key, problem.message) == (
        "sections.faq.questions[0].skills[0]",
        "'wringing' is not a known skill",
    )


def test_portraits_are_asked_for_within_a_pack(below: Path, above: Path) -> None:
    """A pack may describe one tier of a ladder below, or bring a ladder for a role below, and no more."""
    one = "  career-tiers: {lead: L., sources: [own], tiers: [{tier: lead, text: T., duties: [D]}]}\n"
    write_pack(above, {"guides/helper/a.yaml": guide(one)})
    assert problems_in(below, above) == []
    more = PACK[LADDER].replace("id: lead\n", "id: chief\n").replace("[lead]", "[chief]")
    write_pack(above, {LADDER: more.replace("tier: lead", "tier: chief")})
    (above / "guides/helper/a.yaml").unlink()
    assert problems_in(below, above) == []


EMPTY = [
    (MARKET, "answer: [No.]", "answer: []", "must be a list of at least one text, not an empty one"),
    (MARKET, "duties: [Write]}", "duties: []}", "must be a list of at least one text, not an empty one"),
    (
        MARKET,
        "carries_over: [Writing]",
        "carries_over: []",
        "must be a list of at least one text, not an empty one",
    ),
    (MARKET, "missing: [Filing]", "missing: []", "must be a list of at least one text, not an empty one"),
    (
        MARKET,
        "story: [It took 30 % less time.]",
        "story: []",
        "must be a list of at least one text, not an empty one",
    ),
    (
        ABOUT,
        "points:\n          - {name: Mail, text: Read it.}",
        "points: []",
        "must be a list of at least one point, not an empty one",
    ),
    (MARKET, "answer: [No.]", "answer: ['  ']", "must be more than white space"),
    (MARKET, "text: Helps., duties", 'text: "\\n", duties', "must be more than white space"),
    ("roles/helper.yaml", "summary: Helps.", "summary: ' '", "must be more than white space"),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), EMPTY, ids=[new for _, _, new, _ in EMPTY])
def test_where_something_must_be_something_is(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    """An empty list, or a text of white space, is told."""
    assert PACK[file].count(old) == 1
    write_pack(tmp_path, {**PACK, file: PACK[file].replace(old, new)})
    assert [problem.message for problem in problems_in(tmp_path)] == [message]


FACTS = [
    ("p25: 36000", "p25: 30000", "wages", "percentiles must not fall from p10 to p90"),
    ("start: 2024", "start: 2034", "projection", "start must be before end"),
    (
        "change: -5.5",
        "change: 5.5",
        "projection",
        "change must be -5.5, as employment and projected make it",
    ),
    (
        "change: -5.5",
        "change: -5.7",
        "projection",
        "change must be -5.5, as employment and projected make it",
    ),
    (
        "employment: 2800.5",
        "employment: -2800.5",
        "projection.employment",
        "must be a number from 0 to 1e9, not -2800.5",
    ),
    ("employment: 2800.5", "employment: 0", "projection", "employment must be above 0"),
    ("openings: 341.7", "openings: -1", "projection.openings", "must be a number from 0 to 1e9, not -1"),
]


@pytest.mark.parametrize(("old", "new", "key", "message"), FACTS, ids=[f"{f[1]} {f[3]}" for f in FACTS])
def test_statistics_make_sense(tmp_path: Path, old: str, new: str, key: str, message: str) -> None:
    """Slips in figures that are copied from a table are told."""
    text = PACK["occupations.yaml"]
    assert text.count(old) == 1
    write_pack(tmp_path, {**PACK, "occupations.yaml": text.replace(old, new)})
    (problem,) = problems_in(tmp_path)
    assert (problem.key, problem.message) == (f"occupations[0].{key}", message)


@pytest.mark.parametrize("change", ["-5.5", "-5.6", "-5.4"])
def test_a_change_may_be_rounded(tmp_path: Path, change: str) -> None:
    """Statistics round what they count before anybody sees it."""
    text = PACK["occupations.yaml"].replace("change: -5.5", f"change: {change}")
    assert problems_in(write_pack(tmp_path, {**PACK, "occupations.yaml": text})) == []
