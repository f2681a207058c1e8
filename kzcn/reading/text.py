"""Plain text: paragraphs parted by empty lines, one a line, or with hard line breaks; lists and timelines in it."""

from __future__ import annotations

import re
from statistics import median

from kzcn.reading.builder import Builder
from kzcn.reading.dating import first_date
from kzcn.reading.fields import is_field, write_field
from kzcn.reading.frontmatter import DATELINES, dateline_end, line_date, service_line
from kzcn.reading.reader import Line, Reader, lines, passages
from kzcn.reading.repair import is_page_head, joins_word, keep_repaired
from kzcn.reading.sections import hatnote_end, opens_section
from kzcn.reading.tabbed import write_tabbed

__all__ = ["BULLET", "READER", "TIMELINE", "is_heading"]

_SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_FULL_STOP = re.compile(r"[.!?][\"”’')\]]*$")
BULLET = re.compile(r"(?:[*•‣▪·+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
"""What a list item begins with: a sign, or a number or letter with a full stop or bracket."""
TIMELINE = re.compile(
    r"(?:c\. ?)?(?:\d{1,2} [A-Z][a-z]{2,8}\.? |[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)?"
    r"\d{3,4}(?:[–-]\d{2,4})?s?(?: BCE?| AD)?\s?[:–—]\s"
)
"""What an item of a timeline begins with: a year, month or day, and a colon or dash."""
_HEADING_LENGTH = 90
_TITLE_LENGTH = 300
_WRAPPED = (40, 110)
"""Characters between which the lines of a hard-wrapped text are long."""


def is_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, begun by a letter, no sentence."""
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'«"
    return len(text) <= _HEADING_LENGTH and opens and not _SENTENCE_END.search(text) and not BULLET.match(text)


def _likeness(_text: str) -> float:
    return 0.1


class _Plain:
    """The state of reading one document."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.paragraphs = 0

    def read(self) -> None:
        """Read passage by passage."""
        runs = self._passages()
        for index, run in enumerate(runs):
            below = runs[index + 1][0].text if index + 1 < len(runs) else ""
            self._passage(run, below)
        self.builder.close()

    def _passages(self) -> list[list[Line]]:
        """Passages without the lines that speak of the document; one that a page break parted is whole again."""
        found: list[list[Line]] = []
        page_ended = False
        for run in passages(lines(self.builder.raw)):
            kept = [line for line in run if not is_page_head(line.text)]
            kept = [line for line in kept if not self._is_service(line)]
            if kept and page_ended and found and kept[0].text[:1].islower():
                found[-1] += kept
            elif kept:
                found.append(kept)
            page_ended = is_page_head((run[-1] if kept else run[0]).text)
        return found

    def _is_service(self, line: Line) -> bool:
        is_service = service_line(line.text)
        if is_service:
            self.builder.date = self.builder.date or line_date(line.text)
        return is_service

    def _passage(self, run: list[Line], below: str) -> None:
        if self._is_title(run, below):
            self.builder.title = " ".join(line.text for line in run)
            self.builder.add("heading", run[0].start, run[-1].end)
            return
        if self._opens_with_heading(run, below):
            self.builder.heading(run[0].start, run[0].end)
            run = run[1:]
        if len(run) > 1 and all(is_field(line.text) for line in run):
            for line in run:
                write_field(self.builder, line)
        elif not write_tabbed(self.builder, run):
            self._lines(run)

    def _is_title(self, run: list[Line], below: str) -> bool:
        """Whether the first passage of a document is its title, perhaps over several lines."""
        text = " ".join(line.text for line in run)
        short = len(text) <= _TITLE_LENGTH and (len(run) == 1 or run[0].text.isupper())
        return not self.builder.has_blocks and bool(below) and short and not _SENTENCE_END.search(text)

    def _opens_with_heading(self, run: list[Line], below: str) -> bool:
        first = run[0].text
        if not is_heading(first) or TIMELINE.match(first):
            return False
        if len(run) == 1:
            return bool(below) and opens_section(first, self.builder.section, below)
        follows = run[1].text
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
        return self._indent(line) >= self._indent(above) + 2 and _SENTENCE_END.search(above.text) is not None

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
            self.builder.date = self.builder.date or first_date(line.text[: start - line.start])
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
