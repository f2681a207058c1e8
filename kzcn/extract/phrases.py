"""Short phrases out of token ranges: noun phrases for titles and measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzcn.extract.tokens import Token

__all__ = ["capital", "joined", "noun_phrase", "topic"]

_LINKS = frozenset(("of", "'s", "’s", "'", "’"))
_NO_SPACE_BEFORE = frozenset(("'s", "’s", "'", "’", ",", ".", ")", ":", ";", "%"))


def noun_phrase(tokens: Sequence[Token], places: Iterable[int], most: int = 6) -> str:
    """The first noun phrase of a range, without articles: at most `most` words, cut before prepositions other than "of"."""
    chosen: list[Token] = []
    for place in places:
        token = tokens[place]
        if token.tag in ("word", "name", "quantity") or (chosen and token.low in _LINKS):
            chosen.append(token)
        elif token.tag == "conj" and chosen and token.low == "and":
            chosen.append(token)
        elif token.tag in ("det", "adv", "neg") or (not chosen and token.tag in ("prep", "punct", "to", "conj")):
            continue
        else:
            break
    return joined(_fit(chosen, most))


def _fit(chosen: list[Token], most: int) -> list[Token]:
    while chosen and (sum(len(token.text.split()) for token in chosen) > most or chosen[-1].tag == "conj" or chosen[-1].low in _LINKS):
        chosen.pop()
    return chosen


def joined(tokens: Iterable[Token]) -> str:
    """The words of tokens with blanks between, none before "'s" and marks."""
    text = ""
    for token in tokens:
        text += token.text if not text or token.low in _NO_SPACE_BEFORE else f" {token.text}"
    return " ".join(text.split())


def topic(tokens: Sequence[Token], places: Iterable[int], most: int = 5) -> str:
    """What a phrase is about: its plain words and names in order, without articles, verbs or marks."""
    words = [tokens[place] for place in places if tokens[place].tag in ("word", "name", "verb")]
    return joined(words[:most])


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
