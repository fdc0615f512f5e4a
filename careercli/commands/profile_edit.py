"""``careercli profile edit``: a saved profile in the person's own editor, checked before it is saved."""

import os
import shlex
import signal
from pathlib import Path

import typer

from careercli.cli.context import Session, session_of
from careercli.cli.options import SavedNameOrDefault
from careercli.cli.profile_source import later_command
from careercli.cli.saved_profiles import existing
from careercli.errors import (
    CareerError,
    InterruptedSessionError,
    InvalidDataError,
    NeedsInputError,
    NotFoundError,
    saying_why,
)
from careercli.formats.document import decode, read_bytes
from careercli.formats.text import clean
from careercli.prompts.asker import Option, confirmed
from careercli.text.phrases import count

_EDITORS = ("notepad",) if os.name == "nt" else ("sensible-editor", "nano", "vi")
"""What is tried where neither VISUAL nor EDITOR says anything."""

_LINES = 24
"""How many lines of what differs are shown."""


def edit_profile(ctx: typer.Context, name: SavedNameOrDefault = None) -> None:
    """Edit a saved profile in $VISUAL or $EDITOR, checked when saved.

    Where it breaks the format you see what is wrong, and can go back to it with nothing lost.
    """
    session = session_of(ctx)
    found = existing(session, name)
    if not session.can_ask:
        raise NeedsInputError(
            "Editing needs a terminal for the editor.",
            hint=f"Without one, change the file itself: {clean(session.store.path(found))}",
        )
    try:
        _Editing(session, found).run()
    except (KeyboardInterrupt, EOFError) as error:
        raise _stopped(session, found, "Stopped.") from error


class _Editing:
    """One profile being edited, in a copy that stays until what was written is saved or given up."""

    def __init__(self, session: Session, name: str) -> None:
        from careercli.store import base_of

        self.session = session
        self.name = name
        self.copy = session.store.drafts.edited(name)
        self.base = base_of(self.copy)
        self.before = session.store.text(name)

    def run(self) -> None:
        """Edit until what was written can be saved, or the person gives up."""
        self._begin()
        while True:
            self._edit()
            try:
                text = decode(read_bytes(self.copy), clean(self.copy))
                if text == self.before:
                    self.session.asker.tell("Nothing was changed.")
                elif (choice := self._meanwhile(text)) == "edit":
                    continue
                elif choice == "aside":
                    self._set_aside()
                else:
                    self.session.store.rewrite(self.name, text, self.session.catalog, instead_of=self.before)
                    self.session.asker.tell(f"Saved as {self.name}: {self.session.store.path(self.name)}")
            except InvalidDataError as error:
                self.session.report(error)
                if self._goes_back():
                    continue
            except CareerError as error:
                error.hint = f"{error.hint} What you wrote is kept in {clean(self.copy)}.".strip()
                raise
            self._forget()
            return

    def _begin(self) -> None:
        """Write the copy, unless one is there from an edit that was broken off and the person takes it."""
        from careercli.store import write_whole

        if self.copy.exists():
            kept, base = _text(self.copy), _text(self.base)
            nothing_written = kept is not None and kept in {self.before, base}
            if not nothing_written and self._goes_on(kept, overtaken=self._is_overtaken(base)):
                return
        self._forget()  # the base of one text is never beside another
        write_whole(self.base, self.before.encode())
        write_whole(self.copy, self.before.encode())

    def _is_overtaken(self, base: str | None) -> bool:
        """Return whether the profile was changed after the edit began; by the clock where it has no base."""
        if base is not None:
            return base != self.before
        try:
            saved = self.session.store.path(self.name).stat().st_mtime
            return saved > self.copy.stat().st_mtime
        except OSError:
            return True

    def _goes_on(self, kept: str | None, *, overtaken: bool) -> bool:
        """Return whether the person goes on with an edit that was broken off; it says ``kept``."""
        asker, yes = self.session.asker, "Yes, go on with it."
        title = "You broke off an edit of this profile. Go on with it?"
        if not overtaken:
            return confirmed(asker, title, (yes, "No, begin again with what is saved."), default="yes")
        if kept is not None:
            self._tell_difference(kept)
        detail = "The profile was changed since by somebody else; saving your edit would undo that."
        no = "No, set it aside and begin again with what is saved."
        if confirmed(asker, title, (no, yes), detail=detail, default="no"):
            return True
        self._set_aside()
        return False

    def _meanwhile(self, text: str) -> str:
        """Return ``save``, or what the person chooses where the profile was changed meanwhile.

        They see what differs first, and can save, edit on, or set the edit aside.
        """
        now = self.session.store.text(self.name)
        if now == self.before:
            return "save"
        self.before = now
        self._tell_difference(text)
        options = [
            Option("n", "No, set it aside; the profile stays as it is now.", "aside"),
            Option("e", "Go back to the edit, to put both together.", "edit"),
            Option("y", "Yes, save it as it is.", "save"),
        ]
        detail = "The profile was changed by somebody else while you edited it."
        return self.session.asker.choose("Save your edit in its place?", detail, options, "aside")

    def _tell_difference(self, text: str) -> None:
        """Show how an edit differs from what is saved now."""
        from difflib import unified_diff

        saved, edit = clean(self.before).splitlines(), clean(text).splitlines()
        lines = list(unified_diff(saved, edit, "saved now", "your edit", n=1, lineterm=""))
        more = [f"... and {count(len(lines) - _LINES, 'line')} more"] if len(lines) > _LINES else []
        self.session.asker.tell("\n".join(["", *lines[:_LINES], *more]))

    def _set_aside(self) -> None:
        aside = self.session.store.drafts.set_edit_aside(self.name)
        self.session.asker.tell(f"What you wrote is now in {clean(str(aside))}.")

    def _edit(self) -> None:
        """Run the editor on the copy.

        Raises:
            NotFoundError: there is no editor to run.
            InterruptedSessionError: the editor ended in a fault; what was written is kept.

        """
        import subprocess  # the other commands of the group start no program

        words = _editor(self.session)
        # Ctrl-C is the editor's own business, which starts with its own handler.
        before = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            code = subprocess.run([*words, str(self.copy)], check=False).returncode  # noqa: S603 - their choice
        except (OSError, ValueError) as error:
            self._forget_unchanged()
            raise NotFoundError(
                f"The editor {clean(words[0])} cannot be started.",
                hint="Say which to use, as in: EDITOR=nano careercli profile edit",
            ) from error
        finally:
            signal.signal(signal.SIGINT, before)
        if code:
            raise _stopped(self.session, self.name, f"The editor ended with {code}.")

    def _goes_back(self) -> bool:
        """Return whether to edit again; else the copy is given up, or kept for another time.

        Raises:
            InterruptedSessionError: the person stops, and what was written is kept.

        """
        options = [
            Option("e", "Go back to the edit, with all that you wrote.", "edit"),
            Option("k", "Stop, and keep what you wrote for another time.", "keep"),
            Option("t", "Throw away what you wrote; the profile stays as it was.", "throw"),
        ]
        choice = self.session.asker.choose("It cannot be saved like this. What now?", "", options, "edit")
        if choice == "keep":
            raise _stopped(self.session, self.name, "Stopped.")
        if choice == "throw":
            self.session.asker.tell("The profile is as it was.")
        return choice == "edit"

    def _forget_unchanged(self) -> None:
        if self.copy.exists() and self.copy.read_bytes() == self.before.encode():
            self._forget()

    def _forget(self) -> None:
        with saying_why(f"{clean(self.copy)} could not be removed"):
            self.copy.unlink(missing_ok=True)
            self.base.unlink(missing_ok=True)


def _text(path: Path) -> str | None:
    """Return what a file says; None where it cannot be read, of which an editor may still make something."""
    try:
        return decode(read_bytes(path), clean(path))
    except CareerError:
        return None


def _stopped(session: Session, name: str, why: str) -> InterruptedSessionError:
    """Return the error of an edit that was broken off: says what is kept and how to go on."""
    from careercli.store import base_of

    store = session.store
    copy = store.drafts.edited(name)
    try:
        changed = copy.exists() and copy.read_bytes() != store.path(name).read_bytes()
        if not changed:
            copy.unlink(missing_ok=True)
            base_of(copy).unlink(missing_ok=True)
    except OSError:
        changed = True
    if not changed:
        return InterruptedSessionError(f"{why} The profile is as it was.")
    return InterruptedSessionError(
        f"{why} The profile is as it was, and what you wrote is kept in {clean(copy)}.",
        hint=f"Go on with: {later_command(session, 'profile', 'edit', name)}",
    )


def _editor(session: Session) -> list[str]:
    """Return the command of the person's editor.

    Raises:
        NotFoundError: none is chosen, and none that is usual is there.

    """
    for variable in ("VISUAL", "EDITOR"):
        own = session.environ.get(variable, "").strip()
        if own:
            try:
                return shlex.split(own, posix=os.name != "nt")
            except ValueError:
                return [own]
    import shutil

    for program in _EDITORS:
        path = shutil.which(program)
        if path:
            return [path]
    raise NotFoundError(
        "There is no editor to be found.", hint="Say which to use, as in: EDITOR=nano careercli profile edit"
    )
