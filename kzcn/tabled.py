"""The tables in `kzcn/tables/`, read as rows."""

from __future__ import annotations

import csv
from importlib.resources import files

__all__ = ["rows"]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table, column to cell; `name` is its file: "states.csv"."""
    text = (files("kzcn") / "tables" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
