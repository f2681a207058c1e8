"""treaties."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, answer, open_facts
from kzcn.cli.questions import given

__all__ = ["FUNCTIONS"]


def _treaties(
    db: o.Database = None,
    form: o.Format = None,
    fields: o.Fields = None,
    from_: o.From = None,
    to: o.To = None,
    period: o.Period = None,
    kind: o.Kind = None,
    family: o.Family = None,
    party: o.Party = None,
    place: o.Place = None,
    about: o.About = None,
    limit: o.Limit = None,
    reverse: o.Reverse = False,
    everything: o.All = False,
    undated: o.Undated = None,
    acts: Annotated[bool, typer.Option("--acts", help="A line for each act.")] = False,
    wide: o.Wide = False,
    color: o.Color = True,
) -> None:
    filters = given(
        from_=from_, to=to, period=period, kind=kind, family=family, party=party, place=place, about=about,
        limit=limit, reverse=reverse, all=everything, undated=undated,
    )  # fmt: skip
    printing = Printing(form, fields, color, wide)
    with open_facts(db) as facts:
        if acts:
            answer("acts", facts.treaties(**filters), facts.id_length(), printing)
        else:
            answer("treaties", facts.instruments(**filters), facts.id_length(), printing)


FUNCTIONS: dict[str, Callable[..., None]] = {"treaties": _treaties}
"""Command to its function."""
