"""XML dumps of MediaWiki: the wikitext of their pages, each character with its place in the file.

A scanner of our own finds the few tags that matter. Such a file is written by a program, has no document type and no
entities but those for `< > & " '` and for numbers, so that nothing else has to be known, nothing can be expanded
without end, a dump that was cut off is still read, and no offset has to be counted back from bytes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kzcn.model import OffsetMap, Piece, Span
from kzcn.reading.builder import Builder
from kzcn.reading.dating import plain_date
from kzcn.reading.inline import Inline
from kzcn.reading.reader import Reader
from kzcn.reading.wikitext import read_into

__all__ = ["READER"]

_TAG = re.compile(r"<(?P<end>/?)(?P<name>page|title|ns|redirect|timestamp|model|text)(?=[\s/>])[^<>]*?(?P<empty>/?)>")
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_ROOT = re.compile(r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,500}-->\s*)?<(?:mediawiki[\s>]|page>\s*<title>)")
_ARTICLES = frozenset(("", "0"))
"""The namespace of articles; the others hold talk, templates, files, users."""
_WIKITEXT = frozenset(("", "wikitext"))


@dataclass(slots=True)
class _Page:
    """Where the parts of a page stand; of several revisions those of the last."""

    parts: dict[str, Span]
    is_redirect: bool = False


def _likeness(sample: str) -> float:
    return 1.0 if _ROOT.match(sample) else 0.0


def _read(builder: Builder) -> None:
    pages = [page for page in _pages(builder.raw) if _has_wikitext(builder.raw, page)]
    pages = [page for page in pages if _word(builder.raw, page, "ns") in _ARTICLES] or pages
    numbered = 0
    for page in pages:
        _write_title(builder, page, is_only=len(pages) == 1)
        text, offsets = _decoded(builder.raw, page.parts["text"])
        inner = Builder(text)
        numbered = read_into(inner, numbered)
        builder.take(inner, offsets)
    days = (plain_date(_word(builder.raw, page, "timestamp")) for page in pages)
    builder.date = max(filter(None, days), default=None)


def _pages(raw: str) -> Iterator[_Page]:
    page: _Page | None = None
    opened: tuple[str, int] | None = None
    for tag in _TAG.finditer(raw):
        name = tag["name"]
        if name == "page":
            if page is not None:
                yield page
            page, opened = (None if tag["end"] else _Page({})), None
        elif page is not None:
            page.is_redirect |= name == "redirect"
            if tag["end"] and opened is not None and opened[0] == name:
                page.parts[name] = Span(opened[1], tag.start())
            opened = None if tag["end"] or tag["empty"] else (name, tag.end())
    if page is not None:
        if opened is not None:
            page.parts.setdefault(opened[0], Span(opened[1], len(raw)))
        yield page


def _has_wikitext(raw: str, page: _Page) -> bool:
    return "text" in page.parts and not page.is_redirect and _word(raw, page, "model") in _WIKITEXT


def _word(raw: str, page: _Page, name: str) -> str:
    return raw[slice(*page.parts[name])].strip() if name in page.parts else ""


def _write_title(builder: Builder, page: _Page, *, is_only: bool) -> None:
    """The title of a page as the heading of its section; that of the only page is the document's."""
    title = Inline()
    for piece, text in _runs(builder.raw, page.parts.get("title", Span(0, 0))):
        if text is None:
            title.keep(builder.raw, *piece)
        else:
            title.put(text, *piece)
    if is_only:
        builder.title = title.text or None
        title.write(builder, "heading")
    else:
        title.write_heading(builder, 0)


def _decoded(raw: str, span: Span) -> tuple[str, OffsetMap]:
    """The text of a run with its entities resolved, once, and the way back."""
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for piece, text in _runs(raw, span):
        pieces.append(Piece(length, *piece, verbatim=text is None))
        texts.append(raw[slice(*piece)] if text is None else text)
        length += len(texts[-1])
    return "".join(texts), OffsetMap(pieces, length)


def _runs(raw: str, span: Span) -> Iterator[tuple[Span, str | None]]:
    """Runs that stand as they are, with None, and entities with the character they mean."""
    at = span.start
    for entity in _ENTITY.finditer(raw, *span):
        if entity.start() > at:
            yield Span(at, entity.start()), None
        if text := html.unescape(entity[0]):
            yield Span(*entity.span()), text
        at = entity.end()
    if at < span.end:
        yield Span(at, span.end), None


READER = Reader("wikidump", "XML dump of MediaWiki: the wikitext of its pages, each under its title", _likeness, _read)
