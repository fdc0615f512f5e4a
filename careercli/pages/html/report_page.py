"""A report as a page: designed, in one file, to read on a phone, to show and to print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from careercli.domain.model import HIGHEST_LEVEL, LEVEL_NAMES
from careercli.domain.schedule import DatedStep
from careercli.pages.html.charts import ladder_chart, pay_chart, timeline_chart
from careercli.pages.html.environment import page
from careercli.text import report_parts
from careercli.text.amounts import change, grouped, money, value_of
from careercli.text.pay import estimate_words, stake_words
from careercli.text.report import Report
from careercli.text.steps import dates_sentence, if_needed_sentence
from careercli.text.tiers import floor_words


def report_html(report: Report) -> str:
    """Return a report as one HTML page."""
    return page(
        "report.html.j2",
        version=report.version,
        as_of=report.assessment.as_of,
        report=report,
        person=report.assessment.profile,
        placement=report.assessment.placement,
        ladder=ladder_chart(report.assessment),
        timeline=timeline_chart(report),
        pay=pay_chart(report),
        pay_key=_pay_key(report),
        words=report_parts,
        floor=partial(floor_words, report.assessment.ladder),
        dates=partial(dates_sentence, report.assessment.plan),
        if_needed=_if_needed,
        skill_names={skill.id: skill.name for skill in report.assessment.skills.values()},
        level_names=LEVEL_NAMES,
        highest=HIGHEST_LEVEL,
        grouped=grouped,
        money=money,
        signed=change,
        value_of=value_of,
        estimate_words=estimate_words,
        stake_words=stake_words,
    )


def _if_needed(steps: Iterable[DatedStep]) -> str:
    return f"{if_needed_sentence(dated.step for dated in steps)}."


def _pay_key(report: Report) -> str:
    """Return what the marks of the pay chart mean, as far as they are in it."""
    out = []
    if wages := [on.wages for on in report.paid if on.wages]:
        cap = "" if all(each.p90 is not None for each in wages) else "; an arrow where its cap hides the end"
        out.append(
            "Line: from the pay of the lowest-paid tenth to that of the best-paid tenth in the nearest "
            f"occupation of the survey{cap}. Box: the middle half, with the median as a thick line."
        )
    if estimates := [on.dollars for on in report.paid if on.dollars]:
        more = any(each.amount is None and each.max is None for each in estimates)
        dashed = ', with a dashed line where it says "and more"' if more else ""
        out.append(f"Diamond: the guide's estimate{dashed}.")
    return " ".join(out)
