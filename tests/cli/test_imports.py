from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import json, os, sys
from kzcn.cli.app import run
sys.stdout = open(os.devnull, "w")
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.__stdout__)
"""
HEAVY = {
    "rich",
    "sqlite_utils",
    "platformdirs",
    "importlib.resources",
    "dataclasses",
    "kzcn.model",
    "kzcn.ingest",
    "kzcn.extract",
    "kzcn.reading",
    "kzcn.quantities",
    "kzcn.resolve",
    "kzcn.store.write",
    "kzcn.kinds",
}
LIGHT = [
    (("timeline",), set()),
    (("--help",), set()),
    (("border",), set()),
    (("trade", "-f", "jsonl"), set()),
    (("export",), set()),
    (("show", "2b9eec"), set()),
    (("search", "river"), set()),
    (("timeline", "--from", "1949"), {"dataclasses"}),
    (("timeline", "-f", "table"), set()),
]


@pytest.mark.parametrize(("arguments", "allowed"), LIGHT)
def test_a_light_command_loads_nothing_heavy(example: Path, arguments: tuple[str, ...], allowed: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env={"KZCN_DB": str(example), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stdout)
    assert code == 0
    assert set(modules) & HEAVY <= allowed


def test_importing_kzcn_loads_none_of_its_parts() -> None:
    code = "import kzcn, sys; print([name for name in sys.modules if name.startswith('kzcn.')])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
