"""References as BibTeX, CSL-JSON and text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kzcn.trust.references import Reference

__all__ = ["STYLES"]

_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_"},
}
"""Characters that mean something to LaTeX; braces are spelt out because BibTeX counts even those with a backslash."""
_IN_URL = {"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20", '"': "%22", "<": "%3C", ">": "%3E"}
_BIBTEX_TYPES = {"article": "article", "book": "book", "web": "misc", "document": "misc"}
_CSL_TYPES = {"article": "article-journal", "book": "book", "web": "webpage", "document": "document"}
_DAY = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")
_MOST_COMMAS = 2
"""In a name that BibTeX can part: "von Last, Jr, First"."""


def _bibtex(references: Sequence[Reference]) -> str:
    return "\n".join(_bibtex_entry(reference) for reference in references)


def _bibtex_entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(reference) if value)
    return f"@{_BIBTEX_TYPES[reference.sort]}{{{reference.key},\n{fields}}}\n"


def _bibtex_fields(reference: Reference) -> Iterator[tuple[str, str]]:
    day = _DAY.fullmatch(reference.date or "")
    yield "author", " and ".join(map(_bibtex_name, reference.authors))
    yield "title", f"{{{_latex(reference.title or 'Untitled')}}}"
    yield {"article": "journal", "book": "publisher"}.get(reference.sort, "howpublished"), _latex(reference.container)
    yield "year", _latex(reference.date) if day is None else day["year"]
    yield "month", "" if day is None else (day["month"] or "").lstrip("0")
    yield "chapter", _latex(reference.section)
    yield "pages", _latex(reference.pages).replace("–", "--")
    yield "doi", _address(reference.doi)
    yield "isbn", _latex(reference.isbn)
    yield "url", _address(reference.url)
    yield "language", _latex(reference.language)
    yield "note", _latex("; ".join(_notes(reference)))


def _bibtex_name(name: str) -> str:
    """A name as BibTeX parts it; one that it could not part, or would part wrongly, is kept whole in braces."""
    whole = re.search(r"\band\b", name, re.IGNORECASE) or name.count(",") > _MOST_COMMAS or name.strip(", ") != name
    return f"{{{_latex(name)}}}" if whole else _latex(name)


def _latex(text: str | None) -> str:
    return "".join(_LATEX.get(character, character) for character in text or "")


def _address(text: str | None) -> str:
    """An address or DOI, where nothing is escaped as in LaTeX: what would end the field is percent-encoded."""
    return "".join(_IN_URL.get(character, character) for character in text or "")


def _csl(references: Sequence[Reference]) -> str:
    return json.dumps([_csl_item(reference) for reference in references], ensure_ascii=False, indent=2) + "\n"


def _csl_item(reference: Reference) -> dict[str, Any]:
    item = {
        "id": reference.key,
        "type": _CSL_TYPES[reference.sort],
        "author": [_csl_name(name) for name in reference.authors],
        "title": reference.title,
        "container-title": reference.container,
        "issued": _csl_date(reference.date),
        "section": reference.section,
        "page": reference.pages,
        "DOI": reference.doi,
        "ISBN": reference.isbn,
        "URL": reference.url,
        "language": reference.language,
        "note": "; ".join(_notes(reference)),
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: str) -> dict[str, str]:
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma and family and given else {"literal": name}


def _csl_date(date: str | None) -> dict[str, Any] | None:
    if date is None:
        return None
    ends = [_DAY.fullmatch(end) for end in date.split("/")]
    if not all(ends):
        return {"literal": date}
    return {"date-parts": [[int(part) for part in end.groups() if part is not None] for end in ends if end]}


def _text(references: Sequence[Reference]) -> str:
    return "".join(f"{_sentence(reference)}\n" for reference in references)


def _sentence(reference: Reference) -> str:
    parts = (
        "; ".join(reference.authors),
        reference.title or "Untitled",
        reference.container,
        reference.date,
        f"pp. {reference.pages}" if reference.pages else None,
        f"section {reference.section}" if reference.section else None,
        f"https://doi.org/{_address(reference.doi)}" if reference.doi else reference.url,
        f"ISBN {reference.isbn}" if reference.isbn else None,
        *_notes(reference),
    )
    return ". ".join(part for part in parts if part)


def _notes(reference: Reference) -> list[str]:
    archived = f"Archived at {reference.archive_url}" if reference.archive_url else None
    return [note for note in (reference.note, archived) if note]


STYLES: dict[str, Callable[[Sequence[Reference]], str]] = {"bibtex": _bibtex, "csl-json": _csl, "text": _text}
"""Name of a style and the function that writes references in it, ending in a line's end."""
