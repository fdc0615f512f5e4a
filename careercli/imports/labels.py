"""The labels of a job in a table or a list: ``Designation: Team Leader``."""

import re
from typing import Literal

from careercli.imports.headings import plain

Role = Literal["", "title", "employer", "aside", "told"]
"""What a label says of a part: "Designation: …" is a title, "Duties: …" tells of the job, others aside."""

_NAMES: dict[Role, str] = {
    "title": """
        designation, last designation, current designation, position, position held, job position,
        title, job title, title held, job role, role, role held, post, funktion, position title, poste,
        puesto, cargo, posizione, ruolo, functie, stanowisko
    """,
    "employer": """
        employer, name of employer, employer name, company, company name, name of company, firm, name of
        the company, organization, organisation, organization name, organisation name, name of
        organization, name of the organization, workplace, arbeitgeber, firma, unternehmen, employeur,
        entreprise, empresa, azienda, datore di lavoro, werkgever, bedrijf, pracodawca
    """,
    "aside": """
        location, place, city, department, industry, client, process, project, duration, period, dates,
        date, tenure, from, from to, work period, time period, inclusive dates, dates employed, dates of
        employment, employment dates, period of employment, employment period, employment type, years,
        zeitraum, periode, periodo, okres, reporting to, reports to, address, ort, lieu, lugar, job
        type, work location, place of work, team size, notice period, reason for leaving, hours per week,
        hours, average hours per week, weekly hours, work schedule, salary, starting salary, ending salary,
        pay, pay rate, pay plan, wage, ctc, series, grade, pay grade, rank, supervisor, supervisor name,
        name of supervisor, line manager, reporting manager, may contact, may we contact, direct reports,
        headcount, span of control, promotion potential, clearance, security clearance, website,
        sr. no, sr no, s. no, s no, sl. no, sl no, serial no, no
    """,
    "told": """
        responsibilities, key responsibilities, job responsibilities, roles and responsibilities, roles
        & responsibilities, role and responsibilities, duties, main duties, duties and responsibilities,
        job profile, job description, work profile, role description, nature of work, nature of duties,
        tasks, achievements, key achievements, kra, kras, description, aufgaben, taches, missions,
        funciones, mansioni, taken, obowiazki
    """,
}
_ROLES = {name: role for role, names in _NAMES.items() for name in " ".join(names.split()).split(", ")}
_LABEL = re.compile(
    r"((?:\d{1,2}[.)] ?)?[^\W\d_][\w& ]{1,28}?)\s*(?::\s*[-\u2013]?|\s[-\u2013]:?\s|\t:?)\s*(?=\S)"
)
_PEOPLE = frozenset({"supervisor", "line manager", "reporting manager", "grade", "series", "rank"})
"""Labels by their colon alone: "Supervisor - Customer Care" is a title."""

_LABEL_EDGES = re.compile(r"^[\W\d]+|[\W\d]+$")
_MOST_LABEL = 36


def labelled(text: str) -> tuple[Role, str]:
    """Return what the label of a text says that it holds, and the text without it: none where it is bare."""
    label = _LABEL.match(text)
    name, rest = (label[1], text[label.end() :]) if label else (text, "")
    bare = _LABEL_EDGES.sub("", plain(name))
    if bare in _PEOPLE and not (label and ":" in label[0]):
        return "", text
    role = _ROLES.get(bare, "") if len(name) <= _MOST_LABEL else ""
    return (role, rest) if role else ("", text)
