"""The pages of ``role list`` and ``role show``: a guide to read, each figure with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from careercli.domain.explained import related_questions
from careercli.domain.guide import (
    Figure,
    Guide,
    Occupation,
    Pay,
    Question,
    RelatedRole,
    Section,
    TierPortrait,
    pay_of,
)
from careercli.domain.library import Library
from careercli.domain.model import Catalog, Role, Tier
from careercli.domain.sections import SECTIONS
from careercli.domain.states import NOWHERE
from careercli.pages.blocks import (
    Beside,
    Block,
    Command,
    Contents,
    Fact,
    Gap,
    Grid,
    Heading,
    Item,
    Paragraph,
    Title,
)
from careercli.pages.citations import Citations
from careercli.pages.document_blocks import Cite, Column, Framed, Inline, Link, Listing, Table, Words
from careercli.pages.render.chapters import plain
from careercli.pages.wages import PERCENTILES, amounts, state_blocks, survey_blocks
from careercli.text.amounts import grouped, short_value_of, value_of
from careercli.text.phrases import listed
from careercli.text.tiers import floor_words, must_have_name, usual_words
from careercli.text.wages import ABROAD, SHARED

_MOST_SKILLS = 5
"""So many skills of a section are named at its end, those first that it is about most often."""


def role_list_view(catalog: Catalog) -> list[Block]:
    """Return the roles, each with what it is and its tiers."""
    blocks: list[Block] = [Title("The roles")]
    for role in catalog.roles:
        blocks += [Gap(), Heading(role.name, role.id), *_about(catalog, role)]
    last = catalog.roles[-1].id if catalog.roles else "ROLE"
    return [
        *blocks,
        Gap(),
        Command("Read one", f"careercli role show {last}"),
        Command("What it pays", f"careercli role show {last} --section pay"),
        Command("A day in it", f"careercli role show {last} --section day"),
    ]


def _about(catalog: Catalog, role: Role) -> Iterator[Block]:
    yield Paragraph(role.summary)
    if tiers := catalog.tiers_of(role.id):
        yield Paragraph(", ".join(tier.short for tier in tiers), label="Tiers")


def contents_view(catalog: Catalog, role: Role, guide: Guide) -> list[Block]:
    """Return the contents page of a role's guide: what it is, and what there is to read."""
    chapters: dict[str, list[tuple[str, str]]] = {}
    for section in guide.sections:
        kind = SECTIONS[section]
        chapters.setdefault(kind.chapter, []).append((section, kind.title))
    return [
        Title(role.name, f"{len(guide.sections)} sections"),
        *_about(catalog, role),
        Contents(chapters),
        Gap(),
        Command("Read one", f"careercli role show {role.id} --section pay"),
        Command("All of it", f"careercli role show {role.id} --full"),
        Command("Or ask", 'careercli ask "what is a typical day?"'),
    ]


def guide_view(
    catalog: Catalog, library: Library, role: Role, sections: Sequence[str], state: str | None = None
) -> list[Block]:
    """Return sections of a role's guide in full, with the sources of all of them at the end."""
    guide = library.guides_by_role[role.id]
    cite = Citations(catalog)
    blocks: list[Block] = []
    chapter = ""
    for name in sections:
        kind, section = SECTIONS[name], guide.sections[name]
        aside = kind.chapter if kind.chapter != chapter else ""
        chapter = kind.chapter
        title = section.title or kind.title
        blocks.append(Title(f"{role.name}: {title}", aside))
        if name == "pay" and state == NOWHERE:
            blocks += [*pay_abroad(role), Gap()]
            continue
        blocks += [lead_of(section, cite), Gap()]
        tiers = catalog.tiers_meant(role.id)
        blocks += Body(catalog, library, role, name, section, cite, tiers, state=state).blocks()
        blocks.append(Gap())
    blocks += cite.blocks()
    return blocks


def pay_abroad(role: Role) -> Iterator[Block]:
    """Yield what stands in place of the pay for who lives outside the country that it is known of."""
    yield Paragraph(ABROAD)
    yield Command("Where to look", 'careercli ask "official pay in other countries"')
    command = f"careercli role show {role.id} --section pay --state CA"
    yield Command("To read it all the same", command)


def lead_of(section: Section, cite: Citations, style: str = "") -> Paragraph:
    """Return what a section says in a sentence or two, with its sources."""
    return Paragraph(section.lead, style=style, cite=cite.cite(*section.sources))


class Body(NamedTuple):
    """What stands below the lead of a section.

    ``tiers`` are those that the role means by their names; ``on_page`` are the sections of the document to
    hand over that it is part of, none on a screen; ``state`` is where the reader lives, as ``survey_blocks``
    takes it.
    """

    catalog: Catalog
    library: Library
    role: Role
    name: str
    section: Section
    cite: Citations
    tiers: Mapping[str, Tier]
    on_page: Sequence[str] = ()
    state: str | None = None

    def blocks(self) -> list[Block]:
        """Return it in the order in which it is read."""
        section, out = self.section, list[Block]()
        out += self._figures()
        out += [block for text in section.text for block in (Paragraph(text), Gap())]
        out += self._nearest()
        if self.name == "pay":
            out += survey_blocks(self._surveyed, self.state, self.cite)
        if section.points:
            out += [*(Item(point.text, point.name) for point in section.points), Gap()]
        for group in section.groups:
            out.append(Heading(group.name, group.aside or ""))
            if group.lead:
                out.append(Paragraph(group.lead))
            out += [*(Item(point.text, point.name) for point in group.points), Gap()]
        if section.tiers:
            out += self._tiers_described()
        for case in section.cases:
            out += [Heading(case.title), *(Paragraph(text) for text in case.story)]
            out += [self._fact(figure) for figure in case.figures]
            out += [Paragraph(case.takeaway, label="Take from it"), Gap()]
        for related in section.related:
            out += self._related(related)
        for question in section.questions:
            out.append(Heading(question.question))
            *others, last = question.answer
            out += [*map(Paragraph, others), Paragraph(last, cite=self.cite.cite(*question.sources))]
            out += [*self._more(question), Gap()]
        if section.meaning:
            out += [Paragraph(section.meaning, label="What to make of it"), Gap()]
        out += self._see_also()
        return out[:-1] if out and isinstance(out[-1], Gap) else out

    def _more(self, question: Question) -> Iterator[Block]:
        """Yield where there is more than an answer, and which skills it is about: on a screen as typed."""
        words: list[Inline] = []
        if question.section:
            lead = "There is more under " if self.on_page else "More in the section "
            words += [lead, self._called(question.section), ". "]
        if question.skills:
            words.append(f"Skills: {self._skills(question.skills)}.")
        if words and self.on_page:
            yield Listing((tuple(words),), "more small quiet")
        elif words:
            yield Paragraph(plain(tuple(words)), quiet=True)

    def _see_also(self) -> Iterator[Block]:
        """Yield questions of other sections to go on with, and the skills that this one is about."""
        near = related_questions(self.library.guides_by_role[self.role.id], self.name)
        items: list[Words] = [(each.question, " (", self._called(name), ")") for name, each in near]
        if skills := [skill for skill, _ in self.section.skills.most_common(_MOST_SKILLS)]:
            lead = "Skills" if self.on_page else "Skills, for careercli skill show"
            items.append(f"{lead}: {self._skills(skills)}")
        if items:
            yield Framed((Heading("See also"), Listing(tuple(items), "list small")), "see")

    def _called(self, section: str) -> Inline:
        title = SECTIONS[section].title
        return Link(title, section) if section in self.on_page else title if self.on_page else section

    def _skills(self, skills: Sequence[str]) -> str:
        return ", ".join(self.catalog.skill_titles[skill] if self.on_page else skill for skill in skills)

    def _figures(self) -> Iterator[Block]:
        own = self.catalog.tiers_of(self.role.id) if self.name == "pay" else ()
        paid = [pay_of(self.library, self.role.id, tier.id) for tier in own]
        beside = [pay.estimate for pay in paid if pay.estimate]
        shown = [figure for figure in self.section.figures if figure not in beside]
        if any(pay.estimate or pay.occupation for pay in paid):
            yield from (self._paid(paid), *self._meant(paid), Gap())
            if self.state:
                yield from state_blocks(self._surveyed, self.state, self.cite)
        yield from map(self._fact, shown)
        notes: dict[str, list[str]] = {}
        for figure in self.section.figures:
            if figure.note:
                notes.setdefault(figure.note, []).append(self._label(figure))
        yield from (Item(note, f"{'; '.join(labels)}:") for note, labels in notes.items())
        if shown or notes:
            yield Gap()

    def _label(self, figure: Figure) -> str:
        tier = self.tiers.get(figure.tier or "")
        if tier is None:
            return figure.label
        return f"{tier.short}, {figure.label}" if self.name == "pay" else f"{tier.short}: {figure.label}"

    def _fact(self, figure: Figure) -> Fact:
        return Fact(self._label(figure), value_of(figure), figure.kind, cite=self.cite.cite(figure.source))

    def _paid(self, paid: Sequence[Pay]) -> Grid | Table:
        """Return the guide's estimate for each tier beside what the survey found."""
        heads = ("USD a year", "guide", *PERCENTILES)
        rows = []
        for pay in paid:
            estimate = short_value_of(pay.estimate) if pay.estimate else "none given"
            sources = (pay.estimate.source,) if pay.estimate else ()
            wages = pay.occupation.wages if pay.occupation else None
            rows.append((self.tiers[pay.tier].short, estimate, sources, amounts(wages)))
        if self.on_page:
            columns = (Column(heads[0], names=True), *(Column(head, "amount") for head in heads[1:]))
            cells: list[tuple[Words, ...]] = [
                (tier, (said, self.cite.cite(*sources)), *wages) for tier, said, sources, wages in rows
            ]
            return Table(columns, tuple(cells), style="stacked")
        marked = (
            (tier, f"{said} {self.cite(*sources)}".rstrip(), *wages) for tier, said, sources, wages in rows
        )
        return Grid(heads, tuple(marked))

    def _meant(self, paid: Sequence[Pay]) -> Iterator[Block]:
        """Say what the columns of the survey mean, and where they come from."""
        surveyed = [each.wages for each in self._surveyed if each.wages]
        if surveyed:
            said = (
                "Guide: its estimate. The rest is measured: at 10th, ten in a hundred people of the nearest "
                "occupation earn less."
            )
            measured = [pay.occupation.code for pay in paid if pay.occupation and pay.occupation.wages]
            if len(set(measured)) < len(measured):
                said += f" {SHARED}"
            if any(None in each.percentiles for each in surveyed):
                said += " Capped: above the highest wage that is published."
            yield Paragraph(said, quiet=True, cite=self.cite.cite(*(each.source for each in surveyed)))

    @property
    def _surveyed(self) -> tuple[Occupation, ...]:
        """The occupations that are nearest, the nearest first."""
        return tuple(self.library.occupations_by_code[near.occupation] for near in self.section.nearest)

    def _nearest(self) -> Iterator[Block]:
        if not self.section.nearest:
            return
        outlook = self.name == "job-outlook"
        yield Heading("What the statistics office projects" if outlook else "Why these occupations")
        for near in self.section.nearest:
            occupation = self.library.occupations_by_code[near.occupation]
            held = [self.tiers[tier].short for tier in near.tiers if tier in self.tiers]
            words = [f"Nearest to {listed(held)}." if held else "", near.why]
            found = occupation.projection if outlook else occupation.wages
            if outlook:
                words.insert(0, self._projected(occupation))
            yield Item(
                " ".join(filter(None, words)),
                f"{occupation.title} ({occupation.code})",
                cite=self.cite.cite(found.source) if found else Cite(()),
            )
        yield Gap()

    @staticmethod
    def _projected(occupation: Occupation) -> str:
        projection = occupation.projection
        if projection is None:
            return ""
        return (
            f"{projection.change:+g} % from {projection.start} to {projection.end}, from "
            f"{grouped(projection.employment)} to {grouped(projection.projected)} thousand jobs, with "
            f"{grouped(projection.openings)} thousand openings a year."
        )

    def _tiers_described(self) -> Iterator[Block]:
        """Yield the role's tiers, described or in one line, then others that are described."""
        portraits = {portrait.tier: portrait for portrait in self.section.tiers}
        own = [tier.id for tier in self.catalog.tiers_of(self.role.id)]
        for name in dict.fromkeys([*own, *portraits]):
            if name not in self.tiers:
                continue  # a tier of a ladder that another took the place of
            tier = self.tiers[name]
            yield Heading(tier.title, f"rank {tier.rank}")
            yield from self._portrait(portraits[name]) if name in portraits else [Paragraph(tier.summary)]
            yield from self._asked(tier)
            yield Gap()

    def _asked(self, tier: Tier) -> Iterator[Block]:
        """Yield the years that employers ask and that the guides call usual, and the must-haves."""
        ladder = self.catalog.ladder_with(tier)
        floors = [clock for clock in (tier.support_years, tier.leading_years) if clock.floor]
        cite = self.cite.cite(*(source for clock in floors for source in clock.floor_sources))
        yield Item(f"{floor_words(ladder, tier) or 'no years'}.", "Employers ask", cite=cite)
        if usual := usual_words(tier):
            clocks = (tier.support_years, tier.leading_years)
            cite = self.cite.cite(*(clock.usual_source for clock in clocks if clock.usual_source))
            yield Item(f"{usual}.", "Usual", cite=cite)
        names = self.catalog.skill_titles
        musts = "; ".join(must_have_name(gate, names) for gate in tier.gates)
        yield Item(f"{musts}.", "Must-haves")

    def _portrait(self, portrait: TierPortrait) -> Iterator[Block]:
        yield Paragraph(portrait.text)
        yield from map(Item, portrait.duties)
        if portrait.elsewhere:
            yield Paragraph("what real ladders ask at about this height", label="Elsewhere", quiet=True)
        for other in portrait.elsewhere:
            yield Item(other.asks, other.title, depth=1, cite=self.cite.cite(other.source))

    def _related(self, related: RelatedRole) -> Iterator[Block]:
        yield Heading(related.title, related.occupation or "")
        yield Paragraph(related.text, cite=self.cite.cite(*related.sources))
        yield Beside(
            (Heading("Carries over", depth=1), *map(Item, related.carries_over)),
            (Heading("Missing", depth=1), *map(Item, related.missing)),
        )
        yield Gap()
