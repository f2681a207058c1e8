from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

WRONG = [
    (("timeline", "--from", "nonsense"), 2, "nonsense"),
    (("timeline", "--from", "2000", "--to", "1990"), 2, "lies after"),
    (("timeline", "--kind", "treaty"), 2, "did you mean"),
    (("timeline", "--format", "xml"), 2, "table, jsonl"),
    (("timeline", "--fields", "colour"), 2, "no field 'colour'"),
    (("timeline", "--limit", "many"), 2, "--limit"),
    (("timeline", "--limit", "-1"), 2, "--limit"),
    (("timeline", "--colour"), 2, "--colour"),
    (("timlin",), 2, "Did you mean 'timeline'"),
    (("show",), 2, "ID"),
    (("show", "zzz"), 2, "no fact has the id 'zzz'"),
    (("search", "?"), 2, "give a word"),
    (("export", "--format", "csv"), 2, "jsonl or json"),
    (("sql", "DELETE FROM facts"), 2, "only reading"),
    (("sql", "ATTACH 'x' AS y"), 2, "only reading"),
    (("sql", "PRAGMA query_only = 0"), 2, "only reading"),
    (("sql", "SELECT load_extension('x')"), 2, "only reading"),
    (("sql", ""), 2, "give a SELECT"),
    (("sql", "SELEC 1"), 2, "syntax error"),
    (("sql", "SELECT 1; SELECT 2"), 2, "one statement"),
    (("timeline", "--db", "nowhere.sqlite"), 1, "no database nowhere.sqlite"),
    (("ingest", "nowhere.txt", "--db", "new.sqlite"), 1, "nowhere.txt: no such file"),
    (("ingest", "https://example.org/page.html", "--db", "new.sqlite"), 1, "save the page"),
    (("dates", "nowhere.txt"), 1, "nowhere.txt: no such file"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), WRONG)
def test_wrong_input_is_one_clear_line_and_creates_nothing(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli(*arguments)
    assert result.code == code
    assert message in result.err.splitlines()[0]
    assert result.out == ""
    assert list(tmp_path.iterdir()) == []


def test_sql_that_never_ends_is_stopped(cli: Cli) -> None:
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c"
    result = cli("sql", endless, "--timeout", "0.2")
    assert result.code == 2
    assert "stopped after 0.2 seconds" in result.err


def test_a_reader_that_leaves_early_is_no_failure(example: Path) -> None:
    command = [sys.executable, "-m", "kzcn", "timeline", "--db", str(example), "--fields", "title"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read().decode()
        assert process.wait() == 0
    assert "Traceback" not in errors
    assert "Broken" not in errors


@pytest.mark.parametrize("variables", [{"LANG": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_it_works_in_a_poor_environment(example: Path, variables: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kzcn", "search", "白江", "--db", str(example)],
        env={"PATH": "", "PYTHONPATH": str(Path(__file__).parents[2]), **variables},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert b"Baekgang" in done.stdout
    assert b"Traceback" not in done.stderr
