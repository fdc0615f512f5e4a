"""Plain values written as YAML that the strict reader takes back unchanged."""

import yaml

from careercli.formats.yaml_reader import resolve


class _Writer(yaml.SafeDumper):
    """Writes the subset that is read: no aliases, and quotes round text that looks like something else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the library's signature
        return True

    def text(self, value: str) -> yaml.ScalarNode:
        style = None if isinstance(resolve(value), str) else "'"
        if "\n" in value and value == value.strip():
            style = "|"  # one line below the other, as a person would write them; quotes where that cannot be
        return self.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Writer.add_representer(str, _Writer.text)


def write_yaml(value: object) -> str:
    """Return a value of mappings, lists, text, numbers, booleans and None as YAML."""
    text: str = yaml.dump(value, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=100)
    return text
