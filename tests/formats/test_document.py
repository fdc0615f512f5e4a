from __future__ import annotations

import os
import socket
import threading
import time
import tracemalloc
from pathlib import Path

import pytest

from careercli.errors import NotFoundError, StorageError
from careercli.formats.document import (
    MAX_BYTES,
    Document,
    decode,
    dotted,
    place_after,
    read_bytes,
    shortened,
)
from tests.formats.builders import problem_of

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of Unix")


def test_a_problem_stands_where_its_key_stands() -> None:
    """A problem carries file, line, column and the key as people write it."""
    document = Document("a.yaml", {}, {(): (1, 1), ("tiers",): (2, 1), ("tiers", 0, "id"): (3, 5)})
    problem = document.problem(("tiers", 0, "id"), "is wrong", hint="Mend it.")
    assert problem.place == "a.yaml:3:5"
    assert (problem.key, problem.message, problem.hint) == ("tiers[0].id", "is wrong", "Mend it.")


def test_a_problem_of_what_is_missing_stands_at_the_nearest_part_that_is_there() -> None:
    """A key that is not in the file is placed at what should hold it."""
    document = Document("a.yaml", {}, {(): (1, 1), ("tiers",): (2, 1)})
    assert document.problem(("tiers", 4, "id"), "is missing").place == "a.yaml:2:1"
    assert document.problem(("goal",), "is missing").place == "a.yaml:1:1"


def test_a_problem_without_known_places_names_the_file_alone() -> None:
    """A document without places, such as an empty one, still gives problems."""
    problem = Document("a.yaml", None).problem(("goal",), "is missing")
    assert (problem.place, problem.line, problem.column) == ("a.yaml", 0, 0)
    assert problem._replace(line=1).place == "a.yaml:1"


def test_key_paths_are_written_as_people_write_them() -> None:
    """Keys are joined by dots and indexes stand in brackets, with nothing that a terminal acts on."""
    assert dotted(()) == ""
    assert dotted(("tiers", 2, "requirements", 0, "skill")) == "tiers[2].requirements[0].skill"
    assert dotted((3, "a\x1b[2Jb")) == "[3].a\ufffd[2Jb"
    assert dotted(("a\nb.yaml:1:1: all is well",)) == "a b.yaml:1:1: all is well"


def test_long_text_is_shortened_for_messages() -> None:
    """A message shows at most so many characters, on one line, and that there were more."""
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 57 + "..."
    assert shortened("one\n two", 40) == "one two"
    assert len(shortened("x" * 1_000_000)) == 60


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", (1, 1)),
        ("ab", (1, 3)),
        ("a\n", (2, 1)),
        ("a\r\nbc", (2, 3)),
        ("a\rb", (2, 2)),
        ("\u00e9\u00e9", (1, 3)),
    ],
)
def test_places_count_lines_and_characters_from_one(before: str, place: tuple[int, int]) -> None:
    """Line breaks of any system count as one, and a letter is one column however many bytes it takes."""
    assert place_after(before) == place


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """A file up to the limit is read as it is."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"12345678")
    assert read_bytes(path, limit=8) == b"12345678"


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """One byte more than the limit is one too many."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"123456789")
    problem = problem_of(lambda: read_bytes(path, limit=8))
    assert (problem.file, problem.line, problem.column) == (str(path), 0, 0)
    assert "is larger than" in problem.message


def test_a_huge_file_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    """A file of 50 MB costs no more memory than the limit, give or take."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    tracemalloc.start()
    try:
        assert problem_of(lambda: read_bytes(path)).message == "is larger than 2048 KiB"
        assert tracemalloc.get_traced_memory()[1] < 3 * MAX_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no endless file")
def test_an_endless_file_is_refused() -> None:
    """A file without an end is over the limit."""
    assert "is larger than" in problem_of(lambda: read_bytes(Path("/dev/zero"))).message


@pytest.mark.parametrize("path", ["no-such.yaml", "file/inside.yaml"])
def test_a_missing_file_is_not_found(tmp_path: Path, path: str) -> None:
    """A file that is not there, or stands below one that is no folder, is not found; the message names it."""
    (tmp_path / "file").touch()
    with pytest.raises(NotFoundError, match=r"There is no file .*yaml") as caught:
        read_bytes(tmp_path / path)
    assert caught.value.hint


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is told from a file, and nothing is left open."""
    free = os.dup(0)
    os.close(free)
    with pytest.raises(StorageError, match="is a folder"):
        read_bytes(tmp_path)
    after = os.dup(0)
    os.close(after)
    assert after == free


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets in files")
def test_what_cannot_be_opened_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system will not open says the system's reason; not even root can open a socket."""
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("profile.yaml")
        with pytest.raises(StorageError, match=r"profile\.yaml cannot be read: .+"):
            read_bytes(Path("profile.yaml"))


@pytest.mark.parametrize("name", ["a\0b.yaml", "\ud800.yaml", "x" * 5000])
def test_an_impossible_name_is_a_storage_error(name: str) -> None:
    """A name that no file can have is a fault to tell, not a crash."""
    with pytest.raises((StorageError, NotFoundError)) as caught:
        read_bytes(Path(name))
    assert "\0" not in caught.value.message
    assert caught.value.message.encode()


@needs_pipes
def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    """A named pipe without a writer reads as an empty file, at once."""
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(read_bytes(path)), daemon=True)
    reader.start()
    reader.join(timeout=5)
    assert read == [b""]


@needs_pipes
def test_a_slow_writer_is_waited_for(tmp_path: Path) -> None:
    """A profile piped in bit by bit, as <(command) does, is read to its end."""
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    # Read and write, so that opening waits for nobody; the pipe has its writer before it is read.
    writer = os.open(path, os.O_RDWR)

    def write_slowly() -> None:
        for part in (b"schema: ", b"careercli/profile@1\n"):
            time.sleep(0.05)
            os.write(writer, part)
        time.sleep(0.05)
        os.close(writer)

    thread = threading.Thread(target=write_slowly)
    thread.start()
    assert read_bytes(path) == b"schema: careercli/profile@1\n"
    thread.join()


def test_a_byte_order_mark_is_dropped() -> None:
    """UTF-8 with a mark, as some editors save it, is UTF-8."""
    assert decode(b"\xef\xbb\xbfname: Zo\xc3\xab", "a.yaml") == "name: Zo\u00eb"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_of_unicode_are_named(codec: str) -> None:
    """UTF-16 and UTF-32, with a mark or without, are told from broken UTF-8."""
    problem = problem_of(lambda: decode("schema: x".encode(codec), "a.yaml"))
    assert (problem.line, problem.column) == (0, 0)
    assert problem.message == "is not UTF-8 but UTF-16 or UTF-32"
    assert problem.hint == "Save it again as UTF-8."


@pytest.mark.parametrize(
    ("data", "place", "byte"),
    [
        (b"\xe9", (1, 1), "0xe9"),
        (b"a: 1\r\nname: Zo\xeb", (2, 9), "0xeb"),
        (b"na\xc3\xafve: \xff", (1, 8), "0xff"),
        (b"\xef\xbb\xbfname: \xe9", (1, 7), "0xe9"),
        (b"a: \xed\xa0\x80", (1, 4), "0xed"),
        (b"a: \xc3", (1, 4), "0xc3"),
    ],
)
def test_a_byte_that_is_not_utf_8_is_shown_in_its_place(
    data: bytes, place: tuple[int, int], byte: str
) -> None:
    """The first byte that breaks UTF-8 is named, with its line and column in characters."""
    problem = problem_of(lambda: decode(data, "a.yaml"))
    assert (problem.line, problem.column) == place
    assert problem.message == f"byte {byte} is not UTF-8"


def test_a_zero_byte_inside_is_left_to_the_parsers() -> None:
    """A stray zero byte does not make a file UTF-16."""
    assert decode(b"a:\0", "a.yaml") == "a:\0"
