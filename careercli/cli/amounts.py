"""Amounts as they are typed, and what they may be."""

from careercli.domain.typed import NumberKind, typed
from careercli.errors import UsageError
from careercli.formats.document import shortened

LIMITS: dict[NumberKind, tuple[float, float]] = {
    "years": (0, 60),
    "weekly": (0.5, 80),
    "level": (0, 4),
    "share": (0.1, 1),
    "people": (0, 100_000),
}
"""The least and the most of each kind."""

_AS_IN: dict[NumberKind, str] = {
    "years": "As in 2.5, '2,5 years' or '18 months'.",
    "weekly": "As in 2.5, '2,5 hours' or '90 min'.",
    "share": "As in 0.6 or '60 %' of full time.",
    "people": "As in --team 5.",
}


def amount(option: str, text: str, kind: NumberKind, now: float = 0, *, relative: bool = False) -> float:
    """Return what the text of an option means; with ``relative`` a sign makes it a change of ``now``.

    Raises:
        UsageError: it is no number, or outside its limits.

    """
    low, high = LIMITS[kind]
    text = text.strip()
    span, found = f"{low:g} to {high:g}", typed(text, kind)
    if found is None:
        raise UsageError(
            f"{option} takes a number from {span}, not '{shortened(text)}'.", hint=_AS_IN.get(kind, "")
        )
    if relative and found.signed:
        return float(min(max(now + found.amount, low), high))
    if not low <= found.amount <= high:
        hint = _AS_IN["share"] if kind == "share" else ""
        raise UsageError(f"{option} takes a number from {span}, not {shortened(text)}.", hint=hint)
    return found.amount
