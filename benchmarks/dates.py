"""Speed of the date engine beside dateparser and datefinder, where those are installed.

usage: python benchmarks/dates.py [FILE…]

Reads plain text, or JSON lines with a `text` in each; without a file, a made-up chronicle. Prints the characters read a
second (the best of three runs), the mentions found, and the seconds that an import takes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from kzcn.dates import find

_CHRONICLE = (
    "The embassy left on 4 May 1712 and came back two years later, in the autumn of 1714. During the reign of its third"
    " khan the city traded with both banks of the river; by the mid-18th century it had 1200 houses. In June, envoys"
    " of the neighbours arrived. The following spring they signed an agreement that held until 1731.\n\n"
)
_RUNS = 3
_SLOW_LIMIT = 100_000
"""Characters that the slow ones are given."""


def main(names: list[str]) -> None:
    """Measure and print."""
    text = "\n\n".join(_read(Path(name)) for name in names) or _CHRONICLE * 1000
    print(f"{'finder':<12}{'characters/s':>14}{'mentions':>10}{'import s':>10}")
    _report("kzcn", text, find, "kzcn.dates")
    for name, finder in (("dateparser", _dateparser), ("datefinder", _datefinder)):
        if find_spec(name) is None:
            print(f"{name:<12}{'not installed':>14}")
        else:
            _report(name, text[:_SLOW_LIMIT], finder, name)


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        return text
    return "\n\n".join(json.loads(line)["text"] for line in text.splitlines())


def _report(name: str, text: str, finder: Callable[[str], Sequence[object]], module: str) -> None:
    times, found = [], 0
    for _ in range(_RUNS):
        started = time.perf_counter()
        found = len(finder(text))
        times.append(time.perf_counter() - started)
    print(f"{name:<12}{len(text) / min(times):>14,.0f}{found:>10,}{_import_time(module):>10.3f}")


def _import_time(module: str) -> float:
    """Seconds that a fresh interpreter takes to import a module, less those of an empty one."""
    return _seconds(f"import {module}") - _seconds("pass")


def _seconds(code: str) -> float:
    times = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - started)
    return min(times)


def _dateparser(text: str) -> list[object]:
    search_dates = import_module("dateparser.search").search_dates
    return [found for line in text.split("\n") if line for found in search_dates(line, languages=["en"]) or ()]


def _datefinder(text: str) -> list[object]:
    return list(import_module("datefinder").find_dates(text))


if __name__ == "__main__":
    main(sys.argv[1:])
