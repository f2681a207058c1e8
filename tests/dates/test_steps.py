"""Dates a length of time from others."""

from __future__ import annotations

import pytest

from kzcn.dates.steps import stepped

STEPS = [
    ("1904-05-03", "P2D", -1, "1904-05-01"),
    ("1904-05-03", "P1W", 1, "1904-05-10"),
    ("1904-12-30", "P3D", 1, "1905-01-02"),
    ("1904-01", "P2M", -1, "1903-11"),
    ("1904-05-03", "P1M", 1, "1904-06"),
    ("1904-05", "P10Y", -1, "1894"),
    ("-0035", "P1Y", 1, "-0034"),
    # not exact enough, no point in time, no whole number
    ("1904", "P2D", -1, None),
    ("1904-05", "P2D", -1, None),
    ("1904-21", "P1M", 1, None),
    ("1904/1906", "P1Y", 1, None),
    ("190X", "P1Y", 1, None),
    ("1904~", "P1Y", 1, None),
    ("1904", "PXY", 1, None),
    ("1904", "P1.5Y", 1, None),
]


@pytest.mark.parametrize(("edtf", "length", "direction", "expected"), STEPS)
def test_a_date_a_length_of_time_away_is_as_exact_as_the_unit(
    edtf: str, length: str, direction: int, expected: str | None
) -> None:
    assert stepped(edtf, length, direction) == expected
