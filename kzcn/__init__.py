"""Facts about China–Kazakhstan relations, each with the place it was read from.

>>> import kzcn
>>> with kzcn.open() as facts:
...     rows = facts.timeline(from_="1992", limit=2)
>>> [row.date >= "1992" for row in rows]
[True, True]
>>> sorted(rows.to_dicts()[0])[:5]
['attribution', 'conflicts', 'date', 'date_shown', 'derivation']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kzcn.query import Facts

__all__ = ["__version__", "open"]

__version__ = "0.1.0"


def open(path: str | Path | None = None) -> Facts:  # noqa: A001 - `kzcn.open()` reads as what it does
    """Open a fact database for questions; without a path the one that `kzcn info` names.

    Raises: kzcn.errors.DatabaseError for a file that is missing, foreign, damaged or of a newer schema.
    """
    from kzcn.query import Facts  # noqa: PLC0415 - `import kzcn` stays light
    from kzcn.store.places import to_read  # noqa: PLC0415

    return Facts(to_read(path))
