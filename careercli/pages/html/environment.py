"""Jinja2, set up once for every page: everything is escaped, and a name that is not there is a fault.

A page is a template that extends ``base.html.j2``, which brings the typography, the colors for light and
dark, and the rules for print. Nothing in a page is taken from the clock, the locale or the machine, so the
same values give the same bytes.
"""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from careercli.text.phrases import count, day, hours_a_week, hours_range, number, percent


def page(template: str, **values: object) -> str:
    """Return a page; ``values`` are what its template names, and every text in them is shown as text."""
    return _environment().get_template(template).render(values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careercli.pages.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "count": count,
        "day": day,
        "hours": lambda effort: hours_range(effort.min, effort.max),
        "hours_a_week": hours_a_week,
        "number": number,
        "percent": percent,
    }
    return environment
