"""From an answer to what it rests on: citations, passages, verification, and what changed between two builds.

Import the parts by name (`kzcn.trust.cite`, `kzcn.trust.passage`): a question pays for none of them.
"""

from __future__ import annotations

__all__: list[str] = []
