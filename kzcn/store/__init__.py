"""The database: schema, atomic write, read-only open.

Import the parts by name (`kzcn.store.read`, `kzcn.store.write`): a query must not pay for the writer.
"""

from __future__ import annotations

__all__: list[str] = []
