"""Search terms: how text goes into the full-text index and how a question is put to it.

The tokenizer of the index (`porter unicode61`) takes a run of Chinese characters for one word, so a part of a name
would not be found. The column `han` therefore holds every such character by itself, and a question's Chinese runs are
asked for as phrases of single characters.
"""

from __future__ import annotations

import re

__all__ = ["han", "han_runs", "match"]

_HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_RUN = re.compile(f"[{_HAN}]+")
_TERM = re.compile(f"[{_HAN}]+|(?:(?![{_HAN}])\\w)+")


def han(text: str) -> str:
    """The Chinese, Japanese and Korean characters of a text, each by itself: `"郅支 (Zhizhi)"` gives `"郅 支"`."""
    return " ".join(character for run in _HAN_RUN.findall(text) for character in run)


def han_runs(text: str) -> list[str]:
    """The runs of such characters: `"郅支 (Zhizhi)"` gives `["郅支"]`."""
    return _HAN_RUN.findall(text)


def match(text: str) -> str | None:
    """The FTS5 expression for what someone typed: every term must occur, as a word's beginning or a Chinese phrase.

    Returns: None where the text holds no word at all.
    """
    terms = [_phrase(term) for term in _TERM.findall(text)]
    return " ".join(terms) or None


def _phrase(term: str) -> str:
    if _HAN_RUN.match(term):
        return f'han : "{" ".join(term)}"'
    return f'"{term}" *'
