"""timeline, border, trade, figures, search."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, cast

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, answer, open_facts
from kzcn.filters import Filters

__all__ = ["FUNCTIONS", "given"]


def _question(name: str) -> Callable[..., None]:
    """The command of a question that needs no words."""

    def run(
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
        chart: o.Chart = False,
        wide: o.Wide = False,
        color: o.Color = True,
    ) -> None:
        filters = given(
            from_=from_, to=to, period=period, kind=kind, family=family, party=party, place=place, about=about,
            limit=limit, reverse=reverse, all=everything, undated=undated,
        )  # fmt: skip
        with open_facts(db) as facts:
            rows = getattr(facts, name)(**filters)
            answer(name, rows, facts.id_length(), Printing(form, fields, color, wide, chart))

    return run


def _search(
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="Words that must all occur.")],
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
    limit: o.Limit = None,
    everything: o.All = False,
    wide: o.Wide = False,
    color: o.Color = True,
) -> None:
    filters = given(
        from_=from_,
        to=to,
        period=period,
        kind=kind,
        family=family,
        party=party,
        place=place,
        limit=limit,
        all=everything,
    )
    with open_facts(db) as facts:
        rows = facts.search(" ".join(text), **filters)
        answer("search", rows, facts.id_length(), Printing(form, fields, color, wide))


def given(**filters: Any) -> Filters:  # noqa: ANN401 - options of several types
    """The filters that stand on the command line."""
    return cast("Filters", {name: value for name, value in filters.items() if value is not None})


FUNCTIONS: dict[str, Callable[..., None]] = {
    **{name: _question(name) for name in ("timeline", "border", "trade", "figures")},
    "search": _search,
}
"""Command to its function."""
