"""What an ingest did, counted and told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kzcn.model import Fact, Family
from kzcn.store.read import Database

if TYPE_CHECKING:
    from typing_extensions import Self

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
    """The facts of a database before an ingest, to tell what is new in it afterwards; they stay on disk.

    Raises (from every method): DatabaseError where it cannot be read.
    """

    def __init__(self, path: Path | None) -> None:
        self._database = Database(path) if path is not None else None
        self._seen: set[str] = set()

    def compare(self, facts: Sequence[Fact], report: Report) -> None:
        """Count in the report which of these facts are new, confirmed and changed."""
        if self._database is None:
            report.facts += len(facts)
            report.new += len(facts)
            return
        for fact in facts:
            report.facts += 1
            before = [self._value("SELECT fact FROM fact_claims WHERE claim = ?", claim.id) for claim in fact.claims]
            older = {name for name in before if name is not None}
            older |= {fact.id} if self._value("SELECT 1 FROM facts WHERE id = ?", fact.id) else set()
            self._seen |= older
            if not older:
                report.new += 1
            elif all(self._slots(name) != _slots(fact) for name in older):
                report.changed += 1
            elif None in before:
                report.confirmed += 1

    def gone(self) -> int:
        """How many facts none of those compared tells any more."""
        held = self._database.value("SELECT count(*) FROM facts") if self._database else 0
        return int(held) - len(self._seen)

    def _value(self, sql: str, name: str) -> str | None:
        found: str | None = self._database.value(sql, (name,)) if self._database else None
        return found

    def _slots(self, fact: str) -> Slots:
        if self._database is None:
            return ()
        found = self._database.rows(f"SELECT {', '.join(_SHOWN)} FROM facts WHERE id = ?", (fact,))
        return tuple(found[0]) if found else ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._database is not None:
            self._database.close()


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
    rows.append(("database", str(database) if written else _unwritten(database)))
    return [f"{label:<11}{text}" for label, text in rows]


def _unwritten(database: Path) -> str:
    return f"{database} stays as it is" if database.exists() else f"{database} was not made"


def _documents(report: Report) -> str:
    if not (report.read or report.taken_out or report.reasons):
        return "none found: the folders hold no files"
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
