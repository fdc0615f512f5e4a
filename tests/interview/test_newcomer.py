from __future__ import annotations

from pathlib import Path

import pytest

from tests.interview.guided import advise, words
from tests.running import DAY, run

RESUME = """Maria Lopez

Experience

Customer Support Team Lead, Acme
2021-03 to now
- Led eight agents; coached weekly

Customer Support Agent, Beta
2018-01 to 2021-02
- Answered 60 tickets a day
"""


@pytest.mark.usefixtures("home")
def test_the_first_screen_has_three_ways() -> None:
    """Questions, a résumé, somebody else; Enter answers questions."""
    result = advise("", passing=False)

    assert "1: Answer questions: about five minutes." in result.err
    assert "2: Begin from my résumé" in result.err
    assert "3: Look at somebody else first." in result.err
    assert "What is your name?" in result.err


@pytest.mark.usefixtures("home")
def test_from_a_resume() -> None:
    """A path that is wrong says so and is asked for again; what the file says needs no question."""
    Path("my cv.txt").write_text(RESUME)
    result = advise("2", "", "no such.pdf", "'my cv.txt'", "y", "8", passing=False)

    assert "Type the path of a file." in result.err
    assert "There is no such file." in result.err
    assert "8.9 support years, 5.8 of them leading." in words(result.err)
    assert "What is your name?" not in result.err
    assert "How many people's support work" in words(result.err)


@pytest.mark.usefixtures("home")
def test_a_file_that_is_no_resume() -> None:
    """It is said why, another one is asked for, and < leads back to the three ways."""
    Path("data.bin").write_bytes(b"\\x00\\x01" * 50)
    Path("folder").mkdir()
    result = advise("2", "folder", "<", "1", passing=False)

    assert result.err.count("Welcome to careercli") == 2
    assert "What is your name?" in result.err


@pytest.mark.usefixtures("home")
def test_from_the_first_question_back_to_the_three_ways() -> None:
    """What a résumé told is taken back, and what was typed is offered again."""
    Path("cv.txt").write_text(RESUME)
    typed = ("1", "Maria", "<", "<", "2", "cv.txt", "y", "<", "1")
    result = advise(*typed, passing=False)

    assert result.err.count("Welcome to careercli") == 3
    assert result.err.count("What is your name?") == 3
    assert "Enter takes Maria, < goes back, ? explains:" in words(
        result.err.rpartition("What is your name?")[2]
    )


@pytest.mark.usefixtures("home")
def test_from_a_resume_back_to_the_three_ways() -> None:
    """From what it leaves open and from whether it is right; nothing of it is taken then."""
    shop = "\nSales Assistant, Gamma\n2015-01 to 2017-12\n- Sold shoes\n"
    Path("cv.txt").write_text(RESUME + shop)
    result = advise("2", "cv.txt", "b", "2", "cv.txt", "4", "b", "1", passing=False)

    assert "Sales Assistant at Gamma" in words(result.err)
    assert result.err.count("Welcome to careercli") == 3
    assert result.err.count("Is that right?") == 1
    assert "Enter leaves it out, < goes back" in words(result.err.rpartition("What is your name?")[2])


@pytest.mark.usefixtures("home")
def test_somebody_else_first() -> None:
    """What ``careercli demo`` says of them, then the three ways again; going back shows nobody."""
    result = advise("3", "b", "3", "1", "1", passing=False)

    assert result.err.count("Welcome to careercli") == 3
    assert result.out.count("Dana Reyes leads nine agents") == 1
    demo = run("demo", "dana", "--as-of", DAY, env={"CAREERCLI_ACCESSIBLE": "1"})
    assert words(demo.out) in words(result.out)
    assert "What is your name?" in result.err
