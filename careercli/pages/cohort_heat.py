"""Skills by people: a sign for every level, the higher the denser; words where there is no room for signs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from careercli.domain.cohort import ONE_BY_ONE, Cohort, SharedGap
from careercli.domain.members import LEFT_OUT, STATES, UNRATED
from careercli.domain.model import LEVEL_NAMES, Catalog
from careercli.pages import parts
from careercli.pages.blocks import Drawing
from careercli.pages.look import ACCENT, QUIET, STRONG, WARN, Look
from careercli.text.phrases import count

_LEAST_LABEL = 26
"""The columns that the name of a skill may always take."""

_SIZE = 3
"""The columns of a person; their numbers have two digits at most."""

_SHADES = " ░▒▓█"
"""What stands beside the number of a level, by level."""

_NUMBERS = ("0", "1", "2", "3", "4", "?", "-")
STATE_NAMES = (*LEVEL_NAMES, "not rated", "does not apply")
"""What each state of a skill is called, by its number."""

_STYLES = (WARN, WARN, "", ACCENT, f"{STRONG} {ACCENT}", QUIET, QUIET)
_HEADING, _LACKED = "Skills by people", "  lacked by"
_HIGHEST_FIRST = (4, 3, 2, 1, 0, UNRATED, LEFT_OUT)


_Cells = dict[str, list[tuple[str, str]]]
"""For each skill its cells, each with its style."""


def heat_map(cohort: Cohort, catalog: Catalog, skills: Sequence[str]) -> Drawing:
    """Return what level each person has in some skills, and how many lack it for their next tier."""
    shared, names = {gap.skill: gap for gap in cohort.shared}, catalog.skill_titles
    lines = [_line(names[skill], cohort.states_of(skill), shared.get(skill), cohort) for skill in skills]

    def draw(look: Look) -> RenderableType:
        if not look.narrow:
            return _map(cohort, catalog, skills, look)
        drawn = [parts.hanging("  ", parts.text(line)) for line in lines]
        return parts.stack([parts.heading(_HEADING, look=look), *drawn, Text()])

    return Drawing(draw, (f"{_HEADING}:", *lines, ""))


def _map(cohort: Cohort, catalog: Catalog, skills: Sequence[str], look: Look) -> RenderableType:
    states = {skill: cohort.states_of(skill) for skill in skills}
    names = {skill: catalog.skill_titles[skill] for skill in skills}
    many = len(cohort.members) > ONE_BY_ONE
    of = "" if many else f" of {len(cohort.members)}"
    notes = {
        gap.skill: f"  {_bracketed(gap)}" if many else _lacking(gap, of)
        for gap in cohort.shared
        if gap.skill in states
    }
    head_note = "  lacked (as must)" if many else _LACKED
    label = max(map(cell_len, names.values())) + 1
    room = look.width - max(map(cell_len, (*notes.values(), head_note if notes else "")))
    blocks = _counts(states, look) if many else _people(states, room - min(label, _LEAST_LABEL), look)
    label = min(label, max(room - len(blocks[0][0]), _LEAST_LABEL))
    out: list[RenderableType] = []
    for head, cells in blocks:
        first = not out
        name = parts.fitted(_HEADING if first else "", label, look)
        out.append(parts.text((name, STRONG), (head, QUIET), (head_note if first and notes else "", STRONG)))
        for skill in skills:
            note = notes.get(skill, "") if first else ""
            name = parts.fitted(names[skill], label - 1, look)
            out.append(parts.text(f"{name} ", *cells[skill], (note, QUIET)))
    seen = {state for of_skill in states.values() for state in of_skill}
    return parts.stack([*out, _legend(seen, look), Text()])


def _lacking(gap: SharedGap, of: str) -> str:
    must = f", must-have for {gap.gates}" if gap.gates else ""
    return f"  {gap.people}{of}{must}"


def _bracketed(gap: SharedGap) -> str:
    """Return how many people lack a skill, and in brackets for how many it is part of a must-have."""
    return f"{gap.people} ({gap.gates})" if gap.gates else str(gap.people)


def _lacked_by(gap: SharedGap, cohort: Cohort) -> str:
    must = f", a must-have for {gap.gates}" if gap.gates else ""
    return f"lacked by {gap.people} of {len(cohort.members)}{must}"


def _people(states: dict[str, bytes], room: int, look: Look) -> list[tuple[str, _Cells]]:
    """Return the columns of people in blocks that fit: the head of each block, and the cells by skill."""
    people = max(map(len, states.values()))
    most = max(room // _SIZE, 1)
    blocks = []
    for start in range(0, people, most):
        end = min(start + most, people)
        head = "".join(f"{place:<{_SIZE}}" for place in range(start + 1, end + 1))
        cells = {
            skill: [(f"{_sign(state, look):<{_SIZE}}", _STYLES[state]) for state in of[start:end]]
            for skill, of in states.items()
        }
        blocks.append((head, cells))
    return blocks


def _counts(states: dict[str, bytes], look: Look) -> list[tuple[str, _Cells]]:
    """Return how many people have each level, as one block."""
    size = max(len(str(len(of))) for of in states.values()) + 1
    head = "".join(f"{_sign(state, look):>{size}}" for state in range(STATES))
    cells = {
        skill: [(f"{of.count(state):>{size}}", _STYLES[state]) for state in range(STATES)]
        for skill, of in states.items()
    }
    return [(head, cells)]


def _sign(state: int, look: Look) -> str:
    shade = _SHADES[state] if look.unicode and state < len(_SHADES) else ""
    return f"{_NUMBERS[state]}{shade}".strip()


def _legend(seen: Collection[int], look: Look) -> RenderableType:
    """Return what the signs mean that were seen."""
    words = [f"{_sign(state, look)} {STATE_NAMES[state]}" for state in sorted(seen)]
    return parts.text((", ".join(words), QUIET))


def _line(name: str, states: bytes, gap: SharedGap | None, cohort: Cohort) -> str:
    """Return a skill as a line: how many lack it, and who has which level, or how many of many."""
    said = [_lacked_by(gap, cohort)] if gap else []
    many = len(states) > ONE_BY_ONE
    for state in _HIGHEST_FIRST:
        who = [member.who for member, other in zip(cohort.members, states, strict=True) if other == state]
        if who:
            level = f"{state} {STATE_NAMES[state]}" if state < UNRATED else STATE_NAMES[state]
            said.append(f"{level}: {count(len(who), 'person', 'people') if many else ', '.join(who)}")
    return f"{name}: {'; '.join(said)}"
