from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careercli.formats.text import one_line
from careercli.text.markdown import escaped

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKY = st.lists(
    st.sampled_from(
        [*"\\`*_[]<>&~|$#+-=.!()'\"1 a\n\t", "1. ", "10) ", "---", "```", "&amp;", "<b>", "](x)", "http://"]
    )
    | st.text(max_size=3)
).map("".join)


def shown(markdown: str) -> str:
    """Return what a reader of Markdown shows for one paragraph."""
    return READER.render(markdown)


@given(TRICKY.map(one_line).filter(bool))
def test_text_is_text(text: str) -> None:
    """Whatever somebody wrote is shown as it is, at the start of a line, in a list and in a sentence."""
    as_text = html.escape(text, quote=False).replace('"', "&quot;")

    assert shown(escaped(text)) == f"<p>{as_text}</p>\n"
    assert shown(f"- {escaped(text)}") == f"<ul>\n<li>{as_text}</li>\n</ul>\n"
    assert shown(f"So: {escaped(text)}") == f"<p>So: {as_text}</p>\n"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Three notes, 40 % better", "Three notes, 40 % better"),
        ("see https://x.example/a", "see https\\://x.example/a"),
        ("WWW.x.example", "WWW\\.x.example"),
        ("mail dana@x.example", "mail dana\\@x.example"),
        ("1. first", "1\\. first"),
        ("1.", "1\\."),
        ("7.5", "7.5"),
        ("-0.3 %", "-0.3 %"),
        ("- 3", "\\- 3"),
        ("---", "\\---"),
        ("#1 of the team", "\\#1 of the team"),
        ("*bold* | [a](b)", "\\*bold\\* \\| \\[a\\](b)"),
        ("two\nlines", "two lines"),
    ],
)
def test_what_is_escaped(text: str, markdown: str) -> None:
    """Plain words stay readable; markup and what readers make links of is kept from being any."""
    assert escaped(text) == markdown
