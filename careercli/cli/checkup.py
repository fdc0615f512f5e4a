"""Looks at what is installed and kept, for ``careercli doctor``; changes nothing.

What is found is made to be shown to others: of what is kept it tells the names of profiles and how many
problems there are, never what stands in a file, and the home folder is ``~``.
"""

from __future__ import annotations

import os
import platform
import re
import shlex
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from careercli import __version__
from careercli.catalog import Packs
from careercli.catalog.loader import key_in
from careercli.cli.context import Session
from careercli.domain.checkup import Check, Checkup
from careercli.domain.settings import SETTINGS
from careercli.errors import CareerError, Problem
from careercli.formats.text import clean, one_line
from careercli.pages.config import words_of
from careercli.system.streams import columns, is_terminal, rows
from careercli.text.phrases import count, listed_first

if TYPE_CHECKING:
    from careercli.domain.model import Catalog

_SHOWN = frozenset({"ladder", "accessible", "colour", "pager", "data"})
"""The settings whose values say nothing of the person."""

_NAMES = 20
"""How many names of profiles are told."""


def checkup(session: Session) -> Checkup:
    """Return what there is to say of this installation, and of what it keeps."""
    checks: list[Check] = [*_versions(), *_folders(session)]
    catalog = None
    try:
        catalog = Packs(session.packs).catalog.catalog
    except CareerError as error:
        checks.append(_broken_packs(session, error))
    checks += [*_kept(session, catalog), *_settings(session), *_packs(session, catalog)]
    checks += [*_terminal(session), *_completion(session)]
    return Checkup(tuple(_safe(check) for check in checks))


def _safe(check: Check) -> Check:
    """Return a check that can be shown to others."""
    return msgspec.structs.replace(
        check, name=_homeless(check.name), says=_homeless(check.says), remedy=_homeless(check.remedy)
    )


def _homeless(text: str) -> str:
    home = os.path.expanduser("~")  # noqa: PTH111 - as in paths
    shown = one_line(clean(text))
    return re.sub(rf"{re.escape(home)}(?=[/\\]|$|[\s,.;:'])", "~", shown) if len(home) > 1 else shown


def _versions() -> Iterator[Check]:
    from importlib.metadata import PackageNotFoundError, requires, version

    yield Check("Versions", "careercli", __version__)
    yield Check("Versions", "Python", f"{platform.python_version()} ({sys.executable})")
    yield Check("Versions", "System", f"{platform.system()} {platform.release()}")
    try:
        wanted = [name for name in requires("careercli") or () if "extra ==" not in name]
    except PackageNotFoundError:
        yield Check(
            "Versions", "Libraries", "not known, as careercli runs from a folder, and is not installed"
        )
        return
    found, missing = [], []
    for name in sorted(re.split(r"[^\w.-]", name)[0] for name in wanted):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Check("Versions", "Libraries", ", ".join(found))
    for name in missing:
        yield Check("Versions", name, "is not installed", "broken", "Install careercli again.")


def _folders(session: Session) -> Iterator[Check]:
    folders = session.store.folders(session.cache_folder)
    named = {"Data": folders.data, "Broken off": folders.state, "Cache": folders.cache}
    for name, folder in named.items():
        yield _folder(name, folder)


def _folder(name: str, folder: Path) -> Check:
    above = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not above.is_dir() or not os.access(above, os.R_OK | os.W_OK | os.X_OK):
        remedy = f"Let it be yours: chmod u+rwx {shlex.quote(str(above))}"
        return Check("Folders", name, f"{folder}: it cannot be written", "broken", remedy)
    if above != folder:
        return Check("Folders", name, f"{folder}: made when it is needed")
    mode = stat.S_IMODE(folder.stat().st_mode)
    if os.name == "posix" and mode & 0o077:
        remedy = f"For you alone: chmod 700 {shlex.quote(str(folder))}"
        return Check("Folders", name, f"{folder}: others on this machine may look into it", "note", remedy)
    return Check("Folders", name, str(folder))


def _kept(session: Session, catalog: Catalog | None) -> Iterator[Check]:
    """Yield what there is to say of what is kept: how many profiles, and each file that cannot be read."""
    from careercli.store.backup import BEFORE, gather
    from careercli.store.soundness import unreadable

    store = session.store
    folders = store.folders(session.cache_folder)
    names = store.names()
    yield Check("Kept", "Profiles", listed_first(names, _NAMES) if names else "none is saved yet")
    try:
        gathered = gather(folders, stopping=False)
    except CareerError as error:
        yield Check("Kept", "Files", error.message, "broken", error.hint)
        return
    for path, problems in unreadable(gathered.files, catalog) if catalog is not None else ():
        remedy = _remedy(path, gathered.files, folders.place(path))
        yield Check("Kept", path, _counted(problems), "broken", remedy)
    for place in (*(store.profiles / f"{name}.yaml" for name in names), store.settings):
        if place.is_dir():
            yield Check("Kept", folders.path_of(place), "is a folder", "broken", f"Move it away: {place}")
    for path, why in gathered.left_out:
        remedy, is_needed = f"Look at it: {folders.place(path)}", path == "data/settings.yaml"
        is_needed |= path in {f"data/profiles/{name}.yaml" for name in names}
        if why.endswith("."):  # what the system says of a file that cannot be read
            yield Check("Kept", path, "cannot be read", "broken", remedy)
        else:
            yield Check("Kept", path, why, "broken" if is_needed else "note", remedy)
    asides = [path for path in gathered.files if ".broken-" in path or ".aside-" in path]
    for place in (*map(folders.place, asides), *sorted(folders.data.glob(f"{BEFORE}*.zip"))):
        yield Check("Kept", place.name, "set aside", "note", f"Delete it when you do not need it: {place}")


def _counted(problems: tuple[Problem, ...]) -> str:
    line = next((problem.line for problem in problems if problem.line), 0)
    where = f", the first in line {line}" if line else ""
    return f"cannot be read: {count(len(problems), 'problem')}{where}"


def _remedy(path: str, files: dict[str, bytes], place: Path) -> str:
    """Return what to do about a file that cannot be read."""
    name = shlex.quote(place.stem)
    if path.startswith("data/profiles/"):
        undo = (
            f", or take its last change back: careercli profile undo {name}" if f"{path}.bak" in files else ""
        )
        return f"Mend it: careercli profile edit {name}{undo}"
    if path.startswith("data/history/"):
        return f"The other lines count. See which: careercli profile history {name}"
    if path == "data/settings.yaml":
        return "See what: careercli config list. Mend it: careercli config unset NAME"
    if path.startswith("state/"):
        return "The next 'careercli advise' sets it aside."
    return f"Mend it in an editor, or move it away: {place}"


def _settings(session: Session) -> Iterator[Check]:
    for setting in SETTINGS:
        preference = session.preference(setting.name)
        if preference.origin == "standard":
            continue
        words = words_of(preference.value) or "none"
        by = preference.variable or {"flag": "an option", "settings": "the settings"}[preference.origin]
        yield Check("Settings", setting.name, f"{words if setting.name in _SHOWN else 'set'}, by {by}")


def _packs(session: Session, catalog: Catalog | None) -> Iterator[Check]:
    for folder in session.packs if catalog is not None else ():
        yield Check("Role data", "Pack", str(folder))
    wished = session.preference("data").value
    for name in wished if isinstance(wished, tuple) else ():
        if Path(name) not in session.packs:
            remedy = "Put it back, or do without: careercli config unset data"
            yield Check("Role data", "Pack", f"{name} is not there", "note", remedy)
    if catalog is not None:
        yield Check("Role data", "Ladder", ", ".join(ladder.id for ladder in catalog.ladders))
    kept = [path for ending in ("json", "index") for path in sorted(session.cache_folder.glob(f"*.{ending}"))]
    size = sum(path.stat().st_size for path in kept)
    key = key_in(session.packs) if kept and catalog is not None else None
    stale = [path for path in kept if key is None or key not in path.name]
    if kept:
        older = f"; {len(stale)} of other packs or older ones, which go by themselves" if stale else ""
        yield Check("Role data", "Cache", f"{count(len(kept), 'file')}, {size // 1024} KiB{older}")


def _broken_packs(session: Session, error: CareerError) -> Check:
    """Return the check of role data that cannot be used."""
    folders = " ".join(shlex.quote(str(folder)) for folder in session.packs)
    remedy = f"See what: careercli data check {folders}".rstrip()
    if session.preference("data").origin == "settings":
        remedy += ". Do without: careercli config unset data"
    says = _counted(error.problems) if error.problems else error.message
    return Check("Role data", "Packs", says, "broken", remedy)


def _terminal(session: Session) -> Iterator[Check]:
    out, look = session.stdout, session.look
    size = f"{columns(out)} x {rows(out)}" if is_terminal(out) else "the output is no terminal"
    yield Check("Terminal", "Size", size)
    yield Check("Terminal", "Type", session.environ.get("TERM") or "not said")
    yield Check("Terminal", "Colors", "yes" if look.color else "no")
    encoding = getattr(out, "encoding", None) or "none"
    yield Check("Terminal", "Signs", f"{'all' if look.unicode else 'ASCII only'} ({encoding})")
    if look.accessible:
        yield Check("Terminal", "Plain lines", "yes, made for screen readers")
    yield _pager(session)


def _pager(session: Session) -> Check:
    try:
        words = shlex.split(session.pager)
    except ValueError:
        words = [session.pager]
    if not words:
        return Check("Terminal", "Pager", "none")
    if shutil.which(words[0]):
        return Check("Terminal", "Pager", session.pager)
    remedy = "Install it, or choose another: careercli config set pager PROGRAM"
    return Check("Terminal", "Pager", f"{session.pager}: it is not here, so nothing is paged", "note", remedy)


_SCRIPTS = {
    "bash": ("~/.bashrc", "~/.bash_profile", "~/.local/share/bash-completion/completions/careercli"),
    "zsh": ("~/.zshrc", "~/.zprofile"),
    "fish": ("~/.config/fish/completions/careercli.fish", "~/.config/fish/config.fish"),
}
"""Where the lines that 'careercli completion' tells to type end, and where packages put the script."""

_SYSTEM = {
    "bash": ("/usr/share/bash-completion/completions/careercli",),
    "zsh": ("/usr/share/zsh/site-functions/_careercli", "/usr/share/zsh/vendor-completions/_careercli"),
    "fish": ("/usr/share/fish/vendor_completions.d/careercli.fish",),
}


def _completion(session: Session) -> Iterator[Check]:
    shell = Path(session.environ.get("SHELL", "")).name.lower()
    if shell not in _SCRIPTS:
        yield Check(
            "Completion", "Shell", f"{shell or 'not said'}: whether it completes cannot be told from here"
        )
        return
    for place in (*_SCRIPTS[shell], *_SYSTEM[shell]):
        if _completes(Path(os.path.expanduser(place))):  # noqa: PTH111
            yield Check("Completion", shell, f"installed in {place}")
            return
    remedy = "To install it: careercli completion"
    yield Check("Completion", shell, "not installed", "note", remedy)


def _completes(path: Path) -> bool:
    try:
        return b"careercli" in path.read_bytes()[:1_000_000]
    except OSError:
        return False
