"""What a database keeps of documents, as values: for tests that compare it, or make a database without documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from kzcn.model import Citation, Claim, Correction, Fact, Source
from kzcn.origins import Sketch
from kzcn.store import rows
from kzcn.store.read import Database
from kzcn.store.staging import Staging, corrections_of
from kzcn.store.write import write as write_staged

__all__ = ["Contents", "load", "write"]


class Contents(NamedTuple):
    """Everything a database keeps but the facts."""

    sources: tuple[Source, ...] = ()
    citations: Mapping[str, Sequence[Citation]] = {}
    claims: tuple[Claim, ...] = ()
    sketches: Mapping[str, Sketch] = {}
    corrections: tuple[Correction, ...] = ()


def load(path: Path) -> Contents:
    """Read back what a database was built from."""
    with Database(path) as database:
        found: dict[str, list[Citation]] = {}
        for row in database.rows("SELECT * FROM citations ORDER BY no"):
            found.setdefault(row["source"], []).append(rows.citation_from_row(row))
        return Contents(
            tuple(rows.source_from_row(row) for row in database.rows("SELECT * FROM sources ORDER BY no")),
            found,
            tuple(rows.claim_from_row(dict(row)) for row in database.rows("SELECT * FROM claims ORDER BY no")),
            {row["source"]: rows.sketch_from_row(row) for row in database.rows("SELECT * FROM sketches")},
            corrections_of(path),
        )


def write(path: Path, contents: Contents, facts: Sequence[Fact]) -> None:
    """Write a database of these contents and facts."""
    with Staging(path) as staging:
        for source in contents.sources:
            claims = [claim for claim in contents.claims if claim.evidence.source == source.sha256]
            quotes = [claim.evidence.quote for claim in claims]
            staging.add(source, contents.citations.get(source.sha256, ()), claims, quotes)
        for name, sketch in contents.sketches.items():
            staging.add_sketch(name, sketch)
        staging.add_facts(facts)
        write_staged(path, staging, contents.corrections)
