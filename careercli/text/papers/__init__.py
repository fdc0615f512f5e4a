"""The papers of ``prepare`` in English, each made from a brief; what they say of the person is evidence."""

from __future__ import annotations

from collections.abc import Callable

from careercli.domain.paper import Paper, PaperKind
from careercli.text.papers.brief import Brief
from careercli.text.papers.bullets import bullets_paper
from careercli.text.papers.case import case_paper
from careercli.text.papers.interview import interview_paper
from careercli.text.papers.letter import letter_paper
from careercli.text.papers.pay import pay_paper
from careercli.text.papers.talk import talk_paper

__all__ = ["PAPERS", "Brief", "paper"]

PAPERS: dict[PaperKind, Callable[[Brief], Paper]] = {
    "interview": interview_paper,
    "bullets": bullets_paper,
    "letter": letter_paper,
    "case": case_paper,
    "pay": pay_paper,
    "talk": talk_paper,
}
"""What makes each paper."""


def paper(kind: PaperKind, brief: Brief) -> Paper:
    """Return a paper; the same brief always gives the same."""
    return PAPERS[kind](brief)
