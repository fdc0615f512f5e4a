"""Papers for the next move: what they are for, without names where asked, and their open questions."""

from collections.abc import Callable, Sequence

from careercli.api import Assessment
from careercli.cli.advertisement_source import advertisement
from careercli.cli.anonymity import alias_of
from careercli.cli.context import Session
from careercli.cli.finished_step import checked_proof, wrong_proof
from careercli.cli.output_file import PRINTED
from careercli.cli.profile_source import Subject, check_given, is_path
from careercli.cli.saved_profiles import required_name, saved_profile
from careercli.cli.second_opinions import heard
from careercli.domain.advertisement import Advertisement
from careercli.domain.anonymity import without_name
from careercli.domain.guide import Term
from careercli.domain.library import Certificate, Tool
from careercli.domain.model import Profile, Skill
from careercli.domain.names import fold
from careercli.domain.other_names import Others
from careercli.domain.paper import Aim, Hole, PaperKind
from careercli.errors import NeedsInputError, UsageError, breaking_off
from careercli.formats.lookup import find_tier
from careercli.formats.patterns import pattern
from careercli.prompts.asker import GoBackError
from careercli.text.papers import Brief, paper

_ENDING = pattern(r"\w\.[A-Za-z]{2,5}$")
"""What ends so is meant as a file, whether it is there or not."""


def aim_of(session: Session, wanted: str | None) -> Aim:
    """Return what ``--for`` means: a tier by any of its names, which wins over a file's name, else an ad.

    Raises:
        NotFoundError: it is neither; says the nearest tier, or that there is no such file.
        InvalidDataError: the file is no advertisement.

    """
    if wanted is None:
        return Aim(None)
    check_given(wanted, what="--for")
    named = wanted == PRINTED or _ENDING.search(wanted) or is_path(session, wanted)
    if named and fold(wanted) not in session.catalog.tier_names:
        ad = advertisement(session, wanted)
        return Aim(ad.tier, ad)
    return Aim(find_tier(session.catalog, wanted))


def check_fits(kind: PaperKind, brief: Brief) -> None:
    """Refuse kindly a paper for the people one works for, where there are none.

    Raises:
        UsageError: says which papers are for a new job.

    """
    if kind in FOR_COLLEAGUES and not brief.at_work:
        what = "A case is for the people you work for" if kind == "case" else "A one-to-one is with your lead"
        raise UsageError(
            f"{what}, and by your answers you have no job in support now.",
            hint="For a new job: careercli prepare letter, interview, bullets.",
        )


FOR_COLLEAGUES: frozenset[PaperKind] = frozenset({"case", "talk"})
"""Papers for the people one works for."""


def brief_of(subject: Subject, aim: Aim, *, anonymous: bool = False) -> Brief:
    """Return what a paper about somebody is made from; ``anonymous`` without names and numbers of others."""
    session, person = subject.session, subject.person
    assessment = subject.assess()
    others = heard(session, subject.saved_name, assessment)
    if anonymous:
        person, ad = _without_names(subject, person, aim.ad)
        assessment = session.assess(person)
        aim = aim.but(ad=ad)
        others = ()
    return Brief(
        assessment=assessment,
        library=session.library,
        aim=aim,
        state=state_of(session),
        opinions=others,
    )


def state_of(session: Session) -> str | None:
    """Return the code of the state of the settings, ``none`` outside the United States, None if not told."""
    value = session.preference("state").value
    return None if value is None else str(value)


def _without_names(
    subject: Subject, person: Profile, ad: Advertisement | None
) -> tuple[Profile, Advertisement | None]:
    """Return a profile and an ad without names, addresses and numbers of anybody."""
    session = subject.session
    cleared = without_name(person, alias_of(session, subject.name or subject.kept_name, person.name))
    others = Others(_known_names(session), employers=(ad.employer,) if ad and ad.employer else ())
    profile = cleared.but(
        title=others.title(cleared.title) if cleared.title else cleared.title,
        evidence={skill: others(text) for skill, text in cleared.evidence.items()},
        not_applicable={skill: others(text) for skill, text in cleared.not_applicable.items()},
    )
    return profile, ad and others.advertisement(ad)


def _known_names(session: Session) -> tuple[str, ...]:
    """Return what begins with a capital and is nobody: tools, skills, certificates, tiers, languages."""
    library, catalog = session.library, session.catalog
    known: tuple[Tool | Certificate | Skill | Term, ...]
    known = (*library.tools, *library.certificates, *catalog.skills, *library.terms)
    names = [name for each in known for name in (each.name, *each.aliases)]
    names += [title for tier in catalog.ladder.tiers for title in (tier.title, tier.short, *tier.titles)]
    return (*names, *library.ad_words.languages)


# -- what is open --------------------------------------------------------------------------------------------


def filled(subject: Subject, kind: PaperKind, brief: Brief) -> Brief:
    """Ask what is open in a paper, keep each answer as evidence at once, and return the brief anew.

    Raises:
        NeedsInputError: there is no terminal to ask on.
        UsageError: the profile is not a saved one.
        InterruptedSessionError: the person broke off; what was answered is kept.

    """
    session = subject.session
    if subject.facts.given:
        raise UsageError(
            "--fill keeps answers in a saved profile, and facts are given.", hint="Leave them out."
        )
    name = required_name(session, subject.name, "Answers are kept in")
    if not session.can_ask:
        raise NeedsInputError(
            "--fill asks questions, and there is no terminal to ask on.",
            hint="Write evidence into the profile: careercli profile edit, or careercli plan done.",
        )

    def keep(hole: Hole, answer: str) -> None:
        session.store.change(
            name,
            session.catalog,
            lambda profile, _: (with_answer(session, profile, hole, answer), (), None),
        )

    with breaking_off(f"Stopped. What you answered is kept in {name}."):
        ask_holes(session, paper(kind, brief).holes, keep)
    return anew(brief, session.assess(saved_profile(session, name)))


def anew(brief: Brief, assessment: Assessment) -> Brief:
    """Return a brief for the same aim about how somebody stands now."""
    return brief.but(assessment=assessment)


def ask_holes(session: Session, holes: Sequence[Hole], keep: Callable[[Hole, str], None]) -> None:
    """Ask each hole whose answer is evidence; Enter passes it over, going back ends it."""
    fitting = [hole for hole in holes if hole.skill]
    if not fitting:
        session.asker.tell("Nothing is open that could become evidence.")
    try:
        for number, hole in enumerate(fitting, start=1):
            if answer := _asked(session, hole, f"{number} of {len(fitting)}"):
                try:
                    keep(hole, answer)
                except UsageError as error:
                    session.asker.tell(f"It is not kept. {error.message} {error.hint}")
    except GoBackError:
        return


def _asked(session: Session, hole: Hole, place: str) -> str | None:
    """Return what somebody answers to a question; None where they pass it over with Enter."""

    def wrong(text: str) -> str | None:
        said = wrong_proof(text) if text else None
        return f"It {said}" if said else None

    title = f"{hole.question} ({place}; Enter passes it over)"
    text = session.asker.text(title, "", wrong, back=True)
    return checked_proof(text) if text else None


def with_answer(session: Session, profile: Profile, hole: Hole, answer: str) -> Profile:
    """Return a profile with an answer as evidence: behind the line that it belongs to, else as its own."""
    from careercli.domain.bullets import with_more
    from careercli.domain.steps import with_evidence
    from careercli.text.refusals import refusals_in_words

    skill = session.catalog.skills_by_id[hole.skill or ""]
    if hole.extends and (longer := with_more(profile, skill.id, hole.extends, answer)):
        return longer
    with refusals_in_words():
        return with_evidence(profile, skill, session.today, answer)  # its line has changed, or has no room
