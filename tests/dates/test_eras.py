"""Years of antiquity that stand without an era."""

from __future__ import annotations

import pytest

from kzcn.dates import find

CARRIED = [
    ("He came in 310 BC and left in 296.", ["-0309", "-0295"]),
    ("The pact of 310 BC was renewed in 296, and the treaty of 281 ended it.", ["-0309", "-0295", "-0280"]),
    ("Rome rose in 310 BC. No raid is told between 296 and 281.", ["-0309", "-0295/-0280"]),
    ("From 310 BC on they paid. In the summer of 296 they ceased.", ["-0309/..", "-0295-22"]),
    ("In the 3rd century BC they traded. By 247 they had a king.", ["-0299/-0200", "../-0246"]),
    ("In AD 17 a king came; he fell in 58.", ["0017", "0058"]),
    ("In 522 the prince fell. Toward 540 peace came.", ["0522", "0540"]),
    ("He ruled from 44 BC. His heir (40–31) did not.", ["-0043", "-0039/-0030"]),
]
NOT_CARRIED = [
    ("In 310 BC they came in 296 ships.", ["-0309"]),
    ("In 310 BC an army of 296 marched.", ["-0309"]),
    ("In 310 BC they came in 296 small boats.", ["-0309"]),
    ("In 310 BC they fought. He lived in 58.", ["-0309"]),
    ("In 310 BC they fought[296] and won.", ["-0309"]),
    ("In 310 BC they fought. In 1296 they wrote of 296.", ["-0309", "1296"]),
    ("He came in 310 BC and left in AD 296.", ["-0309", "0296"]),
    ("He came in 310 BC and left within 290 days.", ["-0309", None]),
]


@pytest.mark.parametrize(("text", "expected"), [*CARRIED, *NOT_CARRIED])
def test_a_year_near_one_of_antiquity_has_its_era(text: str, expected: list[str | None]) -> None:
    assert [mention.edtf for mention in find(text)] == expected


def test_the_timex_value_says_the_era_too() -> None:
    assert [mention.timex for mention in find("In 310 BC and again in 296 they met.")] == ["BC0310", "BC0296"]
