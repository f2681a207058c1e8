"""What the rules of a sentence look at together."""

from __future__ import annotations

from typing import NamedTuple

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dating

__all__ = ["Scene"]


class Scene(NamedTuple):
    """A sentence, its dates, and the two parties that its document is about ("the two countries")."""

    view: View
    dating: Dating
    main: tuple[str, ...]

    def clause(self, index: int | None) -> Clause | None:
        """The clause of an index; None for what stands in no clause."""
        return None if index is None else self.view.clauses[index]
