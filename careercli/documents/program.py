"""What the program says of itself, as documents: the help of a command or topic, and the version."""

from careercli.documents.projection import DocumentPart, Printed


class HelpExample(DocumentPart):
    """A command to type, and what it does; ``text`` is empty where nobody said it."""

    command: str
    text: str


class HelpTerm(DocumentPart):
    """What can be typed, and what it means: an argument, an option, an exit code."""

    name: str
    text: str


class HelpCommand(DocumentPart):
    """A command below this one; ``section`` is the part of the list that it stands in, null without parts."""

    name: str
    text: str
    section: str | None


class HelpDocument(Printed, tag="careercli/help@1"):
    """What ``help --json`` prints, of a command or a topic.

    ``topic`` is the command as it is typed, or the name of a topic; ``about`` has a text for each paragraph;
    ``usage`` is null of a topic. ``options`` are those of this command: what every command takes is the topic
    ``options``, and with ``facts`` this one takes those of the topic ``facts`` too.
    """

    topic: str
    about: tuple[str, ...]
    examples: tuple[HelpExample, ...] = ()
    usage: str | None = None
    arguments: tuple[HelpTerm, ...] = ()
    options: tuple[HelpTerm, ...] = ()
    facts: bool = False
    commands: tuple[HelpCommand, ...] = ()


class VersionDocument(Printed, tag="careercli/version@1"):
    """What ``version --json`` prints."""

    version: str
