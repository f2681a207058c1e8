from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.output.cells import fill, width, wrap

WIDTHS = [("", 0), ("Taraz", 5), ("西域", 4), ("Қазақ", 5), ("e\u0301", 1), ("26 Apr", 6), ("a\u200db", 2)]


@pytest.mark.parametrize(("text", "expected"), WIDTHS)
def test_a_chinese_character_takes_two_cells_and_an_accent_none(text: str, expected: int) -> None:
    assert width(text) == expected


WRAPPED = [
    ("the river is long", 9, ["the river", "is long"]),
    ("the river", 20, ["the river"]),
    ("西域都护府", 4, ["西域", "都护", "府"]),
    ("a unbreakable", 5, ["a", "unbre", "akabl", "e"]),
    ("ae\u0301b", 2, ["ae\u0301", "b"]),
    ("西", 1, ["西"]),
]


@pytest.mark.parametrize(("text", "room", "lines"), WRAPPED)
def test_lines_are_broken_at_blanks_and_long_words_where_they_must_be(text: str, room: int, lines: list[str]) -> None:
    assert wrap(text, room) == lines


@given(st.text(alphabet="ab 西é\u0301 -", max_size=60), st.integers(2, 30))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_wrapping_fits_the_room_and_loses_blanks_only(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert all(width(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_cells_are_filled_up_on_either_side() -> None:
    assert (fill("西域", 6), fill("1860", 6, right=True), fill("long", 2)) == ("西域  ", "  1860", "long")
