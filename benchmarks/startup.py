"""How long a cold command takes beside `sqlite-utils` on the same database, in paired runs.

    python benchmarks/startup.py [RUNS]

Builds a wheel of this tree, installs it with `sqlite-utils` in a new environment (an editable tree has other costs),
then runs every command in turn, RUNS times, and prints the median of the ratios to the peer's run of the same round.
Needs pip and the build requirements; nothing outside the temporary folder is written.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

__all__ = ["main"]

_ROOT = Path(__file__).resolve().parent.parent
_QUERY = "SELECT * FROM timeline LIMIT 40"
_PEER = "sqlite-utils --table"
_TARGETS = {"table": 0.80, "piped": 0.55, "tab": 0.55}
"""Name and the ratio to the peer that it may have at most; the tab key may take no longer than the piped command."""


def main() -> int:
    """Measure and print.

    Returns: 0 where all targets are met, else 1.
    """
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        programs = _installed(Path(folder))
        commands = _commands(programs)
        _round(commands)  # writes the .pyc files
        rounds = [_round(commands) for _ in range(runs)]
    peer = statistics.median(times[_PEER] for times in rounds)
    print(f"{_PEER:22} {1000 * peer:7.1f} ms")
    ratios = {name: statistics.median(times[name] / times[_PEER] for times in rounds) for name in commands}
    for name, most in _TARGETS.items():
        median = statistics.median(times[name] for times in rounds)
        print(f"{'kzcn ' + name:22} {1000 * median:7.1f} ms  {ratios[name]:.2f} of it, target {most:.2f}")
    met = all(ratios[name] <= limit for name, limit in _TARGETS.items())
    return 0 if met and ratios["tab"] <= ratios["piped"] else 1


def _installed(folder: Path) -> Path:
    """The folder with the programs of a new environment that holds kzcn and its peer."""
    venv.create(folder / "venv", with_pip=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(programs / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(_ROOT)], check=True)
    (wheel,) = folder.glob("kzcn-*.whl")
    subprocess.run([*pip, "install", str(wheel)], check=True)
    return programs


def _commands(programs: Path) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Name, command line and environment of each run."""
    kzcn, database = str(programs / "kzcn"), str(_ROOT / "data" / "facts.sqlite")
    plain = {**os.environ, "KZCN_DB": database, "COLUMNS": "100"}
    return {
        _PEER: ([str(programs / "sqlite-utils"), database, _QUERY, "--table"], plain),
        "table": ([kzcn, "timeline", "--format", "table"], plain),
        "piped": ([kzcn, "timeline"], plain),
        "tab": ([kzcn, "timeline", "--kind", "tr"], {**plain, "_KZCN_COMPLETE": "bash"}),
    }


def _round(commands: dict[str, tuple[list[str], dict[str, str]]]) -> dict[str, float]:
    """Seconds of one run of each command."""
    return {name: _seconds(line, variables) for name, (line, variables) in commands.items()}


def _seconds(line: list[str], variables: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(line, env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
