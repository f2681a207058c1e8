"""Texts that attack the terminal, the spreadsheet or the page they are shown in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kzcn.cli.app import run
from tests.store.contents import Contents, write
from tests.store.example import SOURCE, claim, fact

EVIL = (
    "\x1b[31mred\x1b]0;title\x07",
    "\x9b2J\x85\x90",
    "\u202egnp.exe\u2066\u2069\u200f",
    "[bold]x[/bold] [/b] [link=file:///etc]y[/link]",
    ":smile: :pile_of_poo:",
    "=HYPERLINK(1)",
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3+cmd",
    "\t=1+1",
    "| a | b |\n|---|---|\n# heading <script>alert(1)</script> [x](javascript:1) ![y](z)",
    "a\r\nb\u2028c\u2029d\x0be\x0cf",
    "x" * 5000,
    "zero\u200bwidth\u2060\ufeff\U000e0041",
    "nul\x00byte \ud800",
    '"quoted", and, "more"',
)
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2028\u2029\ufeff]")
COMMANDS = ("timeline --undated", "search attack", "sources", "sql SELECT*FROM(facts)", "border", "show {id}", "export")


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database whose every text attacks."""
    path = tmp_path_factory.mktemp("evil") / "a.sqlite"
    texts = [text.encode("utf-8", "replace").decode() for text in EVIL]
    source = replace(SOURCE, name=texts[0], title=texts[3], licence=texts[5])
    facts = [
        fact(
            [
                claim(
                    "river", "state", f"{text} attack", 10 + 50 * number,
                    place=text, parties=(text,), instrument=text, names=(text,), measure=text, attribution=text,
                )
            ],
            (19_510_101 + number, 19_510_101 + number),
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    write(path, Contents((source,), {}, tuple(item for found in facts for item in found.claims), {}), facts)
    return path


def outputs(evil: Path, form: str, capsys: pytest.CaptureFixture[str]) -> Iterator[str]:
    assert run(["export", "--db", str(evil)]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])["id"]
    for command in COMMANDS:
        code = run([*command.format(id=first).split(" "), "-f", form, "--db", str(evil)])
        found = capsys.readouterr()
        assert code in {0, 2}, found.err  # not every command has every format
        yield found.out + found.err


@pytest.mark.parametrize("form", ["table", "tsv", "csv", "markdown", "jsonl", "json"])
def test_no_sign_that_steers_a_terminal_is_ever_printed(
    evil: Path, form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for output in outputs(evil, form, capsys):
        assert not HARMFUL.search(output.replace("\r\n", "\n"))
        assert "😄" not in output


def test_markup_and_emoji_codes_stay_text_in_a_table(
    evil: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "6000")
    assert run(["timeline", "-f", "table", "--db", str(evil)]) == 0
    shown = capsys.readouterr().out
    assert "[bold]x[/bold] [/b]" in shown
    assert ":smile:" in shown


def test_no_cell_of_a_csv_file_begins_a_formula(evil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "-f", "csv", "--fields", "all", "--db", str(evil)]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(EVIL) + 1
    assert len({len(row) for row in rows}) == 1
    texts = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d.,/~?%X -]+", cell)]
    assert not [cell for cell in texts if cell.lstrip()[:1] in {"=", "+", "-", "@"}]


def test_a_markdown_table_keeps_its_cells_and_runs_nothing(evil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", "-f", "markdown", "--db", str(evil)]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) == 1
    assert not any(re.search(r"(?<!\\)<|(?<!\\)\[|(?<!\\)`", line) for line in lines)


def test_json_stays_json_and_keeps_the_text(evil: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--db", str(evil)]) == 0
    found = {json.loads(line)["place"] for line in capsys.readouterr().out.split("\n")[:-1]}
    assert found == {text.encode("utf-8", "replace").decode() for text in EVIL}
