"""Compiles the role data into the wheel, so that an installed careercli reads no YAML and indexes nothing."""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalog(BuildHookInterface[Any]):
    """Adds ``careercli/data`` with what was compiled; an editable install goes on reading the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the pack in ``data/``; a pack with problems stops the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        try:
            from careercli.catalog import builtin_pack, check_packs
            from careercli.errors import InvalidDataError, StorageError
            from careercli.search import kept

            compiled, problems = check_packs([builtin_pack()])
            if compiled is None:
                raise InvalidDataError.counting("The role data", problems)
            files = {f"{name}.json": content for name, content in compiled.encoded.items()}
            catalog = compiled.catalog.catalog
            with suppress(StorageError):  # without SQLite's full-text search questions cannot be asked anyway
                index = kept.encoded(kept.readable(catalog, compiled.library))
                files |= {f"{kept.NAME}-{kept.version_of(catalog)}{kept.ENDING}": index} if index else {}
        finally:
            sys.path.remove(self.root)
        self.folder = tempfile.TemporaryDirectory()
        build_data["force_include"][str(Path(self.root) / "data")] = "careercli/data"
        for name, content in files.items():
            target = Path(self.folder.name) / name
            target.write_bytes(content)
            build_data["force_include"][str(target)] = f"careercli/data/{target.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was compiled; the wheel has it."""
        if hasattr(self, "folder"):
            self.folder.cleanup()
