"""What `--explain` says of a sentence, and why it leaves what it leaves."""

from __future__ import annotations

import pytest

from kzcn.extract.explain import Explained, explain
from kzcn.reading import read


def explained(text: str) -> list[Explained]:
    return list(explain(read(text.encode(), "notes.txt", format="text")))


def test_a_sentence_is_shown_with_its_mentions_clauses_and_claims() -> None:
    (seen,) = explained("In 1961 Ghana and Mali, which were allies, signed a trade agreement in Accra.")
    assert [(date.text, date.value) for date in seen.dates] == [("1961", "1961")]
    assert [name.value for name in seen.names] == ["party Ghana", "party Mali", "other Accra"]
    assert [(clause.verb, clause.lemma) for clause in seen.clauses] == [("were", "be"), ("signed", "sign")]
    assert [(claim.rule, claim.date, claim.place) for claim in seen.claims] == [("signed", "1961", "Accra")]


def test_offsets_lead_to_the_words_in_the_file() -> None:
    text = "Ghana and Mali\r\n\r\nIn 1961 Ghana opened a consulate in Bamako.\r\n"
    (seen,) = explained(text)
    assert text[seen.start : seen.end] == seen.text
    for mention in (*seen.dates, *seen.numbers, *seen.names):
        assert text[mention.start : mention.end] == mention.text


LEFT = (
    ("The old market is lively.", "no date, number or name"),
    ("Ghana might sign a treaty with Mali in 1961.", "only possible, a condition or an aim"),
    ("In 1961 Ghana did not open a consulate in Mali.", "denied"),
    ("Ghana and Mali sang.", "no row has the verb 'sing' here, and it has no date"),
    ("Ghana: the harbour of 1961 for 3 hours", "without a value that a claim could take"),
    ("In 1961 the two countries signed a treaty in Accra.", "spoken of before"),
)


@pytest.mark.parametrize(("text", "reason"), LEFT)
def test_what_is_left_has_its_reason(text: str, reason: str) -> None:
    assert any(reason in line for seen in explained(text) for line in seen.left)


def test_a_cell_that_is_only_a_date_says_who_takes_it() -> None:
    table = b"Ghana and Mali\n\n| Date | Event |\n|---|---|\n| 4 May 1999 | Embassy of Ghana opened |\n"
    cells = [seen for seen in explain(read(table, "table.md", format="markdown")) if seen.block == "cell"]
    assert [(cell.text, cell.left, len(cell.claims)) for cell in cells] == [
        ("4 May 1999", ("its date is for the cells of its row",), 0),
        ("Embassy of Ghana opened", (), 1),
    ]


def test_everything_explained_is_plain_data() -> None:
    (seen,) = explained("In 1961 Ghana exported 300 tonnes of cocoa to Mali.")
    plain = seen.to_dict()
    assert plain["numbers"][0]["value"].startswith("exact 300")
    assert plain["claims"][0]["rule"].startswith("number: ")
