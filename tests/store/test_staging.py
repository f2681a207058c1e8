from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kzcn.errors import DatabaseError
from kzcn.store.staging import STAGED, Staging, columns, staging_place
from tests.store.example import CONTENTS, OTHER, SOURCE

PATH = "a.sqlite"


def test_what_is_staged_is_on_disk_and_goes_with_it(tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        staging.add(SOURCE, (), CONTENTS.claims)
        assert staging_place(tmp_path / PATH).exists()
    assert list(tmp_path.iterdir()) == []


def test_a_database_taken_over_gives_its_sources_claims_and_sketches(example: Path, tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        staging.take(example)
        assert staging.sources() == sorted(CONTENTS.sources, key=lambda source: source.sha256)
        bare = [replace(claim, evidence=replace(claim.evidence, quote=None)) for claim in CONTENTS.claims]
        assert set(staging.claims(staging.kinds())) == set(bare)
        assert {name: list(sketch) for name, sketch in staging.sketches().items()} == {
            name: list(sketch) for name, sketch in CONTENTS.sketches.items()
        }


def test_claims_come_kind_by_kind(example: Path, tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        staging.take(example)
        for kind in staging.kinds():
            assert {claim.kind for claim in staging.claims([kind])} == {kind}
        assert staging.claims([]) == []


def test_what_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        for source in (SOURCE, OTHER):
            staging.add(source, CONTENTS.citations.get(source.sha256, ()), CONTENTS.claims)
            staging.add_sketch(source.sha256, CONTENTS.sketches[source.sha256])
        staging.drop({SOURCE.sha256})
        assert staging.sources() == [OTHER]
        assert {claim.evidence.source for claim in staging.claims(staging.kinds())} <= {OTHER.sha256}
        assert list(staging.sketches()) == [OTHER.sha256]


def test_of_two_names_the_first_stays(tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        staging.add(SOURCE, (), ())
        for name in ("zzz.txt", "AAA.txt", "aaa.txt"):
            staging.rename(SOURCE.sha256, name)
        assert [source.name for source in staging.sources()] == ["AAA.txt"]


def test_a_sketch_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    with Staging(tmp_path / PATH) as staging:
        assert staging.sketches().get("nowhere") is None


@pytest.mark.parametrize("damage", ["parties = 'no list'", "kind = x'ff'", "kind = 'nothing'", "source = 'nobody'"])
def test_a_damaged_claim_of_a_database_taken_over_is_told_in_one_line(
    example: Path, tmp_path: Path, damage: str
) -> None:
    damaged = Path(shutil.copy(example, tmp_path / "damaged.sqlite"))
    with sqlite3.connect(damaged) as connection:
        connection.execute(f"UPDATE claims SET {damage}")
    with Staging(tmp_path / PATH) as staging:
        staging.take(damaged)
        with pytest.raises(DatabaseError, match="ingest its sources again"):
            staging.claims(staging.kinds())


def test_every_staged_table_has_the_columns_of_the_schema(example: Path) -> None:
    with sqlite3.connect(example) as connection:
        for table in STAGED:
            names = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")} - {"no"}
            assert names == set(columns(table)) - ({"fact"} if table == "facts_fts" else set())
