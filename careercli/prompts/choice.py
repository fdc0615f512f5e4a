"""A question with answers to choose from, as one drawing: its title, its answers, a line at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from careercli.prompts.asker import EXPLAIN, Option, matching, wrapped
from careercli.prompts.guard import Guard

_NOT_SO = "that key is not one of them"
_NO_MATCH = "Nothing has these words."
_HERE = "class:highlighted"
_READ = "any key goes back to the question"

_BROAD = 60
"""From so many columns on the headings of groups have a column of their own."""
_FEWEST = 4
"""Lines that are left for the answers, however much there is to say above them."""
_SAME_PRESS = 0.05
"""Seconds within which what follows Escape is the rest of a key that nobody knows, and no answer."""

_NO_KEYS = frozenset(
    (
        Keys.ControlJ,  # another Enter, which the library takes for the first
        Keys.CPRResponse,
        Keys.Ignore,
        Keys.ScrollDown,
        Keys.ScrollUp,
        Keys.SIGINT,
        Keys.Vt100MouseEvent,
        Keys.WindowsMouseEvent,
    )
)
"""What the library calls a key, and nobody presses to answer."""

_SCROLLS = {Keys.Up: -1, Keys.Down: 1, Keys.PageUp: -_FEWEST, Keys.PageDown: _FEWEST}

Line = tuple[int, str]
"""A line of the answers, and which of them it is of; -1 where it is a heading."""


class Choice:
    """One question: what was pressed so far, and the drawing of it for the terminal as it is now."""

    def __init__(
        self, title: str, detail: str, options: Sequence[Option], default: str, explain: str, *, pointer: str
    ) -> None:
        self.title, self.detail, self.explain = title, detail, explain
        self.pointer = pointer
        self.rows = [option for option in options if not option.aside]
        self.asides = [option for option in options if option.aside]
        self.filters = bool(self.rows) and not any(option.key for option in self.rows)
        self.keys = {option.key: option for option in options if self._answers_at_once(option.key)}
        self.shown = self.rows
        self.pointed: Option | None = next(option for option in options if option.value == default)
        self.default = self.pointed
        self.typed = ""
        self.top = 0
        self.refused = self.explains = False
        self._escaped = 0.0

    def _answers_at_once(self, key: str) -> bool:
        return len(key) == 1 and not (self.filters and key.isalnum())

    def application(
        self, guard: Guard, output: Output, depth: ColorDepth, style: Style, widest: int
    ) -> Application[Option]:
        """Return the application that asks; it ends with the option chosen."""

        def hear(event: KeyPressEvent) -> None:
            self._hear(event, guard)

        bindings = KeyBindings()
        for key in {*Keys} - _NO_KEYS:
            bindings.add(key, eager=key != Keys.Any)(hear)

        def drawn() -> StyleAndTextTuples:
            size = output.get_size()
            return self.draw(max(min(widest, size.columns), 20), size.rows)

        app: Application[Option] = Application(
            layout=Layout(Window(FormattedTextControl(drawn, focusable=True), dont_extend_height=True)),
            key_bindings=bindings,
            erase_when_done=True,
            output=output,
            color_depth=depth,
            style=style,
        )
        app.ttimeoutlen = _SAME_PRESS
        guard.watch(app)
        return app

    # -- keys ------------------------------------------------------------------------------------------

    def _hear(self, event: KeyPressEvent, guard: Guard) -> None:
        key = event.key_sequence[0].key
        held = key == Keys.ControlM and guard.holds()
        guard.leave()
        if held:
            return
        if key == Keys.ControlC:
            event.app.exit(exception=KeyboardInterrupt)
        elif self.explains:
            if key in _SCROLLS:
                self.top += _SCROLLS[Keys(key)]
            else:
                self.explains, self.top = False, 0
        elif key == Keys.ControlM:
            if not self.refused and (entered := self.pointed and self._entered(self.pointed)):
                event.app.exit(result=entered)
            self.refused = False
        elif not self._is_rest_of_key(key) and (option := self.keys.get(key)) is not None:
            if chosen := self._chosen(option):
                event.app.exit(result=chosen)
                guard.answered()
        else:
            self.refused = not self._hears(key)

    def _chosen(self, option: Option) -> Option | None:
        """Return what the key of an option answers; None where it answers nothing yet."""
        return option

    def _entered(self, option: Option) -> Option | None:
        """Return what Enter answers at an option; None where it answers nothing yet."""
        return option

    def _is_rest_of_key(self, key: str) -> bool:
        now = monotonic()
        rest = now - self._escaped < _SAME_PRESS
        if rest or key == Keys.Escape:
            self._escaped = now
        return rest

    def _hears(self, key: str) -> bool:
        """Do what a key does that chooses nothing, and return whether there is any such thing."""
        if key in {Keys.Up, Keys.Down}:
            self._move(1 if key == Keys.Down else -1)
        elif key in {Keys.Left, Keys.Right} and self.pointed in self.asides:
            at = self.asides.index(self.pointed) + (1 if key == Keys.Right else -1)
            self.pointed = self.asides[at % len(self.asides)]
        elif key in {Keys.PageUp, Keys.PageDown}:
            self._turn(1 if key == Keys.PageDown else -1)
        elif key == EXPLAIN and self.explain:
            self.explains, self.top = True, 0
        elif self.filters and key in {Keys.Backspace, Keys.Escape}:
            self._filter(self.typed[:-1] if key == Keys.Backspace else "")
        elif self.filters and len(key) == 1 and key.isprintable():
            self._filter(self.typed + key)
        else:
            return False
        return True

    def _move(self, by: int) -> None:
        """Move up or down through the answers; the line at the foot is one place below the last of them."""
        places = [*self.shown, *([None] if self.asides else [])]
        if not places:
            return
        now = self.pointed if self.pointed in self.shown else None
        to = places[(places.index(now) + by) % len(places)] if now in places else places[0]
        self.pointed = to or (self.default if self.default in self.asides else self.asides[0])

    def _turn(self, by: int) -> None:
        """Move by a page, as far as there is one."""
        if self.shown:
            now = self.shown.index(self.pointed) if self.pointed in self.shown else 0
            to = min(max(now + by * max(self._fitting, 1), 0), len(self.shown) - 1)
            self.pointed = self.shown[to]

    def _filter(self, typed: str) -> None:
        self.typed, self.top = typed, 0
        self.shown = matching(self.rows, typed)
        if typed.strip():
            self.pointed = self.shown[0] if self.shown else None
        else:
            self.pointed = self.default

    # -- the drawing -----------------------------------------------------------------------------------

    _fitting = 1

    def draw(self, width: int, rows: int) -> StyleAndTextTuples:
        """Return the question in lines of ``width`` columns, not more than ``rows`` of them."""
        title = wrapped(self.title.strip(), width - 1).splitlines()
        if self.explains:
            detail: list[str] = []
            lines = [(-1, line) for line in wrapped(self.explain, width - 1).splitlines()]
            foot: list[StyleAndTextTuples] = [[("class:instruction", _READ)]]
        else:
            detail = wrapped(self.detail.strip(), width - 1).splitlines() if self.detail else []
            lines = self._answers(width)
            foot = self._foot(width)
        room = rows - 1 - len(title) - len(detail) - len(foot)
        if len(lines) > room < _FEWEST:  # what must be seen is what can be chosen
            foot = foot[: max(rows // 3, 1)]
            title = title[: max(rows - len(foot) - _FEWEST - 1, 1)]
            detail = detail[: max(rows - 1 - len(foot) - len(title) - _FEWEST, 0)]
            room = max(rows - 1 - len(title) - len(detail) - len(foot), 1)
        out: StyleAndTextTuples = [("", "\n")]
        for style, part in (("class:question", title), ("class:instruction", detail)):
            out += [(style, f"{line}\n") for line in part]
        for at, line in self._visible(lines, room):
            out += self._styled(at, line)
        for number, parts in enumerate(foot):
            out += [("", "\n"), *parts] if number else parts
        return out

    def _styled(self, at: int, line: str) -> StyleAndTextTuples:
        if at < 0 or self.shown[at] is not self.pointed:
            return [("", f"{line}\n")]
        before, sign, after = line.partition(f"{self.pointer} ")
        if not sign:
            return [("class:highlighted", f"{line}\n")]
        return [
            ("", before),
            ("[SetCursorPosition]", ""),
            ("class:pointer", sign),
            ("class:highlighted", f"{after}\n"),
        ]

    def _answers(self, width: int) -> list[Line]:
        groups = {option.group for option in self.shown} - {""}
        column = max(map(len, groups), default=-2) + 2 if width >= _BROAD else 0
        lines: list[Line] = []
        group = ""
        for at, option in enumerate(self.shown):
            new, group = option.group != group, option.group
            heading = group if new else ""
            if heading and not column:
                lines.append((-1, heading))
            mark = self.pointer if option is self.pointed else " "
            key = f"{self._box(option)}{option.key}) " if option.key else ""
            lead = f"{heading if column else '':<{column}} {mark} {key}"
            hanging = " " * len(lead)
            label = wrapped(option.label, max(width - 1 - len(lead), 8)).splitlines() or [""]
            lines += [(at, (hanging if number else lead) + line) for number, line in enumerate(label)]
        return lines or [(-1, f"   {_NO_MATCH}")]

    def _visible(self, lines: list[Line], room: int) -> list[Line]:
        """Return the lines that there is room for, those of the answer pointed at among them."""
        self._fitting = len({at for at, _ in lines}) if len(lines) <= room else 1
        if len(lines) <= room:
            return lines
        inner = max(room - 2, 1)
        mine = [number for number, (at, _) in enumerate(lines) if at >= 0 and self.shown[at] is self.pointed]
        if mine and not self.explains:
            self.top = max(min(self.top, mine[0]), min(mine[-1] - inner + 1, mine[0]))
        self.top = max(min(self.top, len(lines) - inner), 0)
        seen = lines[self.top : self.top + inner]
        self._fitting = len({at for at, _ in seen})
        if room <= inner + 1:
            return seen
        below = len(lines) - self.top - inner
        above = f"   {_lines(self.top)} above" if self.top else ""
        return [(-1, above), *seen, (-1, f"   {_lines(below)} below: arrows" if below else "")]

    def _foot(self, width: int) -> list[StyleAndTextTuples]:
        """Return the lines at the foot: what else can be pressed, and what Enter does."""
        lines: list[StyleAndTextTuples] = []
        used = width
        for style, text in self._parts():
            for line in wrapped(text, width - 4).splitlines():
                if used + 2 + len(line) > width - 1:
                    lines.append([])
                    used = 1
                gap = "   " if used == 1 else "  "
                cursor = [("[SetCursorPosition]", "")] if style == _HERE else []
                lines[-1] += [("", gap), *cursor, (style, line)]
                used += 2 + len(line)
        return lines

    def _parts(self) -> Iterator[tuple[str, str]]:
        for option in self.asides:
            name = f"{option.key} {option.label}" if option.key else option.label
            here = option is self.pointed
            yield (_HERE, f"{self.pointer} {name}") if here else ("", name)
        if self.explain:
            yield "", f"{EXPLAIN} explain"
        if self.filters:
            yield "", f"type to filter: {self.typed}" if self.typed else "type to filter"
        if self.refused:
            yield "class:instruction", _NOT_SO
        elif self.pointed is not None:
            yield "class:instruction", self._enter()

    def _enter(self) -> str:
        """Return what Enter does."""
        return f"Enter takes {self.pointer}"

    def _box(self, option: Option) -> str:  # noqa: ARG002 - for answers to tick
        """Return what stands before the key of an answer."""
        return ""


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"
