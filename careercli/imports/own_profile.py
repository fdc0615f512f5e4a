"""A file that is a careercli profile already becomes the draft of the same profile."""

from datetime import date

from careercli.domain.experience import Draft, Place, TakenFact, TakenSkill
from careercli.domain.model import Catalog
from careercli.formats.document import Document
from careercli.formats.profiles import profile_of
from careercli.text.phrases import number

OWN = "careercli profile"
"""The form of a file that is a profile already."""

_WHY = "The profile says so."


def draft_of_profile(document: Document, catalog: Catalog, as_of: date) -> Draft:
    """Return a profile as a draft: nothing in it is in doubt, and nothing is left out.

    Raises:
        InvalidDataError: it is no sound profile; with every problem.

    """
    profile = profile_of(document, catalog)
    file = document.name.replace("\\", "/").rpartition("/")[2]

    def place(*path: str) -> Place:
        return Place(file, document.problem(path, "").line, ".".join(path))

    said = [("name", profile.name), ("title", profile.title)]
    facts = [TakenFact(what, value, place(what), _WHY) for what, value in said if value]
    for what in ("support_years", "leading_years"):
        years = number(getattr(profile, what))
        facts.append(TakenFact(what, years, place("experience", what), _WHY))
    leads = "yes" if profile.leads_people else "no"
    facts.append(TakenFact("leads_people", leads, place("leads_people"), _WHY))
    skills = tuple(
        TakenSkill(skill, level, (place("skills"),), _WHY) for skill, level in profile.skills.items()
    )
    return Draft(document.name, OWN, as_of.isoformat(), profile, tuple(facts), (), skills, (), ())
