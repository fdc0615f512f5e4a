"""The built-in guides, held to more than the format asks: nothing of the original guides is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import pytest

from careercli.catalog import builtin_pack, load_library
from careercli.domain.guide import Figure, Guide, Section, pay_of
from careercli.domain.library import Library
from careercli.domain.model import Catalog
from careercli.domain.sections import SECTIONS
from careercli.domain.titles import tier_of_title
from careercli.formats.lookup import find_certificate, find_skill, find_tool
from careercli.search.passages import found as search
from careercli.text.passages import all_passages
from tests.guide_facts import (
    CERTIFICATES,
    CHANGE,
    FIGURES,
    IN_WORDS,
    LISTS,
    MANAGER,
    MORE_TOOLS,
    NAMES,
    PROJECTIONS,
    PROSE,
    ROLES,
    SPECIALIST,
    STACK,
    TITLES,
    WAGES,
    YEARS,
    Fact,
    Value,
)
from tests.running import run
from tests.test_role_data import PHRASES

BANNED = re.compile(
    r"\b(pivotal|crucial(ly)?|dynamics?|landscapes?|leverag\w+|seamless(ly)?|passion(ate|ately)?|ever-evolving"
    r"|robust(ly)?|delv(e|es|ing)|empower\w*|game-chang\w+|cutting-edge|world-class|synerg\w+|holistic\w*"
    r"|unlock\w*|thriv\w+|embark\w*|tapestry|spearhead\w*|elevat(e|es|ing)|utiliz(e|es|ed|ing)|paramount|vital)\b",
    re.IGNORECASE,
)
"""Words that sound like something and say nothing."""

SENTENCE_END = re.compile(r"[.?!][\"')]?$")

ACCENTED = ("São Paulo",)
"""Names that are spelled with other letters than those of ASCII."""

LENGTHS = {"lead": (60, 300), "name": (3, 60), "title": (3, 60), "label": (3, 60)}
"""The shortest and the longest that a text under a key may be; any other is a paragraph."""

POINT = (40, 300)
"""The same for what is said in one point of a list."""

FOCUS = (20, 300)
"""The same for what a group of points is about."""

LONGEST_PARAGRAPH = 750

SENTENCES = frozenset({"text", "story", "answer", "why", "takeaway", "meaning", "asks"})
"""Keys of texts that are made of whole sentences."""

NOT_READ = frozenset({"sources", "source", "skill", "skills", "occupation", "tier", "section", "kind"})
"""Keys of references, which are names for the machine."""

RUN = 12
"""So many words in a row are a sentence that was written before."""

OURS = {"certificates", "related-roles"}
"""Sections of both guides that the originals have no text for."""

EMPLOYERS = {"gitlab", "basecamp", "sourcegraph"}
"""Real ladders that every rung is set beside."""


class Reading(NamedTuple):
    """A text, the key it stands under, and where that is."""

    place: str
    key: str
    text: str


def readings(value: object, place: str = "", key: str = "") -> Iterator[Reading]:
    """Yield every text in a value that somebody reads."""
    value = msgspec.to_builtins(value)
    if isinstance(value, str):
        yield Reading(place, key, value)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in NOT_READ:
                yield from readings(item, f"{place}/{name}", name)
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            yield from readings(item, f"{place}/{number}", key)


def listed(names: str) -> list[str]:
    """Return the names in one string of a table."""
    return names.split("; ")


def says(texts: Sequence[str], name: str) -> bool:
    """Whether a name stands in one of the texts as words of its own, in any case; a hyphen is a space."""
    pattern = r"[\s-]+".join(re.escape(part) for part in re.split(r"[\s-]+", name))
    return any(re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) for text in texts)


@pytest.fixture(scope="module")
def library() -> Library:
    """Return what there is to read in the built-in pack."""
    return load_library()


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    """Return what ``data export`` prints."""
    result = run("data", "export")
    assert result.code == 0, result.err
    return result.document


@pytest.fixture(scope="module")
def texts(catalog: Catalog, library: Library) -> list[Reading]:
    """Return every text of the built-in data that people read."""
    return [
        *(r for guide in library.guides for r in readings(guide.sections, guide.role)),
        *(r for tool in library.tools for r in readings(tool, f"tool {tool.name}")),
        *(r for certificate in library.certificates for r in readings(certificate, certificate.name)),
        *(r for term in library.terms for r in readings(term.text, f"term {term.name}")),
        *(r for each in library.transfers for r in readings(each, f"transfer {each.id}")),
        *(r for skill in catalog.skills for r in readings(skill, f"skill {skill.id}")),
        *(r for tier in catalog.ladder.tiers for r in readings(tier, f"tier {tier.id}")),
        *(r for role in catalog.roles for r in readings(role, f"role {role.id}")),
        *(r for person in catalog.personas for r in readings(person.story, f"person {person.id}")),
        *(r for source in catalog.sources for r in readings(source.note, f"source {source.id}")),
    ]


def shape_of(section: Section, kind: str) -> int | tuple[int, ...]:
    """Return how many items a list has, group by group where it is in groups of the original's."""
    if kind == "groups":
        return tuple(len(group.points) for group in section.groups)
    return len(getattr(section, kind))


def originals(catalog: Catalog, role: str) -> set[str]:
    """Return the sections that the original guide of a role has."""
    source = next(source for source in catalog.sources if source.id == ROLES[role])
    return set(source.sections) & set(SECTIONS)


def words_in(section: Section) -> int:
    """Return how many words of prose a section has, without its figures."""
    prose = msgspec.structs.replace(section, figures=(), nearest=())
    return sum(len(reading.text.split()) for reading in readings(prose))


def test_every_role_has_every_section(catalog: Catalog, library: Library) -> None:
    """No chapter of an original is left out, what it is about is there, and no section is in no guide."""
    assert set(library.guides_by_role) == set(ROLES)
    for guide in library.guides:
        assert list(guide.sections) == [name for name in SECTIONS if name in guide.sections]
        assert originals(catalog, guide.role) | OURS <= set(guide.sections)
        assert all(getattr(section, SECTIONS[name].holds) for name, section in guide.sections.items())
    assert {name for guide in library.guides for name in guide.sections} == set(SECTIONS)


@pytest.mark.parametrize(("role", "name"), [(role, name) for role in ROLES for name in LISTS[role]])
def test_a_list_has_as_many_items_as_the_original(library: Library, role: str, name: str) -> None:
    """Fifteen responsibilities stay fifteen: nothing dropped, nothing padded."""
    section = library.guides_by_role[role].sections[name]
    shape = shape_of(section, SECTIONS[name].holds)
    whole = sum(shape) if name == "tech-stack" and isinstance(shape, tuple) else shape
    assert whole == LISTS[role][name]


@pytest.mark.parametrize(("role", "name"), [(role, name) for role in ROLES for name in PROSE[role]])
def test_prose_is_as_deep_as_the_original(library: Library, role: str, name: str) -> None:
    """A section has at least the paragraphs (or points in their place) and the words of the original."""
    section = library.guides_by_role[role].sections[name]
    paragraphs, words = PROSE[role][name]
    assert len(section.text) + len(section.points) >= paragraphs
    assert words_in(section) >= words


def test_a_case_is_a_story_with_a_lesson_and_figures(library: Library) -> None:
    """Each case is told in paragraphs, with what came of it as figures, and what to take from it."""
    for guide in library.guides:
        for case in guide.sections["case-studies"].cases:
            assert len(case.story) >= 2
            assert case.figures
            assert case.takeaway


def value_of(figure: dict[str, Any]) -> Value:
    """Return the value of a figure as a table above has it."""
    if figure["words"] is not None:
        return str(figure["words"])
    return figure["amount"] if figure["amount"] is not None else (figure["min"], figure["max"])


def section_of(exported: dict[str, Any], role: str, name: str) -> dict[str, Any]:
    entry = next(entry for entry in exported["roles"] if entry["id"] == role)
    section: dict[str, Any] = entry["sections"][name]
    return section


@pytest.mark.parametrize(("role", "fact"), [(role, fact) for role in ROLES for fact in FIGURES[role]])
def test_every_figure_of_the_original_is_exported(exported: dict[str, Any], role: str, fact: Fact) -> None:
    """A figure stands in its section as a number or a word of a scale, with that guide as its source."""
    section = section_of(exported, role, fact.section)
    figures = [*section["figures"], *(figure for case in section["cases"] for figure in case["figures"])]
    found = [
        Fact(fact.section, value_of(figure), figure["unit"], figure["kind"], figure["tier"])
        for figure in figures
        if figure["source"].partition("#")[0] == ROLES[role]
    ]
    assert fact in found


@pytest.mark.parametrize(
    ("role", "name", "words"), [(role, *said) for role in ROLES for said in IN_WORDS[role]]
)
def test_what_is_said_in_words_is_said_with_its_source(
    exported: dict[str, Any], role: str, name: str, words: str
) -> None:
    """A time of day or "24/7" stands in the text of its section, which cites that guide."""
    section = section_of(exported, role, name)
    assert says([reading.text for reading in readings(section)], words)
    assert f"{ROLES[role]}#{name}" in section["sources"]


@pytest.mark.parametrize("tier_id", YEARS)
def test_the_years_of_a_tier_are_on_the_ladder(catalog: Catalog, tier_id: str) -> None:
    """Each tier has the years of its guide on the right clock, and cites it for them."""
    name, least, most, role = YEARS[tier_id]
    tier = catalog.ladder.tier(tier_id)
    clock = getattr(tier, name)
    assert (tier.role, clock.stated_min, clock.usual_max) == (role, least, most)
    assert clock.usual_source == f"{ROLES[role]}#career-tiers"


def test_a_manager_has_the_years_of_both_guides(catalog: Catalog) -> None:
    """The tier that both guides have has the support years of the one and the leading years of the other."""
    clock = catalog.ladder.tier("manager").support_years
    assert (clock.stated_min, clock.usual_max) == (8, None)
    assert clock.usual_source == "specialist-guide#career-tiers"


def test_floors_stand_in_the_guides(catalog: Catalog, library: Library) -> None:
    """Where an employer is named for a floor, the section on tiers of that role cites or compares it."""
    for role, tier in tiers_of(catalog):
        section = library.guides_by_role[role].sections["career-tiers"]
        told = {other.source for portrait in section.tiers for other in portrait.elsewhere}
        told |= {*section.sources, *(figure.source for figure in section.figures)}
        clocks = (catalog.ladder.tier(tier).support_years, catalog.ladder.tier(tier).leading_years)
        own = {source for clock in clocks for source in clock.floor_sources}
        assert own <= told, tier


@pytest.mark.parametrize(("role", "name"), [(role, name) for role in ROLES for name in NAMES[role]])
def test_every_name_of_the_original_is_there(library: Library, role: str, name: str) -> None:
    """A section names everything that the section of the original names."""
    section = library.guides_by_role[role].sections[name]
    here = [reading.text for reading in readings(section)]
    assert [known for known in listed(NAMES[role][name]) if not says(here, known)] == []


@pytest.mark.parametrize("title", TITLES)
def test_a_title_of_the_guides_is_a_tier(catalog: Catalog, title: str) -> None:
    """Whoever has a job that the guides name by its title stands on the ladder."""
    tier = tier_of_title(catalog.ladder, title)
    assert tier
    assert tier.id == TITLES[title]


@pytest.mark.parametrize("phrase", sorted({phrase for phrases in PHRASES.values() for phrase in phrases}))
def test_a_skill_is_found_by_the_phrase_of_a_guide(catalog: Catalog, library: Library, phrase: str) -> None:
    """Technical skills, soft abilities, skill map: what is typed as printed is found, and it is a skill."""
    assert find_skill(catalog, phrase, library) in catalog.skills_by_id


@pytest.mark.parametrize("role", ROLES)
def test_skill_points_lead_to_skills(catalog: Catalog, library: Library, role: str) -> None:
    """Each item of the lists of skills names the skill that it is about."""
    sections = library.guides_by_role[role].sections
    points = [*sections["tech-skills"].points, *sections["soft-abilities"].points]
    points += [point for group in sections["skill-map"].groups for point in group.points]
    assert [point.name for point in points if point.skill not in catalog.skills_by_id] == []


@pytest.mark.parametrize(
    "phrase", sorted({*listed(STACK[SPECIALIST]), *listed(STACK[MANAGER]), *listed(MORE_TOOLS)})
)
def test_a_tool_is_found_by_the_phrase_of_a_guide(library: Library, phrase: str) -> None:
    """What a guide's list of tools prints is found as it is printed, and says where it comes from."""
    assert any(source.partition("#")[0] in ROLES.values() for source in find_tool(library, phrase).sources)


@pytest.mark.parametrize("role", ROLES)
def test_the_tools_of_a_guide_are_those_of_the_original(library: Library, role: str) -> None:
    """The section on tools has one point for each line of the original's list."""
    points = [p for group in library.guides_by_role[role].sections["tech-stack"].groups for p in group.points]
    assert {find_tool(library, p.name).name for p in points} == {
        find_tool(library, tool).name for tool in listed(STACK[role])
    }


@pytest.mark.parametrize("phrase", listed(CERTIFICATES))
def test_a_certificate_is_found_by_the_phrase_of_a_guide(library: Library, phrase: str) -> None:
    """A certificate is found by any name that the guides use for it."""
    assert find_certificate(library, phrase).text


def test_every_tool_and_certificate_serves_a_skill(catalog: Catalog, library: Library) -> None:
    """Nothing stands in the lists for its name alone."""
    served = [*(tool.skills for tool in library.tools), *(held.skills for held in library.certificates)]
    assert all(served)
    assert {skill for skills in served for skill in skills} <= set(catalog.skills_by_id)


def test_the_words_of_the_trade_lead_on(library: Library) -> None:
    """There are many terms, each in one sentence, and nearly all lead to a skill or a section."""
    assert len(library.terms) > 120
    assert all(SENTENCE_END.search(term.text) for term in library.terms)
    assert [term.name for term in library.terms if ". " in term.text] == []
    assert [term.name for term in library.terms if not term.skill and not term.section] == []


def test_texts_are_plain(texts: list[Reading]) -> None:
    """ASCII but for names, no word that is only noise, no stray space, no markup."""
    assert [r.place for r in texts if not re.sub("|".join(ACCENTED), "", r.text).isascii()] == []
    assert [(r.place, found.group()) for r in texts if (found := BANNED.search(r.text))] == []
    assert [r.place for r in texts if "  " in r.text or r.text != r.text.strip()] == []
    assert [r.place for r in texts if re.search(r"\s[,.;:?!]|\.\.|,,|--", r.text)] == []


@pytest.mark.parametrize("role", ROLES)
class TestStyle:
    """House style, guide by guide."""

    @pytest.fixture
    def guide(self, library: Library, role: str) -> Guide:
        """Return the guide."""
        return library.guides_by_role[role]

    def test_texts_have_the_length_of_their_place(self, guide: Guide) -> None:
        """A lead answers, a point points, a paragraph fits the eye."""
        wrong = []
        for reading in readings(guide.sections):
            low, high = LENGTHS.get(reading.key, (1, LONGEST_PARAGRAPH))
            if reading.key == "text" and "/points/" in reading.place:
                low, high = POINT
            elif reading.key == "lead" and "/groups/" in reading.place:
                low, high = FOCUS
            if not low <= len(reading.text) <= high:
                wrong.append((reading.place, len(reading.text)))
        assert wrong == []

    def test_sentences_end(self, guide: Guide) -> None:
        """What is a sentence ends as one; a name, a label and a line of a list do not."""
        for reading in readings(guide.sections):
            if reading.key in SENTENCES or (reading.key == "lead" and "/groups/" not in reading.place):
                assert SENTENCE_END.search(reading.text), reading.place
            if reading.key in {"name", "label", "title", "duties", "carries_over", "missing", "keywords"}:
                assert not reading.text.endswith((".", ":", ";", ",")), reading.place

    def test_questions_ask(self, guide: Guide) -> None:
        """A question ends as one, is asked once, and can be found by other words than its own."""
        questions = [question for section in guide.sections.values() for question in section.questions]
        assert all(question.question.endswith("?") for question in questions)
        assert len({question.question for question in questions}) == len(questions)
        assert all(len(question.keywords) >= 8 for question in questions)
        assert all(question.section in guide.sections for question in guide.sections["faq"].questions)

    def test_answers_are_whole_and_short(self, guide: Guide) -> None:
        """An answer says what to do and why, and can be read at the end of a long day."""
        for section in guide.sections.values():
            for question in section.questions:
                assert 40 <= sum(len(text.split()) for text in question.answer) <= 175, question.question

    def test_money_and_shares_are_written_alike(self, guide: Guide) -> None:
        """Money is "$47,500", a share is "30 %"."""
        for reading in readings(guide.sections):
            assert not re.search(r"\d%|\$ |\bpercent \d|\$\d{4,}|\bUSD \d", reading.text), reading.place

    def test_every_section_cites_its_original(self, guide: Guide, role: str, catalog: Catalog) -> None:
        """A section cites the section of the original that it stands for, where there is one."""
        original = next(source for source in catalog.sources if source.id == ROLES[role])
        for name, section in guide.sections.items():
            assert name not in original.sections or f"{ROLES[role]}#{name}" in section.sources, name

    def test_arithmetic_of_ours_says_so(self, guide: Guide) -> None:
        """A share that we reckoned out of a guide's figures is not passed off as the guide's."""
        reckoned = [f for f in guide.sections["pay"].figures if f.unit == "%"]
        assert sorted(f.amount or 0 for f in reckoned) == [15, 50, 85]
        assert all(f.kind == "stated" and "rithmetic of ours" in (f.note or "") for f in reckoned)


def test_no_sentence_stands_twice(texts: list[Reading]) -> None:
    """No two paragraphs anywhere in the data share twelve words in a row; one step in two seats may."""
    seen: dict[tuple[str, ...], str] = {}
    twice = set()
    for reading in texts:
        if reading.key in {"note", "label"} or re.search("/(in_seats|variants|explained)/", reading.place):
            continue
        words = re.findall(r"[a-z0-9']+", reading.text.lower())
        for start in range(len(words) - RUN + 1):
            run_of_words = tuple(words[start : start + RUN])
            if seen.setdefault(run_of_words, reading.place) != reading.place:
                twice.add((seen[run_of_words], reading.place, " ".join(run_of_words)))
    assert twice == set()


def tiers_of(catalog: Catalog) -> list[tuple[str, str]]:
    return [(tier.role, tier.id) for tier in catalog.ladder.tiers]


def test_every_tier_has_pay_that_can_be_looked_at(catalog: Catalog, library: Library) -> None:
    """Every rung has an estimate, or says that the guide has none, beside the nearest measured wages."""
    for role, tier in tiers_of(catalog):
        pay = pay_of(library, role, tier)
        assert pay.nearest
        assert pay.estimate or "no pay" in pay.nearest.why, tier
        assert pay.occupation
        assert pay.occupation.wages, tier
        assert pay.occupation.wages.source == "bls-oews"


def test_the_pay_of_a_director_is_not_made_up(library: Library) -> None:
    """The guide prints no pay for directors: what is shown instead says so."""
    estimate = pay_of(library, MANAGER, "director").estimate
    assert estimate
    assert (estimate.min, estimate.source) == (110_000, "manager-guide#pay")
    assert "no pay for directors" in (estimate.note or "")


@pytest.mark.parametrize("role", ROLES)
def test_an_outlook_shows_both_sides_and_what_to_make_of_them(library: Library, role: str) -> None:
    """What the guide claims stands beside what the statistics office projects, with their meaning."""
    section = library.guides_by_role[role].sections["job-outlook"]
    kinds = {figure.kind for figure in section.figures if figure.unit == CHANGE}
    assert kinds == {"claimed", "projected"}
    assert section.meaning
    nearest = [library.occupations_by_code[near.occupation] for near in section.nearest]
    assert all(occupation.projection for occupation in nearest)


@pytest.mark.parametrize("role", ROLES)
def test_a_projection_in_a_guide_is_that_of_its_occupation(library: Library, role: str) -> None:
    """Every projected figure of a guide is a figure of the table of projections."""
    known = {float(x) for row in PROJECTIONS.values() for x in row if isinstance(x, float)}
    figures: list[Figure] = [f for s in library.guides_by_role[role].sections.values() for f in s.figures]
    projected = [figure for figure in figures if figure.kind == "projected"]
    assert projected
    assert {figure.amount for figure in projected} <= known
    assert {figure.source for figure in projected} == {"bls-projections"}


def test_the_statistics_are_those_published(library: Library) -> None:
    """Wages and projections are what the Bureau of Labor Statistics printed, figure by figure."""
    wages = {o.code: o.wages for o in library.occupations}
    assert {c: w and (w.p10, w.p25, w.median, w.p75, w.p90) for c, w in wages.items()} == WAGES
    projections = {o.code: o.projection for o in library.occupations if o.projection}
    assert {
        code: p and (p.employment, p.projected, p.change, p.openings, p.education, p.experience)
        for code, p in projections.items()
    } == PROJECTIONS
    assert {p and (p.start, p.end, p.source) for p in projections.values()} == {
        (2024, 2034, "bls-projections")
    }


def test_every_tier_is_set_beside_real_ladders(catalog: Catalog, library: Library) -> None:
    """A portrait says what GitLab, Basecamp and Sourcegraph ask at that height, or that they have no rung."""
    for role, tier in tiers_of(catalog):
        portraits = library.guides_by_role[role].sections["career-tiers"].tiers
        portrait = next(portrait for portrait in portraits if portrait.tier == tier)
        assert {other.source for other in portrait.elsewhere} >= EMPLOYERS, tier
        assert len(portrait.duties) >= 5


@pytest.mark.parametrize("role", ROLES)
def test_related_roles_say_what_carries_over_and_what_is_missing(library: Library, role: str) -> None:
    """At least five other jobs within reach, each with both lists, skills and a source."""
    related = library.guides_by_role[role].sections["related-roles"].related
    assert len(related) >= 5
    for other in related:
        assert len(other.carries_over) >= 3
        assert len(other.missing) >= 3
        assert other.skills
        assert other.sources


def test_a_tool_that_is_gone_says_so_with_a_source(library: Library) -> None:
    """A guide still lists Skype; whoever reads of it learns that it was closed, and who says so."""
    skype = find_tool(library, "Skype")
    assert "closed" in skype.what
    assert "microsoft-skype" in skype.sources
    assert "microsoft-skype" in library.guides_by_role[SPECIALIST].sections["tech-stack"].sources


def test_the_banned_words_are_recognized() -> None:
    """What the test above looks for is found where it stands."""
    assert BANNED.search("A dynamic landscape.")
    assert BANNED.search("You will leverage data.")
    assert not BANNED.search("Plan for what changes.")


def test_no_file_of_the_pack_names_a_private_folder() -> None:
    """The data stand on their own: nothing in them points to a place on one machine."""
    for path in builtin_pack().rglob("*.yaml"):
        assert not re.search(r"(?<![\w/])/(work|home|tmp|Users)/", path.read_text("utf-8")), path.name


def test_every_skill_that_a_tier_asks_is_explained(catalog: Catalog, library: Library) -> None:
    """A guide explains each to those who are on the tier, in a place that there is."""
    for ladder_tier in catalog.ladder.tiers:
        for ask in ladder_tier.asks:
            place = catalog.skills_by_id[ask.skill].explained_to(ladder_tier)
            assert place is not None, (ladder_tier.id, ask.skill)
            section = library.section(place.role, place.section)
            assert section is not None
            titles = [question.question for question in section.questions] if place.asked else []
            if not place.asked:
                titles = [named.name for named in (*section.points, *section.groups)]
            assert place.title in titles, place


def test_a_question_about_a_skill_finds_itself(catalog: Catalog, library: Library) -> None:
    """What is told to be asked about a gap is answered by that question first, of that guide."""
    passages = all_passages(catalog, library)
    places = {place for skill in catalog.skills for place in skill.explained if place.asked}
    for place in places:
        first, *_ = search(place.title, catalog, passages, library.words).answers
        assert (first.passage.role, first.passage.title) == (place.role, place.title)
