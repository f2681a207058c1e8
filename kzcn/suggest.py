"""Words for a name that does not exist: the nearest ones that do."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["no_such"]


def no_such(what: str, name: str, known: Sequence[str]) -> str:
    """The message for a name that is none of `known`: those it begins, else those like it, else all."""
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistyped name

    near = [text for text in known if name and text.startswith(name)] or get_close_matches(name, known)
    hint = f"did you mean {' or '.join(map(repr, near[:3]))}?" if near else f"there are: {', '.join(known)}"
    return f"no {what} {name!r}; {hint}"
