"""In which form a result is written: by its options, else by the ending of its file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.cli.output_file import form_of
from careercli.errors import UsageError

ENDINGS = {".md": "md", ".markdown": "md", ".json": "json"}
FORMS = st.none() | st.sampled_from(["md", "json"])
FILES = st.none() | st.sampled_from(["-", "plan", "plan.pdf", "plan.md", "PLAN.MARKDOWN", "a.md/plan.json"])


@given(FILES, FORMS, FORMS)
def test_one_form_or_a_reason_why_there_is_none(
    output: str | None, by_format: str | None, by_json: str | None
) -> None:
    """What is said must agree, whoever says it; printed without a word it has a form of its own."""
    asked = {"--format F": by_format, "--json": by_json}
    ending = {"plan.md": "md", "PLAN.MARKDOWN": "md", "a.md/plan.json": "json"}.get(output or "")
    said = {form for form in (by_format, by_json, ending) if form}
    if said and output == "plan.pdf":
        said.add("something else")
    if not said and output in {None, "-"}:
        said = {"table"}
    if len(said) == 1:
        assert said == {form_of(output, asked, ENDINGS)}
        return
    with pytest.raises(UsageError) as told:
        form_of(output, asked, ENDINGS)
    assert ("contradict" in told.value.message) is bool(said)


@pytest.mark.parametrize("output", ["plan", "plan.txt", "plan.2026", "plan.pdf.new", "a.pdf/plan", "plan."])
def test_an_ending_that_says_nothing(output: str) -> None:
    """Contradicts nothing: only what is known to be something else does."""
    assert form_of(output, {"--json": "json"}, ENDINGS) == "json"


@pytest.mark.parametrize("output", ["plan.pdf", "plan.PNG", "plan.json.gz", "plan.docx", "plan.csv"])
def test_an_ending_of_something_else(output: str) -> None:
    """A file is never given the name of what it is not."""
    with pytest.raises(UsageError, match=f"--json and {output} contradict each other"):
        form_of(output, {"--json": "json"}, ENDINGS)


def test_what_to_do_instead_is_said() -> None:
    """With the endings that mean something, and the options that do."""
    with pytest.raises(UsageError) as told:
        form_of("plan", {"--format md": None, "--json": None}, ENDINGS)

    assert told.value.message == "What plan should be is not clear from its ending."
    assert told.value.hint == "Name a file that ends in .md, .markdown or .json, or add --format or --json."
