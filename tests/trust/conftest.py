from __future__ import annotations

from pathlib import Path

import pytest

from kzcn.ingest import Options, ingest
from tests.cli.conftest import Cli, cli
from tests.trust.lakes import LAKES

__all__ = ["Cli", "cli"]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one document, `lakes.txt`."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "lakes.txt").write_text(LAKES, encoding="utf-8")
    return folder


@pytest.fixture
def lakes(tmp_path: Path, documents: Path) -> Path:
    """A database of the document."""
    path = tmp_path / "lakes.sqlite"
    ingest([documents], path, Options(licence="CC BY-SA 4.0"))
    return path
