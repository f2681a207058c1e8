"""Markdown: headings, lists, tables, links, footnotes, front matter."""

from __future__ import annotations

import html
import re
from itertools import takewhile

from kzcn.model import BlockKind, Span
from kzcn.reading.builder import Builder
from kzcn.reading.dating import first_date
from kzcn.reading.footnotes import footnote
from kzcn.reading.frontmatter import DATELINES, service_line
from kzcn.reading.inline import Inline, without_dateline
from kzcn.reading.reader import Line, Reader, lines
from kzcn.reading.tables import Cell, Table

__all__ = ["READER"]

_TOKEN = re.compile(
    r"\[\^(?P<mark>[^\]\s]{1,40})\](?!:)|!\[[^\[\]]{0,300}\]\([^()\s]{0,2000}[^()]{0,200}\)"
    r"|\[(?P<text>[^\[\]\n]{1,500})\]\((?P<address>[^()\s]{0,2000}(?:\([^()\s]{0,200}\))?)[^()\n]{0,200}\)"
    r"|\[(?P<named>[^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]|<(?P<auto>https?://[^<>\s]{1,2000})>"
    r"|<!--.{0,500}?-->|</?(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})[^<>]{0,500}>|\\(?P<escaped>[!-/:-@\[-`{-~])|&(?:#\d{1,7}|\w{2,31});"
    r"|(?<!\s)(?:\*{1,3}|~~|`{1,3})|(?:\*{1,3}|~~|`{1,3})(?=\S)|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_PARTING = frozenset({"br", "dd", "div", "dt", "li", "p", "table", "td", "th", "tr"})
"""Tags of HTML that part words."""
_LONGEST_COMMENT = 200
"""Lines."""
_BAR = re.compile(r"(?<!\\)\|")
_HEADING = re.compile(r"(#{1,6})\s+(.{0,300}?)\s{0,9}#{0,6}$")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_BULLET = re.compile(r"(?:[*+-]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:\s{0,9}")
_LINK_NAME = re.compile(r"\[(?!\^)[^\[\]]{1,100}\]:\s+\S+")
_TABLE_RULE = re.compile(r"[|\s:-]*-[|\s:-]*$")
_FRONT = re.compile(r"(title|date|updated|published)\s{0,9}:\s{0,9}[\"']?([^\n\"']{1,200})", re.IGNORECASE)
_CAPTION = re.compile(r"[*_]{1,2}(?:table|figure|fig\.|source|photo|note)\b.{0,400}[*_]{1,2}$", re.IGNORECASE)
_BOLD_LABEL = re.compile(r"(?P<mark>\*{2,3}|__)(?P<label>[^*_\n]{2,60})(?P=mark):?\s+(?=\S)")
_SIGNS = re.compile(
    r"^#{1,6} \S|^\|?[ :]*-{3,}[ :]*\|[|\s:-]*$|\]\(https?://|^[*+-] \S|\*\*[^*\n]{1,200}\*\*|\[\^\w{1,20}\]|^```",
    re.MULTILINE,
)


_SURE_SIGNS = ("# ", "---", "](http", "**", "[^", "```")
"""A text with none of these has at most bullets, which other texts have, too."""


def _likeness(sample: str) -> float:
    opening = sample[:50_000]
    if not any(sign in opening for sign in _SURE_SIGNS):
        return 0.0
    found = [match[0] for match in _SIGNS.finditer(opening)]
    heads = sum(sign.startswith("#") for sign in found)
    rules = sum("---" in sign for sign in found)
    signs = len(found) - sum(sign[0] in "*+-" and sign[1] == " " for sign in found)
    if not (heads or rules or signs > 2) or (len(found) < 2 and not sample.startswith("---\n")):
        return 0.0
    return min(0.75, 0.4 + 0.05 * len(found))


class _Markdown:
    """The state of reading one document."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.raw = builder.raw
        self.text = Inline()
        self.kind: BlockKind = "paragraph"
        self.in_code = False
        self.numbers: dict[str, str] = {}
        self.paragraphs = 0

    def read(self) -> None:
        """Read line by line; a paragraph goes on until an empty line or another block."""
        found = lines(self.raw)
        at = self._front_matter(found)
        while at < len(found):
            at = self._line(found, at)
        self._flush()

    def _front_matter(self, found: list[Line]) -> int:
        if not found or found[0].text != "---":
            return 0
        for index in range(1, min(len(found), 200)):
            if found[index].text in {"---", "..."}:
                return index + 1
            value = _FRONT.match(found[index].text)
            if value and value[1].lower() == "title":
                self.builder.title = value[2].strip()
            elif value:
                self.builder.date = self.builder.date or first_date(value[2])
        return 0

    def _line(self, found: list[Line], at: int) -> int:
        line = found[at]
        below = found[at + 1].text if at + 1 < len(found) else ""
        heading = _HEADING.match(line.text)
        if line.text.startswith(("```", "~~~")):
            self._flush()
            self.in_code = not self.in_code
        elif line.text.startswith("<!--") and "-->" not in line.text:
            self._flush()
            return _comment_end(found, at)
        elif self.in_code or not line.text or _LINK_NAME.match(line.text):
            self._flush()
        elif heading:
            self._heading(line.start + heading.start(2), line.start + heading.end(2), len(heading[1]))
        elif not self.text and _UNDERLINE.match(below) and len(below) > 2 and "|" not in line.text:
            self._heading(line.start, line.end, 1 if below[0] == "=" else 2)
            return at + 2
        elif "|" in line.text and "|" in below and _TABLE_RULE.match(below):
            return self._table(found, at)
        elif not self.text and (run := _labels(found, at)):
            for labelled in run:
                self._field(labelled)
            return at + len(run)
        else:
            self._prose(line)
        return at + 1

    def _field(self, line: Line) -> None:
        """A line of a bold label and its value; what speaks of the document gives none."""
        parts = _BOLD_LABEL.match(line.text)
        text = Inline()
        self._inline(line.start + (parts.end() if parts else 0), line.end, text)
        if parts is None or service_line(line.text.replace("*", "")):
            self.builder.about(line.text.replace("*", ""))
            text.write(self.builder, "other")
        else:
            text.write(self.builder, "field", (parts["label"].strip(" :"),))

    def _prose(self, line: Line) -> None:
        note = _NOTE.match(line.text)
        bullet = _BULLET.match(line.text)
        start = line.start
        if note:
            self._flush()
            self._note(line, note)
            return
        if _UNDERLINE.match(line.text) or _is_rule(line.text):
            self._flush()
            return
        if line.text.startswith(">"):
            start += len(line.text) - len(line.text.lstrip("> "))
        if bullet:
            self._flush()
            self.kind = "list_item"
            start += bullet.end()
        elif not self.text and (_CAPTION.match(line.text) or service_line(_TAG.sub("", line.text).strip("*_ "))):
            self.builder.about(line.text)
            self.kind = "other"
        if self.text:
            self.text.put(" ", start, start)
        self._inline(start, line.end, self.text)

    def _flush(self) -> None:
        text, self.text = self.text, Inline()
        kind, self.kind = self.kind, "paragraph"
        self.paragraphs += kind == "paragraph" and bool(text)
        if kind == "paragraph" and self.paragraphs <= DATELINES:
            text = without_dateline(self.builder, text)
        text.write(self.builder, kind)

    def _heading(self, start: int, end: int, level: int) -> None:
        self._flush()
        title = Inline()
        self._inline(start, end, title)
        if level == 1 and not self.builder.section and not self.builder.has_blocks:
            self.builder.title = self.builder.title or title.text
            title.write(self.builder, "heading")
        else:
            title.write_heading(self.builder, level)

    def _inline(self, start: int, end: int, out: Inline) -> None:
        at = start
        for found in _TOKEN.finditer(self.raw, start, end):
            out.keep(self.raw, at, found.start())
            at = found.end()
            shown = "text" if found["text"] else "named" if found["named"] else "escaped"
            if found["mark"]:
                out.mark(self._number(found["mark"]), found.start())
            elif found[shown]:
                out.keep(self.raw, *found.span(shown))
            elif found[0].startswith("&"):
                out.put(html.unescape(found[0]), found.start(), found.end())
            elif found["tag"] and found["tag"].lower() in _PARTING:
                out.put(" ", found.start(), found.start())
        out.keep(self.raw, at, end)

    def _number(self, name: str) -> str:
        return self.numbers.setdefault(name, name if name.isdigit() else str(len(self.numbers) + 1))

    def _note(self, line: Line, note: re.Match[str]) -> None:
        text = Inline()
        self._inline(line.start + note.end(), line.end, text)
        number = self._number(note[1])
        text.write(self.builder, "references", (number,))
        addresses = tuple(found["address"] for found in _TOKEN.finditer(line.text) if found["address"])
        self.builder.citations.append(footnote(number, Span(line.start + note.end(), line.end), text.text, addresses))

    def _table(self, found: list[Line], at: int) -> int:
        self._flush()
        table = Table()
        end = at
        while end < len(found) and "|" in found[end].text:
            if end != at + 1:
                table.rows.append(self._row(found[end], is_head=end == at))
            end += 1
        table.write(self.builder)
        return end

    def _row(self, line: Line, *, is_head: bool) -> list[Cell]:
        row: list[Cell] = []
        start = line.start + line.text.startswith("|")
        end = line.end - (len(line.text) > 1 and line.text.endswith("|"))
        while start <= end:
            bar = _BAR.search(self.raw, start, end)
            stop = end if bar is None else bar.start()
            cell = Cell(is_head)
            self._inline(start, stop, cell.text)
            row.append(cell)
            start = stop + 1
        return row


def _labels(found: list[Line], at: int) -> list[Line]:
    """The lines from here on that begin with a bold label, if there are two at least: **Trade** USD 9 million."""
    lines = (found[index] for index in range(at, len(found)))  # a slice would copy the rest at every line
    run = list(takewhile(lambda line: _BOLD_LABEL.match(line.text), lines))
    return run if len(run) > 1 else []


def _comment_end(found: list[Line], at: int) -> int:
    """The line after the comment that begins at a line; the next one where it has no end."""
    ends = (index for index in range(at, min(at + _LONGEST_COMMENT, len(found))) if "-->" in found[index].text)
    return next(ends, at) + 1


def _is_rule(text: str) -> bool:
    return len(text) > 2 and not text.strip("*_- ")


def _read(builder: Builder) -> None:
    _Markdown(builder).read()


READER = Reader("markdown", "Markdown, tables and footnotes too", _likeness, _read)
