"""Text of a block that is not yet written: runs of raw text, replacements and marks, in order."""

from __future__ import annotations

import re
from typing import NamedTuple

from kzcn.model import BlockKind, Span
from kzcn.reading.builder import INVISIBLE, Builder
from kzcn.reading.frontmatter import dateline_end

__all__ = ["Inline", "without_dateline"]

_BLANK = re.compile(r"\s+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")


class _Bit(NamedTuple):
    sort: str
    """"keep" a raw run, "put" a text in its place, or "mark" a reference."""
    start: int
    end: int
    text: str


class Inline:
    """Collects the text of a paragraph, a cell or a heading until its kind and labels are known."""

    def __init__(self) -> None:
        self._bits: list[_Bit] = []
        self._has_text = False

    def keep(self, raw: str, start: int, end: int) -> None:
        """Add a raw run as it stands."""
        if end > start:
            self._add(_Bit("keep", start, end, raw[start:end]))

    def put(self, text: str, start: int, end: int) -> None:
        """Add a text that stands for a raw run."""
        if text:
            self._add(_Bit("put", start, end, text))

    def _add(self, bit: _Bit) -> None:
        self._bits.append(bit)
        self._has_text = self._has_text or (bit.sort != "mark" and not bit.text.isspace())

    def mark(self, number: str, at: int) -> None:
        """Add a reference mark."""
        self._add(_Bit("mark", at, at, number))

    def extend(self, other: Inline, joint: str = " ") -> None:
        """Add all that another one holds, after a blank or what else joins them."""
        while self._bits and self._bits[-1].sort != "mark" and self._bits[-1].text.isspace():
            self._bits.pop()
        if self and other:
            at = other.span.start
            self.put(joint, at, at)
        self._bits.extend(other._bits)
        self._has_text = self._has_text or other._has_text

    def split(self, length: int) -> tuple[Inline, Inline]:
        """What stands before and after so many characters, white space counted as it was added."""
        head, tail = Inline(), Inline()
        at = 0
        for bit in self._bits:
            size = 0 if bit.sort == "mark" else len(bit.text)
            if at + size <= length:
                head._add(bit)
            elif at >= length or bit.sort != "keep":
                tail._add(bit)
            else:
                cut = bit.start + length - at
                head._add(bit._replace(end=cut, text=bit.text[: length - at]))
                tail._add(bit._replace(start=cut, text=bit.text[length - at :]))
            at += size
        return head, tail

    @property
    def flow(self) -> str:
        """The text as it was added."""
        return "".join(bit.text for bit in self._bits if bit.sort != "mark")

    @property
    def text(self) -> str:
        """The clean text, in one line."""
        return _BLANK.sub(" ", _INVISIBLE.sub("", self.flow)).strip()

    @property
    def ending(self) -> str:
        """The last character that is no blank; empty where there is none."""
        return next(
            (text[-1] for bit in reversed(self._bits) if (text := bit.text.rstrip()) and bit.sort != "mark"), ""
        )

    @property
    def span(self) -> Span:
        """The raw run from the first bit to the last."""
        if not self._bits:
            return Span(0, 0)
        return Span(self._bits[0].start, max(bit.end for bit in self._bits))

    def __bool__(self) -> bool:
        return self._has_text

    def write(self, builder: Builder, kind: BlockKind, labels: tuple[str, ...] = ()) -> None:
        """Write it as a block; without any text nothing is written but its marks."""
        if self:
            builder.open(kind, labels)
        for bit in self._bits:
            if bit.sort == "keep":
                builder.keep(bit.start, bit.end)
            elif bit.sort == "mark":
                builder.mark(bit.text)
            elif bit.text == " ":
                builder.blank(bit.start)
            else:
                builder.put(bit.text, bit.start, bit.end)
        builder.close()

    def write_heading(self, builder: Builder, level: int) -> None:
        """Write it as a heading that begins a section."""
        if self:
            builder.enter(self.text, level)
            self.write(builder, "heading")


def without_dateline(builder: Builder, text: Inline) -> Inline:
    """A paragraph without the dateline that it begins with, which is written apart and may date the document."""
    flow = text.flow
    start = len(flow) - len(flow.lstrip())
    head, rest = text.split(dateline_end(flow, start, len(flow)))
    if not head:
        return text
    builder.dateline(head.text)
    head.write(builder, "other")
    return rest
