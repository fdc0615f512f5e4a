"""The screen of ``assess``: where am I, what is missing, what do I do now, within the height there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.model import Skill
from careercli.pages.blocks import (
    Block,
    Command,
    Heading,
    Item,
    LadderLines,
    LevelRow,
    Paragraph,
    Step,
    Title,
)
from careercli.pages.blocks import Gap as Air
from careercli.pages.look import Look, render
from careercli.pages.parts import levels
from careercli.text.headline import (
    counted_sentence,
    next_aside,
    notes,
    readings,
    standing_sentence,
    strengths_sentence,
)
from careercli.text.missing import Missing, amounts, choice_words, missing, to_confirm
from careercli.text.phrases import capital, hours_a_week, hours_range, inside, listed
from careercli.text.plan import reached_sentence
from careercli.text.steps import beginnings

_FIRST, _MORE = 3, 6
"""So many gaps come before the ladder, and so many before all that is left."""

STEPS = 3
"""So many steps are told at most without ``--full``."""

_GAPS_SPOKEN = 6
"""So many gaps are read to a screen reader without ``--full``."""

MUST, SOON, AIRY, LATER, ROOMY, SPARE = range(6)
"""What comes on a screen first, and what only where there is room."""


class _Piece(NamedTuple):
    """A part of the screen, how much it matters (the lowest number comes first), and whether it is a gap."""

    blocks: tuple[Block, ...]
    matters: int
    gap: bool = False


def assess_view(
    assessment: Assessment,
    skills: Mapping[str, Skill],
    look: Look,
    *,
    full: bool = False,
    hint: str = "",
    more: str = "add --full",
) -> list[Block]:
    """Return the screen of an assessment; with ``full``, all that is missing for the next tier and the goal.

    ``hint`` is the command that goes on from it, ``more`` says what shows all of it.
    """
    screen = _Screen(assessment, skills, look, more, full)
    pieces, hidden = [*screen.head(), *screen.missing(), *screen.now()], 0
    if not full and not look.accessible:
        pieces, hidden = screen.that_fit(pieces, screen.foot(len(pieces), hint))
    return [*(block for piece in pieces for block in piece.blocks), *screen.foot(hidden, hint)]


class _Screen(NamedTuple):
    """What the parts of the screen are made from."""

    assessment: Assessment
    skills: Mapping[str, Skill]
    look: Look
    more: str
    full: bool

    def foot(self, hidden: int, hint: str) -> list[Block]:
        """Return how many gaps have no room, and the command that goes on."""
        more = f"{hidden} more must-haves or skills: {self.more}."
        return [
            *([Paragraph(more, quiet=True)] if hidden else []),
            *([Command("Next", hint)] if hint else []),
        ]

    def lines(self, blocks: Sequence[Block]) -> int:
        """Return how many lines blocks take."""
        return render(blocks, self.look).count("\n") if blocks else 0

    def that_fit(self, pieces: list[_Piece], foot: Sequence[Block]) -> tuple[list[_Piece], int]:
        """Return the parts for which there is room, those that matter most first, and how many gaps hide.

        ``foot`` follows them; the last line of the screen is the shell's.
        """
        room = self.look.height - 1 - self.lines(foot)
        shown: set[int] = set()
        full: set[int] = set()
        for index in sorted(range(len(pieces)), key=lambda index: pieces[index].matters):
            blocks, matters, _ = pieces[index]
            lines = self.lines(blocks)
            if matters == MUST or (lines <= room and matters not in full):
                room -= lines
                shown.add(index)
            elif matters >= ROOMY:
                full.add(matters)  # of a list only what comes last is left out
        hidden = sum(piece.gap and index not in shown for index, piece in enumerate(pieces))
        return [piece for index, piece in enumerate(pieces) if index in shown], hidden

    # -- where am I ------------------------------------------------------------------------------------

    def head(self) -> Iterator[_Piece]:
        """Yield where somebody is, what they bring, and what the three readings say."""
        assessment = self.assessment
        yield _Piece((Title(standing_sentence(assessment)),), MUST)
        if brings := strengths_sentence(assessment):
            yield _Piece((Paragraph(brings),), SOON)
        for reading in readings(assessment):
            yield _Piece((Paragraph(reading.text, reading.label),), MUST)
        if counted := counted_sentence(assessment):
            yield _Piece((Paragraph(counted),), SOON)
        for index, note in enumerate(notes(assessment)):
            yield _Piece((Paragraph(note, quiet=True),), LATER if index else SOON)
        yield _Piece((Air(),), AIRY)
        ladder = LadderLines(assessment.tiers, assessment.placement.current, assessment.goal)
        yield _Piece((ladder,), LATER)

    # -- what is missing -------------------------------------------------------------------------------

    def missing(self) -> Iterator[_Piece]:
        """Yield what is left to confirm of the current tier, then what the next one and the goal ask."""
        assessment, following = self.assessment, self.assessment.ahead
        check = to_confirm(assessment)
        if check and assessment.placement.current:
            yield from self._list(f"To confirm {assessment.placement.current.short}", "", check)
        if following is None:
            if not check:
                yield _Piece(
                    (Paragraph("Nothing is missing: this is the highest tier of this ladder."),), MUST
                )
                yield _Piece((Air(),), AIRY)
            return
        known = {gap.skill: gap.need for entry in check for gap in entry.gaps}
        told = tuple(
            entry
            for entry in missing(assessment.standing(following), assessment.gaps_ahead)
            if any(gap.need > known.get(gap.skill, 0) for gap in entry.gaps)
        )
        if assessment.placement.state == "too-little-rated":
            title = f"What {following.short} asks"  # what nobody asked about yet is not missing
        else:
            title = f"{'Then for' if check else 'Missing for'} {following.short}"
        if told:
            yield from self._list(title, next_aside(assessment), told, first=not check)
        else:
            yield _Piece((Paragraph(f"No skill is missing for {following.short}.{self._rest()}"),), MUST)
            yield _Piece((Air(),), AIRY)
        if self.full and assessment.goal and assessment.goal is not following:
            goal = assessment.goal
            if told := missing(assessment.standing(goal), assessment.goal_gaps):
                yield from self._list(f"Missing for {goal.short}, your goal", "", told)

    def _rest(self) -> str:
        waits = next_aside(self.assessment)
        return f" It waits for {waits}." if waits else ""

    def _list(
        self, title: str, aside: str, told: tuple[Missing, ...], *, first: bool = True
    ) -> Iterator[_Piece]:
        limit = len(told) if self.full or not self.look.accessible else _GAPS_SPOKEN
        yield _Piece(
            (Heading(title, aside or amounts(entry.gate is not None for entry in told)),),
            MUST if first else SOON,
        )
        for index, entry in enumerate(told[:limit]):
            matters = SOON if index < (_FIRST if first else 1) else ROOMY if index < _MORE else SPARE
            if first and index == 0:
                matters = MUST
            yield _Piece(self._entry(entry), matters, gap=True)
        if len(told) > limit:
            yield _Piece((Paragraph(f"{len(told) - limit} more: {self.more}."),), MUST)
        yield _Piece((Air(),), AIRY)

    def _entry(self, entry: Missing) -> tuple[Block, ...]:
        if entry.choice is None:
            return tuple(
                LevelRow(self.skills[gap.skill].name, gap.have, gap.need, gap.must, kind(gap))
                for gap in entry.gaps
            )
        ways = [f"{inside(self.skills[gap.skill].name)} {levels(gap.have, gap.need)}" for gap in entry.gaps]
        choice = f"Must-have: {capital(choice_words(entry.choice, self.skills))}"
        return (Item(f"Quickest: {listed(ways)}.", choice),)

    # -- what do I do now ------------------------------------------------------------------------------

    def now(self) -> Iterator[_Piece]:
        """Yield the first steps of the plan, what is to be rated in one line."""
        assessment, plan = self.assessment, self.assessment.plan
        entries = list(islice(beginnings(plan, self.skills), STEPS))
        if not entries:
            if said := reached_sentence(plan):
                yield _Piece((Paragraph(said),), MUST)
            return
        pace = hours_a_week(assessment.profile.hours_per_week)
        yield _Piece((Heading("Do now", pace),), MUST)
        for index, begun in enumerate(entries):
            step, how, hours = begun.dated.step if begun.dated else None, begun.how, ""
            if step:
                hours = hours_range(step.hours.min, step.hours.max)
                must = ", must-have" if step.gate else ""
                how = f"{begun.name} {levels(step.level_from, step.level_to or 0)}{must}. {step.action}"
            yield _Piece((Step(begun.number, begun.title, hours),), (MUST, SOON, ROOMY)[index])
            if how:
                yield _Piece((Paragraph(how, quiet=True, depth=1),), ROOMY)


def kind(gap: Gap) -> str:
    """Return the kind of a gap in words."""
    if gap.kind == "unrated":
        return "not rated"
    if gap.kind == "confirm" and gap.have is None:
        return "must-have, not rated"
    return "must-have" if gap.must else ""
