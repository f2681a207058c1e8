from __future__ import annotations

from pathlib import Path

import pytest

import kzcn
from kzcn.query import FactRow


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_become_a_data_frame_in_one_line(example: Path, library: str) -> None:
    frames = pytest.importorskip(library)
    with kzcn.open(example) as facts:
        rows = facts.timeline(all=True, undated=True)
    frame = frames.DataFrame(rows.to_dicts())
    assert tuple(frame.columns) == FactRow._fields
    assert list(frame["title"]) == [row.title for row in rows]
    assert frame["value"].max() == max(row.value for row in rows if row.value is not None)
