"""Write the outputs in README.md anew, or check them: `python scripts/readme.py [--check]`.

A block that begins with `$ kzcn …` holds what that command prints on a terminal of 88 columns without colour.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(```console\n\$ kzcn ([^\n]+)\n)(.*?)(```\n)", re.DOTALL)


def refreshed(text: str) -> str:
    """The page with the output of each of its commands as it is now."""
    return _BLOCK.sub(lambda match: f"{match[1]}{_output(match[2])}{match[4]}", text)


def _output(arguments: str) -> str:
    with tempfile.TemporaryDirectory() as home:
        plain = {key: value for key, value in os.environ.items() if not key.startswith(("KZCN_", "XDG_"))}
        environment = {
            **plain,
            "HOME": home,
            "COLUMNS": "88",
            "NO_COLOR": "1",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, "-m", "kzcn", *shlex.split(arguments), *_as_table(arguments)]
        done = subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8")
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def _as_table(arguments: str) -> list[str]:
    return [] if "--format" in arguments or arguments.startswith("show") else ["--format", "table"]


def main() -> int:
    """Write the page, or with `--check` say whether it is as it should be.

    Returns: 0 when it is, 1 when an output in it is no longer true.
    """
    old = README.read_text(encoding="utf-8")
    new = refreshed(old)
    if "--check" in sys.argv[1:]:
        return int(old != new)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
