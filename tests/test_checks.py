from __future__ import annotations

import pytest

from kzcn.checks import check_notes, checks, trade_notes
from kzcn.query import FactRow

EMPTY: dict[str, object] = dict.fromkeys(FactRow._fields)


def row(kind: str, value: float, unit: str, **slots: object) -> FactRow:
    standing = {"status": "stated", "polarity": "done", "rank": "normal", "qualifier": "exact", "id": "0"}
    lists = {"parties": (), "conflicts": (), "sources": (1,)}
    given = {"kind": kind, "kind_label": kind.rpartition("_")[2], "value": value, "unit": unit}
    return FactRow(**{**EMPTY, **standing, **lists, **given, **slots})  # type: ignore[arg-type]


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


def turnover(value: float, date: str, **slots: object) -> FactRow:
    return row("trade_turnover", value, "USD", **{"date": date, **slots})


def growth(value: float, date: str = "1938", **slots: object) -> FactRow:
    return row("trade_growth", value, "percent", **{"date": date, **slots})


def act(kind: str, earliest: int, latest: int, life: str | None = "1") -> FactRow:
    days = {"earliest": earliest, "latest": latest, "date_shown": str(earliest)}
    return row(f"treaty_{kind}", 0, "", life=life, id=f"{kind}{earliest}", **days)


YEARS = [turnover(40e6, "1937", id="a"), turnover(44e6, "1938", id="b")]

CHECKS = [
    ([*YEARS, growth(10)], "growth", "holds", "$40 million to $44 million is 10 %, as told"),
    ([*YEARS, growth(9.9)], "growth", "rounded", "$40 million to $44 million is 10 %, 9.9 % as told within rounding"),
    ([*YEARS, growth(15)], "growth", "fails", "$40 million to $44 million is 10 %, but 15 % is told"),
    (
        [turnover(1.7e9, "2001"), turnover(2.1e9, "2002"), growth(26, "2002")],
        "growth",
        "rounded",
        "$1.7 billion to $2.1 billion is 23.5 %, 26 % as told within rounding",
    ),
    ([turnover(44e6, "1938"), turnover(40e6, "1937"), growth(-10, "1939")], None, None, None),
    ([YEARS[0], growth(10)], None, None, None),
    ([YEARS[0], YEARS[1]._replace(unit="EUR"), growth(10)], None, None, None),
    ([*YEARS, growth(10, sources=(2,))], None, None, None),
    ([*YEARS, growth(10, polarity="denied")], None, None, None),
    (
        [row("exports", 3e9, "USD", date="2001"), row("imports", 2e9, "USD", date="2001"), turnover(5.1e9, "2001")],
        "parts",
        "rounded",
        "exports $3 billion + imports $2 billion = $5 billion, the total of $5.1 billion within rounding",
    ),
    (
        [row("exports", 3e9, "USD", date="2002"), row("imports", 2e9, "USD", date="2001"), turnover(5e9, "2001")],
        None,
        None,
        None,
    ),
    (lengths(1_000.55, 200, 1_200.5), "parts", "rounded", None),
    (lengths(1_000.5, 200, 1_200.6), "parts", "rounded", None),
    (lengths(1_000.55, 200.25, 1_201.85), "parts", "fails", None),
    ([row("disputed_share", value, "percent") for value in (33, 33, 33)], "shares", "rounded", None),
    ([row("disputed_share", value, "percent") for value in (22, 87)], "shares", "fails", None),
    ([act("signed", 19380603, 19380603), act("ratified", 19390101, 19391231)], "order", "holds", None),
    ([act("signed", 19380603, 19380603), act("ratified", 19380101, 19381231)], "order", "holds", None),
    (
        [act("ratified", 19370101, 19371231), act("signed", 19380603, 19380603)],
        "order",
        "fails",
        "signed 19380603, then ratified 19370101",
    ),
    ([act("signed", 19380603, 19380603), act("ratified", 19370101, 19371231, None)], None, None, None),
    ([act("ratified", 19380603, 19380603), act("ratified", 19370101, 19371231)], None, None, None),
]


@pytest.mark.parametrize(("rows", "name", "verdict", "sentence"), CHECKS)
def test_what_must_agree_is_compared(
    rows: list[FactRow], name: str | None, verdict: str | None, sentence: str | None
) -> None:
    found = list(checks(rows))
    assert [(check.check, check.verdict) for check in found] == ([] if name is None else [(name, verdict)])
    assert all(set(check.inputs) <= {row.id for row in rows} for check in found)
    assert sentence is None or found[0].sentence == sentence


def test_what_several_sources_give_alike_is_checked_once() -> None:
    shares = [row("disputed_share", value, "percent", sources=(1, 2), id=str(value)) for value in (40, 60)]
    assert [check.inputs for check in checks(shares)] == [("40", "60")]
    apart = [*shares, shares[1]._replace(value=70, sources=(3,)), shares[0]._replace(sources=(3,))]
    assert sorted(check.verdict for check in checks(apart)) == ["fails", "holds"]
