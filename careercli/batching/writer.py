"""A person as the JSON of their assessment, put together from parts that are the same for many.

Every part is encoded by the document types of :mod:`exporters.documents`; what differs from person to person
leaves a hole in it. tests/batching/test_writer.py proves that the result has the very bytes of the ordinary
way, ``assessment_document(assess(...))``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from careercli.batching.people import Person
from careercli.domain.assessment import assess
from careercli.domain.gaps import Gap
from careercli.domain.ladder import share
from careercli.domain.model import Catalog, Hold, Profile
from careercli.domain.plan import PlannedStep
from careercli.domain.tables import SUMS, GapOrder, Tables, rank_by_skills
from careercli.domain.titles import tier_of_title
from careercli.exporters.documents import (
    FIT_DECIMALS,
    AssessmentDocument,
    ExperienceDocument,
    PlacementDocument,
    ProfileDocument,
    RatingDocument,
    TierDocument,
    assessment_document,
    gap_documents,
    planned_step_document,
)

FIRST_STEPS = 3
"""How many steps of the plan an assessment has."""

_json = msgspec.json.encode
_NO_FIT = b'"fit":0.0,"skills_met":false,"years_met":false,"missing_musts":[]'
_NO_GAIN = b'"fit_gain":0.0'


class _TierText(NamedTuple):
    """A tier's document around its hole; ``musts`` has, for each code, what to say where it is missing."""

    before: bytes
    after: bytes
    musts: tuple[bytes, ...]


class _GapText(NamedTuple):
    """What stands at each place of a :class:`GapOrder`, and from where to where in it the gain stands."""

    asked: int
    whole: tuple[bytes, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]


class Writer:
    """Writes the assessments of people on the ladder of a catalog, as of a day.

    The lists that are not ``wanted`` stay empty: they are most of the work.
    """

    def __init__(
        self, catalog: Catalog, tables: Tables, today: date, wanted: Collection[str] | None = None
    ) -> None:
        self._names = catalog.skill_titles
        self._ladder = ladder = catalog.ladder
        self._tables = tables
        self._today = today
        self._wanted = frozenset(AssessmentDocument.__struct_fields__ if wanted is None else wanted)
        self._ids = (None, *(tier.id for tier in ladder.tiers))
        nobody = assessment_document(
            assess(ladder, catalog.skills_by_id, Profile(support_years=0.0), today), self._names
        )
        self._must_places = [tables.index[demand.skill] for demand in ladder.top.demands if demand.must]
        self._tiers = [self._tier_text(rank, tier) for rank, tier in enumerate(nobody.tiers)]
        self._rated = [self._rating_text(code) for code in range(tables.size)]
        self._steps: dict[tuple[str, int], bytes] = {}
        kept = tables.kept
        self._gap_text = lru_cache(maxsize=kept)(self._text_of_gaps)
        self._stated = lru_cache(maxsize=4096)(self._tier_of_title)

    def document(self, person: Person) -> AssessmentDocument:
        """Return the document of an assessment, most of it as text already encoded."""
        tables, codes = self._tables, person.codes
        flat = tables.sums(codes)
        pass_fit = self._ladder.pass_fit
        years = tables.rank_by_years(person.support_years, person.leading_years)
        by_skills = rank_by_skills(flat, pass_fit)
        current = min(years, by_skills)
        highest = min(years, rank_by_skills(flat, pass_fit, at_best=True))
        following = current + 1 if current < len(self._tiers) else 0
        goal = tables.goal_rank(person.goal, current)
        ids, wanted = self._ids, self._wanted
        return AssessmentDocument(
            as_of=self._today,
            ladder=self._ladder.id,
            profile=self._profile(person),
            placement=PlacementDocument(
                current=ids[current],
                by_years=ids[years],
                by_skills=ids[by_skills],
                stated=self._stated(person.title),
                highest_possible=ids[highest],
                certain=highest == current,
                held_back_by=self._holds(person, flat, following),
            ),
            tiers=self._tier_list(flat, codes, years) if "tiers" in wanted else (),
            next=ids[following],
            gaps=self._gap_list(flat, codes, following, goal) if "gaps" in wanted else (),
            goal=ids[goal],
            goal_gaps=self._gap_list(flat, codes, goal, goal) if "goal_gaps" in wanted else (),
            steps=self._step_list(codes, current, goal) if "steps" in wanted else (),
        )

    def _profile(self, person: Person) -> ProfileDocument:
        rated = self._rated
        if person.evidence:
            rated = rated.copy()
            for place, text in person.evidence.items():
                code = person.codes[place]
                rated[code] = self._rating_text(code, text)
        order = self._tables.order
        return ProfileDocument(
            name=person.name,
            title=person.title,
            experience=ExperienceDocument(person.support_years, person.leading_years),
            leads_people=person.leads_people,
            goal=person.goal,
            hours_per_week=person.hours_per_week,
            skills=_raw(b"{%b}", filter(None, map(rated.__getitem__, person.codes))),
            not_applicable={order[place]: reason for place, reason in sorted(person.left_out.items())},
        )

    def _holds(self, person: Person, flat: tuple[int, ...], rank: int) -> tuple[Hold, ...]:
        if not rank:
            return ()
        tier = self._ladder.tiers[rank - 1]
        out: list[Hold] = []
        if not _met(flat, rank, self._ladder.pass_fit):
            out.append("skills")
        if person.support_years < tier.carried_support_years:
            out.append("support_years")
        if person.leading_years < tier.carried_leading_years:
            out.append("leading_years")
        return tuple(out)

    def _tier_list(self, flat: tuple[int, ...], codes: list[int], years: int) -> Any:
        pass_fit = self._ladder.pass_fit
        musts = [codes[place] for place in self._must_places]
        out = []
        for rank, (before, after, missing_at) in enumerate(self._tiers, start=1):
            start = (rank - 1) * SUMS
            have, asked, missing = flat[start : start + 3]
            met = not missing and share(have, asked) >= pass_fit
            lacking = b",".join(filter(None, map(missing_at.__getitem__, musts))) if missing else b""
            out.append(
                b'%b"fit":%b,"skills_met":%b,"years_met":%b,"missing_musts":[%b]%b'
                % (before, _quotient(have, asked), _BOOL[met], _BOOL[rank <= years], lacking, after)
            )
        return _raw(b"[%b]", out)

    def _gap_list(self, flat: tuple[int, ...], codes: list[int], rank: int, goal: int) -> Any:
        if not rank:
            return ()
        order = self._tables.gap_order(rank, goal)
        text = self._gap_text(rank, goal)
        places = sorted(filter(None, map(order.place.__getitem__, codes)))
        asked = flat[(rank - 1) * SUMS + 1]
        if asked == text.asked:
            return _raw(b"[%b]", map(text.whole.__getitem__, places))
        _, whole, start, end = text
        gains = [_quotient(order.gains[n], asked) for n in places]
        return _raw(
            b"[%b]",
            [
                whole[n][: start[n]] + gained + whole[n][end[n] :]
                for n, gained in zip(places, gains, strict=True)
            ],
        )

    def _step_list(self, codes: list[int], current: int, goal: int) -> Any:
        steps = self._tables.first_steps(codes, current, goal, FIRST_STEPS)
        return _raw(b"[%b]", [self._steps.get(step) or self._step_text(step) for step in steps])

    def _tier_text(self, index: int, tier: TierDocument) -> _TierText:
        bare = msgspec.structs.replace(tier, fit=0.0, skills_met=False, years_met=False, missing_musts=())
        before, after = _around(_json(bare), _NO_FIT)
        texts = [b""] * self._tables.size
        for code, name in self._tables.missing_musts(index + 1):
            texts[code] = _json(name)
        return _TierText(before, after, tuple(texts))

    def _rating_text(self, code: int, evidence: str | None = None) -> bytes:
        name, level = self._tables.decoded(code)
        return b"" if level is None else b"%b:%b" % (_json(name), _json(RatingDocument(level, evidence)))

    def _step_text(self, step: tuple[str, int]) -> bytes:
        name, level = step
        growth = self._tables.skills[name].growth[level - 1]
        text = _json(planned_step_document(PlannedStep(name, level - 1, level, must=False, growth=growth)))
        self._steps[step] = text
        return text

    def _text_of_gaps(self, rank: int, goal: int) -> _GapText:
        order: GapOrder = self._tables.gap_order(rank, goal)
        whole, start, end = [b""], [0], [0]
        found: list[Gap] = [gap for gap in order.gaps if gap]
        for document in gap_documents(found, self._names):
            bare = _json(msgspec.structs.replace(document, fit_gain=0.0))
            head, tail = _around(bare, _NO_GAIN)
            whole.append(_json(document))
            start.append(len(head) + len(b'"fit_gain":'))
            end.append(len(whole[-1]) - len(tail))
        return _GapText(order.asked, tuple(whole), tuple(start), tuple(end))

    def _tier_of_title(self, title: str | None) -> str | None:
        tier = tier_of_title(self._ladder, title)
        return tier.id if tier else None


_BOOL = (b"false", b"true")


def _met(flat: tuple[int, ...], rank: int, pass_fit: float) -> bool:
    start = (rank - 1) * SUMS
    return not flat[start + 2] and share(flat[start], flat[start + 1]) >= pass_fit


@lru_cache(maxsize=65536)
def _quotient(part: int, whole: int) -> bytes:
    """Return a fit or a gain as it is printed."""
    return _json(round(share(part, whole), FIT_DECIMALS))


def _around(text: bytes, hole: bytes) -> tuple[bytes, bytes]:
    """Return what stands before and after a hole. Quotes in names are escaped, so there is only one."""
    before, found, after = text.partition(hole)
    if not found or hole in after:
        raise ValueError(text)
    return before, after


def _raw(form: bytes, parts: Iterable[bytes]) -> Any:
    """Return parts as a piece of JSON that the encoder copies as it is."""
    return msgspec.Raw(form % b",".join(parts))
