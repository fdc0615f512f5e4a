"""The quick way of reading a line comes to what the careful way comes to, or says nothing."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercli.batch.people import Reader
from careercli.domain.model import Catalog
from careercli.errors import InvalidDataError
from careercli.formats.profiles import as_document
from tests.domain.people import random_people

START = '{"schema":"careercli/profile@1","experience":{"support_years":3}'


@pytest.fixture(scope="module")
def reader(catalog: Catalog) -> Reader:
    """Return a reader on the built-in ladder."""
    return Reader(catalog)


def _agree(reader: Reader, line: bytes) -> None:
    quick = reader.at_once(line)
    try:
        careful = reader.carefully(line, 1)
    except InvalidDataError:
        careful = None
    assert quick is None or quick == careful, line


def test_usual_lines_are_read_at_once(reader: Reader, catalog: Catalog) -> None:
    """Whatever careercli itself would write is usual, in ASCII and not, with colons and quotes."""
    for profile in random_people(catalog, 300):
        value = as_document(profile)
        for text in (json.dumps(value, ensure_ascii=False), msgspec.json.encode(value).decode()):
            quick = reader.at_once(text.encode())
            assert quick == reader.carefully(text.encode(), 1)


@pytest.mark.parametrize(
    "rest",
    [
        ',"skills":{"ticketing":1,"ticketing":2}}',
        ',"skills":{"ticketing":1,"ticketing":2},"name":"a\\u003ab"}',
        ',"name":"x","name":"y"}',
        ',"skills":{"ticketing":1,"Ticketing":2}}',
        ',"skills":{"ticketing":{"evidence":"x"},"TICKETING":null}}',
        ',"skills":{"Ticketing ":1}}',
        ',"skills":{"ticketing\\u001f":1}}',
        ',"skills":{"ticketing":true}}',
        ',"skills":{"ticketing":1.0}}',
        ',"skills":{"nope":1}}',
        ',"skills":{"ticketing":1},"not_applicable":{"ticketing":"no"}}',
        ',"skills":{"social-media-support":{}},"not_applicable":{"social-media-support":"no"}}',
        ',"not_applicable":{"social-media-support":" "}}',
        ',"not_applicable":{"communication":"no"}}',
        ',"goal":"Director"}',
        ',"goal":"chief"}',
        ',"goal":null,"name":null,"title":" ","leads_people":false}',
        ',"name":"a\\u0007b"}',
        ',"name":"a\x7fb"}',
        ',"name":"a\tb"}',
        ',"name":"\\ud800"}',
        ',"name":"\u202eabc"}',
        ',"name":""}',
        ',"hours_per_week":0}',
        ',"hours_per_week":1e400}',
        ',"unknown":1}',
        ',"leads_people":1}',
        ',"leads_people":null,"team":3}',
        ',"leads_people":false,"team":3}',
        ',"leads_people":false,"team":0}',
        ',"leads_people":true,"team":0}',
        ',"employed":false,"team":3}',
        ',"employed":null,"team":null}',
        ',"team":100001}',
        ',"team":2.0}',
        ',"skills":{"ticketing":{"level":2,"evidence":["Ran it",{"text":"Did it","from":"a"}]}}}',
        "}}",
        "",
        ", }",
    ],
)
def test_odd_lines_come_to_the_same(reader: Reader, rest: str) -> None:
    """Keys twice, names in other spellings, odd characters, wrong values."""
    _agree(reader, (START + rest).encode())


@pytest.mark.parametrize("years", ["-0", "-0.0", "1e1", "60", "60.1", "-1", "3.0", "NaN", "9" * 50, '"3"'])
def test_numbers_come_to_the_same(reader: Reader, years: str) -> None:
    """However a number is written."""
    line = f'{{"schema":"careercli/profile@1","experience":{{"support_years":{years}}}}}'.encode()
    _agree(reader, line)
    quick = reader.at_once(line)
    assert quick is None or str(quick.support_years) == str(reader.carefully(line, 1).support_years)


_texts = st.text(alphabet=st.sampled_from('ab :"\\\u00e9\u202e\x7f\n\u2028{}'), max_size=6)
_levels = st.one_of(st.integers(-1, 5), st.none(), st.fixed_dictionaries({}, optional={
    "level": st.integers(0, 5) | st.none(), "evidence": _texts | st.none(), "x": st.just(1)}))  # fmt: skip
_names = st.sampled_from(
    ["ticketing", "Ticketing", "communication", "coaching", "social-media-support", "sql", "nope", "a:b"]
)
_lines = st.fixed_dictionaries(
    {
        "schema": st.just("careercli/profile@1"),
        "experience": st.fixed_dictionaries(
            {"support_years": st.integers(-1, 61) | st.floats()},
            optional={
                "leading_years": st.floats(0, 60),
                "leading_elsewhere_years": st.floats(0, 60),
                "part_time_share": st.floats(0, 1),
            },
        ),
    },
    optional={
        "name": _texts | st.none(),
        "title": _texts,
        "goal": st.sampled_from(["manager", "Team Lead", "x", ""]) | st.none(),
        "employed": st.booleans() | st.none(),
        "leads_people": st.booleans() | st.integers(0, 1) | st.none(),
        "team": st.integers(-1, 12) | st.none(),
        "hours_per_week": st.sampled_from([0, 0.5, 4, 80, 81]),
        "skills": st.dictionaries(_names, _levels, max_size=4),
        "not_applicable": st.dictionaries(_names, _texts, max_size=3),
    },
)


@pytest.mark.slow
@settings(max_examples=400)
@given(
    value=_lines,
    ascii_only=st.booleans(),
    again=st.sampled_from([None, None, "name", "skills", "experience"]),
)
def test_any_line_comes_to_the_same(
    reader: Reader, value: dict[str, Any], ascii_only: bool, again: str | None
) -> None:
    """Right or wrong, escaped or not, with a key written twice or not."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    if again in value:
        text = f'{text[:-1]},"{again}":{json.dumps(value[again])}}}'
    _agree(reader, text.encode("utf-8", "surrogatepass"))


def test_evidence_in_lists_is_read_at_once(reader: Reader) -> None:
    """What the type of a profile file takes is usual, whatever part of it is given."""
    rest = ',"skills":{"ticketing":{"level":2,"evidence":["Ran it",{"text":"Did it","date":"2026"}]}}}'
    quick = reader.at_once((START + rest).encode())
    assert quick is not None
    assert quick.evidence == {"ticketing": "Ran it\n2026: Did it"}
