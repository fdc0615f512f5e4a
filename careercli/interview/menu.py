"""The menu of a guided session: what to look at, change, record and save once the questions are answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from careercli.cli.finished_step import ask_for_proof, finish_step
from careercli.cli.profile_source import later_command, next_command
from careercli.cli.results import show
from careercli.domain.interview import next_question
from careercli.domain.model import LEVEL_NAMES
from careercli.domain.placement import unrated
from careercli.domain.plan import PlannedStep, to_start
from careercli.domain.steps import Effort
from careercli.errors import CareerError
from careercli.interview.sitting import Sitting
from careercli.prompts.asker import GoBackError, Option
from careercli.text.headline import standing_sentence

_STEPS = 6
"""So many steps that can be started are offered to be marked as done."""

_PLACE_OF_STEPS = "A finished step is recorded in a saved profile"


class Menu:
    """What can be done with the answers of a sitting."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.session = sitting.session
        self.asker = sitting.asker

    def run(self) -> None:
        """Offer what to do next until the person leaves."""
        actions: dict[str, Callable[[], object]] = {
            "plan": self._plan,
            "gaps": partial(self.sitting.report, full=True),
            "rate": self._rate_more,
            "quick": self._go_on_quickly,
            "done": self._step_done,
            "facts": self._change_facts,
            "save": self.sitting.save,
        }
        default = "quick" if self._says_too_little() else "plan"
        while True:
            choice = self.asker.choose("What next?", self._reminder(), self._entries(), default)
            if choice != "quit":
                actions[choice]()
            elif self._leave():
                return
            default = "quit" if self.sitting.is_saved else "save"

    def _reminder(self) -> str:
        """Return where the person stands: 24 lines have no room for a whole report and the menu."""
        return "" if self.session.accessible else standing_sentence(self.sitting.assessment())

    def _entries(self) -> list[Option]:
        left = len(unrated(self.session.catalog.ladder, self.sitting.profile))
        entries = [
            Option("p", "Show the plan with its dates.", "plan"),
            Option("g", "Show all that is missing, for the next tier and for the goal.", "gaps"),
        ]
        if self._says_too_little():
            entries.append(Option("r", "Answer the quick interview, for a first result.", "quick"))
        elif left:
            entries.append(Option("r", f"Rate more skills: {left} are open.", "rate"))
        if self._steps():
            entries.append(Option("d", "Mark a step of the plan as done.", "done"))
        return [
            *entries,
            Option("c", "Change name, title, years, goal or hours.", "facts"),
            Option("s", "Save, as a profile or to a file.", "save"),
            Option("q", "Quit.", "quit"),
        ]

    def _plan(self) -> None:
        from careercli.pages.plan import Commands, plan_view

        sitting, holder = self.sitting, self.sitting.keeping.holder
        catalog, plan = self.session.catalog, sitting.assessment().plan
        following = catalog.ladder.at(plan.goal.rank + 1) if plan.goal else None
        more = "careercli plan FILE --full, once you have saved to one"
        if holder is not None:
            more = next_command(self.session, "plan", holder, "--full")
        self.session.write("\n")
        commands = Commands(more, "r in the menu")
        view = plan_view(
            plan,
            sitting.profile,
            catalog.skills_by_id,
            self.session.look,
            commands=commands,
            following=following,
        )
        self.session.print_view(view)

    def _change_facts(self) -> None:
        self.sitting.interview.facts(again=True)
        self.sitting.report()

    def _says_too_little(self) -> bool:
        """Return whether too little is rated to place the person, and more can be."""
        if self.sitting.assessment().placement.state != "too-little-rated":
            return False
        return next_question(self.session.catalog.ladder, self.sitting.profile) is not None

    def _go_on_quickly(self) -> None:
        self.sitting.interview.quick()
        self.sitting.report()

    def _rate_more(self) -> None:
        """Ask for the open skills, those that the goal needs most first."""
        assessment = self.sitting.assessment()
        open_skills = unrated(self.session.catalog.ladder, self.sitting.profile)
        first = [gap.skill for gap in (*assessment.gaps, *assessment.goal_gaps) if gap.have is None]
        self.sitting.interview.full(tuple(dict.fromkeys([*first, *open_skills])))
        self.sitting.report()

    # -- steps -----------------------------------------------------------------------------------------

    def _steps(self) -> tuple[PlannedStep, ...]:
        """Return the first steps of the plan that can be started and recorded, in its order.

        A step from a level that is only estimated cannot be: its skill has to be rated first.
        """
        steps = to_start(self.session.catalog.skills_by_id, self.sitting.assessment().plan.steps)
        levels = self.sitting.profile.skills
        return tuple(
            step for step in steps if step.growth and step.level_from == levels.get(step.skill or "", 0)
        )[:_STEPS]

    def _step_done(self) -> None:
        """Record a step as done, with its proof, and show what that changes."""
        name = self._saved_first()
        if name is None:
            return
        try:
            self.sitting.take_up(name)  # a step may have been recorded elsewhere since
            chosen = self._chosen_and_proved(name)
            if chosen is None:
                return
            step, effort = chosen
            skill = self.session.catalog.skills_by_id[step.skill or ""]
            change = finish_step(self.session, name, skill, step.level_to, effort)
            self.sitting.take_up(name)
        except CareerError as error:
            self.session.report(error)
            return
        self.session.write("\n")
        show(self.session, "step", name=name, change=change)

    def _saved_first(self) -> str | None:
        """Return the saved profile that holds the answers, saving them first where none does; or None."""
        if self.sitting.saved_as is None:
            self.asker.tell(f"{_PLACE_OF_STEPS}, so save your answers under a name first.")
            if self.sitting.save() and self.sitting.saved_as is None:
                self.asker.tell(
                    f"{_PLACE_OF_STEPS}, not in a file: save under a name too, then mark the step."
                )
        return self.sitting.saved_as

    def _chosen_and_proved(self, name: str) -> tuple[PlannedStep, Effort] | None:
        """Ask which step is done and what proves it; None where the person goes back to the menu."""
        steps = self._steps()
        if not steps:
            self.asker.tell("No step is left in the plan.")
            return None
        try:
            while True:
                step = self._chosen(steps, name)
                if step.growth is None:  # none such is offered
                    continue
                try:
                    proof = ask_for_proof(self.asker, step.growth, back=True)
                except GoBackError:
                    continue
                return step, Effort(self.session.today, proof)
        except GoBackError:
            return None

    def _chosen(self, steps: tuple[PlannedStep, ...], name: str) -> PlannedStep:
        skills = self.session.catalog.skills_by_id
        options = []
        for number, step in enumerate(steps, start=1):
            if step.growth is None or step.skill is None:
                continue
            level = f"{step.growth.to}, {LEVEL_NAMES[step.growth.to]}"
            label = f"{skills[step.skill].name} to level {level}: {step.growth.title}."
            options.append(Option(str(number), label, step.id))
        other = later_command(self.session, "plan", "done", "STEP", name, "--on", "DATE")
        detail = f"It counts as done today; for another step or day type {other} instead."
        chosen = self.asker.choose("Which step is done?", detail, options, steps[0].id, back=True)
        return next(step for step in steps if step.id == chosen)

    # -- leaving ---------------------------------------------------------------------------------------

    def _leave(self) -> bool:
        """Return whether to leave: at once where nothing would be lost, else after asking."""
        if self.sitting.is_saved:
            return True
        options = [
            Option("y", "Yes, save them.", "yes"),
            Option("n", "No, leave without saving.", "no"),
            Option("m", "Back to the menu.", "menu"),
        ]
        choice = self.asker.choose("Your answers are not saved. Save them first?", "", options, "yes")
        if choice == "yes":
            return self.sitting.save()
        if choice == "no":
            self.sitting.keeping.forget_drafts()
        return choice == "no"
