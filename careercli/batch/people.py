"""A line as a profile: at once where it is as usual, else by the reader that explains every mistake.

The quick way only ever says yes: whatever is not quite as usual (a key written twice, an odd character,
anything wrong) goes the careful way. Both are the same types and the same look-up of names.
"""

import msgspec

from careercli.domain.model import Catalog, Profile
from careercli.formats.document import MAX_BYTES, Document, check_size, decode
from careercli.formats.json_reader import read_json
from careercli.formats.profiles import ProfileFile, profile_of, resolve
from careercli.formats.text import is_clean


class Reader:
    """Reads lines as profiles on the ladder of a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def read(self, line: bytes, number: int) -> Profile:
        """Return the profile that a line is.

        Raises:
            InvalidDataError: the line is no profile; with every problem.

        """
        return self.at_once(line) or self.carefully(line, number)

    def carefully(self, line: bytes, number: int) -> Profile:
        """Return what :meth:`read` does, without the quick way."""
        name = f"line {number}"
        check_size(len(line), name)
        return profile_of(read_json(decode(line, name), name), self._catalog)

    def of_document(self, document: Document) -> Profile:
        """Return the profile that a parsed document is.

        Raises:
            InvalidDataError: it is no profile; with every problem.

        """
        return self._at_once_of(document) or profile_of(document, self._catalog)

    def at_once(self, line: bytes) -> Profile | None:
        """Return the profile if the line is as usual, else None."""
        if len(line) > MAX_BYTES:
            return None
        try:
            value = msgspec.json.decode(line)
            said = msgspec.json.encode(value)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None
        # Of equal keys one is taken, and its colon is missing then; one that is escaped could make up for it.
        once = said.count(b":") == line.count(b":") and b"\\u003" not in line
        return self._at_once_of(Document("", value)) if once and is_clean(said) else None

    def _at_once_of(self, document: Document) -> Profile | None:
        """Return the profile if the document is as usual, else None."""
        if document.problems:
            return None
        try:
            profile, wrong = resolve(document, msgspec.convert(document.value, ProfileFile), self._catalog)
        except msgspec.ValidationError:
            return None
        return None if wrong else profile
