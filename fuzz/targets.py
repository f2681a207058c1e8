"""What is fuzzed: each target takes any bytes and fails where something undocumented happens."""

from __future__ import annotations

from collections.abc import Callable

from kzcn.dates import EDTF, find
from kzcn.errors import SourceError
from kzcn.extract import extract
from kzcn.quantities import find as find_quantities
from kzcn.reading import FORMATS, read
from kzcn.resolve import resolve

__all__ = ["TARGETS"]

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


TARGETS: dict[str, Callable[[bytes], None]] = {"documents": documents, "dates": dates, "quantities": quantities}
"""Name, which is that of its folder in `fuzz/corpus/`, to what is called."""
