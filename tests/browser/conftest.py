"""The browser, and the pages that are looked at in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from careercli.domain.model import Catalog
from careercli.formats.profiles import to_yaml
from tests.reports import people_of
from tests.running import DAY, run

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = os.environ.get("AXE", "")
"""Where the accessibility checker is; read before the tests get an environment of their own."""

PERSONAS = ("maya", "daniel", "dana", "priya", "tomas")
EVERYBODY = (*PERSONAS, "newcomer", "unrated", "top", "hostile")
COHORT = "cohort"
GUIDES = ("customer-support-specialist", "customer-support-manager")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium, without a window."""
    # In a container somebody is often root, and /dev/shm small.
    flags = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def folder(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the profile of everybody; pages are written into it when they are asked for."""
    folder = tmp_path_factory.mktemp("pages")
    for name, profile in people_of(catalog).items():
        (folder / f"{name}.yaml").write_text(to_yaml(profile))
    return folder


def written(folder: Path, name: str) -> str:
    """Return the address of a page: the report on somebody, all of them as a cohort, or a role's guide."""
    target = folder / f"{name}.html"
    if not target.exists():
        command = ["cohort", str(folder)] if name == COHORT else ["report", str(folder / f"{name}.yaml")]
        command = ["role", "show", name] if name in GUIDES else command
        result = run(*command, "-o", str(target), "--as-of", DAY)
        assert result.code == 0, result.err
    return target.as_uri()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the accessibility checker, as a script."""
    assert AXE, "AXE names axe.min.js; 'make test-browser' gets it"
    return Path(AXE).read_text()


Shown = Callable[..., Page]


@pytest.fixture
def shown(browser: Browser, folder: Path) -> Iterator[Shown]:
    """Return what shows a page of the folder; whatever the browser complains of or asks for is a fault."""
    faults: list[str] = []
    with _closing(browser) as pages:

        def show(name: str, *, width: int = 1280, dark: bool = False) -> Page:
            page = browser.new_page(
                viewport={"width": width, "height": 900},
                color_scheme="dark" if dark else "light",
                reduced_motion="reduce",  # no scrolling to wait for
            )
            pages.append(page)
            address = written(folder, name)
            page.on("console", lambda message: faults.append(f"console: {message.text}"))
            page.on("pageerror", lambda error: faults.append(f"error: {error}"))
            page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
            page.on("request", lambda asked: faults.append(asked.url) if asked.url != address else None)
            page.goto(address)
            return page

        yield show
        assert faults == []


@contextmanager
def _closing(browser: Browser) -> Iterator[list[Page]]:
    pages: list[Page] = []
    assert browser.is_connected()
    yield pages
    for page in pages:
        page.close()
