"""Plans in files: a checklist, a table, a calendar; and what contradicts itself."""

from __future__ import annotations

import io
import json
import os
import re
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import icalendar
import pyexcel
import pytest
from dateutil.rrule import rrulestr
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from careercli.cli.output_file import FORMS
from careercli.commands.plan import ENDINGS
from careercli.errors import ExitCode
from careercli.exports.plan_calendar import WEEKS
from careercli.exports.plan_csv import COLUMNS
from tests.cli.test_program import DOCS
from tests.commands.test_assess import PERSONAS
from tests.commands.test_hostile_text import HOSTILE, RAW
from tests.interview.keeping import keep
from tests.running import DAY, Result, run

TODAY = date.fromisoformat(DAY)
SESSIONS = ("--sessions", "tue,thu@18:30")
AT_THE_TOP = ("--support-years", "30", "--leading-years", "20", "--leads")
FORMULA = re.compile(r"\s*[=+\-@]")


def planned(profile: Path | str, *more: str) -> Result:
    """Return a plan that was made without a word on standard error."""
    result = run("plan", str(profile), "--as-of", DAY, *more)
    assert (result.code, result.err) == (0, "")
    return result


def steps_of(document: dict[str, object]) -> list[dict[str, object]]:
    """Return every step of a plan's document, in order, and what also helps."""
    steps = [step for milestone in document["milestones"] for step in milestone["steps"]]
    return [*steps, *document["also_helps"]]


def entries_of(document: dict[str, object]) -> list[list[dict[str, object]]]:
    """Return the steps of a plan's document in the order of their numbers, those of one number together."""
    entries = []
    for steps in (*(milestone["steps"] for milestone in document["milestones"]), document["also_helps"]):
        by_kind = {kind: [step for step in steps if step["kind"] == kind] for kind in ("interview", "rate")}
        raised = [step for step in steps if step["proof"]]
        in_order = sorted(raised, key=lambda step: step["if_needed"])
        entries += [*filter(None, by_kind.values()), *([step] for step in in_order)]
    return entries


def events(result: Result) -> list[icalendar.Event]:
    """Return the events of a calendar as a calendar library reads it, with nothing wrong in it."""
    calendar = icalendar.Calendar.from_ical(result.stdout)
    found = list(calendar.walk("VEVENT"))
    assert found
    assert not calendar.errors
    assert not any(event.errors for event in found)
    return found


def everything() -> list[str]:
    """Return options that rate every skill as high as can be."""
    skills = run("data", "export").document["skills"]
    return [word for skill in skills for word in ("--skill", f"{skill['id']}=4")]


@pytest.mark.parametrize("form", ["md", "csv", "ics"])
def test_formats(form: str, people: Path, screen: SnapshotAssertion) -> None:
    """The plan of a built-in person in each format is as somebody last approved it."""
    result = run("plan", "-", "--format", form, "--as-of", DAY, stdin=(people / "priya.yaml").read_bytes())

    assert (result.code, result.err) == (0, "")
    assert result.out.replace("\r\n", "\n") == screen


@pytest.mark.parametrize("route", ["full", "shortest"])
@pytest.mark.parametrize("persona", PERSONAS)
def test_every_format_has_every_step(persona: str, route: str, people: Path) -> None:
    """Whatever the format, a file has all steps by their numbers, and nothing besides."""
    profile, more = people / f"{persona}.yaml", ("--route", route)
    document = planned(profile, "--json", *more).document
    entries = entries_of(document)
    steps = [step for entry in entries for step in entry]

    boxes = re.findall(
        r"^- \[ \] \*\*Step (\d+): (.*)\*\*", planned(profile, "--format", "md", *more).out, re.MULTILINE
    )
    table = pyexcel.get_array(
        file_stream=io.StringIO(planned(profile, "--format", "csv", *more).out), file_type="csv"
    )

    assert [int(number) for number, _ in boxes] == list(range(1, len(entries) + 1))
    assert [title.replace("\\", "") for _, title in boxes if not title.startswith(("rate ", "answer "))] == [
        entry[0]["title"] for entry in entries if entry[0]["proof"]
    ]
    assert tuple(table[0]) == COLUMNS
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in table[1:]]
    assert [(row["number"], row["id"], row["level_to"] or None) for row in rows] == [
        (number, step["id"], step["to"]) for number, entry in enumerate(entries, start=1) for step in entry
    ]
    screen = planned(profile, "--full", *more).out
    numbers = [int(number) for number in re.findall(r"^ {0,2}(\d+) ", screen, re.MULTILINE)]
    assert numbers == list(range(1, len(entries) + 1))
    for row, step in zip(rows, steps, strict=True):
        assert row["if_needed"] == ("yes" if step["if_needed"] else "no")
        assert (str(row["ends_latest"]), row["weeks"]) == (step["ends"]["latest"], step["weeks"])
    assert sum(row["hours_min"] for row in rows) == pytest.approx(sum(s["hours"]["min"] for s in steps))
    assert sum(not row["milestone"] for row in rows) == len(document["also_helps"])


def test_a_checklist_on_its_page(people: Path) -> None:
    """A reader of Markdown sees a title, a heading for each milestone, and below each step what is its."""
    document = planned(people / "maya.yaml", "--json").document
    page = MarkdownIt("commonmark").render(planned(people / "maya.yaml", "--format", "md").out)

    assert page.count("<h1>") == 1
    headings = re.findall("<h2>(.*)</h2>", page)
    titles = [milestone["title"] for milestone in document["milestones"]]
    assert headings[-2:] == ["What the dates assume", "Sources"]
    assert len(headings) == len(titles) + 2
    assert headings[-3] == f"{titles[-1]} (your goal)"
    steps = steps_of(document)
    raised = [step for step in steps if step["proof"]]
    assert page.count("<li>[ ] <strong>") == len(entries_of(document)) > len(raised)
    for label in ("Skill: ", "When: ", "Do: ", "Proof: ", "Source: "):
        assert page.count(f"<li>{label}") == len(raised)
    assert page.count("<li>Only if your rating") == sum(step["if_needed"] for step in steps)
    assert "promises no opening" in page


def test_what_also_helps_comes_after_the_plan(people: Path) -> None:
    """The checklist of the full route is that of the shortest one, and what it adds."""
    short = planned(people / "dana.yaml", "--format", "md").out
    full = planned(people / "dana.yaml", "--format", "md", "--route", "full").out
    helps = planned(people / "dana.yaml", "--json", "--route", "full").document["also_helps"]

    before, _, after = full.partition("## Also helps\n")
    assert before == short.partition("## What the dates assume")[0]
    assert after.count("\n- [ ] ") == len(entries_of({"milestones": [], "also_helps": helps})) > 0
    assert "## Also helps" not in short


@pytest.mark.parametrize("form", ["md", "csv", "ics", "table"])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names(text: str, form: str, home: Path) -> None:
    """A name may say what it likes: it stays text in every file."""
    name = HOSTILE[text][:190].encode("utf-8", "replace").decode()
    profile = {
        "schema": "careercli/profile@1",
        "name": f"={name}",
        "experience": {"support_years": 3},
    }
    result = run("plan", "-", "--format", form, "--as-of", DAY, stdin=json.dumps(profile))

    assert (result.code, result.err) == (0, "")
    assert not RAW.search(result.out.replace("\r\n", "\n"))
    if form == "ics":
        assert len(events(result)) == sum(map(len, planned_days(profile)))
        assert all(alarm["ACTION"] == "DISPLAY" for event in events(result) for alarm in event.walk("VALARM"))
    if form == "md":
        page = MarkdownIt("commonmark").render(result.out)
        assert page.count("<h1>") == 1
        assert not re.search(r"<a |<img|<code>|<script", page)


def planned_days(profile: dict[str, object]) -> tuple[list[dict[str, object]], list[list[dict[str, object]]]]:
    """Return the milestones and the steps of the plan of a profile that have a day in a calendar."""
    return days_of(run("plan", "-", "--json", "--as-of", DAY, stdin=json.dumps(profile)).document)


def days_of(document: dict[str, object]) -> tuple[list[dict[str, object]], list[list[dict[str, object]]]]:
    """Return the milestones with a date to come, and the steps of the next weeks, rated ones together."""
    milestones = [each for each in document["milestones"] if each["ready"]["latest"] not in {None, DAY}]
    ends = str(TODAY + timedelta(weeks=WEEKS))
    entries = entries_of({**document, "also_helps": []})
    sure = [entry for entry in entries if not entry[0]["if_needed"]]
    return milestones, [entry for entry in sure if entry[0]["starts"]["earliest"] < ends]


def test_no_cell_is_a_formula(people: Path) -> None:
    """Nothing in the table of a plan is taken for a formula."""
    stream = io.StringIO(planned(people / "maya.yaml", "--format", "csv").out)
    rows = pyexcel.get_array(file_stream=stream, file_type="csv")

    cells = [cell for row in rows for cell in row if isinstance(cell, str)]
    assert len(cells) > 100
    assert not [cell for cell in cells if FORMULA.match(cell)]


def test_the_columns_are_documented() -> None:
    """docs/plan-files.md describes every column of the table, in order, and every ending."""
    page = (DOCS / "plan-files.md").read_text()
    rows = [line for line in page.partition("| column |")[2].splitlines() if line.startswith("| `")]

    assert [name for row in rows for name in re.findall("`(.*?)`", row.split("|")[1])] == list(COLUMNS)
    named = re.findall(r"^\| `(\w+)` \| (.*?) \|", page.partition("| column |")[0], re.MULTILINE)
    assert {ending: form for form, endings in named for ending in re.findall("`(.*?)`", endings)} == {
        ending: FORMS[ending] for ending in ENDINGS
    }


@pytest.mark.parametrize("persona", PERSONAS)
def test_days_in_a_calendar(persona: str, people: Path) -> None:
    """Each milestone stands on the last day of its window, each step of the next weeks on its days."""
    document = planned(people / f"{persona}.yaml", "--json").document
    milestones, entries = days_of(document)
    numbers = {entry[0]["id"]: number for number, entry in enumerate(entries_of(document), start=1)}

    found = events(planned(people / f"{persona}.yaml", "--format", "ics"))

    assert entries
    assert [(event["DTSTART"].dt, event["DTEND"].dt - timedelta(days=1)) for event in found] == [
        *((date.fromisoformat(each["ready"]["latest"]),) * 2 for each in milestones),
        *(
            (
                date.fromisoformat(entry[0]["starts"]["earliest"]),
                date.fromisoformat(entry[-1]["ends"]["earliest"]),
            )
            for entry in entries
        ),
    ]
    for event, milestone in zip(found, milestones, strict=False):
        title, text = milestone["title"], str(event["DESCRIPTION"])
        assert str(event["SUMMARY"]).endswith((f": ready for {title}", f": {title} confirmed"))
        assert milestone["ready"]["latest"].partition("-")[0] in text
        assert "promises no opening" in text
    for event, entry in zip(found[len(milestones) :], entries, strict=True):
        assert str(event["SUMMARY"]).endswith(f" (step {numbers[entry[0]['id']]})")
        if entry[0]["proof"]:
            assert entry[0]["title"] in str(event["SUMMARY"])
            assert f"Proof: {entry[0]['proof']}" in str(event["DESCRIPTION"])
    for event in found:
        alarms = event.walk("VALARM")
        assert alarms[0]["TRIGGER"].dt == timedelta(hours=9)
        assert len(alarms) == 1 + (event["DTEND"].dt - event["DTSTART"].dt > timedelta(days=1))


def test_importing_again_moves_what_moved(people: Path) -> None:
    """Three weeks on, with more hours a week, the same step is the same event in a newer version."""
    profile = people / "daniel.yaml"
    before = events(planned(profile, "--format", "ics", *SESSIONS))
    later = run("plan", str(profile), "--as-of", "2026-12-12", "--format", "ics", *SESSIONS, "--hours", "8")
    after = {str(event["UID"]): event for event in events(later)}

    kept = [event for event in before if str(event["UID"]) in after]

    assert len({str(event["UID"]) for event in before}) == len(before)
    assert len(kept) == len(before) - 3, "but for the weeks that are over"
    for event in kept:
        newer = after[str(event["UID"])]
        assert newer["SEQUENCE"] == event["SEQUENCE"] + 21
        assert newer["DTSTAMP"].dt > event["DTSTAMP"].dt
        assert newer["LAST-MODIFIED"].dt == newer["DTSTAMP"].dt
    steps = [event for event in kept if "(step" in event["SUMMARY"]]
    assert any(after[str(event["UID"])]["DTSTART"].dt != event["DTSTART"].dt for event in steps)


def test_sessions(people: Path) -> None:
    """Sessions fall on the days asked for, from tomorrow until all is done, and add up to the week."""
    document = planned(people / "daniel.yaml", "--json").document
    done = date.fromisoformat(max(step["ends"]["latest"] for step in steps_of(document)))
    sessions = [
        event
        for event in events(planned(people / "daniel.yaml", "--format", "ics", *SESSIONS))
        if "RRULE" in event
    ]

    moments = []
    for weekly in sessions:
        start = weekly["DTSTART"].dt
        assert (weekly["DTEND"].dt - start) * 2 == timedelta(hours=document["hours_per_week"])
        assert [alarm["TRIGGER"].dt for alarm in weekly.walk("VALARM")] == [timedelta(minutes=-10)]
        moments += rrulestr(weekly["RRULE"].to_ical().decode(), dtstart=start)
    assert moments[0] == datetime(2026, 11, 24, 18, 30)  # noqa: DTZ001 - local wherever it is read
    assert {(later - one).days for one, later in pairwise(moments)} == {2, 5}
    assert timedelta() <= done - moments[-1].date() < timedelta(days=7)


def test_sessions_point_to_the_steps_of_their_week(people: Path) -> None:
    """Every step of the next weeks is in a session of the week in which it begins, with its proof."""
    document = planned(people / "daniel.yaml", "--json").document
    _, entries = days_of(document)
    found = events(planned(people / "daniel.yaml", "--format", "ics", *SESSIONS))
    weekly = {
        event["DTSTART"].dt.date().isocalendar()[:2]: str(event["DESCRIPTION"])
        for event in found
        if "RRULE" in event
    }

    told = 0
    for entry in entries:
        step, week = entry[0], date.fromisoformat(entry[0]["starts"]["earliest"]).isocalendar()[:2]
        if step["proof"] and week in weekly:
            assert f"Proof: {step['proof']}" in weekly[week]
            told += 1
    assert told > 2
    assert len(weekly) == WEEKS + 1


@pytest.mark.parametrize(
    ("said", "days", "at"),
    [
        ("sat@9", "SA", "0900"),
        ("Sunday,MON @ 7:05", "MO,SU", "0705"),
        ("wed,wed@23:00", "WE", "2300"),
        ("tues,thurs@0:00", "TU,TH", "0000"),
    ],
)
def test_how_sessions_may_be_said(said: str, days: str, at: str, people: Path) -> None:
    """Days are known by their first letters in any case and order, an hour with or without minutes."""
    arguments = ("--format", "ics", "--hours", "1", "--sessions", said)

    *_, weekly = events(planned(people / "dana.yaml", *arguments))

    assert weekly["RRULE"].to_ical().decode().endswith(f"BYDAY={days}")
    assert weekly["DTSTART"].dt.strftime("%H%M") == at


def test_an_event_keeps_its_name(home: Path) -> None:
    """Whatever hours and route, the same profile has the same events, to the byte on the same day."""
    keep("dana")
    arguments = ("plan", "dana", "--format", "ics")

    first = events(run(*arguments, "--as-of", "2026-11-21"))
    later = events(run(*arguments, "--as-of", "2026-11-22", "--hours", "6", "--route", "full"))

    both = {str(event["UID"]) for event in first} & {str(event["UID"]) for event in later}
    assert len(both) == len(first) > 1
    again = run(*arguments, "--as-of", "2026-11-21")
    assert again.stdout == run(*arguments, "--as-of", "2026-11-21").stdout


def test_no_two_people_share_an_event(home: Path, people: Path) -> None:
    """A coach has several clients in one calendar; no UID says who they are."""
    keep("dana")
    plans = [
        run("plan", *words, "--format", "ics", "--as-of", DAY)
        for words in (["dana"], [str(people / "dana.yaml")], [str(people / "priya.yaml")])
    ]

    uids = [str(event["UID"]) for plan in plans for event in events(plan)]

    assert len(set(uids)) == len(uids)
    assert all(re.fullmatch(r"[0-9a-f]{32}@careercli", uid) for uid in uids)


def test_nothing_to_put_into_a_calendar() -> None:
    """At the top, and at a goal that is reached, the calendar is still one: a day says what is so."""
    skills = everything()
    top = run("plan", *AT_THE_TOP, *skills, "--format", "ics", "--as-of", DAY, *SESSIONS)
    reached = run("plan", *AT_THE_TOP, *skills, "--goal", "manager", "--format", "ics", "--as-of", DAY)

    for result, said in ((top, "There is nothing left to plan"), (reached, "You're there")):
        (event,) = events(result)
        assert said in str(event["SUMMARY"])
        assert event["DTSTART"].dt == TODAY
    assert run("plan", *AT_THE_TOP, *skills, "--format", "md").out.startswith("# There is nothing left")
    assert len(run("plan", *AT_THE_TOP, *skills, "--format", "csv").out.splitlines()) == 1


def test_far_dates(home: Path) -> None:
    """Half an hour a week for a whole career is a calendar too, of many decades."""
    arguments = ["--support-years", "0", "--goal", "director", "--hours", "0.5", "--format", "ics"]

    found = events(run("plan", *arguments, "--as-of", "2990-01-01", *SESSIONS))

    weekly = found[-1]
    assert max(event["DTSTART"].dt.year for event in found if "RRULE" not in event) > 3005
    assert weekly["DTEND"].dt - weekly["DTSTART"].dt == timedelta(minutes=15)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_ending_of_the_file_chooses(ending: str, people: Path, home: Path) -> None:
    """Without --format the ending says which; a file has what is printed, and the mark of CSV."""
    name = f"plan{ending.upper()}"

    result = run("plan", str(people / "dana.yaml"), "-o", name, "--as-of", DAY)

    assert (result.code, result.out, result.err) == (0, "", f"Written to {name}.\n")
    printed = planned(people / "dana.yaml", "--full", "--format", FORMS[ending], "-o", "-").stdout
    assert Path(name).read_bytes().removeprefix(b"\xef\xbb\xbf") == printed
    assert Path(name).read_bytes().startswith(b"\xef\xbb\xbf") is (ending == ".csv")


def test_a_format_says_what_an_ending_does_not(people: Path, home: Path) -> None:
    """A name without a telling ending goes with --format."""
    result = run("plan", str(people / "dana.yaml"), "--format", "ics", "-o", "plan.calendar")

    assert result.code == 0
    assert Path("plan.calendar").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_file_is_not_replaced(people: Path, home: Path) -> None:
    """What is there stays, unless --force says otherwise."""
    Path("plan.md").write_text("mine")
    arguments = ["plan", str(people / "dana.yaml"), "-o", "plan.md"]

    result = run(*arguments)

    assert (result.code, result.out) == (ExitCode.USAGE, "")
    assert "plan.md is there already." in result.err
    assert Path("plan.md").read_text() == "mine"
    assert run(*arguments, "--force").code == 0
    assert Path("plan.md").read_text().startswith("# Plan to ")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["-o", "plan.pdf"], ExitCode.USAGE, "What plan.pdf should be is not clear from its ending."),
        (
            ["-o", "plan"],
            ExitCode.USAGE,
            ".txt, .md, .markdown, .csv, .ics or .json, or add --format or --json.",
        ),
        (
            ["--format", "csv", "-o", "plan.ics"],
            ExitCode.USAGE,
            "--format csv and plan.ics contradict each other.",
        ),
        (["--json", "-o", "plan.md"], ExitCode.USAGE, "--json and plan.md contradict each other."),
        (["--json", "--format", "csv"], ExitCode.USAGE, "--format csv and --json contradict each other."),
        (["--format", "pdf"], ExitCode.USAGE, "'table', 'md', 'csv', 'ics', 'json'"),
        (["-o", "no/plan.md"], ExitCode.STORAGE, "there is no folder no."),
        (["-o", ""], ExitCode.USAGE, "-o takes the name of a file, and this is empty."),
        (["-o", f"{'x' * 300}.md"], ExitCode.STORAGE, "x.md cannot be written: File name too long."),
        (["--sessions", "tue@18"], ExitCode.USAGE, "--sessions puts hours of work into a calendar"),
        (["--sessions", "tue@18", "-o", "plan.md"], ExitCode.USAGE, "Add --format ics."),
        (["--format", "ics", "--sessions", ""], ExitCode.USAGE, "such as tue,thu@18:00, not ''."),
        (["--format", "ics", "--sessions", "tue"], ExitCode.USAGE, "not 'tue'."),
        (["--format", "ics", "--sessions", "@18"], ExitCode.USAGE, "not '@18'."),
        (["--format", "ics", "--sessions", "t@18"], ExitCode.USAGE, "not 't@18'."),
        (["--format", "ics", "--sessions", "tue@24"], ExitCode.USAGE, "from 0:00 to 23:59."),
        (["--format", "ics", "--sessions", "tue@18:5"], ExitCode.USAGE, "not 'tue@18:5'."),
        (
            ["--format", "ics", "--sessions", "sat@18", "--hours", "6.5"],
            ExitCode.USAGE,
            "6.5 hours a week on 1 day from 18:00 on run past midnight.",
        ),
    ],
)
def test_what_cannot_be_meant(
    arguments: list[str], code: ExitCode, message: str, people: Path, home: Path
) -> None:
    """What contradicts itself, or cannot be written, is refused before anything is."""
    result = run("plan", str(people / "dana.yaml"), *arguments)

    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_what_is_no_file_is_never_replaced(force: tuple[str, ...], people: Path, home: Path) -> None:
    """A pipe stays a pipe and a folder a folder, whatever somebody says; so does the system's /dev/null."""
    os.mkfifo("pipe.md")
    Path("folder.md").mkdir()

    for name, message in (
        ("pipe.md", "pipe.md is no file that could be replaced."),
        ("folder.md", "folder.md is a folder."),
    ):
        result = run("plan", str(people / "dana.yaml"), "-o", name, *force)

        assert (result.code, result.out) == (ExitCode.USAGE, "")
        assert message in result.err
        assert "'-o -' prints it." in result.err
    assert Path("pipe.md").is_fifo()


def test_nothing_is_remembered_of_a_plan_that_is_refused(home: Path) -> None:
    """A file that may not be written is refused before the history of the profile is touched."""
    keep("dana")
    Path("plan.md").write_text("mine")

    assert run("plan", "dana", "-o", "plan.md").code == ExitCode.USAGE
    assert not (home / "data" / "careercli" / "history").exists()
