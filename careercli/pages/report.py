"""A report as a document: designed, to read on a phone, to show and to print, or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

import msgspec

from careercli.domain.model import LEVEL_NAMES
from careercli.domain.plan import PlannedStep
from careercli.domain.schedule import DatedStep
from careercli.pages.blocks import Block, Either, Fact, Heading, Item, Paragraph, Title
from careercli.pages.charts import ladder_chart, timeline_chart
from careercli.pages.document_blocks import (
    MUST_HAVE,
    Assignment,
    Bar,
    Card,
    Cards,
    Chapter,
    Column,
    Framed,
    Glance,
    Handout,
    Inline,
    Listing,
    Meter,
    Rise,
    Sources,
    Steps,
    Strong,
    Table,
    Tag,
    Wording,
    Words,
    chapter,
)
from careercli.pages.report_pay import cite, pay
from careercli.text import report_parts as words
from careercli.text.phrases import day, hours_a_week, hours_range, percent
from careercli.text.report import Open, Report
from careercli.text.steps import dates_sentence, if_needed_sentence
from careercli.text.tiers import floor_words


def report_page(report: Report) -> Handout:
    """Return a report as a document to write in whatever way."""
    name, as_of = report.assessment.profile.name, report.assessment.as_of
    return Handout(
        title=f"Career report{f' for {name}' if name else ''}, {day(as_of)}",
        version=report.version,
        as_of=as_of,
        style="report",
        head=tuple(_head(report)),
        chapters=tuple(_chapters(report)),
        foot=words.made(report),
    )


def _chapters(report: Report) -> Iterator[Chapter]:
    current, following, goal = (
        report.assessment.placement.current,
        report.assessment.ahead,
        report.assessment.goal,
    )
    yield chapter("where", "Where you are", _where(report))
    yield chapter("bring", "What you bring", _strengths(report))
    if current and report.confirming:
        name = "What is to confirm"
        yield chapter("confirm", f"{name} for {current.short}", _confirming(report), name)
    name = "What is missing"
    title = f"{name} for {following.short}" if following else name
    yield chapter("missing", title, _missing(report), name)
    if report.week:
        yield chapter("week", "This week", _week(report))
    if goal and report.way:
        yield chapter("way", f"The way to {goal.short}", _way(report), "The way there")
    if report.paid or report.markets:
        yield chapter("pay", "Pay and outlook", pay(report))
    if report.notes is not None:
        yield chapter("notes", "Notes of your coach", _notes(report))
    yield chapter("reading", "How to read this", _reading(report))


def _head(report: Report) -> Iterator[Block]:
    profile, ladder = report.assessment.profile, report.assessment.ladder.title
    today, name = day(report.assessment.as_of), f"Career report for {profile.name}" if profile.name else ""
    about = f"{f'{profile.title}, ' if profile.title else ''}{words.experience(profile)}"
    yield Either(
        shown=(
            Paragraph(f"{ladder} career report, {today}", style="kicker"),
            Title(name or "Your career report"),
            Paragraph(about, style="person"),
        ),
        spoken=(Title(name or "Career report"), Paragraph(f"{about}. {ladder}, {today}.")),
    )
    yield Paragraph(report.standing, style="standing")
    yield Either(shown=(Glance(tuple(_glance(report))),))


def _glance(report: Report) -> Iterator[Fact]:
    assessment, placement = report.assessment, report.assessment.placement
    following, goal, tiers = assessment.next, assessment.goal, len(assessment.ladder.tiers)
    if placement.current:
        left = f", {len(report.confirming)} to confirm" if report.confirming else ""
        yield Fact("You're at", placement.current.title, f"Tier {placement.current.rank} of {tiers}{left}")
    elif placement.state == "too-little-rated":
        yield Fact("You're at", "Not known yet", "Too little is rated to say")
    else:
        yield Fact("You're at", "The way in", f"Preparing for the first of {tiers} tiers")
    if following:
        standing = assessment.standing(following)
        covered = f"{percent(standing.fit)} covered; must-haves: {words.musts(standing)}"
        yield Fact("Next tier", following.title, covered)
    if goal:
        ready = f"Ready {report.way[-1].ready}" if report.way else "You're there"
        yield Fact("Your goal", goal.title, ready)
    if report.week:
        yield Fact("This week", hours_a_week(assessment.plan.hours_per_week), report.week[0].title)


def _where(report: Report) -> Iterator[Block]:
    yield from (Fact(each.label, each.text) for each in report.readings)
    yield from (Paragraph(text, style="" if at else "lead") for at, text in enumerate(report.reasons))
    title, rule = "Every tier, and how much of it you cover", words.rule(report)
    yield ladder_chart(report.assessment)
    yield Either(shown=(Heading(title),), spoken=(Heading("The ladder"),))
    yield _ladder(report, f"{rule} The upright line in a bar is that share.")
    yield Either(shown=(), spoken=(Paragraph(rule),))
    if report.left_out:
        title = "Left out, because it does not apply to your work"
        yield Either(
            shown=(Heading(title), *(Fact(name, why) for name, why in report.left_out)),
            spoken=(Paragraph(f"{title}:"), *(Item(f"{name}: {why}") for name, why in report.left_out)),
        )


def _ladder(report: Report, caption: str) -> Table:
    assessment, place = report.assessment, None
    current, goal = assessment.placement.current, assessment.goal
    rows: list[tuple[Words, ...]] = []
    for at, each in enumerate(assessment.tiers):
        tier = each.tier
        signs = [Tag("you", "tag-here")] if current and tier.id == current.id else []
        place = at if signs else place
        signs += [Tag("goal")] if goal and tier.id == goal.id else []
        covered = percent(each.fit) if each.counts else "?"
        bar = Bar(each.fit if each.counts else 0.0, covered, assessment.ladder.pass_fit)
        rows.append(
            (
                (Wording(f"{tier.rank} {tier.short}", f"{tier.rank} {tier.title}"), *signs),
                ", ".join(sign.text for sign in signs),
                (Wording((bar,), covered if each.counts else "too little rated"),),
                words.musts(each),
                (
                    floor_words(assessment.ladder, tier) or "none",
                    *((Tag("you have them"),) if each.floor_reached else ()),
                ),
            )
        )
    columns = (
        Column("Tier", names=True),
        Column("Place", spoken=True),
        Column("You cover"),
        Column("Must-haves"),
        Column("Years employers ask"),
    )
    return Table(columns, tuple(rows), caption, "together", here=place)


def _strengths(report: Report) -> Iterator[Block]:
    strengths = report.strengths
    said = [text for text in (strengths.said, words.met(strengths)) if text]
    yield Either(
        shown=tuple(Paragraph(text, style="" if at else "lead") for at, text in enumerate(said)),
        spoken=(Paragraph(" ".join(said)),),
    )
    if strengths.must_haves:
        yield Paragraph(f"{', '.join(strengths.must_haves)}.", label="Must-haves you show")
    if strengths.shown:
        yield Either(shown=(Heading("What you can show for it"),))
        for each in strengths.shown:
            yield Fact(f"{each.skill.name}, {LEVEL_NAMES[each.level]}.", each.evidence)
    else:
        yield Paragraph(words.NO_EVIDENCE, quiet=True)


def _confirming(report: Report) -> Iterator[Block]:
    left = "this is" if len(report.confirming) == 1 else "these are"
    lead = Paragraph(f"The rest of your answers put you there; {left} left to show.", style="lead")
    yield Either(shown=(lead,))
    yield _cards(report.confirming, 3)


def _missing(report: Report) -> Iterator[Block]:
    following, goal, lacking = report.assessment.ahead, report.assessment.goal, words.lacking(report)
    yield Either(shown=(Paragraph(lacking, style="lead"),))
    if following and report.conditions:
        amounts = [Column(name, "amount") for name in ("Needed", "Usual", "You", "Missing")]
        rows = tuple(
            (
                (each.name, Wording((cite(report, *each.sources),))),
                each.asked,
                each.usual,
                each.have,
                (Wording((Strong(each.missing),), each.missing),) if each.missing else "nothing",
            )
            for each in report.conditions
        )
        caption = f"What {following.short} asks, and what you have"
        yield Table((Column("Asked", names=True), *amounts), rows, caption)
    yield Either(shown=(), spoken=(Paragraph(lacking),))
    if report.lacking:
        key = ((Meter(1, 1), "what you have"), (Meter(0, 1), "what is needed"))
        yield Listing(key, "key", hidden=True)
    musts = [each for each in report.lacking if each.must]
    others = [each for each in report.lacking if not each.must]
    for title, entries in (("Must-haves", musts), ("Other skills" if musts else "Skills", others)):
        if entries:
            yield Either(shown=(Heading(title),))
            yield _cards(entries, 4)
    if goal and report.later:
        yield Heading(f"Further on, for {goal.short}")
        about = f"What {goal.title} asks beyond the next tier, each with where you are now."
        yield Either(
            shown=(Paragraph(about), Listing(tuple(map(_later, report.later)), "columns-2")),
            spoken=(Listing(tuple(map(_told_later, report.later))),),
        )


def _cards(entries: Iterable[Open], level: Literal[3, 4]) -> Cards:
    return Cards(tuple(card for entry in entries for card in _opened(entry)), level)


def _opened(entry: Open) -> Iterator[Card]:
    if entry.choice:
        quickest = tuple((Rise(each.gap.have, each.gap.need, each.name),) for each in entry.lacks)
        yield Card(entry.choice, entry.must, f"{entry.among}.", (("Quickest", quickest),))
        return
    for each in entry.lacks:
        facts = (("Now", (words.now(each),)), ("Needed", (each.needed,)))
        yield Card(each.name, entry.must, Rise(each.gap.have, each.gap.need), facts)


def _later(entry: Open) -> Words:
    if entry.choice:
        return (f"{entry.choice}: {entry.among}", MUST_HAVE)
    gaps = [(each.gap.have, each.gap.need, each.name) for each in entry.lacks]
    rises = [(Meter(have or 0, need), Rise(have, need, name, short=True)) for have, need, name in gaps]
    return (*chain(*rises), *((MUST_HAVE,) if entry.must else ()))


def _told_later(entry: Open) -> Words:
    names: list[Inline] = []
    for each in entry.lacks:
        names += [", " if names else "", f"{each.name} ", Rise(each.gap.have, each.gap.need)]
    if entry.choice:
        return (f"Must-have: {entry.choice}. Quickest: ", *names)
    return (*names, ", must-have" if entry.must else "")


def _week(report: Report) -> Iterator[Block]:
    pace = hours_a_week(report.assessment.plan.hours_per_week)
    yield Paragraph(f"You have {pace}. {words.begin(report)}", style="lead")
    begun = tuple(
        _step(report, each.dated, each.name, each.how) if each.dated else Assignment(each.title, each.how)
        for each in report.week
    )
    yield Steps(begun, "cards")


def _step(report: Report, dated: DatedStep, skill: str, how: str = "") -> Assignment:
    growth = dated.step.growth
    return msgspec.structs.replace(
        _brief_step(dated.step, skill),
        how=how,
        when=dates_sentence(report.assessment.plan, dated),
        proof=growth.proof if growth else "",
        cite=cite(report, *((growth.source,) if growth else ())),
    )


def _brief_step(step: PlannedStep, skill: str) -> Assignment:
    return Assignment(
        step.growth.title if step.growth else "",
        hours=hours_range(step.hours.min, step.hours.max),
        skill=skill,
        have=step.level_from,
        need=step.level_to or 0,
        must=step.gate,
    )


def _way(report: Report) -> Iterator[Block]:
    names = {skill.id: skill.name for skill in report.assessment.skills.values()}
    if timeline := timeline_chart(report):
        yield timeline
    first = 1
    for stop in report.way:
        steps = tuple(_step(report, dated, names[dated.step.skill or ""]) for dated in stop.agenda.steps)
        about: list[Block] = [
            Either(
                shown=(Heading(stop.title), Paragraph(f"Ready {stop.ready}", style="stop-ready")),
                spoken=(Heading(f"{stop.title}: ready {stop.ready}"),),
            ),
            Paragraph(f"{stop.decides} {stop.work}", style="stop-why"),
        ]
        if steps:
            caption = f"Steps to {stop.milestone.tier.short}, in order"
            about.append(Steps(steps, "table" if first == 1 else "brief", first, caption))
        if stop.agenda.if_needed:
            more = if_needed_sentence(dated.step for dated in stop.agenda.if_needed)
            about.append(Paragraph(f"{more}.", quiet=True, style="small"))
        yield Framed(tuple(about), "stop")
        first += len(steps)
    if report.also_helps:
        yield Heading("Also helps")
        yield Paragraph(words.ALSO_HELPS)
        helps = tuple(_brief_step(dated.step, name) for name, dated in report.also_helps)
        plain = tuple(msgspec.structs.replace(step, must=False) for step in helps)
        yield Either(shown=(Steps(plain, "brief", 0),), spoken=(Steps(helps, "brief", 0),))


def _notes(report: Report) -> Iterator[Block]:
    if not report.notes:
        yield Paragraph("None so far.")
        return
    notes = [(day(note.day), note.text) for note in report.notes]
    yield Either(
        shown=tuple(Fact(when, text) for when, text in notes),
        spoken=tuple(Item(f"{when}: {text}") for when, text in notes),
    )


def _reading(report: Report) -> Iterator[Block]:
    terms = tuple(Item(meaning, term) for term, meaning in words.TERMS)
    assumed = tuple(map(Item, report.assumptions))
    columns = [Framed((Either(shown=(Heading("The words"),)), *terms))]
    columns += [Framed((Heading("What the dates assume"), *assumed))] if assumed else []
    yield Framed(tuple(columns), "beside")
    if report.sources:
        yield Heading("Sources")
        yield Sources(report.sources)
