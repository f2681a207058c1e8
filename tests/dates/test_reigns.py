"""Years of a reign, reckoned from its beginning."""

from __future__ import annotations

import pytest

from kzcn.dates import find

RECKONED = [
    ("Ammi (1646–1626 BC) gave a daughter to the prince in his eighteenth year.", "his eighteenth year", "-1628"),
    ("Tutal, who came to the throne in 1340 BC, took it in his third year.", "his third year", "-1337"),
    ("Tutal came to the throne in 1340 BC. In the fifth year of his reign he fell.", "fifth year of his", "-1335"),
    ("Tutal came to the throne in 1340 BC. In Year 8 of Tutal the river rose.", "Year 8 of Tutal", "-1332"),
    ("Odo was crowned in 1210. Ivo succeeded in 1222. Odo's 4th year saw war.", "4th year", "1213"),
    ("Odo was crowned in 1210. Ivo succeeded in 1222. In his 4th regnal year he came.", "his 4th regnal year", "1225"),
    ("Odo was born in 1190 and succeeded his father in 1210. In his third year he fell.", "his third year", "1212"),
    ("Odo of Egypt was crowned in 1210. Ivo succeeded in 1222. He took Egypt. In his 4th year he fell.", "4th", "1225"),
    ("Ivo's reign began in 1222. In the third year of Ivo's reign he came.", "third year of Ivo", "1224"),
    ("Irna became queen in 1222. She fell in her third year of rule.", "her third year of rule", "1224"),
]
NOT_RECKONED = [
    "Odo was a student in 1222. In his second year he left.",
    "Odo (1210–1222 BC) fought. He died in his seventieth year.",
    "The law was passed in 1210. In its second year it failed.",
    "Odo was crowned in 1210. In the tenth year of Frederick it fell.",
    "The Soviet Union (1922–1991) fell. In his first year he signed a treaty.",
    "King Odo (1922–1991) fell. In his first year in office Ivo signed a treaty.",
    "King Odo (1922–1991) fell. In his first year as minister Ivo signed a treaty.",
    "The coup succeeded in 1951. In his second year he left.",
    "Odo, who never came to the throne in 1340, fell in his third year.",
    "Odo was crowned in 1210. It fell in the second year of the war.",
]


@pytest.mark.parametrize(("text", "words", "expected"), RECKONED)
def test_a_regnal_year_is_reckoned_from_the_accession(text: str, words: str, expected: str) -> None:
    assert [mention.edtf for mention in find(text) if words in mention.text] == [expected]


@pytest.mark.parametrize("text", NOT_RECKONED)
def test_a_numbered_year_of_anything_else_gives_no_date(text: str) -> None:
    assert [mention.edtf for mention in find(text) if "year" in mention.text and mention.edtf is not None] == []
