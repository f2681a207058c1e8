"""Text to tokens to tags: a token becomes one character, so that patterns of tokens can be regular expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from kzcn.dates.words import CAPITAL, TAGS

__all__ = ["TAG", "Tokens", "tag_line", "tag_set", "tokenize"]

_NUMBER_TAGS = ("N12", "N24", "N31", "N59", "N99", "N00", "N3", "YEAR4", "N4", "NX", "ORDDAY", "ORDBIG", "DECADE")
_SHAPE_TAGS = ("ROMAN", "ISO", "SLASHED", "CLOCKTIME", "HAN", "QNAME")
_MARKS = {
    **dict.fromkeys(("-", "–", "−", "‑", "\N{FIGURE DASH}"), "DASH"),
    **dict.fromkeys(("'", "’", "‘"), "APOS"),
    **dict.fromkeys(('"', "“", "”"), "QUOTE"),
    **dict.fromkeys(("'s", "’s"), "S"),
    **dict.fromkeys(("(", "["), "OPEN"),
    **dict.fromkeys((")", "]"), "CLOSE"),
    **dict.fromkeys(("$", "€", "£", "№", "#", "+"), "MONEY"),
    ",": "COMMA",
    ".": "DOT",
    ";": "SEMI",
    "/": "SLASH",
    "—": "LONGDASH",
    "%": "PERCENT",
    "&": "AND",
}
_NAMES = [*TAGS, *_NUMBER_TAGS, *_SHAPE_TAGS, *sorted(set(_MARKS.values())), "BREAK", "NAME", "OTHER"]
TAG = {name: chr(0x100 + number) for number, name in enumerate(_NAMES)}
"""Tag -> the character that stands for it. NAME is an unknown word with a capital, OTHER any other unknown token."""


def tag_set(names: str) -> frozenset[str]:
    """The characters of tags, which are named on one line."""
    return frozenset(TAG[name] for name in names.split())


def tag_line(names: str) -> str:
    """The characters of tags, which are named on one line, for a set of a pattern."""
    return "".join(sorted(tag_set(names)))


_COUNTED = tag_set("UNIT UNITS DAY DAYS CLOCK CLOCKS HUNDRED PERCENT MONEY N12 N24 N31 N59 N99 N3 N4 NX CARD TENS ONE")
_TOKEN = re.compile(
    r"""
    [ ]?(                                                 # a blank is passed over with the word behind it
      [A-Za-z]+(?=[ ,;)\n]) | [A-Za-z]{2,}(?=\.\s)        # most words, looked for first
    | \n[^\S\n]*\n\s*                                     # an empty line parts paragraphs
    | (?:https?://|www\.|doi:)\S+ | 10\.\d{4,9}/\S+        # addresses are one unknown token
    | (?:[ap]\.\s?m\b\.? | [BC]\.\s?[CE]\.(?:\s?E\.)? | A\.\s?D\. | [oO]['’]clock\b)
    | \d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)? | \d{1,2}月\d{1,2}[日号]
    | \d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-]) | \d{4}/\d\d?/\d\d?(?![\w/])
    | (?:\d\d?/\d\d?/|\d\d?\.\d\d?\.)\d{4}(?![\w/]) | \d\d?/\d\d?/\d\d(?![\w/])
    | \d\d?:\d\d(?::\d\d)?(?![\w:])
    | \d+(?:-\d+){2,} | \d+(?:[.,]\d+)+                   # chains and fractions are no years
    | \d+(?=(?:BCE?|AD|CE|[ap]\.?m)\b)
    | \d+\w* | [^\W\d_]+\d\w*
    | ['’]s\b | [^\W\d_]+ | [^\w\s] | _+
    )
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_DECADE = re.compile(r"\d{1,3}0s|\d0s")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:]+)?|\d{4}/\d\d?/\d\d?")
_SLASHED = re.compile(r"\d\d?([/.])\d\d?\1\d{2,4}")
_QUARTER = re.compile(r"[1-4]Q|Q[1-4]|[12]H|H[12]")
_ROMAN = re.compile(r"(?=..)X{0,2}(?:IX|IV|V?I{0,3})")
_CLOCK = re.compile(r"\d\d?:\d\d(?::\d\d)?")


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text: their words, where they stand, and one tag character each."""

    text: str
    words: list[str]
    tags: str
    before_christ: frozenset[int] = frozenset()
    """Tokens that are years before Christ though no era stands at them."""

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where the tokens stand, in order: nothing but white space stands between them."""
        spans, end = [], 0
        for word in self.words:
            start = self.text.index(word, end)
            end = start + len(word)
            spans.append((start, end))
        return spans


_VOCABULARY = 50_000
"""Tokens whose tags are remembered from one text to the next."""


class _Tagger(dict[str, str]):
    """Token -> tag character; what is not in the table is classified, and kept while there is room."""

    def __missing__(self, word: str) -> str:
        tag = TAG[_classify(word)]
        if len(self) < _VOCABULARY:
            self[word] = tag
        return tag


@cache
def _tagger() -> _Tagger:
    table = {word: TAG[tag] for tag, words in TAGS.items() for word in words.split() if word not in CAPITAL}
    return _Tagger(table | {mark: TAG[tag] for mark, tag in _MARKS.items()})


@cache
def _capital_tags() -> dict[str, str]:
    return {word: tag for tag, words in TAGS.items() for word in words.split()}


def _classify(word: str) -> str:
    if word[0].isdigit():
        return _classify_number(word)
    if word[0] == "\n":
        return "BREAK"
    if word[0] in "QH" and _QUARTER.fullmatch(word):
        return "QNAME"
    if word[0] in "IVX" and _ROMAN.fullmatch(word):
        return "ROMAN"
    if word[0].isupper():
        return _capital_tags().get(word.lower(), "NAME")
    return "OTHER"


def _classify_number(word: str) -> str:
    if word.isdecimal() and word.isascii():
        return _classify_integer(word)
    if ordinal := _ORDINAL.fullmatch(word):
        return "ORDDAY" if 1 <= int(ordinal[1]) <= 31 else "ORDBIG"
    if _DECADE.fullmatch(word):
        return "DECADE"
    for tag, shape in (("ISO", _ISO), ("SLASHED", _SLASHED), ("CLOCKTIME", _CLOCK), ("QNAME", _QUARTER)):
        if shape.fullmatch(word):
            return tag
    if word[-1] in "年月日号":
        return "HAN"
    return "NX" if word.replace(",", "").replace(".", "").isdecimal() and word.isascii() else "OTHER"


def _classify_integer(word: str) -> str:
    number, length = int(word[:5]), len(word)
    if length >= 4:
        return "YEAR4" if length == 4 and 1000 <= number < 2200 else "N4"
    if length == 3:
        return "N3" if number >= 100 else "OTHER"
    if word[0] == "0":
        return "N00"
    for tag, limit in (("N12", 12), ("N24", 24), ("N31", 31), ("N59", 59)):
        if number <= limit:
            return tag
    return "N99"


def tokenize(text: str) -> Tokens:
    """Cut a text into tokens; white space is none, except an empty line."""
    words = _TOKEN.findall(text)
    tags = "".join(map(_tagger().__getitem__, words))
    return Tokens(text, words, _with_old_years(words, tags))


_PARTS = tag_line("SEASON FALL EDGE MIDDLE EARLY LATE LATTER")
_BEFORE_OLD_YEAR = re.compile(
    f"(?:(?P<strict>[{tag_line('MONTH MAYMARCH MON EARLY LATE MID')}])|[{_PARTS}]{TAG['OF']}"
    f"|(?P<first>{TAG['BETWEEN']}))$"
)
_SECOND = f"{TAG['AND']}{TAG['YEAR4']}"
_GO_ON = frozenset(
    """he she it they we who which that when where while but as with by at for under after before until and or in on
    from to of the a an its his her their this these was were is are had has have""".split()
)
"""Words in small letters that nothing is counted by: they may follow a year."""
_BESIDE = 4


def _with_old_years(words: list[str], tags: str) -> str:
    """The tags, a number of three digits a year where a month, season or part of a year stands before it.

    "In October 993 he came", "in the winter of 522", "late 525", "between 916 and 1125"; not "in October 300 men".
    """
    found: list[int] = []
    at = tags.find(TAG["N3"])
    while at >= 0:
        before = _BEFORE_OLD_YEAR.search(tags[max(0, at - _BESIDE) : at])
        opens = before is not None and (not before["first"] or tags[at + 1 : at + 3] == _SECOND)
        if before is not None and opens and not _counts(words, tags, at + 1, named=bool(before["strict"])):
            found.append(at)
        at = tags.find(TAG["N3"], at + 1)
    if not found:
        return tags
    written = list(tags)
    for at in found:
        written[at] = TAG["YEAR4"]
    return "".join(written)


def _counts(words: list[str], tags: str, after: int, *, named: bool) -> bool:
    """Does what follows a number tell what it counts? Where `named`, a name does, too."""
    if after >= len(words):
        return False
    if tags[after] == TAG["NAME"]:
        return named
    return tags[after] in _COUNTED or (tags[after] == TAG["OTHER"] and words[after] not in _GO_ON)
