"""The inputs that fuzzing has kept, run through their targets."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FUZZ = Path(__file__).resolve().parents[2] / "fuzz"
TARGETS = runpy.run_path(str(FUZZ / "targets.py"))["TARGETS"]
KEPT = [path for path in sorted((FUZZ / "corpus").rglob("*")) if path.is_file()]


@pytest.mark.parametrize("path", KEPT, ids=[f"{path.parent.name}/{path.name}" for path in KEPT])
def test_what_fuzzing_has_kept_breaks_nothing(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_inputs_kept() -> None:
    assert {path.parent.name for path in KEPT} == set(TARGETS)
