"""The screen of ``assess``: what I bring, what is missing, what to do now and why, in the height there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from careercli.domain.assessment import Assessment
from careercli.domain.gaps import Gap
from careercli.domain.model import Explained, Skill
from careercli.domain.opinion import Contrast, by_other
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
from careercli.text.explained import explained_gaps, reading_command
from careercli.text.headline import (
    brings_sentence,
    counted_sentence,
    goal_sentence,
    next_aside,
    notes,
    readings,
    standing_sentence,
)
from careercli.text.missing import Missing, amounts, choice_words, missing, shown_words, to_confirm
from careercli.text.opinion import beside
from careercli.text.phrases import capital, hours_a_week, hours_of, inside, listed
from careercli.text.plan import reached_sentence
from careercli.text.steps import beginnings

_FIRST, _MORE = 3, 6
"""So many gaps come before the ladder, and so many before all that is left."""

STEPS = 3
"""So many steps are told at most without ``--full``."""

_GAPS_SPOKEN = 6
"""So many gaps are read to a screen reader without ``--full``."""

_WORDS = "Must-haves decide who is given the job. Levels run from 0, none, to 4, expert."
"""What the words and numbers of the lists mean."""

MUST, SOON, AIRY, LATER, ROOMY, READ, SPARE = range(7)
"""What comes on a screen first, and what only where there is room."""


class _Piece(NamedTuple):
    """A part of the screen and how much it matters, the lowest number first.

    ``gap`` says of something that is missing whether it is a must-have; of any other part it is None.
    """

    blocks: tuple[Block, ...]
    matters: int
    gap: bool | None = None


class Ways(NamedTuple):
    """What shows all that is missing; how a place of a guide is told, and with which keys it is read."""

    more: str = "--full for all"
    read: Callable[[Explained], str] = reading_command
    keys: str = ""


_WAYS = Ways()


def assess_view(
    assessment: Assessment,
    skills: Mapping[str, Skill],
    look: Look,
    *,
    full: bool = False,
    hint: str = "",
    ways: Ways = _WAYS,
    others: Sequence[Contrast] = (),
) -> list[Block]:
    """Return the screen of an assessment; with ``full``, all that is missing for the next tier and the goal.

    ``hint`` is the command that goes on from it, ``ways`` what else leads on, ``others`` is how other people
    see this person.
    """
    screen = _Screen(assessment, skills, look, full, others, ways)
    more = ways.more
    *gaps, air = screen.missing()
    missing = (*gaps, *screen.explained(), air)
    pieces = [*screen.head(), *missing, *screen.now(), *screen.why()]
    foot: list[Block] = [Command("Next", hint)] if hint else []
    every = [piece.gap for piece in missing if piece.gap is not None]
    left_out = Paragraph(f"{shown_words([], every)}; {more}.", quiet=True) if every else Air()
    shown = screen.that_fit(pieces, [left_out, *foot])
    places = [index for index, piece in enumerate(shown) if piece.gap is not None]
    told = [piece.gap for piece in shown if piece.gap is not None]
    if len(told) < len(every):
        left_out = Paragraph(f"{shown_words(told, every)}; {more}.", quiet=True)
        shown.insert(places[-1] + 1, _Piece((left_out,), MUST))
    return [*(block for piece in shown for block in piece.blocks), *foot]


class _Screen(NamedTuple):
    """What the parts of the screen are made from."""

    assessment: Assessment
    skills: Mapping[str, Skill]
    look: Look
    full: bool
    others: Sequence[Contrast] = ()
    ways: Ways = _WAYS

    def lines(self, blocks: Sequence[Block]) -> int:
        """Return how many lines blocks take."""
        return render(blocks, self.look).count("\n") if blocks else 0

    def that_fit(self, pieces: list[_Piece], foot: Sequence[Block]) -> list[_Piece]:
        """Return the parts for which there is room, those that matter most first.

        ``foot`` comes in addition; the last line of the screen is the shell's. A screen reader has no height:
        only what is missing is shortened for it.
        """
        if self.full:
            return pieces
        if self.look.accessible:
            gaps = [index for index, piece in enumerate(pieces) if piece.gap is not None]
            return [piece for index, piece in enumerate(pieces) if index not in gaps[_GAPS_SPOKEN:]]
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
        return [piece for index, piece in enumerate(pieces) if index in shown]

    # -- where am I, and what do I bring ---------------------------------------------------------------

    def head(self) -> Iterator[_Piece]:
        """Yield where somebody is, and what they bring."""
        yield _Piece((Title(standing_sentence(self.assessment)),), MUST)
        if brings := brings_sentence(self.assessment):
            yield _Piece((Paragraph(brings),), SOON)
        if reached := goal_sentence(self.assessment):
            yield _Piece((Paragraph(reached),), SOON)
        yield _Piece((Air(),), AIRY)

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
        yield _Piece(
            (Heading(title, aside or amounts(entry.gate is not None for entry in told)),),
            MUST if first else SOON,
        )
        for index, entry in enumerate(told):
            soon = index < (_FIRST if first else 1) and (entry.gate or not index)
            matters = SOON if soon else ROOMY if index < _MORE else SPARE
            if first and index == 0:
                matters = MUST
            yield _Piece(self._entry(entry), matters, gap=entry.gate is not None)
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

    def explained(self) -> Iterator[_Piece]:
        """Yield what is typed to read about what is missing: about all of it, or about the first."""
        found = explained_gaps(self.assessment, full=self.full)
        told: dict[str, list[str]] = {self.ways.read(place): [] for place in found.values()}
        for skill, place in found.items():
            told[self.ways.read(place)].append(self.skills[skill].name)
        if not self.full:
            label = f"Read ({self.ways.keys})" if self.ways.keys else "Read"
            yield from (_Piece((Command(label, command),), READ) for command in islice(told, 1))
        elif found:
            read = (Item(command, f"{', '.join(names)}:") for command, names in told.items())
            yield _Piece((Air(), Heading("What the guides say of it", self.ways.keys), *read), READ)

    # -- what do I do now ------------------------------------------------------------------------------

    def now(self) -> Iterator[_Piece]:
        """Yield the first steps of the plan, each with its skill, and what is to be rated in one line."""
        assessment, plan = self.assessment, self.assessment.plan
        entries = list(islice(beginnings(plan, self.skills), STEPS))
        if not entries:
            if said := reached_sentence(plan):
                yield _Piece((Paragraph(said),), MUST)
                yield _Piece((Air(),), AIRY)
            return
        pace = hours_a_week(assessment.profile.hours_per_week)
        yield _Piece((Heading("Do now", pace),), MUST)
        for index, begun in enumerate(entries):
            step, skill, hours, must = begun.dated.step if begun.dated else None, "", "", False
            if step:
                hours, must = hours_of(step.hours), step.gate
                skill = f"{begun.name} {levels(step.level_from, step.level_to or 0)}"
            told = Step(begun.number, begun.title, hours, skill, must)
            yield _Piece((told,), (MUST, SOON, ROOMY)[index])
            if how := step.action if step else begun.how:
                yield _Piece((Paragraph(how, quiet=True, depth=1),), ROOMY)
        yield _Piece((Air(),), AIRY)

    # -- why -------------------------------------------------------------------------------------------

    def why(self) -> Iterator[_Piece]:
        """Yield what the three readings say, which counted, what else there is to know, and the ladder."""
        assessment, current = self.assessment, self.assessment.placement.current
        title = f"Why {current.short}" if current else "What is known so far"
        if assessment.placement.state == "before-first":
            title = f"Why not {assessment.ladder.tiers[0].short} yet"
        yield _Piece((Heading(title),), MUST)
        for reading in readings(assessment):
            yield _Piece((Paragraph(reading.text, reading.label),), MUST)
        if counted := counted_sentence(assessment):
            yield _Piece((Paragraph(counted),), SOON)
        heard: list[Block] = [Paragraph(f"{current.title}.", "By your answers")] if current else []
        for found in self.others:
            theirs = beside(found, by_other(assessment, found.opinion), self.skills)
            heard.append(Paragraph(theirs, f"By {found.opinion.giver}'s"))
        if self.others:
            yield _Piece(tuple(heard), MUST)
        for note in notes(assessment):
            if note != goal_sentence(assessment):  # that is told at the head
                yield _Piece((Paragraph(note, quiet=True),), LATER)
        yield _Piece((Paragraph(_WORDS, quiet=True),), LATER)
        if self.look.accessible or any(standing.counts for standing in assessment.tiers):
            ladder = LadderLines(assessment.tiers, current, assessment.goal)
            yield _Piece((Air(), ladder), LATER)
        else:
            yield _Piece((Air(),), AIRY)


def kind(gap: Gap) -> str:
    """Return the kind of a gap in words."""
    if gap.kind == "unrated":
        return "not rated"
    if gap.kind == "confirm" and gap.have is None:
        return "must-have, not rated"
    return "must-have" if gap.must else ""
