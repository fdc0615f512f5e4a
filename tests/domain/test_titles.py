from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.domain.model import Catalog, Ladder
from careercli.domain.title_words import Beside, Grammar, LookAlike, Scale, Seats, Serves
from careercli.domain.titles import TitleReading, meant_title, read_title, tier_of_title
from tests.domain.builders import Rung, asks, ladder

WRITTEN = Path(__file__).with_name("titles.txt")
"""Titles as people write them, with what each is."""

WELL_READ = 0.97
"""The share of them, in each kind, that is read as it should be."""


def note_on(of: Ladder, title: str) -> str:
    """Return the note on a title that is another job."""
    found = read_title(of, title)
    return found.note if found else ""


def reading(of: Ladder, title: str) -> TitleReading:
    """Return how a title that is not empty is read."""
    found = read_title(of, title)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Customer Support Specialist", "specialist"),
        ("Mid-Level Customer Support Specialist", "specialist"),
        ("Jr. Support Agent", "junior-specialist"),
        ("Jnr Support Agent", "junior-specialist"),
        ("Sr. Customer-Support Rep", "senior-specialist"),
        ("SR CUSTOMER SUPPORT REP.", "senior-specialist"),
        ("Snr Customer Service Representative", "senior-specialist"),
        ("CSR", "specialist"),
        ("csr ii", "specialist"),
        ("Sr CSR", "senior-specialist"),
        ("Senior CSR", "senior-specialist"),
        ("Call Centre Supervisor", "team-lead"),
        ("Support Supervisor", "team-lead"),
        ("Customer Support Teamlead", "team-lead"),
        ("Asst. Support Mgr", "junior-manager"),
        ("Helpdesk Manager", "manager"),
        ("CUSTOMER SUPPORT MANAGER", "manager"),
        ("customer support manager", "manager"),
        ("Head of Support", "senior-manager"),
        ("Head of Customer Support", "senior-manager"),
        ("Director of Support", "director"),
        ("VP of Customer Support", "director"),
    ],
)
def test_a_title_names_its_tier(catalog: Catalog, title: str, tier: str) -> None:
    """In any case, with abbreviations written out and punctuation left out."""
    found = tier_of_title(catalog.ladder, title)
    assert found is not None
    assert found.id == tier
    assert note_on(catalog.ladder, title) == ""


@pytest.mark.parametrize(
    "title",
    [
        "Customer Support Manager - Acme",
        "Customer Support Manager- Acme",
        "Customer Support Manager -Acme",
        "Customer Support Manager \u2010 Acme",
        "Customer Support Manager \u2013 Acme",
        "Customer Support Manager \u2014 Acme",
        "Customer Support Manager\u2014Acme",
        "Customer Support Manager \u2015 Acme",
        "Customer Support Manager \u2212 Acme",
        "Customer Support Manager at Acme",
        "Customer Support Manager AT ACME",
        "Customer Support Manager @ Acme",
        "Customer Support Manager @Acme",
        "Customer Support Manager, Acme",
        "Customer Support Manager, EMEA, Acme - Berlin",
        "Customer Support Manager (Acme)",
        "Customer Support Manager (remote), Acme",
        "Customer Support Manager [Acme]",
        "Customer Support Manager | Acme",
        "Customer Support Manager / Acme",
        "Customer Support Manager: Acme",
        "Customer Support Manager; Acme",
        "Customer Support Manager at Customer Success Manager Inc",
        "Customer\u00a0Support\u2011Manager",
        "Customer  Support\tManager",
        "Customer_Support_Manager",
        "\U0001f389 Customer Support Manager \U0001f680",
        "\u201cCustomer Support Manager\u201d",
        "Customer Support Manager\u200b",
    ],
)
def test_a_place_or_a_company_does_not_change_a_title(catalog: Catalog, title: str) -> None:
    """After a dash, comma, bracket, bar, colon, "@" or "at"; symbols and odd spaces are no words."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier("manager")


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Manager, Customer Support", "manager"),
        ("Senior Manager, Customer Support", "senior-manager"),
        ("Team Lead, Customer Support", "team-lead"),
        ("Team Lead (Customer Support), Acme", "team-lead"),
        ("Supervisor - Call Centre", "team-lead"),
        ("Director, Customer Service @ Acme", "director"),
        ("Customer Support Specialist, Senior", "senior-specialist"),
    ],
)
def test_a_department_after_a_separator_belongs_to_the_title(catalog: Catalog, title: str, tier: str) -> None:
    """A bare "Team Lead" says nothing, but its department does."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier(tier)
    assert note_on(catalog.ladder, title) == ""


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Customer Success Manager", "Customer success"),
        ("Customer Success Manager at Acme", "Customer success"),
        ("Manager, Customer Success", "Customer success"),
        ("CSM", "Customer success"),
        ("Key Account Manager", "account manager"),
        ("Lead Generation Specialist", "possible buyer"),
        ("Shift Manager", "led people"),
        ("Product Manager - Support Tools", "neighbor"),
        ("System Administrator", "machines and networks"),
        ("Manager", "does not say"),
        ("Team Lead", "does not say"),
    ],
)
def test_a_title_that_only_sounds_like_a_tier_names_none(catalog: Catalog, title: str, note: str) -> None:
    """And there is a note that says why."""
    assert tier_of_title(catalog.ladder, title) is None
    assert note in note_on(catalog.ladder, title)


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "   ",
        "-",
        "\u2014",
        "\U0001f680",
        ", Acme",
        "at Acme",
        "Nurse",
        "Lead",
        "Customer",
        "Customer Support Manager Recruiter",
        "Customer Support & Success Manager",
        "Manager of Managers",
        "Assistant to Customer Support Manager",
    ],
)
def test_a_title_may_name_no_tier(catalog: Catalog, title: str | None) -> None:
    """It serves nobody of this line of work, or a word of another one wins."""
    assert tier_of_title(catalog.ladder, title) is None


def test_every_title_of_the_catalog_names_its_own_tier_or_none(catalog: Catalog) -> None:
    """As it stands and in capitals; a title of a look-alike always has its note."""
    for tier in catalog.ladder.tiers:
        for name in (tier.title, *tier.titles):
            assert tier_of_title(catalog.ladder, name) == tier
            assert tier_of_title(catalog.ladder, name.upper()) == tier
    for entry in catalog.ladder.look_alikes:
        for name in (*entry.titles, *entry.words):
            assert tier_of_title(catalog.ladder, name) is None
            assert note_on(catalog.ladder, name) == entry.note


def test_a_very_long_title_is_answered_at_once(catalog: Catalog) -> None:
    """Titles are short in fact, but nothing here takes long on what is not."""
    assert tier_of_title(catalog.ladder, "at - " * 20_000) is None


def test_a_note_may_be_for_a_title_that_stands_alone() -> None:
    """Then the same word beside a place or a department says nothing, unlike other look-alikes."""
    bare = LookAlike(("Manager",), "Of what?", alone=True)
    other = LookAlike(("Store Manager",), "Another job.")
    of = msgspec.structs.replace(ladder(Rung((asks("talk", 1),))), look_alikes=(bare, other))
    assert note_on(of, "MANAGER") == bare.note
    assert [read_title(of, name).vague for name in ("Manager", "Store Manager")] == [True, False]
    assert note_on(of, "Manager, Payroll") == ""
    assert note_on(of, "Store Manager, Acme") == other.note


def test_the_title_of_a_tier_names_it_without_being_repeated() -> None:
    """The lower tier keeps a title that two have."""
    first, second = ladder(Rung((asks("talk", 1),)), Rung(())).tiers
    doubled = (msgspec.structs.replace(tier, titles=("Talker",)) for tier in (first, second))
    of = msgspec.structs.replace(ladder(Rung((asks("talk", 1),))), tiers=tuple(doubled))
    assert tier_of_title(of, "tier 2") == of.top
    assert tier_of_title(of, "talker") == of.tiers[0]


def test_a_reading_says_which_words_decided() -> None:
    """Those of the alias that was found, none where nothing is recognised; the seat is the tier's."""
    of = ladder(Rung((asks("talk", 1),), titles=("Talker",), seat="lead"))
    of = msgspec.structs.replace(
        of, adjacent=("Talk Planner",), look_alikes=(LookAlike(("Talk Seller",), "Another job."),)
    )
    assert read_title(of, None) is None
    assert read_title(of, "") is None
    for title, words, seat, note in (
        ("Talker, Acme", ("talker",), "lead", ""),
        ("Talk Planner", ("talk planner",), "adjacent", ""),
        ("Talk Seller", ("talk seller",), "none", "Another job."),
        ("Something else", (), "none", ""),
    ):
        found = read_title(of, title)
        assert found is not None
        assert (found.text, found.words, found.seat, found.note) == (title, words, seat, note)


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Technical Support Engineer", "specialist"),
        ("IT Help Desk Technician", "specialist"),
        ("Senior Support Engineer", "senior-specialist"),
        ("Senior Service Desk Analyst", "senior-specialist"),
    ],
)
def test_technical_support_and_the_help_desk_are_support(catalog: Catalog, title: str, tier: str) -> None:
    """Who helps the people that use a product or a machine is on this ladder."""
    assert tier_of_title(catalog.ladder, title) == catalog.ladder.tier(tier)


@pytest.mark.parametrize("title", ["Quality Assurance Specialist", "Workforce Planner"])
def test_a_seat_beside_the_ladder_is_known_by_name(catalog: Catalog, title: str) -> None:
    """It names no tier, and it is no job outside support."""
    found = read_title(catalog.ladder, title)
    assert found is not None
    assert (found.tier, found.seat) == (None, "adjacent")


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("QA Specialist, Customer Support", "Quality assurance"),
        ("Workforce Planner", "Planning"),
        ("Knowledge Base Specialist", "Knowledge work"),
        ("Customer Support Trainer", "Training"),
        ("Support Operations Analyst", "Support operations"),
        ("Conversation Designer", "Conversation design"),
        ("Escalation Manager", "Escalations"),
        ("Developer Support Engineer", "developers"),
        ("Social Media Customer Support Agent", "in public"),
        ("Process Associate", "service provider"),
    ],
)
def test_a_seat_known_by_name_has_what_it_counts_for(catalog: Catalog, title: str, says: str) -> None:
    """What its years count for and where it leads is told, and is not what decides the reading."""
    found = reading(catalog.ladder, title)
    assert says in found.note
    assert found.adjacent or found.tier
    without = msgspec.structs.replace(catalog.ladder.grammar, neighbors=())
    plain = reading(msgspec.structs.replace(catalog.ladder, grammar=without), title)
    assert plain == msgspec.structs.replace(found, note="")


def test_a_neighbor_says_nothing_of_other_work(catalog: Catalog) -> None:
    """Quality in a factory is no seat beside this ladder."""
    assert note_on(catalog.ladder, "Quality Inspector, Steel") == ""


# -- the grammar -------------------------------------------------------------------------------------------


def written() -> Iterator[tuple[str, list[str], str]]:
    """Yield the kind, the tiers that are right, and the title of each that is written down."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        head, colon, titles = line.partition(":")
        if colon and not line.startswith("#"):
            kind, *tiers = head.split()
            yield from ((kind, tiers, title.strip()) for title in titles.split(";"))


def is_right(found: TitleReading, kind: str, tiers: list[str]) -> bool:
    """Return whether a title is read as what it is."""
    if kind in {"support", "leading"}:
        return found.tier is not None and found.tier.id in tiers and found.also is None
    if kind == "beside":
        return found.adjacent
    if kind == "asked":
        return found.also is not None or (found.tier is None and found.sounds)
    return found.seat == "none"


def test_titles_are_read_as_people_write_them(catalog: Catalog) -> None:
    """Nearly all of those that were written down before there was a grammar, and of each kind."""
    counted: dict[str, list[str]] = {}
    wrong: dict[str, list[str]] = {}
    for kind, tiers, title in written():
        counted.setdefault(kind, []).append(title)
        if not is_right(reading(catalog.ladder, title), kind, tiers):
            wrong.setdefault(kind, []).append(title)
    assert sum(map(len, counted.values())) >= 300
    assert sum(map(len, wrong.values())) <= (1 - WELL_READ) * sum(map(len, counted.values())), wrong
    for kind in ("support", "leading", "other", "beside"):
        assert len(wrong.get(kind, ())) <= (1 - WELL_READ) * len(counted[kind]), wrong[kind]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Senior Customer Care Adviser", ("customer care", "adviser", "senior")),
        ("Team Leader - Customer Experience", ("customer experience", "team leader")),
        ("TL, Help Desk", ("help desk", "team lead")),
        ("Customer & Technical Support", ("technical support",)),
        ("Contact Centre Quality Coach", ("contact centre", "quality coach")),
        ("Software Engineer", ("software engineer",)),
        ("Wizard", ()),
    ],
)
def test_a_reading_says_the_words_as_they_are_written(
    catalog: Catalog, title: str, words: tuple[str, ...]
) -> None:
    """What is served, the seat, then what says how high it stands; short forms are written out."""
    assert reading(catalog.ladder, title).words == words


@pytest.mark.parametrize(
    ("title", "tier", "also"),
    [
        ("Customer Service Agent / Team Lead", "specialist", "team-lead"),
        ("Agent and Team Lead, Customer Support", "specialist", "team-lead"),
        ("Team Lead / Customer Support Agent", "team-lead", None),
        ("Help Desk Supervisor & Technician", "team-lead", None),
        ("Customer Service Representative / Inside Sales", "specialist", None),
        ("Customer Service and Support Supervisor", "team-lead", None),
        ("Customer Service & Technical Support Trainee", "junior-specialist", None),
        ("Senior Customer Service and Support Specialist", "senior-specialist", None),
    ],
)
def test_two_jobs_in_one_title(catalog: Catalog, title: str, tier: str, also: str | None) -> None:
    """The first counts; whether a second that leads does is to be asked."""
    found = reading(catalog.ladder, title)
    assert (found.tier and found.tier.id, found.also and found.also.id) == (tier, also)


@pytest.mark.parametrize("title", ["Sales and Customer Service Representative", "Nurse, Customer Support"])
def test_a_word_of_another_line_of_work_wins(catalog: Catalog, title: str) -> None:
    """Where it is the first job, or the only one; that it may have been support is to be asked."""
    found = reading(catalog.ladder, title)
    assert (found.tier, found.sounds, found.elsewhere) == (None, True, True)


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Customer Support Specialist (Payroll Software)", "specialist"),
        ("HR Platform Support Team Lead", "team-lead"),
        ("Customer Support Specialist, Payroll", None),
        ("Payroll, Support Software", None),
        ("Marketing App Developer", None),
    ],
)
def test_a_word_of_other_work_before_a_product_says_what_is_supported(
    catalog: Catalog, title: str, tier: str | None
) -> None:
    """Software for another line of work is supported as any other; the work itself stays another job."""
    found = tier_of_title(catalog.ladder, title)
    assert (found and found.id) == tier


@pytest.mark.parametrize(
    "title",
    [
        "Contact Centre Learning and Development Manager",
        "Contact Centre Learning & Development Manager",
        "Contact Centre LEARNING&DEVELOPMENT Manager",
    ],
)
def test_an_and_within_a_known_phrase_parts_no_jobs(catalog: Catalog, title: str) -> None:
    """Learning and development is one seat beside the ladder, however it is joined."""
    assert reading(catalog.ladder, title).adjacent


@pytest.mark.parametrize("join", ["&", "and", "/"])
def test_who_is_served_is_no_first_job(catalog: Catalog, join: str) -> None:
    """Half of what a manager's team serves is not read as an agent's job before it."""
    found = reading(catalog.ladder, f"Technical {join} Customer Support Manager")
    assert found.tier == catalog.ladder.tier("manager")


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Guest Services Supervisor", None),
        ("Guest Relations Manager", None),
        ("Guest Services Call Center Supervisor", "team-lead"),
        ("Guest Experience Manager", "manager"),
        ("Guest Support Agent", "specialist"),
    ],
)
def test_the_guests_of_a_hotel_are_not_supported(catalog: Catalog, title: str, tier: str | None) -> None:
    """Its desk and its service are another job, unless words of a contact center stand beside it."""
    found = tier_of_title(catalog.ladder, title)
    assert (found.id if found else None) == tier


@pytest.mark.parametrize(
    ("title", "no_job"),
    [
        ("Maternity Leave", True),
        ("Sabbatical - world trip", True),
        ("PhD Student", True),
        ("Student, University of Leeds", True),
        ("Career Break", True),
        ("Volunteer", True),
        ("Volunteer Firefighter", False),
        ("Student Help Desk Technician", False),
        ("Maternity Leave Cover Customer Service Adviser", False),
        ("Leave Administrator", False),
    ],
)
def test_a_time_without_a_job_is_none(catalog: Catalog, title: str, *, no_job: bool) -> None:
    """Unless there is a job in the title as well."""
    assert reading(catalog.ladder, title).no_job is no_job


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Custmer Service Represntative", "customer service representative"),
        ("Production Support Analyst", None),
        ("Wizard", None),
    ],
)
def test_a_misspelling_is_asked_about_and_never_acted_on(
    catalog: Catalog, title: str, meant: str | None
) -> None:
    """Only where the title is known then; a word of its own is no misspelling."""
    assert tier_of_title(catalog.ladder, title) is None
    assert meant_title(catalog.ladder, title) == meant


def test_another_pack_reads_titles_by_its_own_words() -> None:
    """Nothing of support is in the code."""
    of = ladder(
        Rung((asks("talk", 1),)),
        Rung((), seat="lead"),
    )
    grammar = Grammar(
        serves=(Serves(kind="herd", of=("goat", "sheep"), work=("herding",), department=True),),
        seats=(Seats(words=("herder",), tier=of.tiers[0].id), Seats(words=("boss",), tier=of.tiers[1].id)),
        bare=of.tiers[0].id,
        scales=(Scale(words=("grand",), tiers={of.tiers[0].id: of.tiers[1].id}),),
        beside=Beside(beside=("counting",)),
        others=("cow",),
    )
    of = msgspec.structs.replace(of, grammar=grammar)
    for title, tier in (
        ("Goat Herding", 1),
        ("Goat and Sheep Herding Boss", 2),
        ("Grand Herder, Sheep Herding", 2),
        ("Goat Herding Counting Boss", None),
        ("Cow and Goat Herding Boss", None),
        ("Customer Service Agent", None),
    ):
        found = tier_of_title(of, title)
        assert (found.rank if found else None) == tier, title


SERVED = ("customer care", "help desk", "contact centre", "technical support", "member services")
SEATS = ("agent", "representative", "team leader", "supervisor", "manager", "director")
SCALES = ("senior", "junior", "regional", "global", "principal", "level 3", "deputy")
EMPTY = ("remote", "bilingual", "part time", "night shift")

_phrases = st.tuples(
    st.sampled_from(SERVED),
    st.sampled_from(SEATS),
    st.lists(st.sampled_from(SCALES), max_size=1),
    st.lists(st.sampled_from(EMPTY), max_size=2, unique=True),
)


@given(parts=_phrases, draw=st.data())
def test_the_order_of_words_does_not_matter(
    catalog: Catalog, parts: tuple[str, str, list[str], list[str]], draw: st.DataObject
) -> None:
    """Nor do case, spacing, and words that say nothing."""
    served, seat, scales, empty = parts
    plain = reading(catalog.ladder, " ".join([*scales, served, seat]))
    words = draw.draw(st.permutations([served, seat, *scales, *empty]))
    space = draw.draw(st.sampled_from([" ", "  ", " - ", ", "]))
    case = draw.draw(st.sampled_from([str.upper, str.title, str.lower]))
    assert reading(catalog.ladder, case(space.join(words))).tier == plain.tier is not None


@given(parts=_phrases)
def test_how_high_a_seat_stands_never_changes_what_it_is(
    catalog: Catalog, parts: tuple[str, str, list[str], list[str]]
) -> None:
    """A word for it moves the tier, and neither into leading nor out of it."""
    served, seat, scales, _ = parts
    with_it, without = (
        tier_of_title(catalog.ladder, " ".join([*words, served, seat])) for words in (scales, [])
    )
    assert with_it is not None
    assert without is not None
    assert with_it.leads_people == without.leads_people


@given(
    parts=_phrases, other=st.sampled_from(["nurse", "sales", "recruiter", "customer success", "dispatcher"])
)
def test_words_of_another_line_of_work_win(
    catalog: Catalog, parts: tuple[str, str, list[str], list[str]], other: str
) -> None:
    """Wherever they stand, unless they are a second job."""
    served, seat, scales, _ = parts
    for words in ([other, *scales, served, seat], [*scales, served, seat, other], [served, other, seat]):
        assert tier_of_title(catalog.ladder, " ".join(words)) is None


@given(title=st.text(max_size=80))
def test_every_title_can_be_read(catalog: Catalog, title: str) -> None:
    """Whatever it is made of."""
    found = read_title(catalog.ladder, title)
    assert (found is None) == (title == "")
    assert found is None or found.text == title
