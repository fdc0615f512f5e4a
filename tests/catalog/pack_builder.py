"""A tiny pack without a fault, and faults to plant in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from careercli.catalog.places import pack_paths
from careercli.errors import Problem


def skill_file(
    name: str, *, group: str = "front", needs: str = "", aliases: str = "", tools: str = "Pen"
) -> str:
    """Return the text of a skill's file; the skill is called by its id with a capital."""
    steps = "".join(
        f"  {level}:\n"
        f"    title: Raise {name} to {level}\n"
        f"    action: Do it {level} times.\n"
        f"    kind: practice\n"
        f"    hours: {{min: {level}, max: {2 * level}}}\n"
        f"    proof: A log of {level}\n"
        f"    source: guide#steps\n"
        for level in (1, 2, 3, 4)
    )
    return (
        "schema: careercli/skill@1\n"
        f"id: {name}\n"
        f"name: {name.capitalize()}\n"
        f"group: {group}\n"
        "kind: technical\n"
        f"summary: What {name} is.\n"
        f"aliases: [{aliases}]\n"
        f"prerequisites: [{needs}]\n"
        f"tools: [{tools}]\n"
        "sources: [guide#skills]\n"
        "levels:\n"
        f"  1: I watch {name}.\n"
        f"  2: I do {name}.\n"
        f"  3: I help with {name}.\n"
        f"  4: I design {name}.\n"
        f"growth:\n{steps}"
    )


PACK_FILE = """\
schema: careercli/pack@1
id: help
title: A help desk
version: 1.0.0
groups:
  - {id: front, name: In front}
  - {id: back, name: Behind}
"""

SOURCES_FILE = """\
schema: careercli/sources@1
sources:
  - id: guide
    title: The guide
    publisher: A publisher
    date: 2026-11
    terms: MIT
    note: A note.
    sections:
      skills: Skills
      steps: Steps
      tiers: Tiers
  - {id: own, title: Our own, publisher: Us, date: 2026-11, terms: MIT, note: A note.}
"""

ROLE_FILE = """\
schema: careercli/role@1
id: helper
name: Helper
summary: Helps.
"""

LADDER_FILE = """\
schema: careercli/ladder@2
id: desk
title: Help desk
pass_fit: 0.5
goals: [lead]
abbreviations: {sr: senior}
look_alikes:
  - titles: [Chef]
    note: Another job.
adjacent: [Proofreader]
tiers:
  - id: helper
    title: Desk Helper
    short: Helper
    role: helper
    seat: agent
    summary: Helps.
    support_years:
      usual: {min: 0, max: 2, source: guide#tiers}
    titles: [Desk Agent]
    requirements:
      - {skill: writing, level: 1, weight: 3, source: guide#skills}
      - {skill: chatting, level: 1, weight: 1, source: guide#skills}
    gates:
      - {skills: [writing], levels: [1], source: guide#skills}
  - id: senior-helper
    title: Senior Desk Helper
    short: Senior
    role: helper
    seat: lead
    summary: Helps and leads.
    support_years:
      floor: {years: 1, sources: [own, guide#tiers], note: Ours.}
      usual: {min: 2, source: guide#tiers}
    leading_elsewhere: 0.5
    requirements:
      - {skill: writing, level: 2, weight: 3, source: own}
      - {skill: leading, level: 1, weight: 2, source: own, note: Our judgement.}
    gates:
      - {skills: [writing], levels: [2], source: own, note: It shows.}
      - {skills: [leading, chatting], levels: [1, 1], source: own}
  - id: lead
    title: Desk Lead
    short: Lead
    role: helper
    seat: manager
    summary: Leads.
    leading_years:
      floor: {years: 0.5, sources: [own]}
      usual: {min: 1, max: 3, source: own}
    small_team: senior-helper
    requirements:
      - {skill: leading, level: 3, weight: 3, source: own}
      - {skill: chatting, level: 3, weight: 1, source: own}
    gates:
      - {skills: [leading], levels: [2], source: own}
      - {skills: [chatting, writing], levels: [2, 3], source: own}
"""

PERSONA_FILE = """\
schema: careercli/persona@1
id: ann
story: Ann helps.
profile:
  name: Ann
  experience: {support_years: 1}
  goal: lead
  skills:
    Live talk: 2
    writing: 3
"""

ABOUT_FILE = """\
schema: careercli/guide@1
role: helper
sections:
  overview:
    lead: Helpers answer 1,200 letters.
    sources: [guide#skills]
    figures:
      - {label: Letters, amount: 1200, unit: letters a year, kind: claimed, source: guide#skills}
      - {label: Rise, amount: -5, unit: "% change", kind: estimate, source: own}
      - {label: Raises, min: 10, max: 20, unit: "%", kind: claimed, tier: helper, source: own}
      - {label: Mood, words: Good, kind: stated, source: own}
    text: [They answer them.]
  responsibilities:
    lead: They write.
    sources: [own]
    points:
      - {name: Letters, text: Write them., skill: writing}
  day-in-the-life:
    lead: A day has a morning.
    sources: [own]
    groups:
      - name: Morning
        points:
          - {name: Mail, text: Read it.}
  tech-stack:
    lead: They hold a pen.
    sources: [own]
    groups:
      - name: Desk
        points:
          - {name: pen, text: For letters.}
  certificates:
    lead: One is enough.
    sources: [own]
    points:
      - {name: CPH, text: It shows care.}
"""

MARKET_FILE = """\
schema: careercli/guide@1
role: helper
sections:
  pay:
    lead: Half of the clerks earn less than $42,830.
    sources: [own]
    nearest:
      - {occupation: 99-1234, why: It is close., tiers: [helper]}
  job-outlook:
    lead: There are fewer clerks every year.
    sources: [own]
    nearest:
      - {occupation: 99-1234, why: It is close.}
  career-tiers:
    lead: There are three.
    sources: [own]
    tiers:
      - {tier: helper, text: Helps., duties: [Write]}
      - {tier: senior-helper, text: Helps more., duties: [Write more]}
      - tier: lead
        text: Leads.
        duties: [Lead]
        elsewhere:
          - {title: Boss, asks: Much., source: own}
  related-roles:
    lead: There is one.
    sources: [own]
    related:
      - title: Clerk
        text: Also writes.
        carries_over: [Writing]
        missing: [Filing]
        sources: [own]
        skills: [writing]
        occupation: 99-1234
  case-studies:
    lead: One helper tried.
    sources: [own]
    cases:
      - title: Faster letters
        story: [It took 30 % less time.]
        takeaway: Write less.
        figures:
          - {label: Time saved, amount: 30, unit: "%", kind: reported, source: own}
  faq:
    lead: People ask this.
    sources: [own]
    questions:
      - {question: Is it hard?, answer: [No.], keywords: [difficult], section: overview}
"""

TOOLS_FILE = """\
schema: careercli/tools@1
tools:
  - {name: Pen, what: Writes., skills: [writing], aliases: [Biro], sources: [guide#skills]}
  - {name: Phone, what: Rings., skills: [chatting]}
"""

CERTIFICATES_FILE = """\
schema: careercli/certificates@1
certificates:
  - name: Certified Helper
    issuer: Us
    text: Vouches for care.
    skills: [writing]
    sources: [own]
    aliases: [CPH]
"""

OCCUPATIONS_FILE = """\
schema: careercli/occupations@1
occupations:
  - code: 99-1234
    title: Clerks
    wages: {p10: 31000, p25: 36000, median: 42830, p75: 50000, p90: null, source: guide#tiers}
    projection:
      start: 2024
      end: 2034
      employment: 2800.5
      projected: 2646.5
      change: -5.5
      openings: 341.7
      education: A diploma
      experience: None
      source: own
"""

WORDS_FILE = """\
schema: careercli/words@1
stop: [the, what, i, a, do]
work: [desk]
trade: [letter, letters]
answering: [helper, helpers]
leading: [lead]
occupations: [baker]
elsewhere: [cake]
places: [spain]
synonyms:
  typing: [typing, keyboard]
phrases:
  abroad:
    pattern: 'in {places}'
    means: [overview]
"""

PHRASES_FILE = """\
schema: careercli/phrases@1
classes:
  letters: [letter*, note, notes]
skills:
  writing: ["wrote .. {letters}"]
misleading: [love letter*]
"""

INTERVIEWS_FILE = """\
schema: careercli/interviews@1
questions:
  - id: letter
    skill: writing
    kind: behavior
    levels: [1, 2, 3]
    question: Which letter was hard?
    strong: One letter.
    weak: All letters.
    source: own
  - id: talk
    skill: chatting
    kind: behavior
    levels: [1, 2]
    question: Which talk was hard?
    strong: One talk.
    weak: All talks.
    source: own
  - id: lead
    skill: leading
    kind: situation
    levels: [1, 2]
    question: What would you do?
    strong: Asks first.
    weak: Waits.
    source: guide#skills
  - id: why
    kind: general
    tiers: [helper]
    for_whom: changing
    question: Why this work?
    strong: A reason.
    weak: None.
    source: own
"""

PACK: Mapping[str, str] = {
    "pack.yaml": PACK_FILE,
    "sources.yaml": SOURCES_FILE,
    "roles/helper.yaml": ROLE_FILE,
    "ladders/desk.yaml": LADDER_FILE,
    "personas/ann.yaml": PERSONA_FILE,
    "guides/helper/about.yaml": ABOUT_FILE,
    "guides/helper/market.yaml": MARKET_FILE,
    "tools.yaml": TOOLS_FILE,
    "certificates.yaml": CERTIFICATES_FILE,
    "occupations.yaml": OCCUPATIONS_FILE,
    "words.yaml": WORDS_FILE,
    "phrases.yaml": PHRASES_FILE,
    "interviews/desk.yaml": INTERVIEWS_FILE,
    "skills/writing.yaml": skill_file("writing"),
    "skills/chatting.yaml": skill_file("chatting", needs="writing", aliases="Live talk"),
    "skills/leading.yaml": skill_file("leading", group="back", needs="writing"),
}
"""A pack in which each kind of file and of reference occurs, by the paths of its files."""


def _at_the_counter(text: str) -> str:
    """Return text about the desk's ladder and its role as text about another's, which no lead is on."""
    changes = {
        "id: desk": "id: counter",
        "Help desk": "Service Counter",
        "Desk": "Counter",
        "role: helper": "role: keeper",
        "id: helper\nname: Helper": "id: keeper\nname: Keeper",
        "goals: [lead]": "goals: [chief]",
        "id: lead\n": "id: chief\n",
        "tier: lead\n": "tier: chief\n",
        "Lead\n": "Chief\n",
    }
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


COUNTER: Mapping[str, str] = {
    "pack.yaml": PACK_FILE,
    "roles/keeper.yaml": _at_the_counter(ROLE_FILE),
    "ladders/counter.yaml": _at_the_counter(LADDER_FILE),
    "guides/keeper/about.yaml": _at_the_counter(ABOUT_FILE),
    "guides/keeper/market.yaml": _at_the_counter(MARKET_FILE),
}
"""A pack to lay over the tiny one: another ladder with a role of its own, and nothing overridden."""


class Fault(NamedTuple):
    """A change to a file of the pack, and the problem that it must cause.

    ``@`` at the start of a word in ``new`` is left out of the file: it marks the place of the problem.
    Without ``old``, the file begins with ``new``; a file that is not in the pack holds nothing else.
    """

    file: str
    old: str
    new: str
    key: str
    message: str
    hint: str = ""


def write_pack(folder: Path, files: Mapping[str, str] = PACK) -> Path:
    """Write a pack into a folder, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    return folder


def pack_files(folder: Path) -> list[Path]:
    """Return the files of a pack in their order."""
    return list(map(Path, pack_paths(folder)))


def plant(folder: Path, *faults: Fault, pack: Mapping[str, str] = PACK) -> list[Problem]:
    """Write the tiny pack, or another, with faults into a folder; return the problems to expect, in order."""
    files = dict(pack)
    for number, fault in enumerate(faults):
        text = files.get(fault.file, "")
        assert text.count(fault.old) == 1 or not fault.old, f"{fault.old!r} must be in {fault.file} once"
        files[fault.file] = text.replace(fault.old, re.sub(r"(?<!\w)@", f"@{number}@", fault.new), 1)
    problems = []
    for number, fault in enumerate(faults):
        before = re.sub(r"@\d+@", "", files[fault.file].split(f"@{number}@")[0])
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        problems.append(Problem(str(folder / fault.file), line, column, fault.key, fault.message, fault.hint))
    write_pack(folder, {name: re.sub(r"@\d+@", "", text) for name, text in files.items()})
    return sorted(problems)
