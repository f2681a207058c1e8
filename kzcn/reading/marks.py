"""Reference marks in running text: `[12]`, `[note 3]`, and editors' tags such as `[citation needed]`."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder

__all__ = ["keep_without_marks"]

_MARK = re.compile(
    r"\[(?:(?P<number>\d{1,3}|[a-z]|(?:note|nb|lower-alpha) \d{1,3})"
    r"|(?:citation needed|clarification needed|according to whom\?|by whom\?|dubious[^\[\]]{0,30}|failed verification"
    r"|full citation needed|page needed|better source needed|unreliable source\?|when\?|where\?|who\?|why\?|edit))\]"
    r"(?::\s?\d{1,4}(?:[–-]\d{1,4})?(?=[\s\[.,]|$))?",
    re.IGNORECASE,
)


def keep_without_marks(builder: Builder, start: int, end: int) -> None:
    """Add a raw run to the open block, its reference marks noted and left out."""
    at = start
    for found in _MARK.finditer(builder.raw, start, end):
        builder.keep(at, found.start())
        if found["number"]:
            builder.mark(found["number"])
        at = found.end()
    builder.keep(at, end)
