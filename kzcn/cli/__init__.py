"""The command line. `main` is the only place that ends the process, `app.run` the only one that prints errors."""

from __future__ import annotations

import contextlib
import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line and end the process with its exit code."""
    gc.disable()  # collecting what the imports leave costs more than a short run ever frees
    if "_KZCN_COMPLETE" in os.environ:
        from kzcn.cli.complete import run  # noqa: PLC0415 - the tab key does without typer
    else:
        from kzcn.cli.app import run  # noqa: PLC0415 - after the first line

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)  # the interpreter would spend milliseconds on tidying up
