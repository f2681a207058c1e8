from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from kzcn.dates import EDTF, find

# text, the period's words, its interval
PERIODS = [
    ("During the Meiji era ships came.", "the Meiji era", "1868/1912"),
    ("under the Song dynasty", "the Song dynasty", "0960/1279"),
    ("The Crimean War broke out.", "The Crimean War", "1853-10/1856-03"),
    ("In the Thirty Years' War towns burned.", "the Thirty Years' War", "1618/1648"),
    ("in the reign of Louis XIV", "the reign of Louis XIV", "1643/1715"),
    ("during the Kushan era", "the Kushan era", None),
    ("in the reign of King Foo of Bar", "the reign of King Foo of Bar", None),
]


@pytest.mark.parametrize(("text", "words", "interval"), PERIODS)
def test_a_named_period_is_found_with_its_interval_where_the_table_knows_it(
    text: str, words: str, interval: str | None
) -> None:
    (mention,) = find(text)
    assert (mention.text, mention.type, mention.edtf, mention.basis) == (words, "period", interval, "period")


def test_the_longest_name_wins_and_names_of_the_table_win_over_dates_in_them() -> None:
    assert [mention.text for mention in find("the Second Sino-Japanese War")] == ["the Second Sino-Japanese War"]
    assert [mention.type for mention in find("the October Revolution of 1917")] == ["period", "date"]


def test_every_interval_of_the_table_is_edtf_and_every_name_stands_once() -> None:
    rows = list(csv.DictReader(files("kzcn.dates").joinpath("periods.csv").read_text(encoding="utf-8").splitlines()))
    names = [row["name"] for row in rows]
    assert len(set(names)) == len(names)
    for row in rows:
        EDTF.parse(row["interval"])
        (mention,) = (found for found in find(f"in the {row['name']} they") if found.type == "period")
        assert mention.edtf is not None
