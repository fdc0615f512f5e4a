"""People are read from wherever their profiles are, and nobody stops the others."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import msgspec
import pytest

from careercli.batch.gathering import ManyLines, OneFile, Place, files_in, gathered, problems_of
from careercli.batch.people import Reader
from careercli.domain.model import Catalog, Profile
from careercli.errors import CareerError, InvalidDataError
from careercli.formats.parser import parse
from careercli.formats.profiles import as_document, profile_of, to_yaml
from tests.domain.people import random_people

LINE = b'{"schema":"careercli/profile@1","experience":{"support_years":3},"name":"%b"}'


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> Reader:
    """Return a reader on the built-in ladder."""
    return Reader(catalog)


def read(reader: Reader, *places: Place) -> list[tuple[int, str | None]]:
    """Return the line and the name of everybody, or what is wrong with them."""
    return [
        (origin.line, person.name if isinstance(person, Profile) else problems_of(origin, person)[0].message)
        for origin, person in gathered(places, reader)
    ]


def test_every_form_gives_the_same_person(reader: Reader, catalog: Catalog, tmp_path: Path) -> None:
    """YAML, JSON on one line or on many, and a line among others; with evidence in several lines, too."""
    for number, profile in enumerate(random_people(catalog, 40)):
        value = msgspec.json.encode(as_document(profile))
        texts = (to_yaml(profile).encode(), value, msgspec.json.format(value), b"\n" + value)
        files = [tmp_path / f"{number}-{form}.x" for form in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_bytes(text)
        found = [person for _, person in gathered([OneFile(str(file), file) for file in files], reader)]

        assert found == [profile] * len(texts)


@pytest.mark.parametrize(
    "more",
    [
        "skills: {ticketing: 2}\nskills: {hiring: 1}\n",
        "skills: {Ticketing systems: 2, hiring: {level: 1, evidence: Ran it}}\n",
        "skills: {ticketing: 2, Ticketing systems: 1}\n",
        "skills: {ticketing: yes}\n",
        "skills: {ticketing: {}}\nname: ~\ntitle: '  '\n",
        "leads_people: ~\n",
        "leads_people: ~\nteam: 4\nemployed: ~\n",
        "leads_people: false\nteam: 4\n",
        "employed: false\nteam: 4\n",
        "employed: false\nteam: 0\n",
        "skills: {ticketing: {level: 2, evidence: [Ran it, {text: Closed it, date: 2026-11}]}}\n",
        "not_applicable: {social-media-support: ' '}\n",
        "not_applicable: {social-media-support: None here}\nskills: {social-media-support: 1}\n",
        "not_applicable: {communication: None here}\n",
        "name: [x]\n",
        "goal: Director of Customer Support\nhours_per_week: 0x10\n",
        "skils: {}\n",
    ],
)
def test_documents_come_to_what_the_careful_way_comes_to(reader: Reader, catalog: Catalog, more: str) -> None:
    """Whatever is odd in a YAML file gives the same person, or the same problems."""
    document = parse(f"schema: careercli/profile@1\nexperience: {{support_years: 3}}\n{more}", "x.yaml")

    def outcome(careful: bool) -> object:
        try:
            if careful:
                return profile_of(document, catalog)
            return reader.of_document(document)
        except InvalidDataError as error:
            return error.problems

    assert outcome(careful=False) == outcome(careful=True)


def test_lines_with_blank_and_broken_ones(reader: Reader, tmp_path: Path) -> None:
    """Each has its number in the file; a problem is placed there, in the file's name."""
    data = b"\n".join((LINE % b"Ann", b"", b'{"schema":"careercli/profile@1"}', LINE % b"Ben"))
    path = tmp_path / "all.jsonl"
    path.write_bytes(data)
    (tmp_path / "all.jsonl.gz").write_bytes(gzip.compress(data))
    expected = [(1, "Ann"), (3, "is missing"), (4, "Ben")]

    assert read(reader, ManyLines("a", str(path))) == expected
    assert read(reader, ManyLines("a", f"{path}.gz")) == expected
    assert read(reader, ManyLines("-", "standard input", io.BytesIO(data))) == expected
    [broken] = [
        (origin, person)
        for origin, person in gathered([ManyLines("a", str(path))], reader)
        if isinstance(person, CareerError)
    ]
    problem = problems_of(*broken)[0]
    assert (problem.file, problem.line, problem.key) == (str(path), 3, "experience")


def test_what_cannot_be_read_stops_nobody(reader: Reader, tmp_path: Path) -> None:
    """Files that went, are folders, are cut off or no text: each is an error, and the next one is read."""
    cut = tmp_path / "cut.jsonl.gz"
    cut.write_bytes(gzip.compress(LINE % b"Ann" + b"\n")[:-6])
    (tmp_path / "utf16.yaml").write_bytes("name: x".encode("utf-16"))
    (tmp_path / "last.yaml").write_bytes(LINE % b"Zoe")
    names = ("gone.yaml", ".", "utf16.yaml", "last.yaml")
    places: list[Place] = [
        ManyLines("gone", str(tmp_path / "gone.jsonl")),
        ManyLines("cut", str(cut)),
        *(OneFile(name, tmp_path / name) for name in names),
    ]
    said = [text for _, text in read(reader, *places)]

    assert "There is no file" in str(said[0])
    assert "is broken or cut off" in " ".join(map(str, said[1:3]))
    assert "There is no file" in str(said[-4])
    assert "is a folder" in str(said[-3])
    assert said[-2:] == ["is not UTF-8 but UTF-16 or UTF-32", "Zoe"]


def test_files_in_a_folder(tmp_path: Path) -> None:
    """By name, folders after files and only when asked for; hidden ones and other files never."""
    for name in ("b.yaml", "a.json", "c.JSONL", "d.yml", "e.ndjson.gz", ".h.yaml", "notes.txt", "x.yaml.bak"):
        (tmp_path / name).touch()
    for name in ("sub/z.yaml", "sub/deep/y.yaml", ".git/x.yaml", "folder.yaml/inner.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "sub" / "round").symlink_to(tmp_path)

    def found(*, recursive: bool) -> list[str]:
        return [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path, recursive=recursive)]

    assert found(recursive=False) == ["a.json", "b.yaml", "c.JSONL", "d.yml", "e.ndjson.gz"]
    assert found(recursive=True)[5:] == ["folder.yaml/inner.yaml", "sub/z.yaml", "sub/deep/y.yaml"]
