"""What rows of facts show people."""

from __future__ import annotations

import pytest

from kzcn.store.rows import fact_row
from tests.store.example import claim, fact

# A date, the last day that its fact stands to, and the date for people.
SHOWN = [
    ("1949-12-29", 19491229, "29 Dec 1949"),
    ("1831/..", None, "since 1831"),
    ("1831/..", 18311231, "1831 or later"),
    ("1831-05/..", 18310531, "May 1831 or later"),
    ("../1831", 18311231, "by 1831"),
    (None, None, None),
]


@pytest.mark.parametrize(("date", "stands_to", "expected"), SHOWN)
def test_what_happened_once_is_not_said_to_last(date: str | None, stands_to: int | None, expected: str | None) -> None:
    begun = fact([claim("end", "event", "Ferry stopped", 10, date=date)], stands_to=stands_to)
    assert fact_row(begun, [1])["date_shown"] == expected
