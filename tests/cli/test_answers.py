from __future__ import annotations

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest

from kzcn.cli.commands import COMMANDS
from kzcn.query import FactRow
from tests.cli.conftest import Cli
from tests.store.example import FACTS

QUESTIONS = ("timeline", "border", "trade", "treaties", "figures")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_machine_format_holds_the_same_cells(cli: Cli, question: str) -> None:
    lines = [json.loads(line) for line in cli(question, "-f", "jsonl").out.splitlines()]
    assert lines
    assert json.loads(cli(question, "-f", "json").out) == lines
    rows = list(csv.DictReader(io.StringIO(cli(question, "-f", "csv").out)))
    tsv = [line.split("\t") for line in cli(question, "-f", "tsv").out.splitlines()]
    assert tsv[0] == list(rows[0]) == list(lines[0])
    assert [row["title"] for row in rows] == [line["title"] for line in lines]
    assert [dict(zip(tsv[0], cells, strict=True)) for cells in tsv[1:]] == rows


def test_a_pipe_gets_tsv(cli: Cli) -> None:
    assert cli("timeline").out == cli("timeline", "--format", "tsv").out


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [20, 40, 80, 140])
def test_a_table_fits_its_terminal_and_ends_in_the_id(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, question: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    result = cli(question, "-f", "table")
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= width
    headers = [line.split() for line in result.out.splitlines() if "title" in line.split()]
    assert headers
    assert all(header[-1] == "id" for header in headers)


def test_a_table_shows_dates_and_amounts_as_people_write_them(cli: Cli) -> None:
    out = cli("trade", "-f", "table").out
    for words in ("May 2011", "by 2016", "$150 million", "more than $2", "Loans and grants", "together: $450 million"):
        assert words in out


def test_a_narrow_terminal_is_told_of_the_columns_it_lacks(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert "left out for want of width" in cli("timeline", "-f", "table").err
    monkeypatch.setenv("COLUMNS", "140")
    assert "left out for want of width" not in cli("timeline", "-f", "table").err


def test_the_short_id_of_a_table_shows_the_fact(cli: Cli) -> None:
    short = re.search(r"\b[0-9a-f]{6}$", cli("treaties", "-f", "table").out, re.MULTILINE)
    assert short is not None
    result = cli("show", short.group())
    assert "Border treaty signed in Oslo" in result.out
    assert "1949-12-29" in result.out
    assert "rivers.txt, characters 200 to 240" in result.out
    assert "History > Border" in result.out
    assert "cites [2] A. Berg. Elven" in result.out


def test_what_is_left_out_stands_on_stderr_with_the_way_to_see_it(cli: Cli) -> None:
    assert cli("timeline").err == "left out: 4 without a date (--undated), 1 denied or outdone (--all)\n"
    assert cli("timeline", "--all", "--undated").err == ""
    assert len(cli("timeline", "--all", "--undated", "-f", "jsonl").out.splitlines()) == len(FACTS)


def test_the_limit_is_told(cli: Cli) -> None:
    result = cli("timeline", "--limit", "3", "-f", "jsonl")
    assert len(result.out.splitlines()) == 3
    assert "4 more rows (--limit)" in result.err


def test_no_match_is_no_failure(cli: Cli) -> None:
    result = cli("timeline", "--place", "Atlantis")
    assert (result.code, result.err.splitlines()[0]) == (0, "no facts match")
    assert cli("timeline", "--place", "Atlantis", "-f", "json").out == "[]\n"


def test_fields_choose_the_columns(cli: Cli) -> None:
    assert cli("timeline", "--fields", "id,title").out.splitlines()[0] == "id\ttitle"
    assert cli("timeline", "--fields", "id, title,id").out.splitlines()[0] == "id\ttitle"
    assert cli("timeline", "--fields", "all").out.splitlines()[0].split("\t") == list(FactRow._fields)


def test_markdown_is_escaped_and_in_sections(cli: Cli) -> None:
    out = cli("border", "-f", "markdown").out
    assert "### Length\n\n| date | title |" in out
    assert "| 29 Dec 1949 | Border treaty signed in Oslo" in out
    assert "Loan of \\$300 million" in cli("trade", "-f", "markdown").out


def test_search_needs_all_words(cli: Cli) -> None:
    assert "Baekgang" in cli("search", "白江").out
    assert "Pasvik" in cli("search", "pasvik", "border").out
    assert cli("search", "pasvik", "Oslo").err.startswith("no facts match")


HITS = [
    ("白江", "[白江]"),
    ("江", "白[江]"),
    ("invest", "More than $2 billion [invested] in fisheries"),
    ("oslo", "Border treaty signed in [Oslo]"),
    ("geum", "[Geum] River"),
    ("paatsjoki", "[Paatsjoki]"),
]


@pytest.mark.parametrize(("text", "expected"), HITS)
def test_search_says_where_it_found_the_words(cli: Cli, text: str, expected: str) -> None:
    assert [json.loads(line)["hit"] for line in cli("search", text, "-f", "jsonl").out.splitlines()] == [expected]
    assert expected in " ".join(cli("search", text, "-f", "table").out.split())


def test_a_hit_in_the_title_is_shown_there_once(cli: Cli) -> None:
    assert cli("search", "Oslo", "-f", "table").out.count("Oslo") == 1


def test_colours_make_the_hit_bold(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;4m[Oslo]\x1b[0m" in cli("search", "Oslo", "-f", "table").out
    assert "\x1b" not in cli("search", "Oslo", "-f", "table", "--no-color").out
    assert "\x1b" not in cli("search", "Oslo").out


def test_the_export_is_a_line_of_json_a_fact(cli: Cli) -> None:
    lines = [json.loads(line) for line in cli("export").out.splitlines()]
    assert [line["id"] for line in lines] == [fact.id for fact in FACTS]
    assert json.loads(cli("export", "--format", "json").out) == lines
    assert [json.loads(cli("export", lines[0]["id"][:7]).out)] == lines[:1]


def test_sql_reads(cli: Cli) -> None:
    result = cli("sql", "SELECT kind, count(*) AS n, count(*) AS n FROM facts GROUP BY kind ORDER BY n DESC LIMIT 1")
    assert result.out == "kind\tn\tn_2\nloan\t2\t2\n"


def test_sources_show_the_licence_and_info_the_file(cli: Cli) -> None:
    assert "CC BY-SA 4.0" in cli("sources", "-f", "table").out
    assert "example.sqlite" in cli("info").out


def test_the_version_is_the_projects(cli: Cli) -> None:
    assert cli("--version").out == "kzcn 0.1.0\n"


def test_no_command_gives_the_overview(cli: Cli) -> None:
    result = cli()
    assert result.code == 0
    assert all(f"  {name} " in result.out for name in COMMANDS)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_help_begins_with_examples_of_its_command(cli: Cli, name: str) -> None:
    result = cli(name, "--help")
    assert result.code == 0
    lines = [line.strip() for line in result.out.splitlines() if line.strip()]
    assert lines[1] == "Examples:"
    assert lines[2].startswith(f"kzcn {name} ") or lines[2] == f"kzcn {name}"


@pytest.mark.parametrize(
    "line", [line for name, command in COMMANDS.items() if name in QUESTIONS for line in command.examples]
)
def test_the_examples_of_the_help_run(cli: Cli, line: str) -> None:
    assert cli(*shlex.split(line)[1:]).code == 0


def test_dates_of_a_text_are_rows(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("The lake froze on 4 March 1921, and again in 1924.", encoding="utf-8")
    lines = [json.loads(line) for line in cli("dates", str(path), "--format", "jsonl").out.splitlines()]
    assert [(line["doc"], line["text"], line["edtf"]) for line in lines] == [
        ("notes", "4 March 1921", "1921-03-04"),
        ("notes", "1924", "1924"),
    ]
    assert list(lines[0]) == ["doc", "start", "end", "text", "type", "edtf", "timex", "mod", "parts"]


def test_a_text_that_cannot_be_read_leaves_the_dates_of_the_others(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The lake froze on 4 March 1921.", encoding="utf-8")
    result = cli("dates", str(tmp_path / "missing.txt"), str(tmp_path / "good.txt"), "--format", "tsv")
    assert (result.code, "4 March 1921" in result.out) == (1, True)
    assert "missing.txt" in result.err
    assert cli("dates", str(tmp_path / "missing.txt")).out == ""


@pytest.mark.parametrize(
    ("options", "month"),
    [((), "1971-08"), (("--format-in", "text"), "2008-02"), (("--reference-date", "2001-06-09"), "2001-05")],
)
def test_dates_are_told_from_the_day_that_a_read_document_says(
    cli: Cli, tmp_path: Path, options: tuple[str, ...], month: str
) -> None:
    path = tmp_path / "news.txt"
    path.write_text(
        "Port opened\n\nLIMA, March 14, 2008 – The old port, which closed on 5 September 1971, is open.\n\n"
        "Traffic rose last month, officials said.\n"
    )
    lines = cli("dates", str(path), "--format", "jsonl", *options).out.splitlines()
    assert json.loads(lines[-1])["edtf"] == month


def test_explain_prints_the_rule_of_every_claim_and_writes_nothing(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Peru and Chile signed a border treaty in Lima on 3 June 1929. It may fail.", encoding="utf-8")
    result = cli("ingest", str(path), "--db", str(tmp_path / "a.sqlite"), "--explain", "-f", "jsonl")
    first, second = (json.loads(line) for line in result.out.splitlines())
    assert [(claim["kind"], claim["date"], claim["date_text"], claim["rule"]) for claim in first["claims"]] == [
        ("treaty_signed", "1929-06-03", "3 June 1929", "signed")
    ]
    assert (second["claims"], second["left"]) == ([], ["there is no date, number or name"])
    assert not (tmp_path / "a.sqlite").exists()
