"""Where the anchor of a link ends and the opening of the linked page begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzcn.reading.anchors import best_cut, is_truncated

ROWS = [
    tuple(line.split("\t")) for line in Path(__file__).with_name("anchors.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("anchor", "abstract"), ROWS)
@pytest.mark.parametrize("tail", [" ...", ""])
def test_no_character_of_an_abstract_is_taken_for_the_anchor(anchor: str, abstract: str, tail: str) -> None:
    cut = best_cut(f"{anchor} {abstract}{tail}")
    assert anchor.startswith(f"{anchor} {abstract}"[: cut.end])


def test_nearly_all_anchors_are_found_whole() -> None:
    whole = sum(best_cut(f"{anchor} {abstract} ...").end == len(anchor) for anchor, abstract in ROWS)
    assert whole >= 0.98 * len(ROWS)


def test_a_line_of_one_word_is_all_anchor() -> None:
    assert best_cut("Montevideo").end == len("Montevideo")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Lake Titicaca Lake Titicaca is a lake in the And ...", True),
        ("Lake Titicaca Lake Titicaca is a lake…", True),
        ("and so it went on.", False),
        ("He paused...", False),
    ],
)
def test_an_abstract_cut_short_ends_in_three_dots_after_a_blank(line: str, *, expected: bool) -> None:
    assert is_truncated(line) is expected
