"""Names, addresses and numbers of other people, taken out of what somebody wrote.

No list knows all names, so this goes by how they are written, and takes out too much rather than too little.
What is written small like any other word, such as a company in small letters, it cannot tell: read it over.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Callable, Iterable
from typing import Any

from careercli.domain.advertisement import Advertisement, Quote
from careercli.domain.bullets import begins_with_a_verb
from careercli.domain.values import Value

NAME, NUMBER, ADDRESS = "[name]", "[number]", "[address]"

_ADDRESS = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+|\b[\w-]+\.(?:com|org|net|io|co|de|uk|in|ph|example)\b(?:/\S*)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"#\s?\w*\d\w*|\+\d[\d ().-]{6,}\d|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|"
    r"\b(?:case|ticket|order|account|customer|incident|phone|call|invoice)s?\s(?:no\.?\s|number\s)?\d{4,}|"
    r"\b(?=\w*\d)(?=\w*[A-Za-z])[A-Z0-9]{2,}-?[A-Z0-9]{3,}\b"
)
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2})?: ")
_WORD = re.compile(r"[^\W\d_][\w&'\u2019-]*")
_CALENDAR = (
    *month_name,
    *day_name,
    "Christmas",
    "Easter",
    "I",
    "US",
    "UK",
    "EU",
    "OK",
    "FY",
    "Q1",
    "Q2",
    "Q3",
    "Q4",
)
_SHORT = frozenset(
    """
    CSAT NPS CES SLA SLAS AHT FCR ASA KPI KPIS QA QM CRM FAQ FAQS API APIS SQL HTML CSV PDF VPN IVR WFM BPO
    CX UX HR IT PIP OKR OKRS B2B B2C SAAS PCI GDPR HIPAA AI ENPS EUR USD GBP INR PHP ELT COO CEO CTO VP
    PHONE
    """.split()  # noqa: SIM905 - so many words are easier to read so
)


class Others:
    """Takes other people out of texts.

    ``known`` are names that may stay, as they are written: tools, skills, jobs. ``employers`` go wherever
    they stand.
    """

    def __init__(self, known: Iterable[str], employers: Iterable[str] = ()) -> None:
        self._known = {name.casefold() for name in (*known, *_CALENDAR) if name}
        self._words = {
            word.casefold() for name in self._known for word in _WORD.findall(name) if " " not in name
        }
        self._all_words = {word for name in self._known for word in _WORD.findall(name)}
        parts = [re.escape(name) for name in employers if name.strip()]
        self._employers = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    def __call__(self, text: str) -> str:
        """Return what somebody wrote without other people, line by line; the day before a line stays."""
        return "\n".join(map(self._line, text.split("\n")))

    def title(self, text: str) -> str:
        """Return the title of a job without the firm that may stand in it."""
        return self._names(self._plain(text), first=False)

    def advertisement(self, ad: Advertisement) -> Advertisement:
        """Return an ad without who offers it: in its title, and wherever it is quoted."""
        cleared: Advertisement = _cleared(ad, self._plain)
        return cleared.but(employer=None, title=self.title(ad.title) if ad.title else ad.title)

    def _line(self, line: str) -> str:
        dated = _DAY.match(line)
        end = dated.end() if dated else 0
        return line[:end] + self._names(self._plain(line[end:]), first=True)

    def _plain(self, text: str) -> str:
        text = _NUMBER.sub(NUMBER, _ADDRESS.sub(ADDRESS, text))
        return self._employers.sub(NAME, text) if self._employers else text

    def _names(self, text: str, *, first: bool) -> str:
        """Return a text without names; of words that begin a sentence only what is no plain word is one."""
        small = {word for word in _WORD.findall(text) if word[0].islower()}
        out, at, run = [], 0, ""
        for match in _WORD.finditer(text):
            before = text[at : match.start()]
            word = match[0]
            begins = first and (
                not text[: match.start()].strip() or bool(re.search(r"[.!?]\s+$", text[: match.start()]))
            )
            name = self._is_name(word, text, match, begins=begins, first=first, small=small)
            if name and run and not before.strip():
                at = match.end()
                continue
            out += [before, NAME if name else word]
            run = NAME if name else ""
            at = match.end()
        return "".join([*out, text[at:]])

    def _is_name(
        self, word: str, text: str, match: re.Match[str], *, begins: bool, first: bool, small: set[str]
    ) -> bool:
        if not word[0].isupper() or text[match.start() - 1 : match.start()] == "[":
            return False
        plain = word.removesuffix("'s").removesuffix("\u2019s")
        fine = self._words if first else self._all_words  # of a title each word may be one of a job
        if plain.casefold() in fine or plain.upper() in _SHORT or self._in_phrase(text, match):
            return False
        if begins:
            return not (begins_with_a_verb(word) or word.casefold() in small or word.casefold() in _OPENERS)
        return True

    def _in_phrase(self, text: str, match: re.Match[str]) -> bool:
        """Return whether a word stands in a known name of several words."""
        near = text[max(match.start() - _LONGEST, 0) : match.end() + _LONGEST].casefold()
        word = match[0].casefold()
        return any(word in name and name in near for name in self._known if " " in name)


_LONGEST = 40
_OPENERS = frozenset(
    """
    a an the my our we he she they i it in on at by for with from after before during since when while as no
    not all every each both two three four five six seven eight nine ten first second last half most many
    some new now then this that these those there how what who one customer customers team agents weekly
    daily monthly
    call thanks see ask calls tickets chats emails
    """.split()  # noqa: SIM905 - so many words are easier to read so
)


def _cleared(value: Any, clear: Callable[[str], str]) -> Any:
    """Return an ad, or a part of one, with every quote in it cleared."""
    if isinstance(value, Quote):
        return value.but(words=clear(value.words))
    if isinstance(value, tuple):
        return tuple(_cleared(each, clear) for each in value)
    if isinstance(value, Value) and type(value).__module__ == Advertisement.__module__:
        return value.but(**{name: _cleared(getattr(value, name), clear) for name in value.__struct_fields__})
    return value
