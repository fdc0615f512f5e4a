"""careercli as a library: the role data, a profile, its assessment, its plan, a résumé as a draft profile.

These functions are what ``import careercli`` gives; commands read, assess, plan and import with nothing else.
They print nothing, ask nothing and write nothing, except a cache of packs where a folder for it is given.
What is wrong with a profile, a file or a name is a ``careercli.CareerError``. docs/library.md shows all this.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from careercli.domain.assessment import Assessment
from careercli.domain.assessment import assess as _assess
from careercli.domain.model import Catalog, Profile, Tier
from careercli.domain.plan import default_goal
from careercli.domain.schedule import Plan, RouteName, schedule
from careercli.errors import (
    CareerError,
    InvalidDataError,
    NotFoundError,
    Problem,
    StorageError,
)
from careercli.formats.document import Document
from careercli.formats.profiles import as_document, profile_of
from careercli.system.clock import EARLIEST, LATEST, today

if TYPE_CHECKING:
    from careercli.catalog import Packs
    from careercli.domain.advertisement import Advertisement
    from careercli.domain.experience import Draft, Resume
    from careercli.domain.library import Library
    from careercli.domain.match import Match

__all__ = [
    "Assessment",
    "CareerError",
    "Catalog",
    "InvalidDataError",
    "NotFoundError",
    "Plan",
    "Problem",
    "Profile",
    "StorageError",
    "assess",
    "import_resume",
    "load_catalog",
    "load_library",
    "match",
    "parse_profile",
    "plan",
    "read_advertisement",
    "read_profile",
    "read_resume",
    "to_json",
]

Source = str | PathLike[str]
"""A path to a file or a folder."""


def load_catalog(*packs: Source, ladder: str | None = None, cache: Source | None = None) -> Catalog:
    """Return the role data that advice is computed from.

    Args:
        packs: folders of packs laid over the built-in one, the last on top.
        ladder: the ladder to use, by id or title, where packs bring several; that laid on last unless told.
        cache: a folder to keep compiled packs in, which saves compiling them again.

    Raises:
        NotFoundError: a folder is no pack, or no ladder is called so.
        InvalidDataError: with every problem of every pack.
        StorageError: a file cannot be read.

    """
    from careercli.catalog import load_catalog as load
    from careercli.formats.lookup import look_up

    folder = None if cache is None else Path(cache)
    catalog = load(tuple(map(Path, packs)), cache_folder=folder).catalog
    if ladder is None:
        return catalog
    return catalog.using(look_up("ladder", ladder, catalog.ladder_names))


def load_library(*packs: Source, cache: Source | None = None) -> Library:
    """Return what there is to read in the same packs: guides, tools, certificates, occupations.

    Raises:
        NotFoundError, InvalidDataError, StorageError: as ``load_catalog``.

    """
    from careercli.catalog import load_library as load

    return load(tuple(map(Path, packs)), cache_folder=None if cache is None else Path(cache))


def read_profile(path: Source, catalog: Catalog | None = None) -> Profile:
    """Return the profile in a YAML or JSON file, with ids in place of names.

    Raises:
        NotFoundError: there is no such file.
        InvalidDataError: it is no profile; with every problem, its line and key.
        StorageError: it cannot be read.

    """
    from careercli.formats.parser import read_file

    return profile_of(read_file(Path(path)), _known(catalog))


def parse_profile(text: str, catalog: Catalog | None = None, *, name: str = "profile") -> Profile:
    """Return the profile that a text in YAML or JSON holds; messages call the text ``name``.

    Raises:
        InvalidDataError: it is no profile; with every problem, its line and key.

    """
    if not isinstance(text, str | bytes):
        raise _wanted("text", text)
    from careercli.formats.parser import parse

    return profile_of(parse(text, name), _known(catalog))


def assess(profile: Profile, catalog: Catalog | None = None, *, as_of: date | None = None) -> Assessment:
    """Return where somebody is placed, what is missing, and the plan, as of a day.

    Args:
        profile: the person. Skills and the goal may go by any of their names.
        catalog: the role data; the built-in one unless told.
        as_of: the day that everything is reckoned from; today unless told.

    Raises:
        InvalidDataError: the profile has skills that are not known, levels out of range and the like; or
            ``as_of`` is not between 1970 and 2999.

    """
    catalog = _known(catalog)
    person = _checked(profile, catalog)
    return _assess(catalog.ladder, catalog.skills_by_id, person, _day(as_of))


def plan(
    profile: Profile,
    catalog: Catalog | None = None,
    *,
    goal: str | None = None,
    route: RouteName = "shortest",
    as_of: date | None = None,
) -> Plan:
    """Return the dated steps to the goal.

    Args:
        profile: the person.
        catalog: the role data; the built-in one unless told.
        goal: the tier to aim at, by any of its names; the profile's unless told, else the ladder's first goal
            above where the person is placed.
        route: "shortest" has the steps with the fewest hours that confirm every tier on the way; "full" adds,
            as ``also_helps``, everything else that these tiers ask.
        as_of: the day that everything is reckoned from; today unless told.

    Raises:
        InvalidDataError: the profile has skills that are not known, levels out of range and the like; or
            ``as_of`` is not between 1970 and 2999.
        NotFoundError: no tier is called like the goal.
        ValueError: there is no such route.

    """
    if route not in get_args(RouteName):
        raise ValueError(f"A route is {' or '.join(get_args(RouteName))}, not {route!r}.")
    catalog = _known(catalog)
    person = _checked(profile, catalog)
    aim = _goal(person, catalog, goal)
    return schedule(catalog.ladder, catalog.skills_by_id, person, aim, _day(as_of), route=route)


def read_resume(path: Source, catalog: Catalog | None = None) -> Resume:
    """Return what a résumé says: PDF, Word, HTML, text, a JSON Resume and its kin, or LinkedIn's export.

    The job titles of ``catalog``, the built-in one unless told, help to find jobs in a text.

    Raises:
        NotFoundError: there is no such file.
        InvalidDataError: it is no résumé, damaged, or too large.
        StorageError: it cannot be read.

    """
    from careercli.imports import read_resume as read

    return read(Path(path), _known(catalog).ladder)


def resumes_in(path: Source) -> tuple[Path, ...] | None:
    """Return the files of a folder of résumés, in order; None where it is no folder, or LinkedIn's export.

    Raises:
        StorageError: the folder cannot be read.

    """
    from careercli.imports.folder import resumes_in as found

    return found(Path(path))


def without_jobs(resume: Resume) -> InvalidDataError | None:
    """Return the error of a résumé in which no job was found, with the way on; None where one was."""
    from careercli.imports.resume import without_jobs as missing

    return missing(resume)


def import_resume(
    resume: Source | Resume,
    catalog: Catalog | None = None,
    library: Library | None = None,
    *,
    as_of: date | None = None,
    answers: Mapping[str, str] | None = None,
) -> Draft:
    """Return a draft of a profile from a résumé, with where each part comes from and what is in doubt.

    Args:
        resume: a file, or what ``read_resume`` read.
        catalog: the role data; the built-in one unless told.
        library: what is to read in the same packs: certificates and tools are known from it.
        as_of: the day up to which a current job counts; today unless told.
        answers: what a person said to the ``doubts`` of an earlier draft, by their ids. A doubt without an
            answer is settled by its careful default.

    Raises:
        NotFoundError, InvalidDataError, StorageError: as ``read_resume``.
        InvalidDataError: there is no job in it, which is never an empty career; or ``as_of`` is not between
            1970 and 2999.

    """
    from careercli.domain.experience import Resume
    from careercli.imports import draft_of

    found = read_resume(resume, catalog) if isinstance(resume, str | PathLike) else resume
    if not isinstance(found, Resume):
        raise _wanted("Resume", found)
    missing = without_jobs(found)
    if missing:
        raise missing
    return draft_of(found, _known(catalog), library or _builtin_library(), _day(as_of), answers or {})


def read_advertisement(
    source: Source | bytes,
    catalog: Catalog | None = None,
    library: Library | None = None,
    *,
    name: str = "advertisement",
) -> Advertisement:
    """Return what a job advertisement asks, each part with its words and their line.

    Args:
        source: a PDF, Word, HTML, Markdown or text file, or the bytes of one.
        catalog: the role data; the built-in one unless told.
        library: what is to read in the same packs: the words in which advertisements ask, and tools.
        name: what messages call bytes.

    Raises:
        NotFoundError: there is no such file.
        InvalidDataError: it is no advertisement, of a kind that is not read, broken or too large; says which.
        StorageError: it cannot be read.

    """
    from careercli.advertisements import read_advertisement as read
    from careercli.advertisements import read_file

    if not isinstance(source, str | PathLike | bytes):
        raise _wanted("path or bytes", source)
    known, words = _known(catalog), library or _builtin_library()
    if isinstance(source, bytes):
        return read(source, name, known, words)
    return read_file(Path(source), known, words)


def match(
    advertisement: Advertisement,
    assessment: Assessment,
    answers: Mapping[str, bool] | None = None,
) -> Match:
    """Return how somebody fits an advertisement: a verdict, its reasons, and everything it rests on.

    Args:
        advertisement: what ``read_advertisement`` read.
        assessment: the person, as ``assess`` assessed them.
        answers: what they say to its ``conditions``, by their ids; what is not answered counts as met.

    """
    from careercli.domain.match import match as match_of

    if not isinstance(assessment, Assessment):
        raise _wanted("Assessment", assessment)
    return match_of(assessment, advertisement, answers)


def to_json(result: Assessment | Plan | Draft | Match, catalog: Catalog | None = None) -> bytes:
    """Return a result as the document that the command line prints for it, UTF-8 JSON and a newline.

    Raises:
        TypeError: it is none of these results.

    """
    from careercli.documents.json_text import encode
    from careercli.documents.result import result_document

    return encode(result_document(result, _known(catalog).skill_titles))


def _checked(profile: Profile, catalog: Catalog) -> Profile:
    """Return a profile that was put together by hand as it would be read from a file.

    Raises:
        TypeError: it is none.
        InvalidDataError: something in it cannot be meant; with every problem.

    """
    if not isinstance(profile, Profile):
        raise _wanted("Profile", profile)
    for field in ("skills", "evidence", "not_applicable"):
        if not isinstance(given := getattr(profile, field), Mapping):
            raise _wanted(f"mapping as {field}", given)
    return profile_of(Document("The profile", as_document(profile)), catalog)


def _goal(profile: Profile, catalog: Catalog, name: str | None) -> Tier | None:
    if name is None:
        return default_goal(catalog.ladder, profile)
    if not isinstance(name, str):
        raise _wanted("goal's name", name)
    from careercli.formats.lookup import find_tier

    return find_tier(catalog, name)


def _day(as_of: date | None) -> date:
    """Return the day to reckon from: today unless told, and of a time of the day only the day.

    Raises:
        TypeError: it is no date.
        InvalidDataError: it is none that a plan could be reckoned from.
        NeedsInputError: no day is told, and the clock shows none of these.

    """
    if as_of is None:
        return today()
    if not isinstance(as_of, date):
        raise _wanted("date", as_of)
    day = as_of.date() if isinstance(as_of, datetime) else as_of
    if not EARLIEST <= day <= LATEST:
        raise InvalidDataError(f"{day} is not between {EARLIEST} and {LATEST}.")
    return day


def _known(catalog: Catalog | None) -> Catalog:
    """Return the catalog given, and without one that which is built in.

    Raises:
        TypeError: it is none, as where a folder is given without ``load_catalog``.

    """
    if catalog is None:
        return _builtin()
    if not isinstance(catalog, Catalog):
        raise _wanted("Catalog", catalog)
    return catalog


def _wanted(what: str, given: object) -> TypeError:
    """Return what is wrong where something else is given, before it fails somewhere below."""
    return TypeError(f"A {what} is wanted, not a {type(given).__name__}.")


@lru_cache(maxsize=1)
def _builtin_packs() -> Packs:
    from careercli.catalog import Packs

    return Packs()


@lru_cache(maxsize=1)
def _builtin() -> Catalog:
    return _builtin_packs().catalog.catalog


@lru_cache(maxsize=1)
def _builtin_library() -> Library:
    return _builtin_packs().library
