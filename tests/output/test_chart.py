from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.output.cells import width
from kzcn.output.chart import Bar, Group, bar, bars, cut
from kzcn.output.pictures import PICTURES
from kzcn.output.screen import Screen
from kzcn.query import FactRow

PLAIN = Screen(80, blocks=False)
EMPTY = FactRow(**dict.fromkeys(FactRow._fields))  # type: ignore[arg-type]


def row(kind: str, year: int | None, value: float | None = None, unit: str | None = None, **slots: object) -> FactRow:
    """A fact of that kind and year."""
    known: dict[str, object] = {
        "family": "event", "title": kind, "kind": kind, "kind_label": kind, "value": value, "unit": unit,
        "value_shown": f"{value} {unit}", "polarity": "done", "status": "stated", "parties": (),
        "date_shown": str(year or ""), "earliest": None if year is None else year * 10_000 + 101,
    }  # fmt: skip
    return EMPTY._replace(**{**known, **slots})  # type: ignore[arg-type]


BARS = [
    (0.0, ""),
    (1.0, "████████"),
    (0.5, "████"),
    (0.53, "████▎"),
    (0.001, "▏"),
]


@pytest.mark.parametrize(("part", "expected"), BARS)
def test_a_bar_is_as_long_as_its_part_of_the_room(part: float, expected: str) -> None:
    assert bar(part, 8, Screen()) == expected


@given(part=st.floats(0, 1), room=st.integers(1, 60), blocks=st.booleans(), pale=st.booleans())
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_bar_never_leaves_its_room_and_never_hides_what_there_is(
    part: float, room: int, *, blocks: bool, pale: bool
) -> None:
    drawn = bar(part, room, Screen(blocks=blocks), pale=pale)
    assert width(drawn) <= room
    assert bool(drawn) == (part > 0)


def test_a_text_that_is_cut_has_a_sign() -> None:
    assert (cut("Loan for dams", 8), cut("Loan", 8), cut("西域都护", 5)) == ("Loan fo…", "Loan", "西域…")


@given(
    st.lists(st.builds(Bar, st.tuples(st.text(max_size=12), st.text(max_size=60)), st.floats(0, 1e12), st.just("1 km")),
             min_size=1, max_size=5),
    st.integers(50, 140),
)  # fmt: skip
@settings(max_examples=60, derandomize=True, deadline=None)
def test_bars_fit_the_screen(items: list[Bar], room: int) -> None:
    assert all(width(line) <= room for line in bars(Group("All", items), Screen(room)))


def drawn(name: str, rows: list[FactRow]) -> list[str]:
    return list(PICTURES[name](rows, PLAIN))


def test_the_timeline_counts_families_by_century_and_folds_what_is_empty() -> None:
    rows = [row("visit", -134), row("visit", 1350), row("treaty_signed", 1355, family="treaty"), row("visit", None)]
    assert drawn("timeline", rows) == [
        " " * 14 + "treaty    event",
        "  200–101 BC            ###### 1",
        " " * 14 + "⋮ 13 centuries without a fact",
        "       1300s  ###### 1  ###### 1",
    ]


def test_a_crowded_century_is_drawn_by_decades() -> None:
    rows = [row("visit", year) for year in (1901, *range(1940, 1950), 1975)]
    labels = [line.split()[0] for line in drawn("timeline", rows)[1:]]
    assert labels == ["1900s", "⋮", "1940s", "⋮", "1970s"]


def test_trade_is_drawn_by_time_and_deals_by_size() -> None:
    rows = [
        row("trade_turnover", 2001, 10, "NOK"),
        row("trade_target", 2005, 20, "NOK", polarity="planned"),
        row("loan", 2001, 1, "NOK", title="Loan for ferries"),
        row("loan", 2002, 3, "NOK", title="Loan for dams: 3 NOK"),
    ]
    text = "\n".join(drawn("trade", rows))
    assert text.index("trade_turnover") < text.index("trade_target") < text.index("Deals by size, NOK")
    assert text.index("Loan for dams ") < text.index("Loan for ferries")
    assert "░" in text.splitlines()[2]


def test_the_parts_of_the_border_are_drawn_with_their_shares() -> None:
    rows = [
        row("border_length", None, 200, "km", value_shown="200 km"),
        row("border_land_length", None, 50, "km"),
        row("border_water_length", None, 150, "km"),
        row("disputed_share", None, 40, "percent", parties=("Peru",)),
    ]
    lines = drawn("border", rows)
    assert lines[0] == "Border, 200 km"
    assert [line.split()[0] + line[-6:] for line in lines[1:3]] == ["land25.0 %", "water75.0 %"]
    assert lines[2].count("#") == pytest.approx(3 * lines[1].count("#"), abs=2)
    assert lines[5].split()[0] == "Peru"


def test_of_two_lengths_that_disagree_one_is_drawn() -> None:
    rows = [row("border_land_length", None, 50, "km"), row("border_land_length", None, 60, "km")]
    assert [line.split()[-2:] for line in drawn("border", rows)[1:2]] == [["100.0", "%"]]
    assert sum(line.lstrip().startswith("land") for line in drawn("border", rows)) == 1


@pytest.mark.parametrize("name", list(PICTURES))
def test_nothing_to_draw_draws_no_bars(name: str) -> None:
    assert "#" not in "".join(drawn(name, []))
