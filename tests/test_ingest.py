from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kzcn
from kzcn.errors import DatabaseError
from kzcn.ingest import Options, ingest, summary
from kzcn.store.write import load

LAKES = """Finland and Estonia

On 3 June 1938 Finland and Estonia signed a fisheries agreement in Tallinn. Trade between the two reached $40 million
in 1937.
"""
RIVERS = """Laos and Vietnam

In 1977 Laos and Vietnam signed a border treaty in Vientiane. The border is 2,161 km long.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents, one of them in a folder of its own, and a hidden file."""
    folder = tmp_path / "documents"
    (folder / "deep").mkdir(parents=True)
    (folder / "lakes.txt").write_text(LAKES, encoding="utf-8")
    (folder / "deep" / "河.txt").write_text(RIVERS, encoding="utf-8")
    (folder / ".hidden.txt").write_text(RIVERS + "Not to be read.", encoding="utf-8")
    return folder


def test_folders_are_walked_and_their_facts_answer(documents: Path, tmp_path: Path) -> None:
    report = ingest([documents], tmp_path / "a.sqlite")
    assert (report.read, report.known, report.failed) == (2, 0, [])
    with kzcn.open(tmp_path / "a.sqlite") as facts:
        assert {row.name for row in facts.sources()} == {"lakes.txt", "河.txt"}
        assert [row.date for row in facts.treaties(kind="treaty_signed")] == ["1938-06-03", "1977"]
        assert report.facts == len(list(facts.export()))


def test_the_order_of_the_documents_does_not_matter(documents: Path, tmp_path: Path) -> None:
    one, other = documents / "lakes.txt", documents / "deep" / "河.txt"
    ingest([one, other], tmp_path / "a.sqlite")
    ingest([other], tmp_path / "b.sqlite")
    ingest([one], tmp_path / "b.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() == (tmp_path / "b.sqlite").read_bytes()


def test_a_known_document_is_passed_over(documents: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    ingest([documents], path)
    before = path.read_bytes()
    told: list[str] = []
    report = ingest([documents], path, notice=told.append)
    assert (report.read, report.known) == (0, 2)
    assert len(told) == 2
    assert path.read_bytes() == before
    assert summary(report, path) == ["0 documents read, 0 claims found; 2 known already", f"{path} stays as it is"]


def test_a_bad_document_is_told_and_the_others_go_on(documents: Path, tmp_path: Path) -> None:
    (documents / "bad.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    (documents / "empty.txt").touch()
    told: list[str] = []
    report = ingest([documents, tmp_path / "gone.txt"], tmp_path / "a.sqlite", notice=told.append)
    assert (report.read, len(report.failed)) == (2, 3)
    assert told == report.failed
    assert any(line.startswith(f"{documents / 'bad.pdf'}: this is a PDF") for line in told)
    assert f"{tmp_path / 'gone.txt'}: no such file" in told


def test_nothing_is_written_where_nothing_could_be_read(tmp_path: Path) -> None:
    ingest([tmp_path / "gone.txt"], tmp_path / "a.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_quotes_are_kept_only_where_wanted(documents: Path, tmp_path: Path) -> None:
    for quotes in (True, False):
        path = tmp_path / f"{quotes}.sqlite"
        ingest([documents / "lakes.txt"], path, Options(quotes=quotes, licence="CC0"))
        contents = load(path)
        assert contents.claims
        assert contents.sources[0].licence == "CC0"
        for claim in contents.claims:
            place = claim.evidence
            assert place.quote == (LAKES[place.start : place.end] if quotes else None)


def test_a_new_database_can_start_from_another(documents: Path, tmp_path: Path) -> None:
    base, own = tmp_path / "base.sqlite", tmp_path / "own.sqlite"
    ingest([documents / "lakes.txt"], base)
    before = base.read_bytes()
    ingest([documents], own, Options(base=base))
    assert {source.name for source in load(own).sources} == {"lakes.txt", "河.txt"}
    assert base.read_bytes() == before


def test_copies_of_one_work_share_an_origin_also_when_they_come_later(documents: Path, tmp_path: Path) -> None:
    text = "\n".join(
        f"In {year} the two towns counted {year * 7} boats on lake number {year % 13}." for year in range(1800, 1860)
    )
    for name, changed in (("first.txt", text), ("copy.txt", f"{text}\nA last line of its own.")):
        (documents / name).write_text(changed, encoding="utf-8")
        ingest([documents / name], tmp_path / "a.sqlite")
    ingest([documents / "lakes.txt"], tmp_path / "a.sqlite")
    origins = {source.name: source.origin for source in load(tmp_path / "a.sqlite").sources}
    assert origins["first.txt"] == origins["copy.txt"] != origins["lakes.txt"]


def test_an_empty_start_forgets_what_was_there(documents: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    ingest([documents], path)
    ingest([documents / "lakes.txt"], path, Options(empty=True))
    assert [source.name for source in load(path).sources] == ["lakes.txt"]


def test_a_link_to_a_database_stays_a_link(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link, real = tmp_path / "link.sqlite", tmp_path / "real" / "a.sqlite"
    link.symlink_to(real)
    ingest([documents], link)
    assert link.is_symlink()
    assert load(real).claims


def test_a_foreign_file_is_not_overwritten(documents: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_text("my notes")
    with pytest.raises(DatabaseError, match="not a kzcn database"):
        ingest([documents], path)
    assert path.read_text() == "my notes"


def test_the_script_builds_the_same_bytes_every_time(documents: Path, tmp_path: Path) -> None:
    script = Path(__file__).parents[1] / "scripts" / "ingest.py"
    built = []
    for name in ("a.sqlite", "b.sqlite"):
        command = [sys.executable, str(script), str(documents), "--db", str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
        built.append((tmp_path / name).read_bytes())
    assert built[0] == built[1]
    assert LAKES.split(".", maxsplit=1)[0].encode() not in built[0]
    with kzcn.open(tmp_path / "a.sqlite") as facts:
        assert {row.licence for row in facts.sources()} == {"CC BY-SA 4.0"}
        hashes = [row.sha256 for row in facts.sources()]
        assert hashes == sorted(hashes)
