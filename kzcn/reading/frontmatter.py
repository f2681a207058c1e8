"""Lines around a text that speak of the text: datelines, bylines, "Last updated …", menus."""

from __future__ import annotations

import re

from kzcn.reading.dating import day_of, first_date

__all__ = ["DATELINES", "copyright_year", "dateline_end", "dateline_place", "licence_in", "line_date", "service_line"]

_MONTH_BEGINS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_ACTS = r"(?:last |first )?(?:updated|modified|edited|revised|published|posted|issued|accessed|retrieved)"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SERVICE = re.compile(
    rf"(?:(?:this )?(?:page|site) )?(?:{_ACTS}|was last (?:edited|modified|updated))(?: on)?(?: {_WEEKDAY},?)?"
    rf"(?:\s?:(?!\W{{0,4}}\d{{1,3}},\d{{3}}\b)"
    rf"|[ ,]+(?=\d|{_MONTH_BEGINS} \d))"
    r"|(?:date|enquiries|contact|phone|tel|fax|e-?mail|photo|source|sources|image)s?\.?\s?:"
    r"|(?:share|credit)s?\s?:(?!\W{0,4}(?:[A-Z]{2,3}\b|about|over|some)?\W{0,4}\d)"
    rf"|as (?:of|at)\s?:?\s?(?=\d|{_MONTH_BEGINS} \d)[^,;:]{{0,24}}?(?:$|\.\s)"
    r"|(?:cite (?:this )?as|(?:read|see) (?:next|also|more)|more on this|related (?:stories|articles|links|news))\s?:"
    r"|from the [\w ]{1,30}encyclop(?:a|æ|ae)edia\b|text is available under|all rights reserved"
    r"|print this page|compiled from|.{0,40}\d ?min(?:ute)?s? read$"
    r"|(?:media |press )?contacts?\s?:|(?-i:SOURCE [A-Z])|(?:published in (?:the )?)?official gazette\b"
    r"|\((?:adds|updates|recasts) |\([$€£]1 ?="
    r"|coordinates:|.{0,60}\bnewsroom\b|.{0,80}\bkeywords?\s?:|tags?\s?:"
    r"|\(?(?:reporting|editing|writing) by\b|copyright\b|©|\(c\) \d{4}"
    r"|by (?:[A-Z][\w.'’-]{0,30} ?){1,5}(?:, [\w ]{0,40}\b(?:correspondent|editor|reporter|writer|staff|bureau))?$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:{_ACTS}|\bdate|this page was last (?:edited|modified))\b(?: on)?[\s:,]{{0,4}}(?=\d|{_MONTH_BEGINS})",
    re.IGNORECASE,
)
_BARS = r"(?:\s?[|•·»>›]\s?|\s\*\s)"
_MENU = re.compile(rf"[^|\n•·»>›*]{{1,40}}(?:{_BARS}[^|\n•·»>›*]{{1,40}}){{2,20}}")
_BAR = re.compile(_BARS)
_CLOCK = re.compile(r",? \d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright\b)[^\d\n]{0,60}(?P<year>(?:19|20)\d\d)\b(?:\s?[-–,]\s?(?P<last>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"\bCC[ -]BY(?:-(?:SA|ND|NC)){0,2}[ -]\d\.\d|\bCC0(?: 1\.0)?\b")
_DAY = (
    r"(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?"
    r"|\d{1,2}(?:st|nd|rd|th)? (?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]{0,6}\.?)(?:,? \d{4})?"
)
# such as KIRKENES, Norway, March 14 (Agency) - or BUDAPEST, 3 May (Agency) — or ASTANA. 3 March. KAZINFORM –
# or MOSCOW, March 3. /TASS/. or Astana, March 3 (Agency) –
_DATELINE = re.compile(
    r"(?:(?:(?:ST|MT|FT)\. )?[A-Z][A-ZÀ-Þ'’ -]{2,30}(?:/[A-ZÀ-Þ][A-ZÀ-Þ'’ -]{1,30})?(?:,? [A-Z]\.[A-Z]\.)?"
    r"|(?P<title>[A-Z][^\W\d_]*(?:[ '’-][A-Z][^\W\d_]+){0,2}))(?:, [A-Z][\w. ]{1,30}){0,2}?"
    rf"(?:[,.]? (?P<day>{_DAY}))?"
    r"(?:[,.]? ?(?P<agency>\((?=[^()\n]*[A-Za-z])[^()\n]{2,40}\)|/[^/\n]{2,40}/)"
    r"|(?:[,.]|(?<=\.)) (?P<name>[A-Z]\w{0,20}[A-Z]\w{0,20}))?"
    r"(?:(?P<dash>\s?[–—_-]{1,3}|\.\s?[–—-])|[.:]?)\s(?=\S)"
)
# such as Dili, 26 January 2016
_PLACE = re.compile(
    r"^[A-Z][^\W\d_’']*[’']?[^\W\d_]+(?:[ .'’-]{1,2}[A-Z][^\W\d_]+){0,2}, (?:the )?(?=\d|[A-Z][a-z]+ \d)"
)
_FULL_DAY = re.compile(r" \d{4}$")
_NUMBERED = re.compile(
    r"^(?:of|dated|from) |,? ?\b(?:No|Nr|N)\.? ?\d[\w/()–-]{0,20},?(?: (?:of|dated|from)(?= ))?"
    r"|,? ?№ ?\d[\w/()–-]{0,20}"
)
"""Number of a law beside its day: "of March 9, 2011 No. 71"."""
_AGENCY = re.compile(r" (?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)$")
_LONGEST_SERVICE = 160
_PROSE = 60
"""Characters of a sentence behind a dateline without an agency."""
DATELINES = 3
"""Paragraphs in which a dateline may stand."""


def service_line(text: str) -> bool:
    """Whether a line speaks of the document, not of its matter; such lines give no facts."""
    if len(text) > _LONGEST_SERVICE and not text.startswith(("(Reporting", "(Editing")):
        return False
    bare = text.lstrip("*_ ")
    is_menu = _MENU.fullmatch(text) is not None and 2 * text.count(": ") <= len(_BAR.findall(text))
    return _SERVICE.match(bare) is not None or is_menu or day_of(_alone(bare)) is not None


def _alone(text: str) -> str:
    """The date of a line without the place before it, the agency behind it, and the number of a law."""
    return _NUMBERED.sub("", _AGENCY.sub("", _PLACE.sub("", _CLOCK.sub("", text)))).strip()


def line_date(text: str) -> str | None:
    """EDTF of the day a line such as "Updated: March 2020" or "Monday 3 May 2004" gives."""
    alone = next((day for part in _BAR.split(text[:300]) if (day := day_of(_alone(part.strip()))) is not None), None)
    if alone is not None:
        return alone.isoformat()
    found = _DATED.search(text[:300])
    return first_date(text[found.end() : found.end() + 60]) if found else None


def copyright_year(text: str) -> str | None:
    """The last year of a line such as "© 2005–2019 Agency"; the year of a page, where nothing else gives it."""
    found = _COPYRIGHT.search(text[:300])
    return (found["last"] or found["year"]) if found else None


def licence_in(text: str) -> str | None:
    """The Creative Commons licence that a text names."""
    found = _LICENCE.search(text[:2000])
    return found[0] if found else None


def dateline_end(raw: str, start: int, end: int) -> int:
    """Where the dateline at the start of a paragraph ends; `start` where there is none."""
    found = _DATELINE.match(raw, start, min(end, start + 140))
    return start if found is None or not _is_dateline(found) else found.end()


_OPENING = 3000
_NAMED = re.compile(r"[^\W\d_][^,/(–—\d]*?(?=\s*[,/(–—-]|\.?\s*$|\s\d)")


def dateline_place(raw: str) -> str | None:
    """The place that the dateline of a text names, which "here" means in it; None where it has none."""
    start = 0
    for line in raw[:_OPENING].splitlines(keepends=True):
        end = dateline_end(raw, start, start + len(line.rstrip()))
        if end > start:
            found = _NAMED.match(raw, start, end)
            return (found[0].title() if found[0].isupper() else found[0]) if found else None
        start += len(line)
    return None


def _opens_prose(found: re.Match[str]) -> bool:
    """Whether place and whole day stand before a sentence, not before an entry such as "Riga, 3 May 1999 – arrived"."""
    whole = _FULL_DAY.search(found["day"]) and (found["dash"] or found[0].rstrip().endswith((".", ":")))
    return bool(whole) and found.string[found.end()].isupper() and found.endpos - found.end() >= _PROSE


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether a place at the start is told by its day, its agency or a dash; in small letters by day and agency."""
    if found["title"]:
        return bool(found["day"] and (found["agency"] or _opens_prose(found)))
    if found["dash"]:
        return bool(found["day"] or found["agency"] or found["name"])
    return bool(found["agency"] and (found["day"] or found["agency"][0] == "/"))
