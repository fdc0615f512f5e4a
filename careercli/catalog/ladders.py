"""What must hold of a ladder, and why it must."""

from collections.abc import Iterator

import msgspec

from careercli.catalog import formats
from careercli.catalog.compiler import Overlay, declared_by, short_forms
from careercli.catalog.references import MOST_SLIPS, unknown
from careercli.catalog.title_grammar import grammar_problems, needless_aliases
from careercli.domain.ladder import carry
from careercli.domain.names import nearest
from careercli.domain.requirements import Ask, Requirement
from careercli.domain.title_words import Lexicon, in_one_form
from careercli.errors import Problem
from careercli.formats.document import Document, KeyPath

MOST_GATES = 8
"""How many gates a tier has at most: more are a list of requirements, and nobody shows all of them."""

LARGE_TIER = 20
"""From how many requirements on a tier has room for all: in fewer, each has to weigh something."""

LARGEST_SHARE = 20
"""The part of a large tier's weight that one requirement has at most is one in so many: 5 %."""


class LadderChecks:
    """The checks of one ladder."""

    def __init__(self, document: Document, ladder: formats.LadderFile, laid: Overlay) -> None:
        self.document = document
        self.ladder = ladder
        self.tiers = list(enumerate(ladder.tiers))
        self.laid = laid
        self.place = {tier.id: index for index, tier in reversed(self.tiers)}
        self.leads = [tier.seat != "agent" for tier in ladder.tiers]
        self.doubtful = _meant(ladder, laid)
        """Skills that something else is told of already: gates of them are not told on top."""

        self.found: list[Problem] = []

    def problems(self) -> list[Problem]:
        """Return everything wrong with the ladder."""
        self._tiers()
        self._goals()
        self._titles()
        self.found += grammar_problems(self.document, self.ladder)
        self._through()
        self._rises()
        self._seats()
        for clock in ("support_years", "leading_years"):
            self._floors(clock)
        self._leading()
        asks = self._asks()
        for index, asked in enumerate(asks):
            self._gates(index, {ask.skill: ask for ask in asked})
            if index:
                self._weights(index, asked)
        return self.found or list(needless_aliases(self.document, self.ladder))

    def report(self, path: KeyPath, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.found.append(self.document.problem(path, message, hint))

    def _tiers(self) -> None:
        seen: set[str] = set()
        for index, tier in self.tiers:
            path: KeyPath = ("tiers", index)
            if tier.id in seen:
                self.report((*path, "id"), f"the tier '{tier.id}' is there twice", "Give each its own id.")
            seen.add(tier.id)
            named: set[str] = set()
            for place, requirement in enumerate(tier.requirements):
                if requirement.skill in named:
                    message = f"'{requirement.skill}' is required twice by this tier"
                    self.report((*path, "requirements", place, "skill"), message, "Keep one of the two.")
                    self.doubtful.add(requirement.skill)
                named.add(requirement.skill)
        if not self.ladder.tiers[0].requirements:
            self.report(
                ("tiers", 0, "requirements"), "is empty", "The first tier asks for at least one skill."
            )

    def _goals(self) -> None:
        seen: set[str] = set()
        for index, goal in enumerate(self.ladder.goals):
            if goal not in self.place:
                self.report(("goals", index), *unknown("tier", goal, self.place))
            elif goal in seen:
                self.report(("goals", index), f"the goal '{goal}' is there twice", "Keep one of the two.")
            seen.add(goal)
        top = self.ladder.tiers[-1].id
        if not self.found and top not in self.ladder.goals:
            # Whoever is past the other goals would have nothing to plan for.
            self.report(("goals",), f"leaves out the highest tier, '{top}'", f"Add {top} as the last goal.")

    def _titles(self) -> None:
        """Report names that two tiers claim: such a name would mean neither."""
        lexicon = Lexicon(in_one_form(self.ladder.grammar), short_forms(self.ladder))
        own: list[tuple[KeyPath, str, str]] = []
        also: list[tuple[KeyPath, str, str]] = []
        for index, tier in self.tiers:
            own.extend(
                (("tiers", index, key), getattr(tier, key), tier.id) for key in ("id", "title", "short")
            )
            also.extend(
                (("tiers", index, "titles", place), name, tier.id) for place, name in enumerate(tier.titles)
            )
        owner: dict[str, str] = {}
        for path, name, tier_id in (*own, *also):
            first = owner.setdefault(lexicon.key(name), tier_id)
            if first != tier_id:
                self.report(path, f"'{name}' already names the tier {first}", "Leave it to one of the two.")
        taken = {
            lexicon.key(name): f"the tier {tier.id}"
            for tier in self.ladder.tiers
            for name in (tier.title, *tier.titles)
        }
        for path, name in self._beside():
            other = taken.get(lexicon.key(name))
            if other:
                self.report(path, f"'{name}' also names {other}", "Choose one.")
            elif path[0] == "look_alikes":
                taken[lexicon.key(name)] = "another job, under look_alikes"

    def _beside(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield the titles that name no tier: those of other jobs, then those of seats beside the ladder."""
        for index, entry in enumerate(self.ladder.look_alikes):
            yield from ((("look_alikes", index, "titles", at), name) for at, name in enumerate(entry.titles))
        yield from ((("adjacent", at), name) for at, name in enumerate(self.ladder.adjacent))

    def _through(self) -> None:
        """Report requirements that end before they begin, or nowhere."""
        for index, tier in self.tiers:
            for place, entry in enumerate(tier.requirements):
                if entry.through is not None:
                    path = ("tiers", index, "requirements", place, "through")
                    if not self._names_tier(path, entry.through, lowest=index):
                        self.doubtful.add(entry.skill)

    def _names_tier(self, path: KeyPath, name: str, *, lowest: int = 0, highest: int | None = None) -> bool:
        """Report a name that is that of no tier from ``lowest`` to ``highest``; return whether it is."""
        at = self.place.get(name)
        here = self.ladder.tiers[lowest if highest is None else highest].id
        if at is None:
            self.report(path, *unknown("tier", name, self.place))
        elif at < lowest:
            self.report(path, f"'{name}' is below this tier", f"Name {here}, or a tier above it.")
        elif highest is not None and at > highest:
            self.report(path, f"'{name}' is above this tier", f"Name {here}, or a tier below it that leads.")
        else:
            return True
        return False

    def _rises(self) -> None:
        """Report what sinks on the way up; a requirement can end, and after that it begins anew."""
        latest: dict[str, tuple[formats.RequirementEntry, str]] = {}
        for index, tier in self.tiers:
            for place, entry in enumerate(tier.requirements):
                below, where = latest.get(entry.skill, (entry, ""))
                if where == tier.id:
                    continue  # twice in one tier, which is told already
                ended = below.through is not None and self.place.get(below.through, index) < index
                if entry.level < below.level and not ended:
                    message = f"lowers {entry.skill} to {entry.level}, which {where} asks at {below.level}"
                    hint = f"Ask for {below.level} or more, or end it below with through."
                    self.report(("tiers", index, "requirements", place, "level"), message, hint)
                    self.doubtful.add(entry.skill)
                latest[entry.skill] = (entry, tier.id)

    def _seats(self) -> None:
        """Report agents above those who lead, and what is said of leading where nobody is led."""
        for index, tier in self.tiers:
            path: KeyPath = ("tiers", index)
            if self.leads[index]:
                self._small_team(index, tier)
                continue
            if any(self.leads[:index]):
                message = "is the seat of an agent above one that leads"
                self.report((*path, "seat"), message, "Once a tier leads, all above it do.")
            for key in ("small_team", "leading_elsewhere"):
                if getattr(tier, key):
                    message = "is for tiers that lead, and this is the seat of an agent"
                    self.report((*path, key), message, "Leave it out.")

    def _small_team(self, index: int, tier: formats.TierEntry) -> None:
        path: KeyPath = ("tiers", index, "small_team")
        if tier.small_team is None or not self._names_tier(path, tier.small_team, highest=index):
            return
        if not self.leads[self.place[tier.small_team]]:
            first = self.ladder.tiers[self.leads.index(True)].id
            message = f"'{tier.small_team}' leads nobody"
            self.report(path, message, f"Name a tier from {first} to {tier.id}.")

    def _floors(self, clock: str) -> None:
        """Report floors that keep beginners out, or fall: the years of a tier are enough for all below."""
        lowest, where = 0.0, ""
        for index, tier in self.tiers:
            entry: formats.ClockEntry = getattr(tier, clock)
            if entry.floor is None:
                continue
            path: KeyPath = ("tiers", index, clock, "floor", "years")
            if index == 0 and entry.floor.years > 0:
                self.report(path, "is more than 0 on the first tier", "Everybody can begin: leave it out.")
            elif entry.floor.years < lowest:
                message = f"is {entry.floor.years:g}, and {where} asks for {lowest:g}"
                self.report(path, message, f"Write {lowest:g} or more, or leave it out.")
            else:
                lowest, where = entry.floor.years, tier.id

    def _leading(self) -> None:
        """Leading years are earned in a seat that leads, so none is asked before there is one.

        The floor of the first such seat says who has led; nothing else can be asked there.
        """
        for index, tier in self.tiers:
            clock = tier.leading_years
            hint = "Give a lower tier a seat that leads, or ask for support_years."
            if clock.usual and clock.usual.min > 0:
                message = "asks for leading years that no tier below gives"
                self.report(("tiers", index, "leading_years", "usual", "min"), message, hint)
            if self.leads[index]:
                return
            if index and clock.floor and clock.floor.years > 0:
                message = "asks for leading years of who leads nobody"
                self.report(("tiers", index, "leading_years", "floor", "years"), message, hint)

    def _gates(self, index: int, asked: dict[str, Ask]) -> None:
        """Report gates that ask what the tier does not, or what nobody can show."""
        gates = self.ladder.tiers[index].gates
        path: KeyPath = ("tiers", index, "gates")
        if len(gates) > MOST_GATES:
            message = f"has {len(gates)} gates, and {MOST_GATES} are the most"
            self.report(path, message, "Keep those that a candidate is turned down for, or group some.")
        first: dict[str, int] = {}
        for number, gate in enumerate(gates):
            if len(gate.skills) < len(gate.levels):
                skills = "one skill" if len(gate.skills) == 1 else f"{len(gate.skills)} skills"
                message = f"has {len(gate.levels)} levels for {skills}"
                self.report((*path, number, "levels"), message, "Name at least as many skills as levels.")
            for place, skill in enumerate(gate.skills):
                here = (*path, number, "skills", place)
                if skill in first:
                    message = f"'{skill}' stands in gate {first[skill] + 1} of this tier already"
                    self.report(here, message, "Keep one of the two.")
                elif skill in self.laid.skills and skill not in self.doubtful:
                    self._gate_skill(here, skill, min(gate.levels), asked.get(skill))
                first.setdefault(skill, number)

    def _gate_skill(self, path: KeyPath, skill: str, level: int, ask: Ask | None) -> None:
        if ask is None:
            message = f"'{skill}' is not among what this tier asks"
            self.report(path, message, f"Add it to the requirements with level {level} or more.")
        elif ask.level < level:
            message = f"'{skill}' is a gate at {level}, and the tier asks it at {ask.level}"
            self.report(path, message, f"Ask for {level} or more, or lower the gate.")

    def _weights(self, index: int, asks: tuple[Ask, ...]) -> None:
        """Report skills that decide a large tier alone: each has at most a twentieth of the weight."""
        total = sum(ask.weight for ask in asks)
        weight = max((ask.weight for ask in asks), default=0)
        if len(asks) < LARGE_TIER or weight * LARGEST_SHARE <= total:
            return
        names = ", ".join(ask.skill for ask in asks if ask.weight == weight)
        message = (
            f"weigh {names} at {weight} of {total}, which is {100 * weight / total:.1f} %; "
            f"{100 / LARGEST_SHARE:g} % is the most"
        )
        hint = f"Weigh each less, or ask for {LARGEST_SHARE * weight} in all."
        self.report(("tiers", index, "requirements"), message, hint)

    def _asks(self) -> list[tuple[Ask, ...]]:
        """Return what each tier asks with what is carried up to it; what ends nowhere known does not end."""

        def known(tier: formats.TierEntry) -> tuple[Requirement, ...]:
            return tuple(
                entry if entry.through in self.place else msgspec.structs.replace(entry, through=None)
                for entry in declared_by(tier)
            )

        return carry([(tier.id, known(tier)) for tier in self.ladder.tiers])


def _meant(ladder: formats.LadderFile, laid: Overlay) -> set[str]:
    """Return the skills that slips in a ladder's requirements probably mean."""
    named = {entry.skill for tier in ladder.tiers for entry in tier.requirements}
    slips = named - laid.skills.keys()
    return {nearest(name, laid.skills) or name for name in slips} if len(slips) <= MOST_SLIPS else slips
