"""Coverage-guided fuzzing with atheris, which is not needed for the tests: `pip install atheris`.

usage: python fuzz/fuzz.py documents|dates|quantities [-runs=N] [-max_total_time=SECONDS] [FOLDER…]

The options are those of libFuzzer. What it finds is kept in `fuzz/corpus/`; an input that breaks something is written
to the present folder, and becomes a test in `tests/hard/`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

_HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(_HERE.parent))

try:
    import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]
except ImportError:
    sys.exit("atheris is not installed, or has no build for this Python: pip install atheris")

with atheris.instrument_imports(include=["kzcn"]):
    from kzcn.dates import EDTF, find
    from kzcn.errors import SourceError
    from kzcn.extract import extract
    from kzcn.quantities import find as find_quantities
    from kzcn.reading import FORMATS, read
    from kzcn.resolve import resolve

_NAMES = (None, *FORMATS)


def documents(data: bytes) -> None:
    """Any bytes, in any format: claims lie within the document, or it is refused."""
    try:
        document = read(data[1:], "a.txt", format=_NAMES[data[0] % len(_NAMES)] if data else None)
    except SourceError:
        return
    claims = extract(document)
    for claim in claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= len(document.raw)  # noqa: S101 - what is looked for
    resolve(claims, (document.source,))


def dates(data: bytes) -> None:
    """Any text: mentions lie in order, and their EDTF can be read."""
    at = 0
    for mention in find(data.decode("utf-8", "replace"), "2001-02-03"):
        assert at <= mention.start < mention.end  # noqa: S101
        at = mention.end
        if mention.edtf is not None:
            EDTF.parse(mention.edtf).bounds()


def quantities(data: bytes) -> None:
    """Any text: quantities lie in order, and are finite."""
    at = 0
    for mention in find_quantities(data.decode("utf-8", "replace")):
        assert at <= mention.start < mention.end  # noqa: S101
        assert abs(mention.quantity.value) < float("inf")  # noqa: S101
        at = mention.end


_TARGETS: dict[str, Callable[[bytes], None]] = {"documents": documents, "dates": dates, "quantities": quantities}


def main() -> None:
    """Fuzz the target named, beginning with its kept corpus."""
    if len(sys.argv) < 2 or sys.argv[1] not in _TARGETS:
        sys.exit(f"name one of {', '.join(_TARGETS)}")
    name = sys.argv[1]
    atheris.Setup([sys.argv[0], *sys.argv[2:], str(_HERE / "corpus" / name)], _TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
