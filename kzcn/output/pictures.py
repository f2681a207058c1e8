"""The charts of `timeline`, `trade`, `border` and `figures`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kzcn.output.cells import fill
from kzcn.output.chart import Bar, Group, bar, bars
from kzcn.output.people import without_amount
from kzcn.output.screen import Screen

if TYPE_CHECKING:
    from kzcn.query import FactRow

__all__ = ["PICTURES"]

_Rows = Sequence["FactRow"]
_FAMILIES = ("treaty", "trade", "border", "figure", "event", "state")
_COLORS = dict(zip(_FAMILIES, ("cyan", "green", "yellow", "magenta", "bold", "dim"), strict=True))
_CELL = 10
"""Cells of a family's column in the timeline: bar, blank and number."""
_MANY = 8
"""A century with more facts is drawn by decades."""
_LENGTHS = {"border_land_length": "land", "border_water_length": "water"}
_TURNOVER = ("trade_turnover", "exports", "imports", "trade_target")
_DEALS = ("investment", "loan", "grant", "acquisition", "deal", "project_cost")


def _timeline(rows: _Rows, screen: Screen) -> Iterator[str]:
    """Facts over time by family: a line for each decade or century, empty ones folded."""
    if not rows:
        return
    years = [(year, row.family) for row in rows if (year := _year(row)) is not None]
    full = {first for first, count in Counter(_century(year) for year, _ in years).items() if count > _MANY}
    spans = [((year // 10 * 10, 10) if _century(year) in full else (_century(year), 100), name) for year, name in years]
    counts = Counter(spans)
    shown = [name for name in _FAMILIES if any(family == name for _, family in counts)]
    largest = max(counts.values(), default=1)
    yield screen.styled(" " * 14 + "".join(fill(name, _CELL) for name in shown).rstrip(), "bold")
    last = None
    for first, size in sorted({span for span, _ in counts}):
        if last is not None and first - last >= size:
            yield f"{'':14}⋮ {_words(first - last)} without a fact"
        last = first + size
        cells = [_count(counts[(first, size), name], largest, screen, _COLORS[name]) for name in shown]
        yield f"{_span(first, size):>12}  {''.join(cells)}".rstrip()


def _count(count: int, largest: int, screen: Screen, style: str) -> str:
    if not count:
        return " " * _CELL
    drawn = bar(count / largest, _CELL - 4, screen)
    return screen.styled(drawn, style) + fill(f" {count}", _CELL - len(drawn))


def _year(row: FactRow) -> int | None:
    """The astronomical year in which a fact begins, or ends where its beginning is open."""
    bound = row.earliest if row.earliest is not None else row.latest
    return None if bound is None else bound // 10_000


def _century(year: int) -> int:
    """The first year of the century as the hundreds name it: 1500 for 1564, -199 (200 BC) for -134."""
    return year // 100 * 100 if year > 0 else -(-year // 100 * 100) - 99


def _span(first: int, size: int) -> str:
    """A decade or a century, for people: "1990s", "1500s", "200–101 BC"."""
    if first > 0:
        return f"{first}s"
    return f"AD 1–{size - 1}" if first == 0 else f"{1 - first}–{2 - first - size} BC"


def _words(years: int) -> str:
    count, word = (years // 100, "century") if years >= 100 else (years, "years")
    return f"{count} {word if count == 1 or word == 'years' else 'centuries'}"


def _trade(rows: _Rows, screen: Screen) -> Iterator[str]:
    """Turnover and what it is to be, and deals by size, for each currency."""
    for unit in _units(rows):
        amounts = [row for row in rows if row.unit == unit and row.value is not None]
        turnover = [_kinded(row) for row in amounts if row.kind in _TURNOVER]
        deals = [_dated(row) for row in amounts if row.kind in _DEALS]
        yield from _groups(
            [
                Group(f"Trade, {unit}", turnover),
                Group(f"Deals by size, {unit}", sorted(deals, key=lambda item: -item.value)),
            ],
            screen,
        )


def _border(rows: _Rows, screen: Screen) -> Iterator[str]:
    """The parts of the border, and who has which share of the disputed land."""
    given = [row for row in rows if row.unit == "km" and row.value]
    parts = [row for row in (_first(kind, given) for kind in _LENGTHS) if row is not None]
    whole = sum(row.value or 0 for row in parts)
    lengths = [
        Bar((_LENGTHS[row.kind],), row.value or 0, f"{row.value_shown}  {100 * (row.value or 0) / whole:.1f} %")
        for row in parts
    ]
    total = next((row.value_shown for row in rows if row.kind == "border_length"), None)
    shares = [
        Bar((", ".join(row.parties) or row.title,), row.value or 0, row.value_shown or "")
        for row in rows
        if row.kind == "disputed_share" and row.unit == "percent"
    ]
    area = next((row.value_shown for row in rows if row.kind == "disputed_area" and row.status == "stated"), None)
    yield from _groups(
        [Group(_headed("Border", total), lengths), Group(_headed("Shares of the disputed land", area), shares)], screen
    )


def _first(kind: str, rows: _Rows) -> FactRow | None:
    """The first row of a kind: where sources differ, one is drawn."""
    return next((row for row in rows if row.kind == kind), None)


def _figures(rows: _Rows, screen: Screen) -> Iterator[str]:
    """Numbers by size, for each unit that two of them share."""
    groups = []
    for unit in _units(rows):
        alike = [_dated(row) for row in rows if row.unit == unit]
        if len(alike) > 1:
            groups.append(Group(unit, sorted(alike, key=lambda item: -item.value)))
    yield from _groups(groups, screen)


def _groups(groups: Sequence[Group], screen: Screen) -> Iterator[str]:
    for group in groups:
        if group.bars:
            yield from bars(group, screen)
            yield ""


def _headed(words: str, amount: str | None) -> str:
    return words if amount is None else f"{words}, {amount}"


def _units(rows: _Rows) -> list[str]:
    """The units, the most frequent first."""
    return [unit for unit, _ in Counter(row.unit for row in rows if row.unit and row.value is not None).most_common()]


def _dated(row: FactRow) -> Bar:
    shown = row.value_shown or ""
    title = without_amount(row.title, shown)
    return Bar((row.date_shown or "", title), row.value or 0, shown, pale=row.polarity == "planned")


def _kinded(row: FactRow) -> Bar:
    return Bar(
        (row.date_shown or "", row.kind_label), row.value or 0, row.value_shown or "", pale=row.polarity == "planned"
    )


PICTURES: dict[str, Callable[[_Rows, Screen], Iterator[str]]] = {
    "timeline": _timeline,
    "trade": _trade,
    "border": _border,
    "figures": _figures,
}
"""Question to the function that draws its answer, line by line."""
