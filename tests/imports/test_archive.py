"""LinkedIn's zip, and zips that are out to do harm."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.errors import CareerError, ExitCode, InvalidDataError
from careercli.imports import read_resume
from tests.imports.resumes import HEADER, write_zip

POSITIONS = HEADER + "Acme,Support Agent,,,Jan 2020,Dec 2020\n"


def refused(path: Path) -> str:
    """Return what a zip is refused for."""
    with pytest.raises(InvalidDataError) as caught:
        read_resume(path)
    assert caught.value.exit_code == ExitCode.INVALID
    return " ".join([caught.value.message, caught.value.hint, *(p.message for p in caught.value.problems)])


def test_a_zip_is_read_in_place(tmp_path: Path) -> None:
    """Whatever it is called and whether or not its files are in a folder; nothing is written."""
    path = write_zip(tmp_path / "export.bin", {"Basic/Positions.csv": POSITIONS, "Basic/messages.csv": "x"})

    assert [job.title for job in read_resume(path).positions] == ["Support Agent"]
    assert list(tmp_path.iterdir()) == [path]


def test_entries_that_are_not_read_are_told(tmp_path: Path) -> None:
    """A path that leads out, a link, another method and a second file of a name are left, and told."""
    link = zipfile.ZipInfo("Education.csv")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in (
            "Positions.csv",
            "copy/Positions.csv",
            "../Skills.csv",
            "/etc/Skills.csv",
            "C:\\Skills.csv",
        ):
            archive.writestr(name, POSITIONS)
        archive.writestr(link, "/etc/passwd")
        archive.writestr("Languages.csv", "Name\n", zipfile.ZIP_LZMA)

    resume = read_resume(path)
    assert len(resume.positions) == 1
    assert {entry.why for entry in resume.unplaced} == {
        "The zip has two files of this name, and Positions.csv was read.",
        "Its path leads out of the zip.",
        "It is a link, not a file.",
        "It is packed in a way that LinkedIn does not use.",
    }
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.slow
def test_bombs(tmp_path: Path) -> None:
    """What unpacks to more than is read, or far more than text does, is refused; so are too many files."""
    large = write_zip(tmp_path / "a.zip", {"Positions.csv": b"A" * (50 << 20)})
    dense = write_zip(tmp_path / "b.zip", {"Positions.csv": POSITIONS + " " * 1_900_000})
    many = write_zip(tmp_path / "c.zip", {f"{number}": b"" for number in range(6000)})
    several = write_zip(
        tmp_path / "d.zip",
        {f"Skills_{n}.csv": b"Name\n" + b"x\n" * 950_000 for n in range(5)},
        zipfile.ZIP_STORED,
    )

    assert "larger than 2048 KiB" in refused(large)
    assert "unpacks to far more" in refused(dense)
    assert "lists more files" in refused(many)
    assert "larger than 8192 KiB" in refused(several)


def test_other_zips(tmp_path: Path) -> None:
    """A document that is a zip inside, an encrypted, a cut off and a 64-bit zip are refused, and why."""
    document = write_zip(tmp_path / "cv.docx", {"word/document.xml": "<x/>"})
    good = write_zip(tmp_path / "good.zip", {"Positions.csv": POSITIONS}).read_bytes()
    cut = tmp_path / "cut.zip"
    cut.write_bytes(good[:-10])
    encrypted = tmp_path / "encrypted.zip"
    entry = good.index(b"PK\x01\x02")
    encrypted.write_bytes(good[:6] + b"\x01" + good[7 : entry + 8] + b"\x01" + good[entry + 9 :])
    wide = tmp_path / "wide.zip"
    end = good.index(b"PK\x05\x06")
    wide.write_bytes(good[:end] + b"PK\x06\x07" + b"\0" * 16 + good[end:])

    assert "is a Word file without text" in refused(document)
    assert "broken zip" in refused(cut)
    assert "is encrypted" in refused(encrypted)
    assert "64-bit" in refused(wide)


def test_a_list_that_points_before_the_file(tmp_path: Path) -> None:
    """A zip whose places cannot be is a broken file, not a disk that fails."""
    path = write_zip(tmp_path / "a.zip", {"Positions.csv": POSITIONS})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x05\x06")
    data[at + 16 : at + 20] = (0xFFFFFF00).to_bytes(4, "little")  # where the list begins
    path.write_bytes(data)

    with pytest.raises(InvalidDataError) as broken:
        read_resume(path)
    assert broken.value.problems[0].message == "is a broken zip"


@pytest.mark.slow
@settings(max_examples=300)
@given(
    changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6),
    length=st.integers(100, 500),
)
def test_damaged_zips(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], length: int
) -> None:
    """However a zip is damaged, it is read or refused with a message, never more."""
    folder = tmp_path_factory.mktemp("zips")
    data = bytearray(
        write_zip(folder / "a.zip", {"Positions.csv": POSITIONS, "Skills.csv": "Name\nCRM\n"}).read_bytes()
    )
    for at, value in changes:
        data[at % len(data)] = value
    path = folder / "b.zip"
    path.write_bytes(data[:length])
    try:
        read_resume(path)
    except CareerError as error:
        assert error.exit_code == ExitCode.INVALID  # noqa: PT017 - some damage is harmless
