"""How well ``careercli ask`` answers: questions in askers' words, and questions about something else.

Run it with ``make bench-ask``. A question counts as answered first if the question of the guides that it
means is the first passage given, and in three if it is among the first three. Where an entry means a section,
any passage of that section is right; where it names titles, any passage under one of them, of any role.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from careercli.catalog import load_catalog, load_library
from careercli.domain.model import Catalog
from careercli.domain.passages import Passage
from careercli.domain.words import Words
from careercli.search.index import image_of
from careercli.search.passages import Found, found, searched_of
from careercli.text.passages import all_passages

TUNED = ("questions", "sections", "guidance", "people-ask")
UNSEEN = ("heldout", "fresh", "people-ask-too")
"""Files of questions: those that the search was tuned on, and those that it was not."""

NONSENSE = ("nonsense", "nearby", "fresh-nonsense", "nobody-knows")
"""Files of questions about something else, and of what no guide can know; the third was not tuned on."""

HERE = Path(__file__).resolve().parent


@dataclass
class Result:
    """How one file of questions was answered; ``missed``: those not answered first, and what came instead."""

    name: str
    asked: int
    first: int = 0
    in_three: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)


def built_in() -> tuple[Catalog, list[Passage], Words]:
    """Return the built-in catalog, its passages, and the words to ask in."""
    catalog, library = load_catalog().catalog, load_library()
    return catalog, all_passages(catalog, library), library.words


_images: dict[int, bytes | None] = {}
"""The image of the index of passages, by their identity: making one takes longer than asking."""


def _found(question: str, catalog: Catalog, passages: list[Passage], words: Words, limit: int = 3) -> Found:
    if id(passages) not in _images:
        _images[id(passages)] = image_of(searched_of(passages))
    return found(question, catalog, passages, words, limit=limit, image=_images[id(passages)])


def measure(name: str, catalog: Catalog, passages: list[Passage], words: Words) -> Result:
    """Ask every question of a file beside this one."""
    entries = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    result = Result(name, len(entries))
    for entry in entries:
        given = [each.passage for each in _found(entry["asks"], catalog, passages, words).answers]
        right = [_meant(passage, entry) for passage in given]
        result.first += right[:1] == [True]
        result.in_three += any(right)
        if right[:1] != [True]:
            result.missed.append((entry["asks"], given[0].title if given else "nothing"))
    return result


def _meant(passage: Passage, entry: dict[str, Any]) -> bool:
    """Return whether a passage is a question, stands in a section, or has a title that an entry means."""
    if "right" in entry:
        return not {passage.title, *passage.names}.isdisjoint(entry["right"])
    meant, there = (
        (entry["section"], passage.section) if "section" in entry else (entry["means"], passage.title)
    )
    return there in ([meant] if isinstance(meant, str) else meant) and passage.role == entry["role"]


def false_answers(
    name: str, catalog: Catalog, passages: list[Passage], words: Words
) -> list[tuple[str, str]]:
    """Return the questions of a file about something else that were answered, each with what came first."""
    asked = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    given = ((question, _found(question, catalog, passages, words, limit=1).answers) for question in asked)
    return [(question, first.passage.title) for question, answers in given for first in answers]


def main() -> None:
    """Print the shares; with ``--missed`` the questions that were not answered first, those to tune on."""
    parser = argparse.ArgumentParser(description="Measure the answers to questions.")
    parser.add_argument("--missed", action="store_true", help="name what was missed of what was tuned on")
    options = parser.parse_args()
    catalog, passages, words = built_in()
    print(f"{len(passages)} passages")
    for name in (*TUNED, *UNSEEN):
        result = measure(name, catalog, passages, words)
        print(f"{name:<14} first {result.first}/{result.asked}, in three {result.in_three}/{result.asked}")
        if options.missed and name in TUNED:
            for asked, instead in result.missed:
                print(f"  {asked}  ->  {instead}")
    for name in NONSENSE:
        wrong = false_answers(name, catalog, passages, words)
        print(f"{name:<14} {len(wrong)} answered")
        for asked, instead in wrong:
            print(f"  {asked}  ->  {instead}")


if __name__ == "__main__":
    main()
