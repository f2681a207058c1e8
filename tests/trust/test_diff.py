"""What changed between two builds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kzcn
from kzcn.ingest import Options, ingest
from kzcn.trust.diff import DiffRow, diff
from tests.cli.conftest import Cli
from tests.trust.lakes import LAKES


def built(folder: Path, name: str, *texts: str) -> Path:
    """A database of these texts, each a document of its own."""
    place = folder / name
    place.mkdir()
    for number, text in enumerate(texts):
        (place / f"text{number}.txt").write_text(text, encoding="utf-8")
    path = folder / f"{name}.sqlite"
    ingest([place], path, Options())
    return path


def changes(folder: Path, old: tuple[str, ...], new: tuple[str, ...]) -> list[DiffRow]:
    with kzcn.open(built(folder, "old", *old)) as one, kzcn.open(built(folder, "new", *new)) as other:
        return diff(one, other)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", set()),
        ("Finland and Estonia\n", "Estonia and Finland\n", set()),
        ("3 June 1938", "4 June 1938", {("date", "1938-06-03", "1938-06-04")}),
        ("$40 million", "$48 million", {("value", 40_000_000, 48_000_000)}),
        ("Tallinn", "Narva", {("place", "Tallinn", "Narva")}),
    ],
)
def test_a_digit_changed_in_a_document_is_a_changed_slot(
    tmp_path: Path, old: str, new: str, expected: set[tuple[object, ...]]
) -> None:
    found = changes(tmp_path, (LAKES,), (LAKES.replace(old, new, 1) if old else LAKES,))
    assert {row.change for row in found} <= {"changed"}
    assert {(row.slot, row.old, row.new) for row in found if row.slot not in {"title", "derivation"}} == expected


def test_facts_come_and_go(tmp_path: Path) -> None:
    visit = "President Lennart Meri of Estonia visited Finland on 5 May 1993."
    (added,) = changes(tmp_path, (LAKES,), (LAKES, visit))
    assert (added.change, added.slot, added.old_id, added.date) == ("added", None, None, "1993-05-05")
    with kzcn.open(tmp_path / "old.sqlite") as one, kzcn.open(tmp_path / "new.sqlite") as other:
        (removed,) = diff(other, one)
    assert (removed.change, removed.id) == ("removed", added.id)


def test_a_fact_that_another_document_tells_too_has_another_origin_count(tmp_path: Path) -> None:
    again = (
        "The summer was dry, the harvest poor. On 3 June 1938 Finland and Estonia signed a border treaty in Tallinn. "
        "Fishermen on both shores of the lake had waited long for it, and so had the keepers of the lights."
    )
    found = changes(tmp_path, (LAKES,), (LAKES, again))
    assert [(row.change, row.slot, row.old, row.new) for row in found] == [("changed", "origins", 1, 2)]


def test_the_command_prints_rows_and_counts(cli: Cli, tmp_path: Path) -> None:
    old = built(tmp_path, "old", LAKES)
    new = built(tmp_path, "new", LAKES.replace("5 May 1939", "5 May 1940"))
    result = cli("diff", str(old), str(new), "--format", "jsonl")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert [(row["slot"], row["old"], row["new"]) for row in rows] == [("date", "1939-05-05", "1940-05-05")]
    assert (result.code, result.err) == (0, "0 added, 0 removed, 1 changed\n")
    assert "1940-05-05" in cli("diff", str(old), str(new), "--format", "table").out


def test_a_file_that_is_no_database_is_refused(cli: Cli, tmp_path: Path, lakes: Path) -> None:
    assert cli("diff", str(lakes), str(tmp_path / "none.sqlite")).code == 1


@pytest.mark.parametrize(
    ("old", "new", "conflict", "failed"),
    [
        ("3 June 1938", "3 June 1939", "date differs", "order"),
        ("300 km", "400 km", "value differs", "parts"),
        ("$44 million", "$54 million", "value differs", "growth"),
    ],
)
def test_a_digit_changed_in_a_copy_shows_in_diff_conflicts_and_checks(
    cli: Cli, tmp_path: Path, old: str, new: str, conflict: str, failed: str
) -> None:
    copy = LAKES.replace(old, new)
    before, both = built(tmp_path, "before", LAKES), built(tmp_path, "both", LAKES, copy)
    after = built(tmp_path, "after", copy)
    assert cli("diff", str(before), str(after), "-f", "jsonl").out
    assert cli("conflicts", "--db", str(before)).err == "no facts disagree\n"
    sides = [json.loads(line) for line in cli("conflicts", "--db", str(both), "-f", "jsonl").out.splitlines()]
    assert any(conflict in side["section"] for side in sides)
    assert all(side["evidence"] for side in sides)
    checks = [json.loads(line) for line in cli("checks", "--db", str(after), "-f", "jsonl").out.splitlines()]
    assert {check["check"] for check in checks if check["verdict"] == "fails"} == {failed}
