"""A fact with everything known of it, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzcn.output.clean import visible

__all__ = ["card", "told_by"]

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
_RELATIVES = (("derived_from", "computed from"), ("conflicts", "disagrees with"), ("acts", "same treaty"))
"""Lists of other facts and their words."""
_VERDICTS = {
    "changed": "the document says something else there now",
    "missing": "no document with this digest in the folders named",
}
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


def told_by(sources: int, origins: int) -> str:
    """How many documents tell it, and how many works they are copies of: "2 sources, 1 origin"."""
    return f"{sources} source{'' if sources == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


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
    for correction in record["corrections"]:
        yield _line("corrected", _correction(correction))
    if record["evidence"]:
        yield _line("told by", told_by(len({piece["source"] for piece in record["evidence"]}), record["origins"]))
    for slot, word in _RELATIVES:
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
    if piece.get("passage"):
        yield _line("passage", piece["passage"])
    elif piece.get("verdict"):
        yield _line("passage", f"{piece['verdict']}: {_VERDICTS[piece['verdict']]}")
    elif piece.get("quote"):
        yield _line("", f'"{piece["quote"]}"')
    for entry in piece["cited"]:
        yield _line("", f"cites [{entry['number']}] {_citation(entry)}")
    yield _line("", f"source {piece['source'][:12]}, digest {piece['digest']}, rule {piece['rule'] or 'none'}")


def _correction(correction: _Record) -> str:
    if correction["action"] != "mend":
        return f"{correction['action']}, which was {correction['was']}: {correction['reason']}"
    was, value = (_joined(correction[name]) for name in ("was", "value"))
    return f"{correction['slot']} was read as {was}, mended to {value}: {correction['reason']}"


def _at(span: list[int] | None) -> str:
    return "" if span is None else f" at {span[0]} to {span[1]}"


def _citation(entry: _Record) -> str:
    parts = [", ".join(entry["authors"]), *(entry.get(name, "") for name in ("title", "work", "date", "doi", "url"))]
    return ". ".join(part for part in parts if part)


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}  {text}"


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
