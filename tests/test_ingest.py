from __future__ import annotations

import io
import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

import kzcn
from kzcn.errors import DatabaseError, KzcnError, UsageError
from kzcn.extract import engine
from kzcn.ingest import Options, Watcher, forget, ingest, summary
from kzcn.model import Claim, Document
from tests.store.contents import load

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
    report = ingest([documents], path, watcher=Watcher(told.append))
    assert (report.read, report.known) == (0, 2)
    assert len(told) == 2
    assert path.read_bytes() == before
    assert summary(report, path) == [
        "documents  0 read, 2 skipped (2 in the database already)",
        f"database   {path} stays as it is",
    ]


def test_a_bad_document_is_told_and_the_others_go_on(documents: Path, tmp_path: Path) -> None:
    (documents / "bad.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    (documents / "empty.txt").touch()
    told: list[str] = []
    report = ingest([documents, tmp_path / "gone.txt"], tmp_path / "a.sqlite", watcher=Watcher(told.append))
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


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of 30 documents, of which ten are copies of others under later names."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        text = LAKES.replace("1937", str(1917 + number % 20))
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


def test_any_number_of_processes_and_any_order_give_the_same_bytes(many: Path, tmp_path: Path) -> None:
    files = sorted(many.iterdir())
    for name, paths, jobs in (("a", [many], 1), ("b", files[::-1], 2), ("c", files[::-1], 1)):
        report = ingest(paths, tmp_path / name, Options(jobs=jobs))
        assert (report.read, report.known) == (20, 10)
    assert [source.name for source in load(tmp_path / "a").sources if source.name >= "20.txt"] == []
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()


def test_problems_come_in_the_order_of_the_documents_with_several_processes(many: Path, tmp_path: Path) -> None:
    (many / "05.txt").write_bytes(b"%PDF-1.7 \x00")
    (many / "15.txt").write_bytes(b"")
    told: list[str] = []
    report = ingest([many], tmp_path / "a.sqlite", Options(jobs=2), Watcher(told.append))
    failed = [Path(line.partition(":")[0]).name for line in report.failed]
    assert failed == ["05.txt", "15.txt"]
    assert report.reasons["this is a PDF"] == 1
    assert len(told) == report.known + len(report.failed)


def test_a_process_that_is_killed_ends_in_one_line_and_leaves_the_database(many: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    ingest([many / "00.txt"], path)
    before = path.read_bytes()

    def kill(*_: object) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(KzcnError, match="try again with --jobs 1"):
        ingest([many] * 4, path, Options(jobs=2), Watcher(step=kill))
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.sqlite", "many"]


def test_what_is_done_is_told_step_by_step(documents: Path, tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    ingest([documents], tmp_path / "a.sqlite", watcher=Watcher(step=lambda *step: steps.append(step)))
    assert steps[:2] == [("reading documents", 1, 2), ("reading documents", 2, 2)]
    assert list(dict.fromkeys(step[0] for step in steps[2:])) == ["resolving claims", "writing the database"]
    assert [step[1] for step in steps if step[0] == "resolving claims"] == list(range(len(steps) - 3))


def test_a_report_tells_new_confirmed_changed_and_gone_facts(documents: Path, tmp_path: Path) -> None:
    path, again = tmp_path / "a.sqlite", documents / "again.txt"
    first = ingest([documents / "lakes.txt"], path)
    assert (first.new, first.confirmed, first.changed, first.gone) == (first.facts, 0, 0, 0)
    assert sum(first.claims.values()) == len(load(path).claims)
    again.write_text(LAKES.replace("Finland and Estonia\n", "A chronicle\n"), encoding="utf-8")
    second = ingest([again], path)
    assert second.confirmed == first.facts
    finer = documents / "finer.txt"
    finer.write_text("In May 1937 Finland and Estonia opened a consulate in Tartu.", encoding="utf-8")
    assert ingest([finer], path).new == 1
    assert forget(["finer.txt"], path).gone == 1


def test_a_new_version_stays_beside_the_old_one_unless_it_replaces_it(documents: Path, tmp_path: Path) -> None:
    path, newer = tmp_path / "a.sqlite", documents / "newer.txt"
    ingest([documents / "lakes.txt"], path)
    newer.write_text(LAKES.replace("$40 million", "$45 million"), encoding="utf-8")
    ingest([newer], path)
    assert {source.name for source in load(path).sources} == {"lakes.txt", "newer.txt"}
    newest = documents / "newest.txt"
    newest.write_text(LAKES.replace("$40 million", "$48 million"), encoding="utf-8")
    report = ingest([newest], path, Options(replaces=("lakes.txt", "newer.txt")))
    assert (report.read, report.taken_out) == (1, 2)
    assert [source.name for source in load(path).sources] == ["newest.txt"]
    assert {claim.quantity.value for claim in load(path).claims if claim.quantity} == {48_000_000}
    fresh = tmp_path / "fresh.sqlite"
    ingest([newest], fresh)
    assert fresh.read_bytes() == path.read_bytes()


def test_what_replaces_nothing_readable_leaves_the_old_one(documents: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    ingest([documents / "lakes.txt"], path)
    before = path.read_bytes()
    report = ingest([tmp_path / "gone.txt"], path, Options(replaces=("lakes.txt",)))
    assert report.failed
    with pytest.raises(UsageError, match="takes one document"):
        ingest([documents], path, Options(replaces=("lakes.txt",)))
    with pytest.raises(UsageError, match=r"no source 'sea\.txt'"):
        ingest([documents / "deep" / "河.txt"], path, Options(replaces=("sea.txt",)))
    assert path.read_bytes() == before


def test_to_forget_a_document_is_never_to_have_read_it(documents: Path, tmp_path: Path) -> None:
    path, other = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    ingest([documents], path)
    ingest([documents / "lakes.txt"], other)
    sha256 = next(source.sha256 for source in load(path).sources if source.name == "河.txt")
    report = forget([sha256[:8]], path)
    assert report.taken_out == 1
    assert report.gone > 0
    assert path.read_bytes() == other.read_bytes()


def test_a_name_that_two_sources_share_is_not_enough(documents: Path, tmp_path: Path) -> None:
    (documents / "deep" / "lakes.txt").write_text(RIVERS + "The river is calm.", encoding="utf-8")
    ingest([documents], tmp_path / "a.sqlite")
    with pytest.raises(UsageError, match=r"2 sources are called 'lakes\.txt'"):
        forget(["lakes.txt"], tmp_path / "a.sqlite")


def test_standard_input_is_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LAKES.encode())))
    for jobs in (1, 2):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LAKES.encode())))
        ingest([Path("-")], tmp_path / f"{jobs}.sqlite", Options(jobs=jobs))
        contents = load(tmp_path / f"{jobs}.sqlite")
        assert [source.name for source in contents.sources] == ["stdin"]
        assert contents.claims


def test_a_fault_in_a_rule_costs_the_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = engine.extract

    def faulty(document: Document, *, quotes: bool) -> list[Claim]:
        if document.source.name == "bad.txt":
            raise IndexError("out of range")
        return whole(document, quotes=quotes)

    for name in ("bad.txt", "good.txt"):
        (tmp_path / name).write_text(f"{LAKES}\n{name}\n", encoding="utf-8")
    monkeypatch.setattr(engine, "extract", faulty)
    report = ingest([tmp_path / "bad.txt", tmp_path / "good.txt"], tmp_path / "a.sqlite", Options(jobs=1))
    assert [source.name for source in load(tmp_path / "a.sqlite").sources] == ["good.txt"]
    assert report.failed == [
        f"{tmp_path / 'bad.txt'}: kzcn failed on it (IndexError: out of range); please report this"
    ]


def test_a_reference_date_anchors_what_is_told_from_there(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("The ministers of Peru and Chile signed a visa agreement in Arica on Tuesday.", encoding="utf-8")
    ingest([path], tmp_path / "a.sqlite", Options(reference_date="1994-06-09"))
    contents = load(tmp_path / "a.sqlite")
    assert contents.sources[0].date == "1994-06-09"
    assert {claim.date for claim in contents.claims} == {"1994-06-07"}


def test_an_encoding_is_handed_to_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("In 1905 Norway opened a consulate in Tromsø.".encode("latin-1"))
    assert ingest([path], tmp_path / "a.sqlite").failed
    report = ingest([path], tmp_path / "a.sqlite", Options(encoding="latin-1"))
    assert (report.read, len(report.failed)) == (1, 0)


def test_nothing_is_left_beside_the_database(documents: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    ingest([documents], tmp_path / "out" / "a.sqlite")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.sqlite"]
