"""Do the tests bite? Changes one operator, number, comparison or word of a module at a time, and runs its tests.

usage: python benchmarks/mutants.py [--each N] [--seed N] [GROUP…]

Works in a copy of the tree. Of each group (dates, quantities, resolve) N mutants are drawn; a mutant is killed where a
test fails or runs too long. Prints the survivors and the share killed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 120
_GROUPS = {
    "dates": ("kzcn/dates", ("tests/dates",)),
    "quantities": ("kzcn/quantities", ("tests/test_quantities.py", "tests/hard/test_bites.py")),
    "resolve": ("kzcn/resolve", ("tests/test_resolve.py", "tests/test_resolve_checks.py", "tests/trust")),
}
"""Name to the package that is changed and the tests that should notice."""
_SWAPS: dict[type[ast.AST], ast.AST] = {
    ast.Add: ast.Sub(), ast.Sub: ast.Add(), ast.Mult: ast.FloorDiv(), ast.FloorDiv: ast.Mult(), ast.Div: ast.Mult(),
    ast.Mod: ast.Add(), ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(), ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(), ast.In: ast.NotIn(), ast.NotIn: ast.In(),
    ast.And: ast.Or(), ast.Or: ast.And(),
}  # fmt: skip


class Mutant(NamedTuple):
    """One changed place of a module."""

    path: Path
    line: int
    what: str
    text: str


def main() -> int:
    """Draw mutants, run the tests on each, and print what survived."""
    given = _arguments()
    draw = random.Random(given.seed)  # noqa: S311 - the same mutants each time
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(_ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__"))
        for group in given.groups or _GROUPS:
            _measure(tree, group, draw, given.each)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Change one place at a time, and see whether the tests notice.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(_GROUPS))
    parser.add_argument("--each", type=int, default=40, metavar="N", help="mutants of each group")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    return parser.parse_args()


def _measure(tree: Path, group: str, draw: random.Random, each: int) -> None:
    package, tests = _GROUPS[group]
    mutants = [mutant for path in sorted((tree / package).glob("*.py")) for mutant in _mutants(path)]
    chosen = draw.sample(mutants, min(each, len(mutants)))
    if not _pass(tree, tests):
        print(f"{group}: the tests fail without a change")
        return
    survivors = []
    for mutant in chosen:
        before = mutant.path.read_text(encoding="utf-8")
        mutant.path.write_text(mutant.text, encoding="utf-8")
        if _pass(tree, tests):
            survivors.append(mutant)
            print(f"  survived: {mutant.path.relative_to(tree)}:{mutant.line} {mutant.what}", flush=True)
        mutant.path.write_text(before, encoding="utf-8")
    killed = len(chosen) - len(survivors)
    print(
        f"{group}: {killed} of {len(chosen)} killed ({killed / len(chosen):.0%}) of {len(mutants)} mutants", flush=True
    )


def _pass(tree: Path, tests: tuple[str, ...]) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _mutants(path: Path) -> Iterator[Mutant]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for what, undo in _changes(node):
            yield Mutant(path, getattr(node, "lineno", 0), what, ast.unparse(tree))
            undo()


def _changes(node: ast.AST) -> Iterator[tuple[str, _Undo]]:
    """Change a node in each way that fits, and give what changes it back."""
    for name in ("op",) if isinstance(node, (ast.BinOp, ast.BoolOp)) else ():
        yield from _swapped(node, name)
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _SWAPS:
        old = node.ops[0]
        node.ops[0] = _SWAPS[type(old)]  # type: ignore[call-overload]
        yield f"{type(old).__name__} -> {type(node.ops[0]).__name__}", _Undo(node.ops, 0, old)
    if isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
        value = node.value
        node.value = not value if isinstance(value, bool) else value + 1
        yield f"{value} -> {node.value}", _Undo(node, "value", value)
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        test = node.test
        node.test = ast.UnaryOp(ast.Not(), test)
        yield "condition turned round", _Undo(node, "test", test)


def _swapped(node: ast.AST, name: str) -> Iterator[tuple[str, _Undo]]:
    old = getattr(node, name)
    new = _SWAPS.get(type(old))
    if new is not None:
        setattr(node, name, new)
        yield f"{type(old).__name__} -> {type(new).__name__}", _Undo(node, name, old)


class _Undo(NamedTuple):
    """What a place held before."""

    holder: object
    key: str | int
    value: object

    def __call__(self) -> None:
        if isinstance(self.holder, list):
            self.holder[int(self.key)] = self.value
        else:
            setattr(self.holder, str(self.key), self.value)


if __name__ == "__main__":
    sys.exit(main())
