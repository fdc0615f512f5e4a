"""Several advertisements beside one person: which to apply for, what they ask together, what opens most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePath

from careercli import __version__
from careercli.domain.match import Match
from careercli.domain.matches import Common, Matches
from careercli.domain.model import Skill
from careercli.pages.blocks import Block, Grid, Item, Paragraph, Title
from careercli.pages.document_blocks import Chapter, Handout, chapter, screen
from careercli.text.match import STATES, VERDICTS, job, lacking, reasons
from careercli.text.phrases import capital, count, day, inside, listed, listed_first

_COMMON = 12
"""So many of the things that they ask together are shown."""

_NAMED = 4
"""So many advertisements are named in a sentence."""


def matches_view(matches: Matches, skills: Mapping[str, Skill]) -> list[Block]:
    """Return several advertisements as a screen: a table by verdict, then what they ask together."""
    return screen(matches_page(matches, skills))


def matches_page(matches: Matches, skills: Mapping[str, Skill]) -> Handout:
    """Return several advertisements as a document."""
    as_of = matches.assessment.as_of
    return Handout(
        title=f"{count(len(matches.matches), 'advertisement')}, {day(as_of)}",
        version=__version__,
        as_of=as_of,
        style="report",
        head=tuple(_head(matches)),
        chapters=tuple(_chapters(matches, skills)),
        foot="",
    )


def _head(matches: Matches) -> Iterator[Block]:
    yield Title(count(len(matches.matches), "advertisement"), _counted(matches))
    if matches.matches:
        names = _names(matches)
        rows = tuple(_row(match, names[match.ad.name]) for match in matches.matches)
        yield Grid(("Job", "Verdict", "Asks for", "Lacking"), rows)
    if not all(match.certain for match in matches.matches):
        yield Paragraph("(?) is not sure until you rate more.", quiet=True)


def _names(matches: Matches) -> dict[str, str]:
    """Return what each advertisement is called, by its file; those called the same have it behind."""
    called = Counter(job(match.ad) for match in matches.matches)
    return {
        match.ad.name: f"{job(match.ad)} ({PurePath(match.ad.name).name})"
        if called[job(match.ad)] > 1
        else job(match.ad)
        for match in matches.matches
    }


def _row(match: Match, name: str) -> tuple[str, ...]:
    tier = match.ad.tier
    asks = tier.short if tier else "another line" if match.ad.line_of_work == "other" else "no tier"
    sure = "" if match.certain else " (?)"
    return (name, f"{VERDICTS[match.verdict]}{sure}", asks, lacking(match))


def _counted(matches: Matches) -> str:
    said = []
    for verdict, name in VERDICTS.items():
        amount = sum(match.verdict == verdict for match in matches.matches)
        if amount:
            said.append(f"{amount} {name.lower()}")
    return listed(said)


def _chapters(matches: Matches, skills: Mapping[str, Skill]) -> Iterator[Chapter]:
    if matches.matches:
        names = _names(matches)
        why = (Item(reasons(match)[0], names[match.ad.name]) for match in matches.matches)
        yield chapter("why", "Why", why)
    if matches.common:
        yield chapter("common", "What they ask together", _common(matches, skills))
    if matches.on_ladder:
        yield chapter("opening", "What would open most", [Paragraph(_opening(matches, skills))])
    if matches.unread:
        items = (Item(f"{each.message} {each.hint}".strip()) for each in matches.unread)
        yield chapter("unread", f"Not read: {count(len(matches.unread), 'file')}", items)


def _common(matches: Matches, skills: Mapping[str, Skill]) -> Iterator[Block]:
    lacking = [each for each in matches.common if each.state in {"missing", "short"}]
    rest = [each for each in matches.common if each not in lacking]
    for each in (*lacking, *rest)[:_COMMON]:
        yield Item(_asked(each, matches.on_ladder, skills))
    if len(matches.common) > _COMMON:
        yield Paragraph(f"And {len(matches.common) - _COMMON} more that they share.", quiet=True)


def _asked(each: Common, ads: int, skills: Mapping[str, Skill]) -> str:
    """Return how many ask for something, as in ``11 of 14 ask for Zendesk``, and how it stands."""
    name = each.name if each.kind == "tool" else inside(skills[each.name].name)
    verb = "asks" if each.ads == 1 else "ask"
    required = f", {each.required} require it" if 0 < each.required < each.ads else ""
    asked = f"{each.ads} of {ads} {verb} for {name}{required}"
    if each.state is None:
        return f"{asked}."
    if each.kind == "tool":
        return f"{asked}: your evidence names it."
    if each.state == "unrated":
        return f"{asked}: you have not rated it."
    return f"{asked}: {STATES[each.state]}, you have {each.have} of {each.need}."


def _opening(matches: Matches, skills: Mapping[str, Skill]) -> str:
    found = matches.opening
    shut = sum(match.verdict in {"stretch", "not-yet"} for match in matches.matches)
    if not shut:
        return "Nothing: you fit every one of them as it is."
    if found is None:
        return "No single skill makes a verdict better: it is years, the tier, or several skills together."
    names = _names(matches)
    opened = listed_first([names[name] for name in found.ads], _NAMED)
    step = f"{capital(skills[found.skill].name)} from {found.have} to {found.to}"
    return f"{step} makes {count(len(found.ads), 'verdict')} better: {opened}."
