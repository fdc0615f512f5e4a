"""HTML as lines: what a browser shows."""

from __future__ import annotations

import pytest

from careercli.reading.builder import document_of
from careercli.reading.html import read


def lines(page: str | bytes) -> list[tuple[str, str]]:
    """Return mark and text of each line, read in this process."""
    data = page.encode() if isinstance(page, str) else page
    return [(line.mark, line.text) for line in document_of("", "", read(data, [])).lines]


def texts(page: str | bytes) -> list[str]:
    """Return the texts of the lines that are not empty."""
    return [text for _, text in lines(page) if text]


def test_blocks_become_lines() -> None:
    """Headings and list items are marked, paragraphs are apart, what stands in one line stays there."""
    page = "<h2>Skills &amp; tools</h2><ul><li><p>Zendesk</p><li>Coaching<br>for years</ul>"
    assert lines(f"{page}<p>One\n  <b>line</b>,\nreally<div>Next</div>line") == [
        ("heading", "Skills & tools"),
        ("text", ""),
        ("bullet", "Zendesk"),
        ("text", ""),
        ("bullet", "Coaching"),
        ("text", "for years"),
        ("text", ""),
        ("text", "One line, really"),
        ("text", ""),
        ("text", "Next"),
        ("text", "line"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<!-- x -->",
        "<template>x</template>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<p style="color: red; display:none">x</p>',
        '<p style="visibility: hidden">x</p>',
        '<p style="font-size:0px">x</p>',
        '<p style="color:red; opacity: 0">x</p>',
        '<p style="position:absolute; left:-9999px">x</p>',
        '<span class="icon sr-only">x</span>',
        "<select><option>x</select>",
        "<svg><text>x</text></svg>",
        "<title>x</title>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    """Nor does it hide what comes after it."""
    assert " ".join(texts(f"<body><p>before {hidden}after</p>")) == "before after"


def test_tables_of_data_and_of_layout() -> None:
    """A row of short cells is a line, one with more in a cell comes cell by cell."""
    page = "<tr><th>Years<td>Job<tr><td>2015<td>Agent<tr><td>Left<td><p>Right<p>More<tr><td> <td>Alone"
    assert texts(f"<table>{page}</table>") == ["Years\tJob", "2015\tAgent", "Left", "Right", "More", "Alone"]


def test_elements_that_touch_are_two_things_where_style_sheets_put_them_apart() -> None:
    """A title and its dates; a word of which a part is bold stays one."""
    page = "<div><b>Team Lead</b><span>2019</span><span>\u2013 2021</span></div>"
    assert texts(f"{page}<p><b>C</b><i>oach</i><b>ing</b>") == [
        "Team Lead\t2019 \u2013 2021",
        "Coaching",
    ]


def test_line_breaks_count_where_they_are_kept() -> None:
    """Within pre they are lines."""
    assert texts("<p>one\ntwo</p><pre>three\nfour</pre>") == ["one two", "three", "four"]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("latin-1", "iso-8859-1"),
        ("latin-1", ""),
        ("utf-16", ""),
        ("cp1252", "no-such"),
    ],
)
def test_encodings(encoding: str, declared: str) -> None:
    """UTF-8 wherever it is, a byte order mark, what the page declares, or what is likeliest."""
    page = f"<html><head><meta charset={declared}></head><body><p>Müller, Café à la carte".encode(encoding)

    assert texts(page) == ["Müller, Café à la carte"]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_nesting_has_an_end(tag: str) -> None:
    """Hundreds of elements within one another are read, and a hundred thousand harm nobody."""
    assert texts(f"<{tag}>" * 300 + "deep") == ["deep"]
    assert texts("<p>before</p>" + f"<{tag}>" * 100_000 + "deep")[:1] == ["before"]
