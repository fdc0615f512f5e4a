"""What people write, whatever container it comes in: PDF, Word, HTML, Markdown and text as lines."""

from careercli.reading.document import lines_of, read_lines
from careercli.reading.lines import Line, TextDocument

__all__ = ["Line", "TextDocument", "lines_of", "read_lines"]
