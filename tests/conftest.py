from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.contents import write
from tests.store.example import CONTENTS, FACTS


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the hand-made facts; not to be changed."""
    path = tmp_path_factory.mktemp("db") / "example.sqlite"
    write(path, CONTENTS, FACTS)
    return path
