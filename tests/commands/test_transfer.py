"""``transfer``: the list, one line of work in every form, names, states, and a profile beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from careercli.domain.model import Catalog
from careercli.errors import ExitCode
from careercli.formats.profiles import to_yaml
from tests.interview.keeping import keep
from tests.reports import people_of
from tests.running import DAY, run

IDS = [each["id"] for each in run("transfer", "--json").document["transfers"]]


def flat(text: str) -> str:
    """Return text as it reads, without its lines."""
    return " ".join(text.split())


def test_the_list_has_every_line_of_work() -> None:
    """Fifteen that people come from and ten that they go to, each once."""
    known = run("transfer", "--json").document
    out = run("transfer").out

    assert known["schema"] == "careercli/transfers-list@1"
    assert [each["way"] for each in known["transfers"]] == ["in"] * 15 + ["out"] * 10
    assert all(f"{each['id']}: {each['name']}" in out for each in known["transfers"])


@pytest.mark.parametrize("name", IDS)
def test_every_line_of_work_is_shown(name: str) -> None:
    """Each has a screen whose questions are texts of levels, and says where it is from."""
    way = [name] if IDS.index(name) < 15 else ["--to", name]
    document = run("transfer", *way, "--json").document
    out = flat(run("transfer", *way, columns=200).out)

    assert document["id"] == name
    assert all(each["asks"] in out for each in document["suggestions"])
    assert "Have you done this?" in out
    assert "O*NET 29.0 Database" in out


def test_the_screen_of_one(screen: SnapshotAssertion) -> None:
    """The whole of a change of work is as somebody last approved it."""
    assert run("transfer", "hotel-desk", "--as-of", DAY).out == screen


def test_every_form_says_the_same(home: Path) -> None:
    """Markdown and a page hold what the screen says, and a file is not replaced unasked."""
    assert run("transfer", "waiter", "-o", "waiter.html").code == 0
    assert run("transfer", "waiter", "-o", "waiter.md").code == 0
    page, text = (Path(f"waiter.{ending}").read_text(encoding="utf-8") for ending in ("html", "md"))
    for part in ("You carry eight tables", "Have you done this?", "What surprises people", "35,230"):
        assert part in page
        assert part in text
    assert run("transfer", "waiter", "-o", "waiter.md").code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (["wiater"], "Did you mean 'waiter'?"),
        (["plumber"], "See 'careercli transfer'"),
        (["training"], "Try 'careercli transfer --to training'."),
        (["--to", "waiter"], "Try 'careercli transfer waiter'."),
    ],
)
def test_names_that_mean_nothing_here(said: list[str], message: str) -> None:
    """A slip is told its nearest, and the other way round how to ask for it."""
    result = run("transfer", *said)

    assert result.code == ExitCode.NOT_FOUND
    assert message in flat(result.err)


def test_what_contradicts_itself() -> None:
    """Two lines of work at a time, and a page of the list, are refused."""
    assert run("transfer", "waiter", "dana", "--to", "sales").code == ExitCode.USAGE
    assert run("transfer", "-o", "all.html").code == ExitCode.USAGE


def test_no_number_of_another_country() -> None:
    """Who lives outside the United States reads no US pay, in any form; in a state its own is named."""
    out = run("transfer", "waiter", "--state", "none").out
    document = run("transfer", "waiter", "--state", "none", "--json").document

    assert "35,230" not in out
    assert "44,770" not in out
    assert "outside the United States" in flat(out)
    assert (document["pay"], document["paid_here"]) == (None, None)
    assert "In Texas" in run("transfer", "waiter", "--state", "TX").out
    assert list(run("transfer", "waiter", "--state", "TX", "--json").document["paid_here"]["states"]) == [
        "TX"
    ]


def test_no_pay_is_better_than_that_of_another_job() -> None:
    """Customer success has no occupation of its own in the survey: only support's pay is shown."""
    out = flat(run("transfer", "--to", "success", columns=200).out)

    assert "no occupation of its own" in out
    assert "Customer Service Representatives 31,750" in out
    assert run("transfer", "--to", "success", "--json").document["pay"] is None


def test_a_profile_beside_it(home: Path, catalog: Catalog) -> None:
    """With a profile it says what is rated, and changes nothing of it."""
    keep("dana", to_yaml(people_of(catalog)["dana"]))
    before = run("profile", "show", "dana", "--json").document
    out = flat(run("transfer", "shop-supervisor", "dana", columns=200).out)

    assert "You rated it" in out
    assert "careercli advise --profile dana" in out
    assert "You rated it" in flat(run("transfer", "--to", "training", "dana", columns=200).out)
    assert run("profile", "show", "dana", "--json").document == before
