"""Long answers through a pager, on a terminal that they do not fit."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

from kzcn.output.screen import height

__all__ = ["show"]

_DEFAULT = "less"
_FLAGS = "-FRSX"
"""less keeps colours, scrolls long lines sideways, leaves the text standing, ends at once where all of it fits."""
_NONE = ("", "cat")


def show(lines: Sequence[str], out: TextIO) -> None:
    """Write the lines, through KZCN_PAGER, PAGER or less where `out` is a terminal and they are more than it holds.

    An empty KZCN_PAGER, or `cat`, turns paging off.
    """
    text = "".join(f"{line}\n" for line in lines)
    room = height(out)
    if room is None or len(lines) < room or not _paged(text):
        out.write(text)


def _paged(text: str) -> bool:
    """Whether a pager took the text."""
    command = os.environ.get("KZCN_PAGER", os.environ.get("PAGER", _DEFAULT)).strip()
    if command in _NONE:
        return False
    import shlex  # noqa: PLC0415 - only for tall answers
    import signal  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    interrupted = signal.getsignal(signal.SIGINT)
    try:
        with subprocess.Popen(  # noqa: S603 - the user's own pager
            shlex.split(command), stdin=subprocess.PIPE, env={"LESS": _FLAGS, **os.environ}
        ) as process:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
            process.communicate(text.encode(errors="backslashreplace"))
    except (OSError, ValueError):
        return False
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return True
