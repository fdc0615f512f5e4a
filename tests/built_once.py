"""What every run in this process would make anew out of the same bytes, made once.

A process of its own makes all of it itself, and so does the first run here, and whoever has other files: a
pack of a test, or one put in the place of the built-in one. Only what nobody changes while tests run is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest
import typer.main

from careercli.catalog import checks, loader, packs, places
from careercli.catalog.compiler import Overlay
from careercli.catalog.loader import Packs
from careercli.catalog.packs import Pack
from careercli.catalog.places import PackFiles
from careercli.cli import program
from careercli.domain import assessment, covering, route
from careercli.domain.covering import Choice
from careercli.domain.model import Ladder, Profile, Skills, Tier
from careercli.domain.passages import Passage
from careercli.domain.schedule import Plan
from careercli.errors import Problem
from careercli.imports import resume_skills
from careercli.search import index as search
from careercli.search import names, passages

if TYPE_CHECKING:
    from sqlite3 import Connection


@contextmanager
def built_once() -> Iterator[None]:
    """Keep the built-in pack as read, checked and compiled, the commands put together, routes and plans."""
    with pytest.MonkeyPatch.context() as patch:
        _keep_pack(patch)
        _keep_compiled(patch)
        _keep_commands(patch)
        _keep_passages(patch)
        for name in ("PhraseFinder", "Finder", "skill_finder"):
            patch.setattr(resume_skills, name, _kept_of(getattr(resume_skills, name)))
        patch.setattr(route, "cheapest_cover", _kept_cover(route.cheapest_cover))
        patch.setattr(assessment, "schedule", _kept_plans(assessment.schedule))
        yield


def _kept_of(real: Callable[..., Any]) -> Callable[..., Any]:
    """Make what finds words once of the same values, which are kept with it."""
    kept: dict[tuple[int, ...], tuple[Any, Any]] = {}

    def once(*values: Any) -> Any:
        key = tuple(map(id, values))
        if key not in kept:
            if len(kept) == _MOST_FINDERS:
                kept.clear()
            kept[key] = (values, real(*values))
        return kept[key][1]

    return once


_MOST_FINDERS = 20


def _keep_pack(patch: pytest.MonkeyPatch) -> None:
    """Read the files of the built-in pack once, parse them once, and check them by themselves once."""
    real_files, real_pack, real_check = loader.read_files, packs.read_pack, checks.guide_problems
    folder = places.builtin_pack()
    files: list[PackFiles] = []
    read: list[Pack] = []
    problems: list[list[Problem]] = []

    def read_files(wanted: Any) -> PackFiles:
        if wanted != folder:
            return real_files(wanted)
        files.extend(() if files else (real_files(folder),))
        return files[0]

    def read_pack(wanted: PackFiles) -> Pack:
        if not files or wanted is not files[0]:
            return real_pack(wanted)
        read.extend(() if read else (real_pack(wanted),))
        return read[0]

    def guide_problems(pack: Pack, laid: Overlay) -> Iterator[Problem]:
        if not read or pack is not read[0] or laid.below is not None:
            yield from real_check(pack, laid)
            return
        problems.extend(() if problems else (list(real_check(pack, laid)),))
        yield from problems[0]

    patch.setattr(loader, "read_files", read_files)
    patch.setattr(packs, "read_pack", read_pack)
    patch.setattr(checks, "guide_problems", guide_problems)


def _keep_compiled(patch: pytest.MonkeyPatch) -> None:
    """Decode the built-in catalog and library once: they are frozen, and the same for every run."""
    real = Packs._kept
    folder = places.builtin_pack().parent / "build"
    decoded: dict[str, Any] = {}

    def kept(self: Packs, name: str, wanted: Any) -> Any:
        if self._folders or self._cache_folder != folder:
            return real(self, name, wanted)
        if decoded.get(name) is None:
            decoded[name] = real(self, name, wanted)
        return decoded[name]

    patch.setattr(Packs, "_kept", kept)


def _kept_cover(
    real: Callable[[Sequence[Choice], Sequence[int]], tuple[int, ...]],
) -> Callable[[Sequence[Choice], Sequence[int]], tuple[int, ...]]:
    """Search the cheapest way once for the same skills and conditions, and the same end of patience."""

    @lru_cache(maxsize=4096)
    def once(choices: tuple[Choice, ...], missing: tuple[int, ...], _most_ways: int) -> tuple[int, ...]:
        return real(choices, missing)

    return lambda choices, missing: once(tuple(choices), tuple(missing), covering.MOST_WAYS)


_MOST_PLANS = 500
"""So many plans are kept; tests of one kind ask for the same ones soon after one another."""


def _kept_plans(real: Callable[..., Plan]) -> Callable[..., Plan]:
    """Make a plan once for the same person on the same ladder: a dozen screens show the plan of each."""
    # The ladder and skills of a plan are kept with it, so that no others come to have their addresses.
    plans: dict[tuple[object, ...], tuple[Ladder, Skills, Plan]] = {}

    def once(
        ladder: Ladder, skills: Skills, profile: Profile, goal: Tier | None, today: date, **how: Any
    ) -> Plan:
        said = msgspec.json.encode((profile, goal and goal.id, today, how["route"]))
        # The table of skills is made for each assessment, of skills that are the same.
        key = (id(ladder), tuple(map(id, skills.values())), said, how["placement"])
        if key not in plans:
            if len(plans) == _MOST_PLANS:
                plans.clear()
            plans[key] = (ladder, skills, real(ladder, skills, profile, goal, today, **how))
        return plans[key][2]

    return once


def _keep_passages(patch: pytest.MonkeyPatch) -> None:
    """Put the same passages into a database once, and ask it once for each word; stem each word once."""
    real, real_matches, real_stems = passages.database, search.Index._matches, search.Index._stems
    kept: list[_KeptPassages] = []
    stems: dict[str, str | None] = {}

    def database(wanted: Sequence[Passage], image: bytes | None = None) -> AbstractContextManager[Connection]:
        known = image or next((each.image for each in kept if each.passages == wanted), None)
        if known is None and (known := search.image_of(wanted)):
            kept[:] = [_KeptPassages(wanted, known, {}), *kept[:3]]
        return real(wanted, known)

    def matches(self: Any, expression: str, weight: float = 1.0) -> dict[int, Any]:
        hits = next((each.hits for each in kept if each.passages == self.passages), {})
        if (expression, weight) not in hits:
            hits[expression, weight] = real_matches(self, expression, weight)
        return dict(hits[expression, weight])

    def stemmed(self: Any, words: Iterable[str]) -> dict[str, str]:
        forms = dict.fromkeys(words)
        if new := [form for form in forms if form not in stems]:
            stems.update(dict.fromkeys(new) | real_stems(self, new))
        return {form: stem for form in forms if (stem := stems[form]) is not None}

    patch.setattr(passages, "database", database)
    patch.setattr(search.Index, "_matches", matches)
    patch.setattr(search.Index, "_stems", stemmed)
    patch.setattr(names, "_spoken", lru_cache(maxsize=8192)(names._spoken))


class _KeptPassages(NamedTuple):
    """Passages, their database as bytes, and what was found there by expression and weight."""

    passages: Sequence[Passage]
    image: bytes
    hits: dict[tuple[str, float], dict[int, Any]]


def _keep_commands(patch: pytest.MonkeyPatch) -> None:
    """Put the program and each of its commands together once, out of its function and options."""
    real_program, real = typer.main.get_command, program._LazyCommands.__getitem__
    whole: list[Any] = []
    made: dict[str, Any] = {}

    def get_command(wanted: typer.Typer) -> Any:
        if wanted is not program.app:
            return real_program(wanted)
        whole.extend(() if whole else (real_program(wanted),))
        return whole[0]

    def command(self: Any, name: str) -> Any:
        if name not in made:
            made[name] = real(self, name)
        return made[name]

    patch.setattr(typer.main, "get_command", get_command)
    patch.setattr(program._LazyCommands, "__getitem__", command)
