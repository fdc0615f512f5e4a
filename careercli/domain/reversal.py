"""The last change of a profile taken back, or up again, and what that means for the steps in its history."""

from __future__ import annotations

from datetime import date

from careercli.domain.attribution import Move
from careercli.domain.history import History, StepDone, Undone, steps_done
from careercli.domain.model import Profile
from careercli.domain.steps import evidence_line
from careercli.domain.values import Value


class Reversal(Value):
    """What a change that was taken back, or taken up again, has changed in turn.

    Attributes:
        redone: whether it was taken up again.
        moves: the facts, levels and evidence that differ; nothing where only the way of writing does.
        steps: the finished steps that are not done any more, or are again.
        readable: whether the profile could be read as it was before; else nobody knows what moved.

    """

    redone: bool
    moves: tuple[Move, ...]
    steps: tuple[StepDone, ...]
    readable: bool = True


def records_of(before: Profile, after: Profile, history: History, day: date) -> list[Undone | StepDone]:
    """Return what is to be remembered of finished steps where a profile says ``after`` again.

    A step belongs to the change if the line of evidence that it left goes or comes back with it. What was
    taken back is recorded once more as it was.
    """
    finished = steps_done(history)
    records: list[Undone | StepDone] = [
        Undone(day=day, of=line)
        for line, step in reversed(finished)
        if _shows(before, step) and not _shows(after, step)
    ]
    done = {step for _, step in finished}
    for line, step in history.of(StepDone):
        back = line in history.undone and step not in done
        if back and _shows(after, step) and not _shows(before, step):
            done.add(step)
            records.append(step)
    return records


def _shows(profile: Profile, step: StepDone) -> bool:
    line = evidence_line(step.day, step.proof)
    return f"\n{line}\n" in f"\n{profile.evidence.get(step.skill, '')}\n"
