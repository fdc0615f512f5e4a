"""Builds the wheel, installs it in an empty environment, runs it from another folder, compares its catalog.

A program rather than a test: it takes the minute that an installation takes, so ``make check`` runs it once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = (
    "man/man1/careercli.1",
    "bash-completion/completions/careercli",
    "zsh/site-functions/_careercli",
    "fish/vendor_completions.d/careercli.fish",
)
"""What other programs look for, below share/."""


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """Run a command in a folder; return its output, or end with what it said."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "CAREERCLI_DATA"}}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        sys.exit(f"{command[0]} ended with {result.returncode}:\n{result.stdout}{result.stderr}")
    return result.stdout


def versions() -> str:
    """Return the versions of the lock as pip's constraints: without hashes, since the wheel is in no lock."""
    locked = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.removesuffix(" \\") for line in locked if line[0] not in " #")


def main() -> None:
    """Build, install, run, compare."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
        run(sys.executable, *build, folder=folder)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "venv", with_pip=True)
        binaries = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        held = folder / "versions.txt"
        held.write_text(versions(), encoding="utf-8")
        pip = (binaries / "python", "-m", "pip", "install", "-qq", "--constraint", held)
        run(*pip, wheel, folder=folder)
        careercli = binaries / "careercli"
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        home = {"HOME": str(elsewhere), "XDG_CACHE_HOME": str(elsewhere / "cache")}

        installed = json.loads(run(careercli, "data", "export", folder=elsewhere, **home))
        checkout = json.loads(run(sys.executable, "-m", "careercli", "data", "export", folder=ROOT))
        if installed != checkout:
            sys.exit("The wheel's catalog is not the checkout's.")
        if (elsewhere / "cache" / "careercli").exists():
            sys.exit("The wheel compiled its role data again instead of starting from catalog.json.")
        where = json.loads(run(careercli, "data", "where", "--json", folder=elsewhere, **home))
        if str(ROOT) in where["builtin"]:
            sys.exit(f"The wheel reads the checkout: {where['builtin']}")
        run(careercli, "data", "check", folder=elsewhere, **home)
        run(careercli, "data", "new", "pack", "--id", "mine", folder=elsewhere, **home)
        checked = json.loads(run(careercli, "data", "check", "pack", "--json", folder=elsewhere, **home))
        if checked["overridden"] or checked["ladders"] != 2:
            sys.exit(f"The pack that 'data new' writes is not only laid on: {checked}")
        new = sorted(str(path.relative_to(elsewhere / "pack")) for path in (elsewhere / "pack").rglob("*.*"))
        if len(new) < 20 or not (elsewhere / "pack" / ".schemas" / "skill.json").is_file():
            sys.exit(f"'data new' wrote only {new}.")
        for command in (
            ["demo", "dana"],
            ["plan", "--support-years", "3"],
            ["path"],
            ["skill", "list"],
            ["report", "--support-years", "3", "--format", "html"],
        ):
            if not run(careercli, *command, folder=elsewhere, **home):
                sys.exit(f"careercli {command} printed nothing.")
        assessed = json.loads(
            run(careercli, "assess", "--support-years", "3", "--json", folder=elsewhere, **home)
        )
        if assessed["schema"] != "careercli/assessment@2":
            sys.exit("assess --json is not an assessment.")
        for place in SHARED:
            if not (folder / "venv" / "share" / place).is_file():
                sys.exit(f"The wheel did not put share/{place} into place.")
        if run(careercli, "completion", "bash", folder=elsewhere, **home) != (
            (folder / "venv" / "share" / SHARED[1]).read_text(encoding="utf-8")
        ):
            sys.exit("The script that 'completion bash' prints is not the one that was installed.")
        skills = len(installed["skills"])
        print(f"{wheel.name}: installed, run from elsewhere, {skills} skills equal to the checkout's")


if __name__ == "__main__":
    main()
