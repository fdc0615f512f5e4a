"""A report as a document: to read on a phone, to show and to print, or to go on with as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from careercli.domain.model import LEVEL_NAMES
from careercli.domain.schedule import DatedStep
from careercli.pages.blocks import Beside, Block, Fact, Heading, Item, Paragraph, Title
from careercli.pages.charts import ladder_chart, timeline_chart
from careercli.pages.document_blocks import (
    MUST_HAVE,
    Bar,
    Card,
    Cards,
    Chapter,
    Cite,
    Column,
    Framed,
    Glance,
    Handout,
    Listing,
    Meter,
    Rise,
    Sources,
    Strong,
    Styled,
    Table,
    Tag,
    Words,
    chapter,
    screen,
)
from careercli.pages.opinions import opinion_blocks
from careercli.pages.report_pay import cited, pay_blocks
from careercli.text import report_parts as words
from careercli.text.phrases import day, hours_a_week, hours_of
from careercli.text.plan import Stop
from careercli.text.report import Open, Report
from careercli.text.steps import Beginning, dates_sentence, if_needed_sentence, step_numbers
from careercli.text.tiers import covered, floor_words


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


def report_view(report: Report) -> list[Block]:
    """Return a report as a screen."""
    return screen(report_page(report))


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
        yield chapter("pay", "Pay and outlook", pay_blocks(report))
    if report.notes is not None:
        yield chapter("notes", "Notes of your coach", _notes(report))
    if report.others is not None:
        yield chapter("others", "How others see it", _others(report))
    yield chapter("reading", "How to read this", _reading(report))


def _head(report: Report) -> Iterator[Block]:
    profile, kind = report.assessment.profile, f"{report.assessment.ladder.title} career report"
    title = f"Career report for {profile.name}" if profile.name else "Your career report"
    yield Title(title, f"{kind}, {day(report.assessment.as_of)}")
    about = f"{profile.title}, " if profile.title else ""
    yield Paragraph(f"{about}{words.experience(profile)}", style="person")
    yield Paragraph(report.standing, style="standing")
    yield Glance(tuple(_glance(report)))


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
        share = f"{covered(standing)} covered" if standing.counts else "too little rated to say"
        share += f"; must-haves: {words.musts(standing)}"
        yield Fact("Next tier", following.title, share)
    if goal:
        ready = f"Ready {report.way[-1].ready}" if report.way else "You're there"
        yield Fact("Your goal", goal.title, ready)
    if report.week:
        yield Fact("This week", hours_a_week(assessment.plan.hours_per_week), report.week[0].title)


def _where(report: Report) -> Iterator[Block]:
    yield from (Fact(each.label, each.text) for each in report.readings)
    yield from _paragraphs(report.reasons)
    yield ladder_chart(report.assessment)
    yield Heading("Every tier, and how much of it you cover")
    yield _ladder(report)
    yield Paragraph(words.rule(report))
    if report.left_out:
        yield Heading("Left out, because it does not apply to your work")
        yield from (Fact(name, why) for name, why in report.left_out)


def _paragraphs(texts: Iterable[str]) -> Iterator[Block]:
    """Yield paragraphs, of which the first says the most."""
    return (Paragraph(text, style="" if at else "lead") for at, text in enumerate(texts))


def _ladder(report: Report) -> Table:
    assessment, placement = report.assessment, report.assessment.placement
    rows: list[tuple[Words, ...]] = []
    for each in assessment.tiers:
        tier, share = each.tier, each.fit if each.counts else 0.0
        here = (Tag("you", "tag-here"),) if tier is placement.current else ()
        goal = (Tag("goal"),) if tier is assessment.goal else ()
        reached = (Tag("you have them"),) if each.floor_reached else ()
        rows.append(
            (
                (f"{tier.rank} {tier.short}", *here, *goal),
                (Bar(share, covered(each), assessment.ladder.pass_fit),),
                words.musts(each),
                (floor_words(assessment.ladder, tier) or "none", *reached),
            )
        )
    heads = ("You cover", "Must-haves", "Years employers ask")
    return Table(
        (Column("Tier", names=True), *map(Column, heads)),
        tuple(rows),
        "The upright line in a bar is what it takes.",
        "together",
        here=placement.current.rank - 1 if placement.current else None,
    )


def _strengths(report: Report) -> Iterator[Block]:
    strengths = report.strengths
    yield from _paragraphs(filter(None, (strengths.said, words.met(strengths))))
    if strengths.must_haves:
        yield Paragraph(f"{', '.join(strengths.must_haves)}.", label="Must-haves you show")
    if not strengths.shown:
        yield Paragraph(words.NO_EVIDENCE, quiet=True)
        return
    yield Heading("What you can show for it")
    for each in strengths.shown:
        yield Fact(f"{each.skill.name}, {LEVEL_NAMES[each.level]}.", each.evidence)


def _confirming(report: Report) -> Iterator[Block]:
    left = "this is" if len(report.confirming) == 1 else "these are"
    yield Paragraph(f"The rest of your answers put you there; {left} left to show.", style="lead")
    yield _cards(report.confirming, 3)


def _missing(report: Report) -> Iterator[Block]:
    following, goal = report.assessment.ahead, report.assessment.goal
    yield Paragraph(words.lacking(report), style="lead")
    if following and report.conditions:
        heads = (Column(name, "amount") for name in ("Needed", "Usual", "You", "Missing"))
        rows: list[tuple[Words, ...]] = []
        for each in report.conditions:
            lacks = (Strong(each.missing),) if each.missing else "nothing"
            name = (each.name, cited(report, *each.sources))
            rows.append((name, each.asked, each.usual, each.have, lacks))
        caption = f"What {following.short} asks, and what you have"
        yield Table((Column("Asked", names=True), *heads), tuple(rows), caption)
    if report.lacking:
        key = ((Meter(1, 1), "what you have"), (Meter(0, 1), "what is needed"))
        yield Listing(key, "key", hidden=True)
    musts = [each for each in report.lacking if each.must]
    others = [each for each in report.lacking if not each.must]
    for title, entries in (("Must-haves", musts), ("Other skills" if musts else "Skills", others)):
        if entries:
            yield Heading(title)
            yield _cards(entries, 4)
    if goal and report.later:
        yield Heading(f"Further on, for {goal.short}")
        yield Paragraph(f"What {goal.title} asks beyond the next tier, each with where you are now.")
        yield Listing(tuple(map(_later, report.later)), "columns-2")


def _cards(entries: Iterable[Open], level: Literal[3, 4]) -> Cards:
    return Cards(tuple(card for entry in entries for card in _opened(entry)), level)


def _opened(entry: Open) -> Iterator[Card]:
    if entry.choice:
        quickest = tuple((Rise(each.gap.have, each.gap.need, each.name),) for each in entry.lacks)
        yield Card(entry.choice, entry.must, f"{entry.among}.", (("Quickest", quickest),))
        return
    for each in entry.lacks:
        read = (("Read", (each.read,)),) if each.read else ()
        facts = (("Now", (words.now(each),)), ("Needed", (each.needed,)), *read)
        yield Card(each.name, entry.must, (Rise(each.gap.have, each.gap.need),), facts)


def _later(entry: Open) -> Words:
    must = (MUST_HAVE,) if entry.must else ()
    if entry.choice:
        return (f"{entry.choice}: {entry.among}", *must)
    gaps = [(each.gap.have, each.gap.need, each.name) for each in entry.lacks]
    rises = [(Meter(have or 0, need), Rise(have, need, name, short=True)) for have, need, name in gaps]
    return (*chain(*rises), *must)


# -- what to do --------------------------------------------------------------------------------------------


def _week(report: Report) -> Iterator[Block]:
    pace = hours_a_week(report.assessment.plan.hours_per_week)
    yield Paragraph(f"You have {pace}. {words.begin(report)}", style="lead")
    yield Cards(tuple(_begun(report, each) for each in report.week), 3, "steps")


def _begun(report: Report, begun: Beginning) -> Card:
    dated = begun.dated
    if dated is None or dated.step.growth is None:
        return Card(begun.title, must=False, about=begun.how)
    step, growth = dated.step, dated.step.growth
    return Card(
        begun.title,
        step.gate,
        (Rise(step.level_from, step.level_to or 0, begun.name),),
        (
            ("Do", ((begun.how, cited(report, growth.source)),)),
            ("Proof", (f"{growth.proof}.",)),
            ("When", (begun.when,)),
        ),
        hours_of(step.hours),
    )


def _way(report: Report) -> Iterator[Block]:
    if timeline := timeline_chart(report):
        yield timeline
    first = next((stop for stop in report.way if stop.agenda.steps), None)
    for stop in report.way:
        yield Framed(tuple(_stop(report, stop, in_full=stop is first)), "stop")
    if report.also_helps:
        yield Heading("Also helps")
        yield Paragraph(words.ALSO_HELPS)
        told = (_told(report, dated, needed=False) for _, dated in report.also_helps)
        items = ((title, Styled((*about.words, f", {hours}"), "aside")) for title, _, about, _, hours in told)
        yield Listing(tuple(items), "columns-2")


def _stop(report: Report, stop: Stop, *, in_full: bool) -> Iterator[Block]:
    """Yield a milestone and its steps, with their numbers in the plan."""
    numbers = step_numbers(report.assessment.plan)
    yield Heading(stop.title)
    yield Paragraph(f"Ready {stop.ready}", style="stop-ready")
    yield Paragraph(f"{stop.decides} {stop.work}", style="stop-why")
    told = [(str(numbers[dated.step.id]), *_told(report, dated)) for dated in stop.agenda.steps]
    if told and in_full:
        heads = {"No.": "short", "Step": "", "Proof": "proof", "Hours": "amount"}
        columns = tuple(Column(title, style) for title, style in heads.items())
        rows = ((at, (title, cite, about), proof, hours) for at, title, cite, about, proof, hours in told)
        yield Table(columns, tuple(rows), f"Steps to {stop.milestone.tier.short}, in order", "plan")
    elif told:
        items = (
            (Styled(at, "quiet"), " ", title, cite, f", {hours}", about, f" Proof: {proof}.")
            for at, title, cite, about, proof, hours in told
        )
        yield Listing(tuple(items), "columns-2")
    if stop.agenda.if_needed:
        more = if_needed_sentence(dated.step for dated in stop.agenda.if_needed)
        yield Paragraph(f"{more}.", quiet=True, style="small")


def _told(report: Report, dated: DatedStep, *, needed: bool = True) -> tuple[str, Cite, Styled, str, str]:
    """Return a step: its title and source, the skill that it raises and when, its proof, and its hours."""
    step, growth = dated.step, dated.step.growth
    skill = report.assessment.skills[step.skill or ""].name
    rise = Rise(step.level_from, step.level_to or 0, skill, short=True)
    must = ", must-have" if step.gate else ""
    about = (rise, f"{must}. {dates_sentence(report.assessment.plan, dated)}") if needed else (rise,)
    cite = cited(report, growth.source) if growth and needed else Cite(())
    title, proof = (growth.title, growth.proof) if growth else ("", "")
    return title, cite, Styled(about, "aside"), proof, hours_of(step.hours)


def _others(report: Report) -> Iterator[Block]:
    if not report.others:
        yield Paragraph("Nobody has given an opinion yet.")
    for found in report.others or ():
        yield from opinion_blocks(found, report.assessment, report.assessment.skills)


def _notes(report: Report) -> Iterator[Block]:
    if not report.notes:
        yield Paragraph("None so far.")
    yield from (Fact(day(note.day), note.text) for note in report.notes or ())


def _reading(report: Report) -> Iterator[Block]:
    terms = (Item(meaning, term) for term, meaning in words.TERMS)
    assumed: tuple[Block, ...] = ()
    if report.assumptions:
        assumed = (Heading("What the dates assume"), *map(Item, report.assumptions))
    yield Beside((Heading("The words"), *terms), assumed)
    if report.sources:
        yield Heading("Sources")
        yield Sources(report.sources)
