"""The page that all pages are made in: its head, what is inside, and its foot."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template

_HERE = files("careercli.pages.render")


def part(name: str, **said: str) -> str:
    """Return a file of this folder with what is said in it; without anything, as it is."""
    text = (_HERE / name).read_text("utf-8")
    return Template(text).substitute(said) if said else text


def styles(*names: str) -> str:
    """Return style sheets as one."""
    return "".join(part(f"styles/{name}.css") for name in names)


def page(title: str, *, robots: str = "", script: str = "", **parts: str) -> str:
    """Return a page; ``title`` is text, all else is HTML."""
    return part("page.html", title=escape(title), robots=robots, script=script, **parts)
