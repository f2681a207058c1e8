"""cite, verify and diff."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, emit, open_facts, say
from kzcn.errors import UsageError
from kzcn.output import Listing
from kzcn.query import Facts

__all__ = ["FUNCTIONS"]

_Database = Annotated[str, typer.Argument(metavar="DATABASE", help="A database.")]


def _cite(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, the last column of tables of facts.")],
    db: o.Database = None,
    style: Annotated[str, typer.Option("--style", metavar="NAME", help="bibtex, csl-json or text.")] = "text",
) -> None:
    from kzcn.output.clean import in_json, visible  # noqa: PLC0415 - `verify` needs none
    from kzcn.trust.cite import STYLES  # noqa: PLC0415
    from kzcn.trust.references import references  # noqa: PLC0415

    if style not in STYLES:
        raise UsageError(f"no style {style!r}; there are: {', '.join(STYLES)}")
    with open_facts(db) as facts:
        found = references(facts, ids)
    text = STYLES[style](found)
    clean = in_json if style == "csl-json" else visible
    sys.stdout.write("\n".join(map(clean, text.split("\n"))))


def _verify(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Where the documents are: folders or files.")],
    db: o.Database = None,
    encoding: o.Encoding = None,
    everything: Annotated[bool, typer.Option("--all", help="What was found as well.")] = False,
    form: o.Format = None,
    color: o.Color = True,
) -> None:
    from kzcn.trust.library import Library  # noqa: PLC0415 - `cite` needs none
    from kzcn.trust.verify import VerifyRow, summary, verify  # noqa: PLC0415

    library = Library(folders, encoding)
    with open_facts(db) as facts:
        rows = list(verify(facts, library))
        length = facts.id_length()
    shown = [row._asdict() for row in rows if everything or row.verdict != "found"]
    if shown:
        columns = ("verdict", "source", "start", "end", "date_text", "value_text", "title", "id")
        emit(Listing(shown, VerifyRow._fields, columns, length), Printing(form, color=color))
    for name in dict.fromkeys(row.source for row in rows if not row.same and row.verdict != "missing"):
        say(f"{name} is another version than the one that was read")
    say(summary(rows))
    if any(row.verdict != "found" for row in rows):
        raise typer.Exit(1)


def _diff(old: _Database, new: _Database, form: o.Format = None, color: o.Color = True) -> None:
    from kzcn.trust.diff import DiffRow, diff  # noqa: PLC0415 - `cite` needs none

    with Facts(old) as before, Facts(new) as after:
        rows = diff(before, after)
        length = max(before.id_length(), after.id_length())
    columns = ("change", "date", "title", "slot", "old", "new", "id")
    emit(Listing([row._asdict() for row in rows], DiffRow._fields, columns, length), Printing(form, color=color))
    counts = [(change, len({row.id for row in rows if row.change == change})) for change in _CHANGES]
    say(", ".join(f"{count} {change}" for change, count in counts))


_CHANGES = ("added", "removed", "changed")

FUNCTIONS: dict[str, Callable[..., None]] = {"cite": _cite, "verify": _verify, "diff": _diff}
"""Command to its function."""
