"""Stopping what SQLite does in one step, where neither its own clock nor Python's handling of Ctrl-C reaches."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["stopped_by_force"]

_GRACE = 2
"""Seconds that a query has to stop by itself."""


@contextmanager
def stopped_by_force(seconds: float) -> Iterator[None]:
    """End the process at once on Ctrl-C, and soon after `seconds`, for as long as the context lasts.

    Nothing is being written then, so nothing is lost.
    """
    watch = threading.Timer(seconds + _GRACE, _give_up, (seconds,))
    watch.daemon = True
    watch.start()
    before = signal.signal(signal.SIGINT, signal.SIG_DFL) if _is_main() else None
    try:
        yield
    finally:
        watch.cancel()
        if before is not None:
            signal.signal(signal.SIGINT, before)


def _is_main() -> bool:
    return threading.current_thread() is threading.main_thread()


def _give_up(seconds: float) -> None:
    sys.stderr.write(
        f"kzcn: the query was stopped after {seconds:g} seconds; narrow it, or allow more with --timeout\n"
    )
    sys.stderr.flush()
    os._exit(2)
