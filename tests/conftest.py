"""Settings and fixtures that every test shares."""

from __future__ import annotations

import faulthandler
import gc
import math
import os
import re
import stat
import time
from collections.abc import Callable, Generator, Iterator
from datetime import date
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

from careercli.catalog import load_catalog
from careercli.domain.model import Catalog
from careercli.formats.profiles import to_yaml
from careercli.store.backup import pack
from tests.built_once import built_once
from tests.files import AD, ANSWERED, ASKED, LEAD_AD, PERSON, PROFILE, STEP, write_pack
from tests.running import surroundings


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage in what tests leave behind: not among all the tests themselves, which stay.

    Nor as often as a program does that has little memory: that took a twelfth of the time of all tests.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(50_000, 20, 50)


_HANGS = 120
"""So many seconds after its beginning, at most, a test that hangs says where; at least ten fewer."""

_STDERR, _WATCHED_SINCE = pytest.StashKey[int](), pytest.StashKey[float]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep where a test can say that it hangs: while it runs, standard error is caught."""
    config.stash[_STDERR], config.stash[_WATCHED_SINCE] = os.dup(2), -math.inf


def pytest_unconfigure(config: pytest.Config) -> None:
    """Watch no longer."""
    faulthandler.cancel_dump_traceback_later()
    os.close(config.stash[_STDERR])


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test for little: most take less time than a watch for each, and three reports of it to xdist."""
    config = item.config
    if time.monotonic() > config.stash[_WATCHED_SINCE] + 10:
        faulthandler.dump_traceback_later(_HANGS, file=config.stash[_STDERR])
        config.stash[_WATCHED_SINCE] = time.monotonic()
    told = config.option.durations is not None or config.option.xmlpath
    if told or not hasattr(config, "workerinput"):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


settings.register_profile(
    "careercli",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("quick", settings.get_profile("careercli"), max_examples=5)
settings.load_profile("careercli")


def _waiting_for_no_disk(fsync: Callable[[int], None]) -> Callable[[int], None]:
    """Return what syncs all but files and folders: no power is cut off while a test runs in this process."""

    def synced(descriptor: int) -> None:
        mode = os.fstat(descriptor).st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            fsync(descriptor)

    return synced


@pytest.fixture(scope="session", autouse=True)
def _stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Run every test in a home of its own: nothing of whoever runs the tests is read or written."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (
        patch.dict(os.environ, surroundings(base / "home", shared / "cache"), clear=True),
        patch("os.fsync", _waiting_for_no_disk(os.fsync)),
        built_once(),
    ):
        yield


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of one test, without the link to the latest that pytest makes and nobody follows."""
    name = re.sub(r"\W", "_", request.node.name)[:30]
    return tmp_path_factory.mktemp(f"{name}-{next(_FOLDERS)}", numbered=False)


_FOLDERS = count()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home for one test, with the current folder in it."""
    for name, path in surroundings(tmp_path, Path(os.environ["XDG_CACHE_HOME"])).items():
        monkeypatch.setenv(name, path)
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return tmp_path


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the built-in catalog."""
    return load_catalog().catalog


@pytest.fixture(scope="session")
def people(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the profile of every built-in person as a file, such as ``dana.yaml``."""
    folder = tmp_path_factory.mktemp("people")
    for person in catalog.personas:
        (folder / f"{person.id}.yaml").write_text(to_yaml(person.profile))
    return folder


@pytest.fixture
def files(home: Path, people: Path) -> Path:
    """Return the current folder, with the files in it that examples name, and their saved profiles."""
    folder = Path.cwd()
    (folder / "dana.yaml").write_text((people / "dana.yaml").read_text())
    (folder / "resume.json").write_text('{"basics": {"name": "Noor"}, "work": [{"position": "Agent"}]}')
    (folder / "people.jsonl").write_text(f"{PERSON}\n")
    (folder / "job.txt").write_text(AD)
    (folder / "ads").mkdir()
    for name, text in (("job.txt", AD), ("lead.txt", LEAD_AD)):
        (folder / "ads" / name).write_text(text)
    (folder / "clients").mkdir()
    (folder / "clients" / "maya.yaml").write_text((people / "maya.yaml").read_text())
    profiles = home / "data" / "careercli" / "profiles"
    profiles.mkdir(parents=True)
    for name in ("maya", "dana"):
        (profiles / f"{name}.yaml").write_text((people / f"{name}.yaml").read_text())
    (profiles / "dana.yaml.bak").write_text(PROFILE)
    (profiles.parent / "history").mkdir()
    (profiles.parent / "history" / "dana.jsonl").write_text(f"{STEP}\n")
    (profiles.parent / "settings.yaml").write_text("schema: careercli/settings@1\nstate: CA\n")
    (profiles.parent / "opinions").mkdir()
    (profiles.parent / "opinions" / "dana.yaml").write_text(ASKED)
    (folder / "opinion.json").write_text(ANSWERED)
    kept = {"data/profiles/noor.yaml": PROFILE.encode()}
    (folder / "kept.zip").write_bytes(pack(kept, date(2026, 11, 21), "1"))
    write_pack(folder / "my-pack")
    return folder


class _Screen(SingleFileSnapshotExtension):
    """A snapshot that is a text file of its own, to be read as it is."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        return str(Path(test_location.filepath).parent / "snapshots" / test_location.basename)


@pytest.fixture
def screen(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Return what a screen or a document looked like when somebody last read it."""
    return snapshot.use_extension(_Screen)
