"""completion."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kzcn.cli.answer import say
from kzcn.errors import KzcnError, UsageError
from kzcn.suggest import no_such

__all__ = ["FUNCTIONS"]

_SCRIPTS = Path(__file__).parent.parent / "shells"
_STARTED_BY: Mapping[str, str | None] = {"bash": ".bashrc", "zsh": ".zshrc", "fish": None}
"""Shell to the file in the home folder that has to name the script; fish finds it by itself."""


def _completion(
    shell: Annotated[
        str | None, typer.Argument(metavar="[SHELL]", help="bash, zsh or fish; else what SHELL names.")
    ] = None,
    install: Annotated[
        bool, typer.Option("--install", help="Write the script where the shell finds it, instead of printing it.")
    ] = False,
) -> None:
    name = shell or Path(os.environ.get("SHELL", "")).name
    if name not in _STARTED_BY:
        raise UsageError(no_such("completion for the shell", name, list(_STARTED_BY)))
    script = (_SCRIPTS / f"kzcn.{name}").read_text(encoding="utf-8")
    if not install:
        sys.stdout.write(script)
        return
    try:
        path = _installed(name, script)
    except OSError as error:
        raise KzcnError(f"cannot write {error.filename}: {error.strerror}; print it with: kzcn completion") from error
    say(f"completion for {name} written to {path}; it works in every new shell")


def _installed(name: str, script: str) -> Path:
    """Write the script, and name it once in the file that starts the shell."""
    path = _place(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    started_by = _STARTED_BY[name]
    if started_by is not None:
        _named_in(Path.home() / started_by, f'. "{path}"')
    return path


def _place(name: str) -> Path:
    if name == "fish":
        folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return Path(folder) / "fish" / "completions" / "kzcn.fish"
    folder = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(folder) / "kzcn" / f"kzcn.{name}"


def _named_in(path: Path, line: str) -> None:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if line not in text.splitlines():
        path.write_text(text + ("\n" if text and not text.endswith("\n") else "") + f"{line}\n", encoding="utf-8")


FUNCTIONS: dict[str, Callable[..., None]] = {"completion": _completion}
"""Command to its function."""
