"""From a document to its claims: mentions, clauses, frames, attachment."""

from __future__ import annotations

from kzcn.extract.engine import extract

__all__ = ["extract"]
