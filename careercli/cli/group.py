"""A command about a person that has commands of its own: ``plan [PROFILE]`` and ``plan done STEP``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption


class PersonGroup(TyperGroup):
    """A group that acts by itself: the first word is one of its commands, or else its PROFILE.

    After ``--`` a word is a PROFILE whatever it says, so a saved profile called ``done`` can still be named.
    Use it with ``invoke_without_command=True`` and the acting command as callback.
    """

    allow_extra_args = False
    allow_interspersed_args = True

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Return the context of the command that the words mean: one of the group's own, or the group."""
        at = self._own_word(args)
        if at is None:
            return super().make_context(info_name, args, parent, **extra)
        rest = [*args[:at], *args[at + 1 :]]
        return self.commands[args[at]].make_context(f"{info_name} {args[at]}", rest, parent, **extra)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what the usage line says: that of the group's own doing; the help lists the commands."""
        return TyperCommand.collect_usage_pieces(self, ctx)

    def _own_word(self, args: Sequence[str]) -> int | None:
        """Return where the name of a command stands, if that is the first word that is no option."""
        valued = {
            name
            for param in self.params
            if isinstance(param, TyperOption) and not param.is_flag
            for name in param.opts
        }
        is_value = False
        for index, word in enumerate(args):
            if is_value:
                is_value = False
            elif word == "--":
                return None
            elif word.startswith("-") and word != "-":
                is_value = word in valued
            else:
                return index if word in self.commands else None
        return None
