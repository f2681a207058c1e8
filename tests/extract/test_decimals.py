"""Decimal commas of tables and fact sheets."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract
from kzcn.extract.decimals import with_points


def table(*columns: str) -> str:
    """A table of two columns: share, and the cells given for exports, parted by blanks."""
    shares, exports = (column.split() for column in columns)
    rows = (f"| {1990 + row} | {pair[0]} | {pair[1]} |" for row, pair in enumerate(zip(shares, exports, strict=True)))
    return "# Togo and Mali\n\n| Year | Share, % | Exports, USD million |\n|---|---|---|\n" + "\n".join(rows)


def values(text: str, format_: str = "markdown") -> list[float]:
    """The numbers of all claims."""
    found = extract(reading.read(text.encode(), "page.txt", format=format_))
    return [claim.quantity.value for claim in found if claim.quantity]


@pytest.mark.parametrize(
    ("shares", "exports", "expected"),
    [
        ("14,5 3,75", "1.234,5 900,0", [14.5, 1234.5e6, 3.75, 900e6]),
        ("14,5 3,7", "1.234 2.000", [14.5, 1234e6, 3.7, 2000e6]),
        ("14,5 3,7", "1,2 1,234", [14.5, 1.2e6, 3.7, 1.234e6]),
        ("0,345 0,2", "12 13", [0.345, 12e6, 0.2, 13e6]),
        ("14.5 3.7", "1,234 2,000", [14.5, 1234e6, 3.7, 2000e6]),
        ("14 3", "1,234 2,000", [14, 1234e6, 3, 2000e6]),
        ("14 3", "1.234 2.5", [14, 1.234e6, 3, 2.5e6]),
        ("14 3", "1,234,567 1,234", [14, 1234567e6, 3, 1234e6]),
    ],
)
def test_numbers_of_a_table_with_decimal_commas_are_read_alike(
    shares: str, exports: str, expected: list[float]
) -> None:
    assert values(table(shares, exports)) == expected


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("Length: 14,5 km\nArea: 1.234 km²\nCoast: 1.234,5 km", [14.5, 1234, 1234.5]),
        ("Length: 14,5 km\nVisitors: 1,234", [14.5, 1234]),
        ("Length: 14.5 km\nArea: 1.234 km²", [14.5, 1.234]),
        ("Length: 14,5 km (12,25 in 1990)\nShare: 3,7 %\nCoast: 9 km", [14.5, 3.7, 9]),
    ],
)
def test_points_of_a_fact_sheet_with_decimal_commas_are_thousands(sheet: str, expected: list[float]) -> None:
    assert values(f"Togo and Mali\n\n{sheet}\n", "factsheet") == expected


def test_a_number_keeps_its_words_and_its_place() -> None:
    text = table("14,5 3,7", "1.234,5 900,0")
    document = reading.read(text.encode(), "page.txt", format="markdown")
    assert len(with_points(document)) == len(document.text)
    texts = [claim.evidence.value_text for claim in extract(document)]
    assert texts == ["14,5", "1.234,5", "3,7", "900,0"]
