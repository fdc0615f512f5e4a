from __future__ import annotations

from pathlib import Path

import pytest

from careercli.catalog import load_library
from careercli.domain.library import Library
from careercli.domain.model import Catalog
from careercli.domain.sections import SECTIONS
from careercli.errors import ExitCode
from tests.running import run

MANAGER = "customer-support-manager"


@pytest.fixture(scope="module")
def library() -> Library:
    """Return what there is to read in the built-in pack."""
    return load_library()


def flat(text: str) -> str:
    """Return text as it reads, without its lines."""
    return " ".join(text.split())


def test_the_roles_are_listed_in_the_order_of_the_ladder(catalog: Catalog) -> None:
    """Roles come from the first rung up, with their tiers."""
    roles = run("role", "list", "--json").document["roles"]

    assert [role["id"] for role in roles] == ["customer-support-specialist", MANAGER]
    assert [tier for role in roles for tier in role["tiers"]] == [tier.id for tier in catalog.ladder.tiers]
    assert all(role["sections"] == [name for name in SECTIONS if name in role["sections"]] for role in roles)
    assert {name for role in roles for name in role["sections"]} == set(SECTIONS)
    out = flat(run("role", "list").out)
    assert all(role["name"] in out and role["summary"] in out for role in roles)


def test_the_contents_come_first(library: Library) -> None:
    """Without a section, one screen says what there is to read and how to read it."""
    out = run("role", "show", MANAGER).out

    assert len(out.splitlines()) <= 24
    assert set(library.guides_by_role[MANAGER].sections) <= set(out.split())
    assert f"careercli role show {MANAGER} --section pay" in out


@pytest.mark.parametrize(
    ("role", "section"),
    [(guide.role, section) for guide in load_library().guides for section in guide.sections],
)
def test_nothing_of_a_section_is_left_out(role: str, section: str, library: Library) -> None:
    """Every text of a section is on its page, and every source that it rests on below it."""
    out = flat(run("role", "show", role, "--section", section, columns=75).out)
    content = library.guides_by_role[role].sections[section]

    texts = [content.lead, *content.text, *(content.meaning,) * bool(content.meaning)]
    texts += [part for point in content.points for part in (point.name, point.text)]
    for group in content.groups:
        texts += [group.name, *(part for point in group.points for part in (point.name, point.text))]
    texts += [figure.note for figure in content.figures if figure.note]
    for portrait in content.tiers:
        texts += [portrait.text, *portrait.duties]
        texts += [part for other in portrait.elsewhere for part in (other.title, other.asks)]
    for case in content.cases:
        texts += [case.title, *case.story, case.takeaway, *(figure.label for figure in case.figures)]
    for related in content.related:
        texts += [related.title, related.text, *related.carries_over, *related.missing]
    for question in content.questions:
        texts += [question.question, *question.answer]
    texts += [near.why for near in content.nearest]
    for text in texts:
        assert flat(text) in out
    assert "[1]" in out
    assert "Sources" in out


def test_sections_by_any_name(library: Library) -> None:
    """--section takes id, title or another name, in any case, and several of them, each once."""
    sections = run(
        "role", "show", MANAGER, "--section", "Salary", "--section", "FAQ", "--section", "pay", "--json"
    )

    assert list(sections.document["sections"]) == ["pay", "faq"]
    assert sections.document["sections"]["pay"]["title"] == "Pay"


@pytest.mark.parametrize("name", [MANAGER, "support manager", "Customer  Service MANAGER"])
def test_names_of_a_role(name: str) -> None:
    """Id, name and alias lead to the role, in any case."""
    assert run("role", "show", name, "--json").document["id"] == MANAGER


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["customer-support-manger"], "There is no role 'customer-support-manger'.", "Did you mean"),
        (["qqq"], "There is no role 'qqq'.", "There are customer-support-specialist, customer-support-man"),
        ([MANAGER, "--section", "sallary"], "There is no section 'sallary'.", "Did you mean 'pay'?"),
        ([MANAGER, "--section", "qqqq"], "There is no section 'qqqq'.", "There are overview, core-functions"),
    ],
)
def test_what_is_not_there(arguments: list[str], message: str, hint: str) -> None:
    """A role or section that is not there is not found; the nearest is offered."""
    result = run("role", "show", *arguments)

    assert (result.code, result.out) == (ExitCode.NOT_FOUND, "")
    assert result.err.startswith(f"careercli: {message}\n  {hint}")


def test_a_tier_opens_its_role() -> None:
    """Who looks for a tier gets the guide that it is in, and is told so."""
    result = run("role", "show", "Director of Support", "--section", "day")

    assert result.err == "Note: 'Director of Support' is a tier of this role.\n"
    assert result.out.startswith("Customer Support Manager: A day in the life")


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Core Functions of the Customer Support Manager Role", "core-functions"),
        ("Path to Customer Support Manager", "path"),
        ("Pros & Cons for Customer Support Manager", "pros-and-cons"),
        ("Work-Life Balance & Stress", "work-life-balance"),
        ("Common Mistakes of Beginners", "beginners-mistakes"),
        ("Examples and Case Studies", "case-studies"),
        ("Frequently Asked Questions", "faq"),
        ("Annual Salary", "pay"),
        ("Tech Stack", "tech-stack"),
    ],
)
def test_the_guides_own_headings_lead_to_their_sections(title: str, section: str) -> None:
    """What the original guides call a section is one of its names."""
    assert list(run("role", "show", MANAGER, "--section", title, "--json").document["sections"]) == [section]


def test_full_and_a_section_contradict_one_another() -> None:
    """Asking for all and for one is a mistake, not a choice of ours."""
    result = run("role", "show", MANAGER, "--full", "--section", "pay")

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "--full and --section contradict one another." in result.err


def test_full_is_every_section(library: Library) -> None:
    """--full reads the guide from end to end."""
    out = flat(run("role", "show", MANAGER, "--full").out)

    for name, section in library.guides_by_role[MANAGER].sections.items():
        assert f"Customer Support Manager: {section.title or SECTIONS[name].title}" in out


def test_what_a_director_earns_and_who_says_so() -> None:
    """The pay of every tier stands beside what the survey says of the nearest occupation, with sources."""
    out = flat(run("role", "show", MANAGER, "--section", "pay").out)

    assert "Director $110,000+ [1] 50,090 72,320 105,770 167,280 253,390" in out
    assert "[1] Customer Support Manager Career Path Guide. Jobicy" in out
    assert "[2] Occupational Employment and Wage Statistics, May 2025." in out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("guide.html", "<!doctype html>"),
        ("guide.htm", "<!doctype html>"),
        ("guide.md", "# Customer Support Manager"),
        ("guide.txt", "Customer Support Manager: Overview"),
        ("guide.json", '{\n  "'),
    ],
)
def test_a_guide_as_a_file(name: str, begins: str, home: Path) -> None:
    """The ending of the file says what it is; it holds the whole guide."""
    result = run("role", "show", MANAGER, "-o", name)

    assert (result.code, result.out, result.err) == (0, "", f"Written to {name}.\n")
    text = Path(name).read_text()
    assert text.startswith(begins)
    assert "Case studies" in text or "case-studies" in text
    assert "\x1b" not in text
    assert run("role", "show", MANAGER, "-o", name).code == ExitCode.USAGE
    assert run("role", "show", MANAGER, "-o", name, "--force", "--section", "pay").code == 0
    assert len(Path(name).read_text()) < len(text) / 2


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["-o", "guide.pdf"], ExitCode.USAGE, "What guide.pdf should be is not clear from its ending."),
        (["-o", "guide.html", "--format", "md"], ExitCode.USAGE, "contradict each other"),
        (["-o", "guide.html", "--json"], ExitCode.USAGE, "contradict each other"),
        (["-o", "gone/guide.html"], ExitCode.STORAGE, "there is no folder gone"),
        (["-o", ""], ExitCode.USAGE, "-o takes the name of a file"),
        (["--format", "htm"], ExitCode.USAGE, "Did you mean 'html'?"),
        (["-o", "guide.html", "--svg", "x.svg"], ExitCode.USAGE, "--svg makes a picture of a screen"),
    ],
)
def test_a_guide_that_cannot_be_written(words: list[str], code: ExitCode, message: str, home: Path) -> None:
    """What contradicts itself, or has no place to go, is told, and nothing is written."""
    result = run("role", "show", MANAGER, *words)

    assert (result.code, result.out) == (code, "")
    assert message in flat(result.err)
    assert not list(Path.cwd().iterdir())


def test_a_guide_printed() -> None:
    """Each form can be printed as well; the screen and --json are as without --format."""
    assert run("role", "show", MANAGER, "--format", "html").out.startswith("<!doctype html>")
    assert run("role", "show", MANAGER, "-o", "-", "--format", "md").out.startswith("# Customer Support")
    assert run("role", "show", MANAGER, "--format", "table").out == run("role", "show", MANAGER).out
    assert run("role", "show", MANAGER, "--format", "json").out == run("role", "show", MANAGER, "--json").out


SPECIALIST = "customer-support-specialist"


def test_pay_in_a_state() -> None:
    """What a state pays stands below the country's, by a flag or the settings, and says how they differ."""
    texas = flat(run("role", "show", SPECIALIST, "--section", "pay", "--state", "texas").out)

    assert "In Texas" in texas
    assert "Customer Service Representatives 29,320 35,420 40,420 48,300 59,590" in texas
    assert "The median of $40,420 is 10 % below the country's $44,770, over 337,170 jobs." in texas
    assert texas == flat(
        run("role", "show", SPECIALIST, "--section", "pay", env={"CAREERCLI_STATE": "TX"}).out
    )


def test_pay_by_line_of_business_and_over_a_year() -> None:
    """Without a state too, lines of business are told best-paid first, and what changed in a year."""
    out = flat(run("role", "show", SPECIALIST, "--section", "pay").out)

    assert (
        out.index("Utilities $58,460")
        < out.index("Insurers and agencies $46,730")
        < out.index("Retail $37,350")
    )
    assert "Median $42,830 to $44,770 (+4.5 %), jobs 2,725,930 to 2,595,750 (-4.8 %)." in out
    assert "careercli config set state TX" in out


def test_no_american_pay_abroad() -> None:
    """Who says that they live elsewhere sees no amount of dollars, and how to see them all the same."""
    out = flat(run("role", "show", SPECIALIST, "--section", "pay", "--state", "none").out)

    assert "$" not in out
    assert "statistics office" in out
    assert "--state CA" in out


def test_an_unknown_state_is_refused() -> None:
    """What is no state is told the nearest."""
    result = run("role", "show", SPECIALIST, "--section", "pay", "--state", "Texs")

    assert result.code == ExitCode.USAGE
    assert "Did you mean 'TX'?" in result.err or "Texas" in result.err


def test_pay_as_a_document() -> None:
    """The document of the pay section has what the survey says, of one state where one is asked for."""
    every, one = (
        run("role", "show", SPECIALIST, "--section", "pay", *more, "--json").document["surveyed"]
        for more in ((), ("--state", "TX"))
    )

    assert [entry["code"] for entry in every] == ["43-4051", "43-1011", "15-1232"]
    assert len(every[0]["states"]) == 54
    assert list(one[0]["states"]) == ["TX"]
    assert one[0]["states"]["TX"]["median"] == 40_420
    assert run("role", "show", SPECIALIST, "--section", "overview", "--json").document["surveyed"] == []
