"""Everything that is measured, in one run: ``make bench``.

Prints the tables of docs/performance.md, and writes them as JSON too. Ends with 1 where a limit is not kept.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import batch
import large
import startup
from measuring import Row, machine, table

PARTS = ("startup", "batch", "large")


def main() -> None:
    """Measure what was asked for and tell it."""
    parser = argparse.ArgumentParser(description="Measure careercli.")
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all unless told")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to see that it runs")
    parser.add_argument("--runs", type=int, default=21, help="pairs of runs of each command (default 21)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there too")
    options = parser.parse_args()
    parts, less = options.parts or PARTS, 10 if options.quick else 1
    if not set(parts) <= set(PARTS):
        parser.error(f"there are {', '.join(PARTS)}")
    runs = max(options.runs // less, 1)
    facts = machine()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        # Whoever measures may have profiles and an interview of their own; a stranger has none.
        os.environ |= {"XDG_DATA_HOME": name, "XDG_STATE_HOME": name}
        folder = Path(name)
        if "startup" in parts:
            rows += startup.measure(folder, runs)
        if "batch" in parts:
            rows += batch.measure(folder, runs, 80_000 // less, (20_000 // less, 200_000 // less))
        if "large" in parts:
            rows += large.measure(folder, max(runs // 3, 1), 1000 // less)
    print(table(rows, facts))
    if options.json:
        options.json.parent.mkdir(exist_ok=True)
        told = [asdict(row) | {"over": row.over, "short": row.short} for row in rows]
        options.json.write_text(json.dumps({"machine": facts, "runs": runs, "rows": told}, indent=1) + "\n")
    sys.exit(any(row.over for row in rows))


if __name__ == "__main__":
    main()
