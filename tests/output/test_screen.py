from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kzcn.output import pager
from kzcn.output.screen import Screen, screen_of


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "KZCN_PAGER", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


STYLES: list[tuple[Callable[[], io.StringIO], dict[str, str], bool]] = [
    (Terminal, {}, True),
    (io.StringIO, {}, False),
    (Terminal, {"NO_COLOR": "1"}, False),
    (Terminal, {"NO_COLOR": ""}, True),
    (Terminal, {"TERM": "dumb"}, False),
    (io.StringIO, {"FORCE_COLOR": "1"}, True),
    (io.StringIO, {"FORCE_COLOR": "0"}, False),
    (io.StringIO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("out", "variables", "expected"), STYLES)
def test_colours_follow_the_terminal_and_the_environment(
    monkeypatch: pytest.MonkeyPatch, out: Callable[[], io.StringIO], variables: dict[str, str], *, expected: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert screen_of(out()).colorful == expected
    assert not screen_of(out(), color=False).colorful


def test_the_width_is_that_of_columns_else_eighty(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen_of(io.StringIO()).width == 80
    monkeypatch.setenv("COLUMNS", "120")
    assert screen_of(io.StringIO()).width == 120
    assert screen_of(io.StringIO(), wide=True).width is None


def test_a_place_without_block_characters_gets_ascii() -> None:
    poor = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    assert not screen_of(poor).blocks
    assert Screen(blocks=False).shown("── █ 1862–77 km² † …").isascii()
    assert Screen().shown("──") == "──"


PAGED = [(30, "cat >{}", True), (5, "cat >{}", False), (30, "", False), (30, "no-such-pager", False)]


@pytest.mark.parametrize(("count", "command", "paged"), PAGED)
def test_only_a_tall_answer_on_a_terminal_goes_through_the_pager(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, count: int, command: str, *, paged: bool
) -> None:
    target = tmp_path / "paged"
    script = tmp_path / "pager"
    script.write_text(f"#!/bin/sh\n{command.format(target)}\n")
    script.chmod(0o755)
    monkeypatch.setenv("KZCN_PAGER", str(script) if "cat" in command else command)
    lines, out = [f"line {number}" for number in range(count)], Terminal()
    pager.show(lines, out)
    text = "".join(f"{line}\n" for line in lines)
    assert (target.read_text() if paged else out.getvalue()) == text
    assert target.exists() == paged
    plain = io.StringIO()
    pager.show(lines, plain)
    assert plain.getvalue() == text
