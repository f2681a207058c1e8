"""Facts as a Frictionless data package: a folder of CSV files headed as the field heads them, and their description.

The columns stand in `tables/datapackage.json`; here is what goes into them.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzcn.errors import KzcnError
from kzcn.kinds import kinds
from kzcn.output.machine import WRITERS

if TYPE_CHECKING:
    from kzcn.query import FactRow, Facts
    from kzcn.records import Record
    from kzcn.treaties import TreatyRow

__all__ = ["write"]

_Row = dict[str, object]
_TABLES = Path(__file__).parent / "tables"
_DESCRIPTION = "datapackage.json"
_AUXMODES = {"done": "historical", "planned": "future", "denied": "negation", "reported": "hypothetical"}
_ALL_ACTORS = ("meeting", "alliance", "diplomatic_relations")
"""Kinds whose parties are all actors, as those of treaties are."""
_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4))
"""Days at most and the precision of UCDP GED; 5 beyond."""
_BOUNDS = {"exact": "lh", "more_than": "l", "up_to": "h", "almost": "h", "about": ""}
"""Qualifier and which bounds, low and high, it gives."""
_ESTIMATED = ("about", "almost")
_LICENCES = {"CC BY-SA 4.0": ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/")}
"""Licence as sources name it; its name and address in the package."""


def write(facts: Facts, folder: Path) -> list[Path]:
    """Write the package into a folder, which is made, or holds a package already.

    Returns: the files written.

    Raises: KzcnError where the folder holds something else; OSError where it cannot be written.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _DESCRIPTION).exists():
        raise KzcnError(f"{folder} is not empty and holds no data package; name a new folder")
    package = json.loads((_TABLES / _DESCRIPTION).read_text(encoding="utf-8"))
    contents = _contents(facts)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for resource in package["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        data = "".join(WRITERS["csv"](contents[resource["name"]], columns)).encode()
        files.append(folder / resource["path"])
        files[-1].write_bytes(data)
        resource |= {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
    text = json.dumps({**package, **_origin(facts)}, ensure_ascii=False, indent=2)
    (folder / _DESCRIPTION).write_text(f"{text}\n", encoding="utf-8")
    return [folder / _DESCRIPTION, *files]


def _contents(facts: Facts) -> dict[str, list[_Row]]:
    """Name of each table and its rows."""
    rows = facts.timeline(all=True, undated=True)
    treaties = facts.instruments(all=True)
    return {
        "events": [_event(row) for row in rows if row.family in {"event", "treaty"} or kinds()[row.kind].plover],
        "treaties": [_treaty(row) for row in treaties],
        "observations": [_observation(row) for row in rows if row.value is not None],
        "evidence": [row for record in facts.export() for row in _evidence(record)],
        "sources": [row._asdict() for row in facts.sources()],
    }


def _origin(facts: Facts) -> Mapping[str, object]:
    """The licences and titles of the documents."""
    sources = facts.sources()
    known = sorted({row.licence for row in sources if row.licence in _LICENCES})
    licences = [dict(zip(("name", "path"), _LICENCES[name], strict=True)) for name in known if name is not None]
    titles = [{"title": row.title or row.name} for row in sources]
    return {**({"licenses": licences} if licences else {}), **({"sources": titles} if titles else {})}


def _event(row: FactRow) -> _Row:
    kind = kinds()[row.kind]
    split = len(row.parties) if row.family == "treaty" or row.kind in _ALL_ACTORS else 1
    actors, recipients = row.parties[:split], row.parties[split:]
    return {
        **row._asdict(),
        "date": row.date if _precision(row) == 1 else None,
        "event": kind.plover,
        "mode": kind.mode,
        "auxmode": _AUXMODES[row.polarity],
        "actor": actors,
        "actor_code": _codes(actors),
        "recipient": recipients,
        "recipient_code": _codes(recipients),
        "location": row.place,
        "edtf": row.date,
        "date_start": _day(row.earliest),
        "date_end": _day(row.latest),
        "date_prec": _precision(row),
    }


def _precision(row: FactRow) -> int | None:
    if row.earliest is None or row.latest is None:
        return None
    days = _count(row.latest) - _count(row.earliest) + 1
    return next((code for most, code in _PRECISIONS if days <= most), 5)


def _count(bound: int) -> int:
    """A number for a day, as if all months had 31 days: the differences within a month are right."""
    year, rest = divmod(bound, 10_000)
    return year * 372 + rest // 100 * 31 + rest % 100


def _day(bound: int | None) -> str | None:
    if bound is None:
        return None
    year, rest = divmod(bound, 10_000)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{rest // 100:02}-{rest % 100:02}"


def _treaty(row: TreatyRow) -> _Row:
    acts = {"Signature": row.signed, "Ratification": row.ratified, "Force": row.in_force, "Term": row.extended}
    return {
        "treatyID": row.id,
        "Title": row.instrument or row.title,
        "Begin": next((dates[0] for dates in acts.values() if dates), None),
        "End": row.ended,
        **acts,
        "TypeAgree": row.instrument_type,
        "Location": row.place,
        "stateID": _codes(row.parties),
        "Parties": row.parties,
        "Source": row.sources,
    }


def _observation(row: FactRow) -> _Row:
    areas = _codes(row.parties)
    bounds = "lh" if row.value_max is not None else _BOUNDS[row.qualifier or "exact"]
    high = row.value if row.value_max is None else row.value_max
    return {
        **row._asdict(),
        "REF_AREA": areas[0] if areas else None,
        "COUNTERPART_AREA": areas[1] if len(areas) > 1 else None,
        "INDICATOR": row.kind,
        "TIME_PERIOD": row.date,
        "OBS_VALUE": row.value,
        "UNIT_MEASURE": row.unit,
        "UNIT_MULT": 0,
        "OBS_STATUS": _status(row),
        "value_low": row.value if "l" in bounds else None,
        "value_high": high if "h" in bounds else None,
        "reported_by": row.attribution,
    }


def _status(row: FactRow) -> str:
    if row.polarity == "planned" or row.kind == "trade_target":
        return "F"
    return "E" if row.qualifier in _ESTIMATED or row.status == "derived" else "A"


def _evidence(record: Record) -> Iterator[_Row]:
    for piece in record["evidence"]:
        yield {
            **piece,
            "fact": record["id"],
            "section": " > ".join(piece["section"]),
            **_span(piece, "date"),
            **_span(piece, "value"),
            "exact": piece.get("quote"),
        }


def _span(piece: Mapping[str, Any], name: str) -> _Row:
    start, end = piece[f"{name}_span"] or (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def _codes(names: Sequence[str]) -> list[str]:
    return [_states()[name] for name in names if name in _states()]


@cache
def _states() -> dict[str, str]:
    """State to its ISO 3166-1 alpha-3 code."""
    with (_TABLES / "states.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["iso3"] for row in csv.DictReader(file) if row["iso3"]}
