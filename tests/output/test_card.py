from __future__ import annotations

from pathlib import Path

import pytest

import kzcn
from kzcn.output.card import card
from kzcn.output.cells import width
from kzcn.output.screen import Screen
from kzcn.records import Record


@pytest.fixture
def record(example: Path) -> Record:
    """Everything known of a treaty with a long name."""
    with kzcn.open(example) as facts:
        (found,) = facts.show([facts.treaties()[0].id])
    return {**found, "instrument": "Treaty on the Regime of the State Border and the Settlement of Border Incidents"}


@pytest.mark.parametrize("room", [40, 60, 80])
def test_a_card_fits_the_screen_and_loses_nothing(record: Record, room: int) -> None:
    lines = card(record, Screen(room))
    assert max(map(width, lines)) <= room
    assert "".join("".join(lines).split()) == "".join("".join(card(record, Screen(None))).split())


def test_what_goes_on_in_the_next_line_stands_below_its_beginning(record: Record) -> None:
    lines = card(record, Screen(60))
    at = next(number for number, line in enumerate(lines) if "Treaty on the Regime" in line)
    assert lines[at].index("Treaty") == len(lines[at + 1]) - len(lines[at + 1].lstrip())


def test_the_title_is_bold_where_styles_are_wanted(record: Record) -> None:
    assert card(record, Screen(80, colorful=True))[0] == "\x1b[1mBorder treaty signed in Oslo\x1b[0m"
    assert "\x1b" not in "".join(card(record, Screen(80)))
