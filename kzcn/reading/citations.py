"""Entries of a reference list whose fields have lost their names.

    Book: Aho, Maija . 2011 . The Border of Two Seas . Lindfors Press . 978-… . 44–47 .

The values stand in the order in which somebody wrote them. What has a form of its own (dates, addresses, numbers) is
told by it; of the words, short capitalised ones are names and the first longer one is the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kzcn.model import Citation, Span
from kzcn.reading.dating import day_of, plain_date

__all__ = ["citation"]


class _Part(NamedTuple):
    """A value between two full stops, and what its form says it is."""

    text: str
    sort: str


_TYPE = re.compile(
    r"(?P<type>Web site|Website|News|Book|Journal|Magazine|Thesis|Report|Press release|Encyclopedia|Conference|Video"
    r"|AV media|Cite web|Podcast|Speech|Document)\s?:\s?",
)
_SPACED = re.compile(r"(?:^|\s)\.(?=\s|$)")
_COMPACT = re.compile(
    r"\s?(?<![\s.(][^\W\d_])(?<!^[^\W\d_])(?<!\b[Vv]ol)(?<!\b[Nn]o)(?<!\bpp)(?<!\bed)(?<!\bSt)\.(?=\s|$)"
)
_ARCHIVES = re.compile(
    r"https?://(?:web\.archive\.org|archive\.(?:today|is|ph|org|li|fo|vn|md)|www\.webcitation\.org|perma\.cc"
    r"|ghostarchive\.org|webarchive\.[a-z.]{2,30})/"
)
_ARCHIVED = re.compile(r"/(?P<stamp>\d{8})\d{0,6}(?:[a-z_]{2,4})?/(?P<url>https?:\S+)$")
_URL_IN_TEXT = re.compile(r"https?://[^\s\"<>]{4,2000}")
_PAGES_IN_TEXT = re.compile(r"\bpp?\. ?(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)")
_QUOTED = re.compile(r"[\"“«]([^\"”»]{8,400})[\"”»]")

# the first form that fits a whole value says what the value is
_FORMS = (
    ("status", re.compile(r"live|dead|unfit|usurped|deviated|bot: unknown|registration|subscription|limited|free")),
    ("archive", re.compile(_ARCHIVES.pattern + r"\S+")),
    ("url", re.compile(r"(?:https?|ftp)://\S+")),
    ("doi", re.compile(r"10\.\d{4,9}/\S+")),
    ("issn", re.compile(r"\d{4}-\d{3}[\dXx]")),
    ("isbn", re.compile(r"(?:ISBN:? )?(?:97[89](?:[- ]?\d){10}|\d(?:[- ]?\d){8}[- ]?[\dXx](?<=[-X\d]{13}))")),
    ("pages", re.compile(r"(?:pp?\.? ?)?\d{1,5}\s?[–-]\s?\d{1,5}(?:, \d{1,5}(?:[–-]\d{1,5})?){0,9}|pp?\.? ?\d{1,5}")),
    ("number", re.compile(r"\d{1,4}(?:\(\d{1,3}\))?")),
    ("id", re.compile(r"\d{5,}|[a-z]{2}\.\d{5,}|PMC\d{4,}")),
)
_LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "japanese": "ja",
    "kazakh": "kk",
    "kyrgyz": "ky",
    "mongolian": "mn",
    "persian": "fa",
    "polish": "pl",
    "russian": "ru",
    "spanish": "es",
    "turkish": "tr",
    "ukrainian": "uk",
    "uzbek": "uz",
}
_LANGUAGE = re.compile(r"(?:ar|az|de|en|es|fa|fi|fr|it|ja|kk|ko|ky|mn|pl|pt|ru|tg|tr|ug|uk|uz|zh)(?:-[A-Za-z]{2,4})?")
_LANGUAGE_PREFIX = re.compile(r"(?P<language>[A-Z][a-z]{3,10}|[a-z]{2}): ?(?=\S)")

_ORGANISATION = re.compile(
    r"\b(?:academy|agency|association|bank|books|bureau|center|centre|chronicle|college|committee|council|daily|embassy"
    r"|foundation|gazette|government|group|herald|house|institute|institution|international|journal|library|magazine"
    r"|media|ministry|museum|network|news|office|organi[sz]ation|post|press|publishers?|publishing|radio|report|reuters"
    r"|review|routledge|service|society|studies|survey|television|times|today|tribune|university|verlag|weekly)\b"
    r"|^the\b|[^\s.]\.[a-z]{2,6}\b|/",
    re.IGNORECASE,
)
_HAN_ORGANISATION = re.compile(r"[社网網报報部馆館学學会會局院厅站台所刊]$")
_PLACE = re.compile(
    r"(?:Amsterdam|Basingstoke|Beijing|Berlin|Boston|Cambridge|Chicago|London|Moscow|New Haven|New York|Oxford|Paris"
    r"|Princeton|Singapore|Stanford|Tokyo|Washington)(?:(?:, | and |; )[A-Z][\w. ]{1,30})?(?:, [A-Z][\w.]{1,20})?"
)
_HAN_NAME = re.compile(r"[\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,6})?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+){0,3}\.?")
_PARTICLES = frozenset({"al", "bin", "da", "de", "der", "di", "du", "van", "von"})
_HAN = "\u2e80"
_SOON = 31
"""Days after a visit within which a page is archived."""


def citation(number: str, raw: str, start: int, end: int) -> Citation:
    """The citation that an entry of a reference list gives.

    Args:
        number: its number in the list.
        raw: the raw text.
        start: where the entry begins, after its number.
        end: where it ends.
    """
    span = Span(start, end)
    text = raw[start:end].strip()
    kind = _TYPE.match(text)
    parts = list(_parts(text[kind.end() :] if kind else text))
    typed = sum(part.sort not in {"words", "empty"} for part in parts)
    if kind is None and (typed < 2 or all(part.sort in {"words", "empty", "number"} for part in parts)):
        return _free(number, span, text)
    return _from_parts(number, span, kind["type"] if kind else "Journal", parts)


def _free(number: str, span: Span, text: str) -> Citation:
    """An entry in plain words: what stands in quotes is its title, else its words without the address."""
    url = _URL_IN_TEXT.search(text)
    quoted = _QUOTED.search(text)
    pages = _PAGES_IN_TEXT.search(text)
    words = f"{text[: url.start()]} {text[url.end() :]}" if url else text
    return Citation(
        number,
        span,
        title=quoted[1] if quoted else words.strip(" .") or None,
        url=url[0].rstrip(".,;)") if url else None,
        pages=pages[1] if pages else None,
    )


def _parts(text: str) -> Iterator[_Part]:
    spaced = len(_SPACED.findall(text))
    compact = len(_COMPACT.findall(text)) - spaced
    splitter = _SPACED if spaced >= compact else _COMPACT
    at = 0
    for found in splitter.finditer(text):
        yield _part(text[at : found.start()].strip())
        at = found.end()
    last = text[at:].strip()
    yield _part(last if re.search(r"(?:^| )[^\W\d_]\.$", last) else last.removesuffix("."))


def _part(text: str) -> _Part:
    if not text:
        return _Part("", "empty")
    if plain_date(text):
        return _Part(text, "date")
    if _LANGUAGE.fullmatch(text) or text.casefold() in _LANGUAGES:
        return _Part(_LANGUAGES.get(text.casefold(), text), "language")
    return _Part(text, next((sort for sort, form in _FORMS if form.fullmatch(text)), "words"))


def _from_parts(number: str, span: Span, kind: str, parts: list[_Part]) -> Citation:
    language, parts = _without_language_prefixes(parts)
    archive = _first(parts, "archive")
    archived = _ARCHIVED.search(archive) if archive else None
    words = _Words.of(parts, is_book=kind == "Book")
    return Citation(
        number,
        span,
        authors=words.authors,
        title=words.title,
        translated_title=words.translated_title,
        work=words.work,
        date=_date(parts, archived["stamp"] if archived else None),
        url=_first(parts, "url") or (archived["url"] if archived else None),
        archive_url=archive,
        doi=_first(parts, "doi"),
        isbn=_first(parts, "isbn"),
        language=_first(parts, "language") or language,
        pages=_pages(parts, kind),
    )


def _first(parts: list[_Part], sort: str) -> str | None:
    return next((part.text for part in parts if part.sort == sort), None)


def _without_language_prefixes(parts: list[_Part]) -> tuple[str | None, list[_Part]]:
    """Take "Russian: …" and "ru:…" off the values; the language they name."""
    named: str | None = None
    bare: list[_Part] = []
    for part in parts:
        prefix = _LANGUAGE_PREFIX.match(part.text) if part.sort == "words" else None
        code = _LANGUAGES.get(prefix["language"].casefold(), prefix["language"]) if prefix else ""
        if prefix and _LANGUAGE.fullmatch(code):
            named = named or code
            bare.append(_Part(part.text[prefix.end() :], "title" if len(prefix["language"]) == 2 else "words"))
        else:
            bare.append(part)
    return named, bare


def _pages(parts: list[_Part], kind: str) -> str | None:
    """A range, or the last small number of a book; in a journal small numbers are volume and issue."""
    pages = _first(parts, "pages")
    numbers = [part.text for part in parts if part.sort == "number"]
    return pages or (numbers[-1] if kind == "Book" and numbers else None)


def _date(parts: list[_Part], stamp: str | None) -> str | None:
    """EDTF of the publication: of the dates that are not the archive's, the first of two, or one before the address.

    Archives stamp their addresses with the day; a lone date shortly before that day is the day of a visit.
    """
    dates = [(index, part.text) for index, part in enumerate(parts) if part.sort == "date"]
    address = next((index for index, part in enumerate(parts) if part.sort == "archive"), len(parts))
    stamped = [place for place in dates if day_of(place[1]) == _day(stamp)] if stamp else []
    if stamped:
        dates.remove(min(stamped, key=lambda place: (place[0] < address, abs(place[0] - address))))
    if len(dates) == 1 and stamp and _is_visit(parts, dates[0], address, stamp):
        return None
    return plain_date(dates[0][1]) if dates else None


def _is_visit(parts: list[_Part], place: tuple[int, str], address: int, stamp: str) -> bool:
    index, text = place
    if index > address:
        return True
    day, archived = day_of(text), _day(stamp)
    near = day is not None and archived is not None and 0 <= (archived - day).days <= _SOON
    return near and index + 1 < len(parts) and parts[index + 1].sort in {"date", "archive"}


def _day(stamp: str | None) -> date | None:
    return day_of(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}") if stamp else None


class _Words(NamedTuple):
    """The values without a form: who, what, where."""

    authors: tuple[str, ...]
    title: str | None
    translated_title: str | None
    work: str | None

    @classmethod
    def of(cls, parts: list[_Part], *, is_book: bool) -> _Words:
        """Tell names, title and work apart, by their looks and their order; a book's second title is a chapter."""
        values = [index for index, part in enumerate(parts) if part.sort in {"words", "title"}]
        title = _title(parts, values)
        authors, rest = _authors(parts, values, title)
        text = parts[title].text if title is not None else ""
        translated = next(
            (at for at in rest if title is not None and at == title + 1 and _is_translation(text, parts[at].text)), None
        )
        works = [parts[at].text for at in rest if at != translated and not _PLACE.fullmatch(parts[at].text)]
        if is_book:
            works = [work for work in works if _is_work(work) or len(work.split()) <= 3]
        return cls(authors, text or None, parts[translated].text if translated else None, works[0] if works else None)


def _title(parts: list[_Part], values: list[int]) -> int | None:
    """Index of the title: marked as one, else the first value that is no name, else the first."""
    marked = [at for at in values if parts[at].sort == "title"]
    longer = [at for at in values if not _is_name(parts[at].text) and not _PLACE.fullmatch(parts[at].text)]
    plain = [at for at in longer if not _is_work(parts[at].text)]
    return next(iter(marked or plain or longer or values), None)


def _is_name(text: str) -> bool:
    """Whether a value looks like a person: a few capitalised words ("Aho", "Aho, Maija K."), or two to four Han."""
    if text[:1] >= _HAN:
        return _HAN_NAME.fullmatch(text) is not None and not _HAN_ORGANISATION.search(text)
    sides = [side.split() for side in text.split(", ")]
    if len(sides) > 2 or not all(1 <= len(words) <= 4 - len(sides) + 1 for words in sides):
        return False
    named = all(_is_name_word(word) for words in sides for word in words)
    return named and not _ORGANISATION.search(text) and not _PLACE.fullmatch(text)


def _is_name_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and (word[0].isupper() or word in _PARTICLES)


def _is_work(text: str) -> bool:
    return len(text.split()) <= 2 and _ORGANISATION.search(text) is not None


def _is_translation(title: str, text: str) -> bool:
    foreign = sum(char > "\u024f" and char.isalpha() for char in title) > len(title) / 3
    return foreign and text.isascii() and len(text.split()) >= 3


def _authors(parts: list[_Part], values: list[int], title: int | None) -> tuple[tuple[str, ...], list[int]]:
    """Names, and the indexes of the values that are none.

    "Aho . Maija" is one name, "Aho, Maija" and "阿霍" too; a name alone after the title is one only where another value
    can be the work.
    """
    names: list[str] = []
    rest: list[int] = []
    others = [at for at in values if at != title]
    skip = -1
    for at in others:
        text = parts[at].text
        if at == skip:
            continue
        if not _is_name(text):
            rest.append(at)
        elif _begins_pair(parts, others, at):
            names.append(f"{text}, {parts[at + 1].text}")
            skip = at + 1
        elif _stands_alone(parts, others, at, title):
            names.append(text)
        else:
            rest.append(at)
    return tuple(dict.fromkeys(_without_doubles(names))), rest


def _begins_pair(parts: list[_Part], others: list[int], at: int) -> bool:
    if at + 1 not in others or "," in parts[at].text:
        return False
    pair = (parts[at].text, parts[at + 1].text)
    single = any(" " not in text for text in pair)
    latin = not any(_HAN_NAME.fullmatch(text) for text in pair)
    return single and latin and _is_name(pair[1]) and "," not in pair[1]


def _stands_alone(parts: list[_Part], others: list[int], at: int, title: int | None) -> bool:
    text = parts[at].text
    if title is None or at < title or "," in text or _HAN_NAME.fullmatch(text):
        return True
    later = [other for other in others if other > at and not _PLACE.fullmatch(parts[other].text)]
    return " " in text and at == title + 1 and bool(later)


def _without_doubles(names: list[str]) -> Iterator[str]:
    """Leave out "Maija Aho" where "Aho, Maija" stands."""
    turned = {" ".join(reversed(name.split(", "))) for name in names if ", " in name}
    yield from (name for name in names if name not in turned)
