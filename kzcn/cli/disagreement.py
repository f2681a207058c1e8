"""conflicts and checks."""

from __future__ import annotations

from collections.abc import Callable

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, emit, open_facts, say
from kzcn.output import Listing

__all__ = ["FUNCTIONS"]

_SHOWN = {
    "conflicts": ("date", "title", "value", "rank", "rank_reason", "evidence", "id"),
    "checks": ("check", "verdict", "sentence", "inputs"),
}


def _conflicts(db: o.Database = None, form: o.Format = None, color: o.Color = True) -> None:
    from kzcn.trust.conflicts import ConflictRow, conflicts  # noqa: PLC0415 - `checks` needs none

    with open_facts(db) as facts:
        rows = conflicts(facts)
        length = facts.id_length()
    listing = Listing([row._asdict() for row in rows], ConflictRow._fields, _SHOWN["conflicts"], length)
    emit(listing, Printing(form, color=color))
    if not rows:
        say("no facts disagree")


def _checks(db: o.Database = None, form: o.Format = None, color: o.Color = True) -> None:
    from kzcn.checks import Check, checks  # noqa: PLC0415 - `conflicts` needs none

    with open_facts(db) as facts:
        rows = list(checks(facts.everything()))
        length = facts.id_length()
    emit(Listing([row._asdict() for row in rows], Check._fields, _SHOWN["checks"], length), Printing(form, color=color))
    failed = sum(row.verdict == "fails" for row in rows)
    say(f"{len(rows)} checks, {failed} failed" if rows else "nothing can be checked")


FUNCTIONS: dict[str, Callable[..., None]] = {"conflicts": _conflicts, "checks": _checks}
"""Command to its function."""
