"""Commands that have commands of their own; and those that act by themselves too: ``plan``, ``plan done``."""

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from careercli.cli.usage import no_such_command
from careercli.formats.suggestion import did_you_mean


class Group(TyperGroup):
    """A command that has commands of its own."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that the first word means, and the words after it.

        Raises:
            UsageError: there is no such command; says the nearest.

        """
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise no_such_command(ctx.command_path, args[0], self.commands)
        return super().resolve_command(ctx, args)


class PersonGroup(Group):
    """A group that acts by itself: the first word is one of its commands, or else its PROFILE.

    After ``--`` a word is a PROFILE whatever it says, so a saved profile called ``done`` can still be named.
    Use it with ``invoke_without_command=True`` and the acting command as callback.
    """

    allow_extra_args = False
    allow_interspersed_args = True

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Return the context of the command that the words mean: one of the group's own, or the group."""
        places = self._words(args)
        at = places[0] if places and args[places[0]] in self.commands else None
        if at is None:
            # Two words are too much for a PROFILE: the first one was meant as a command.
            if len(places) > 1 and did_you_mean(word := args[places[0]], self.commands):
                path = f"{parent.command_path} {info_name}" if parent else str(info_name)
                raise no_such_command(path, word, self.commands)
            return super().make_context(info_name, args, parent, **extra)
        rest = [*args[:at], *args[at + 1 :]]
        return self.commands[args[at]].make_context(f"{info_name} {args[at]}", rest, parent, **extra)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what the usage line says: that of the group's own doing; the help lists the commands."""
        return TyperCommand.collect_usage_pieces(self, ctx)

    def _words(self, args: Sequence[str]) -> list[int]:
        """Return where words stand that are no options, nor values of these, up to ``--``."""
        valued = {
            name
            for param in self.params
            if isinstance(param, TyperOption) and not param.is_flag
            for name in param.opts
        }
        places: list[int] = []
        is_value = False
        for index, word in enumerate(args):
            if is_value:
                is_value = False
            elif word == "--":
                break
            elif word.startswith("-") and word != "-":
                is_value = word in valued
            else:
                places.append(index)
        return places
