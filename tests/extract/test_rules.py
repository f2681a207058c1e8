"""The tables of rules hold what they promise: each row reads its examples and leaves its counter-examples alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kzcn import reading
from kzcn.extract import extract, fields, figures
from kzcn.extract.frames import Frame, frames, load_table
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import Measure, choose, measures
from kzcn.kinds import kinds
from kzcn.model import Claim

SORTS = set("area count energy factor growth length money percent person power volume weight".split())
KEYS = {
    "frame": {"name", "kind", "verbs", "nouns", "with", "of", "without", "standing", "weak", "examples", "counter"},
    "measure": {"kind", "sorts", "words", "also", "near", "label", "polarity", "examples", "counter"},
}


def claims_of(text: str) -> list[Claim]:
    return extract(reading.read(text.encode(), "example.txt", format="text"))


def by_frame(frame: Frame, claim: Claim) -> bool:
    return claim.rule in (frame.name, f"{frame.name} with its date", f"{frame.name} before")


def row_id(row: Frame | Measure) -> str:
    return row.name if isinstance(row, Frame) else row.kind


def examples(rows: tuple[Frame, ...] | tuple[Measure, ...]) -> list[object]:
    return [
        pytest.param(row, example, id=f"{row_id(row)}-{number}")
        for row in rows
        for number, example in enumerate(row.examples)
    ]


def counters(rows: tuple[Frame, ...] | tuple[Measure, ...]) -> list[object]:
    return [
        pytest.param(row, text, id=f"{row_id(row)}-{number}") for row in rows for number, text in enumerate(row.counter)
    ]


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Measure | None]:
    """The rows of the table of measures that numbers were given, in the order of the numbers."""
    found: list[Measure | None] = []

    def noting(*arguments: Any) -> Measure | None:  # noqa: ANN401 - it passes on whatever `choose` takes
        found.append(choose(*arguments))
        return found[-1]

    monkeypatch.setattr(figures, "choose", noting)
    monkeypatch.setattr(fields, "choose", noting)
    return found


@pytest.mark.parametrize(("frame", "example"), examples(frames()))
def test_a_frame_reads_its_examples(frame: Frame, example: Mapping[str, Any]) -> None:
    claims = [claim for claim in claims_of(example["text"]) if by_frame(frame, claim)]
    assert (frame.kind, example.get("date")) in [(claim.kind, claim.date) for claim in claims]


@pytest.mark.parametrize(("frame", "text"), counters(frames()))
def test_a_frame_leaves_its_counter_examples_alone(frame: Frame, text: str) -> None:
    assert not [claim.title for claim in claims_of(text) if by_frame(frame, claim)]


@pytest.mark.parametrize(("measure", "example"), examples(measures()))
def test_a_measure_reads_its_examples(
    measure: Measure, example: Mapping[str, Any], chosen: list[Measure | None]
) -> None:
    found = {
        (claim.kind, claim.date, claim.quantity.value, claim.quantity.unit)
        for claim in claims_of(example["text"])
        if claim.quantity
    }
    assert (measure.kind, example.get("date"), example["value"], example["unit"]) in found
    assert measure in chosen


@pytest.mark.parametrize(("measure", "text"), counters(measures()))
def test_a_measure_leaves_its_counter_examples_to_others(
    measure: Measure, text: str, chosen: list[Measure | None]
) -> None:
    assert claims_of(text)
    assert chosen
    assert measure not in chosen


@pytest.mark.parametrize("row", [*frames(), *measures()], ids=row_id)
def test_a_row_has_two_examples_and_a_counter_example(row: Frame | Measure) -> None:
    texts = [example["text"] for example in row.examples] + list(row.counter)
    assert len(row.examples) >= 2
    assert row.counter
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("table", ["frame", "measure"])
def test_a_row_has_only_keys_that_the_table_explains(table: str) -> None:
    assert {key for row in load_table(table) for key in row} <= KEYS[table]


@pytest.mark.parametrize("row", [*frames(), *measures()], ids=row_id)
def test_the_kind_of_a_row_is_in_the_closed_table(row: Frame | Measure) -> None:
    assert row.kind in kinds()


def test_a_standing_frame_has_a_kind_of_a_family_that_stands() -> None:
    assert {kinds()[frame.kind].family for frame in frames() if frame.standing} <= {"state", "trade"}


def test_the_names_of_frames_are_unique() -> None:
    names = [frame.name for frame in frames()]
    assert len(set(names)) == len(names)


def test_the_sorts_of_measures_are_those_that_give_claims() -> None:
    assert {sort for measure in measures() for sort in measure.sorts} <= SORTS


@pytest.mark.parametrize("frame", frames(), ids=row_id)
def test_the_verbs_of_a_frame_are_verbs_of_the_lexicon(frame: Frame) -> None:
    lemmas = {reading.lemma for readings in verb_forms().values() for reading in readings}
    assert {phrase.split()[0] for phrase in frame.verbs} <= lemmas | {"be", "have", "do"}


def takes_all(earlier: Frame, later: Frame) -> bool:
    """Does an earlier row fit wherever a later one with the same verb fits?"""
    stands = not earlier.standing or later.standing
    free = not earlier.companions or (bool(later.companions) and later.companions <= earlier.companions)
    instrument = not earlier.instrument or later.instrument
    themes = (
        bool(earlier.themes) == bool(later.themes) and later.themes <= earlier.themes
    )  # rows with themes come first
    about = themes and (not earlier.state or later.state) and (not earlier.named or later.named)
    return stands and free and instrument and about


def test_no_verb_of_a_frame_is_shadowed_by_an_earlier_row() -> None:
    rows = frames()
    shadowed = [
        (earlier.name, later.name, verb)
        for place, later in enumerate(rows)
        for earlier in rows[:place]
        for verb in set(earlier.verbs) & set(later.verbs)
        if takes_all(earlier, later)
    ]
    assert not shadowed


def test_no_event_noun_of_a_frame_is_shadowed_by_an_earlier_row() -> None:
    rows = frames()
    shadowed = [
        (earlier.name, later.name, noun)
        for place, later in enumerate(rows)
        for earlier in rows[:place]
        for noun in earlier.nouns & later.nouns
        if not earlier.companions or (later.companions and later.companions <= earlier.companions)
    ]
    assert not shadowed


def test_no_measure_is_shadowed_by_an_earlier_row_that_asks_for_less() -> None:
    rows = [row for row in measures() if row.words or row.near]
    shadowed = [
        (earlier.kind, later.kind)
        for place, later in enumerate(rows)
        for earlier in rows[:place]
        if later.sorts <= earlier.sorts
        and earlier.polarity in (None, later.polarity)
        and all(asks_less(getattr(earlier, key), getattr(later, key)) for key in ("words", "also", "near"))
    ]
    assert not shadowed


def asks_less(earlier: frozenset[str], later: frozenset[str]) -> bool:
    return not earlier or (bool(later) and later <= earlier)
