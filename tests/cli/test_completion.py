from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kzcn.cli.complete import VARIABLE, candidates, run
from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]

CANDIDATES = [
    (["tim"], ["timeline"]),
    (["TIM"], ["timeline"]),
    (["timeline", "--kind", "treaty"], ["treaty_signed"]),
    (["timeline", "--kind=treaty"], ["--kind=treaty_signed"]),
    (["timeline", "--place", "g"], ["Geum River"]),
    (["timeline", "--place", '"Geum'], ["Geum River"]),
    (["timeline", "--party", "Sov"], ["Soviet Union"]),
    (["timeline", "--family", "tr"], ["trade", "treaty"]),
    (["timeline", "--period", "m"], ["ming", "modern"]),
    (["timeline", "-f", "js"], ["jsonl", "json"]),
    (["timeline", "--fields", "date,tit"], ["date,title"]),
    (["timeline", "--fro"], ["--from"]),
    (["search", "--lim"], ["--limit"]),
    (["export", "--format", "d"], ["datapackage"]),
    (["completion", "z"], ["zsh"]),
    (["nonsense", "--fro"], []),
    (["timeline", "x"], []),
]


@pytest.mark.parametrize(("words", "expected"), CANDIDATES)
def test_the_tab_key_offers_what_may_stand_there(
    example: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], expected: list[str]
) -> None:
    monkeypatch.setenv("KZCN_DB", str(example))
    assert [found.word for found in candidates(words)] == expected


def test_ids_are_offered_with_their_titles(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZCN_DB", str(example))
    found = {candidate.meaning for candidate in candidates(["show", ""])}
    assert {"Battle of Baekgang", "Loan of $300 million"} <= found


LINES = [
    ("bash", ["--place", "Ge"], "Geum\\ River\n"),
    ("bash", ["--place", "'Ge"], "Geum River\n"),
    ("zsh", ["--place", "Ge"], "Geum River:1 facts\n"),
    ("fish", ["--place", "Ge"], "Geum River\t1 facts\n"),
]


@pytest.mark.parametrize(("shell", "words", "expected"), LINES)
def test_each_shell_is_answered_in_its_way(
    example: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shell: str,
    words: list[str],
    expected: str,
) -> None:
    monkeypatch.setenv("KZCN_DB", str(example))
    monkeypatch.setenv(VARIABLE, shell)
    assert run(["timeline", *words]) == 0
    assert capsys.readouterr().out == expected


def test_without_a_database_nothing_is_offered_and_nothing_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KZCN_DB", "nowhere.sqlite")
    assert run(["timeline", "--place", "x"]) == 0
    assert tuple(capsys.readouterr()) == ("", "")


SCRIPT = """
import json, sys
from kzcn.cli.complete import candidates
list(candidates(sys.argv[1:]))
print(json.dumps([name for name in sys.modules if name.partition(".")[0] in ("typer", "rich")]))
"""


@pytest.mark.parametrize("words", [["t"], ["timeline", "--kind", "t"], ["timeline", "--period", "t"], ["show", "a"]])
def test_values_are_offered_without_loading_typer(example: Path, words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        env={"KZCN_DB": str(example), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_fills_in_a_name_with_a_blank(example: Path) -> None:
    script = f"""
    kzcn() {{ {sys.executable} -m kzcn "$@"; }}
    . {ROOT / "kzcn" / "shells" / "kzcn.bash"}
    COMP_WORDS=(kzcn timeline --party Sov); COMP_CWORD=3; _kzcn; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        [str(shutil.which("bash")), "-c", script],
        env={"KZCN_DB": str(example), "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Soviet\\ Union\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_that_is_installed_can_read_its_script(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", str(ROOT / "kzcn" / "shells" / f"kzcn.{shell}")], check=True)


INSTALLED = [
    ("bash", ".local/share/kzcn/kzcn.bash", ".bashrc"),
    ("zsh", ".local/share/kzcn/kzcn.zsh", ".zshrc"),
    ("fish", ".config/fish/completions/kzcn.fish", None),
]


@pytest.mark.parametrize(("shell", "path", "start"), INSTALLED)
def test_installing_twice_names_the_script_once(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str, path: str, start: str | None
) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SHELL", f"/bin/{shell}")
    if start is not None:
        (tmp_path / start).write_text("alias k=kzcn")
    assert [cli("completion", "--install").code for _ in range(2)] == [0, 0]
    assert (tmp_path / path).read_text() == cli("completion", shell).out
    if start is not None:
        assert (tmp_path / start).read_text() == f'alias k=kzcn\n. "{tmp_path / path}"\n'


def test_an_unknown_shell_is_told_the_known_ones(cli: Cli) -> None:
    assert "no completion for the shell" in cli("completion", "tcsh").err
