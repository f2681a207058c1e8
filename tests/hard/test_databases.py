"""Database files from strangers: an answer or one clear line, and nothing written."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kzcn.cli.app import run
from kzcn.errors import DatabaseError
from kzcn.ingest import ingest
from kzcn.query import Facts
from kzcn.store import migrate, read, schema
from kzcn.store.places import shipped
from tests.store.contents import load

EVERY = 97
SCRIPTS = {
    "an endless view": "DROP VIEW timeline; CREATE VIEW timeline AS WITH RECURSIVE c(x) AS "
    "(SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c",
    "a view that calls a function": "DROP VIEW timeline; CREATE VIEW timeline AS SELECT load_extension('x') AS date",
    "a view that asks for itself": "DROP VIEW timeline; CREATE VIEW timeline AS SELECT * FROM timeline",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM facts; END",
    "a huge title": "UPDATE facts SET title = printf('%.*c', 100000, 'x')",
    "a list that is none": "UPDATE facts SET parties = '{\"a\": 1}'",
    "a list deep as a well": "UPDATE facts SET parties = printf('%.*c', 100000, '[')",
    "a list of numbers": "UPDATE facts SET parties = '[1, 2]', names = '[null]'",
    "a number that is text": "UPDATE facts SET value = 'many', earliest = 'long ago'",
    "a number without end": "UPDATE facts SET value = 9e999, value_max = -9e999",
    "a title that is bytes": "UPDATE facts SET title = x'00ff', date_shown = x'ff'",
    "text that is not UTF-8": "UPDATE facts SET title = CAST(x'ff41' AS TEXT)",
    "sources that are no numbers": "UPDATE facts SET sources = 'one two'",
    "a source without a name": "PRAGMA ignore_check_constraints = 1; UPDATE sources SET name = ''",
    "an id length beyond measure": "UPDATE meta SET value = '99999999999999999999' WHERE key = 'id_length'",
    "evidence of a kind unknown": "PRAGMA foreign_keys = 0; UPDATE facts SET kind = 'nothing', family = 'none'",
}
COMMANDS = (
    ("timeline", "--undated", "-f", "table"),
    ("timeline", "-f", "csv"),
    ("border", "-f", "markdown"),
    ("trade", "-f", "jsonl"),
    ("search", "river"),
    ("export",),
    ("show", "2b9eec"),
    ("sources",),
    ("info",),
    ("sql", "SELECT * FROM timeline", "--timeout", "1"),
)


def changed(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(script)
    finally:
        connection.close()


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_strangers_database_gives_an_answer_or_one_line(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / "a.sqlite"
    shutil.copy(example, path)
    changed(path, SCRIPTS[name])
    before = path.read_bytes()
    for command in COMMANDS:
        code = run([*command, "--db", str(path)])
        said = capsys.readouterr().err
        assert code in {0, 1, 2}, command
        assert "Traceback" not in said
        assert code == 0 or len(said.splitlines()) == 1, said
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_every_97th_byte_of_the_shipped_file_flipped_gives_an_answer_or_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    good = bytearray(shipped().read_bytes())
    path.write_bytes(good)
    lines = []
    with path.open("r+b", buffering=0) as file:
        for place in range(0, len(good), EVERY):
            file.seek(place)
            file.write(bytes([good[place] ^ 0xFF]))
            lines.append(answered(path, fully=place % (EVERY * 8) == 0))
            file.seek(place)
            file.write(bytes([good[place]]))
    assert path.read_bytes() == good
    refused = [line for line in lines if line is not None]
    assert 0 < len(refused) < len(lines)
    assert not any("\n" in line for line in refused)


def answered(path: Path, *, fully: bool = True) -> str | None:
    """What was said where there was no answer."""
    try:
        with Facts(path) as facts:
            facts.timeline(undated=True, all=True)
            facts.search("border")
            list(facts.export() if fully else facts.sources())
    except DatabaseError as error:
        return str(error)
    return None


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_gives_an_answer_or_one_line(tmp_path: Path, share: float) -> None:
    path = tmp_path / "a.sqlite"
    whole = shipped().read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "\n" not in (answered(path) or "")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_logs_its_changes_beside_it_is_read_without_making_the_log(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    shutil.copy(example, path)
    changed(path, "PRAGMA journal_mode = WAL")
    with Facts(path) as facts:
        assert facts.timeline()
        assert list(tmp_path.iterdir()) == [path]
    (tmp_path / "a.sqlite-wal").write_bytes(b"changes")
    with pytest.raises(DatabaseError, match=r"has changes in a\.sqlite-wal"):
        Facts(path)


CLAIMS = {
    "a kind unknown": "UPDATE claims SET kind = 'nothing'",
    "a family that is not the kind's": "UPDATE claims SET family = 'border' WHERE kind = 'battle'",
    "a date that is none": "UPDATE claims SET date = 'long ago'",
    "a date that is a number": "UPDATE claims SET date = 5",
    "a number that is text": "UPDATE claims SET value = 'many'",
    "a number without end": "UPDATE claims SET value = 9e999, unit = 'km', qualifier = 'exact'",
    "a qualifier unknown": "UPDATE claims SET value = 1, unit = 'km', qualifier = 'hardly'",
    "a list that is none": "UPDATE claims SET parties = 'Chad'",
    "a list of lists": "UPDATE claims SET parties = '[[]]'",
    "an end before the start": 'UPDATE claims SET "end" = -1',
    "a source that is not there": "PRAGMA foreign_keys = 0; UPDATE claims SET source = 'ff'",
    "a quote that is bytes": "UPDATE claims SET quote = x'ff'",
    "hashes of the wrong length": "UPDATE sketches SET hashes = x'00'",
}


@pytest.mark.parametrize("name", CLAIMS)
def test_an_ingest_into_a_strangers_database_is_done_or_refused_in_one_line(
    example: Path, tmp_path: Path, name: str
) -> None:
    path, document = tmp_path / "a.sqlite", tmp_path / "a.txt"
    shutil.copy(example, path)
    document.write_text("In 1951 Chad and Niger signed a border treaty.", encoding="utf-8")
    changed(path, CLAIMS[name])
    before = path.read_bytes()
    refused = None
    try:
        ingest([document], path)
    except DatabaseError as error:
        refused = str(error)
    assert "\n" not in (refused or "")
    assert refused is None or path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path, document]


Patched = Callable[[str], None]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Patched:
    """Let the program know one schema more."""

    def call(sql: str) -> None:
        steps = (*schema.MIGRATIONS, (schema.VERSION + 1, sql))
        for module in (migrate, read):
            monkeypatch.setattr(module, "VERSION", schema.VERSION + 1)
        monkeypatch.setattr(migrate, "MIGRATIONS", steps)
        monkeypatch.setattr(read.check, "__defaults__", (schema.VERSION + 1, migrate.tables_of(schema.VERSION + 1)))
        monkeypatch.setattr(
            read.Database.__init__, "__defaults__", (schema.VERSION + 1, migrate.tables_of(schema.VERSION + 1))
        )

    return call


def test_an_older_schema_is_refused_by_questions_and_renewed_by_ingest_which_keeps_a_copy(
    example: Path, tmp_path: Path, newer: Patched
) -> None:
    path = tmp_path / "a.sqlite"
    shutil.copy(example, path)
    newer("CREATE TABLE later (a);")
    with pytest.raises(DatabaseError, match="old schema 1; kzcn ingest"):
        Facts(path)
    with migrate.present(path) as now:
        assert now != path
        assert set(load(now).claims)
    kept = migrate.kept_copy(path, 1)
    assert kept.read_bytes() == path.read_bytes() == example.read_bytes()
    assert sorted(tmp_path.iterdir()) == [path, kept]


def test_a_file_that_only_says_it_has_an_older_schema_is_refused(tmp_path: Path, newer: Patched) -> None:
    path = tmp_path / "a.sqlite"
    changed(path, f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = 1; CREATE TABLE facts (a);")
    newer("CREATE TABLE later (a);")
    with pytest.raises(DatabaseError, match="not what kzcn makes"), migrate.present(path):
        pass


def test_the_statements_that_a_file_is_held_to_are_those_of_the_migrations() -> None:
    assert migrate.tables_of(schema.VERSION) == schema.TABLES


def test_huge_json_is_not_parsed_into_a_crash(example: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    shutil.copy(example, path)
    changed(path, f"UPDATE claims SET section = '{json.dumps('x' * 1_000_000)}'")
    assert "\n" not in (answered(path) or "")
