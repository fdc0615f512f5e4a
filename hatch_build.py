"""Compiles the role data to one JSON file inside the wheel, so that an installed careercli reads no YAML."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalog(BuildHookInterface[Any]):
    """Adds ``careercli/data`` with its ``catalog.json``; an editable install goes on reading the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the pack in ``data/``; a pack with problems stops the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            import msgspec

            from careercli.catalog import load_catalog
            from careercli.catalog.places import COMPILED

            compiled = msgspec.json.encode(load_catalog())
        finally:
            sys.path.remove(self.root)
        self.folder = tempfile.TemporaryDirectory()
        target = Path(self.folder.name) / COMPILED
        target.write_bytes(compiled)
        build_data["force_include"][str(Path(self.root) / "data")] = "careercli/data"
        build_data["force_include"][str(target)] = f"careercli/data/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the compiled file; the wheel has it."""
        if hasattr(self, "folder"):
            self.folder.cleanup()
