"""What a résumé leaves open, each settled by an answer or by its default."""

from collections.abc import Mapping

from careercli.domain.experience import Doubt, DoubtChoice, DoubtKind, Place
from careercli.imports.job_titles import OTHER_WORK


class Doubting:
    """Raises doubts, and settles each by its answer or its default."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        self.answers = answers
        self.doubts: list[Doubt] = []

    def settle(
        self,
        kind: DoubtKind,
        about: str,
        text: str,
        place: Place,
        choices: tuple[DoubtChoice, ...],
        default: str,
        *,
        of: str = "",
    ) -> str:
        """Return the answer to a doubt, or its default; ``of`` tells several at one place apart."""
        name = f"{place.text}#{kind}{of and f'-{of}'}"
        answer = self.answers.get(name)
        if choices and answer not in {choice.value for choice in choices}:
            answer = None
        sure = choices == OTHER_WORK
        self.doubts.append(Doubt(name, kind, about, text, place, choices, default, answer, sure))
        return default if answer is None else answer
