"""People without their names: the letters that stand for them, and their profiles with the names gone."""

from collections.abc import Sequence
from pathlib import Path

from careercli.cli.context import Session
from careercli.cli.profile_source import is_path
from careercli.domain.anonymity import SOMEBODY, Alias, client


def alias_of(session: Session, name: str | None, person: str | None) -> Alias:
    """Return what a person is called instead, such as "Client C", and what else would tell who it is.

    ``person`` is the name in their profile, ``name`` what it was read from, as PROFILE names it: a saved name
    (that of the default profile where it was used), a path, ``-``. The letter is that person's for good.
    Standard input, and facts alone, for which it is None, are nobody that could be known again: they are
    "Client".

    Raises:
        StorageError: a new letter cannot be saved.
        InvalidDataError: it cannot be read any more which letter is whose.

    """
    if name is None or name == "-":
        return Alias(SOMEBODY, person)
    key = client_key(session, name)
    (called,) = clients(session, [key])
    return Alias(called, person, known_as(key, person))


def known_as(key: str, person: str | None) -> str | None:
    """Return what else somebody of a key is known as: a saved name; a file's, where no other is known."""
    from careercli.store import DEFAULT_PROFILE

    kind, _, rest = key.partition(":")
    if kind == "file":
        return None if person else Path(rest).stem
    return None if rest == DEFAULT_PROFILE else rest


def clients(session: Session, keys: Sequence[str]) -> list[str]:
    """Return what the people of these keys are called, such as "Client C"; new ones get the next letters.

    Those who get theirs at once get them in no order: by the alphabet, Client A would be Ana, Client B Ben.

    Raises:
        StorageError: a new letter cannot be saved.
        InvalidDataError: it cannot be read any more which letter is whose.

    """
    from random import SystemRandom

    drawn = SystemRandom().sample(keys, len(keys))
    letters = dict(zip(drawn, session.store.letters.of(drawn), strict=True))
    return [client(letters[key]) for key in keys]


def client_key(session: Session, name: str) -> str:
    """Return what the letter of a saved profile or a file is kept under.

    The file of a saved profile is that profile. Links to one file are that file.
    """
    from careercli.store import letter_key

    if not is_path(session, name):
        return letter_key(name)
    path = Path(name).resolve()
    if path.parent == session.store.profiles.resolve() and path.suffix == ".yaml":
        return letter_key(path.stem)
    return "file:" + str(path).encode(errors="backslashreplace").decode()
