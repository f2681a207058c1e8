"""Facts with everything known of them: the lines of `kzcn export`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kzcn.store.read import damage_reported, typed

if TYPE_CHECKING:
    import sqlite3

    from kzcn.store.read import Database

__all__ = ["Record", "details", "records"]

Record = dict[str, Any]
"""A fact in the shape of the export: plain values, lists and dictionaries, ready for JSON."""

_BATCH = 500
_FACT = (
    "family", "kind", "title", "date", "date_basis", "earliest", "latest", "value", "value_max", "unit", "qualifier",
    "measure", "place", "instrument", "instrument_type", "polarity", "attribution", "rank", "rank_reason", "status",
    "derivation", "life",
)  # fmt: skip
_NOT_CITED = ("no", "source", "start", "end")
_SAME_LIFE = "SELECT id FROM facts WHERE life = ? AND id <> ? ORDER BY no"
_EVIDENCE = (
    "SELECT fc.fact, c.* FROM fact_claims fc JOIN claims c ON c.id = fc.claim JOIN sources s ON s.sha256 = c.source "
    "WHERE fc.fact IN ({marks}) ORDER BY s.no, c.start, c.end, c.no"
)


def records(database: Database, ids: Sequence[str] | None = None) -> Iterator[Record]:
    """The records of these facts in the order named, or of all facts in the order of the database.

    Raises: DatabaseError where the file is damaged.
    """
    if ids is None:
        ids = [row[0] for row in database.rows("SELECT id FROM facts ORDER BY no")]
    for start in range(0, len(ids), _BATCH):
        with damage_reported(database.path):
            batch = list(_batch(database, ids[start : start + _BATCH]))
        yield from batch


def details(database: Database, ids: Sequence[str]) -> Iterator[Record]:
    """The records of these facts with what a person wants beside: shown forms, names of sources, citations, relatives.

    Raises: DatabaseError where the file is damaged.
    """
    for record in records(database, ids):
        shown = database.rows("SELECT date_shown, value_shown FROM facts WHERE id = ?", (record["id"],))[0]
        acts = [row[0] for row in database.rows(_SAME_LIFE, (record["life"], record["id"]))]
        related = [*record["derived_from"], *record["conflicts"], *acts]
        evidence = [{**piece, **_source_of(database, piece)} for piece in record["evidence"]]
        yield {
            **record,
            **dict(shown),
            "acts": acts,
            "titles": _titles(database, related),
            "evidence": evidence,
        }


def _titles(database: Database, ids: Sequence[str]) -> dict[str, str]:
    return {name: database.value("SELECT title FROM facts WHERE id = ?", (name,)) for name in ids}


def _source_of(database: Database, piece: Record) -> Record:
    name, licence = database.rows("SELECT name, licence FROM sources WHERE sha256 = ?", (piece["source"],))[0]
    cited = [_citation(database, piece["source"], number) for number in piece["citations"]]
    return {"source_name": name, "licence": licence, "cited": [entry for entry in cited if entry is not None]}


def _citation(database: Database, source: str, number: str) -> Record | None:
    sql = "SELECT * FROM citations WHERE source = ? AND number = ? ORDER BY no LIMIT 1"
    for row in database.rows(sql, (source, number)):
        entry = {key: row[key] for key in row.keys() if key not in _NOT_CITED and row[key] is not None}  # noqa: SIM118
        return {**entry, "authors": json.loads(entry["authors"])}
    return None


def _batch(database: Database, ids: Sequence[str]) -> Iterator[Record]:
    marks = ", ".join("?" * len(ids))
    facts = {row["id"]: typed(row) for row in database.rows(f"SELECT * FROM facts WHERE id IN ({marks})", ids)}
    evidence: dict[str, list[Record]] = {}
    for row in database.rows(_EVIDENCE.format(marks=marks), ids):
        evidence.setdefault(row["fact"], []).append(_evidence(typed(row)))
    links = {
        "aliases": _links(database, "fact_aliases", "alias", ids),
        "derived_from": _links(database, "facts_derived", "derived_from", ids),
        "conflicts": _links(database, "facts_conflicts", "other", ids),
    }
    corrections = _corrections(database, ids)
    for name in ids:
        record = _record(
            facts[name], evidence.get(name, []), {key: found.get(name, []) for key, found in links.items()}
        )
        yield {**record, "corrections": corrections.get(name, [])}


def _corrections(database: Database, ids: Sequence[str]) -> dict[str, list[Record]]:
    marks = ", ".join("?" * len(ids))
    found: dict[str, list[Record]] = {}
    for row in database.rows(f"SELECT * FROM corrections WHERE fact IN ({marks}) ORDER BY no", ids):
        values = {name: json.loads(row[name]) for name in ("was", "value")}
        correction = {"action": row["action"], "slot": row["slot"], **values, "reason": row["reason"]}
        found.setdefault(row["fact"], []).append(correction)
    return found


def _links(database: Database, table: str, column: str, ids: Sequence[str]) -> dict[str, list[str]]:
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT fact, {column} FROM {table} WHERE fact IN ({marks}) ORDER BY fact, {column}"
    found: dict[str, list[str]] = {}
    for fact, other in database.rows(sql, ids):
        found.setdefault(fact, []).append(other)
    return found


def _record(fact: sqlite3.Row, evidence: list[Record], links: Mapping[str, list[str]]) -> Record:
    return {
        "id": fact["id"],
        "aliases": links["aliases"],
        **{name: fact[name] for name in _FACT},
        "parties": json.loads(fact["parties"]),
        "names": json.loads(fact["names"]),
        "derived_from": links["derived_from"],
        "evidence": evidence,
        "origins": fact["origins"],
        "conflicts": links["conflicts"],
    }


def _evidence(claim: sqlite3.Row) -> Record:
    found = {
        "claim": claim["id"],
        "source": claim["source"],
        "section": json.loads(claim["section"]),
        "start": claim["start"],
        "end": claim["end"],
        "date": claim["date"],
        "date_basis": claim["date_basis"],
        "date_span": _span(claim, "date"),
        "date_text": claim["date_text"],
        **{name: claim[name] for name in ("value", "value_max", "unit", "qualifier")},
        "value_span": _span(claim, "value"),
        "value_text": claim["value_text"],
        "citations": json.loads(claim["citations"]),
        "digest": claim["digest"],
        "rule": claim["rule"],
    }
    return found if claim["quote"] is None else {**found, "quote": claim["quote"]}


def _span(claim: sqlite3.Row, name: str) -> list[int] | None:
    start = claim[f"{name}_start"]
    return None if start is None else [start, claim[f"{name}_end"]]
