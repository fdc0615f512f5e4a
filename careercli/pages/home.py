"""The home screen of who comes back: where they stand, what changed, this week's step, what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from careercli.domain.model import Skill
from careercli.domain.visits import Home
from careercli.pages.blocks import Block, Gap, Heading, Item, Paragraph, Title
from careercli.pages.look import Look, render
from careercli.pages.parts import levels
from careercli.text.explained import next_questions
from careercli.text.headline import standing_sentence
from careercli.text.phrases import between, capital, count, day, hours_a_week, hours_of
from careercli.text.plan import reached_sentence
from careercli.text.steps import Beginning, beginnings, what_to_do
from careercli.text.visits import ago, due_sentence, due_sentences, since_sentences

_MUST, _SOON, _AIR, _LATER = range(4)
"""What comes on a screen first, and what only where there is room."""


_LONGEST_LIST = 240
"""The names of more skills to rate than this many letters hold are not read here."""


class _Piece(NamedTuple):
    """A part of the screen, and how much it matters: the lowest number comes first."""

    blocks: tuple[Block, ...]
    matters: int = _MUST


class Keys(NamedTuple):
    """What to press to change what one said, to ask about the work, and to match a job ad."""

    change: str = ""
    ask: str = ""
    job_ad: str = ""


_NO_KEYS = Keys()


def home_view(
    name: str,
    home: Home,
    skills: Mapping[str, Skill],
    look: Look,
    *,
    keys: Keys = _NO_KEYS,
    below: int = 0,
) -> list[Block]:
    """Return the home screen of the profile saved under ``name``, with ``below`` lines to spare if it can.

    Where there are no ``keys``, it says nothing of what to press.
    """
    pieces = list(_pieces(name, home, skills, keys.change))
    if keys.ask and (questions := next_questions(home.now)):
        line = f'Press {keys.ask} and Enter for what the guides say: "{questions[0]}"'
        pieces.append(_Piece((Paragraph(line, quiet=True),), _SOON))
    if keys.job_ad:
        line = f"Looking at a job ad? Press {keys.job_ad}, paste it, and see whether it is for you."
        pieces.append(_Piece((Paragraph(line, quiet=True),), _SOON))
    if not look.accessible:
        pieces = _that_fit(pieces, look, look.height - below)
    return [block for piece in pieces for block in piece.blocks]


def _that_fit(pieces: Sequence[_Piece], look: Look, room: int) -> list[_Piece]:
    """Return the parts for which there is room, in their order, those that matter most first."""
    shown: set[int] = set()
    for index in sorted(range(len(pieces)), key=lambda index: pieces[index].matters):
        lines = render(pieces[index].blocks, look).count("\n")
        if pieces[index].matters == _MUST or lines <= room:
            room -= lines
            shown.add(index)
    return [piece for index, piece in enumerate(pieces) if index in shown]


def _pieces(name: str, home: Home, skills: Mapping[str, Skill], change: str) -> Iterator[_Piece]:
    now = home.now
    here = f"last here {ago((now.as_of - home.visit.day).days)}" if home.visit else ""
    yield _Piece((Title(now.profile.name or name, here),))
    yield _Piece((Paragraph(standing_sentence(now, named=False)),))
    goal = next((each for each in now.plan.milestones if each.tier is now.goal), None)
    if goal:
        yield _Piece((Paragraph(f"{goal.tier.title}, ready {between(goal.ready, now.as_of)}.", "Your goal"),))
    if home.years_since and now.profile.support_years:
        press = f" If you have worked since, press {change} to bring them up to date." if change else ""
        yield _Piece((Paragraph(f"Your years are those of {day(home.years_since)}.{press}"),), _SOON)
    if home.since and home.visit:
        yield _Piece((Gap(),), _AIR)
        yield _Piece((Heading(f"Since {day(home.visit.day)}"),))
        told = since_sentences(home.since, now.ladder, now.as_of)
        for index, sentence in enumerate(told):
            yield _Piece((Item(sentence),), (_MUST, _SOON, _SOON)[index] if index < 3 else _LATER)
    yield _Piece((Gap(),), _AIR)
    yield from _this_week(home, skills)


def _this_week(home: Home, skills: Mapping[str, Skill]) -> Iterator[_Piece]:
    now, planned = home.now, home.planned
    begun = next(islice(beginnings(now.plan, skills), 1), None)
    if begun is None:
        yield _Piece((Paragraph(reached_sentence(now.plan) or "No step is left in your plan."),))
        return
    hours = hours_a_week(now.profile.hours_per_week)
    yield _Piece((Heading(f"This week: {begun.title}", _hours(begun) or hours),))
    if begun.dated is None:
        if len(begun.how) <= _LONGEST_LIST:
            yield _Piece((Paragraph(begun.how),), _SOON)
        return
    step = begun.dated.step
    must, last = ", must-have" if step.gate else "", begun.dated.ends.latest
    wait = f"; {count(step.weeks, 'week')} of that for its result" if step.weeks else ""
    end = f" Ends by {day(last)}{wait}." if last else ""
    yield _Piece((Paragraph(f"{begun.name} {levels(step.level_from, step.level_to or 0)}{must}.{end}"),))
    if late := due_sentence(planned, step.id) if planned else "":
        yield _Piece((Paragraph(late),), _SOON)
    yield _Piece((Paragraph(what_to_do(step)),), _LATER)
    yield _Piece((Paragraph(step.growth.proof if step.growth else "", "Proof"),))
    if planned:
        names = {skill.id: skill.name for skill in skills.values()}
        others = [Item(capital(sentence)) for sentence in due_sentences(planned, step.id, names)]
        if others:
            yield _Piece((Heading(f"Also due by your plan of {day(planned.day)}"), *others), _SOON)


def _hours(begun: Beginning) -> str:
    step = begun.dated.step if begun.dated else None
    return hours_of(step.hours) if step else ""
