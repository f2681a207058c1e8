from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from kzcn.store.schema import TABLES, VIEWS

METADATA = Path(__file__).parents[1] / "data" / "metadata.json"
Read = Callable[[str], Any]
DESCRIBED = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["facts"]


@pytest.fixture(scope="module")
def read(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Read]:
    """A Datasette that serves the hand-made facts; reads a page as JSON."""
    pytest.importorskip("datasette")
    database = tmp_path_factory.mktemp("datasette") / "facts.sqlite"
    shutil.copy(example, database)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "datasette",
        str(database),
        "-m",
        str(METADATA),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:

        def page(path: str) -> Any:  # noqa: ANN401 - JSON of any shape
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
                return json.load(answer)

        try:
            _wait(page)
            yield page
        finally:
            server.terminate()


def _wait(page: Read) -> None:
    for _ in range(150):
        if _answers(page):
            return
        time.sleep(0.1)
    pytest.fail("Datasette did not start within 15 seconds")


def _answers(page: Read) -> bool:
    try:
        page("/-/versions.json")
    except URLError:
        return False
    return True


QUERIES = [
    ("about.json?words=oslo", ["Border treaty signed in Oslo"]),
    ("between.json?first_year=2009&last_year=2011", ["Loan of $300 million", "Loan of $150 million"]),
    ("where_written.json?id={id}", ["Battle of Baekgang"]),
]


@pytest.mark.parametrize(("query", "titles"), QUERIES)
def test_a_canned_query_answers(read: Read, query: str, titles: list[str]) -> None:
    battle = read("/facts/about.json?words=Baekgang&_shape=objects")["rows"][0]["id"]
    rows = read(f"/facts/{query.format(id=battle)}&_shape=objects")["rows"]
    assert [row["title"] for row in rows] == titles


@pytest.mark.parametrize("name", list(DESCRIBED["queries"]))
def test_every_canned_query_runs(read: Read, name: str) -> None:
    values = "".join(f"&{word}=1" for word in re.findall(r":(\w+)", DESCRIBED["queries"][name]["sql"]))
    assert read(f"/facts/{name}.json?_shape=objects{values}")["ok"]


@pytest.mark.parametrize("name", ["timeline", "facts", "trade", "evidence"])
def test_a_table_has_its_facets_and_column_descriptions(read: Read, name: str) -> None:
    found = read(f"/facts/{name}.json?_shape=objects&_extra=facet_results,columns")
    assert set(DESCRIBED["tables"][name].get("columns", {})) <= set(found["columns"])
    assert set(DESCRIBED["tables"][name]["facets"]) <= set(found["facet_results"])


def test_every_view_and_every_table_of_people_is_described() -> None:
    assert set(VIEWS) <= set(DESCRIBED["tables"])
    assert set(DESCRIBED["tables"]) <= set(VIEWS) | set(TABLES)


def test_title_licence_and_source_are_told(read: Read) -> None:
    told = read("/-/metadata.json")
    assert (told["license"], "source" in told) == ("CC BY-SA 4.0", True)
