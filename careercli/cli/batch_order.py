"""What a batch was asked to do, and whether that can be meant."""

import os
from pathlib import Path
from typing import NamedTuple

from careercli.cli.context import Session
from careercli.cli.new_file import check_free, refusals
from careercli.cli.output import command_line
from careercli.cli.output_file import says_otherwise
from careercli.cli.profile_source import check_given, settings_words
from careercli.errors import StorageError, UsageError
from careercli.formats.text import clean

_OPEN_ALREADY = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")
"""Names of what somebody has opened for this run: it is written to, and never replaced."""


class Order(NamedTuple):
    """What a run was asked to do."""

    given: str
    out: str
    fields: str | None
    jobs: int
    dask: str | None
    csv: bool
    resume: bool
    force: bool

    @property
    def path(self) -> Path:
        """The file that OUT is, links followed."""
        out = Path(self.out)
        return Path(os.path.realpath(out)) if out.is_symlink() else out

    @property
    def to_file(self) -> bool:
        """Whether the output is a file that can be gone on with: no pipe, no device, nothing open already."""
        if self.out == "-" or self.out.startswith(_OPEN_ALREADY):
            return False
        return self.path.is_file() or not self.path.exists()

    def check(self) -> None:
        """Refuse what cannot be meant, before anything is written.

        Raises:
            UsageError: options that do not go together, or OUT is there, or would be written over IN.
            StorageError: OUT is a folder or in none, or the system cannot tell.

        """
        with refusals(clean(self.out)):
            self._check()

    def _check(self) -> None:
        path, name = self.path, clean(self.out)
        check_given(self.given, what="IN")
        check_given(self.out, what="OUT")
        if self.resume and (self.given == "-" or not self.to_file):
            raise UsageError("--resume needs files for IN and OUT.", hint="A pipe cannot be read again.")
        if self.dask is not None:
            check_given(self.dask, what="--dask")
            from careercli.batch.cluster import client_of

            client_of(self.dask).close()
        if self.resume and self.force:
            raise UsageError("--resume goes on, --force begins anew.", hint="Give one of the two.")
        if self.out == "-":
            return
        if path.is_dir():
            raise StorageError(f"{name} is a folder.", hint="Name a file in it.")
        if self.to_file:
            self._check_file(path, name)

    def _check_file(self, path: Path, name: str) -> None:
        from careercli.batch.part import part_of
        from careercli.batch.source import compression_of

        check_free(path, name, force=True)
        plain = path.with_suffix("") if compression_of(self.out) else path
        own, form = ((".csv",), "CSV") if self.csv else ((".jsonl", ".json"), "JSON Lines")
        if says_otherwise(plain.name, own):
            raise UsageError(
                f"{name} is no name for {form}, which is what would be in it.",
                hint="Name a file that ends in .jsonl, or in .csv with --csv.",
            )
        part, note = part_of(path)
        given = Path(self.given)
        for written in (path, part, note):
            if self.given != "-" and written.exists() and given.exists() and written.samefile(given):
                raise UsageError(
                    "IN and OUT are the same file."
                    if written is path
                    else f"IN is {clean(written.name)}, which belongs to the making of OUT.",
                    hint="Name another file for the assessments.",
                )
        goes_on = self.resume and part.exists()  # its note says whether OUT may be replaced
        check_free(path, name, force=self.force or goes_on)

    def to_go_on(self, session: Session) -> str:
        """Return the command that goes on with this run, also tomorrow."""
        fields = [] if self.fields is None else ["--fields", self.fields]
        dask = [] if self.dask is None else ["--dask", self.dask]
        words = [self.given, self.out, *fields, *(["--csv"] if self.csv else []), *dask, "--resume"]
        day = [] if session.settings.as_of else ["--as-of", session.today.isoformat()]
        return command_line(["careercli", "batch", *words, *settings_words(session), *day])
