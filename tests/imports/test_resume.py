"""A résumé is recognised by what is in it, and nothing in it does harm."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careercli
from careercli.domain.model import Catalog
from careercli.errors import CareerError, ExitCode, InvalidDataError, NotFoundError, StorageError
from careercli.formats.parser import parse
from careercli.formats.profiles import profile_of, to_yaml
from careercli.formats.text import clean
from careercli.imports import read_resume
from careercli.text.experience import job_name
from tests.imports.resumes import HEADER, draft, write_export, write_json

NAUGHTY = (
    "",
    " ",
    "\x00\x1b[31mred\x07",
    "\ud800",
    "\u202egnihton",
    "[bold]x[/bold] [link=http://x]y[/]",
    "<script>alert(1)</script>",
    "'; DROP TABLE users;--",
    "\u0602\ufeff\u200b\u180e",
    "Z\u0351a\u0352l\u0353g\u0354o",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "null",
    "1e9999",
    "- [ ] # :",
    "{{7*7}} $(id) `id` %s%n",
    "x" * 5000,
    '"""',
    ",,,,",
    "\u2028line\u2029",
)


def exit_code(path: Path) -> int:
    """Return how reading something that cannot be read ends."""
    with pytest.raises(CareerError) as caught:
        read_resume(path)
    return caught.value.exit_code


def test_what_is_not_there(tmp_path: Path) -> None:
    """No such file is not found; what cannot be opened is a fault of storage."""
    with pytest.raises(NotFoundError):
        read_resume(tmp_path / "nothing.json")
    with pytest.raises(StorageError):
        read_resume(Path("a\0b"))
    with pytest.raises(StorageError):
        read_resume(Path("x" * 5000))


@pytest.mark.parametrize("data", [b"Name,Age\n1,2\n", b"just text", b"name: Dana\n"])
def test_what_has_no_job(catalog: Catalog, tmp_path: Path, data: bytes) -> None:
    """A text in which no job is found is refused, and never an empty career."""
    path = tmp_path / "resume.json"
    path.write_bytes(data)
    with pytest.raises(InvalidDataError) as caught:
        careercli.import_resume(path, catalog)
    assert caught.value.exit_code == ExitCode.INVALID


def test_no_job_found(tmp_path: Path) -> None:
    """Where no job was found it is said what was not read, and what to do instead."""
    path = write_json(tmp_path, basics={"name": "A"}, curriculum=[{"a": 1}])
    with pytest.raises(InvalidDataError, match="No job was found in") as caught:
        careercli.import_resume(path)
    assert [problem.key for problem in caught.value.problems] == ["curriculum"]
    assert "careercli advise" in caught.value.hint


OWN = """# Dana
schema: careercli/profile@1
name: Dana
experience: {support_years: 4, leading_years: 1}
skills: {coaching: {level: 3, evidence: Trained ten}}
"""


def test_what_is_a_profile_already(catalog: Catalog, tmp_path: Path) -> None:
    """A profile of careercli's own becomes that profile, evidence included, and nothing in it is in doubt."""
    path = tmp_path / "dana.txt"
    path.write_text(OWN)
    found = draft(catalog, path)
    assert found.profile == profile_of(parse(OWN, "dana"), catalog)
    assert (found.format, found.doubts, found.unplaced) == ("careercli profile", (), ())
    assert [(fact.what, fact.value) for fact in found.facts][:2] == [("name", "Dana"), ("support_years", "4")]
    path.write_text(OWN.replace("coaching", "no-such-skill"))
    with pytest.raises(InvalidDataError):
        draft(catalog, path)


def test_pipes_and_devices_do_not_wait(tmp_path: Path) -> None:
    """A pipe that nobody writes to and a device without an end are refused at once."""
    os.mkfifo(tmp_path / "pipe")
    assert exit_code(tmp_path / "pipe") == ExitCode.INVALID
    assert exit_code(Path("/dev/zero")) == ExitCode.INVALID


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        '{"work": ' + "[" * 100_000,
        '{"basics": ' * 100_000,
        '{"work": [' + ",".join(['{"position": "x"}'] * 100_000) + "]}",
        '{"basics": {"name": NaN}}',
        '{"basics": "' + "x" * 3_000_000 + '"}',
        HEADER + "Acme,Support Agent,,,2019,\n" * 100_000,
    ],
    ids=["nested lists", "nested objects", "100,000 jobs", "no number", "3 MB", "100,000 rows"],
)
def test_huge_and_deep_files_are_refused_quickly(tmp_path: Path, text: str) -> None:
    """Deep nesting, a hundred thousand jobs and megabytes of text end in exit 4 in two seconds of work."""
    path = tmp_path / "resume"
    path.write_text(text)
    began = time.process_time()
    assert exit_code(path) == ExitCode.INVALID
    assert time.process_time() - began < 2


@pytest.mark.slow
def test_the_most_that_is_read_takes_little_time(catalog: Catalog, tmp_path: Path) -> None:
    """Two thousand jobs in doubt, and two megabytes of text, are a draft within two seconds of work each."""
    rows = "".join(f"Acme,Support Agent / Team Lead {number},,,Jan 2019,\n" for number in range(2000))
    folder = write_export(tmp_path / "many", Positions=HEADER + rows)
    text = write_json(tmp_path, basics={"summary": "customer support crm knowledge base a-" * 50_000})
    for path in (folder, text):
        began = time.process_time()
        draft(catalog, path)
        assert time.process_time() - began < 2


def _everywhere(text: str) -> dict[str, object]:
    """Return a JSON Resume with the same text in every place."""
    return {
        "basics": {"name": text, "label": text, "summary": text},
        "work": [
            {"company": text, "position": text, "startDate": text, "endDate": text, "highlights": [text]},
            {"name": text, "position": "Support Agent", "startDate": text},
        ],
        "skills": [
            {"name": text, "level": text, "keywords": [text]},
            {"name": "Coaching", "level": "Master"},
        ],
        "certificates": [{"name": text, "issuer": text}],
        "education": [{"institution": text}],
        "languages": [{"language": text}],
        text or "x": text,
    }


@pytest.mark.parametrize("text", NAUGHTY)
def test_naughty_texts_come_out_clean(catalog: Catalog, tmp_path: Path, text: str) -> None:
    """Whatever the texts are, they are shown clean, and the profile reads back as it was written."""
    found = draft(catalog, write_json(tmp_path, **_everywhere(text)))

    profile = found.profile
    assert profile_of(parse(to_yaml(profile), "back"), catalog) == profile
    shown = [profile.name, profile.title, *(job_name(job.position) for job in found.positions)]
    shown += [word for doubt in found.doubts for word in (doubt.about, doubt.text)]
    shown += [entry.what for entry in found.unplaced]
    assert all(word is None or clean(word) == word for word in shown)
    row = ",".join('"{}"'.format(part.replace('"', '""')) for part in (text, "Agent", text, text, text, text))
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Positions.csv").write_bytes((HEADER + row + "\n").encode(errors="replace"))
    draft(catalog, folder)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "basics",
                    "work",
                    "skills",
                    "name",
                    "position",
                    "startDate",
                    "endDate",
                    "highlights",
                    "keywords",
                    "level",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@pytest.mark.slow
@settings(max_examples=150)
@given(value=_json)
def test_any_json_is_a_draft_or_refused(
    catalog: Catalog, tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    """Whatever JSON holds, it is a draft that can be saved or exit 4."""
    path = tmp_path_factory.mktemp("json") / "resume.json"
    path.write_text(json.dumps(value))
    try:
        profile = draft(catalog, path).profile
    except CareerError as error:
        assert error.exit_code == ExitCode.INVALID  # noqa: PT017 - most values are no résumé
        return
    assert profile_of(parse(to_yaml(profile), "back"), catalog) == profile


_bytes = st.one_of(
    st.binary(max_size=300),
    st.text(st.characters(codec="utf-8"), max_size=200).map(lambda text: (HEADER + text).encode()),
    st.text('{}[]",:\\ work\n', max_size=60).map(lambda text: b'{"work": ' + text.encode()),
    st.binary(max_size=100).map(lambda data: b"PK\x03\x04" + data),
    st.binary(max_size=100).map(lambda data: b"PK\x05\x06" + data),
)


@pytest.mark.slow
@settings(max_examples=300)
@given(data=_bytes)
def test_any_bytes_are_a_draft_or_refused(
    catalog: Catalog, tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Whatever bytes a file or a folder's file holds, nothing is raised but the family of errors."""
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "Positions.csv").write_bytes(data)
    for path in (folder, folder / "Positions.csv"):
        try:
            draft(catalog, path)
        except CareerError as error:
            assert error.exit_code == ExitCode.INVALID  # noqa: PT017 - some of them are résumés
