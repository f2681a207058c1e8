from __future__ import annotations

import doctest
import importlib
import re
from pathlib import Path

import pytest

from kzcn.cli.commands import COMMANDS
from kzcn.cli.reference import reference

ROOT = Path(__file__).parents[1]
DOCUMENTED = [
    "kzcn", "kzcn.query", "kzcn.output.cells", "kzcn.output.chart", "kzcn.output.clean", "kzcn.periods",
    "kzcn.amounts", "kzcn.treaties",
]  # fmt: skip


def test_the_command_reference_is_what_the_program_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == reference(), "write it anew: make docs"


def test_the_reference_has_every_command() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert re.findall(r"^## kzcn (\w+)$", page, re.MULTILINE) == list(COMMANDS)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_help_has_two_or_three_examples_and_more_where_there_is_more_to_show(name: str) -> None:
    assert 2 <= len(COMMANDS[name].examples) <= 5
    assert all(example.count("kzcn") for example in COMMANDS[name].examples)


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_examples_in_the_documentation_run(example: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("KZCN_DB", str(example))
    module = importlib.import_module(name)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    assert doctest.testmod(module, optionflags=flags, extraglobs={"kzcn": importlib.import_module("kzcn")}).failed == 0


def test_the_examples_of_the_page_on_python_run(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZCN_DB", str(example))
    found = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert (found.failed, found.attempted > 5) == (0, True)
