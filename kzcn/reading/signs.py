"""What lines of plain text begin and end with: bullets, years of a timeline, ends of sentences; headings."""

from __future__ import annotations

import re

from kzcn.reading.fields import is_value

__all__ = ["BULLET", "SENTENCE_END", "TIMELINE", "is_heading"]

SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
BULLET = re.compile(r"(?:[*•‣▪·+–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
"""What a list item begins with: a sign, or a number or letter with a full stop or bracket."""
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAYS = r"\d{1,2}(?:(?: ?[–-] ?| and | to )\d{1,2})?"
TIMELINE = re.compile(
    rf"(?:(?:c\. ?)?(?:\d{{1,2}} {_MONTH} ?[–-] ?\d{{1,2}} {_MONTH} |{_DAYS} {_MONTH} |{_MONTH} (?:{_DAYS}, )?"
    rf"|{_MONTH} ?[–-] ?{_MONTH} )?"
    r"\d{3,4}(?:[–-]\d{2,4})?s?(?: BCE?| AD)?|\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"(?:\s?[:–—]\s|\s[-|]\s)"
)
"""What an item of a timeline begins with: a year, month or day, and a colon or dash."""
_HEADING_LENGTH = 90


def is_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, begun by a letter, no sentence."""
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'«"
    ends = SENTENCE_END.search(text) or "; " in text
    return len(text) <= _HEADING_LENGTH and opens and not ends and not BULLET.match(text) and not is_value(text)
