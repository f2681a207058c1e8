"""The shipped facts against their sources, which are not part of the project: skipped where they are not beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import kzcn
from kzcn.ingest import Options, ingest
from kzcn.store.places import shipped
from tests.cli.conftest import Cli

SOURCES = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not here"),
    pytest.mark.skipif(not shipped().exists(), reason="data/facts.sqlite is not built"),
]


def with_another_digit(folder: Path, kind: str) -> Path:
    """A folder with a copy of a source in which the second digit of a shipped number of this kind is another one."""
    with kzcn.open(shipped()) as facts:
        (row,) = (row for row in facts.everything() if row.kind == kind and row.status == "stated")
        (record,) = facts.show([row.id])
    piece = record["evidence"][-1]
    text = (SOURCES / piece["source_name"]).read_bytes().decode()
    start, end = piece["value_span"]
    at = [place for place in range(start, end) if text[place].isdigit()][1]
    copy = folder / "copy"
    copy.mkdir()
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    (copy / "changed.txt").write_bytes(changed.encode())
    (copy.parent / "same").mkdir()
    (copy.parent / "same" / "same.txt").write_bytes(text.encode())
    return copy


def told(cli: Cli, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in cli(*arguments, "--format", "jsonl").out.splitlines()]


def test_all_evidence_of_the_shipped_facts_stands_in_their_sources(cli: Cli) -> None:
    result = cli("verify", str(SOURCES), "--db", str(shipped()))
    assert (result.code, result.out) == (0, "")
    assert "0 changed, 0 in documents that are missing" in result.err


@pytest.mark.parametrize("kind", ["border_length", "border_water_length"])
def test_one_digit_changed_in_a_copy_shows_in_diff_conflicts_and_checks(cli: Cli, tmp_path: Path, kind: str) -> None:
    copy = with_another_digit(tmp_path, kind)
    for name, paths in (("old", [tmp_path / "same"]), ("new", [copy]), ("both", [SOURCES, copy])):
        ingest(paths, tmp_path / name, Options(quotes=False))
    rows = told(cli, "diff", str(tmp_path / "old"), str(tmp_path / "new"))
    assert ("changed", "value") in {(row["change"], row["slot"]) for row in rows}
    assert {row["change"] for row in rows} == {"changed"}
    sides = told(cli, "conflicts", "--db", str(tmp_path / "both"))
    assert f"{kind.replace('_', ' ')}: value differs" in {side["section"].partition(". ")[2] for side in sides}
    checks = told(cli, "checks", "--db", str(tmp_path / "new"))
    assert [check["verdict"] for check in checks if check["check"] == "parts"] == ["fails"]
