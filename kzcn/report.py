"""What an ingest did, counted and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kzcn.model import Fact, Family
from kzcn.store.read import Database

__all__ = ["Before", "Report", "summary"]


@dataclass(slots=True)
class Report:
    """What an ingest did."""

    read: int = 0
    """Documents whose claims are new in the database."""
    known: int = 0
    """Documents that it held already."""
    taken_out: int = 0
    """Documents that were forgotten, or replaced by another."""
    failed: list[str] = field(default_factory=list)
    """One line for each document that could not be read."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Why documents were passed over, in few words."""
    claims: Counter[Family] = field(default_factory=Counter)
    """Claims of the new documents by family."""
    too_long: int = 0
    """Sentences of the new documents that were passed over, as they are too long to read."""
    cut: int = 0
    """New documents of which no more claims were read, as there were too many."""
    facts: int = 0
    """Facts that the database holds now; 0 where it was not written."""
    new: int = 0
    """Facts that no claim told before."""
    confirmed: int = 0
    """Facts that stay as they were and have further claims."""
    changed: int = 0
    """Facts that were there and have another value, date, title, polarity or rank now."""
    gone: int = 0
    """Facts that nothing tells any more."""
    problems: list[str] = field(default_factory=list)
    """One line for each correction that cannot be applied."""


_SHOWN = ("title", "date", "value", "value_max", "unit", "qualifier", "polarity", "rank")
Slots = tuple[object, ...]


class Before:
    """The facts of a database before an ingest, to tell what is new in it afterwards.

    Raises (from the constructor): DatabaseError where it cannot be read.
    """

    def __init__(self, path: Path | None) -> None:
        self._slots: dict[str, Slots] = {}
        self._fact_of: dict[str, str] = {}
        if path is None:
            return
        with Database(path) as database:
            facts = database.connection.execute(f"SELECT id, {', '.join(_SHOWN)} FROM facts")
            self._slots = {row[0]: tuple(row)[1:] for row in facts}
            told = database.connection.execute("SELECT claim, fact FROM fact_claims")
            self._fact_of = {claim: fact for claim, fact in told}  # noqa: C416 - rows are no pairs to mypy

    def compare(self, facts: Iterable[Fact], report: Report) -> None:
        """Count in the report which facts are new, confirmed, changed and gone."""
        seen: set[str] = set()
        for fact in facts:
            claims = [claim.id for claim in fact.claims]
            older = {self._fact_of[name] for name in claims if name in self._fact_of}
            older |= {fact.id} & self._slots.keys()
            seen |= older
            report.facts += 1
            if not older:
                report.new += 1
            elif all(self._slots[name] != _slots(fact) for name in older):
                report.changed += 1
            elif any(name not in self._fact_of for name in claims):
                report.confirmed += 1
        report.gone = len(self._slots.keys() - seen)


def _slots(fact: Fact) -> Slots:
    quantity = fact.quantity
    number = (
        (None,) * 4 if quantity is None else (quantity.value, quantity.value_max, quantity.unit, quantity.qualifier)
    )
    return fact.title, fact.date, *number, fact.polarity, fact.rank


def summary(report: Report, database: Path) -> list[str]:
    """What an ingest did, as the lines of a small table for people."""
    rows = [("documents", _documents(report))]
    if report.read:
        families = ", ".join(f"{family} {count:,}" for family, count in sorted(report.claims.items()))
        rows.append(("claims", f"{report.claims.total():,}" + (f": {families}" if families else "")))
    if report.too_long or report.cut:
        rows.append(("left out", _left_out(report)))
    if report.facts:
        changes = [("new", report.new), ("confirmed", report.confirmed), ("changed", report.changed)]
        changes += [("gone", report.gone)] if report.gone else []
        told = ", ".join(f"{count:,} {word}" for word, count in changes)
        rows.append(("facts", f"{told}; {report.facts:,} in all"))
    written = report.facts or report.read or report.taken_out
    rows.append(("database", str(database) if written else f"{database} stays as it is"))
    return [f"{label:<11}{text}" for label, text in rows]


def _documents(report: Report) -> str:
    parts = [f"{report.read:,} read"]
    parts += [f"{report.taken_out:,} taken out"] if report.taken_out else []
    skipped = ", ".join(f"{count:,} {reason}" for reason, count in sorted(report.reasons.items()))
    parts += [f"{report.reasons.total():,} skipped ({skipped})"] if report.reasons else []
    return ", ".join(parts)


def _left_out(report: Report) -> str:
    parts = [f"{_counted(report.too_long, 'sentence')} too long to read"] if report.too_long else []
    parts += [f"the rest of {_counted(report.cut, 'document')} with too many claims"] if report.cut else []
    return ", ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("s" if number != 1 else "")
