"""One way in for every document: by its name, YAML or JSON."""

from pathlib import Path

from careercli.formats.document import MAX_BYTES, Document, check_size, decode, read_start
from careercli.formats.text import clean


def read_file(path: Path) -> Document:
    """Read a YAML or JSON file.

    Raises:
        NotFoundError: there is no such file.
        StorageError: it is a folder or cannot be read.
        InvalidDataError: it is too large, not UTF-8, or cannot be parsed.

    """
    return parse_bytes(read_start(path, MAX_BYTES + 1), clean(path))


def parse_bytes(data: bytes, name: str) -> Document:
    """Parse the bytes of a file; of one that is too large, one more than it may have will do.

    Raises:
        InvalidDataError: they are too many, not UTF-8, or cannot be parsed.

    """
    check_size(len(data), name)
    return parse(decode(data, name), name)


def parse(text: str, name: str) -> Document:
    """Parse a document; text that starts with ``{`` or ``[`` is taken for JSON, all else for YAML."""
    if text.lstrip()[:1] in {"{", "["}:
        from careercli.formats.json_reader import read_json  # YAML profiles do not need it

        return read_json(text, name)
    from careercli.formats.yaml_reader import read_yaml  # JSON profiles do not need it

    return read_yaml(text, name)
