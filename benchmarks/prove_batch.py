"""Proof that a batch can be killed at any moment: a million profiles, SIGKILL again and again, same bytes.

Run it with ``make prove-batch``. One run is left alone. Another is killed at random moments, by turns with
its workers and alone, and gone on with until it is done. Both files are then compared byte for byte.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

from people import write_profiles

from careercli.catalog import load_catalog

CAREERCLI = str(Path(sysconfig.get_path("scripts")) / "careercli")
FIELDS = "profile.name,placement,tiers.fit,next,goal"
"""Small enough that the proof takes the time of computing, not that of the disk; ``--fields ''`` for all."""

_SECONDS_TO_GET_ON = 3.0
"""How long a run must be left alone now and then to get anywhere: it notes how far it is each second."""


def command(source: Path, out: Path, options: argparse.Namespace, *more: str) -> list[str]:
    """Return the command of a run."""
    fields = ["--fields", options.fields] if options.fields else []
    words = [CAREERCLI, "batch", str(source), str(out), "--as-of", "2026-11-21", *fields, *more]
    return [*words, "--jobs", str(options.jobs)]


def undisturbed(words: list[str]) -> float:
    """Run to the end and return how many seconds that took."""
    begin = time.monotonic()
    subprocess.run(words, check=True)
    return time.monotonic() - begin


def killed(words: list[str], after: float, *, alone: bool) -> bool:
    """Run, and kill it after so many seconds, ``alone`` or with its workers; return whether it was."""
    with subprocess.Popen(words, start_new_session=True) as process:
        try:
            if process.wait(after) != 0:
                sys.exit("A run that was not killed failed.")
        except subprocess.TimeoutExpired:
            (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
            return True
    return False


def done(out: Path) -> int:
    """Return how many lines the note beside a part tells of."""
    try:
        return int(json.loads(out.with_name(f"{out.name}.part.json").read_bytes())["progress"]["done"])
    except FileNotFoundError:  # killed before the first note
        return 0


def main() -> None:
    """Prove it, and tell what was seen; end with 1 where the files differ."""
    parser = argparse.ArgumentParser(
        description="Kill a batch again and again, and compare what comes of it."
    )
    parser.add_argument("--profiles", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--fields", default=FIELDS, help="what to write of each (default: a few)")
    parser.add_argument("--folder", type=Path, help="where to work (default: the system's temporary folder)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="of the moments")
    options = parser.parse_args()
    draw = random.Random(options.seed)  # noqa: S311 - not for secrets
    folder = Path(tempfile.mkdtemp(dir=options.folder, prefix="prove-batch-"))
    try:
        source, whole, out = (folder / name for name in ("people.jsonl", "whole.jsonl", "out.jsonl"))
        print(f"Writing {options.profiles:,} profiles, seed of the moments {options.seed} ...", flush=True)
        write_profiles(source, load_catalog().catalog, options.profiles, options.profiles)
        taken = undisturbed(command(source, whole, options))
        print(f"Undisturbed: {taken:.1f} s, {whole.stat().st_size / 1e6:,.0f} MB.", flush=True)
        begin, count = time.monotonic(), 0
        resumed = command(source, out, options, "--resume")
        longest = max(taken / 3, _SECONDS_TO_GET_ON)
        while killed(resumed, draw.uniform(0, longest), alone=bool(count % 2)):
            count += 1
            print(
                f"Killed {'alone' if count % 2 == 0 else 'with its workers'}: {done(out):,} done.", flush=True
            )
        print(f"Complete after {count} kills and {time.monotonic() - begin:.1f} s.")
        same = filecmp.cmp(whole, out, shallow=False)
        left = sorted(path.name for path in folder.iterdir() if path not in {source, whole, out})
        print(f"The two files are {'the same, byte for byte' if same else 'NOT the same'}.")
        sys.exit(bool(not same or left))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
