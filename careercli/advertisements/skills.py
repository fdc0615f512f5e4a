"""The skills and tools that are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from careercli.advertisements.demand import STRENGTH, demand_at
from careercli.advertisements.sentences import Mark, Sentence
from careercli.domain.advertisement import AskedSkill
from careercli.formats.patterns import pattern
from careercli.reading.pieces import names

_SILENT = frozenset({"equal", "apply", "offered", "tags", "company", "terms"})
"""Parts that ask for nothing that somebody can do."""

_KEPT = frozenset({"duties", "required", "preferred"})
_ABOUT_JOB = frozenset({"person", "job", "wanted", "seeking", "must"})
_OF_READER = frozenset({"person", "seeking", "must", "job"})
_ABOUT_OTHERS = frozenset({"offer", "apply", "equal", "learnt"})
_OF_COMPANY = frozenset(["we", "our", "its", "at", "we're", "we've", "since", "founded"])

_WE = names("we our we're we've")
_TELLS, _HEAD_OF_TALK = names("is are was were has"), 3
"""How an item of a list tells of the company: "Acorn is the leading provider of"."""


def asks(sentence: Sentence, *, without_duties: bool = False) -> bool:
    """Return whether a sentence can ask for a skill: it is of the work or the reader, and of no offer.

    ``without_duties`` tells that an introduction is all that the advertisement says of the work.
    """
    cues = sentence.cues
    if sentence.part in _SILENT or cues & {"apply", "equal"} or _is_of_company(sentence):
        return False
    listed = sentence.block.kind == "item" and sentence.part in _KEPT
    if not listed and cues & _ABOUT_OTHERS and not cues & {"must", "welcome", "wanted"}:
        return False
    if sentence.part == "role" and not listed and "company" in cues and not cues & _OF_READER:
        return False  # "we hope to create a place with excellent service"
    if sentence.part != "role" or sentence.block.kind == "item" or cues & _ABOUT_JOB:
        return True
    return without_duties and "company" not in cues


def _is_of_company(sentence: Sentence) -> bool:
    """Return whether a sentence is about the employer rather than the work or the reader."""
    words, cues = sentence.words, sentence.cues
    if not words:
        return False
    if sentence.block.kind != "item":
        return words[0] in _OF_COMPANY and not cues & {"person", "seeking", "must"}
    told = words[0] in _WE or ("company" in cues and not _TELLS.isdisjoint(words[1:_HEAD_OF_TALK]))
    return told and not cues & {"person", "seeking", "must", "wanted", "welcome"}


_LEVELS = {"basic": 1, "sound": 2, "expert": 3}
"""The level that words name: awareness, working, practitioner."""

_NEAR_BEFORE, _NEAR_AFTER, _HEAD = 6, 2, 2
"""Within how many words before and after a skill, and at the beginning of a sentence, they are about it."""


_BECOMES = names("become becoming becomes")


def _level(sentence: Sentence, skill: Mark) -> int | None:
    """Return the level that the nearest words around a skill name; a sentence on tone names the lowest."""
    near = []
    for mark in sentence.of("cue"):
        before, after = skill.first - mark.end, mark.first - skill.end
        heads = mark.first < _HEAD  # of a list, as in "Strong knowledge of payments, refunds or disputes"
        near_by = sentence.words[max(0, mark.first - _NEAR_AFTER - 1) : mark.first]
        if mark.name == "expert" and not _BECOMES.isdisjoint(near_by):
            continue  # what one is to become in the job nobody has to bring
        if mark.name in _LEVELS and (before < _NEAR_BEFORE or heads) and after < _NEAR_AFTER:
            near.append((max(before, after), -_LEVELS[mark.name]))
    if near:
        return -min(near)[1]
    return _LEVELS["basic"] if "manner" in sentence.cues else None


_STARTS = (
    *("lead", "led", "manag", "oversee", "supervis", "direct", "build", "built", "grow", "scal"),
    *("develop", "evolv", "hir"),
)
_LED = (
    *("organi", "team", "department", "function", "group", "managers", "leads", "supervisors", "agents"),
    *("staff", "engineers", "specialists", "representatives"),
)
_FREES = ("allow", "enabl", "free")
_THOSE_LED = pattern(
    rf"\b(?:{'|'.join(_STARTS)})\w*\b[^.;:]{{0,60}}?"
    r"\b(?:organi[sz]ations?|teams?|departments?|functions?|groups?|managers|leads|supervisors|agents|staff|"
    r"engineers|specialists|representatives)\b,?\s+"
    r"(?:(?:that|which|who)\b(?!\s+(?:is|are)\b)|responsible for\b|"
    r"(?:handl|support|provid|spann|cover|answer|resolv)ing\b)"
    rf"|\b(?:{'|'.join(_FREES)})\w*\s+(?:our|the|other|your)\s[^.;:,]{{0,40}}?\bto\b",
    re.IGNORECASE,
)
"""How an advertisement begins to say what others do, as in "lead the team that answers calls"."""

_TELL_OTHERS = names(
    "that which who responsible handling supporting providing spanning covering answering resolving allow "
    "allows allowing enable enables enabling free frees freeing"
)
_BACK = pattern(r",\s+(?:and\s+)?(?:while\s+)?(?!includ|spann|cover|handl)[a-z]+ing\b")
"""What goes on with the reader's own work: "..., overseeing"."""

_LOOKED_AT = pattern(
    r"\b(?:audit|review|monitor|evaluat|scor|grad|calibrat)\w*\b(?!\s+and\s+(?:respon|answ|handl|resol|repl))"
    r"[^.;]{0,60}",
    re.IGNORECASE,
)
_CONTACTS = names("phone call calls voice chat chats email emails ticket tickets and or live web recorded")
"""Words for contacts: in what somebody reviews they are not what that person handles."""


def _is_looked_at(sentence: Sentence, mark: Mark) -> bool:
    """Return whether a skill is but the contacts that somebody reviews: "audit calls, chats and tickets"."""
    if not _CONTACTS.issuperset(sentence.words[mark.first : mark.end]):
        return False
    at = sentence.places[mark.first][0]
    return any(found.start() < at < found.end() for found in _LOOKED_AT.finditer(sentence.text))


def _begins(sentence: Sentence, starts: tuple[str, ...]) -> bool:
    return any(word.startswith(starts) for word in sentence.words)


def _work_of_others(sentence: Sentence) -> range:
    """Return which characters of a sentence are about what others do."""
    told = not _TELL_OTHERS.isdisjoint(sentence.words)  # what takes long is not looked for in vain
    told = told and (_begins(sentence, _FREES) or (_begins(sentence, _STARTS) and _begins(sentence, _LED)))
    found = _THOSE_LED.search(sentence.text) if told else None
    if found is None:
        return range(0)
    back = _BACK.search(sentence.text, found.end())
    return range(found.end(), back.start() if back else len(sentence.text))


def skills_of(
    sentences: Iterable[Sentence], *, without_duties: bool = False, other_work: bool = False
) -> tuple[AskedSkill, ...]:
    """Return each skill that is asked for once, by its strongest demand, in the order of the text.

    ``without_duties`` is as in :func:`asks`: where duties are listed, what the prose of an introduction
    mentions once, and nothing else asks, is talk. Of ``other_work`` so is all that is only implied once: the
    words of this work mean something else there.
    """
    found: dict[str, AskedSkill] = {}
    talk: set[str] = set()
    for sentence in sentences:
        of_others = _work_of_others(sentence)
        prose = sentence.part == "role" and sentence.block.kind == "text" and not without_duties
        prose = prose or other_work
        for mark in sentence.of("skill"):
            if sentence.places[mark.first][0] in of_others or _is_looked_at(sentence, mark):
                continue
            demand = demand_at(sentence, mark.first)
            known = found.get(mark.name)
            (talk.add if known is None and prose and demand == "implied" else talk.discard)(mark.name)
            if known is None or STRENGTH[demand] > STRENGTH[known.demand]:
                level = _level(sentence, mark)
                found[mark.name] = AskedSkill(mark.name, demand, sentence.quote(mark.first, mark.end), level)
    return tuple(asked for name, asked in found.items() if name not in talk)
