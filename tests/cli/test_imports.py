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
    "kzcn.store.staging",
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
    (("treaties",), set()),
    (("conflicts",), set()),
    (("checks",), set()),
    (("cite", "2b9eec", "--style", "bibtex"), set()),
    (("timeline", "--from", "1949"), {"dataclasses"}),
    (("timeline", "-f", "table"), {"rich", "dataclasses"}),
]


@pytest.mark.parametrize(("arguments", "allowed"), LIGHT)
def test_a_light_command_loads_nothing_heavy(example: Path, arguments: tuple[str, ...], allowed: set[str]) -> None:
    assert loaded(example, *arguments) & HEAVY <= allowed


def loaded(example: Path, *arguments: str) -> set[str]:
    """The modules that a command has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env={"KZCN_DB": str(example), "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stdout)
    assert code == 0
    return set(modules)


MAY = {
    "kzcn", "kzcn.cli", "kzcn.cli.answer", "kzcn.cli.app", "kzcn.cli.commands", "kzcn.cli.options",
    "kzcn.cli.questions", "kzcn.errors", "kzcn.filters", "kzcn.output", "kzcn.output.clean",
    "kzcn.output.layouts", "kzcn.output.machine",
    "kzcn.query", "kzcn.sections", "kzcn.store", "kzcn.store.places", "kzcn.store.read", "kzcn.store.schema",
    "kzcn.suggest",
}  # fmt: skip
"""All of kzcn that a piped timeline may import."""
TYPER = {"typer", "typing_extensions", "annotated_doc", "shellingham"}
"""What is not in the standard library: typer, and what it brings."""
MAY_FOR_A_TABLE = MAY | {
    "kzcn.output.cells", "kzcn.output.pager", "kzcn.output.people", "kzcn.output.screen", "kzcn.output.table",
}  # fmt: skip


@pytest.mark.parametrize(("form", "may"), [("tsv", MAY), ("jsonl", MAY), ("table", MAY_FOR_A_TABLE)])
def test_a_timeline_imports_what_is_listed_here_and_no_more(example: Path, form: str, may: set[str]) -> None:
    modules = loaded(example, "timeline", "-f", form)
    assert {name for name in modules if name.partition(".")[0] == "kzcn"} <= may
    others = {name.partition(".")[0] for name in modules} - sys.stdlib_module_names - {"__main__", "kzcn"}
    drawing = {"rich"} if form == "table" else set()
    assert {name for name in others if not name.startswith("_")} <= TYPER | drawing


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
