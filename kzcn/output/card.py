"""A fact with everything known of it, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzcn.output.clean import visible

__all__ = ["card"]

_Record = dict[str, Any]
_SLOTS = (
    ("measure", "measure"),
    ("parties", "parties"),
    ("place", "place"),
    ("instrument", "instrument"),
    ("instrument_type", "sort"),
    ("names", "names"),
    ("polarity", "polarity"),
    ("attribution", "says"),
    ("rank", "rank"),
    ("rank_reason", "because"),
    ("status", "status"),
    ("derivation", "computed"),
    ("aliases", "also called"),
)
"""Slot and its word, in the order shown."""
_BASES = {
    "stated": "stated in the clause",
    "inherited": "taken from the sentence or passage around",
    "relative": "told relative to another date",
    "period": "the time of a named period",
}
_LABEL = 14


def card(record: _Record) -> str:
    """The text of one fact of `Facts.show`, ending in a line's end."""
    return "".join(f"{visible(line)}\n" for line in _lines(record))


def _lines(record: _Record) -> Iterator[str]:
    yield record["title"]
    yield _line("id", record["id"])
    yield _line("kind", f"{record['kind']} ({record['family']})")
    if record["date"] is not None:
        yield _line("date", _date(record))
    if record["value"] is not None:
        yield _line("value", f"{record['value_shown']} ({record['value']} {record['unit']}, {record['qualifier']})")
    for slot, word in _SLOTS:
        if record[slot]:
            yield _line(word, _joined(record[slot]))
    for slot, word in (("derived_from", "computed from"), ("conflicts", "disagrees with")):
        for name in record[slot]:
            yield _line(word, f"{name} {record['titles'][name]}")
    for number, piece in enumerate(record["evidence"], 1):
        yield from _evidence(number, piece)


def _date(record: _Record) -> str:
    basis = _BASES.get(record["date_basis"])
    return f"{record['date_shown']} ({record['date']}{'' if basis is None else f'; {basis}'})"


def _evidence(number: int, piece: _Record) -> Iterator[str]:
    yield _line(f"evidence {number}", f"{piece['source_name']}, characters {piece['start']} to {piece['end']}")
    if piece["section"]:
        yield _line("", "section: " + " > ".join(piece["section"]))
    for name in ("date", "value"):
        if piece[f"{name}_text"] is not None:
            yield _line("", f'{name} read from "{piece[f"{name}_text"]}"{_at(piece[f"{name}_span"])}')
    if piece.get("quote"):
        yield _line("", f'"{piece["quote"]}"')
    for entry in piece["cited"]:
        yield _line("", f"cites [{entry['number']}] {_citation(entry)}")
    yield _line("", f"source {piece['source'][:12]}, digest {piece['digest']}, rule {piece['rule'] or 'none'}")


def _at(span: list[int] | None) -> str:
    return "" if span is None else f" at {span[0]} to {span[1]}"


def _citation(entry: _Record) -> str:
    parts = [", ".join(entry["authors"]), *(entry.get(name, "") for name in ("title", "work", "date", "doi", "url"))]
    return ". ".join(part for part in parts if part)


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}  {text}"


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
