from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.store.words import han, match

HAN = [
    ("Zhizhi (郅支)", "郅 支"),
    ("北京, 上海", "北 京 上 海"),
    ("Қазақ жері", ""),
    ("東京タワー", "東 京 タ ワ ー"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), HAN)
def test_every_chinese_character_stands_by_itself(text: str, expected: str) -> None:
    assert han(text) == expected


MATCH = [
    ("river", '"river" *'),
    ("oil pipeline", '"oil" * "pipeline" *'),
    ("白江", 'han : "白 江"'),
    ("白江Baekgang", 'han : "白 江" "Baekgang" *'),
    ('NEAR("a" OR b*)', '"NEAR" * "a" * "OR" * "b" *'),
    ('"-*^:', None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), MATCH)
def test_what_people_type_becomes_quoted_terms(text: str, expected: str | None) -> None:
    assert match(text) == expected


@given(st.text(max_size=30))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_no_text_is_a_wrong_expression(text: str) -> None:
    expression = match(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (title, han)")
    if expression is not None:
        assert connection.execute("SELECT * FROM t WHERE t MATCH ?", (expression,)).fetchall() == []
    connection.close()
