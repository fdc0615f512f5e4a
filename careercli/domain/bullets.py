"""Lines for a résumé, out of evidence: doubles merged, in the order of an aim, with what they lack.

Nothing is added to what the person wrote: a line is theirs, without the "I" before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from careercli.domain.advertisement import Advertisement, Demand
from careercli.domain.model import Profile, Skills, Tier
from careercli.domain.portfolio import compares, counts, evidence_line, evidence_of
from careercli.domain.steps import LONGEST_EVIDENCE
from careercli.domain.values import Value

Lack = Literal["action", "number", "time", "change"]
"""What makes a line weak: it does not say what one did, how many, over what time, or what changed."""

_FIRST_PERSON = re.compile(r"(?:I have|I've|I was able to|I)\s+(?=\w)", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:days?|weeks?|months?|quarters?|years?|daily|weekly|monthly|yearly|quarterly|"
    r"per day|a day|a week|a month|a year|since|hours?|minutes?|shift|season|peak)\b",
    re.IGNORECASE,
)
_VERBS = frozenset(
    """
    am answer are became began bought broke brought build built calm caught check chose coach collect
    cover cut dealt define design did draft draw drew drove explain fed felt fix follow fought found
    gave give got grew guide handed handle heard held help hid hire hit hold interview keep kept knew
    laid lead led left lent let listen look made maintain manage mark meant measure mentor met negotiate
    organise organize oversaw own paid plan prepare present put ran read rebuild rebuilt rehearse reset
    resolve review rewrote rose run said sat saw schedule sell sent set settle share shook show showed
    solve sort speak spent split spoke stood stuck supervise support swept take taught teach test
    thought told took track train translate travel turn understood undertook went withdrew won wore work
    write wrote
    """.split()  # noqa: SIM905 - a list of so many words is easier to read so
)
_SORE = re.compile(
    r"\b(?:nervous|not done|have not|haven't|did not|didn't|somebody else|someone else|told that I|survived|"
    r"failed|two attempts|passed over|warning|too late|weeks late|wish I|afraid)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_]+")


class Bullet(Value):
    """A line for a résumé, and every piece of evidence that says it.

    ``skills`` are those it shows, that which weighs most first. ``gate`` tells whether one of them is a
    must-have of the aim, ``weight`` how much the aim weighs it, 0 where it does not ask for it.
    """

    text: str
    evidence: tuple[tuple[str, str], ...]
    skills: tuple[str, ...]
    day: date | None
    gate: bool
    weight: int
    lacks: tuple[Lack, ...]

    @property
    def weak(self) -> bool:
        """Whether somebody who hires would ask for more: neither a result nor a number with its time."""
        return "change" in self.lacks and bool({"number", "time"} & set(self.lacks))

    @property
    def sore(self) -> bool:
        """Whether it says something that nobody puts on a résumé, such as what did not work out."""
        return bool(_SORE.search(self.text))


_DEMANDS: Mapping[Demand, int] = {"required": 3, "preferred": 2, "implied": 1}


def weights_for(tier: Tier | None, ad: Advertisement | None) -> tuple[dict[str, int], frozenset[str]]:
    """Return how much each skill weighs for an aim, and which are must-haves; an ad before a tier."""
    if ad is not None:
        weights = {asked.skill: _DEMANDS[asked.demand] for asked in ad.skills}
        return weights, frozenset(
            skill for skill, weight in weights.items() if weight == _DEMANDS["required"]
        )
    if tier is None:
        return {}, frozenset()
    return {ask.skill: ask.weight for ask in tier.asks}, frozenset(tier.gate_skills)


def bullets(
    profile: Profile, skills: Skills, tier: Tier | None = None, ad: Advertisement | None = None
) -> tuple[Bullet, ...]:
    """Return a line for everything that somebody can show, what the aim weighs most first."""
    weights, gates = weights_for(tier, ad)
    found: list[Bullet] = []
    for skill in skills:
        for line in evidence_of(profile, skill):
            text = without_i(line.text)
            made = Bullet(
                text,
                ((skill, line.text),),
                (skill,),
                line.day,
                skill in gates,
                weights.get(skill, 0),
                lacks_of(text, line.day),
            )
            same = next((at for at, other in enumerate(found) if says_the_same(other.text, text)), None)
            if same is None:
                found.append(made)
            else:
                found[same] = _merged(found[same], made)
    order = {skill: place for place, skill in enumerate(skills)}
    return tuple(
        sorted(
            found,
            key=lambda bullet: (
                not bullet.gate,
                -bullet.weight,
                bullet.weak,
                len(bullet.lacks),
                -(bullet.day or date.min).toordinal(),
                order[bullet.skills[0]],
                bullet.text,
            ),
        )
    )


def _merged(one: Bullet, other: Bullet) -> Bullet:
    """Return two lines that say the same as one, in the words that say more."""
    longer = max((one, other), key=lambda bullet: (-len(bullet.lacks), len(bullet.text)))
    first, second = sorted((one, other), key=lambda bullet: (not bullet.gate, -bullet.weight))
    return longer.but(
        evidence=(*longer.evidence, *(other if longer is one else one).evidence),
        skills=tuple(dict.fromkeys((*first.skills, *second.skills))),
        day=max(filter(None, (one.day, other.day)), default=None),
        gate=first.gate,
        weight=first.weight,
    )


def without_i(text: str) -> str:
    """Return a line as a résumé has it: no "I" before it, no full stop behind it, a capital letter."""
    line = text.strip()
    if said := _FIRST_PERSON.match(line):
        line = line[said.end() :]
    line = line.rstrip(" .;")
    return line[:1].upper() + line[1:]


def lacks_of(text: str, day: date | None = None) -> tuple[Lack, ...]:
    """Return what a line does not say and somebody who hires would ask."""
    out: list[Lack] = []
    if not begins_with_a_verb(text):
        out.append("action")
    if not counts(text):
        out.append("number")
    elif day is None and not _TIME.search(text):
        out.append("time")
    if not compares(text):
        out.append("change")
    return tuple(out)


def begins_with_a_verb(text: str) -> bool:
    """Return whether the first word, or the second after an adverb, is one for what somebody does."""
    words = [word.casefold() for word in _LETTER.findall(text)[:2]]
    if words and words[0].endswith("ly"):
        words = words[1:]
    if not words:
        return False
    plain = words[0].removesuffix("s")  # what somebody does, told of themselves by another
    return bool({words[0], plain} & _VERBS) or (words[0].endswith("ed") and len(words[0]) > len("red"))


def says_the_same(one: str, other: str) -> bool:
    """Return whether two lines say the same: one has the other's words in their order, and little besides.

    What is left over may only be little words: another number, name or thing is another thing done.
    """
    a, b = sorted((_LETTER.findall(text.casefold()) for text in (one, other)), key=len)
    if a == b:
        return True
    rest = iter(b)
    if len(a) <= _FEW or not all(word in rest for word in a):
        return False
    more = list(b)
    for word in a:
        more.remove(word)
    return len(a) * 2 > len(b) or set(more) <= _LITTLE


_FEW = 3
"""A line of so few words may stand in another by chance."""

_LITTLE = frozenset({"a", "an", "and", "also", "in", "of", "the", "to", "with", "then", "there"})


def with_more(profile: Profile, skill: str, line: str, answer: str) -> Profile | None:
    """Return a profile in which a line of evidence says an answer about it as well.

    None where there is no such line any more, or where that would be more than a profile keeps of a skill.
    """
    lines = profile.evidence.get(skill, "").splitlines()
    place = next((at for at, each in enumerate(lines) if evidence_line(each)[1] == line), None)
    if place is None:
        return None
    lines[place] = f"{lines[place].rstrip(' .;')}; {answer}"
    text = "\n".join(lines)
    if len(text) > LONGEST_EVIDENCE:
        return None
    return profile.but(evidence={**profile.evidence, skill: text})
