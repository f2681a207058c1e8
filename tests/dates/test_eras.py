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
    ("He came in 310 BC. In December 296 it fell, on 4 August 290 he died.", ["-0309", "-0295-12", "-0289-08-04"]),
    ("He ruled in 2470 BC. His heir reigned from 2410 to 2402.", ["-2469", "-2409/-2401"]),
    ("Nippur (c. 2470–2405 BC) fell in 2380.", ["-2469~/-2404~", "-2379"]),
    ("The truce of 814 held until 820.", ["0814", "../0820"]),
    ("He ruled from 2094 BC. His heir, whose reign began in 2010, did not.", ["-2093", "-2009"]),
    ("He ruled from AD 12 to 15.", ["0012/0015"]),
    ("They fought in 101–102 and in 105–106.", ["0101/0102", "0105/0106"]),
    ("They sent 90 tonnes over 2018–21.", ["2018/2021"]),
    ("He ruled from AD 15 to 12.", ["0015"]),
]
NOT_CARRIED = [
    ("They came in 300–400 ships.", []),
    ("In 310 BC they came in 296 ships.", ["-0309"]),
    ("In 310 BC an army of 296 marched.", ["-0309"]),
    ("In 310 BC they came in 296 small boats.", ["-0309"]),
    ("In 310 BC they fought. He lived in 58.", ["-0309"]),
    ("In 310 BC they fought[296] and won.", ["-0309"]),
    ("In 310 BC they fought. In 1296 they wrote of 296.", ["-0309", "1296"]),
    ("He came in 310 BC and left in AD 296.", ["-0309", "0296"]),
    ("He ruled in 2470 BC. They sold 2380 jars. It was found in 1898.", ["-2469", "1898"]),
    ("He ruled in 1270 BC. It was found in 1298.", ["-1269", "1298"]),
    ("He fell in 2000 BC. The court ruled in 1990 that it be returned.", ["-1999", "1990"]),
    ("He ruled in 1920 BC. It was found in 1898.", ["-1919", "1898"]),
    ("He came in 310 BC and went from 300 to 280 paces.", ["-0309"]),
    ("He came in 310 BC and left within 290 days.", ["-0309", None]),
]


@pytest.mark.parametrize(("text", "expected"), [*CARRIED, *NOT_CARRIED])
def test_a_year_near_one_of_antiquity_has_its_era(text: str, expected: list[str | None]) -> None:
    assert [mention.edtf for mention in find(text)] == expected


def test_the_timex_value_says_the_era_too() -> None:
    assert [mention.timex for mention in find("In 310 BC and again in 296 they met.")] == ["BC0310", "BC0296"]
