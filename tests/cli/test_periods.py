from __future__ import annotations

from itertools import pairwise

import pytest

from kzcn.dates import EDTF
from kzcn.errors import UsageError
from kzcn.periods import heading, named, periods
from tests.cli.conftest import Cli

HEADINGS = [
    ("-0300", "Before the Han, until 203 BC"),
    ("-0201", "Han dynasty, 202 BC – 220"),
    ("0700", "Tang dynasty, 618 – 907"),
    ("1644", "Qing dynasty, 1644 – 1912"),
    ("1950-03", "Soviet Union, 1922 – 1991"),
    ("1992-01-01", "Independent Kazakhstan, since 1992"),
]


@pytest.mark.parametrize(("date", "expected"), HEADINGS)
def test_a_date_stands_below_the_last_period_that_has_begun(date: str, expected: str) -> None:
    first = EDTF.parse(date).bounds()[0]
    assert first is not None
    assert heading(first) == expected


def test_the_periods_follow_each_other_without_a_gap() -> None:
    table = periods()
    assert (table[0].first, table[-1].last) == (None, None)
    for before, after in pairwise(table):
        assert before.last is not None
        assert after.first in {before.last, before.last + 1}


def test_a_mistyped_period_is_told_the_nearest() -> None:
    assert named("TANG").label == "Tang dynasty"
    with pytest.raises(UsageError, match="no period 'tnag'; did you mean 'tang'"):
        named("tnag")


PERIODS = [("tang", ["27–28 Aug 663"]), ("soviet", ["29 Dec 1949"]), ("ming", [])]


@pytest.mark.parametrize(("name", "expected"), PERIODS)
def test_a_period_selects_what_overlaps_it(cli: Cli, name: str, expected: list[str]) -> None:
    assert cli("timeline", "--period", name, "--fields", "date_shown").out.splitlines()[1:] == expected


def test_period_and_dates_select_together(cli: Cli) -> None:
    assert len(cli("timeline", "--period", "modern", "-f", "jsonl").out.splitlines()) == 4
    assert len(cli("timeline", "--period", "modern", "--from", "2010", "-f", "jsonl").out.splitlines()) == 2
