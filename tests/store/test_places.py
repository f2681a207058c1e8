from __future__ import annotations

from pathlib import Path

import pytest

from kzcn.errors import DatabaseError
from kzcn.store import places


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without a database or settings."""
    monkeypatch.delenv(places.VARIABLE, raising=False)
    monkeypatch.setattr(places, "user", lambda: tmp_path / "own" / places.FILE)
    return tmp_path


def test_the_shipped_database_answers_a_newcomer() -> None:
    assert places.to_read() == places.shipped()


def test_the_users_own_database_comes_before_the_shipped_one(home: Path) -> None:
    own = home / "own" / places.FILE
    own.parent.mkdir()
    own.touch()
    assert places.to_read() == own


def test_the_variable_comes_before_the_users_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.VARIABLE, str(home / "named.sqlite"))
    assert places.to_read() == places.to_write() == home / "named.sqlite"


def test_the_option_comes_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.VARIABLE, str(home / "named.sqlite"))
    assert places.to_read("x.sqlite") == places.to_write("x.sqlite") == Path("x.sqlite")


def test_an_ingest_never_writes_the_shipped_database(home: Path) -> None:
    assert places.to_write() == home / "own" / places.FILE


def test_the_shipped_database_is_refused_by_every_name(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = places.shipped()
    monkeypatch.chdir(shipped.parent)
    for name in (str(shipped), shipped.name, f"../{shipped.parent.name}/{shipped.name}"):
        with pytest.raises(DatabaseError, match="comes with kzcn"):
            places.to_write(name)
