"""Checks the records of the corpus against its documents.

    python tests/corpus/check_gold.py [FOLDER …]

prints one line per fault and exits with 1 if there is one. Without arguments it checks all folders.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from kzcn.model import Family, Qualifier

__all__ = ["FOLDERS", "Record", "documents", "faults", "records"]

Record = dict[str, Any]

HERE = Path(__file__).parent
FOLDERS = (
    HERE / "open",
    HERE / "kept",
    HERE / "more",
    HERE / "shapes",
    HERE / "wide",
    HERE / "later",
    HERE / "next",
    HERE / "last",
    HERE / "fresh",
    HERE / "again",
    HERE / "beyond",
    HERE / "anew",
)
GOLD = "gold.jsonl"
ABSTRACTS = "abstracts.jsonl"

REQUIRED: dict[str, tuple[type, ...]] = {
    "id": (str,),
    "doc": (str,),
    "section": (str,),
    "family": (str,),
    "kind": (str,),
    "quote": (str,),
    "title": (str,),
    "parties": (list,),
    "place": (str, type(None)),
    "date_text": (str, type(None)),
    "edtf": (str, type(None)),
    "value": (int, float, type(None)),
    "unit": (str, type(None)),
    "qualifier": (str, type(None)),
    "about": (str, type(None)),
    "optional": (bool,),
}
FURTHER: dict[str, tuple[type, ...]] = {
    "alt_family": (list,),
    "alt_unit": (list,),
    "alt_value": (list,),
    "edtf_alt": (list,),
    "edtf_may_be_null": (bool,),
    "encoding": (str,),
    "value_max": (int, float),
    "value_optional": (bool,),
}

_YEAR = r"-?(?:\d{4}|\d{3}X|\d{2}XX)"
_MONTH = r"(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|40|41)"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_POINT = rf"(?:{_YEAR}-W\d\d|(?:XXXX|{_YEAR})(?:-{_MONTH}(?:-{_DAY})?)?[~?%]?)"
EDTF = re.compile(rf"{_POINT}|{_POINT}/(?:{_POINT}|\.\.)|\.\./{_POINT}")
"""1992, 1992-01-03, 199X, 1453~, -0199/-0100, ../2016, 2000/.., 1987-21, 1998-W09."""


def _lines(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def records(folder: Path) -> list[Record]:
    """The records of one half of the corpus, in the order of their file."""
    return _lines(folder / GOLD)


def documents(folder: Path) -> dict[str, str]:
    """The decoded text of each document by its stem: no byte-order mark, line ends as they are."""
    encodings = {row["doc"]: row["encoding"] for row in records(folder) if "encoding" in row}
    texts = {}
    for path in sorted(folder.iterdir()):
        if path.suffix != ".jsonl":
            with path.open(encoding=encodings.get(path.stem, "utf-8-sig"), newline="") as file:
                texts[path.stem] = file.read()
    return texts


def _field_faults(row: Record) -> Iterator[str]:
    for name, types in {**REQUIRED, **FURTHER}.items():
        if name not in row:
            if name in REQUIRED:
                yield f"no field {name!r}"
        elif type(row[name]) not in types:
            yield f"field {name!r} has the wrong type"
    for name in sorted(row.keys() - REQUIRED.keys() - FURTHER.keys()):
        yield f"unknown field {name!r}"


def _slot_faults(row: Record) -> Iterator[str]:
    for family in [row["family"], *row.get("alt_family", ())]:
        if family not in get_args(Family):
            yield f"no family {family!r}"
    if not 1 <= len(row["title"].split()) <= 12:
        yield "the title has no or more than 12 words"
    if row["qualifier"] is not None and row["qualifier"] not in get_args(Qualifier):
        yield f"no qualifier {row['qualifier']!r}"
    valued = [row[name] is not None for name in ("value", "unit", "qualifier", "about")]
    if any(valued) != all(valued):
        yield "value, unit, qualifier and about do not stand together"


def _date_faults(row: Record) -> Iterator[str]:
    if (row["edtf"] is None) != (row["date_text"] is None):
        yield "edtf and date_text do not stand together"
    for edtf in [row["edtf"], *row.get("edtf_alt", ())]:
        if edtf is not None and not EDTF.fullmatch(edtf):
            yield f"no EDTF {edtf!r}"


def _place_faults(row: Record, texts: dict[str, str]) -> Iterator[str]:
    if row["doc"] not in texts:
        yield f"no document {row['doc']!r}"
        return
    times = texts[row["doc"]].count(row["quote"])
    if times != 1:
        yield f"the quote stands {times} times in {row['doc']}: {row['quote']!r}"


def _record_faults(row: Record, texts: dict[str, str]) -> Iterator[str]:
    broken = list(_field_faults(row))
    yield from broken
    if not broken:
        yield from _slot_faults(row)
        yield from _date_faults(row)
        yield from _place_faults(row, texts)


def _abstract_faults(folder: Path, texts: dict[str, str]) -> Iterator[str]:
    path = folder / ABSTRACTS
    for row in _lines(path) if path.exists() else ():
        start, end = row["start"], row["end"]
        text = texts[row["doc"]]
        if not re.fullmatch(r"\s.+ \.\.\.", text[start:end]):
            yield f"{row['doc']} {start}:{end}: no abstract"
        for record in records(folder):
            if record["doc"] == row["doc"] and start <= text.find(record["quote"]) < end:
                yield f"{record['id']}: the quote stands in an abstract"


def faults(folder: Path) -> list[str]:
    """What is wrong with the records of a folder, one line a fault; empty when all is well."""
    rows, texts = records(folder), documents(folder)
    found = [f"{row.get('id')}: {fault}" for row in rows for fault in _record_faults(row, texts)]
    names = Counter(row.get("id") for row in rows)
    found += [f"{name}: the id stands more than once" for name, times in names.items() if times > 1]
    found += [f"{doc}: no records" for doc in texts.keys() - {row.get("doc") for row in rows}]
    return [*found, *_abstract_faults(folder, texts)]


def _main(arguments: Sequence[str]) -> int:
    found = [fault for folder in (map(Path, arguments) if arguments else FOLDERS) for fault in faults(folder)]
    sys.stdout.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
