"""HTML, as a browser saves it and as MediaWiki renders it.

A tokenizer of our own, because every character must know its place in the file: the fast libraries build a tree and
forget the places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kzcn.model import BlockKind
from kzcn.reading.builder import Builder
from kzcn.reading.dating import day_of, first_date
from kzcn.reading.fields import is_label, is_value
from kzcn.reading.footnotes import footnote
from kzcn.reading.frontmatter import DATELINES, licence_in, service_line
from kzcn.reading.inline import Inline, without_dateline
from kzcn.reading.layout import layout_tables
from kzcn.reading.markup import VOID, Tag, Text, references_in, tokens
from kzcn.reading.reader import Reader
from kzcn.reading.signs import is_heading
from kzcn.reading.tables import Cell, Table

__all__ = ["READER"]

_SKIPPED = frozenset(
    {"aside", "button", "figure", "footer", "form", "head", "header", "iframe", "math", "nav", "noscript", "object"}
    | {"script", "select", "style", "svg", "template"}
)
_INFOBOX_NEAR = 200
"""Code points from the start of what stands aside in which an infobox begins."""
_SKIPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "note"})
# class or id of what stands around the text, or is shown for other readers
_SKIPPED_NAMES = re.compile(
    r"(?:^|\s)(?:mw-editsection|mw-navigation|mw-panel|mw-head|mw-jump\S*|mw-page-base|mw-indicators|mw-empty-elt|navbox\S*"
    r"|navigation|toc|catlinks|printfooter|site-?footer|site-?header|noprint|metadata|ambox|mbox\S*|hatnote|thumb|thumbcaption"
    r"|gallery|comments?|siteSub|contentSub\d?|mw-cite-backlink|cite-accessibility-label|vector-\S+-container|sr-only"
    r"|shortdescription|coordinates|geo\S*|authority-control|portal|sistersitebox|side-box|reference-accessdate|Z3988|byline"
    r"|caption|wp-caption-text|langs?|hits|counter)(?=\s|$)"
    r"|(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|sidebar|cookies?|share|sharing|social|related|ads?|advert\w*|newsletter"
    r"|subscribe|sign-?up|promo|foot|footer|copyright|comments?|respond|widget|tags|recent|meta|pagination|pager)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CONTENT_NAMES = re.compile(
    r"(?:^|[\s_-])(?:content|main|article|body|story|page|wrapper|container|with|has|no)(?=$|[\s_-])", re.IGNORECASE
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_HEADING = re.compile(r"h([1-6])")
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "br", "center", "dd", "details", "div", "dl", "dt", "hr", "li", "main"}
    | {"ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_MARK = re.compile(r"\[\s?([^\[\]\s]{1,12}(?: \d{1,3})?)\s?\]")
_DONE = re.compile(r"(?:ed|held|begun|since|force|relations|independence)$", re.IGNORECASE)
_BOLD = 7
"""Level of a heading that is only set in bold."""
_MENU_LENGTH = 60
_DEEPEST = 8
"""Tables within tables; what is deeper is read as text of the last."""
_NUMBER = re.compile(r"\d{1,4}")
_DATE_NAMES = re.compile(
    r"(?:article:)?published_time|dc\.date\S*|dcterms\.(?:date|created|issued)|date|pubdate|publish.?date"
)
_PUBLISHED = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
_SIGNS = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|</(?:p|div|td|h[1-6]|li|a)>", re.IGNORECASE)


def _likeness(sample: str) -> float:
    if "<" not in sample:
        return 0.0
    signs = len(_SIGNS.findall(sample[:50_000]))
    if re.match(r"\s{0,99}(?:<!doctype html|<html[\s>])", sample, re.IGNORECASE):
        return 1.0
    return min(0.8, 0.1 * signs) if signs >= 3 else 0.0


@dataclass(slots=True)
class _Note:
    """An item of the reference list."""

    text: Inline = field(default_factory=Inline)
    addresses: list[str] = field(default_factory=list)
    italics: Inline = field(default_factory=Inline)


class _Reading:
    """The state of reading one document."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.text = Inline()
        self.kind: BlockKind = "paragraph"
        self.labels: tuple[str, ...] = ()
        self.last = ""
        """Text of the last block."""
        self.heading = 0
        self.skipping: tuple[str, int] | None = None
        self.tables: list[Table] = []
        self.layout = layout_tables(builder.raw)
        self.open_tables: list[bool] = []
        """Of each open table whether it is read as one."""
        self.deeper = 0
        self.notes: list[_Note] | None = None
        self.notes_tag = ""
        self.in_mark = False
        self.in_title = False
        self.in_term = False
        self.in_main = False
        self.in_italics = False
        self.in_link = False
        self.paragraphs = 0
        self.line_ended = False
        """Whether a line break stands after the running text."""
        self.time_day: str | None = None
        """Of a `<time>` in the running block."""
        self.unlinked = 0
        """Letters and digits of the running block that are no link."""
        self.in_bold = 0
        self.light = 0
        """Letters and digits of the running block that are not bold."""
        self.titles: dict[int, str] = {}

    def token(self, token: Tag | Text) -> None:
        """Take the next tag or text."""
        if isinstance(token, Text):
            self._characters(token)
        elif self.skipping:
            self._skip(token)
        elif token.is_end:
            self._end(token)
        else:
            self._start(token)

    def finish(self) -> None:
        """Write what is still open."""
        self._flush()
        self.deeper = 0
        self.open_tables = []
        while self.tables:
            self.end_table()
        self.builder.title = self.titles.get(1) or self.titles.get(0) or self.titles.get(_BOLD)

    def _characters(self, token: Text) -> None:
        raw = self.builder.raw
        if self.in_title:
            self.titles.setdefault(0, "".join(text or raw[a:b] for a, b, text in references_in(raw, *token)).strip())
        if self.skipping or self.in_title:
            self._about_page(raw[token.start : min(token.end, token.start + 400)])
            return
        if self.in_mark:
            found = _MARK.search(raw, token.start, token.end)
            number = found[1] if found else raw[token.start : token.end].strip()
            if number and (found or _NUMBER.fullmatch(number)):
                self._inline.mark(number, token.start)
            return
        if self.line_ended:
            self._begin_line(token)
        letters = sum(map(str.isalnum, raw[token.start : token.end]))
        self.unlinked += 0 if self.in_link else letters
        self.light += 0 if self.in_bold else letters
        for start, end, text in references_in(raw, token.start, token.end):
            if text is None:
                self._inline.keep(raw, start, end)
            else:
                self._inline.put(text, start, end)
            if self.in_italics and self.notes:
                self.notes[-1].italics.put(text or raw[start:end], start, end)

    def _about_page(self, text: str) -> None:
        """What is left out may still say when the page was edited and under which licence it stands."""
        if self.skipping and self.skipping[0] not in {"head", "script", "style"}:
            self.builder.about(text)
            self.builder.licence = self.builder.licence or licence_in(text)

    @property
    def _inline(self) -> Inline:
        if self.notes:
            return self.notes[-1].text
        if self.tables and self.tables[-1].rows and self.tables[-1].rows[-1]:
            return self.tables[-1].rows[-1][-1].text
        return self.text

    def _skip(self, tag: Tag) -> None:
        name, depth = self.skipping or ("", 0)
        if name == "head" and not tag.is_end:
            self._head(tag)
        if name == "head" and tag.name == "title":
            self.in_title = not tag.is_end
        if tag.name == name:
            depth += -1 if tag.is_end else 1
            self.skipping = (name, depth) if depth else None

    def _head(self, tag: Tag) -> None:
        if tag.name == "script":
            self.script(tag)
        if tag.name != "meta":
            return
        values = tag.attributes
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if self.builder.date is None and _DATE_NAMES.fullmatch(name):
            self.builder.date = first_date(values.get("content", ""))

    def _start(self, tag: Tag) -> None:
        if self._is_left_out(tag):
            if tag.name == "script":
                self.script(tag)
            self._flush_before(tag)
            if tag.name not in VOID:
                self.skipping = (tag.name, 1)
            return
        start = _STARTS.get(tag.name)
        if tag.name in _BLOCKS:
            self._break(tag)
        if start:
            start(self, tag)
        elif found := _HEADING.fullmatch(tag.name):
            self.heading = int(found[1])

    def _is_left_out(self, tag: Tag) -> bool:
        if tag.name == "aside" and "infobox" in self.builder.raw[tag.start : tag.start + _INFOBOX_NEAR]:
            return False
        if tag.name in _SKIPPED:
            return tag.name != "header" or not self.in_main
        if " " not in tag.written or tag.name in {"body", "html", "a"}:
            return False
        values = tag.attributes
        if tag.name == "sup" and "reference" in values.get("class", ""):
            return False
        named = f"{values.get('class', '')} {values.get('id', '')}"
        return (
            (_SKIPPED_NAMES.search(named) is not None and not _CONTENT_NAMES.search(named))
            or values.get("role", "") in _SKIPPED_ROLES
            or _HIDDEN.search(values.get("style", "")) is not None
            or ("hidden" in tag.written and "hidden" in _QUOTED.sub("", tag.written).lower().split())
        )

    def _flush_before(self, tag: Tag) -> None:
        if tag.name in _BLOCKS or tag.name in _SKIPPED:
            self._break(tag)

    def _break(self, tag: Tag) -> None:
        """A block tag ends the running block; inside cells and notes it is a blank."""
        if self._inline is not self.text:
            self._inline.put(" ", tag.start, tag.start)
        elif tag.name == "br" and self.text and self.light and not self.line_ended:
            self.line_ended = True
        else:
            self._flush()

    def _begin_line(self, token: Text) -> None:
        """A line after a single line break goes on with its sentence where it begins small."""
        first = self.builder.raw[token.start : token.end].lstrip()[:1]
        if first and first.islower() and self.text.ending not in ".!?:;":
            self.text.put(" ", token.start, token.start)
            self.line_ended = False
        elif first:
            self._flush()

    def _flush(self) -> None:
        text, self.text = self.text, Inline()
        self.line_ended = False
        day, self.time_day = self.time_day, None
        unlinked, self.unlinked = self.unlinked, 0
        light, self.light, self.in_bold = self.light, 0, 0
        if not text:
            return
        if day is not None and len(text.text) < _MENU_LENGTH and text.ending not in ".!?":
            self.builder.date = self.builder.date or day
        if self.heading:
            is_title = self.heading == 1 and 1 not in self.titles
            self.titles.setdefault(self.heading, text.text)
            if is_title:
                text.write(self.builder, "heading")
            else:
                text.write_heading(self.builder, self.heading)
            self.heading = 0
        elif self.kind == "paragraph" and not light and is_heading(text.text):
            self.titles.setdefault(_BOLD, text.text)
            text.write_heading(self.builder, _BOLD)
        else:
            is_short = self.kind == "list_item" or len(text.text) < _MENU_LENGTH
            self._paragraph(text, is_menu=is_short and not unlinked)

    def _paragraph(self, text: Inline, *, is_menu: bool) -> None:
        """A list item or short paragraph that is one link belongs to a menu."""
        words, above = text.text, self.last
        self.last = words
        if self.kind == "paragraph" and _is_named(words, above):
            text.write(self.builder, "field", (above,))
        elif is_menu or service_line(words):
            self.builder.about(words)
            text.write(self.builder, "other")
        else:
            self.paragraphs += self.kind == "paragraph"
            if self.kind == "paragraph" and self.paragraphs <= DATELINES:
                text = without_dateline(self.builder, text)
            text.write(self.builder, self.kind, self.labels if self.kind == "field" else ())

    def _end(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self._break(tag)
        end = _ENDS.get(tag.name)
        if end:
            end(self, tag)
        elif _HEADING.fullmatch(tag.name):
            self.heading = 0

    def start_table(self, tag: Tag) -> None:
        self.open_tables.append(bool(self.tables) or tag.start not in self.layout)
        if not self.open_tables[-1]:
            return
        if len(self.tables) == _DEEPEST:
            self.deeper += 1
            return
        values = tag.attributes
        named = values.get("class", "").lower()
        self.tables.append(Table(is_infobox="infobox" in named or "vcard" in named))

    def end_table(self, _tag: Tag | None = None) -> None:
        if self.open_tables and not self.open_tables.pop():
            return
        if self.deeper or not self.tables:
            self.deeper = max(self.deeper - 1, 0)
            return
        table = self.tables.pop()
        if self.tables and self.tables[-1].rows and self.tables[-1].rows[-1]:
            self.tables[-1].rows[-1][-1].text.extend(_in_line(table), "; ")
        else:
            table.write(self.builder)

    def start_row(self, _tag: Tag) -> None:
        if self.tables:
            self.tables[-1].rows.append([])

    def start_cell(self, tag: Tag) -> None:
        if not self.tables:
            return
        values = tag.attributes
        columns, rows = (_number(values.get(name, "")) for name in ("colspan", "rowspan"))
        if not self.tables[-1].rows:
            self.tables[-1].rows.append([])
        self.tables[-1].rows[-1].append(Cell(tag.name == "th", columns, rows))

    def start_caption(self, _tag: Tag) -> None:
        self._flush()

    def end_caption(self, _tag: Tag) -> None:
        if self.tables and not self.tables[-1].rows:
            self.tables[-1].caption, self.text = self.text, Inline()

    def start_list(self, tag: Tag) -> None:
        if "references" in tag.attributes.get("class", "").split():
            self.notes, self.notes_tag = [], tag.name

    def end_list(self, tag: Tag) -> None:
        self.kind = "paragraph"
        if self.notes is not None and tag.name == self.notes_tag:
            notes, self.notes = self.notes, None
            for number, note in enumerate(notes, 1):
                _write_note(self.builder, str(number), note)

    def start_item(self, _tag: Tag) -> None:
        if self.notes is not None:
            self.notes.append(_Note())
        self.kind = "list_item"

    def end_item(self, _tag: Tag) -> None:
        self.kind = "paragraph"

    def start_main(self, _tag: Tag) -> None:
        self.in_main = True

    def start_term(self, _tag: Tag) -> None:
        self.kind, self.labels, self.last, self.in_term = "other", (), "", True

    def end_term(self, _tag: Tag | None = None) -> None:
        self.labels = (self.last.rstrip(": "),) if self.last else ()
        self.in_term = False

    def start_definition(self, _tag: Tag) -> None:
        if self.in_term:
            self.end_term()
        self.kind = "field" if self.labels else "paragraph"

    def end_definition(self, _tag: Tag) -> None:
        self.kind = "paragraph"

    def end_definitions(self, _tag: Tag) -> None:
        self.kind, self.labels = "paragraph", ()

    def start_bold(self, _tag: Tag) -> None:
        self.in_bold += 1

    def end_bold(self, _tag: Tag) -> None:
        self.in_bold = max(self.in_bold - 1, 0)

    def end_link(self, _tag: Tag) -> None:
        self.in_link = False

    def start_link(self, tag: Tag) -> None:
        self.in_link = True
        if self.notes:
            address = tag.attributes.get("href", "")
            if address.startswith(("http://", "https://")):
                self.notes[-1].addresses.append(address)

    def start_sup(self, tag: Tag) -> None:
        self.in_mark = "reference" in tag.attributes.get("class", "")

    def end_sup(self, _tag: Tag) -> None:
        self.in_mark = False

    def italics(self, tag: Tag) -> None:
        self.in_italics = not tag.is_end and self.notes is not None and bool(self.notes) and not self.notes[-1].italics

    def time(self, tag: Tag) -> None:
        """A time that stands apart dates the page, one in a sentence does not."""
        values = tag.attributes
        day = first_date(values.get("datetime", ""))
        if "pubdate" in tag.written or values.get("itemprop", "").startswith("date"):
            self.builder.date = self.builder.date or day
        elif not self.tables:
            self.time_day = self.time_day or day

    def script(self, tag: Tag) -> None:
        """The day of publication that a page tells search engines."""
        if self.builder.date is None and "ld+json" in tag.written:
            close = self.builder.raw.find("</script", tag.end)
            found = _PUBLISHED.search(self.builder.raw, tag.end, close if close >= 0 else len(self.builder.raw))
            self.builder.date = first_date(found[1]) if found else None


_Handler = Callable[[_Reading, Tag], None]
_STARTS: dict[str, _Handler] = {
    "a": _Reading.start_link,
    "article": _Reading.start_main,
    "b": _Reading.start_bold,
    "caption": _Reading.start_caption,
    "dd": _Reading.start_definition,
    "dt": _Reading.start_term,
    "em": _Reading.italics,
    "i": _Reading.italics,
    "li": _Reading.start_item,
    "main": _Reading.start_main,
    "ol": _Reading.start_list,
    "strong": _Reading.start_bold,
    "sup": _Reading.start_sup,
    "table": _Reading.start_table,
    "td": _Reading.start_cell,
    "th": _Reading.start_cell,
    "time": _Reading.time,
    "tr": _Reading.start_row,
    "ul": _Reading.start_list,
}
_ENDS: dict[str, _Handler] = {
    "a": _Reading.end_link,
    "b": _Reading.end_bold,
    "caption": _Reading.end_caption,
    "dd": _Reading.end_definition,
    "dl": _Reading.end_definitions,
    "dt": _Reading.end_term,
    "em": _Reading.italics,
    "i": _Reading.italics,
    "li": _Reading.end_item,
    "ol": _Reading.end_list,
    "strong": _Reading.end_bold,
    "sup": _Reading.end_sup,
    "table": _Reading.end_table,
    "ul": _Reading.end_list,
}


def _in_line(table: Table) -> Inline:
    """A table within a cell as its text: "Opened: 1990; Lorries: 300"."""
    line = Inline()
    for row in table.rows:
        for place, cell in enumerate(row):
            line.extend(cell.text, "; " if not place else ": " if len(row) == 2 else ", ")
    return line


def _is_named(words: str, above: str) -> bool:
    """Whether a paragraph is the value of the label above it; a day needs a label that tells what was done then."""
    return is_label(above) and is_value(words) and (day_of(words) is None or _DONE.search(above) is not None)


def _number(written: str) -> int:
    return int(written) if written.isdigit() and len(written) < 4 and int(written) else 1


def _write_note(builder: Builder, number: str, note: _Note) -> None:
    text = note.text.text
    if not text:
        return
    note.text.write(builder, "references", (number,))
    italics = note.italics.text or None
    builder.citations.append(footnote(number, note.text.span, text, tuple(note.addresses), italics))


def _read(builder: Builder) -> None:
    reading = _Reading(builder)
    for token in tokens(builder.raw):
        reading.token(token)
    reading.finish()


READER = Reader(
    "html", "web page, MediaWiki pages too: tables, infobox, footnotes; navigation left out", _likeness, _read
)
