"""Wikitext, as it stands in an edit box: templates, links, footnotes, infoboxes and tables."""

from __future__ import annotations

import html
import re

from kzcn.model import BlockKind, Citation, Span
from kzcn.reading.builder import Builder
from kzcn.reading.dating import first_date, plain_date
from kzcn.reading.footnotes import footnote
from kzcn.reading.inline import Inline
from kzcn.reading.reader import Reader
from kzcn.reading.tables import Table
from kzcn.reading.templates import FLAGS, SHOWN, composed, state_of
from kzcn.reading.wikisyntax import Argument, Brackets, Template
from kzcn.reading.wikitables import table_rows

__all__ = ["READER", "read_into"]

_TOKEN = re.compile(
    r"<!--|<ref\b|<(?:math|gallery|timeline|imagemap|syntaxhighlight|score|source)\b"
    r"|</?[A-Za-z][^<>]{0,500}>|\{\{|\[\[|\[(?=https?://)|'{2,5}|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{2,31});|__[A-Z]{3,20}__"
    r"|\n[ \t]*[*#]{1,5}[ \t]*(?=\S)"
)
_LINE_BREAKERS = re.compile(r"\n|<!--|<(?:ref|math|gallery|timeline|imagemap|syntaxhighlight|score|source)\b|\{\{|\[\[")
_HEADING = re.compile(r"(={1,6})([^\n=][^\n]{0,300}?)\1[ \t]*(?:<!--[^\n]{0,200}-->)?[ \t]*$", re.MULTILINE)
_LIST = re.compile(r"[*#:;]{1,9}[ \t]*")
_TABLE = re.compile(r"[ \t:]{0,9}(?=\{\|)")
_BLANK_LINE = re.compile(r"[ \t\r]*\n")
_NAMESPACE = re.compile(r"\s*:?\s*(?:file|image|category|datei|файл|категория|media)\s*:", re.IGNORECASE)
_REF_NAME = re.compile(r"name\s{0,9}=\s{0,9}[\"']?([^\"'<>/]{1,100}?)[\"']?\s{0,9}(?:/?>|group|$)", re.IGNORECASE)
_SIGNS = re.compile(
    r"\[\[[^\[\]\n]{1,100}\]\]|\{\{[^{}\n]{1,100}|^={2,5}[^=\n]{1,80}={2,5}\s*$|<ref[ >]|'''", re.MULTILINE
)
_OPENINGS = ("[[", "{{", "==", "<ref", "'''")
"""What the signs begin with."""
_INFOBOX = re.compile(r"infobox|.*\binfobox$")
_CITE = re.compile(r"cite |citation$|cite$")
# parameters of an infobox that say how it looks, or name its subject
_LOOKS = re.compile(
    r".*(?:image|map|flag|logo|caption|width|size|color|colour|alt|locator|style|class|header|label|website|coordinates"
    r"|pushpin|module|footnotes|title|name|type)"
)
_NUMBER = re.compile(r"(?<!\bkm)(?<!\bmi)(?<!\bm)[\d ]+$")
"""Of several parameters of one name; not the 2 of "area km2"."""
_COMPANIONS = ("_year", "_date", "_as_of")
_DEEPEST = 30


class _Wiki:
    """The state of reading one document."""

    def __init__(self, builder: Builder, numbered: int = 0) -> None:
        self.builder = builder
        self.numbered = numbered
        """Footnotes of the pages before this one."""
        self.raw = builder.raw
        self.brackets = Brackets(builder.raw)
        self.text = Inline()
        self.kind: BlockKind = "paragraph"
        self.numbers: dict[str, int] = {}
        self.entries: dict[int, Citation] = {}
        self.depth = 0

    def read(self) -> None:
        """Read line by line; what brackets hold may run over several."""
        at = 0
        while at < len(self.raw):
            at = self._line(at)
        self._flush()
        self.builder.citations.extend(self.entries[number] for number in sorted(self.entries))

    def _line(self, at: int) -> int:
        blank = _BLANK_LINE.match(self.raw, at)
        if blank:
            self._flush()
            return blank.end()
        heading = _HEADING.match(self.raw, at)
        if heading:
            self._heading(heading)
            return heading.end()
        table = _TABLE.match(self.raw, at)
        if table and table.end() in self.brackets.ends:
            return self._table(table.end())
        if at in self.brackets.ends and self.raw.startswith("{{", at):
            template = self.brackets.template(at)
            if _INFOBOX.match(template.name):
                self._infobox(template)
                return template.end
        listed = _LIST.match(self.raw, at)
        end = self._line_end(at)
        if listed:
            self._flush()
            self.kind = "list_item"
        self.inline(listed.end() if listed else at, end, self.text)
        self.text.put(" ", end, end)
        if listed:
            self._flush()
        return end + 1

    def _line_end(self, at: int) -> int:
        """The end of the line that begins at `at`; brackets may carry it over line breaks."""
        while found := _LINE_BREAKERS.search(self.raw, at):
            if found[0] == "\n":
                return found.start()
            at = max(self.brackets.after(found.start(), len(self.raw)), found.end())
        return len(self.raw)

    def _flush(self) -> None:
        text, self.text = self.text, Inline()
        kind, self.kind = self.kind, "paragraph"
        text.write(self.builder, kind)

    def _heading(self, found: re.Match[str]) -> None:
        self._flush()
        title = Inline()
        self.inline(found.start(2), found.end(2), title)
        title.write_heading(self.builder, len(found[1]))

    def inline(self, start: int, end: int, out: Inline) -> None:
        """Add the clean text of a raw run."""
        if self.depth > _DEEPEST:
            return
        self.depth += 1
        at = start
        while found := _TOKEN.search(self.raw, at, end):
            out.keep(self.raw, at, found.start())
            at = self._token(found, end, out)
        out.keep(self.raw, at, end)
        self.depth -= 1

    def _token(self, found: re.Match[str], limit: int, out: Inline) -> int:
        """Add what a sign stands for; where the text goes on."""
        start, sign = found.start(), found[0]
        if start in self.brackets.ends and sign[0] == "<":
            return max(self.brackets.after(start, limit), found.end())
        if sign.startswith("<ref"):
            return self._reference(start, limit, out)
        if sign == "[":
            return self._address(start, limit, out)
        if sign in {"{{", "[["} and self.brackets.ends.get(start, limit + 1) <= limit:
            (self._template if sign == "{{" else self._link)(start, out)
            return self.brackets.ends[start]
        if sign[0] == "\n":
            out.put("; " if out else " ", start, start + 1)
        elif sign.startswith("&"):
            out.put(html.unescape(sign), start, found.end())
        elif sign.lower().startswith("<br"):
            out.put(" ", start, start)
        return found.end()

    def _link(self, start: int, out: Inline) -> None:
        end = self.brackets.ends[start] - 2
        if _NAMESPACE.match(self.raw, start + 2, end):
            return
        parts = list(self.brackets.parts(start + 2, end))
        shown = parts[-1] if self.raw[slice(*parts[-1])].strip() else parts[0]
        self.inline(*shown, out)

    def _address(self, start: int, limit: int, out: Inline) -> int:
        line = self.raw.find("\n", start, limit)
        close = self.raw.find("]", start, line if line >= 0 else limit)
        if close < 0:
            out.keep(self.raw, start, start + 1)
            return start + 1
        space = self.raw.find(" ", start, close)
        if space >= 0:
            self.inline(space + 1, close, out)
        return close + 1

    def _template(self, start: int, out: Inline) -> None:
        template = self.brackets.template(start)
        name = template.name
        state = self._state(template)
        if state is not None:
            out.put(state, start, template.end)
        elif name in {"reflist", "notelist", "refbegin"}:
            for argument in template.arguments:
                self.inline(argument.start, argument.end, Inline())
        elif name in {"sfn", "harvnb", "sfnp"}:
            out.mark(self._numbered(self.raw[start : template.end], Span(start, template.end)), start)
        elif name == "r":
            for argument in template.arguments:
                if argument.name.isdigit():
                    out.mark(self._numbered(self._clean(argument), Span(start, start)), start)
        elif name in SHOWN or name.startswith("lang-"):
            self._shown(template, out)
        else:
            values, named = self._values(template)
            text = composed(name, values, named)
            if text:
                out.put(text, start, template.end)

    def _state(self, template: Template) -> str | None:
        """The state that a template of a flag names by its code: {{flag|TGO}}, {{TGO}}."""
        if template.name in FLAGS and (argument := template.get("1")) is not None:
            return state_of(self.raw[argument.start : argument.end].strip())
        return None if template.arguments else state_of(self.raw[template.start + 2 : template.end - 2].strip())

    def _shown(self, template: Template, out: Inline) -> None:
        wanted = SHOWN.get(template.name, "1")
        places = [argument for argument in template.arguments if argument.name.isdigit()]
        if wanted == "*all":
            for argument in places:
                if out:
                    out.put("; " if argument is not places[0] else " ", argument.start, argument.start)
                self.inline(argument.start, argument.end, out)
            return
        shown = places[-1] if wanted == "-1" and places else template.get(*wanted.split(","))
        if shown:
            self.inline(shown.start, shown.end, out)

    def _values(self, template: Template) -> tuple[list[str], dict[str, str]]:
        texts = [(argument.name, self._clean(argument)) for argument in template.arguments]
        return [text for name, text in texts if name.isdigit()], {name: text for name, text in texts if text}

    def _clean(self, argument: Argument | None) -> str:
        if argument is None:
            return ""
        text = Inline()
        self.inline(argument.start, argument.end, text)
        return text.text

    def _infobox(self, template: Template) -> None:
        self._flush()
        for argument in template.arguments:
            if argument.name in {"title", "name"} and self.builder.title is None:
                self.builder.title = self._clean(argument) or None
            text = Inline()
            self.inline(argument.start, argument.end, text)
            label = _NUMBER.sub("", argument.name.replace("_", " "))
            goes_along = self._goes_along(template, argument.name)
            kind: BlockKind = "other" if not label or goes_along or _LOOKS.fullmatch(label) else "field"
            text.write(self.builder, kind, self._infobox_label(template, argument.name, label))

    def _infobox_label(self, template: Template, name: str, label: str) -> tuple[str, ...]:
        """The label of a value, with the year, or for a day with the event, that another parameter gives.

        The year of `population` is `population_year`; `established_date1` is the day of `established_event1`.
        """
        year = self._clean(template.get(*(f"{name}{ending}" for ending in _COMPANIONS)))
        event = self._clean(template.get(name.replace("_date", "_event"))) if "_date" in name else ""
        shown = event or label
        return (f"{shown} ({year})" if year else shown,) if shown else ()

    @staticmethod
    def _goes_along(template: Template, name: str) -> bool:
        """Whether a parameter only says more of another one, which has it in its label."""
        whole = next((name.removesuffix(ending) for ending in _COMPANIONS if name.endswith(ending)), None)
        day = name.replace("_event", "_date") if "_event" in name else None
        return template.get(*filter(None, (whole, day))) is not None

    def _table(self, start: int) -> int:
        self._flush()
        end = self.brackets.ends[start]
        caption, rows = table_rows(self.raw, self.brackets, start, end, self.inline)
        is_infobox = "infobox" in self.raw[start : start + 200].split("\n", 1)[0]
        Table(is_infobox=is_infobox, caption=caption, rows=rows).write(self.builder)
        return end

    def _reference(self, start: int, limit: int, out: Inline) -> int:
        end = self.brackets.reference_end(start, limit)
        tag = self.raw.find(">", start, end) + 1
        name = _REF_NAME.search(self.raw, start, tag)
        close = self.raw.rfind("</", start, end)
        span = Span(tag, max(close, tag))
        key = name[1].strip() if name else self.raw[slice(*span)]
        out.mark(self._numbered(key, span), start)
        return end

    def _numbered(self, key: str, span: Span) -> str:
        number = self.numbers.setdefault(key, self.numbered + len(self.numbers) + 1)
        if span.end > span.start and number not in self.entries:
            self.entries[number] = self._citation(str(number), span)
        return str(number)

    def _citation(self, number: str, span: Span) -> Citation:
        at = self.raw.find("{{", span.start, span.end)
        while at >= 0 and self.brackets.ends.get(at, span.end + 1) <= span.end:
            template = self.brackets.template(at)
            if _CITE.match(template.name):
                return self._cited(number, span, template)
            at = self.raw.find("{{", template.end, span.end)
        text = Inline()
        self.inline(span.start, span.end, text)
        addresses = tuple(re.findall(r"https?://[^\s|\]<>{}\"]{4,2000}", self.raw[slice(*span)]))
        italics = re.search(r"''([^'\n]{2,200})''", self.raw[slice(*span)])
        return footnote(number, span, text.text, addresses, italics[1] if italics else None)

    def _cited(self, number: str, span: Span, template: Template) -> Citation:
        _, named = self._values(template)

        def first(*names: str) -> str | None:
            return next((named[name] for name in names if name in named), None)

        date = first("date", "publication-date", "year") or ""
        return Citation(
            number,
            span,
            authors=_authors(named),
            title=first("title", "script-title", "chapter", "contribution"),
            translated_title=first("trans-title", "trans title", "trans-chapter"),
            work=first(
                "work", "website", "newspaper", "journal", "magazine", "periodical", "publisher", "agency", "via"
            ),
            date=plain_date(date) or first_date(date),
            url=first("url", "chapter-url"),
            archive_url=first("archive-url", "archiveurl"),
            doi=first("doi"),
            isbn=first("isbn"),
            language=first("language", "lang"),
            pages=first("pages", "page", "pp", "p", "at"),
        )


def _authors(named: dict[str, str]) -> tuple[str, ...]:
    """The authors in order, as "Last, First"; names that are not parted stay whole."""
    found: list[str] = []
    for place in ["", *map(str, range(1, 31))]:
        last = named.get(f"last{place}") or named.get(f"surname{place}")
        first = named.get(f"first{place}") or named.get(f"given{place}")
        whole = named.get(f"author{place}") or (named.get("authors") or named.get("vauthors") if not place else None)
        if last:
            found.append(f"{last}, {first}" if first else last)
        elif whole:
            found.append(whole)
    return tuple(dict.fromkeys(found))


def _likeness(sample: str) -> float:
    opening = sample[:50_000]
    signs = len(_SIGNS.findall(opening)) if any(sign in opening for sign in _OPENINGS) else 0
    return min(0.85, 0.15 + 0.1 * signs) if signs >= 3 else 0.0


def read_into(builder: Builder, numbered: int = 0) -> int:
    """Read the wikitext of a builder; how many footnotes there are now, where `numbered` were before."""
    wiki = _Wiki(builder, numbered)
    wiki.read()
    return numbered + len(wiki.numbers)


def _read(builder: Builder) -> None:
    read_into(builder)


READER = Reader("wikitext", "source of a wiki page: templates, footnotes, infobox, tables", _likeness, _read)
