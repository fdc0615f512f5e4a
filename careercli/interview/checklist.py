"""The work in the queue in one question, for whom it is mostly new: a list to tick, not a screen a skill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercli.domain.model import Skill
from careercli.prompts.asker import Asker, Option, numbered
from careercli.text.questions import explained_list

DONE = "Support work done so far"
TITLE = "Which of these have you done at work, paid or not?"
DETAIL = "A number ticks its line. What stays open counts as 0; the review can change it."

_NONE, _SKIP, _FINISH = "none", "skip", "finish"


def ask_done(
    asker: Asker, skills: Sequence[Skill], position: str, rated: Mapping[str, int], *, back: bool
) -> dict[str, int] | None:
    """Return 1 for each skill that is ticked, 0 for the others; nothing if skipped, None to finish here.

    Those that ``rated`` has above 0 are ticked to begin with. A line is what one does at the first level.

    Raises:
        GoBackError: the person goes back.

    """
    options = [
        *numbered((skill.levels[0], skill.id) for skill in skills),
        Option("s", "skip", _SKIP, aside=True),
        Option("0", "none of these", _NONE, aside=True),
    ]
    if position:
        options.append(Option("f", "finish here", _FINISH, aside=True))
    before = [skill.id for skill in skills if rated.get(skill.id)]
    title = f"{TITLE} ({position})" if position else TITLE
    ticked = asker.tick(title, DETAIL, options, before, _SKIP, back=back, explain=explained_list(skills))
    if _FINISH in ticked:
        return None
    if _SKIP in ticked:
        asker.tell("  Skipped.")
        return {}
    done = {skill.id: int(skill.id in ticked) for skill in skills}
    asker.tell(f"  {DONE}: {sum(done.values())} of {len(done)}")
    return done
