"""The command reference, docs/cli.md: every command's help as it is printed."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from io import StringIO

from kzcn.cli.app import run
from kzcn.cli.commands import COMMANDS

__all__ = ["reference"]

_HEAD = """# Commands

What `kzcn COMMAND --help` prints; `make docs` writes this page anew.
"""


def reference() -> str:
    """The page: a section for each command, in the order of the overview."""
    return "\n".join([_HEAD, _section("kzcn"), *(_section(f"kzcn {name}", name) for name in COMMANDS)])


def _section(title: str, *arguments: str) -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        run([*arguments, "--help"])
    text = "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines())
    return f"## {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    os.environ["COLUMNS"] = "80"
    sys.stdout.write(reference())
