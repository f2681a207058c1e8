"""Views of single sentences, made by the real readers, for the tests of what is built on them."""

from __future__ import annotations

from kzcn import reading
from kzcn.extract.analysis import View, mentions_of, view


def view_of(text: str) -> View:
    """The only sentence of a text as read."""
    document = reading.read(text.encode(), "example.txt", format="text")
    (sentence,) = document.sentences
    seen = view(document, mentions_of(document), sentence)
    assert seen is not None
    return seen


def words(seen: View, places: range) -> str:
    """The words of a range of tokens."""
    return " ".join(seen.tokens[place].text for place in places)
