"""Saved profiles for the tests of what happens to them over time."""

from __future__ import annotations

from careercli.catalog import load_catalog
from careercli.cli.context import Session
from careercli.domain.history import History
from careercli.domain.model import Profile
from careercli.formats.profiles import profile_of, to_yaml


def keep(name: str, text: str | None = None, *, persona: str = "dana") -> None:
    """Save a profile under a name: a built-in person, or what somebody wrote."""
    if text is None:
        text = to_yaml(next(p.profile for p in load_catalog().catalog.personas if p.id == persona))
    folder = Session().store.profiles
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(text)


def kept(name: str) -> Profile:
    """Return a saved profile."""
    return profile_of(Session().store.read(name), load_catalog().catalog)


def text_of(name: str) -> str:
    """Return a saved profile as it is written."""
    return Session().store.text(name)


def history_of(name: str) -> History:
    """Return what is remembered of a saved profile."""
    return Session().store.history(name)
