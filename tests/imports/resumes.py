"""Small résumés for tests, in both formats, and the draft that one comes to."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from careercli.catalog import load_library
from careercli.domain.experience import Draft
from careercli.domain.model import Catalog
from careercli.imports import draft_of, read_resume

TODAY = date(2026, 11, 21)
HEADER = "Company Name,Title,Description,Location,Started On,Finished On\n"


def write_json(folder: Path, **sections: object) -> Path:
    """Write a JSON Resume of these sections."""
    path = folder / "resume.json"
    path.write_text(json.dumps(sections))
    return path


def work(*jobs: tuple[str, object, object], **more: object) -> list[dict[str, object]]:
    """Return jobs of a JSON Resume: title, start, end."""
    return [
        {"name": "Acme", "position": title, "startDate": start, "endDate": end, **more}
        for title, start, end in jobs
    ]


def write_export(folder: Path, **files: str) -> Path:
    """Write a LinkedIn folder; ``Positions="..."`` is the text of ``Positions.csv``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('__', ' ')}.csv").write_text(text, encoding="utf-8", newline="")
    return folder


def write_zip(path: Path, files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip of these files."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def draft(catalog: Catalog, path: Path, answers: Mapping[str, str] | None = None) -> Draft:
    """Return the draft that a résumé comes to on the day of the tests."""
    return draft_of(read_resume(path), catalog, load_library(), TODAY, answers)
