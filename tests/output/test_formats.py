from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.output import FORMATS, Listing, write
from kzcn.output.clean import visible

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x9b2J",
    "\x07bell",
    "abc\u202edcba",
    "[bold]x[/b]",
    ":smile:",
    "a\tb\r\nc",
    "| a | `b` *c* <script>",
    "zero\u200bwidth\U000e0041",
    "x" * 300,
    "郅支之戰 Қазақ",
]


def printed(text: str, form: str) -> str:
    out = io.StringIO()
    row = {"title": text, "id": "0123456789ab"}
    write(Listing([row], ("title", "id"), ("title", "id"), 6), form, out, color=False)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_cannot_steer_a_terminal(text: str, form: str) -> None:
    controls = {character for character in printed(text, form) if not character.isprintable()}
    assert controls <= {"\n", "\r", "\t"}


@pytest.mark.parametrize("text", ["[bold]x[/b]", ":smile:", "[link=http://example.org]y[/link]"])
def test_markup_in_the_data_stays_text(text: str) -> None:
    assert text in printed(text, "table")


def test_nothing_is_cut_from_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert printed("x" * 300, "table").count("x") == 300


@given(st.text(max_size=40))
@settings(max_examples=80, derandomize=True, deadline=None)
def test_json_stays_the_same_json(text: str) -> None:
    assert json.loads(printed(text, "jsonl"))["title"] == text
    assert json.loads(printed(text, "json"))[0]["title"] == text


@given(st.text(max_size=40))
@settings(max_examples=80, derandomize=True, deadline=None)
def test_csv_and_tsv_have_one_line_a_row(text: str) -> None:
    assert [len(row) for row in csv.reader(io.StringIO(printed(text, "csv")))] == [2, 2]
    assert [line.count("\t") for line in printed(text, "tsv").split("\n")[:-1]] == [1, 1]


CELLS = [
    ("=1+1", "'=1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("\t=1+1", "' =1+1"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
    ("+34.1 %", "+34.1 %"),
    ("-0199/-0100", "-0199/-0100"),
    ("plain", "plain"),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_no_csv_cell_starts_a_formula(text: str, expected: str) -> None:
    assert next(csv.DictReader(io.StringIO(printed(text, "csv"))))["title"] == expected


VISIBLE = [
    ("plain", "plain"),
    ("a\nb\tc", "a b c"),
    ("\x1b[2J", "\\u001b[2J"),
    ("\u202ex", "\\u202ex"),
    ("\U000e0041", "\\udb40\\udc41"),
    ("१२३ 郅支 é", "१२३ 郅支 é"),
]


@pytest.mark.parametrize(("text", "expected"), VISIBLE)
def test_harmful_characters_become_visible(text: str, expected: str) -> None:
    assert visible(text) == expected
