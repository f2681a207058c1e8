"""Sentences."""

from __future__ import annotations

import pytest

from tests.reading.shown import document


@pytest.mark.parametrize(
    "text",
    [
        "Firms (e.g. Neste, Stora and others) came.|They left.",
        "The U.S. Senate met J. R. Lund in St. Paul.|It voted.",
        "It is law No. 12 of 1990.|It stands.",
        "Gen. Aho and Dr. Lund met on Jan. 3.|They agreed.",
        "The line (see p. 4) is 12.5 km long.|It ends there.",
        '"We will stay," he said.|They left.',
        "It grew by 3 percent!|Why?|Nobody knows.",
        "The port of St. Martin's is c. 300 years old.|It grew.",
        "It was founded in 36 BC.|It fell in 40 AD.",
        "They live in the U.S.|They came in 1990.",
        "They paid 5 mln. US dollars and 3 bn. Swiss francs.|It was late.",
        "It is worth 5 bn.|The minister left.",
        "The line is 90 km.|Peru built it.",
        "The line is 1,200 km.|It ends there.",
        "The park has 90 sq. km.|Wolves live there.",
        "It fell by 12 ft. and rose.|It fell again.",
        "They sold 40 mln. US dollars' worth.|It was a record.",
        "Sales came to 3.5 bln. USD in 1990.|It was a record.",
        "He paid 2 mln. Swiss francs.|It was a record.",
        "Sales came to 40 mln.|They fell later.",
        "They met in Riga in May.|Peru came later.",
        "They sold 40 mln. tons of salt.|It was a record.",
    ],
)
def test_full_stops_of_abbreviations_end_no_sentence(text: str) -> None:
    found = document(text.replace("|", " "), "text")
    assert [found.text[sentence.start : sentence.end] for sentence in found.sentences] == text.split("|")


def test_no_sentence_crosses_a_block_and_headings_give_none() -> None:
    found = document("Ports\n\nIt grew\n\nTrade\n\nIt fell. It rose.\n", "text")
    assert [found.blocks[sentence.block].kind for sentence in found.sentences] == ["paragraph", "paragraph"]


@pytest.mark.parametrize("sentence", ["They left.", "Firms (e.g. Neste) sold 3.5 km of line in the U.S. by 1990."])
def test_a_long_paragraph_is_cut_as_a_short_one(sentence: str) -> None:
    found = document(" ".join([sentence] * 6000), "text")
    assert {found.text[place.start : place.end] for place in found.sentences} == {sentence}
    assert len(found.sentences) == 6000


def test_what_has_no_end_is_one_sentence_whatever_its_length() -> None:
    found = document(f"They left. It {'grew and ' * 9000}fell. They came.", "text")
    assert [found.text[place.start : place.end][:10] for place in found.sentences] == [
        "They left.", "It grew an", "They came.",
    ]  # fmt: skip
