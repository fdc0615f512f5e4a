"""Whether what is kept can be read, by the same strict readers that read it in use."""

from collections.abc import Callable, Iterator, Mapping

from careercli.domain.model import Catalog
from careercli.errors import CareerError, InvalidDataError, Problem
from careercli.formats.json_reader import decoded
from careercli.formats.parser import parse_bytes
from careercli.formats.profiles import profile_of
from careercli.formats.settings import settings_of
from careercli.store.histories import history_of
from careercli.store.letters import LettersFile
from careercli.store.notes import notes_of
from careercli.store.opinions import opinions_of


def unreadable(files: Mapping[str, bytes], catalog: Catalog) -> Iterator[tuple[str, tuple[Problem, ...]]]:
    """Yield the files that cannot be read, by their paths in a backup, each with what is wrong with it.

    Copies of what was before, and files that this careercli does not know, are not looked into.
    """
    for path, data in sorted(files.items()):
        check = _check_of(path)
        if check is None:
            continue
        try:
            problems = check(data, path, catalog)
        except InvalidDataError as error:
            problems = error.problems or (Problem(path, 0, 0, "", error.message),)
        except CareerError as error:
            problems = (Problem(path, 0, 0, "", error.message),)
        if problems:
            yield path, problems


_Check = Callable[[bytes, str, Catalog], tuple[Problem, ...]]


def _profile(data: bytes, path: str, catalog: Catalog) -> tuple[Problem, ...]:
    profile_of(parse_bytes(data, path).as_kept(), catalog)
    return ()


def _history(data: bytes, path: str, _: Catalog) -> tuple[Problem, ...]:
    return history_of(data, path).problems


def _notes(data: bytes, path: str, _: Catalog) -> tuple[Problem, ...]:
    notes_of(parse_bytes(data, path))
    return ()


def _opinions(data: bytes, path: str, _: Catalog) -> tuple[Problem, ...]:
    opinions_of(parse_bytes(data, path))
    return ()


def _settings(data: bytes, path: str, _: Catalog) -> tuple[Problem, ...]:
    return settings_of(parse_bytes(data, path)).problems


def _letters(data: bytes, path: str, _: Catalog) -> tuple[Problem, ...]:
    wrong = Problem(path, 0, 0, "", "does not say any more which letter is whose")
    return () if decoded(data, LettersFile) else (wrong,)


_ALONE: dict[str, _Check] = {"data/settings.yaml": _settings, "data/letters.json": _letters}

_OF_MANY: tuple[tuple[str, str, _Check], ...] = (
    ("data/profiles/", ".yaml", _profile),
    ("data/history/", ".jsonl", _history),
    ("data/notes/", ".yaml", _notes),
    ("data/opinions/", ".yaml", _opinions),
    ("state/interview-draft", ".yaml", _profile),
)
"""How the paths of files that there may be many of begin and end, and what reads them."""


def _check_of(path: str) -> _Check | None:
    fitting = (check for begins, ends, check in _OF_MANY if path.startswith(begins) and path.endswith(ends))
    return None if ".broken-" in path else _ALONE.get(path) or next(fitting, None)
