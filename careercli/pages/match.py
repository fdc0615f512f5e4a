"""An advertisement beside a person: the sheet to read before applying, and to take along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careercli import __version__
from careercli.domain.advertisement import Demand, Quote
from careercli.domain.library import Library
from careercli.domain.match import Match
from careercli.domain.portfolio import evidence_of
from careercli.domain.schedule import Plan
from careercli.domain.skills_asked import SkillFit
from careercli.pages.blocks import Block, Command, Fact, Grid, Heading, Item, Paragraph, Title
from careercli.pages.document_blocks import Chapter, Handout, chapter, screen
from careercli.text.match import (
    advice,
    answered,
    counted,
    job,
    line_sentence,
    question,
    quoted,
    reasons,
    short_quote,
    skill_words,
    step_words,
    sureness,
    tier_sentence,
    verdict_title,
    years_asked,
)
from careercli.text.match_advice import (
    gap_for_interview,
    hours_named,
    pay_sentences,
    proofs,
    questions_to_ask,
    scope,
    to_learn,
    unproved,
    yours,
)
from careercli.text.match_change import to_a_stretch
from careercli.text.phrases import (
    between,
    capital,
    count,
    day,
    hours_range,
    inside,
    listed,
    listed_first,
    tenths_down,
    tenths_up,
)
from careercli.text.tiers import standing_name

_TITLES: dict[Demand, str] = {
    "required": "Required",
    "preferred": "Preferred",
    "implied": "Implied by the duties",
}
_EVIDENCE = 100
"""Longer evidence is cut on the sheet; all of it stands in the portfolio."""

_STEPS = 6
"""So many steps are named; the plan has all."""

_TOOLS = 6
"""So many tools are named."""

_NEVER = (
    "your next seat decides, because years of leading come with a job in which you lead. A shift or a pilot "
    "team that you lead where you are counts from its first day."
)
"""What is said of a date that waits for years of leading, where nobody has been led."""

_WHY = 2
"""So many of the sentences that decided the tier are shown."""


def match_view(
    match: Match,
    plan: Plan,
    more: Plan,
    library: Library,
    commands: Mapping[str, str],
    state: str | None = None,
) -> list[Block]:
    """Return the sheet as a screen: the verdict, its reasons and what would end it come first."""
    return screen(match_page(match, plan, more, library, commands, state))


def match_page(
    match: Match,
    plan: Plan,
    more: Plan,
    library: Library,
    commands: Mapping[str, str] | None = None,
    state: str | None = None,
    *,
    for_a_file: bool = False,
) -> Handout:
    """Return the sheet as a document.

    ``plan`` has the steps that the advertisement needs, ``more`` what also helps. ``commands`` are those that
    answer its questions, show the plan and ask for ratings, by ``answer``, ``plan`` and ``rate``; a file to
    hand over has none. ``state`` is where the reader lives, as ``Advertisement.pay_area`` takes it.
    """
    typed = {} if for_a_file else commands or {}
    return Handout(
        title=f"{job(match.ad)}, {day(match.assessment.as_of)}",
        version=__version__,
        as_of=match.assessment.as_of,
        style="report",
        head=tuple(_head(match)),
        chapters=tuple(_chapters(match, plan, more, library, typed, state)),
        foot="",
    )


def _head(match: Match) -> Iterator[Block]:
    yield Title(verdict_title(match))
    if match.ad.line_of_work == "beside":
        yield Paragraph(line_sentence(match.ad))
    for sentence in reasons(match):
        yield Item(sentence)
    yield Paragraph(" ".join(filter(None, (advice(match), sureness(match)))), quiet=True)


def _chapters(
    match: Match, plan: Plan, more: Plan, library: Library, typed: Mapping[str, str], state: str | None
) -> Iterator[Chapter]:
    not_yet = match.verdict == "not-yet"
    if not_yet:
        title = "What it takes to tell" if match.to_rate else "What would make it a stretch"
        yield chapter("change", title, _changes(match, plan, typed))
    if match.conditions and not not_yet:
        yield _to_answer(match, typed)
    yield chapter("asked", "What it really asks", _asked(match))
    if match.support_years or match.leading_years or match.ad.other_years:
        yield chapter("years", "Years side by side", _years(match))
    if match.skills:
        yield chapter("skills", "Skills, in its words", _skills(match))
    if _left(match) or match.ad.not_taken:
        yield chapter("unjudged", "What cannot be judged", _unjudged(match))
    if match.conditions and not_yet:
        yield _to_answer(match, typed)
    if match.verdict == "another-line-of-work":
        return
    pay = chapter("pay", "Pay and hours", _pay(match, library, state))
    if not_yet:
        yield pay
        return
    if match.bridged or match.plan_gaps or plan.steps or match.of("unrated", demand="required"):
        yield chapter("missing", "What is missing", _missing(match, plan, typed))
    yield chapter("before", "Before you apply", _before(match, plan, more, library))
    yield pay
    yield chapter("ask", "What to ask them", map(Item, questions_to_ask(match)))


def _to_answer(match: Match, typed: Mapping[str, str]) -> Chapter:
    left = len(match.to_answer)
    title = f"Only you can answer: {count(len(match.conditions), 'question')}"
    title += f", {left} open" if 0 < left < len(match.conditions) else ""
    return chapter("questions", title, _questions(match, typed), "Only you can answer")


def _questions(match: Match, typed: Mapping[str, str]) -> Iterator[Block]:
    for each in match.conditions:
        welcome = "" if each.condition.demand == "required" else " It is welcome, not demanded."
        said = "" if each.answer is None else f" You: {answered(each)}."
        words = f" {quoted(each.condition.quote)}" if each.condition.quote.words else ""
        if each.of_a_line and not each.condition.about:
            words = f" (line {each.condition.quote.line})"  # the question has the words
        by_flag = f" Id: {each.condition.id}." if "answer" in typed else ""
        yield Item(f"{question(each.condition)}{welcome}{said}{words}{by_flag}")
    if match.to_answer and "answer" in typed:
        yield Command("Answer with", typed["answer"])


def _asked(match: Match) -> Iterator[Block]:
    ad = match.ad
    yield Fact("Line of work" if ad.tier is None else "Tier", tier_sentence(ad))
    for number, why in enumerate(ad.tier_why[:_WHY]):
        yield Fact("and of" if number else "Because of", quoted(why))
    yield Fact("You", _here(match))
    if ad.team is not None:
        yield Fact("Team", f"{count(ad.team, 'person', 'people')}{yours(match)}")
    if ad.budget:
        yield Fact("Budget", quoted(ad.budget))
    if ad.education:
        instead = f", or {ad.education.or_else}" if ad.education.or_else else ""
        yield Fact("Education", f"{ad.education.level}{instead} ({ad.education.demand})")
    if ad.languages:
        yield Fact("Languages", listed(ad.languages))
    if ad.tools:
        names = listed_first([tool.tool for tool in ad.tools], _TOOLS)
        known = listed_first(match.known_tools, _TOOLS)
        new = "" if len(match.known_tools) == len(ad.tools) else "; one that is missing is learnt"
        yield Fact("Tools", f"{names}{f'; your evidence names {known}' if known else ''}{new}")


def _here(match: Match) -> str:
    placement, held = match.assessment.placement, match.assessment.ladder.at(match.here)
    likely = "" if placement.current is None or placement.certain or placement.settled else "most likely "
    stands = f"{likely}{standing_name(placement.current, match.assessment.expected)}"
    if match.counts_as_held and held:
        return f"{stands}; until more is rated, compared as {held.short}, the job you hold"
    return stands


def _years(match: Match) -> Iterator[Block]:
    rows = []
    for name, fit in (("In support", match.support_years), ("Leading people", match.leading_years)):
        if fit:
            asked = f"{years_asked(fit)}{'' if fit.asked.demand == 'required' else ', welcome'}"
            enough = f"enough, if in {fit.asked.of}" if fit.asked.of else "enough"
            lacks = f"{tenths_up(fit.missing)} short" if fit.missing else enough
            rows.append((name, asked, tenths_down(fit.have), lacks))
    for other in match.ad.other_years:
        of = other.of or "something else"
        rows.append((capital(of), count(other.least, "year"), "only you know", ""))
    yield Grid(("Years", "Asked", "Yours", ""), tuple(rows))
    if {"support_years", "leading_years"} <= set(match.ad.either):
        yield Paragraph("One of the two is enough.")
        return
    for fit in (match.support_years, match.leading_years):
        if fit and fit.asked.or_else:
            yield Paragraph(f"Instead of {years_asked(fit)} this will do: {fit.asked.or_else}.")


def _skills(match: Match) -> Iterator[Block]:
    for demand, title in _TITLES.items():
        fits = [fit for fit in match.skills if fit.asked.demand == demand]
        if fits:
            yield Heading(title, counted(fits))
        if demand == "implied":
            yield from _in_short(match, fits)
        else:
            yield from (Item(_told(match, fit), quoted(fit.asked.quote)) for fit in fits)


def _told(match: Match, fit: SkillFit) -> str:
    told = fit.state == "met" and match.verdict != "not-yet"
    shown = evidence_of(match.assessment.profile, fit.asked.skill) if told else ()
    proof = f" Shown by: {_cut(shown[0].text)}" if shown else ""
    return f"{skill_words(fit, match.assessment.skills)}{proof}"


def _cut(words: str) -> str:
    return words if len(words) <= _EVIDENCE else f"{words[:_EVIDENCE].rsplit(' ', 1)[0]} …"


def _in_short(match: Match, fits: list[SkillFit]) -> Iterator[Block]:
    skills = match.assessment.skills
    states = {fit.state for fit in fits}
    for state, label in (
        ("met", "Met"),
        ("short", "Short"),
        ("missing", "Missing"),
        ("unrated", "Not rated"),
    ):
        if state in states:
            names = [inside(skills[fit.asked.skill].name) for fit in fits if fit.state == state]
            yield Paragraph(f"{listed(names)}.", label)


def _left(match: Match) -> list[Quote]:
    """Return what was not understood and is not asked as a question."""
    asked = {each.condition.quote for each in match.conditions}
    return [quote for quote in match.ad.not_understood if quote not in asked]


def _unjudged(match: Match) -> Iterator[Block]:
    if left := _left(match):
        yield Paragraph("It asks this as well, and we could make nothing of it. Read it yourself:")
        yield from map(Item, map(quoted, left))
    if match.ad.not_taken:
        yield Paragraph("Not read:")
        yield from map(Item, match.ad.not_taken)


def _missing(match: Match, plan: Plan, typed: Mapping[str, str]) -> Iterator[Block]:
    skills = match.assessment.skills
    if open_ := match.of("unrated", demand="required"):
        names = [inside(skills[fit.asked.skill].name) for fit in open_]
        yield Heading("Not rated yet", count(len(open_), "skill"))
        surer = match.at_least != match.at_most
        gain = "the verdict is surer" if surer else "the steps are surer; the verdict stays"
        yield Paragraph(f"It requires {listed(names)}; once you rate what is open, {gain}.")
        if "rate" in typed:
            yield Command("To rate", typed["rate"])
    if match.bridged:
        yield Heading("An interview can bridge", count(len(match.bridged), "skill"))
        yield from (Item(skill_words(fit, skills)) for fit in match.bridged)
    if match.plan_gaps:
        yield Heading("Takes a plan", listed([step_words(fit, skills) for fit in match.plan_gaps]))
    yield from _steps(match, plan)
    if plan.steps and "plan" in typed:
        yield Command("As a dated plan", typed["plan"])


def _changes(match: Match, plan: Plan, typed: Mapping[str, str]) -> Iterator[Block]:
    """Yield what would make it a stretch and when that can be: nothing yet of how to apply."""
    yield from (Item(sentence, label) for label, sentence in to_a_stretch(match))
    open_ = match.to_rate or match.of("unrated", demand="required")
    if open_ and match.at_least != match.at_most and "rate" in typed:
        yield Command("To rate what is open", typed["rate"])
        yield Command("Or here", f"--skill {open_[0].asked.skill}=LEVEL, behind the same command")
    if match.to_rate:
        return  # without ratings any date is a guess
    if any(found.about == "condition" and found.verdict == "not-yet" for found in match.findings):
        return  # no step leads past it
    yield from _ready(plan)
    if plan.steps and "plan" in typed:
        yield Command("The next step, dated", typed["plan"])


def _steps(match: Match, plan: Plan) -> Iterator[Block]:
    skills = match.assessment.skills
    steps = [dated.step for milestone in plan.milestones for dated in milestone.steps]
    raised = [step for step in steps if step.growth and not step.if_needed]
    if not raised:
        return
    if not match.plan_gaps:
        yield Heading("Takes a plan")
    for step in raised[:_STEPS]:
        if step.growth and step.skill:
            levels = f"{inside(skills[step.skill].name)} from {step.level_from} to {step.level_to}"
            yield Item(f"{hours_range(step.hours.min, step.hours.max)}; {levels}.", step.growth.title)
    if len(raised) > _STEPS:
        yield Paragraph(f"And {count(len(raised) - _STEPS, 'more step')}.")
    yield from _ready(plan)


def _ready(plan: Plan) -> Iterator[Block]:
    ready = plan.milestones[-1].ready if plan.milestones else None
    if ready and ready.latest:
        yield Paragraph(
            f"{between(ready, plan.as_of)}, at {count(plan.hours_per_week, 'hour')} a week.", "Ready"
        )
    elif ready:
        yield Paragraph(_NEVER, "Ready")


def _before(match: Match, plan: Plan, more: Plan, library: Library) -> Iterator[Block]:
    skills = match.assessment.skills
    if led := scope(match):
        yield Item(led, "Your scope")
    found = proofs(match)
    for number, proof in enumerate(found, start=1):
        text = proof.text.rstrip(".")
        near = "they ask for" if proof.close else "this comes near"
        asked = f'Near the top: {text} ({near} "{proof.asked}", line {proof.line}).'
        yield Item(asked, f"Proof {number}")
    open_claim = unproved(match)
    if len(found) < 2 and open_claim:
        name, quote = inside(skills[open_claim.asked.skill].name), short_quote(open_claim.asked.quote)
        yield Item(
            f'They ask for "{quote}". You rate {name} at {open_claim.have}, and nothing shows it yet: write '
            "down one thing you did, with its number.",
            "A proof to find",
        )
    if gap := gap_for_interview(match):
        yield Item(gap, "For the interview")
    if learn := to_learn(match, plan, more, library):
        yield Item(learn.text, "To learn this week" if learn.at_once else "To begin this week")
    if not found and not open_claim and not gap and not learn:
        yield Paragraph("Rate what it asks and note what you did: then this says what to put first.")


def _pay(match: Match, library: Library, state: str | None) -> Iterator[Block]:
    yield from map(Paragraph, pay_sentences(match, library, state))
    named = hours_named(match)
    yield Paragraph(f"{listed(named)}." if named else "It says nothing of hours or shifts.", "Hours")
