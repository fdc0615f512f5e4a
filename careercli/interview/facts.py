"""The questions about facts: who somebody is, the job, the years, the goal. Each where it matters."""

from __future__ import annotations

import re

from careercli.cli.facts import LIMITS, LONGEST_NAME
from careercli.domain.model import Catalog, Profile, Tier
from careercli.domain.placement import by_seat, by_years
from careercli.domain.titles import read_title
from careercli.domain.typed import NumberKind, typed
from careercli.formats.text import clean, one_line
from careercli.prompts.asker import Asker, Option, confirmed
from careercli.text.phrases import count, number, percent
from careercli.text.questions import FACTS as EXPLAINED

FACTS = (
    "name",
    "title",
    "employed",
    "support_years",
    "leading_years",
    "team",
    "leading_elsewhere_years",
    "part_time_share",
    "goal",
    "hours_per_week",
)

TIER_KEYS = "123456789acdefghijklmnopqrstvwxyz"
"""A key for each tier; b goes back, and u is for who does not know yet."""

_CLAUSE_ENDS = re.compile("[,:;.]")
"""Before the first of these a tier's summary says in a few words what the job is."""

_UNDECIDED = "undecided"

_NEW_TO_SUPPORT = 2.0
"""With fewer years in support than this, leading people elsewhere is worth a question."""

_TEAMS = range(int(LIMITS["people"][1]) + 1)
_SHARES = {"f": ("Yes, or nearly.", 1.0), "t": ("About three quarters of it.", 0.75)}
_SHARES |= {"h": ("About half.", 0.5), "q": ("About a quarter, or a few hours a week.", 0.25)}

_BLANK = Profile(support_years=0.0)

_LEADS_NOBODY: dict[str, object] = {"leads_people": False, "team": None}


_NUMBERS = {
    "support_years": "How many years have you worked in customer support, leading included?",
    "leading_years": "In how many of these years did you answer for other people's work?",
    "leading_elsewhere_years": "How many years have you led people outside support? 0 if none.",
    "hours_per_week": "How many hours a week can you give to getting there?",
}
"""The questions about facts that are numbers."""


class FactQuestions:
    """Asks for facts of a profile, one at a time; every answer is a change of the profile."""

    def __init__(self, catalog: Catalog, asker: Asker) -> None:
        self.catalog = catalog
        self.asker = asker

    def ask(self, fact: str, profile: Profile, *, back: bool) -> dict[str, object]:
        """Ask for a fact, one of :data:`FACTS`; ``profile`` has what is offered. Return what to change.

        Raises:
            GoBackError: with ``back``, where the person goes back.

        """
        if fact in _NUMBERS:
            return self._number(fact, profile, back=back)
        change: dict[str, object] = getattr(self, f"_ask_{fact}")(profile, back=back)
        return change

    def _ask_name(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title, explain = "What is your name?", EXPLAINED["name"]
        text = self.asker.text(title, profile.name or "", any_text, back=back, explain=explain)
        return {"name": one_line(clean(text)) or None}

    def _ask_title(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = "What is your job title, now or last?"
        text = self.asker.text(title, profile.title or "", any_text, back=back, explain=EXPLAINED["title"])
        named = one_line(clean(text)) or None
        reading = read_title(self.catalog.ladder, named)
        if reading and reading.note and named != profile.title:
            self.asker.tell(f"  About your title: {reading.note}")  # in time to say it otherwise
        return {"title": named}

    def _ask_employed(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title, default = (
            f"Is that your job now: {profile.title}?",
            "no" if profile.employed is False else "yes",
        )
        said = ("Yes, it is.", "No, I am between jobs.")
        employed = confirmed(
            self.asker, title, said, default=default, back=back, explain=EXPLAINED["employed"]
        )
        return {"employed": employed, **({} if employed else _LEADS_NOBODY)}

    def _number(self, fact: str, profile: Profile, *, back: bool) -> dict[str, object]:
        """Ask for a number within limits; Enter keeps the one that is there now, exactly."""
        kind: NumberKind = "weekly" if fact == "hours_per_week" else "years"
        low, high = LIMITS[kind]
        if fact == "leading_years":
            high = profile.support_years
        now = min(max(getattr(profile, fact), low), high)
        default = f"{now:g}"

        def check(text: str) -> str | None:
            found = typed(text, kind)
            if text == default or (found and not found.signed and low <= found.amount <= high):
                return None
            if found is None:
                examples = "2.5 or 90 min" if kind == "weekly" else "2.5 or 18 months"
                return f"Please type a number: {examples}."
            return f"Please type {low:g} to {high:g}{', such as 2.5' if high > 2.5 else ''}."

        text = self.asker.text(_NUMBERS[fact], default, check, back=back, explain=EXPLAINED[fact])
        found = None if text == default else typed(text, kind)
        amount = now if found is None else found.amount
        if fact == "support_years":
            return self._led(profile, {fact: amount, "leading_years": min(profile.leading_years, amount)})
        return self._led(profile, {fact: amount}) if fact == "leading_years" else {fact: amount}

    def _led(self, profile: Profile, change: dict[str, object]) -> dict[str, object]:
        """Return a change, with nobody led now where there is nothing any more that says so."""
        after = profile.but(**change)
        return change if self.applies("team", after) else change | _LEADS_NOBODY

    def _ask_team(self, profile: Profile, *, back: bool) -> dict[str, object]:
        title = "How many people's support work do you answer for now? 0 if nobody's."

        def check(text: str) -> str | None:
            found = typed(text, "people")
            if not text or (found and not found.signed and found.amount in _TEAMS):
                return None
            return "Please type a whole number, such as 8."

        now = "" if profile.team is None else str(profile.team)
        text = self.asker.text(title, now, check, back=back, explain=EXPLAINED["team"])
        found = typed(text, "people")
        if found is None:  # not said: the title stands for what it says
            return {"team": None, "leads_people": True}
        return {"team": int(found.amount), "leads_people": found.amount > 0}

    def _ask_part_time_share(self, profile: Profile, *, back: bool) -> dict[str, object]:
        options = [Option(key, words, key) for key, (words, _) in _SHARES.items()]
        nearest = min(_SHARES, key=lambda key: abs(_SHARES[key][1] - profile.part_time_share))
        title = "Taken together, were these years in support full time?"
        explain = EXPLAINED["part_time_share"]
        answer = self.asker.choose(title, "", options, nearest, back=back, explain=explain)
        share = profile.part_time_share if answer == nearest else _SHARES[answer][1]
        return {"part_time_share": share}

    def _ask_goal(self, profile: Profile, *, back: bool) -> dict[str, object]:
        goals = self._goals(profile)
        options = [
            Option(key, f"{tier.short}: {_CLAUSE_ENDS.split(tier.summary)[0]}.", tier.id)
            for key, tier in zip(TIER_KEYS, goals, strict=False)
        ]
        options.append(Option("u", "I don't know yet.", _UNDECIDED))
        reached = by_years(self.catalog.ladder, profile)
        default = profile.goal
        if default not in {option.value for option in options}:
            highest = max(goals, key=lambda tier: tier.rank)
            default = next((tier.id for tier in goals if tier.rank > reached), highest.id)
        title = "Where do you want to get to?"
        later = " or ".join(tier.short for tier in goals[: len(self.catalog.ladder.goals)])
        undecided = f"I don't know yet: {later} for now, whichever is nearest above where you are."
        told = (*(f"{tier.short}: {tier.summary}" for tier in goals), undecided, "", EXPLAINED["goal"])
        explain = "\n".join(told)
        answer = self.asker.choose(title, "", options, default, back=back, explain=explain)
        return {"goal": None if answer == _UNDECIDED else answer}

    def _goals(self, profile: Profile) -> list[Tier]:
        """Return the tiers to aim at: those that the ladder offers first, then the others above rank 1.

        Those below the job held are left out, unless one of them is the goal so far.
        """
        ladder = self.catalog.ladder
        held = by_seat(ladder, profile, read_title(ladder, profile.title))
        lowest = max(held.rank if held else 0, 2)
        first = [ladder.tier(goal) for goal in ladder.goals]
        others = (tier for tier in ladder.tiers if tier not in first and tier.rank >= lowest)
        goals = [tier for tier in (*first, *others) if tier.rank >= lowest or tier.id == profile.goal]
        return goals[: len(TIER_KEYS)]

    def worth_asking(self, profile: Profile) -> list[str]:
        """Return the facts that have to be asked of somebody with these answers, in order."""
        return [fact for fact in FACTS if self.applies(fact, profile)]

    def applies(self, fact: str, profile: Profile) -> bool:
        """Return whether a fact has to be asked after the answers before it."""
        title = read_title(self.catalog.ladder, profile.title)
        named = title.tier if title else None
        leads = profile.leading_years > 0 or (named is not None and named.leads_people)
        worth_asking = {
            "employed": title is not None,
            "leading_years": profile.support_years > 0,
            "team": leads and profile.employed is not False,
            "leading_elsewhere_years": named is None or profile.support_years < _NEW_TO_SUPPORT,
            "part_time_share": self._part_time_matters(profile),
            "goal": bool(self._goals(profile)),
        }
        return worth_asking.get(fact, True)

    def _part_time_matters(self, profile: Profile) -> bool:
        """Return whether it would change what years allow if they had been worked at half of full time."""
        full, half = (
            by_years(self.catalog.ladder, profile.but(part_time_share=share)) for share in (1.0, 0.5)
        )
        return full != half


def known_facts(profile: Profile, blank: Profile = _BLANK) -> frozenset[str]:
    """Return the facts that were answered before: all up to the last that is not as it was at the start."""
    given = [index for index, name in enumerate(FACTS) if getattr(profile, name) != getattr(blank, name)]
    return frozenset(FACTS[: given[-1] + 1] if given else ())


def facts_sentence(profile: Profile) -> str:
    """Return the facts of a profile in one sentence, to show what an interview starts from."""
    who = [word for word in (profile.name, profile.title) if word]
    facts = [f"{_years(profile.support_years)} in support"]
    if profile.leading_years:
        facts.append(f"{_years(profile.leading_years)} leading")
    if profile.leading_elsewhere_years:
        facts.append(f"{_years(profile.leading_elsewhere_years)} leading elsewhere")
    if profile.part_time_share < 1:
        facts.append(f"at {percent(profile.part_time_share)} of full time")
    if profile.team:
        facts.append(f"a team of {profile.team}")
    if profile.employed is False:
        facts.append("between jobs")
    rated = f"{count(len(profile.skills), 'skill')} rated" if profile.skills else "no skills rated yet"
    return f"{', '.join([*who, *facts])}; {rated}."


def _years(amount: float) -> str:
    return f"{number(amount) if amount else 'no'} {'year' if amount == 1 else 'years'}"


def any_text(text: str) -> str | None:
    """Return what is wrong with a text as an answer, or None."""
    if len(text) > LONGEST_NAME:
        return f"That is longer than {LONGEST_NAME} characters; a shorter form will do."
    return None
