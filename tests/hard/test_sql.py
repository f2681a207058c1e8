"""`kzcn sql` reads, and nothing else; it ends in time, and at once on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kzcn.cli.stopping import stopped_by_force
from kzcn.errors import UsageError
from kzcn.store.read import Database
from kzcn.store.sandbox import select

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
REFUSED = [
    "DELETE FROM facts",
    "INSERT INTO facts_fts (facts_fts) VALUES ('rebuild')",
    "UPDATE sqlite_master SET sql = ''",
    "CREATE TEMP TABLE t (a)",
    "DROP VIEW timeline",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "VACUUM INTO 'copy.sqlite'",
    "REINDEX",
    "ANALYZE",
    "BEGIN IMMEDIATE",
    "SAVEPOINT a",
    "PRAGMA writable_schema = 1",
    "PRAGMA trusted_schema = 1",
    "PRAGMA journal_mode = WAL",
    "SELECT * FROM pragma_query_only",
    "SELECT load_extension('x')",
    "SELECT fts3_tokenizer('simple', x'00')",
    "SELECT writefile('a', 'b')",
    "EXPLAIN DELETE FROM facts",
]


@pytest.mark.parametrize("query", REFUSED)
def test_what_does_more_than_read_is_refused(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = example.read_bytes()
    with Database(example) as database, pytest.raises(UsageError):
        select(database, query, 5)
    assert example.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SELECT count(*) FROM facts", (12,)),
        ("SELECT title FROM facts_fts WHERE facts_fts MATCH 'baekgang'", ("Battle of Baekgang",)),
        ("SELECT name FROM pragma_table_info('meta')", ("key",)),
        ("PRAGMA table_info(meta)", (0, "key", "TEXT", 0, None, 1)),
        ("SELECT p.value FROM facts, json_each(parties) p ORDER BY 1 LIMIT 1", ("Han",)),
    ],
)
def test_what_only_reads_is_answered(example: Path, query: str, first: tuple[object, ...]) -> None:
    with Database(example) as database:
        assert select(database, query, 5)[1][0] == first


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python cannot set limits of SQLite before 3.11")
@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT hex(zeroblob(90000000))", "too big"),
        ("SELECT 'a' LIKE '" + "%a" * 200 + "'", "LIKE or GLOB pattern too complex"),
        ("SELECT zeroblob(9000000) FROM facts", "more than 100,000,000 characters"),
        ("SELECT " + "(" * 500 + "1" + ")" * 500, "SQLite says"),
    ],
)
def test_what_would_fill_the_memory_is_refused(example: Path, query: str, reason: str) -> None:
    with Database(example) as database, pytest.raises(UsageError, match=reason):
        select(database, query, 5)


@pytest.mark.parametrize("query", [ENDLESS, ENDLESS.replace("count(*)", "x")])
def test_an_endless_query_stops_in_time(example: Path, query: str) -> None:
    started = time.monotonic()
    with Database(example) as database, pytest.raises(UsageError, match=r"stopped after 0\.2 seconds"):
        select(database, query, 0.2)
    assert time.monotonic() - started < 5


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_ctrl_c_stops_a_query_at_once(example: Path) -> None:
    command = [sys.executable, "-m", "kzcn", "sql", ENDLESS, "--db", str(example)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        started = time.monotonic()
        out, said = process.communicate(timeout=10)
    assert time.monotonic() - started < 1
    assert process.returncode in {-signal.SIGINT, 130}
    assert (out, said) == (b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_what_stops_by_force_gives_ctrl_c_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with stopped_by_force(60):
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    assert signal.getsignal(signal.SIGINT) is before


def test_what_hears_no_clock_is_ended_by_force() -> None:
    script = "import time\nfrom kzcn.cli.stopping import stopped_by_force\nwith stopped_by_force(-1.9): time.sleep(30)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=20)
    assert done.returncode == 2
    assert "the query was stopped" in done.stderr
