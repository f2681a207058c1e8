"""The scale and unit that heads of tables give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.extract.headunits import head_unit, without_unit

THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**9


@pytest.mark.parametrize(
    ("head", "scale", "unit", "rest"),
    [
        ("Exports (US$ mln)", MILLION, "USD", "Exports"),
        ("Exports (US$m)", MILLION, "USD", "Exports"),
        ("Exports [€m]", MILLION, "EUR", "Exports"),
        ("Trade, $m", MILLION, "USD", "Trade"),
        ("Turnover, bn USD", BILLION, "USD", "Turnover"),
        ("Turnover, mlrd. USD", BILLION, "USD", "Turnover"),
        ("Turnover (in billions of dollars)", BILLION, "USD", "Turnover"),
        ("Turnover, billions of U.S. dollars", BILLION, "USD", "Turnover"),
        ("Exports, mil. USD", MILLION, "USD", "Exports"),
        ("Exports (FOB, US$ million)", MILLION, "USD", "Exports (FOB)"),
        ("Exports, in US$, millions", MILLION, "USD", "Exports"),
        ("Exports (US$ '000)", THOUSAND, "USD", "Exports"),
        ("Trade value (1,000 USD)", THOUSAND, "USD", "Trade value"),
        ("Turnover (100 million yuan)", 10**8, "CNY", "Turnover"),
        ("Exports to Mali, $ mn", MILLION, "USD", "Exports to Mali"),
        ("Aid (net, current US$)", 1, "USD", "Aid (net)"),
        ("Investment, bln tenge", BILLION, "KZT", "Investment"),
        ("USDbn", BILLION, "USD", ""),
        ("2019 (US$ mn)", MILLION, "USD", "2019"),
        ("Area in km²", 1, "km2", "Area"),
        ("Area, sq. km", 1, "km2", "Area"),
        ("Area (thousand km2)", THOUSAND, "km2", "Area"),
        ("Depth (m)", 1, "m", "Depth"),
        ("Freight, mln t", MILLION, "tonne", "Freight"),
        ("Tonnes (thousand)", THOUSAND, "tonne", ""),
        ("10,000 tons", 10_000, "tonne", ""),
        ("'000 persons", THOUSAND, "person", ""),
        ("Share, %", 1, "percent", "Share"),
        ("Growth (y/y, %)", 1, "percent", "Growth (y/y)"),
        ("% of total", 1, "percent", "% of total"),
        ("Change, pp", 1, "percent", "Change"),
        ("US$ per tonne", 1, "USD", ""),
    ],
)
def test_a_head_gives_the_scale_and_the_unit_of_its_numbers(head: str, scale: int, unit: str, rest: str) -> None:
    found = head_unit(head)
    assert found.unit is not None
    assert (found.scale, found.unit.symbol, without_unit(head)) == (scale, unit, rest)


@pytest.mark.parametrize(
    ("head", "scale"),
    [
        ("Visitors (thousands)", THOUSAND),
        ("Visitors ('000)", THOUSAND),
        ("Visitors (000s)", THOUSAND),
        ("Passengers, mln", MILLION),
        ("Passengers (m)", MILLION),
        ("Million visitors", MILLION),
        ("Students", 1),
        ("Trade in goods", 1),
        ("Tonnes of rice", 1),
        ("People in Mali", 1),
        ("Projects over $5 million", 1),
        ("Deaths per 1000 live births", 1),
        ("Million-dollar projects", 1),
        ("Year", 1),
        ("2019", 1),
        ("All", 1),
    ],
)
def test_a_head_of_things_gives_no_unit_but_perhaps_a_scale(head: str, scale: int) -> None:
    assert head_unit(head) == (scale, None)


@given(st.text(alphabet="USD$mk %()[],.:0159tonbil'", max_size=40))
@settings(max_examples=200, derandomize=True)
def test_what_is_left_of_a_head_stood_in_it(head: str) -> None:
    assert head_unit(head).scale >= 1
    assert len(without_unit(head)) <= len(head)
