"""Facts about China–Kazakhstan relations, each with the place it was read from."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
