from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kzcn.store.read import Database
from kzcn.store.schema import APPLICATION_ID, MIGRATIONS, VERSION

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")


def named(database: Database) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'facts_fts_%'"
    return [row[0] for row in database.rows(sql)]


def test_every_table_view_and_column_is_documented(example: Path) -> None:
    words = set(re.findall(r"\w+", DOCUMENT))
    with Database(example) as database:
        tables = named(database)
        columns = {row[1] for table in tables for row in database.rows(f"PRAGMA table_info({table})")}
    assert {"facts", "claims", "timeline", "evidence", "kinds"} <= set(tables)
    assert set(tables) | columns <= words


def test_the_numbers_that_mark_a_file_are_documented() -> None:
    assert f"`PRAGMA application_id` is {APPLICATION_ID}" in DOCUMENT
    assert f"the schema, {VERSION} today" in DOCUMENT


def test_migrations_are_numbered_from_one() -> None:
    assert [number for number, _ in MIGRATIONS] == list(range(1, VERSION + 1))


@pytest.mark.parametrize("query", re.findall(r"^SELECT .*;$", DOCUMENT, re.MULTILINE))
def test_the_documented_queries_run(example: Path, query: str) -> None:
    with Database(example) as database:
        database.rows(query)


def test_bounds_are_found_by_an_index(example: Path) -> None:
    sql = "EXPLAIN QUERY PLAN SELECT id FROM facts WHERE earliest >= 19920101"
    with Database(example) as database:
        assert "facts_by_bounds" in database.rows(sql)[0]["detail"]


def test_the_canned_queries_run_and_name_what_exists(example: Path) -> None:
    metadata = json.loads((ROOT / "data" / "metadata.json").read_text(encoding="utf-8"))
    described = metadata["databases"]["facts"]
    values = {"first_year": "1940", "last_year": "1950", "words": "treaty", "id": "2b9eec", "currency": "USD"}
    with Database(example) as database:
        for query in described["queries"].values():
            assert database.rows(query["sql"], values), query["title"]
        for table, about in described["tables"].items():
            columns = {row[1] for row in database.rows(f"PRAGMA table_info({table})")}
            named_there = {
                *about.get("columns", {}),
                *about.get("facets", ()),
                about.get("label_column"),
                about.get("sort"),
            }
            assert named_there - {None} <= columns, table
