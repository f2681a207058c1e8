"""Every computed value names its inputs; recomputed here by other means, from what the database holds."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

import kzcn
from kzcn.ingest import ingest
from kzcn.query import FactRow, Facts
from kzcn.store.places import shipped

INGREDIENTS = {
    "border_length": {"border_land_length", "border_water_length"},
    "border_land_length": {"border_length", "border_water_length"},
    "border_water_length": {"border_length", "border_land_length"},
    "disputed_area": {"disputed_share", "disputed_area"},
    "trade_turnover": {"trade_turnover", "trade_growth"},
}


def recomputed(kind: str, inputs: dict[str, float]) -> float:
    if kind == "border_length":
        return sum(inputs.values())
    if kind.startswith("border"):
        return 2 * inputs["border_length"] - sum(inputs.values())
    if kind == "disputed_area":
        return inputs["disputed_share"] * inputs["disputed_area"] / 100
    return inputs["trade_turnover"] / (1 + inputs["trade_growth"] / 100)


def prove(facts: Facts) -> list[FactRow]:
    """Recompute every derived fact."""
    rows = {row.id: row for row in facts.everything()}
    derived = [row for row in rows.values() if row.status == "derived"]
    for row in derived:
        (record,) = facts.export([row.id])
        inputs = {rows[name].kind: rows[name].value or 0.0 for name in record["derived_from"]}
        assert set(inputs) == INGREDIENTS[row.kind], row
        assert row.value is not None
        assert math.isclose(recomputed(row.kind, inputs), row.value, rel_tol=0.02), row
        assert row.derivation
    return derived


@pytest.mark.skipif(not shipped().exists(), reason="data/facts.sqlite is not built")
def test_every_computed_value_of_the_shipped_facts_follows_from_its_inputs() -> None:
    with kzcn.open(shipped()) as facts:
        assert len(prove(facts)) >= 3


def test_a_third_length_follows_from_the_two_that_are_told(tmp_path: Path) -> None:
    text = "The border between Peru and Chile is 500 km long, of which 200 km are on land."
    (tmp_path / "border.txt").write_text(text, encoding="utf-8")
    ingest([tmp_path / "border.txt"], tmp_path / "a.sqlite")
    with kzcn.open(tmp_path / "a.sqlite") as facts:
        assert [(row.kind, row.value) for row in prove(facts)] == [("border_water_length", 300)]
