from __future__ import annotations

import pytest

from kzcn.amounts import amount, number
from kzcn.model import Quantity

NUMBERS = [
    (0, "0"),
    (7, "7"),
    (1949, "1,949"),
    (43.0, "43"),
    (195.7, "195.7"),
    (1215.86, "1,215.86"),
    (0.25, "0.25"),
    (999_999, "999,999"),
    (1_000_000, "1 million"),
    (4_180_000_000, "4.18 billion"),
    (1_234_567, "1,234,567"),
    (-2_500_000, "-2.5 million"),
    (3_000_000_000_000, "3 trillion"),
]


@pytest.mark.parametrize(("value", "expected"), NUMBERS)
def test_a_number_is_grouped_and_scaled_without_loss(value: float, expected: str) -> None:
    assert number(value) == expected


AMOUNTS = [
    (Quantity(31_000_000_000, "USD"), "$31 billion"),
    (Quantity(20_000_000_000, "USD", "more_than"), "more than $20 billion"),
    (Quantity(700_000, "EUR"), "€700,000"),
    (Quantity(5_000_000, "NOK", "almost"), "almost NOK 5 million"),
    (Quantity(3e9, "USD", "exact", 4e9), "$3–4 billion"),
    (Quantity(800_000_000, "USD", "exact", 1_200_000_000), "$800 million–1.2 billion"),
    (Quantity(195.7, "km"), "195.7 km"),
    (Quantity(1_500, ""), "1,500"),
    (Quantity(2_500, "km2", "about"), "c. 2,500 km²"),
    (Quantity(12.5, "percent", "up_to"), "up to 12.5 %"),
    (Quantity(7_700, "person"), "7,700 people"),
    (Quantity(1, "person"), "1 person"),
    (Quantity(5, "agreement"), "5 agreements"),
    (Quantity(1, "agreement"), "1 agreement"),
    (Quantity(3, "city"), "3 cities"),
    (Quantity(2, "railway"), "2 railways"),
    (Quantity(4, "crossing"), "4 crossings"),
    (Quantity(2, "church"), "2 churches"),
]


@pytest.mark.parametrize(("quantity", "expected"), AMOUNTS)
def test_an_amount_reads_as_people_write_it(quantity: Quantity, expected: str) -> None:
    assert amount(quantity) == expected
