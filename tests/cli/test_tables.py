from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kzcn.model import Quantity
from kzcn.output.cells import width
from tests.cli.conftest import Cli
from tests.store.contents import write
from tests.store.example import CONTENTS, claim, fact


def stood(line: str, text: str) -> int:
    """The cell in which a text ends."""
    return width(line[: line.index(text) + len(text)])


def test_dates_end_in_one_column(cli: Cli) -> None:
    lines = cli("timeline", "-f", "table").out.splitlines()
    ends = {
        stood(line, date)
        for line in lines
        for date in ("29 Dec 1949", " 2004", "May 2011", "by 2016")
        if date in line[:18]
    }
    assert len(ends) == 1


def test_an_amount_beside_is_not_repeated_at_the_end_of_the_title(example_of: Path, cli: Cli) -> None:
    out = cli("trade", "-f", "table", "--db", str(example_of)).out
    assert "Trade target ◦ " in out
    assert "Loan for ferries: 3 ships" in out
    assert cli("timeline", "-f", "table", "--db", str(example_of)).out.count("Trade target: up to $5 billion ◦") == 1


@pytest.fixture(scope="module")
def example_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of 40 facts from the Tang dynasty to the day after tomorrow."""
    made = [
        claim("trade_target", "trade", "Trade target: up to $5 billion", 5000, date="2031", polarity="planned",
              quantity=Quantity(5_000_000_000, "USD", "up_to"), names=("西域",)),
        claim("loan", "trade", "Loan for ferries: 3 ships", 5100, date="2001", quantity=Quantity(9_000_000, "USD")),
        *(claim("visit", "event", f"Visit {number} to 敦煌", 50 * number, date=f"{700 + 30 * number:04}")
          for number in range(38)),
    ]  # fmt: skip
    found = [
        fact([item], (int(item.date) * 10_000 + 101, int(item.date) * 10_000 + 1231)) for item in made if item.date
    ]
    path = tmp_path_factory.mktemp("long") / "long.sqlite"
    write(path, CONTENTS._replace(claims=tuple(made)), found)
    return path


def test_parties_stand_beside_where_only_they_tell_rows_apart(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    path, database = tmp_path / "notes.txt", str(tmp_path / "a.sqlite")
    path.write_text("The border between Peru and Chile is 90 km long.")
    cli("ingest", str(path), "--db", database)
    assert "Peru" not in cli("border", "-f", "table", "--db", database).out
    path.write_text("The border between Togo and Mali is 70 km long.")
    cli("ingest", str(path), "--db", database)
    out = cli("border", "-f", "table", "--db", database).out
    assert re.search(r"Border +Peru, Chile +90 km", out)
    assert re.search(r"Border +Togo, Mali +70 km", out)


def test_a_long_timeline_has_a_heading_for_each_period(cli: Cli, example_of: Path) -> None:
    out = cli("timeline", "-f", "table", "--db", str(example_of)).out
    found = re.findall(r"^([A-Z].*, .*\d{3,4})$", out, re.MULTILINE)
    assert found[0] == "Tang dynasty, 618 – 907"
    assert found[-1] == "Independent Kazakhstan, since 1992"
    assert len(found) == len(set(found)) == 6
    assert "### Tang dynasty" in cli("timeline", "-f", "markdown", "--db", str(example_of)).out
    assert "dynasty" not in cli("timeline", "-f", "csv", "--db", str(example_of)).out
    assert "dynasty" not in cli("timeline", "-n", "10", "-f", "table", "--db", str(example_of)).out


def test_ids_line_up_beside_chinese_text(cli: Cli, example_of: Path) -> None:
    lines = [
        line for line in cli("timeline", "-f", "table", "--db", str(example_of)).out.splitlines() if "敦煌" in line
    ]
    assert len({width(line) for line in lines}) == 1


def test_wide_tables_break_no_line_and_leave_out_no_column(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    result = cli("treaties", "-f", "table", "--wide")
    assert "left out for want" not in result.err
    (line,) = [line for line in result.out.splitlines() if "Border treaty signed in Oslo" in line]
    assert all(words in line for words in ("Norway, Soviet Union", "29 Dec 1949", "1 2"))


def test_what_is_rough_or_planned_is_explained_below(cli: Cli, example_of: Path) -> None:
    assert "◦ planned" in cli("trade", "-f", "table", "--db", str(example_of)).out.splitlines()[-1]
    assert "c. about" in cli("figures", "-f", "table").out.splitlines()[-1]
    assert "c. about" not in cli("border", "-f", "table").out


def test_the_total_of_the_border_stands_before_its_parts(cli: Cli) -> None:
    out = cli("border", "-f", "table").out
    assert out.index("195.7 km") < out.index("43 km") < out.index("152.7 km")


def test_a_narrow_terminal_keeps_dates_and_amounts_longest(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "45")
    assert cli("timeline", "-f", "table").out.split()[:3] == ["date", "title", "id"]
    assert cli("trade", "-f", "table").out.split()[:3] == ["date", "title", "id"]
    monkeypatch.setenv("COLUMNS", "60")
    assert cli("trade", "-f", "table").out.split()[:4] == ["date", "title", "value", "id"]


def test_where_nothing_matches_nothing_is_drawn(cli: Cli) -> None:
    for how in (("-f", "table"), ("--chart",)):
        result = cli("timeline", "--place", "Atlantis", *how)
        assert (result.code, result.out, result.err.splitlines()[0]) == (0, "", "no facts match")


CHARTS = [("timeline", "treaty"), ("trade", "Deals by size, USD"), ("border", "Border, 195.7 km")]


@pytest.mark.parametrize(("question", "words"), CHARTS)
def test_questions_are_drawn_in_eighty_columns(cli: Cli, question: str, words: str) -> None:
    result = cli(question, "--chart")
    assert result.code == 0
    assert words in result.out
    assert max(map(width, result.out.splitlines()), default=0) <= 80


def test_what_cannot_be_drawn_is_told(cli: Cli) -> None:
    result = cli("figures", "--chart")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("nothing to draw")


def test_a_chart_is_no_machine_format(cli: Cli) -> None:
    result = cli("trade", "--chart", "-f", "csv")
    assert (result.code, result.out) == (2, "")
    assert "--chart draws for people" in result.err


@pytest.mark.parametrize("how", [("-f", "table"), ("--chart",)])
def test_a_terminal_without_block_characters_gets_ascii(example: Path, how: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kzcn", "border", "--db", str(example), *how],
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "80"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.isascii()
    assert (b"###" if "--chart" in how else b"------") in done.stdout
    assert b"\\u" not in done.stdout


def test_numbers_end_below_each_other(cli: Cli) -> None:
    lines = cli("sql", "SELECT 'a' AS word, 7 AS n UNION SELECT 'b', 1234", "-f", "table").out.splitlines()
    assert lines[2:] == ["a        7", "b     1234"]
    values = re.finditer(r"^.*  ([\d.]+ km)  ", cli("border", "-f", "table").out, re.MULTILINE)
    ends = [match.end(1) - match.start() for match in values]
    assert (len(ends), len(set(ends))) == (3, 1)
