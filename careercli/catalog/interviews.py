"""What must hold of interview questions: nobody is turned down for what they could not prepare for."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay
from careercli.catalog.packs import Pack
from careercli.errors import Problem
from careercli.formats.document import KeyPath


class _Unasked(NamedTuple):
    """A skill of a gate that no question is about, and the levels of that gate."""

    skill: str
    levels: tuple[int, ...]

    @property
    def wanted(self) -> str:
        """The levels in words: ``level 2``, ``level 3 or 4``."""
        return f"level {' or '.join(map(str, self.levels))}"


def interview_problems(pack: Pack, laid: Overlay, told: Container[str] = ()) -> Iterator[Problem]:
    """Yield the gates that nobody asks about, in packs that bring questions.

    Of its own ladders a pack is told at the gate, of those below at the question that took another's place.
    Of files that are ``told`` of something else their gates are not told on top.
    """
    if not any(pack.each(formats.InterviewsFile)) or laid.lacks_file("interviews/"):
        return
    own = {ladder.id: document for document, ladder in pack.each(formats.LadderFile)}
    for name, document in own.items():
        seen: set[_Unasked] = set()
        for path, unasked in () if document.name in told else _unasked(laid.ladders[name], laid):
            if unasked not in seen:
                seen.add(unasked)
                message = f"has '{unasked.skill}', which no interview question asks at {unasked.wanted}"
                yield document.problem(path, message, "Add one to a file in interviews/.")
    if laid.below is None:
        return
    below = [ladder for name, ladder in laid.ladders.items() if name not in own]
    lost = {unasked for ladder in below for _, unasked in _unasked(ladder, laid)}
    lost -= {unasked for ladder in below for _, unasked in _unasked(ladder, laid.below)}
    for document, file in pack.each(formats.InterviewsFile):
        for index, question in enumerate(file.questions):
            before = laid.below.questions.get(question.id)
            for unasked in sorted(lost):
                if before and before.skill == unasked.skill and set(before.levels) & set(unasked.levels):
                    message = f"leaves nothing that asks for '{unasked.skill}' at {unasked.wanted}"
                    yield document.problem(("questions", index, "id"), message, "Give it an id of its own.")


def _unasked(ladder: formats.LadderFile, laid: Overlay) -> Iterator[tuple[KeyPath, _Unasked]]:
    """Yield each skill of a ladder's gates that no question asks at a level of the gate, with its place."""
    asked: dict[str, set[int]] = {}
    for question in laid.questions.values():
        if question.skill is not None:
            asked.setdefault(question.skill, set()).update(question.levels)
    for index, tier in enumerate(ladder.tiers):
        for number, gate in enumerate(tier.gates):
            for place, skill in enumerate(gate.skills):
                if skill in laid.skills and not asked.get(skill, set()) & set(gate.levels):
                    path: KeyPath = ("tiers", index, "gates", number, "skills", place)
                    yield path, _Unasked(skill, tuple(sorted(set(gate.levels))))
