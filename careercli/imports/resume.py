"""A file, folder or zip is recognised by what is in it, and read as a résumé."""

import re
import stat
from pathlib import Path

import msgspec

from careercli.domain.experience import Resume
from careercli.domain.model import Ladder
from careercli.errors import InvalidDataError, NotFoundError, Problem, saying_why
from careercli.formats.document import Document, KeyPath, check_size, read_start
from careercli.formats.json_reader import read_json
from careercli.formats.parser import parse
from careercli.formats.suggestion import did_you_mean_file
from careercli.formats.text import clean, one_line
from careercli.imports.archive import is_zip, linkedin_files
from careercli.imports.dates import day_order
from careercli.imports.linkedin import files_of_folder, is_positions, resume_of_files
from careercli.imports.own_profile import OWN
from careercli.imports.structured import resume_of_document
from careercli.reading.document import MOST_BYTES, lines_of
from careercli.reading.kinds import MARKDOWN, TEXT, kind_of
from careercli.reading.text import decoded

_HEAD = 64 * 1024
"""How much of a text is looked at to tell what it is."""

_EXPECTED = (
    "Expected a résumé as PDF, Word, HTML, Markdown or text; a JSON Resume, RenderCV or Reactive Resume; "
    "LinkedIn's data export, as its zip or a folder with Positions.csv in it; or a careercli profile."
)

_OWN = re.compile(r"""^[\s{]*["']?schema["']?\s*:\s*["']?careercli/profile@""", re.MULTILINE)
"""How a profile of careercli's own says what it is, in YAML or JSON."""

_MOST_LEFT = 10
"""How much of what was not read is told where no job was found."""

_JSON = re.compile(r"\s*(?:\{|\[\s*[\[{\"\]])")
_YAML = re.compile(r"^(?:basics|work|experience|skills|cv|sections|content|resume)[ \t]*:", re.MULTILINE)
"""How résumés in YAML begin: a file whose name does not say that it is YAML is tried then."""


def read_resume(path: Path, ladder: Ladder | None = None) -> Resume:
    """Read the résumé that a file, LinkedIn's folder or its zip holds.

    ``ladder`` helps to tell titles in a text. Nothing is ever written or unpacked; of a folder or zip
    only the files that LinkedIn names are read.

    Raises:
        NotFoundError: there is no such file or folder.
        StorageError: it cannot be read.
        InvalidDataError: it is no résumé of a form that is read, says what was expected; or it is broken or
            too large.

    """
    name = one_line(clean(path))
    with saying_why(f"{name} cannot be read"):
        try:
            mode = path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError) as error:
            hint = did_you_mean_file(path, _EXPECTED)
            raise NotFoundError(f"There is no file or folder {name}.", hint=hint) from error
    if stat.S_ISDIR(mode):
        resume = resume_of_files(name, *files_of_folder(path))
    elif stat.S_ISREG(mode) and is_zip(path):
        resume = resume_of_files(name, *linkedin_files(path)) or _of_file(path, name, ladder)
    else:
        resume = _of_file(path, name, ladder)
    if resume is None:
        raise InvalidDataError(f"{name} holds no résumé that can be imported.", hint=_EXPECTED)
    return resume


def _of_file(path: Path, name: str, ladder: Ladder | None) -> Resume | None:
    data = read_start(path, MOST_BYTES + 1)
    kind = kind_of(data, path.name)
    if kind not in {TEXT, MARKDOWN}:
        return _of_lines(data, name, ladder)
    text = decoded(data)
    if '"careercli"' in text and _JSON.match(text) and (own := _carried(_document(data, text, name))):
        return Resume(source=name, format=OWN, own=own)
    if _OWN.search(text[:_HEAD]):
        return Resume(source=name, format=OWN, own=_document(data, text, name))
    if is_positions(path.name, text):
        return resume_of_files(name, [(path.name, data)], ())
    document = _structured(path, data, text, name)
    resume = resume_of_document(document, day_order(text)) if document else None
    if resume is None and (document is None or not _JSON.match(text)):
        resume = _of_lines(data, name, ladder)
    return resume


_CARRIED: KeyPath = ("meta", "careercli", "profile")
"""Where a JSON Resume that careercli wrote has the profile that it was written from."""


def _carried(document: Document) -> Document | None:
    """Return the profile that a résumé carries which careercli wrote; None of any other."""
    value = document.at(_CARRIED)
    if not isinstance(value, dict):
        return None
    start = len(_CARRIED)
    inside = {path[start:]: place for path, place in document.places.items() if path[:start] == _CARRIED}
    return msgspec.structs.replace(document, value=value, places=inside)


def _structured(path: Path, data: bytes, text: str, name: str) -> Document | None:
    """Return a text as JSON or YAML, or None where it is neither.

    Raises:
        InvalidDataError: it begins like JSON, or is called YAML, and cannot be read so.

    """
    if _JSON.match(text):
        return _document(data, text, name)
    if path.suffix.lower() not in {".yaml", ".yml"} and not _YAML.search(text[:_HEAD]):
        return None
    try:
        return _document(data, text, name)
    except InvalidDataError:
        if path.suffix.lower() in {".yaml", ".yml"}:
            raise
        return None  # a text with a line that only looks like a key


def _document(data: bytes, text: str, name: str) -> Document:
    check_size(len(data), name)
    if text.lstrip()[:1] in {"{", "["}:
        return read_json(text, name, lenient=True)
    return parse(text, name)


def _of_lines(data: bytes, name: str, ladder: Ladder | None) -> Resume:
    from careercli.imports.text_resume import resume_of_lines

    return resume_of_lines(lines_of(data, name), ladder)


def without_jobs(resume: Resume) -> InvalidDataError | None:
    """Return the error of a résumé in which no job was found, with what was not read; None where one was."""
    if resume.positions or resume.own is not None:
        return None
    problems = tuple(
        Problem(entry.place.file, entry.place.line, 0, entry.what, entry.why.rstrip("."))
        for entry in resume.unplaced[:_MOST_LEFT]
    )
    return InvalidDataError(
        f"No job was found in {resume.source}.",
        problems=problems,
        hint="Answer a few questions instead: careercli advise. "
        "Or tell the years: careercli profile new NAME --support-years 3.",
    )
