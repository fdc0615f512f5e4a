"""The keys of résumés in JSON and YAML: those of the known forms, and those that are found in the wild.

Keys are compared without case and signs, so that ``startDate``, ``start_date`` and ``Start date`` are one.
"""

import re
from typing import Literal

Section = Literal[
    "basics", "work", "volunteer", "education", "certificates", "skills", "languages", "projects", "summary"
]
"""What stands under a key of the whole résumé."""

_SIGNS = re.compile(r"[^a-z0-9]+")


def plain_key(key: str) -> str:
    """Return a key as it is compared."""
    return _SIGNS.sub("", key.casefold())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _meanings(words: dict[Section, str]) -> dict[str, Section]:
    return {word: section for section, text in words.items() for word in text.split()}


SECTIONS = _meanings(
    {
        "basics": (
            "basics basic personal personalinfo personalinformation personaldetails contact contactinfo "
            "info header candidate"
        ),
        "work": (
            "work works experience experiences workexperience workexperiences workhistory employment career "
            "employments employmenthistory professionalexperience professionalexperiences jobs job "
            "jobhistory careerhistory history positions relevantexperience internships"
        ),
        "volunteer": "volunteer volunteering volunteerwork volunteerexperience volunteerexperiences",
        "education": "education educations educationhistory academics schooling studies",
        "certificates": "certificates certificate certifications certification certs licenses",
        "skills": (
            "skills skill skillset skillsets competencies corecompetencies expertise technicalskills "
            "softskills hardskills keyskills coreskills technologies tools strengths"
        ),
        "languages": "languages language spokenlanguages",
        "projects": "projects project sideprojects personalprojects selectedprojects",
        "summary": "summary about aboutme objective profile bio overview professionalsummary",
    }
)

LEFT = _words(
    "awards honors honours achievements publications interests hobbies references profiles social socials "
    "socialnetworks sociallinks links patents memberships affiliations talks"
)
"""Sections that a profile has no place for."""

ASIDE = _words(
    "schema meta metadata id version template theme design locale settings layout picture coverletter name "
    "email phone website headline location url customfields customconnections title label firstname "
    "lastname fullname photo image address sections customsections rendercvsettings"
)
"""Keys beside the sections that are about the file or the person, and not about a career."""

WRAPPERS = ("resume", "cv", "data", "content", "profile")
"""Keys under which a whole résumé may stand."""

LISTS = ("items", "history", "list", "entries", "jobs", "positions", "data")
"""Keys of a section under which its entries may stand."""

TITLE = ("position", "title", "jobtitle", "role", "designation", "positiontitle", "job", "occupation")
EMPLOYER = (
    *("name", "company", "organization", "organisation", "employer", "companyname", "employername"),
    *("institution", "entity", "organizationname"),
)
START = ("startdate", "start", "from", "datestart", "datefrom", "begin", "began", "startedon", "startyear")
END = ("enddate", "end", "to", "dateend", "dateto", "until", "finish", "finishedon", "endyear", "till")
RANGE = (
    *("date", "dates", "period", "duration", "timeframe", "timeperiod", "daterange", "employmentperiod"),
    *("years", "time", "when"),
)
CURRENT = (
    *("current", "iscurrent", "iscurrentrole", "iscurrentjob", "currentlyworking", "currentjob", "present"),
    *("ongoing", "stillworking"),
)
NESTED = ("positions", "roles", "titles", "promotions", "jobs")
TEXTS = {
    key: what
    for what, keys in {
        "label": "label headline",
        "summary": "summary about aboutme objective bio profile professionalsummary",
        "description": "description overview details text content body",
        "highlight": (
            "highlights bullets bulletpoints points responsibilities achievements accomplishments duties "
            "tasks bullet number reversednumber"
        ),
        "keyword": "keywords technologies tools tags stack techstack skills",
    }.items()
    for key in keys.split()
}
"""Keys of texts in which skills may be named, with what they are."""

NAME = ("name", "title", "label", "skill", "category", "group", "language", "certificate")
LEVEL = ("level", "proficiency", "rating", "fluency", "levelname")
KEYWORDS = ("keywords", "items", "skills", "list", "details", "values", "tools", "technologies")
ISSUER = ("issuer", "authority", "organization", "by", "from", "provider")
SCHOOL = (
    *("studytype", "degree", "area", "field", "fieldofstudy", "major"),
    *("institution", "school", "university", "name"),
)
PROJECT = (*NAME, *START, *END, *RANGE, *NESTED, *EMPLOYER)
PERSON = ("name",)
PARTS_OF_NAME = ("fullname", "firstname", "lastname")
HEADLINE = ("label", "headline", "title", "jobtitle", "profession")

QUIET = _words(
    "id uuid url urls link links website location city country region logo image icon visible hidden "
    "columns type order slug email phone address photo picture color companyurl contracttype employmenttype "
    "workmode locationtype priority industry separatelinks showlinkintitle options"
)
"""Keys of an entry that say nothing of a career; all others that are not read are told."""
