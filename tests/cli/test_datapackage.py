from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import kzcn
from kzcn.datapackage import write
from kzcn.errors import KzcnError
from tests.cli.conftest import Cli
from tests.store.example import FACTS


@pytest.fixture(scope="module")
def package(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data package of the hand-made facts."""
    folder = tmp_path_factory.mktemp("package") / "facts"
    with kzcn.open(example) as facts:
        write(facts, folder)
    return folder


def rows(package: Path, name: str) -> list[dict[str, str]]:
    with (package / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def described(package: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    return found


def test_every_file_is_what_the_description_says(package: Path) -> None:
    resources = described(package)["resources"]
    assert {path.name for path in package.iterdir()} == {"datapackage.json", *(item["path"] for item in resources)}
    for resource in resources:
        data = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        head = next(csv.reader(data.decode().splitlines()))
        assert head == [field["name"] for field in resource["schema"]["fields"]]


EVENTS = [
    (
        "Battle of Baekgang",
        {"event": "ASSAULT", "date": "", "date_start": "0663-08-27", "date_end": "0663-08-28", "date_prec": "2",
         "location": "Geum River"},
    ),
    (
        "Border treaty signed in Oslo",
        {"event": "SUPPORT", "date": "1949-12-29", "date_prec": "1", "actor": "Norway; Soviet Union",
         "actor_code": "NOR; SUN", "recipient": "", "auxmode": "historical"},
    ),
    (
        "First envoys reach the delta",
        {"event": "", "date_start": "-0199-01-01", "date_end": "-0100-12-31", "date_prec": "5", "actor": "Han",
         "recipient": "Nanyue"},
    ),
    ("Norway denied a secret pact", {"event": "", "auxmode": "negation", "edtf": "1950"}),
    ("Loan of $150 million", {"event": "AID", "date_prec": "4"}),
]  # fmt: skip


@pytest.mark.parametrize(("title", "expected"), EVENTS)
def test_events_are_headed_as_in_plover(package: Path, title: str, expected: dict[str, str]) -> None:
    (row,) = [row for row in rows(package, "events") if row["title"] == title]
    assert {name: row[name] for name in expected} == expected


def test_a_treaty_is_one_row_with_its_acts_as_columns(package: Path) -> None:
    (row,) = rows(package, "treaties")
    assert (row["Title"], row["Begin"], row["Signature"], row["Force"], row["stateID"], row["TypeAgree"]) == (
        "Border Treaty", "1949-12-29", "1949-12-29", "", "NOR; SUN", "treaty",
    )  # fmt: skip


OBSERVATIONS = [
    ("195.7 km", {"INDICATOR": "border_length", "OBS_VALUE": "195.7", "UNIT_MEASURE": "km", "UNIT_MULT": "0",
                  "OBS_STATUS": "A", "value_low": "195.7", "value_high": "195.7"}),
    ("fisheries", {"TIME_PERIOD": "../2016", "OBS_VALUE": "2000000000", "UNIT_MEASURE": "USD", "OBS_STATUS": "A",
                   "value_low": "2000000000", "value_high": ""}),
    ("students", {"OBS_STATUS": "E", "qualifier": "about", "value_low": "", "value_high": "", "measure": "students"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), OBSERVATIONS)
def test_observations_are_headed_as_in_sdmx(package: Path, words: str, expected: dict[str, str]) -> None:
    (row,) = [row for row in rows(package, "observations") if words in row["title"]]
    assert {name: row[name] for name in expected} == expected


def test_every_fact_has_its_evidence_and_every_evidence_its_source(package: Path) -> None:
    evidence = rows(package, "evidence")
    assert {row["fact"] for row in evidence} == {fact.id for fact in FACTS}
    assert {row["source"] for row in evidence} <= {row["sha256"] for row in rows(package, "sources")}
    assert {row["section"] for row in evidence} == {"History > Border"}


def test_the_licence_of_the_sources_stands_in_the_description(package: Path) -> None:
    assert [licence["name"] for licence in described(package)["licenses"]] == ["CC-BY-SA-4.0"]


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.valid, report.to_summary()
    assert len(report.tasks) == 5


def test_the_same_facts_give_the_same_bytes(example: Path, package: Path, tmp_path: Path) -> None:
    with kzcn.open(example) as facts:
        for path in write(facts, tmp_path / "again"):
            assert path.read_bytes() == (package / path.name).read_bytes()


def test_a_folder_with_something_else_is_left_alone(example: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with kzcn.open(example) as facts, pytest.raises(KzcnError, match="not empty"):
        write(facts, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_export_command_writes_it_over_an_older_one(cli: Cli, tmp_path: Path) -> None:
    for _ in range(2):
        assert cli("export", "--format", "datapackage", str(tmp_path / "facts")).code == 0
    assert len(list((tmp_path / "facts").iterdir())) == 6
    assert "name the folder" in cli("export", "--format", "datapackage").err
