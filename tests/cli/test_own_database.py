from __future__ import annotations

from pathlib import Path

import pytest

from kzcn.store import places
from tests.cli.conftest import Cli
from tests.store.contents import load


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: Path) -> Path:
    """A user who has no database yet; the hand-made one is shipped."""
    path = tmp_path / "share" / "kzcn" / places.FILE
    monkeypatch.delenv(places.VARIABLE, raising=False)
    monkeypatch.setattr(places, "user", lambda: path)
    monkeypatch.setattr(places, "shipped", lambda: example)
    return path


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of the user's."""
    path = tmp_path / "lakes.txt"
    path.write_text("Peru and Bolivia signed a fisheries treaty in Puno on 17 July 1935.", encoding="utf-8")
    return path


def test_a_first_ingest_starts_from_a_copy_of_the_shipped_facts(
    cli: Cli, own: Path, document: Path, example: Path
) -> None:
    before = example.read_bytes()
    assert cli("ingest", str(document)).code == 0
    assert {source.name for source in load(own).sources} == {"rivers.txt", "注.txt", "lakes.txt"}
    assert "17 Jul 1935" in cli("timeline").out
    assert example.read_bytes() == before


def test_empty_leaves_the_shipped_facts_out(cli: Cli, own: Path, document: Path) -> None:
    assert cli("ingest", "--empty", str(document)).code == 0
    assert [source.name for source in load(own).sources] == ["lakes.txt"]


def test_a_second_ingest_adds_to_the_first(cli: Cli, own: Path, document: Path, tmp_path: Path) -> None:
    other = tmp_path / "rivers.txt"
    other.write_text("Peru and Chile signed a border treaty in Lima on 3 June 1929.", encoding="utf-8")
    cli("ingest", "--empty", str(document))
    result = cli("ingest", str(other), str(document))
    assert (result.code, "1 in the database already" in result.err) == (0, True)
    assert {source.name for source in load(own).sources} == {"lakes.txt", "rivers.txt"}


def test_a_named_database_starts_empty(cli: Cli, own: Path, document: Path, tmp_path: Path) -> None:
    cli("ingest", str(document), "--db", str(tmp_path / "a.sqlite"))
    assert [source.name for source in load(tmp_path / "a.sqlite").sources] == ["lakes.txt"]
    assert not own.exists()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00\x01\x02" * 50, None])
def test_where_nothing_can_be_read_nothing_is_made(cli: Cli, own: Path, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "bad"
    if content is not None:
        path.write_bytes(content)
    result = cli("ingest", str(path))
    assert result.code == 1
    assert result.err.splitlines()[0].startswith(f"{path}: ")
    assert not own.parent.exists()


def test_info_says_which_file_answers(cli: Cli, own: Path, document: Path, example: Path) -> None:
    assert str(example) in cli("info").out
    cli("ingest", str(document))
    assert str(own) in cli("info").out
