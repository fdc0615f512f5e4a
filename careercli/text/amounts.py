"""Figures in words, the same everywhere."""

from __future__ import annotations

from careercli.domain.guide import MONEY, SIGNED, Figure


def value_of(figure: Figure) -> str:
    """Return what a figure says: ``$38,750 a year``, ``+10 %``, ``50,000 to 500,000 users``, ``High``."""
    if figure.words is not None:
        return figure.words
    unit = figure.unit or ""
    if figure.amount is not None:
        return _with_unit(_number(figure.amount, unit), unit)
    if figure.min is not None and figure.max is not None:
        return _with_unit(f"{_number(figure.min, unit)} to {_number(figure.max, unit)}", unit)
    if figure.min is not None:
        return _with_unit(f"{_number(figure.min, unit)} or more", unit)
    return _with_unit(f"up to {_number(figure.max or 0, unit)}", unit)


def short_value_of(figure: Figure) -> str:
    """Return what a figure says without its unit, as in a table: ``$38,750``, ``$110,000+``, ``$30-40``."""
    if figure.words is not None:
        return figure.words
    unit = figure.unit or ""
    if figure.amount is not None:
        return _number(figure.amount, unit)
    if figure.min is None:
        return f"up to {_number(figure.max or 0, unit)}"
    return f"{_number(figure.min, unit)}{'+' if figure.max is None else f'-{grouped(figure.max)}'}"


def money(amount: float | None) -> str:
    """Return an amount of money, ``$38,750``; one that is not published is ``above the cap``."""
    return "above the cap" if amount is None else _number(amount, MONEY)


def change(amount: float) -> str:
    """Return a change in percent with its sign: ``+10 %``, ``-0.3 %``."""
    return _with_unit(_number(amount, SIGNED), SIGNED)


def grouped(amount: float) -> str:
    """Return a number with a comma between thousands, up to two decimals and none without need."""
    return f"{amount:,.2f}".rstrip("0").rstrip(".")


def _number(amount: float, unit: str) -> str:
    sign = "-" if amount < 0 else "+" if unit == SIGNED else ""
    return f"{sign}{'$' if unit.startswith(MONEY) else ''}{grouped(abs(amount))}"


def _with_unit(words: str, unit: str) -> str:
    if unit.startswith(MONEY):
        return f"{words} {unit.removeprefix(MONEY).strip()}".strip()
    if unit == SIGNED:
        return f"{words} %"
    return f"{words} {unit.removesuffix('s') if words == '1' else unit}"
