"""Which files of a folder are résumés."""

from __future__ import annotations

from pathlib import Path

from careercli.api import resumes_in
from tests.imports.resumes import HEADER, write_export


def test_the_files_of_a_folder(tmp_path: Path) -> None:
    """Files in order, and LinkedIn's exports among its folders; hidden files and other folders are none."""
    write_export(tmp_path / "export", Positions=HEADER)
    (tmp_path / "other").mkdir()
    for name in ("b.pdf", "A.docx", ".hidden", "~$A.docx"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in resumes_in(tmp_path) or ()] == ["A.docx", "b.pdf", "export"]


def test_what_is_one_person(tmp_path: Path) -> None:
    """A file, LinkedIn's own folder and what is not there are no folder of résumés."""
    export = write_export(tmp_path / "export", Skills="Name\nCRM\n")
    assert resumes_in(export) is None
    assert resumes_in(export / "Skills.csv") is None
    assert resumes_in(tmp_path / "nothing") is None
