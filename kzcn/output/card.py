"""A fact with everything known of it, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from kzcn.output.cells import wrap
from kzcn.output.clean import visible
from kzcn.output.screen import Screen

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
    ("attribution", "according to"),
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
"""Cells."""
_INDENT = " " * (_LABEL + 4)
_NARROWEST = 20
"""Cells that a text has at least, however narrow the screen."""


class _Line(NamedTuple):
    label: str
    text: str


def card(record: _Record, screen: Screen) -> list[str]:
    """The lines of one fact of `Facts.show`; long ones are broken where the screen ends."""
    title, *rest = _lines(record)
    lines = [screen.styled(line, "bold") for line in _broken(visible(title.text), screen.width)]
    room = None if screen.width is None else max(screen.width - len(_INDENT), _NARROWEST)
    for label, text in rest:
        first, *others = _broken(visible(text), room)
        lines += [f"  {label:<{_LABEL}}  {first}", *(f"{_INDENT}{other}" for other in others)]
    return [screen.shown(line) for line in lines]


def _broken(text: str, room: int | None) -> list[str]:
    return [text] if room is None else wrap(text, room)


def told_by(sources: int, origins: int) -> str:
    """How many documents tell it, and how many works they are copies of: "2 sources, 1 origin"."""
    return f"{sources} source{'' if sources == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


def _lines(record: _Record) -> Iterator[_Line]:
    yield _Line("", record["title"])
    yield _Line("id", record["id"])
    yield _Line("kind", f"{record['kind']} ({record['family']})")
    if record["date"] is not None:
        yield _Line("date", _date(record))
    if record["value"] is not None:
        yield _Line("value", f"{record['value_shown']} ({record['value']} {record['unit']}, {record['qualifier']})")
    for slot, word in _SLOTS:
        if record[slot]:
            yield _Line(word, _joined(record[slot]))
    for correction in record["corrections"]:
        yield _Line("corrected", _correction(correction))
    if record["evidence"]:
        yield _Line("told by", told_by(len({piece["source"] for piece in record["evidence"]}), record["origins"]))
    for slot, word in _RELATIVES:
        for name in record[slot]:
            yield _Line(word, f"{name} {record['titles'][name]}")
    for number, piece in enumerate(record["evidence"], 1):
        yield from _evidence(number, piece)


def _date(record: _Record) -> str:
    basis = _BASES.get(record["date_basis"])
    return f"{record['date_shown']} ({record['date']}{'' if basis is None else f'; {basis}'})"


def _evidence(number: int, piece: _Record) -> Iterator[_Line]:
    yield _Line(f"evidence {number}", f"{piece['source_name']}, characters {piece['start']} to {piece['end']}")
    if piece["section"]:
        yield _Line("", "section: " + " > ".join(piece["section"]))
    for name in ("date", "value"):
        if piece[f"{name}_text"] is not None:
            yield _Line("", f'{name} read from "{piece[f"{name}_text"]}"{_at(piece[f"{name}_span"])}')
    if piece.get("passage"):
        yield _Line("passage", piece["passage"])
    elif piece.get("verdict"):
        yield _Line("passage", f"{piece['verdict']}: {_VERDICTS[piece['verdict']]}")
    elif piece.get("quote"):
        yield _Line("", f'"{piece["quote"]}"')
    for entry in piece["cited"]:
        yield _Line("", f"cites [{entry['number']}] {_citation(entry)}")
    yield _Line("", f"source {piece['source'][:12]}, digest {piece['digest']}, rule {piece['rule'] or 'none'}")


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


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
