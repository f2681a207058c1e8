"""Dates as heads of tables write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.extract.headdates import head_date


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("2019", "2019"),
        ("2022*", "2022"),
        ("2022¹", "2022"),
        ("2022[3]", "2022"),
        ("2023 (est.)", "2023"),
        ("2023 est.", "2023"),
        ("2023e", "2023"),
        ("2023F", "2023"),
        ("2023 (p)", "2023"),
        ("2025 (plan)", "2025"),
        ("est. 2023", "2023"),
        ("2019/20", "2019/2020"),
        ("1990–95 (average)", "1990/1995"),
        ("avg. 1990–1995", "1990/1995"),
        ("Jan–Jun 2021", "2021-01/2021-06"),
        ("2021 (Jan–Sep)", "2021-01/2021-09"),
        ("I–IX 2021", "2021-01/2021-09"),
        ("2021, I–III", "2021-01/2021-03"),
        ("9M 2021", "2021-01/2021-09"),
        ("9 months 2021", "2021-01/2021-09"),
        ("9 months of 2021", "2021-01/2021-09"),
        ("2021, 9 months", "2021-01/2021-09"),
        ("2021Q1", "2021-33"),
        ("Q1/2021", "2021-33"),
        ("Q1'21", "2021-33"),
        ("1Q21", "2021-33"),
        ("1H2021", "2021-01/2021-06"),
        ("2021 H2", "2021-07/2021-12"),
        ("FY2019", "2019"),
        ("FY98", "1998"),
        ("FY2019/20", "2019/2020"),
        ("Mar-21", "2021-03"),
        ("Mar '98", "1998-03"),
        ("03/2021", "2021-03"),
        ("03.2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("2011-12", "2011/2012"),
        ("'19", "2019"),
        ("Year", None),
        ("Exports 2019", None),
        ("Change 2021/2020", None),
        ("13/2021", None),
        ("9 months", None),
        ("", None),
    ],
)
def test_a_head_that_is_a_date_is_read_in_every_short_form(head: str, expected: str | None) -> None:
    found = head_date(head)
    assert (found.edtf if found else None) == expected


@given(st.text(alphabet="FYQHM0129-–/ '(est).*JanIX,", max_size=20))
@settings(max_examples=200, derandomize=True)
def test_no_head_is_too_strange(head: str) -> None:
    found = head_date(head)
    assert found is None or found.span is None
