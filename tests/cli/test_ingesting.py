from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from kzcn.cli.progress import bar
from tests.cli.conftest import Cli
from tests.store.contents import load

TEXT = "Ghana and Mali signed a trade agreement in Accra on 3 June 1961. It may be extended. Trade was $3 million."


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_at_the_end_counts_documents_claims_and_facts(cli: Cli, notes: Path, tmp_path: Path) -> None:
    result = cli("ingest", str(notes), str(tmp_path / "gone.txt"), str(notes), "--db", str(tmp_path / "a.sqlite"))
    lines = result.err.splitlines()
    assert lines[:2] == [f"{tmp_path / 'gone.txt'}: no such file", f"{notes}: given twice"]
    assert lines[2] == "documents  1 read, 2 skipped (1 given twice, 1 no such file)"
    assert lines[3].startswith("claims     2: ")
    assert lines[4] == "facts      2 new, 0 confirmed, 0 changed; 2 in all"
    assert lines[5] == f"database   {tmp_path / 'a.sqlite'}"
    assert (result.code, result.out) == (1, "")


def test_a_document_is_forgotten_by_its_name(cli: Cli, notes: Path, tmp_path: Path) -> None:
    database = str(tmp_path / "a.sqlite")
    cli("ingest", str(notes), "--db", database)
    result = cli("forget", "notes.txt", "--db", database)
    assert (result.code, result.err.splitlines()[0]) == (0, "documents  0 read, 1 taken out")
    assert load(Path(database)).claims == ()
    assert "no source 'notes.txt'" in cli("forget", "notes.txt", "--db", database).err


def test_a_replaced_document_is_gone(cli: Cli, notes: Path, tmp_path: Path) -> None:
    database, newer = str(tmp_path / "a.sqlite"), tmp_path / "newer.txt"
    newer.write_text(TEXT.replace("1961", "1962"), encoding="utf-8")
    cli("ingest", str(notes), "--db", database)
    assert cli("ingest", "--replace", "notes.txt", str(newer), "--db", database).code == 0
    assert [source.name for source in load(Path(database)).sources] == ["newer.txt"]


def test_names_of_files_cannot_steer_the_terminal(cli: Cli, tmp_path: Path) -> None:
    result = cli("ingest", str(tmp_path / "a\x1b[31mb.txt"), "--db", str(tmp_path / "a.sqlite"))
    assert "\x1b" not in result.err
    assert "no such file" in result.err


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.pdf", b"%PDF-1.7 \x00", "pdftotext"),
        ("a.docx", b"PK\x03\x04\x14\x00", "save it as plain text"),
        ("http://example.org/a.html", None, "curl"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_to_get_text(
    cli: Cli, tmp_path: Path, name: str, data: bytes | None, hint: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    result = cli("ingest", name if data is None else str(tmp_path / name), "--db", str(tmp_path / "a.sqlite"))
    assert (result.code, hint in result.err) == (1, True)


def test_an_explanation_for_people_shows_mentions_rules_and_what_was_left(cli: Cli, notes: Path) -> None:
    plain = cli("ingest", "--explain", str(notes)).out
    assert "3 June 1961 = 1961-06-03" in plain
    assert "CLAIM   treaty_signed: " in plain
    assert "rule signed" in plain
    assert "left    there is no date, number or name" in plain
    assert "clause" not in plain.replace("clause 1", "")
    verbose = cli("ingest", "--explain", "-v", str(notes)).out
    assert "clause  Ghana and Mali | signed | a trade agreement in Accra on 3 June 1961 ." in verbose


def test_an_explanation_goes_on_behind_a_document_that_cannot_be_read(cli: Cli, notes: Path) -> None:
    (notes.parent / "a.pdf").write_bytes(b"%PDF-1.7 \x00")
    result = cli("ingest", "--explain", str(notes.parent))
    assert result.code == 1
    assert result.err.startswith(f"{notes.parent / 'a.pdf'}: ")
    assert "CLAIM   treaty_signed: " in result.out


def test_an_empty_folder_and_a_database_that_was_not_made_are_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    database = tmp_path / "a.sqlite"
    lines = cli("ingest", str(tmp_path / "empty"), "--db", str(database)).err.splitlines()
    assert lines == ["documents  none found: the folders hold no files", f"database   {database} was not made"]
    assert not database.exists()


def test_every_line_of_an_explanation_is_json_where_wanted(cli: Cli, notes: Path) -> None:
    lines = [json.loads(line) for line in cli("ingest", "--explain", "-f", "jsonl", str(notes)).out.splitlines()]
    assert [line["doc"] for line in lines] == ["notes.txt"] * 3
    assert cli("ingest", "--explain", "-f", "csv", str(notes)).code == 2


def test_a_bar_shows_how_far_the_work_is(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    with bar() as step:
        step("reading documents", 3, 7)
    assert "3/7" in capsys.readouterr().err
