"""What commands return: how each result is made a document, a page and a file, and what does so.

Documents and pages are functions that say by the names of their parameters what they are made from: the
values that a command hands over, and what a run knows. A document may also be a type, which is made of the
first of these values; those that are called as its fields are taken as they are. The modules are
imported only when they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from careercli.cli.context import Session
from careercli.cli.output import no_picture_of
from careercli.cli.profile_source import later_command
from careercli.errors import StorageError
from careercli.formats.text import clean

if TYPE_CHECKING:
    from careercli.cli.output_file import Target


class Result(msgspec.Struct, frozen=True):
    """What makes a document, a page and other files of a result, each as ``room.module.function``.

    Attributes:
        document: what makes the JSON document, or its type.
        page: what makes the screen; empty where the result is only written to files.
        handout: what makes it a page to hand over, as Markdown and as HTML.
        files: what makes it in each other form that a file can have.

    """

    document: str
    page: str = ""
    handout: str = ""
    files: Mapping[str, str] = {}


RESULTS = {
    "answers": Result("documents.answers.answers_document", "pages.ask.answers_view"),
    "assessment": Result("documents.assessment.assessment_document", "pages.assess.assess_view"),
    "why": Result("documents.assessment.assessment_document", "pages.why.why_view"),
    "check": Result("documents.contrast.ProfileTierDocument", "pages.contrast.check_view"),
    "contrast": Result("documents.contrast.ProfileComparisonDocument", "pages.contrast.contrast_view"),
    "tiers": Result("documents.comparison.tier_comparison", "pages.comparison.tier_comparison_view"),
    "two roles": Result("documents.comparison.role_comparison", "pages.comparison.role_comparison_view"),
    "checkup": Result("documents.checkup.doctor_document", "pages.checkup.checkup_view"),
    "backup": Result("documents.backup.backup_document", "pages.backup.backup_view"),
    "restore": Result("documents.backup.restore_document", "pages.backup.restore_view"),
    "config": Result("documents.config.config_document", "pages.config.config_view"),
    "setting": Result("documents.config.setting_document", "pages.config.setting_view"),
    "setting change": Result("documents.config.setting_change_document", "pages.config.setting_change_view"),
    "completion": Result("documents.completion.completion_document", "pages.completion.completion_view"),
    "schemas": Result("documents.schemas.schemas_document", "documents.schemas.schema_lines"),
    "sources": Result("documents.sources.sources_document", "pages.sources.source_list_view"),
    "source": Result("documents.sources.source_document", "pages.sources.source_view"),
    "personas": Result("documents.assessment.PersonasDocument", "pages.demo.people_view"),
    "path": Result("documents.path.path_document", "pages.path.path_view"),
    "slide": Result("documents.path.path_document", "pages.path.slide_view"),
    "step": Result("documents.progress.step_document", "pages.step.step_view"),
    "progress": Result("documents.progress.progress_document", "pages.progress.progress_view"),
    "profiles": Result("documents.profiles.ProfilesDocument", "pages.profiles.profile_list_view"),
    "profile": Result("documents.profiles.details_document", "pages.profiles.profile_view"),
    "history": Result("documents.profiles.history_document", "pages.history.history_view"),
    "notes": Result("documents.notes.NotesDocument", "pages.notes.notes_view"),
    "paper": Result("documents.paper.paper_document", "pages.paper.paper_view", "pages.paper.paper_page"),
    "opinions": Result("documents.opinions.opinions_document", "pages.opinions.opinions_view"),
    "opinion form": Result("documents.opinions.OpinionFormDocument", "pages.opinions.opinion_form_view"),
    "reversal": Result("documents.profiles.reversal_document", "pages.reversal.reversal_view"),
    "import": Result("documents.imported.import_document", "pages.imported.import_view"),
    "imports": Result("documents.imported.imports_document", "pages.imported_folder.imports_view"),
    "roles": Result("documents.guides.roles_document", "pages.guide.role_list_view"),
    "guide": Result(
        "documents.guides.role_document", "pages.guide.guide_view", "pages.guide_page.guide_page"
    ),
    "contents": Result("documents.guides.role_document", "pages.guide.contents_view"),
    "skills": Result("documents.catalog.SkillsDocument", "pages.skill.skill_list_view"),
    "skill": Result("documents.catalog.skill_document", "pages.skill.skill_view"),
    "transfers": Result("documents.transfer.TransfersDocument", "pages.transfer.transfers_view"),
    "transfer": Result(
        "documents.transfer.transfer_document", "pages.transfer.transfer_view", "pages.transfer.transfer_page"
    ),
    "what-if": Result("documents.changes.WhatIfDocument", "pages.what_if.what_if_view"),
    "variants": Result("documents.changes.variants_document", "pages.what_if.variants_view"),
    "plan": Result(
        "documents.plans.PlanDocument",
        "cli.plan_output.plan_screen",
        files={
            "md": "pages.plan.plan_checklist",
            "csv": "exports.plan_csv.plan_csv",
            "ics": "exports.plan_calendar.plan_calendar",
        },
    ),
    "match": Result("documents.match.match_document", "pages.match.match_view", "pages.match.match_page"),
    "matches": Result(
        "documents.matches.matches_document", "pages.matches.matches_view", "pages.matches.matches_page"
    ),
    "cohort": Result(
        "documents.cohort.cohort_document",
        "pages.cohort.cohort_view",
        files={"html": "pages.cohort.cohort_page", "csv": "exports.cohort_csv.cohort_csv"},
    ),
    "candidates": Result(
        "documents.cohort.candidates_document",
        "pages.candidates.candidates_view",
        files={"html": "pages.candidates.candidates_page"},
    ),
    "portfolio": Result(
        "documents.portfolio.portfolio_document",
        "pages.portfolio.portfolio_view",
        "pages.portfolio.portfolio_page",
    ),
    "report": Result(
        "documents.report.ReportDocument", "pages.report.report_view", "pages.report.report_page"
    ),
}
"""Every result by its name."""

_KNOWN: dict[str, Callable[[Session], object]] = {
    "catalog": lambda session: session.catalog,
    "library": lambda session: session.library,
    "ladder": lambda session: session.catalog.ladder,
    "names": lambda session: session.catalog.skill_titles,
    "skills": lambda session: session.catalog.skills_by_id,
    "today": lambda session: session.today,
    "state": lambda session: session.preference("state").value,
    "look": lambda session: session.look,
    "command": lambda session: partial(later_command, session),
}
"""What a run knows, by the name of the parameter that asks for it; a value of the command's comes first."""


def show(session: Session, name: str, /, **values: Any) -> None:
    """Print the result of this name: a document with ``--json``, else a screen.

    ``values`` are what it is made from, beside what a run knows; a function among them is called where its
    value is needed.
    """
    result = RESULTS[name]
    document, page = (partial(_made, session, how, values) for how in (result.document, result.page))
    _print(session, document, page)


def show_done(session: Session, name: str, done: str, /, **values: Any) -> None:
    """Print the result of what is done, as :func:`show` does; ``done`` says that: ``The step is recorded``.

    Raises:
        StorageError: it cannot be printed; says that it is done, and must not be done once more.

    """
    try:
        show(session, name, **values)
    except StorageError as error:
        error.hint = f"{done} all the same: do not repeat this. {error.hint}".strip()
        raise


def show_lines(session: Session, document: msgspec.Struct, lines: Sequence[str]) -> None:
    """Print a document with ``--json``, else the lines that say the same."""
    _print(session, lambda: document, lambda: lines)


def _print(session: Session, document: Callable[[], Any], page: Callable[[], Any]) -> None:
    if session.settings.json:
        session.print_document(document())
    else:
        session.print_view(page())


def hand_over(session: Session, target: Target, name: str, /, **values: Any) -> None:
    """Bring the result of this name where it goes: on the screen, else to its file, whole or not at all.

    A printed text is put into the encoding of standard output; any other file is printed as it is.

    Raises:
        UsageError: the file may not be written; or a picture of the screen is asked for, and there is none.
        StorageError: it cannot be written.

    """
    if target.on_screen:
        show(session, name, **values)
        return
    if session.settings.picture is not None:
        raise no_picture_of("none")
    data = _content(session, RESULTS[name], target, values)
    if target.file is None:
        if target.form == "md":
            session.write(data.decode())
        else:
            session.write_bytes(data, paged=target.form != "json")
        return
    from careercli.store import write_whole

    target.check(session)
    write_whole(Path(target.file), data)
    session.say(f"Written to {clean(target.file)}.")


def _content(session: Session, result: Result, target: Target, values: Mapping[str, Any]) -> bytes:
    """Return a result in the form of a file; a screen in one has no color, whatever the terminal can do."""
    values = {**values, "for_a_file": target.file is not None}
    if target.form == "json":
        from careercli.documents.json_text import encode

        return encode(_made(session, result.document, values))
    if target.form == "table":
        from careercli.pages.look import render

        look = session.look.but(color=False, unicode=True)
        return render(_made(session, result.page, {**values, "look": look}), look).encode()
    made = _made(session, result.files.get(target.form) or result.handout, values)
    if not isinstance(made, str | bytes):  # blocks
        form = {"md": "markdown"}.get(target.form, target.form)
        made = getattr(import_module(f"careercli.pages.render.{form}"), form)(made)
    return made.encode() if isinstance(made, str) else made


def _made(session: Session, how: str, values: Mapping[str, Any]) -> Any:
    """Return what a function makes of those values, and of what a run knows, that it has parameters for."""
    module, _, function = how.rpartition(".")
    make = getattr(import_module(f"careercli.{module}"), function)
    if isinstance(make, type):
        from careercli.documents.projection import document_of

        return document_of(make, values, session.catalog.skill_titles)
    wanted = signature(make).parameters.keys()
    known = {name: _KNOWN[name](session) for name in wanted & _KNOWN.keys() - values.keys()}
    given = {name: values[name] for name in wanted & values.keys()}
    return make(**known, **{name: value() if callable(value) else value for name, value in given.items()})
