"""What a fact can be cited by: the entries that its sources give for it, and the sources themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from kzcn.query import Facts

__all__ = ["Reference", "references"]

_UNNAMED = re.compile(r"[^0-9A-Za-z]+")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")
_SHARE_ALIKE = "CC BY-SA"


class Reference(NamedTuple):
    """A work to cite; texts are in one line, what is not known is None."""

    key: str
    """ASCII letters, digits and hyphens; stable as long as the document is the same."""
    sort: str
    """article (in a journal: it has pages or a DOI), book (it has an ISBN), web or document."""
    authors: tuple[str, ...]
    title: str | None
    container: str | None
    """The journal, site or publisher."""
    date: str | None
    """EDTF."""
    url: str | None = None
    archive_url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    language: str | None = None
    pages: str | None = None
    section: str | None = None
    note: str | None = None


def references(facts: Facts, names: Sequence[str]) -> list[Reference]:
    """The references of these facts, each once: what the sources cite first, then the sources with their sections.

    What was computed is cited by the facts it was computed from.

    Raises: UnknownFact.
    """
    records = list(_stated(facts, names))
    pieces = [piece for record in records for piece in record["evidence"]]
    cited = [_cited(piece, entry) for piece in pieces for entry in piece["cited"]]
    sources = {row.sha256: row for row in facts.sources()}
    found = [*cited, *(_source(piece, sources[piece["source"]]._asdict()) for piece in pieces)]
    return list({reference.key: reference for reference in found}.values())


def _stated(facts: Facts, names: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    for record in facts.show(names):
        yield record
        if record["derived_from"]:
            yield from _stated(facts, record["derived_from"])


def _cited(piece: Mapping[str, Any], entry: Mapping[str, Any]) -> Reference:
    texts = {name: _text(entry.get(name)) for name in ("url", "archive_url", "doi", "isbn", "language", "pages")}
    translated = _text(entry.get("translated_title"))
    return Reference(
        key=_key(piece["source"], f"ref {entry['number']}"),
        sort=_sort(texts),
        authors=tuple(name for name in map(_text, entry["authors"]) if name),
        title=_text(entry.get("title")) or translated,
        container=_text(entry.get("work")),
        date=_text(entry.get("date")),
        note=f"Title in English: {translated}" if translated and entry.get("title") else None,
        **texts,
    )


def _sort(texts: Mapping[str, str | None]) -> str:
    if texts["isbn"]:
        return "book"
    if texts["doi"] or texts["pages"]:
        return "article"
    return "web" if texts["url"] else "document"


def _source(piece: Mapping[str, Any], source: Mapping[str, Any]) -> Reference:
    section = " > ".join(map(str, piece["section"]))
    licence = _text(source["licence"])
    about = [
        f"file {_text(source['name'])}",
        f"SHA-256 {source['sha256']}",
        *([f"licence {licence}"] if licence else []),
    ]
    if licence and licence.startswith(_SHARE_ALIKE):
        about.append("name the authors of the work and share what you adapt alike")
    return Reference(
        key=_key(source["sha256"], f"section {section}" if section else "whole"),
        sort="document",
        authors=(),
        title=_text(source["title"]) or _text(source["name"]),
        container=None,
        date=_text(source["date"]),
        section=_text(section),
        note="; ".join(about),
    )


def _key(source: str, part: str) -> str:
    """A name for a part of a source that citing programs accept; parts that look alike in ASCII are told apart."""
    plain = _UNNAMED.sub("-", part).strip("-").lower()
    mark = "" if plain == part.replace(" ", "-").lower() else f"-{sum(map(ord, part)) % 9973}"
    return f"{source[:8]}-{plain}{mark}"


def _text(value: object) -> str | None:
    """A text in one line, without control characters; None where nothing is left."""
    return None if value is None else _BLANK.sub(" ", str(value)).strip() or None
