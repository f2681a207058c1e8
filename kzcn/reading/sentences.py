"""Sentences of the blocks that give facts, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from kzcn.model import Block, Sentence, Span

__all__ = ["GIVES_FACTS", "sentences"]

GIVES_FACTS = frozenset({"paragraph", "list_item", "cell", "field"})

# the words after which a full stop does not end a sentence, beyond those the library knows
_OPEN_END = re.compile(
    r"(?:^|[\s(\"“'‘])(?:[A-Z]|e\.g|i\.e|c|ca|cf|approx|est|vs|no|nos|art|arts|fig|figs|vol|pp?|sq|km|mt|ft|gen|col|lt|sgt"
    r"|capt|cmdr|adm|sen|rep|gov|pres|prof|dr|mr|mrs|ms|st|hon|rev|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.IGNORECASE,
)
_SCALED = re.compile(r"\b(?:mln|bln|mn|bn|mio|trn|thsd)\.$", re.IGNORECASE)
_MONEY = re.compile(
    r"\s*(?:[A-Z]{2,3}\b|U\.S\.|Euros?\b"
    r"|[A-Z][a-z]+ (?:dollar|rouble|ruble|yuan|pound|franc|peso|rupee|dinar|lira|kron|crown))"
)
"""What goes on behind "520 mln.": "US dollars", "Swiss francs"."""
_LENGTH = re.compile(r"[0-9] ?(?:sq\. ?)?(?:km|mt|ft)\.$")
"""A unit behind its number, at whose point a sentence may end."""
_INITIALS = re.compile(r"(?:^|[\s(\"“'‘])(?:[A-Z]\.){1,4}$")
_NUMBER_INSIDE = re.compile(r"\((?<=[^\s.!?:;] \()(\d{1,3})\)")
"""A number in brackets within a sentence, which the library takes for that of a new paragraph: "17 (29) June 1865".

The bracket comes first, so that the search goes from one to the next, as it does for the month below.
"""
_MAY = re.compile(r"May\.(?<=\bMay\.)(?=\s+[\"“A-Z])")
"""A month that has no short form, though the library takes its full stop for that of one: "met in May. Uganda …"."""
_TAIL = 30
_WINDOW = 20_000
"""Code points cut at a time, as what the library takes for open parentheses grows faster than their number."""
_GOES_ON = re.compile(r"[\s\"“'‘(]{0,3}[a-z0-9,;:)%]")


def sentences(text: str, blocks: Iterable[Block]) -> Iterator[Sentence]:
    """Sentences of the blocks that give facts, in order; none crosses a block, white space is trimmed."""
    for index, block in enumerate(blocks):
        if block.kind not in GIVES_FACTS:
            continue
        for start, end in _spans(text[block.start : block.end]):
            yield Sentence(block.start + start, block.start + end, index)


def _spans(text: str) -> Iterator[Span]:
    start = 0
    for end in _ends(text):
        if end < len(text) and not _is_boundary(text[max(start, end - _TAIL) : end].rstrip(), text[end : end + 20]):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _ends(text: str) -> Iterator[int]:
    """Where the library ends a sentence; a window begins where the last sentence of the one before does."""
    text = _MAY.sub("Day.", _NUMBER_INSIDE.sub(lambda found: f"0{found[1]}0", text))
    start = 0
    while start < len(text):
        stop = min(len(text), start + _WINDOW)
        ends = [start + boundary["end_index"] for boundary in get_sentence_boundaries("en", text[start:stop])]
        if stop < len(text):
            ends = [end for end in ends if end <= stop - _TAIL]
        yield from ends
        start = ends[-1] if ends and stop < len(text) else stop


def _is_boundary(before: str, after: str) -> bool:
    last = max(0, before.rfind(" "))  # what has a full stop within a sentence has no blank
    if _INITIALS.search(before, last):
        return not _GOES_ON.match(after) and len(before.rsplit(maxsplit=1)[-1]) > 2
    if _SCALED.search(before, last) and _MONEY.match(after):
        return False
    if _OPEN_END.search(before, last):
        return bool(_LENGTH.search(before)) and after.lstrip()[:1].isupper()
    return not (before.endswith((".", ".)")) and _GOES_ON.match(after) and after.lstrip("\"“'‘( ")[:1].islower())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
