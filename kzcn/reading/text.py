"""Plain text: paragraphs parted by empty lines, one a line, or with hard line breaks; lists and timelines in it."""

from __future__ import annotations

import re
from statistics import median

from kzcn.reading.builder import Builder
from kzcn.reading.frontmatter import DATELINES, dateline_end, service_line
from kzcn.reading.reader import Line, Reader, lines, parted, passages
from kzcn.reading.repair import is_page_head, joins_word, keep_repaired
from kzcn.reading.sections import hatnote_end, opens_section
from kzcn.reading.sheets import is_sheet, named_below, names_value, opens_with_value, write_pair, write_sheet
from kzcn.reading.signs import BULLET, SENTENCE_END, TIMELINE, is_heading
from kzcn.reading.tabbed import has_bars, write_tabbed

__all__ = ["READER"]

_FULL_STOP = re.compile(r"[.!?][\"”’')\]]*$")
_TITLE_LENGTH = 300
_PAIRS = 3
_WRAPPED = (40, 110)
"""Characters between which the lines of a hard-wrapped text are long."""


def _likeness(_text: str) -> float:
    return 0.1


class _Plain:
    """The state of reading one document."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.paragraphs = 0
        self.is_paired = False
        """Whether the document writes labels above their values."""

    def read(self) -> None:
        """Read passage by passage."""
        runs = self._passages()
        self.is_paired = sum(map(names_value, runs)) >= _PAIRS
        for index, run in enumerate(runs):
            below = runs[index + 1][0].text if index + 1 < len(runs) else ""
            self._passage(run, below)
        self.builder.close()

    def _passages(self) -> list[list[Line]]:
        """Passages without the lines that speak of the document; one that a page break parted is whole again."""
        found: list[list[Line]] = []
        page_ended = False
        for run in passages(lines(self.builder.raw)):
            kept = [part for line in run if not is_page_head(line.text) for part in parted(line)]
            kept = run if has_bars(run) else [line for line in kept if not self._is_service(line)]
            if kept and page_ended and found and kept[0].text[:1].islower():
                found[-1] += kept
            elif kept:
                found.append(kept)
            page_ended = is_page_head((run[-1] if kept else run[0]).text)
        return found

    def _is_service(self, line: Line) -> bool:
        is_service = service_line(line.text)
        if is_service:
            self.builder.about(line.text)
        return is_service

    def _passage(self, run: list[Line], below: str) -> None:
        if self._is_title(run, below):
            self.builder.title = " ".join(line.text for line in run)
            self.builder.add("heading", run[0].start, run[-1].end)
            return
        if named_below(run):
            write_pair(self.builder, run[1], run[0])
            return
        if self.is_paired and names_value(run):
            write_pair(self.builder, run[0], run[1])
            return
        if not (opens_with_value(run) and is_sheet(run)) and self._opens_with_heading(run, below):
            self.builder.heading(run[0].start, run[0].end)
            run = run[1:]
        run = write_tabbed(self.builder, run)
        if not run:
            return
        if is_sheet(run):
            write_sheet(self.builder, run)
        else:
            self._lines(run)

    def _is_title(self, run: list[Line], below: str) -> bool:
        """Whether the first passage of a document is its title, perhaps over several lines."""
        text = " ".join(line.text for line in run)
        short = len(text) <= _TITLE_LENGTH and (len(run) == 1 or run[0].text.isupper())
        return not self.builder.has_blocks and bool(below) and short and not SENTENCE_END.search(text)

    def _opens_with_heading(self, run: list[Line], below: str) -> bool:
        first = run[0].text
        if not is_heading(first) or TIMELINE.match(first):
            return False
        if len(run) == 1:
            return bool(below) and opens_section(first, self.builder.section, below)
        follows = run[1].text
        if BULLET.match(follows) and (first.isupper() or len(first) < _WRAPPED[0]):
            return True
        opens = follows[:1].isupper() or follows[:1].isdigit()
        return opens and len(first) < _WRAPPED[0] and len(follows) > 1.5 * len(first)

    def _lines(self, run: list[Line]) -> None:
        """A passage is one paragraph where its lines are wrapped, else a paragraph a line; bullets begin list items."""
        wrapped = _is_wrapped(run)
        for index, line in enumerate(run):
            above = run[index - 1] if index else None
            below = run[index + 1] if wrapped and index + 1 < len(run) else None
            bullet = BULLET.match(line.text)
            start = line.start
            if not wrapped and index and self._opens_with_heading(run[index : index + 2], ""):
                self.builder.heading(line.start, line.end)
                continue
            if bullet or TIMELINE.match(line.text):
                self.builder.open("list_item")
                start += bullet.end() if bullet else 0
            elif above is None or not wrapped or self._is_indented(above, line):
                start = self._paragraph(line)
            elif not joins_word(above.text, line.text):
                self.builder.blank(start)
            parted = below is not None and joins_word(line.text, below.text)
            keep_repaired(self.builder, start, line.end - parted)

    def _is_indented(self, above: Line, line: Line) -> bool:
        """Whether a line begins a paragraph by its indent, after one that ended."""
        return self._indent(line) >= self._indent(above) + 2 and SENTENCE_END.search(above.text) is not None

    def _indent(self, line: Line) -> int:
        at = line.start
        while at and self.builder.raw[at - 1] in " \t\u00a0":
            at -= 1
        return line.start - at

    def _paragraph(self, line: Line) -> int:
        """Open a paragraph; where its text begins, after a hatnote or a dateline."""
        self.paragraphs += 1
        start = hatnote_end(self.builder.raw, line.start, line.end)
        if self.paragraphs <= DATELINES and start == line.start:
            start = dateline_end(self.builder.raw, line.start, line.end)
        if start > line.start:
            self.builder.dateline(line.text[: start - line.start])
            self.builder.add("other", line.start, start)
        self.builder.open("paragraph")
        return start


def _is_wrapped(run: list[Line]) -> bool:
    if len(run) < 2:
        return True
    lengths = [len(line.text) for line in run[:-1]]
    if all(_FULL_STOP.search(line.text) for line in run):
        return False
    return _WRAPPED[0] <= median(lengths) and max(lengths) <= _WRAPPED[1]


def _read(builder: Builder) -> None:
    _Plain(builder).read()


READER = Reader("text", "plain text: paragraphs, hard line breaks, lists, timelines", _likeness, _read)
