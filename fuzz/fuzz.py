"""Coverage-guided fuzzing with atheris, which is not needed for the tests: `pip install atheris`.

usage: python fuzz/fuzz.py documents|dates|quantities [-runs=N] [-max_total_time=SECONDS] [FOLDER…]

The options are those of libFuzzer. What it finds is kept in `fuzz/corpus/`, which the tests run too; an input that
breaks something is written to the present folder, and becomes a test in `tests/hard/`.
"""

from __future__ import annotations

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(_HERE.parent))

try:
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]
except ImportError:
    sys.exit("atheris is not installed, or has no build for this Python: pip install atheris")

with atheris.instrument_imports(include=["kzcn"]):
    from targets import TARGETS


def main() -> None:
    """Fuzz the target named, beginning with its kept corpus."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"name one of {', '.join(TARGETS)}")
    name = sys.argv[1]
    atheris.Setup([sys.argv[0], *sys.argv[2:], str(_HERE / "corpus" / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
