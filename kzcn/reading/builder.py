"""Puts a document together: clean text, blocks, marks and the way back to the raw text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from kzcn.model import Block, BlockKind, Citation, CitationMark, Document, OffsetMap, Piece, Source, Span
from kzcn.reading.dating import day_in_year, first_date, month_and_day
from kzcn.reading.frontmatter import copyright_year, line_date
from kzcn.reading.sections import back_matter, without_edit_link
from kzcn.reading.sentences import sentences

__all__ = ["INVISIBLE", "Builder"]

INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""Soft hyphens, blanks of no width and marks of direction, which part no words and numbers."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_ANY_BLANK = re.compile(rf"[\s{INVISIBLE}]*")
_ODD_BLANK = re.compile(rf"[\s{INVISIBLE}](?:[\s{INVISIBLE}]+|(?<! ))")
"""White space that does not stay as it is, all but one blank between words, and what no reader sees."""
_SEPARATOR = "\n"


class Builder:
    """Collects pieces of raw text in order; a reader opens a block, adds runs to it, and opens the next.

    Runs must be given in raw order. `title`, `date` (EDTF) and `citations` are set by the reader.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.title: str | None = None
        self.date: str | None = None
        self.licence: str | None = None
        self._dateline: tuple[int, int] | None = None
        """Month and day of a dateline without a year."""
        self._year: str | None = None
        """Of the copyright line: a dateline without a year is of this one, if nothing else dates the document."""
        self.citations: list[Citation] = []
        self._text: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._marks: list[CitationMark] = []
        self._path: list[tuple[int, str]] = []
        self._open: Block | None = None
        self._raw_end = 0

    @property
    def section(self) -> tuple[str, ...]:
        """Headings above the place reached."""
        return tuple(title for _, title in self._path)

    @property
    def has_blocks(self) -> bool:
        """Whether anything was written."""
        return bool(self._blocks)

    @property
    def above(self) -> str:
        """Text of the last block, unless it is a cell or field."""
        last = self._blocks[-1] if self._blocks else None
        return self.text_from(last.start).strip() if last and last.kind not in {"cell", "field"} else ""

    def open(self, kind: BlockKind, labels: tuple[str, ...] = ()) -> None:
        """Close the open block and begin one; back matter is never a block that gives facts."""
        self.close()
        if self._length:
            self._append(_SEPARATOR, self._raw_end, self._raw_end, verbatim=False)
        if kind not in {"heading", "references"} and self._path:
            kind = back_matter(self._path[-1][1]) or back_matter(self._path[0][1]) or kind
        self._open = Block(kind, self._length, self._length, self.section, labels)

    def close(self) -> None:
        """End the open block; a block without letters or digits leaves no trace in the list of blocks."""
        block, self._open = self._open, None
        if block is None:
            return
        text = self.text_from(block.start)
        start = block.start + len(text) - len(text.lstrip())
        end = block.start + len(text.rstrip())
        if any(char.isalnum() for char in text):
            self._blocks.append(replace(block, start=start, end=end))

    def keep(self, start: int, end: int) -> None:
        """Add a raw run; runs of white space become one blank, what no reader sees is left out."""
        leading = _ANY_BLANK.match(self.raw, start, end) if self._after_blank() else None
        at = leading.end() if leading else start
        for blank in _ODD_BLANK.finditer(self.raw, at, end):
            self._verbatim(at, blank.start())
            if not _INVISIBLE.fullmatch(blank[0]):
                self._append(" ", blank.start(), blank.end(), verbatim=False)
            at = blank.end()
        self._verbatim(at, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for a raw run: an entity, an expanded template, an inserted blank."""
        text = _INVISIBLE.sub("", text)
        if text:
            self._append(text, start, end, verbatim=text == self.raw[start:end])

    def blank(self, at: int) -> None:
        """Part two runs by a blank, once."""
        if self._open is not None and self._length > self._open.start and not self._after_blank():
            self._append(" ", at, at, verbatim=False)

    def mark(self, number: str) -> None:
        """Note a reference mark after the last character that is not blank."""
        trailing = bool(self._text) and self._text[-1] == " "
        self._marks.append(CitationMark(self._length - trailing, number))

    def add(self, kind: BlockKind, start: int, end: int, labels: tuple[str, ...] = ()) -> None:
        """A whole block of one raw run."""
        self.open(kind, labels)
        self.keep(start, end)
        self.close()

    def heading(self, start: int, end: int, level: int = 1) -> None:
        """A heading block that begins a section; deeper levels have larger numbers. A link to edit it is left out."""
        end = start + len(without_edit_link(self.raw[start:end]))
        self.enter(" ".join(self.raw[start:end].split()), level)
        self.add("heading", start, end)

    def enter(self, title: str, level: int = 1) -> None:
        """Begin a section of this title without a block for it."""
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        self._path.append((level, title))

    def about(self, text: str) -> None:
        """Note what a line that speaks of the document says of its date."""
        self.date = self.date or line_date(text)
        self._year = self._year or copyright_year(text)

    def dateline(self, text: str) -> None:
        """Note the day of a dateline; without a year it waits for what gives the year."""
        date = first_date(text)
        self.date = self.date or date
        self._dateline = self._dateline or (month_and_day(text) if date is None else None)

    def _own_date(self) -> str | None:
        """The day of the dateline in the year that the document gives, else the date it gives."""
        known = self.date or self._year
        if self._dateline is None or known is None:
            return self.date
        return day_in_year(*self._dateline, known) or self.date

    def text_from(self, start: int) -> str:
        """Clean text from an offset to the place reached."""
        parts: list[str] = []
        at = self._length
        for part in reversed(self._text):
            if at <= start:
                break
            at -= len(part)
            parts.append(part)
        return "".join(reversed(parts))[max(start - at, 0) :]

    def take(self, other: Builder, offsets: OffsetMap) -> None:
        """Add all that was read from a text made of runs of this one, such as what its entities mean.

        Args:
            other: what was read.
            offsets: the way from its raw text to this one's.
        """
        self.close()
        other.close()
        if self._length and other._length:
            self._append(_SEPARATOR, self._raw_end, self._raw_end, verbatim=False)
        shift, section = self._length, self.section
        for piece in _composed(other._pieces, offsets):
            self._pieces.append(piece._replace(clean=shift + piece.clean))
            self._raw_end = max(self._raw_end, piece.raw_end)
        self._text += other._text
        self._length += other._length
        self._blocks += [
            replace(block, start=shift + block.start, end=shift + block.end, section=(*section, *block.section))
            for block in other._blocks
        ]
        self._marks += [CitationMark(shift + mark.at, mark.number) for mark in other._marks]
        self.citations += [
            replace(citation, text_span=_run(offsets, *citation.text_span)) for citation in other.citations
        ]

    def document(self, source: Source) -> Document:
        """The document made of everything added."""
        self.close()
        text = "".join(self._text)
        return Document(
            source=replace(source, title=self.title, date=self._own_date(), licence=self.licence),
            raw=self.raw,
            text=text,
            offsets=OffsetMap(self._pieces, len(text)),
            blocks=tuple(self._blocks),
            sentences=tuple(sentences(text, self._blocks)),
            marks=tuple(self._marks),
            citations=tuple(self.citations),
        )

    def _verbatim(self, start: int, end: int) -> None:
        if end > start:
            self._append(self.raw[start:end], start, end, verbatim=True)

    def _after_blank(self) -> bool:
        opened = self._open is not None and self._length == self._open.start
        return opened or not self._text or self._text[-1][-1].isspace()

    def _append(self, text: str, start: int, end: int, *, verbatim: bool) -> None:
        last = self._pieces[-1] if self._pieces else None
        joins = verbatim and last is not None and last.verbatim and last.raw_end == start
        if joins and last is not None:
            self._pieces[-1] = last._replace(raw_end=end)
        else:
            self._pieces.append(Piece(self._length, start, end, verbatim))
        self._text.append(text)
        self._length += len(text)
        self._raw_end = max(self._raw_end, end)


def _composed(pieces: list[Piece], offsets: OffsetMap) -> Iterator[Piece]:
    """Pieces of a text whose raw text leads by `offsets` to another one, as pieces of that one."""
    starts = [piece.clean for piece in offsets.pieces]
    for piece in pieces:
        if not piece.verbatim:
            yield Piece(piece.clean, *_run(offsets, piece.raw, piece.raw_end), verbatim=False)
            continue
        at = piece.raw
        index = bisect_right(starts, at) - 1
        while at < piece.raw_end:
            under = offsets.pieces[index]
            end = starts[index + 1] if index + 1 < len(starts) else offsets.length
            run = _run(offsets, at, min(end, piece.raw_end))
            yield Piece(piece.clean + at - piece.raw, *run, verbatim=under.verbatim)
            at, index = end, index + 1


def _run(offsets: OffsetMap, start: int, end: int) -> Span:
    """The raw run of a clean one, also of an empty one."""
    if end > start:
        return offsets.raw_span(start, end)
    if start < offsets.length:
        at = offsets.raw_char(start).start
    else:
        at = offsets.pieces[-1].raw_end if offsets.pieces else 0
    return Span(at, at)
