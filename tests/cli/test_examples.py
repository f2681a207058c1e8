"""The examples of the help pages, tried on the shipped facts."""

from __future__ import annotations

import shlex

import pytest

from kzcn.cli.commands import COMMANDS
from kzcn.store.places import shipped
from tests.cli.conftest import Cli

ASKING = ("timeline", "border", "trade", "treaties", "figures", "search", "show", "cite", "export", "sql", "info")
"""Commands whose examples need nothing but the shipped facts."""
OWN_FILES = (">", "|", "--db", "datapackage", "documents/")
EXAMPLES = [line for name in ASKING for line in COMMANDS[name].examples if not any(mark in line for mark in OWN_FILES)]


@pytest.mark.skipif(not shipped().exists(), reason="data/facts.sqlite is not built")
@pytest.mark.parametrize("line", EXAMPLES)
def test_an_example_of_the_help_has_an_answer(cli: Cli, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv("KZCN_DB", str(shipped()))
    result = cli(*shlex.split(line)[1:])
    assert result.code == 0, result.err
    assert "no facts match" not in result.err
    assert result.out
