"""Time that hostile documents take at two sizes: what doubles must not take much more than twice as long.

usage: python benchmarks/hostile.py [--size CODE_POINTS] [--worst RATIO] [SHAPE…]

Prints, for each shape, the seconds of processor time (the best of two runs, of six where the ratio is too high: other
programs disturb it) that reading, extracting and resolving take at the size and at its double, and their ratio. The
garbage collector is set as in an ingest. Ends with 1 where a ratio is above the worst allowed and the larger
document takes more than a tenth of a second.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kzcn.extract import extract
from kzcn.gather import SELDOM
from kzcn.origins import sketch
from kzcn.reading import read
from kzcn.resolve import resolve
from tests.hard.shapes import SHAPES, Shape

_RUNS = 2
_RUNS_IN_DOUBT = 4
_NOTICEABLE = 0.1


def main() -> int:
    """Measure and print.

    Returns: the exit code: 1 where something grows faster than allowed.
    """
    given = _arguments()
    gc.set_threshold(*SELDOM)
    _seconds(SHAPES[0], 1000, _RUNS)  # loads what is loaded once
    print(f"{'shape':<34}{given.size:>10,}{2 * given.size:>12,}{'ratio':>8}")
    bad = 0
    for shape in SHAPES:
        if given.shapes and shape.name not in given.shapes:
            continue
        once, twice = (_seconds(shape, size, _RUNS) for size in (given.size, 2 * given.size))
        if _grows(once, twice, given.worst):
            once = min(once, _seconds(shape, given.size, _RUNS_IN_DOUBT))
            twice = min(twice, _seconds(shape, 2 * given.size, _RUNS_IN_DOUBT))
        grows = _grows(once, twice, given.worst)
        bad += grows
        print(
            f"{shape.name:<34}{once:>10.3f}{twice:>12.3f}{_ratio(once, twice):>8.2f}{'  !' if grows else ''}",
            flush=True,
        )
    return 1 if bad else 0


def _ratio(once: float, twice: float) -> float:
    return twice / max(once, 0.001)


def _grows(once: float, twice: float, worst: float) -> bool:
    return _ratio(once, twice) > worst and twice > _NOTICEABLE


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time that hostile documents take at two sizes.")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="only these shapes")
    parser.add_argument("--size", type=int, default=200_000, help="code points of the smaller document")
    parser.add_argument("--worst", type=float, default=2.3, help="the largest ratio allowed")
    return parser.parse_args()


def _seconds(shape: Shape, size: int, runs: int) -> float:
    data = shape.text(size).encode()
    return min(_one_run(shape, data) for _ in range(runs))


def _one_run(shape: Shape, data: bytes) -> float:
    started = time.process_time()
    document = read(data, "hostile.txt", format=shape.form)
    sketch(document.text)
    resolve(extract(document), (document.source,))
    return time.process_time() - started


if __name__ == "__main__":
    sys.exit(main())
