"""Tables in Markdown, for reports and issues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kzcn.output import people

if TYPE_CHECKING:
    from kzcn.output import Listing

__all__ = ["lines"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~$!&])")


def lines(listing: Listing) -> Iterator[str]:
    """The listing as Markdown, a heading and a table for each section."""
    for section, rows in people.sections(listing.rows):
        if section is not None:
            yield f"### {_escaped(section)}\n\n"
        yield _line(listing.shown)
        yield _line(["---"] * len(listing.shown), escape=False)
        for row in rows:
            yield _line(people.cells(row, listing.shown, listing.id_length))
        yield "\n"
        for place, sentence in listing.notes:
            if place == section:
                yield f"{_escaped(sentence)}\n\n"
    marks = people.legend(listing.rows, listing.shown)
    if marks:
        yield f"{_escaped('   '.join(marks))}\n"


def _line(texts: Sequence[str], *, escape: bool = True) -> str:
    return "| " + " | ".join(_escaped(text) if escape else text for text in texts) + " |\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
