"""``careercli completion``: how the Tab key completes commands, names and ids."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from careercli.cli.context import session_of
from careercli.cli.options import argument, command_app
from careercli.cli.results import show

app = command_app()

SCRIPTS = Path(__file__).parents[1] / "cli" / "completions"
"""Where the scripts are: files of their own, so that packagers can put them where shells look."""


class Shell(StrEnum):
    """A shell that careercli has a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


FILES = {
    Shell.BASH: "careercli.bash",
    Shell.ZSH: "_careercli",
    Shell.FISH: "careercli.fish",
    Shell.POWERSHELL: "careercli.ps1",
}

LINES = {
    Shell.BASH: ("""echo 'eval "$(careercli completion bash)"' >> ~/.bashrc""",),
    Shell.ZSH: ("""echo 'eval "$(careercli completion zsh)"' >> ~/.zshrc""",),
    Shell.FISH: (
        "mkdir -p $__fish_config_dir/completions",
        "careercli completion fish > $__fish_config_dir/completions/careercli.fish",
    ),
    Shell.POWERSHELL: (
        "if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }",
        "Add-Content $PROFILE 'careercli completion powershell | Out-String | Invoke-Expression'",
    ),
}
"""What to type once, in each shell."""


@app.command(
    epilog="""
        careercli completion  # What to type once, in each shell.
        careercli completion bash  # The script itself.
    """
)
def completion(
    ctx: typer.Context,
    shell: Annotated[
        Shell | None,
        argument("[SHELL]", "bash, zsh, fish or powershell."),
    ] = None,
) -> None:
    """Print the script with which a shell completes careercli; without SHELL, how to install it."""
    session = session_of(ctx)
    script = None if shell is None else (SCRIPTS / FILES[shell]).read_text(encoding="utf-8")
    if script is not None and not session.settings.json:
        session.write(script)
        return
    install = {str(each): lines for each, lines in LINES.items() if shell in {None, each}}
    running = _running(session.environ.get("SHELL"))
    show(session, "completion", running=running, install=install, script=script)


def _running(program: str | None) -> str | None:
    """Return the shell that a person logs in to, from SHELL; None where it is none of ours."""
    name = Path(program or "").name.lower()
    return name if name in set(Shell) else None
