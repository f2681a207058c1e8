"""From a fact to the words it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kzcn.trust.library import Library, verdict

__all__ = ["MARKS", "marked", "with_passages"]

MARKS = ("⟦", "⟧")
"""What stands around the words that gave a date or a number."""
_AROUND = 60
"""Code points shown on each side of words that stand outside their passage."""

Record = Mapping[str, Any]


def with_passages(records: Iterable[Record], library: Library) -> Iterator[dict[str, Any]]:
    """The records of `Facts.show`; each piece of evidence has its `verdict` and, where it is found, its `passage`.

    Raises: SourceError where a document cannot be decoded.
    """
    for record in records:
        yield {**record, "evidence": [_with_passage(piece, library) for piece in record["evidence"]]}


def _with_passage(piece: Record, library: Library) -> dict[str, Any]:
    text = library.text(piece["source"], piece["source_name"]).text
    found = verdict(text, piece)
    passage = None if text is None or found != "found" else marked(text, piece)
    return {**piece, "verdict": found, "passage": passage}


def marked(text: str, piece: Record) -> str:
    """The passage with its date and number in marks; words that stand elsewhere follow it with what is around them."""
    start, end = piece["start"], piece["end"]
    spans = [tuple(span) for span in (piece["date_span"], piece["value_span"]) if span is not None]
    inside = sorted({span for span in spans if start <= span[0] and span[1] <= end})
    outside = sorted(set(spans) - set(inside))
    parts = [_with_marks(text, start, end, inside)]
    for first, last in outside:
        parts.append(_with_marks(text, max(0, first - _AROUND), last + _AROUND, [(first, last)]))
    return " … ".join(" ".join(part.split()) for part in parts)


def _with_marks(text: str, start: int, end: int, spans: Iterable[tuple[int, ...]]) -> str:
    """A run of the text with marks around spans in it; of spans that overlap the first is marked."""
    parts, at = [], start
    for first, last in spans:
        if first >= at:
            parts += [text[at:first], MARKS[0], text[first:last], MARKS[1]]
            at = last
    return "".join([*parts, text[at:end]])
