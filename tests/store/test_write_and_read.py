from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kzcn.errors import DatabaseError
from kzcn.query import Facts
from kzcn.store import write as writing
from kzcn.store.read import Database
from kzcn.store.schema import VIEWS
from kzcn.store.write import locked
from tests.store.contents import Contents, load, write
from tests.store.example import CITATION, CONTENTS, FACTS, SOURCE


def test_what_is_written_is_read_back_equal(example: Path) -> None:
    found = load(example)
    assert found.sources == CONTENTS.sources
    assert found.sketches == CONTENTS.sketches
    assert found.citations == {SOURCE.sha256: [CITATION]}
    assert set(found.claims) == set(CONTENTS.claims)
    assert {claim.id for claim in found.claims} == {claim.id for claim in CONTENTS.claims}


def test_claims_come_back_in_the_order_of_the_documents(example: Path) -> None:
    order = [source.sha256 for source in CONTENTS.sources]
    places = [(order.index(claim.evidence.source), claim.evidence.start) for claim in load(example).claims]
    assert places == sorted(places)


def test_the_same_input_gives_the_same_bytes(example: Path, tmp_path: Path) -> None:
    other = tmp_path / "another name.sqlite"
    write(other, replace_order(CONTENTS), FACTS)
    assert other.read_bytes() == example.read_bytes()


def replace_order(contents: Contents) -> Contents:
    return contents._replace(claims=tuple(reversed(contents.claims)))


def test_whole_floats_and_huge_integers_survive(tmp_path: Path) -> None:
    claims = [
        replace(CONTENTS.claims[0], quantity=None),
        replace(next(claim for claim in CONTENTS.claims if claim.quantity is not None and claim.kind == "loan")),
    ]
    quantity = claims[1].quantity
    assert quantity is not None
    kept = [replace(claims[1], quantity=replace(quantity, value=value)) for value in (5.0, 5, 10**30)]
    write(tmp_path / "db", CONTENTS._replace(claims=tuple(kept), citations={}), [])
    values = [claim.quantity.value for claim in load(tmp_path / "db").claims if claim.quantity is not None]
    assert sorted(map(repr, values)) == ["1e+30", "5", "5.0"]


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_answers(example: Path, view: str) -> None:
    with Database(example) as database:
        assert database.rows(f"SELECT * FROM {view}")


def test_nothing_is_left_beside_the_database(tmp_path: Path) -> None:
    write(tmp_path / "a.sqlite", CONTENTS, FACTS)
    assert [path.name for path in tmp_path.iterdir()] == ["a.sqlite"]


def test_what_a_killed_ingest_left_is_cleaned_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".a.sqlite.part").write_text("half a database")
    (tmp_path / ".a.sqlite.part-journal").write_text("its journal")
    with locked(tmp_path / "a.sqlite"):
        assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="the user may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseError, match="cannot write"):
        write(tmp_path / "a.sqlite", CONTENTS, FACTS)


def test_a_failure_leaves_the_old_database_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite"
    write(path, CONTENTS, FACTS)
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_sync", full)
    with pytest.raises(DatabaseError, match="No space left"):
        write(path, Contents(), [])
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["a.sqlite"]


def test_a_fact_that_refers_to_nothing_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="facts_derived"):
        write(tmp_path / "a.sqlite", CONTENTS, [replace(FACTS[0], derived_from=("nowhere",))])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked there")
def test_a_second_ingest_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with locked(path), pytest.raises(DatabaseError, match="another ingest"), locked(path):
        pass
    with locked(path):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="cannot write"), locked(tmp_path / "no" / "a.sqlite"):
        pass


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE facts (a)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    write(path, CONTENTS, FACTS)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def truncated(path: Path) -> None:
    write(path, CONTENTS, FACTS)
    path.write_bytes(path.read_bytes()[:10_000])


def endless(path: Path) -> None:
    write(path, CONTENTS, FACTS)
    connection = sqlite3.connect(path)
    connection.executescript(
        "PRAGMA foreign_keys = 0; DROP TABLE meta;"
        "CREATE VIEW meta AS WITH RECURSIVE c(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM c) "
        "SELECT key, key AS value FROM c;"
    )
    connection.close()


BAD_FILES = [
    (Path.exists, "no database"),
    (lambda path: path.write_bytes(b""), "not SQLite"),
    (lambda path: path.write_text("some notes"), "not SQLite"),
    (lambda path: path.mkdir(), "cannot open"),
    (foreign, "not a kzcn database"),
    (newer, "newer kzcn"),
    (endless, "its table meta is not what kzcn makes"),
]


@pytest.mark.parametrize(("make", "message"), BAD_FILES)
def test_a_bad_database_is_refused_in_one_line(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "a.sqlite"
    make(path)  # type: ignore[operator]
    before = sorted(tmp_path.iterdir())
    with pytest.raises(DatabaseError, match=message) as caught:
        Database(path)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.iterdir()) == before


def test_a_truncated_database_gives_an_answer_or_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    truncated(path)
    with pytest.raises(DatabaseError, match="cannot be read"), Facts(path) as facts:
        facts.timeline(undated=True)


def test_flipped_bytes_give_an_answer_or_one_line(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    good = example.read_bytes()
    refused = []
    for place in range(0, len(good), 997):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        try:
            with Facts(path) as facts:
                facts.timeline()
                facts.search("river")
                list(facts.export())
        except DatabaseError as error:
            refused.append(str(error))
    assert 0 < len(refused) < len(good) // 997
    assert not any("\n" in line for line in refused)


@pytest.mark.parametrize("name", ["with space.sqlite", "数据.sqlite", "a?b#c%20.sqlite"])
def test_any_file_name_can_be_opened(example: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(example, tmp_path / name)
    with Facts(tmp_path / name) as facts:
        assert facts.timeline()


def test_tables_of_the_users_own_are_no_harm(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    shutil.copy(example, path)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (fact, note)")
    connection.close()
    with Facts(path) as facts:
        assert facts.timeline()


def test_reading_cannot_write(example: Path) -> None:
    with Database(example) as database, pytest.raises(DatabaseError, match="readonly"):
        database.rows("DELETE FROM facts")
