"""Poor surroundings: no locale, no home, no place to write, closed streams, odd paths; and no network at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a shell is used")


def kzcn(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in a folder; `$KZCN` is the command."""
    return subprocess.run(
        ["/bin/sh", "-c", script],
        cwd=folder,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), "KZCN": f"{sys.executable} -m kzcn", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"HOME": "/nonexistent"},
        {"HOME": "/proc", "TMPDIR": "/proc"},
        {"TERM": "dumb", "COLUMNS": "40"},
        {"COLUMNS": "0"},
        {"COLUMNS": "many"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_a_table_is_printed_anywhere(example: Path, tmp_path: Path, variables: dict[str, str]) -> None:
    done = kzcn(f"$KZCN timeline -f table --db {example}", tmp_path, **variables)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "Oslo" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_forty_columns_are_enough_and_kept(example: Path, tmp_path: Path) -> None:
    done = kzcn(f"$KZCN timeline -f table --db {example}", tmp_path, COLUMNS="40", TERM="dumb")
    assert done.returncode == 0
    assert all(len(line.rstrip()) <= 40 for line in done.stdout.splitlines())


def test_without_a_home_the_shipped_facts_answer(tmp_path: Path) -> None:
    done = kzcn("$KZCN info", tmp_path, HOME="/nonexistent", XDG_DATA_HOME="/nonexistent")
    assert done.returncode == 0
    assert "facts.sqlite" in done.stdout


@pytest.mark.parametrize(
    ("script", "out", "code"),
    [
        ("$KZCN timeline --fields title --db $DB | head -1", "title\n", 0),
        ("$KZCN export --db $DB | head -c 1", "{", 0),
        ("$KZCN timeline --db $DB >&-", "", 0),
        ("$KZCN timeline --db $DB <&- >&- 2>&-", "", 0),
        ("$KZCN timeline --fields title --limit 1 --dated --db $DB 2>&- | head -1", "title\n", 0),
    ],
)
def test_a_stream_that_closes_is_no_failure(example: Path, tmp_path: Path, script: str, out: str, code: int) -> None:
    done = kzcn(script, tmp_path, DB=str(example))
    assert (done.stdout, done.returncode) == (out, code)
    assert all("left out" in line for line in done.stderr.splitlines())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("command", ["info", "export", "timeline -f table", "sql 'SELECT 1'"])
def test_an_output_that_is_full_is_told(example: Path, tmp_path: Path, command: str) -> None:
    done = kzcn(f"$KZCN {command} --db {example} > /dev/full", tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "kzcn: output: No space left on device"


def test_it_works_through_a_link_and_on_a_path_with_blanks_and_chinese(example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deux mots 数据 ?#%"
    folder.mkdir()
    shutil.copy(example, folder / "事实 1.sqlite")
    (tmp_path / "link").symlink_to(folder)
    done = kzcn("$KZCN search 白江 --fields title --db 'link/事实 1.sqlite'", tmp_path)
    assert done.stdout == "title\nBattle of Baekgang\n"


def test_an_ingest_through_a_link_leaves_the_link(example: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.sqlite", tmp_path / "link.sqlite"
    shutil.copy(example, real)
    link.symlink_to(real)
    (tmp_path / "事 实.txt").write_text("In 1951 Chad and Niger signed a border treaty.", encoding="utf-8")
    done = kzcn("$KZCN ingest '事 实.txt' --db link.sqlite", tmp_path)
    assert done.returncode == 0, done.stderr
    assert link.is_symlink()
    assert real.read_bytes() != example.read_bytes()


NO_NETWORK = """
import socket, sys
def refuse(*_, **__):
    raise AssertionError("a socket was asked for")
socket.socket.__init__ = refuse
for name in ("create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
    setattr(socket, name, refuse)
sys.addaudithook(lambda event, _: refuse() if event.startswith(("socket.", "urllib.")) else None)
from kzcn.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["timeline", "-f", "table"],
        ["search", "river"],
        ["show", "2b9eec"],
        ["export"],
        ["sources"],
        ["ingest", "a.html", "--db", "b.sqlite"],
        ["dates", "a.html"],
    ],
)
def test_no_command_asks_for_the_network(example: Path, tmp_path: Path, arguments: list[str]) -> None:
    page = '<html><img src="https://example.org/a.png"><p>In 1951 Chad and Niger signed a treaty.</p></html>'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", NO_NETWORK, *arguments],
        cwd=tmp_path,
        env={"PATH": os.defpath, "PYTHONPATH": str(ROOT), "KZCN_DB": str(example)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "a socket was asked for" not in done.stderr
    assert done.returncode in {0, 2}
