"""Limits are stated and told where they are reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzcn.extract import engine, extract
from kzcn.extract.analysis import LONGEST
from kzcn.extract.explain import explain
from kzcn.ingest import Watcher, ingest, summary
from kzcn.reading import read
from tests.store.contents import load

SECURITY = Path(__file__).parents[2] / "SECURITY.md"
YEARS = "".join(f"In {year} Chad and Niger signed a treaty. " for year in range(1951, 1956))


def sentence(length: int) -> str:
    """A sentence of so many code points that tells a treaty."""
    start, end = "In 1951 Chad and Niger signed a treaty", " that held."
    return start + " of old" + "e" * (length - len(start) - len(end) - 7) + end


@pytest.mark.parametrize(("length", "told"), [(LONGEST, 1), (LONGEST + 1, 0)])
def test_a_sentence_is_read_up_to_its_greatest_length(length: int, told: int) -> None:
    document = read(sentence(length).encode(), "a.txt")
    assert [place.end - place.start for place in document.sentences] == [length]
    assert len(extract(document)) == told


def test_sentences_too_long_to_read_are_counted_in_the_report(tmp_path: Path) -> None:
    long, both = tmp_path / "long.txt", tmp_path / "both.txt"
    long.write_text(f"{sentence(5000)} They left.", encoding="utf-8")
    both.write_text(f"{sentence(5000)} {sentence(6000)}", encoding="utf-8")
    report = ingest([long], tmp_path / "a.sqlite")
    assert "left out   1 sentence too long to read" in summary(report, tmp_path / "a.sqlite")
    report = ingest([long, both], tmp_path / "b.sqlite")
    assert "left out   3 sentences too long to read" in summary(report, tmp_path / "b.sqlite")


def test_a_report_is_silent_about_limits_that_are_not_reached(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(YEARS, encoding="utf-8")
    lines = summary(ingest([tmp_path / "a.txt"], tmp_path / "a.sqlite"), tmp_path / "a.sqlite")
    assert not any(line.startswith("left out") for line in lines)


def test_an_explanation_names_the_limit_of_a_sentence() -> None:
    (seen,) = explain(read(sentence(5000).encode(), "a.txt"))
    assert seen.left == ("it is too long to read: a sentence has no more than 4,000 characters",)


def test_of_a_document_with_too_many_claims_the_first_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CLAIMS", 3)
    path, told = tmp_path / "a.txt", list[str]()
    path.write_text(YEARS, encoding="utf-8")
    report = ingest([path], tmp_path / "a.sqlite", watcher=Watcher(told.append))
    assert told == [f"{path}: only its first 3 claims are read; split it to read the rest"]
    assert "left out   the rest of 1 document with too many claims" in summary(report, tmp_path / "a.sqlite")
    assert sorted(claim.date or "" for claim in load(tmp_path / "a.sqlite").claims) == ["1951", "1952", "1953"]


@pytest.mark.parametrize("limit", [LONGEST, engine.MOST_CLAIMS])
def test_the_limits_are_stated(limit: int) -> None:
    assert f"{limit:,}" in SECURITY.read_text(encoding="utf-8")
