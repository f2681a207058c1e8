"""The shipped database is what its sources give; the sources are not part of the project."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kzcn.ingest import Options, ingest
from kzcn.store.places import shipped

SOURCES = Path(__file__).parents[2] / "shared" / "seeds"
SQLITE_VERSION = slice(96, 100)
"""Where a file's header names the version of SQLite that wrote it."""


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not here")
@pytest.mark.skipif(not shipped().exists(), reason="data/facts.sqlite is not built")
def test_the_shipped_database_is_what_its_sources_give(tmp_path: Path) -> None:
    built = tmp_path / "facts.sqlite"
    ingest([SOURCES], built, Options(quotes=False, licence="CC BY-SA 4.0", empty=True))
    old, new = shipped().read_bytes(), built.read_bytes()
    if old[SQLITE_VERSION] == new[SQLITE_VERSION]:
        assert old == new, "build it anew: make facts"
    else:
        assert dump(shipped()) == dump(built), "build it anew: make facts"


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines
