from __future__ import annotations

from pathlib import Path

import pytest

from careercli.errors import ExitCode, InvalidDataError, NotFoundError
from careercli.store import DEFAULT_PROFILE, Store, write_whole
from tests.store.kept import refused, save
from tests.system.test_files import mode


def test_the_default(store: Store) -> None:
    """The default profile is called so until another is chosen; the choice is a line in a file to edit."""
    assert store.default() == DEFAULT_PROFILE
    save(store, "maya")
    assert store.set_default("maya") is None
    store.settings.write_text("# mine\n" + store.settings.read_text())
    save(store, "dana")
    assert store.set_default("dana") is None

    assert store.default() == "dana"
    assert store.settings.read_text() == "# mine\nschema: careercli/settings@1\ndefault_profile: dana\n"
    assert mode(store.settings) == 0o600
    with refused(NotFoundError, ExitCode.NOT_FOUND, "no saved profile"):
        store.set_default("nobody")


def test_the_only_profile_is_in_use(store: Store) -> None:
    """Where one profile is saved it needs no choice, and takes the place of one that is gone."""
    save(store, "maya")
    assert store.default() == "maya"
    save(store, "dana")
    assert store.default() == DEFAULT_PROFILE

    store.set_default("dana")
    store.path("dana").unlink()

    assert store.default() == "maya"


@pytest.mark.parametrize("text", ["default_profile: 3\n", "schema: careercli/settings@1\nx: 1\n", "[", ""])
def test_a_broken_choice(store: Store, text: str) -> None:
    """Settings that are broken are told, stand in nobody's way, and are set aside by the next choice."""
    save(store, "maya")
    write_whole(store.settings, text.encode())

    with refused(InvalidDataError, ExitCode.INVALID, "settings"):
        store.default()
    store.rename("maya", "dana")
    aside = store.set_default("dana")

    assert aside == store.settings.with_name("settings.yaml.broken-1")
    assert aside.read_text() == text
    assert store.default() == "dana"
    store.delete("dana")


@pytest.mark.parametrize("text", ["[", None])
def test_settings_behind_a_link(store: Store, tmp_path: Path, text: str | None) -> None:
    """Settings kept elsewhere stay there: a broken file is set aside beside itself, and the link stays."""
    elsewhere = tmp_path / "mine.yaml"
    store.settings.parent.mkdir(parents=True, exist_ok=True)
    store.settings.symlink_to(elsewhere)
    if text is not None:
        elsewhere.write_text(text)
    save(store, "maya")
    save(store, "dana")

    aside = store.set_default("dana")

    assert (store.settings.is_symlink(), store.default()) == (True, "dana")
    assert aside == (None if text is None else tmp_path / "mine.yaml.broken-1")
    assert aside is None or aside.read_text() == text
