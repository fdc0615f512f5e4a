"""Lines become headings, items and paragraphs."""

from __future__ import annotations

from careercli.advertisements.blocks import blocks_of, labelled
from careercli.reading.document import lines_of


def blocks(text: str) -> list[tuple[str, str]]:
    """Return kind and text of each block of a text."""
    return [(block.kind, block.text) for block in blocks_of(lines_of(text.encode(), "ad.txt").lines)]


def test_a_paragraph_broken_at_a_margin_is_one() -> None:
    """Lines that were full are joined, and each keeps its number."""
    text = (
        "You will answer the questions of customers by phone, by email\n"
        "and in the shop, and pass on what you cannot solve to people\n"
        "Who know more. You will also write down what you have learnt\n"
        "from them, so that the next customer needs nobody else.\n"
    )
    (block,) = blocks_of(lines_of(text.encode(), "ad.txt").lines)

    assert block.kind == "text"
    assert block.line_at(block.text.index("shop")) == 2
    assert block.line_at(block.text.index("nobody")) == 4


def test_a_sentence_goes_on_over_an_empty_line() -> None:
    """A line in small letters below a full one that does not end goes on with it."""
    text = "You have a friendly voice on the telephone, and answer\n\nletters as well as you speak.\n"
    assert [kind for kind, _ in blocks(text)] == ["text"]


def test_lines_below_one_another_are_a_list() -> None:
    """A list without bullets is one all the same; its heading stays what it is."""
    text = "Duties\nAnswer customers by phone, email and chat\nWrite down what you did for them\n" * 2
    assert [kind for kind, _ in blocks(text)][:3] == ["text", "item", "item"]


def test_bullets_in_a_wrong_encoding_are_bullets() -> None:
    """What remains of a bullet that was saved wrongly is no word."""
    text = "Duties\n\n\u00d4\u00c7\u2211 Answer customers\n\n\u00e2\u20ac\u00a2 Write to them\n"
    assert blocks(text)[1:] == [("item", "Answer customers"), ("item", "Write to them")]


def test_sentences_end_at_full_stops_and_semicolons() -> None:
    """Abbreviations end none."""
    (block,) = blocks_of(lines_of(b"Use tools, e.g. Zendesk. Write well; listen.", "ad.txt").lines)
    said = [block.text[start:end] for start, end in block.sentences()]
    assert said == ["Use tools, e.g. Zendesk.", "Write well", "listen."]


def test_labels_stand_before_a_colon() -> None:
    """A label has few words; a time and an address have none."""
    assert labelled("Job Title: Support Agent") == ("job title", "Support Agent")
    assert labelled("Responsibilities:Answer") == ("responsibilities", "Answer")
    assert labelled("https://example.org") == ("", "")
    assert labelled("From 9:30 to 17:00") == ("", "")
    assert labelled("Everybody who wants to work with us knows this: we laugh") == ("", "")


def test_lines_that_hang_go_on() -> None:
    """What ends in a word that leads on, or begins with a comma, is one with the line beside it."""
    text = "Some years of work in\ncustomer support\n, mostly with\nbanks or shops\nStrong sense of\nOrder\n"
    assert [text for _, text in blocks(text)] == [
        "Some years of work in customer support , mostly with banks or shops",
        "Strong sense of Order",
    ]


def test_signs_of_headings_are_no_words() -> None:
    """Markdown in a text has headings too; behind a bullet it is an item, and a number sign stays."""
    text = "About\n\n### Number of openings\n\n- ### Industry: Books\n\n- # of chats a day: 40\n"
    assert blocks(text)[1:] == [
        ("heading", "Number of openings"),
        ("item", "Industry: Books"),
        ("item", "# of chats a day: 40"),
    ]


def test_how_something_is_asked_stays_with_it() -> None:
    """What is broken before the words for that is one, however short."""
    assert blocks("- Some juggling\n  would be nice\n- More\n") == [
        ("item", "Some juggling would be nice"),
        ("item", "More"),
    ]
