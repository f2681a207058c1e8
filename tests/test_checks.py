from __future__ import annotations

import pytest

from kzcn.checks import check_notes, trade_notes
from kzcn.query import FactRow

EMPTY: dict[str, object] = dict.fromkeys(FactRow._fields)


def row(kind: str, value: float, unit: str, **slots: object) -> FactRow:
    standing = {"status": "stated", "polarity": "done", "rank": "normal", "qualifier": "exact", "id": "0"}
    lists = {"parties": (), "conflicts": (), "sources": (1,)}
    return FactRow(**{**EMPTY, **standing, **lists, "kind": kind, "value": value, "unit": unit, **slots})  # type: ignore[arg-type]


def lengths(land: float, water: float, total: float) -> list[FactRow]:
    kinds = ("border_land_length", "border_water_length", "border_length")
    return [row(kind, value, "km") for kind, value in zip(kinds, (land, water, total), strict=True)]


BORDER = [
    (lengths(1_000.5, 200, 1_200.5), ["Check: land 1,000.5 + water 200 = 1,200.5 km, the total"]),
    (lengths(0.1, 0.2, 0.3), ["Check: land 0.1 + water 0.2 = 0.3 km, the total"]),
    (lengths(1_000, 200, 1_300), ["Check: land 1,000 + water 200 = 1,200 km, but the total says 1,300 km"]),
    (lengths(1_000, 200, 1_200)[:2], []),
    ([*lengths(1_000, 200, 1_200)[:2], row("border_length", 1_200, "km", sources=(2,))], []),
    ([*lengths(1_000, 200, 1_200)[:2], row("border_length", 1_200, "mi")], []),
    ([row("disputed_share", value, "percent") for value in (40, 60)], ["Check: 40 + 60 = 100 %"]),
    ([row("disputed_share", value, "percent") for value in (40, 70)], ["Check: 40 + 70 = 110 %, not 100 %"]),
    ([row("disputed_share", 40, "percent")], []),
]


@pytest.mark.parametrize(("rows", "expected"), BORDER)
def test_the_border_is_checked(rows: list[FactRow], expected: list[str]) -> None:
    assert [sentence for _, sentence in check_notes(rows)] == expected


def loan(value: float, **slots: object) -> FactRow:
    return row("loan", value, **{"unit": "USD", "date": "2009", **slots})  # type: ignore[arg-type]


TRADE = [
    ([loan(5e6), loan(7e6)], ["Loans named here with a date, together: $12 million (2 amounts)"]),
    (
        [loan(5e6), loan(7e6, qualifier="more_than")],
        ["Loans named here with a date, together: at least $12 million (2 amounts)"],
    ),
    (
        [loan(5e6), loan(7e6, qualifier="about")],
        ["Loans named here with a date, together: about $12 million (2 amounts)"],
    ),
    ([loan(5e6), loan(7e6, unit="EUR")], []),
    ([loan(5e6), loan(7e6, date=None)], []),
    ([loan(5e6), loan(7e6, date="../2016")], []),
    ([loan(5e6), loan(7e6, value_max=9e6)], []),
    ([loan(5e6), loan(7e6, polarity="planned")], []),
    ([loan(5e6), loan(7e6, rank="deprecated")], []),
    ([loan(5e6), loan(7e6, conflicts=("1",))], []),
    ([loan(5e6)], []),
]


@pytest.mark.parametrize(("rows", "expected"), TRADE)
def test_only_what_is_alike_is_summed(rows: list[FactRow], expected: list[str]) -> None:
    assert [sentence for _, sentence in trade_notes(rows)] == expected
