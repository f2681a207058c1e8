"""Short phrases out of token ranges: noun phrases for titles and measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kzcn.extract.tokens import Token

__all__ = ["capital", "complement", "joined", "noun_phrase", "word_count"]

_LINKS = frozenset(("of", "'s", "’s"))
_LOOSE = frozenset(("prep", "to", "conj", "rel", "sub", "punct"))
_WORDS = re.compile(r"[^\W_]+")
_QUOTES = frozenset("\"'“”‘’«»„")
_NO_SPACE_BEFORE = frozenset(("'s", "’s", ",", ".", ")", ":", ";", "%"))


def noun_phrase(tokens: Sequence[Token], places: Iterable[int], most: int = 6) -> str:
    """The first noun phrase of a range, without articles, cut before prepositions other than "of"; `most` words."""
    chosen: list[Token] = []
    for place in _after_listed_adjectives(tokens, list(places)):
        token = tokens[place]
        if token.tag in ("word", "name", "quantity") or (
            chosen and (token.low in _LINKS or _hyphen(chosen[-1], token))
        ):
            chosen.append(token)
        elif token.low in _QUOTES:
            continue
        elif chosen and _lists_adjectives(tokens, place):
            chosen.clear()
        elif chosen and (token.low == "and" or _lists_names(tokens, place)):
            chosen.append(token)
        elif (
            token.tag in ("det", "adv", "neg")
            or _measures(tokens, place)
            or (not chosen and token.tag in ("prep", "punct", "to", "conj"))
        ):
            continue
        else:
            break
    return joined(_fit(chosen, most))


def _lists_adjectives(tokens: Sequence[Token], place: int) -> bool:
    """Is a comma one between two adjectives: "a strong, unified state"?"""
    before = [token.low for token in tokens[place - 2 : place - 1]]
    after = [token.tag for token in tokens[place + 1 : place + 3]]
    return tokens[place].low == "," and before in (["a"], ["an"]) and after in (["word", "word"], ["word", "name"])


def _lists_names(tokens: Sequence[Token], place: int) -> bool:
    """Is a comma one of "Chile , Peru and Bolivia"?"""
    if tokens[place].low != "," or tokens[place - 1].tag != "name":
        return False
    at = place
    while at + 1 < len(tokens) and tokens[at].low == "," and tokens[at + 1].tag == "name":
        at += 2
    return at > place and at + 1 < len(tokens) and tokens[at].low == "and" and tokens[at + 1].tag == "name"


def _measures(tokens: Sequence[Token], place: int) -> bool:
    """Is a time the first adjective of a phrase: "a three-day meeting"?"""
    if tokens[place].tag != "date" or place + 1 >= len(tokens) or place == 0:
        return False
    return tokens[place - 1].tag in ("det", "adv") and tokens[place + 1].tag == "word"


def _after_listed_adjectives(tokens: Sequence[Token], places: list[int]) -> list[int]:
    """Leave out all but the last of "political , cultural , and economic ties"."""
    plain = [index for index, place in enumerate(places) if tokens[place].tag == "conj"]
    if len(plain) != 1 or plain[0] < 3:
        return places
    before = [tokens[place] for place in places[: plain[0]]]
    listed = (
        all(token.tag == "word" or token.low == "," for token in before)
        and sum(token.tag == "word" for token in before) <= len(before) // 2 + 1
    )
    return places[plain[0] + 1 :] if listed and any(token.low == "," for token in before) else places


def complement(tokens: Sequence[Token], places: Iterable[int], most: int) -> str:
    """What goes with a verb, without articles, dates and what follows a comma: "support for the union"."""
    chosen: list[Token] = []
    for place in places:
        token = tokens[place]
        if token.low in _QUOTES:
            continue
        if chosen and _hyphen(chosen[-1], token):
            chosen.append(token)
            continue
        if token.tag == "date" and chosen and chosen[-1].tag == "prep":
            chosen.pop()
        if token.tag == "punct" or (token.tag in ("rel", "sub", "verb", "aux", "modal") and chosen):
            break
        extent = token.tag == "adv" and chosen and chosen[-1].low == "as"  # "as far as Lima"
        if (
            token.tag in ("det", "adv", "neg", "date")
            and token.low not in _LINKS
            and token.low != "each"
            and not extent
        ):
            continue
        chosen.append(token)
    return joined(_whole_phrases(chosen, most))


def _parts(chosen: Sequence[Token], place: int) -> bool:
    """Does a phrase end before this word? The "and" of "Belt and Road" or "between Chad and Togo" ends none."""
    named = 0 < place < len(chosen) - 1 and chosen[place - 1].tag == "name" == chosen[place + 1].tag
    joins = named or _is_between(chosen[:place])
    return chosen[place].tag in ("prep", "to") or (chosen[place].tag == "conj" and not joins)


def _is_between(chosen: Sequence[Token]) -> bool:
    """Is the last link of a phrase a "between", whose "and" is still to come?"""
    last = next((token for token in reversed(chosen) if token.tag in ("prep", "to", "conj")), None)
    return last is not None and last.low == "between"


def _whole_phrases(chosen: list[Token], most: int) -> list[Token]:
    """The phrases that fit, each whole; of a first phrase that is too long, its last words, where its noun stands.

    Of "between Chad and Togo" no part is kept alone.
    """
    ends = [place for place in range(len(chosen)) if _parts(chosen, place)] + [len(chosen)]
    whole = next((end for end in reversed(ends) if end and word_count(joined(chosen[:end])) <= most), None)
    if whole is not None:
        kept = chosen[:whole]
    elif chosen and chosen[0].low == "between":
        kept = []
    else:
        kept = chosen[: ends[0] or (ends[1] if len(ends) > 1 else len(chosen))]
        while kept and word_count(joined(kept)) > most:
            kept = kept[1:]
    while kept and kept[0].low in ("'s", "’s"):
        kept = kept[1:]
    while kept and (kept[-1].tag in _LOOSE or kept[-1].low in _LINKS):
        kept = kept[:-1]
    return kept


def _hyphen(before: Token, token: Token) -> bool:
    """A hyphen that joins two names: "Franco-Prussian"."""
    return token.low in ("-", "–") and token.start == before.end


def _fit(chosen: list[Token], most: int) -> list[Token]:
    """The first words that fit; the noun alone, where nothing but its adjective would."""
    left: list[Token] = []
    while chosen and (
        (len(chosen) > 1 and word_count(joined(chosen)) > most)
        or chosen[-1].tag in ("conj", "punct")
        or chosen[-1].low in _LINKS
    ):
        left.append(chosen.pop())
        while len(chosen) > 1 and chosen[-1].adjective:
            chosen.pop()
    bare = len(chosen) == 1 and chosen[0].adjective and left and left[-1].tag == "name"
    return [left[-1]] if bare else chosen


def joined(tokens: Iterable[Token]) -> str:
    """The words of tokens with blanks between, none before "'s" and marks."""
    text, end = "", -1
    for token in tokens:
        glued = not text or token.low in _NO_SPACE_BEFORE or token.start == end
        text += token.text if glued else f" {token.text}"
        end = token.end
    return " ".join(text.split())


def word_count(text: str) -> int:
    """The words of a text, those that a hyphen, an apostrophe or a comma joins counted apart."""
    return len(_WORDS.findall(text))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
