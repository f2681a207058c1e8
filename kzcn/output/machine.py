"""Formats for programs: complete, never coloured, wrapped or cut."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kzcn.output.clean import in_json, visible

__all__ = ["WRITERS", "json_line"]

_Rows = Iterable[Mapping[str, object]]
_FORMULA = re.compile(r"\s*[=+@＝＋＠－-]")
_NUMBER_OR_DATE = re.compile(r"[+-]?[\d.,/~?%X -]+")
"""Begins like a formula but can do no harm: `-0199/-0100`, `+34.1 %`."""


def json_line(value: object) -> str:
    """A value as JSON in one line, without the line's end; characters that steer a terminal are escaped."""
    return in_json(json.dumps(value, ensure_ascii=False))


def _jsonl(rows: _Rows, fields: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield json_line({name: row[name] for name in fields}) + "\n"


def _json(rows: _Rows, fields: Sequence[str]) -> Iterator[str]:
    lines = [line.rstrip("\n") for line in _jsonl(rows, fields)]
    yield "[\n  " + ",\n  ".join(lines) + "\n]\n" if lines else "[]\n"


def _tsv(rows: _Rows, fields: Sequence[str]) -> Iterator[str]:
    yield "\t".join(visible(name) for name in fields) + "\n"
    for row in rows:
        yield "\t".join(_cell(row[name]) for name in fields) + "\n"


def _csv(rows: _Rows, fields: Sequence[str]) -> Iterator[str]:
    yield ",".join(_quoted(name) for name in fields) + "\r\n"
    for row in rows:
        yield ",".join(_quoted(_safe(row[name])) for name in fields) + "\r\n"


def _cell(value: object) -> str:
    """A value as text in one line; lists are parted by "; "."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_cell, value))
    if isinstance(value, dict):
        return json_line(value)
    return visible(str(value))


def _safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: a text that looks like one begins with an apostrophe."""
    text = _cell(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER_OR_DATE.fullmatch(text) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"') else text


WRITERS: dict[str, Callable[[_Rows, Sequence[str]], Iterator[str]]] = {
    "jsonl": _jsonl,
    "json": _json,
    "csv": _csv,
    "tsv": _tsv,
}
"""Format to the function that gives its text piece by piece."""
