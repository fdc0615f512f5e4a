"""A report as Markdown, to go on with in notes, mail or a wiki."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from careercli.domain.market import Market, PayOn
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep
from careercli.text import report_parts
from careercli.text.amounts import change, grouped, money, value_of
from careercli.text.markdown import escaped
from careercli.text.pay import estimate_words, stake_words
from careercli.text.phrases import day, hours_a_week, hours_range, percent
from careercli.text.report import Lack, Open, Report
from careercli.text.steps import dates_sentence, if_needed_sentence
from careercli.text.tiers import floor_words


def report_markdown(report: Report) -> str:
    """Return a report as Markdown."""
    parts = (
        _head(report),
        _where(report),
        _strengths(report),
        _missing(report),
        _week(report),
        _way(report),
        _pay(report),
        _notes(report),
        _reading(report),
    )
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _head(report: Report) -> Iterator[str]:
    profile = report.assessment.profile
    yield f"# Career report{f' for {escaped(profile.name)}' if profile.name else ''}"
    about = [escaped(profile.title)] if profile.title else []
    about.append(report_parts.experience(profile))
    yield f"{', '.join(about)}. {escaped(report.assessment.ladder.title)}, {day(report.assessment.as_of)}."
    yield f"**{escaped(report.standing)}**"


def _where(report: Report) -> Iterator[str]:
    assessment = report.assessment
    yield "## Where you are"
    yield _list(f"**{each.label}:** {escaped(each.text)}" for each in report.readings)
    yield from map(escaped, report.reasons)
    yield "### The ladder"
    current = assessment.placement.current
    tiers = []
    for each in assessment.tiers:
        signs = ["you"] if current and each.tier.id == current.id else []
        signs += ["goal"] if assessment.goal and each.tier.id == assessment.goal.id else []
        covered = percent(each.fit) if each.counts else "too little rated"
        name = f"{each.tier.rank} {each.tier.title}"
        asked = floor_words(assessment.ladder, each.tier) or "none"
        tiers.append((name, ", ".join(signs), covered, report_parts.musts(each), asked))
    yield _table(("Tier", "Place", "You cover", "Must-haves", "Years employers ask"), tiers)
    yield escaped(report_parts.rule(report))
    if report.left_out:
        yield "Left out, because it does not apply to your work:"
        yield _list(f"{escaped(name)}: {escaped(why)}" for name, why in report.left_out)


def _strengths(report: Report) -> Iterator[str]:
    strengths = report.strengths
    yield "## What you bring"
    yield escaped(" ".join(filter(None, (strengths.said, report_parts.met(strengths)))))
    if strengths.must_haves:
        yield f"**Must-haves you show:** {', '.join(map(escaped, strengths.must_haves))}."
    if strengths.shown:
        yield _list(
            f"**{escaped(each.skill.name)}, {LEVEL_NAMES[each.level]}.** {escaped(each.evidence)}"
            for each in strengths.shown
        )
    else:
        yield report_parts.NO_EVIDENCE


def _missing(report: Report) -> Iterator[str]:
    current, following, goal = (
        report.assessment.placement.current,
        report.assessment.ahead,
        report.assessment.goal,
    )
    if current and report.confirming:
        yield f"## What is to confirm for {escaped(current.short)}"
        yield from map(_open, report.confirming)
    yield f"## What is missing{f' for {escaped(following.short)}' if following else ''}"
    if following and report.conditions:
        rows = [
            (each.name, each.asked, each.usual, each.have, each.missing or "nothing")
            for each in report.conditions
        ]
        yield _table(("Asked", "Needed", "Usual", "You", "Missing"), rows)
    yield escaped(report_parts.lacking(report))
    yield from map(_open, report.lacking)
    if goal and report.later:
        yield f"### Further on, for {escaped(goal.short)}"
        yield _list(_later(entry) for entry in report.later)


def _open(entry: Open) -> str:
    if entry.choice:
        quickest = "; ".join(f"{escaped(lack.name)}, {_levels(lack)}" for lack in entry.lacks)
        return f"**{escaped(entry.choice)}** (must-have): {escaped(entry.among)}.\n- Quickest: {quickest}"
    return "\n".join(_lack(lack, must=entry.must) for lack in entry.lacks)


def _later(entry: Open) -> str:
    names = ", ".join(f"{escaped(lack.name)} {_levels(lack)}" for lack in entry.lacks)
    if entry.choice:
        return f"Must-have: {escaped(entry.choice)}. Quickest: {names}"
    return f"{names}{', must-have' if entry.must else ''}"


def _lack(lack: Lack, *, must: bool) -> str:
    lines = [f"**{escaped(lack.name)}**{' (must-have)' if must else ''}, {_levels(lack)}"]
    behaviors = (("Now", report_parts.now(lack)), ("Needed", lack.needed))
    return "\n".join([*lines, *(f"- {word}: {escaped(text)}" for word, text in behaviors)])


def _levels(lack: Lack) -> str:
    have = "not rated" if lack.gap.have is None else f"{lack.gap.have} {LEVEL_NAMES[lack.gap.have]}"
    return f"{have} → {lack.gap.need} {LEVEL_NAMES[lack.gap.need]}"


def _week(report: Report) -> Iterator[str]:
    if not report.week:
        return
    yield "## This week"
    pace = hours_a_week(report.assessment.profile.hours_per_week)
    yield f"You have {pace}. {report_parts.begin(report)}"
    for at, each in enumerate(report.week, 1):
        indent = " " * len(f"{at}. ")
        if each.dated is None or each.dated.step.growth is None:
            yield f"{at}. **{escaped(each.title)}.** {escaped(each.how)}"
            continue
        step, growth = each.dated.step, each.dated.step.growth
        yield "\n".join(
            [
                f"{at}. **{escaped(each.title)}**, {_hours(step)}. {_change(each.name, step)}",
                "",
                f"{indent}{escaped(each.how)} {_marks(report, [growth.source])}",
                "",
                f"{indent}Proof: {escaped(growth.proof)}. {escaped(each.when)}",
            ]
        )


def _way(report: Report) -> Iterator[str]:
    goal = report.assessment.goal
    if goal is None or not report.way:
        return
    yield f"## The way to {escaped(goal.short)}"
    place = 1
    for stop in report.way:
        yield f"### {escaped(stop.title)}: ready {stop.ready}"
        yield f"{escaped(stop.decides)} {escaped(stop.work)}"
        if stop.agenda.steps:
            yield _steps(report, stop.agenda.steps, place)
        place += len(stop.agenda.steps)
        if stop.agenda.if_needed:
            yield escaped(f"{if_needed_sentence(dated.step for dated in stop.agenda.if_needed)}.")
    if report.also_helps:
        yield "### Also helps"
        yield report_parts.ALSO_HELPS
        yield _list(
            f"{escaped(dated.step.growth.title)}, {_hours(dated.step)}. {_change(name, dated.step)}"
            for name, dated in report.also_helps
            if dated.step.growth
        )


def _steps(report: Report, steps: Iterable[DatedStep], place: int) -> str:
    names, plan = (
        {skill.id: skill.name for skill in report.assessment.skills.values()},
        report.assessment.plan,
    )
    return "\n".join(
        f"{at}. {escaped(step.growth.title)}, {_hours(step)} {_marks(report, [step.growth.source])}. "
        f"{_change(names[step.skill], step)} {escaped(dates_sentence(plan, dated))} "
        f"Proof: {escaped(step.growth.proof)}."
        for at, dated in enumerate(steps, place)
        if (step := dated.step).growth and step.skill
    )


def _hours(step: PlannedStep) -> str:
    return hours_range(step.hours.min, step.hours.max)


def _change(name: str, step: PlannedStep) -> str:
    must = ", must-have" if step.gate else ""
    return f"{escaped(name)} {step.level_from} → {step.level_to}{must}."


def _pay(report: Report) -> Iterator[str]:
    if not report.paid and not report.markets:
        return
    yield "## Pay and outlook"
    yield report_parts.TWO_SIDES
    if report.paid:
        header = ("USD a year", "Place", "Guide's estimate", "Survey's median", "Middle half of the survey")
        yield _table(header, [_paid(report, on) for on in report.paid], raw=True)
    for market in report.markets:
        yield from _market(report, market)


def _paid(report: Report, on: PayOn) -> tuple[str, ...]:
    said, median, half = escaped(estimate_words(on)), "not surveyed", ""
    if on.pay.estimate:
        said += f" {_marks(report, [on.pay.estimate.source])}"
    if on.wages:
        median = f"{escaped(money(on.wages.median))} {_marks(report, [on.wages.source])}"
        half = escaped(f"{money(on.wages.p25)} to {money(on.wages.p75)}")
    return (escaped(on.tier.short), stake_words(on), said, median, half)


def _market(report: Report, market: Market) -> Iterator[str]:
    for section, what in ((market.pay, "what to make of the pay"), (market.outlook, "the outlook")):
        if section is None:
            continue
        yield f"### {escaped(market.role.name)}: {what}"
        yield f"{escaped(section.lead)} {_marks(report, section.sources)}"
        if section is market.pay and market.surveyed:
            yield escaped(report_parts.nearest(market))
        if section is market.outlook and (market.claims or market.projected):
            yield _list(_growth(report, market))
        if section.meaning:
            yield f"> {escaped(section.meaning)}"


def _growth(report: Report, market: Market) -> Iterator[str]:
    for claim in market.claims:
        note = f". {escaped(claim.note)}" if claim.note else ""
        said = f"{escaped(value_of(claim))}, {claim.kind} {_marks(report, [claim.source])}"
        yield f"{escaped(claim.label)}: {said}{note}"
    for occupation, projection in market.projected:
        said = f"{escaped(change(projection.change))}, projected {_marks(report, [projection.source])}"
        name = f"{escaped(occupation.title)} ({occupation.code}), {projection.start} to {projection.end}"
        yield f"{name}: {said}, with {grouped(projection.openings)} thousand openings a year"


def _notes(report: Report) -> Iterator[str]:
    if report.notes is None:
        return
    yield "## Notes of your coach"
    lines = _list(f"{day(note.day)}: {escaped(note.text)}" for note in report.notes)
    yield lines or "None so far."


def _reading(report: Report) -> Iterator[str]:
    yield "## How to read this"
    yield _list(f"**{term}**: {escaped(meaning)}" for term, meaning in report_parts.TERMS)
    if report.assumptions:
        yield "### What the dates assume"
        yield _list(map(escaped, report.assumptions))
    if report.sources:
        yield "### Sources"
        yield "\n".join(
            f"{place}. *{escaped(source.title)}*. {escaped(source.publisher)}, {escaped(source.date)}. "
            f"{escaped(source.note)} {escaped(source.terms)}"
            for place, source in enumerate(report.sources, 1)
        )
    yield "---"
    yield escaped(report_parts.made(report))


def _marks(report: Report, references: Iterable[str]) -> str:
    """Return the numbers of sources, as text that no reader takes for a link."""
    return " ".join(f"\\[{place}\\]" for place in report.numbers(references))


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]], *, raw: bool = False) -> str:
    """Return a table; cells that are ``raw`` are Markdown already."""
    lines = [header, ["---"] * len(header)]
    lines += [row if raw else [escaped(cell) if cell else "" for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
