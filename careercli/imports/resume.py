"""A file, folder or zip is recognised by what is in it, and read as a résumé."""

from __future__ import annotations

import re
import shlex
import stat
from pathlib import Path

from careercli.domain.experience import Resume
from careercli.errors import InvalidDataError, NotFoundError, saying_why
from careercli.formats.document import decode, read_bytes
from careercli.formats.json_reader import read_json
from careercli.formats.text import clean
from careercli.imports.archive import is_zip, linkedin_files
from careercli.imports.dates import day_order
from careercli.imports.linkedin import files_of_folder, is_positions, resume_of_files
from careercli.imports.structured import resume_of_document

_EXPECTED = (
    "Expected a JSON Resume (a JSON file with basics, work or skills), or LinkedIn's data export: the zip "
    "itself, or a folder with Positions.csv or Skills.csv in it."
)

_OWN = re.compile(r"""^[\s{]*["']?schema["']?\s*:\s*["']?careercli/profile@""", re.MULTILINE)
"""How a profile of careercli's own says what it is, in YAML or JSON."""


def read_resume(path: Path) -> Resume:
    """Read the résumé that a JSON file, a LinkedIn folder, zip or single CSV file holds.

    Nothing is ever written or unpacked; of a folder or zip only the files that LinkedIn names are read.

    Raises:
        NotFoundError: there is no such file or folder.
        StorageError: it cannot be read.
        InvalidDataError: it is none of these, says what was expected; or it is broken or too large.

    """
    name = clean(str(path))
    with saying_why(f"{name} cannot be read"):
        try:
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError) as error:
            raise NotFoundError(f"There is no file or folder {name}.", hint=_EXPECTED) from error
    if stat.S_ISDIR(mode):
        resume = resume_of_files(name, *files_of_folder(path))
    elif stat.S_ISREG(mode) and is_zip(path):
        resume = resume_of_files(name, *linkedin_files(path))
    else:
        resume = _of_file(path, name)
    if resume is None:
        raise InvalidDataError(f"{name} holds no résumé that can be imported.", hint=_EXPECTED)
    return resume


def _of_file(path: Path, name: str) -> Resume | None:
    data = read_bytes(path)
    if data.startswith(b"%PDF"):
        raise InvalidDataError(f"{name} is a PDF, which cannot be imported.", hint=_EXPECTED)
    text = decode(data, name)
    if _OWN.search(text):
        raise InvalidDataError(
            f"{name} is no résumé but a profile of careercli's own already.",
            hint="Commands take it as it is. Go on from it, and save it under a name: careercli advise "
            f"--profile {shlex.quote(name)}",
        )
    if text.lstrip()[:1] in {"{", "["}:
        return resume_of_document(read_json(text, name), day_order(text))
    if is_positions(path.name, text):
        return resume_of_files(name, [(path.name, data)], ())
    return None
