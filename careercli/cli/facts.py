"""Facts about a person as options: what they are called, and what they make of a profile."""

import msgspec

from careercli.cli.amounts import LIMITS, amount
from careercli.domain.model import Catalog, Profile
from careercli.domain.typed import NumberKind
from careercli.errors import UsageError
from careercli.formats.document import shortened
from careercli.formats.lookup import find_skill, find_tier
from careercli.formats.text import clean, one_line

__all__ = ["FACTS", "LIMITS", "LONGEST_NAME", "FactOption", "Facts"]

LONGEST_NAME = 200


_NAMES = {"--skill": "skills"}
"""What :class:`Facts` calls a fact of which there may be several."""


class FactOption(msgspec.Struct, frozen=True):
    """A fact as it can be given: its option, its line in the help, and how it is typed."""

    option: str
    help: str
    metavar: str | None = None
    kind: NumberKind | None = None

    @property
    def name(self) -> str:
        """What :class:`Facts` calls it."""
        return _NAMES.get(self.option) or self.option.partition("/")[0].strip("-").replace("-", "_")


FACTS = (
    FactOption("--title", "Job title.", "TEXT"),
    FactOption(
        "--support-years", "Years of customer support in any seat, leading ones included.", "N", "years"
    ),
    FactOption("--leading-years", "Years of answering for other people's support work.", "N", "years"),
    FactOption(
        "--leading-elsewhere-years", "Years of leading people outside customer support.", "N", "years"
    ),
    FactOption("--part-time", "The share of full time that the years were, as 0.6 or 60%.", "SHARE", "share"),
    FactOption("--employed/--between-jobs", "Whether there is a job now."),
    FactOption("--team", "How many people's support work is answered for now.", "N"),
    FactOption("--leads/--no-leads", "Whether people are led now."),
    FactOption("--skill", "A skill's level from 0 to 4; repeatable.", "ID=LEVEL"),
    FactOption("--goal", "The tier to aim at.", "TIER"),
    FactOption("--hours", "Hours a week for the plan; else your setting, or 4.", "N", "weekly"),
)
"""Every fact in the order of the help; a switch has no placeholder, an amount that is copied its kind."""

_FIELDS = {"part_time": "part_time_share", "hours": "hours_per_week"}
"""What a profile calls a fact that has another name there."""


class Facts(msgspec.Struct):
    """What a person gave as options, as typed. With ``relative``, ``+2`` adds to what the profile says."""

    title: str | None = None
    support_years: str | None = None
    leading_years: str | None = None
    leading_elsewhere_years: str | None = None
    part_time: str | None = None
    employed: bool | None = None
    team: str | None = None
    leads: bool | None = None
    skills: list[str] = []
    goal: str | None = None
    hours: str | None = None

    @property
    def given(self) -> bool:
        """Whether any fact was given."""
        return self != Facts()

    @property
    def as_options(self) -> list[str]:
        """The same facts as somebody would type them again."""
        values = ((fact.option, getattr(self, fact.name)) for fact in FACTS)
        typed = [word for option, value in values if isinstance(value, str) for word in (option, value)]
        switches = [
            option
            for fact in FACTS
            for option, way in zip(fact.option.split("/"), (True, False), strict=False)
            if getattr(self, fact.name) is way
        ]
        return [*typed, *switches, *(word for pair in self.skills for word in ("--skill", pair))]

    def over(self, profile: Profile, catalog: Catalog, *, relative: bool = False) -> Profile:
        """Return the profile with these facts in place of its own.

        Raises:
            UsageError: a value is not one, or out of its range.
            NotFoundError: a skill or tier is not known; says the nearest.

        """
        changes: dict[str, object] = {}
        if self.title is not None:
            title = one_line(clean(self.title))
            if len(title) > LONGEST_NAME:
                raise UsageError(f"--title takes up to {LONGEST_NAME} characters.")
            changes["title"] = title or None
        for fact in FACTS:
            text = getattr(self, fact.name)
            if fact.kind is not None and text is not None:
                field = _FIELDS.get(fact.name, fact.name)
                now = getattr(profile, field)
                changes[field] = amount(fact.option, text, fact.kind, now, relative=relative)
        changes |= self._job(profile, relative=relative)
        if self.goal is not None:
            changes["goal"] = find_tier(catalog, self.goal).id
        if self.skills:
            changes["skills"] = self._skills(profile, catalog, relative=relative)
            rated = set(changes["skills"]) if isinstance(changes["skills"], dict) else set()
            changes["not_applicable"] = {
                skill: reason for skill, reason in profile.not_applicable.items() if skill not in rated
            }
        return msgspec.structs.replace(profile, **changes)

    def _job(self, profile: Profile, *, relative: bool) -> dict[str, object]:
        """Return what is said of the job held now, with what the profile says against it taken back."""
        out: dict[str, object] = {}
        if self.leads and self.employed is False:
            raise UsageError(
                "--between-jobs and --leads contradict each other.",
                hint="Years of leading count without a job, too: --leading-years.",
            )
        if self.team is not None:
            team = amount("--team", self.team, "people", profile.team or 0, relative=relative)
            if not team.is_integer():
                raise UsageError(f"--team takes a whole number of people, not {shortened(self.team)}.")
            for option, said in (("--between-jobs", self.employed), ("--no-leads", self.leads)):
                if team and said is False:
                    hint = "Without a team leave --team out, or say --team 0."
                    raise UsageError(f"{option} and --team {team:g} contradict each other.", hint=hint)
            out |= {"team": int(team), "leads_people": team > 0}
            if team and profile.employed is False:
                out["employed"] = True
        if self.employed is not None:
            out["employed"] = self.employed
            if not self.employed:
                out |= {"team": None, "leads_people": False} if self.team is None else {}
        if self.leads is not None:
            out["leads_people"] = self.leads
            if self.leads and profile.employed is False:
                out["employed"] = True
            if self.team is None and bool(profile.team) is not self.leads:
                out["team"] = None
        return out

    def _skills(self, profile: Profile, catalog: Catalog, *, relative: bool) -> dict[str, int]:
        levels = dict(profile.skills)
        seen: dict[str, str] = {}
        for pair in self.skills:
            name, separator, text = pair.rpartition("=")
            if not separator or not name.strip():
                raise UsageError(
                    f"--skill takes ID=LEVEL, not '{shortened(pair)}'.", hint="As in --skill ticketing=2."
                )
            skill = find_skill(catalog, name)
            if skill in seen:
                raise UsageError(f"--skill names {skill} twice: '{seen[skill]}' and '{shortened(pair)}'.")
            seen[skill] = shortened(pair)
            level = amount(
                f"--skill {shortened(name)}", text, "level", levels.get(skill, 0), relative=relative
            )
            if not level.is_integer():
                raise UsageError(
                    f"--skill {shortened(name)} takes a whole level from 0 to 4, not {shortened(text)}."
                )
            levels[skill] = int(level)
        return levels
