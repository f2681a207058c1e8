"""Names in running text: states and peoples from tables, everything else from runs of capitals and their head words.

The tables are `tables/states.csv` (states and organisations with adjectives and other names), `tables/peoples.csv` and
`tables/heads.csv` (the words that say what a run of capitals is: "River", "Ministry", "Treaty", "Battle").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from kzcn.tabled import rows

__all__ = [
    "NameMention",
    "NameSort",
    "capital_of",
    "find",
    "head_sort",
    "is_state",
    "native_names",
    "party_of",
    "states_in",
]

NameSort = Literal["party", "people", "place", "organisation", "instrument", "event", "person", "other"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A named thing: where it stands, what sort it is, and the name it goes by.

    `name` is the canonical name of a party ("China" for "PRC" and "Chinese"), else the text itself.
    """

    start: int
    end: int
    text: str
    sort: NameSort
    name: str
    adjective: bool = False
    """An adjective of a party: "Chinese" in "the Chinese embassy"."""


class _Party(NamedTuple):
    name: str
    sort: NameSort
    adjective: bool


def _split(cell: str) -> list[str]:
    return [word for word in cell.split("|") if word]


@cache
def _parties() -> Mapping[str, _Party]:
    """Every written form of a party, as in the tables."""
    forms: dict[str, _Party] = {}
    for row in rows("states.csv"):
        for text in _split(row["adjectives"]):
            forms.setdefault(text, _Party(row["name"], "party", adjective=True))
            if not text.endswith(("s", "sh", "ch", "se")):
                forms.setdefault(f"{text}s", _Party(f"{text}s", "people", adjective=False))
        for text in [row["name"], *_split(row["aliases"])]:
            forms[text] = _Party(row["name"], "party", adjective=False)
    for row in rows("peoples.csv"):
        for text in [row["name"], *_split(row["aliases"])]:
            forms.setdefault(text, _Party(row["name"], "people", adjective=False))
    return forms


@cache
def _capitals() -> Mapping[str, str]:
    """The seat of government of each state in its written forms, and the state."""
    return {text: row["name"] for row in rows("states.csv") for text in _split(row["capital"])}


def capital_of(text: str) -> str | None:
    """The state whose seat of government a name is: "Quito" gives "Ecuador"; None for other names."""
    return _capitals().get(text)


@cache
def _heads() -> Mapping[str, NameSort]:
    return {word: row["sort"] for row in rows("heads.csv") for word in _split(row["words"])}  # type: ignore[misc]


def head_sort(word: str) -> NameSort | None:
    """What a capitalised head word makes of its run: "River" a place, "Treaty" an instrument; None for other words."""
    return _heads().get(word)


def party_of(text: str) -> str | None:
    """The canonical party that a written form names: "Sino" and "PRC" give "China"; None where it names none."""
    party = _parties().get(text)
    return party.name if party else None


def is_state(text: str) -> bool:
    """Is a written form the name of a state or a body of states, no adjective and no people?"""
    party = _parties().get(text)
    return party is not None and party.sort == "party" and not party.adjective


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁӘҒҚҢӨҰҮҺІ"
_INITIALS = rf"(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![^\W_]))?"  # U.S., J. R.
_SHORT = r"(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Gen|Col|Capt|Prof|Lt)\."
_GENITIVE = r"(?:People|Women|Children|Workers|Peoples)['’]s?(?=[  ][A-Z])"  # part of a title, unlike "China's"
_ARTICLE = r"(?:(?:al|el|an|ar|as|ash|at|az|ad|es|er|ed)-)?"  # of an Arabic name: al-Fashaga
_WORD = rf"(?:{_SHORT}|{_INITIALS}|{_GENITIVE}|{_ARTICLE}[{_UPPER}][^\W_]*(?:['’ʻʼ](?=[^\W\d_]{{2}})[^\W_]*)*)"
_JOIN = r"(?:[  ]|[-–](?=[^\W\d_]))"
_LONGEST = 40
"""Words of a run: what goes on longer is no name, and is cut."""
_REMEMBERED = 4096
"""Runs of capitals of which is remembered what they are."""
_LINKS = 8
"""How often a name goes on over "of"."""
_RUN_TEXT = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,{_LONGEST - 1}}}"
_OF = re.compile(
    rf"[  ](?:of|on|for)[  ](?:the[  ])?(?={_WORD})"
    rf"|[  ]and[  ](?={_WORD}[  ][^.;,]{{0,30}}(?:Affairs|Cooperation|Commerce|Trade|Development|Security)\b)"
    rf"|[  ]and[  ](?=(?:Affairs|Cooperation|Commerce|Trade|Development|Security|Friendship|Navigation)\b)"
)
_LETTER = re.compile(r"[^\W\d_]")

_NOT_NAMES = frozenset(
    """A About Above According Accordingly Across Additionally After Afterwards Again Against Ago Agriculture All
    Along Already Also Although Altogether Amid Among An And Another Any Apart Are Around As At Back Based
    Because Before Below Beside Besides Between Beyond Both But By Citing Compared Consequently Currently Desiring
    Depending Despite Did Do Does Due During Each Earlier Early Either Elsewhere Eventually Ever Every Everyone
    Except Few Finally First Following For Formerly Four From Furthermore Given Had Has Have He Hence Her Here
    His Historically How However I If Immediately In Including Indeed Initially Inside Instead Into Is It Its
    Just Late Later Like Long Many Meanwhile More Moreover Most Much Near Nearly Neither Nevertheless Next No
    Nonetheless Nor Not Notably Now Of Off Officially On Once One Only Opposite Or Originally Other Others Our
    Out Over Overall Owing Part Per Previously Prior Rather Recently Regarding Roughly Same Second Secondly See
    Seven Several Shall She Should Similarly Simultaneously Since Six So Some Soon Starting Still Subsequently
    Such Ten Than Thanks That The Their Then There Thereafter Therefore These They Third This Those Though Three
    Through Throughout Thus To Today Together Too Toward Towards Two Under Unless Unlike Until Up Upon Used Using
    Various Very Via Was We Were What When Whenever Where Whereas Whether Which While Who Whose Why Will With
    Within Without Work Would Yet You Your Five Eight Nine Twelve Half Nearby Ultimately Today's New
    Negotiations January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Spring Summer Autumn Winter Approximately Almost Approx""".split()
)
_KEEP_FIRST = ("New Zealand", "New York", "New Delhi", "South", "North", "East", "West", "New Silk")


@cache
def _run() -> re.Pattern[str]:
    """Words with capitals, side by side or joined by a hyphen, and the parties whose names hold other words."""
    odd = sorted(
        (form for form in _parties() if re.search(r"[ '’](?:of|s|and)\b", form) or form[0].islower()),
        key=len,
        reverse=True,
    )
    rests: dict[str, list[str]] = {}  # filed under their first letters, so that few are tried at one place
    for form in odd:
        rests.setdefault(form[0], []).append(re.escape(form[1:]).replace("'", "['’]").replace(r"\ ", "[  ]"))
    forms = "|".join(f"{first}(?:{'|'.join(found)})" for first, found in rests.items())
    opens = "".join(sorted({form[0] for form in odd if form[0].islower()} | {"a", "e"}))  # also of an Arabic article
    near = rf"(?=[{_UPPER}{opens}])"  # most places are told by their first letter
    return re.compile(rf"{near}(?<![\w'’-])(?:(?:{forms})(?![\w])|{_RUN_TEXT})(?![\w$€£])")


def find(text: str) -> list[NameMention]:
    """All names of a text, in order and without overlap.

    Args:
        text: prose; offsets of the result are code points of it.

    Returns:
        The mentions. A run such as "Chinese President Xi Jinping" gives a party and a person.
    """
    mentions: list[NameMention] = []
    common = frozenset(_COMMON.findall(text))
    position, run = 0, _run()
    while match := run.search(text, position):
        start, end = _trim(text, match.start(), match.end())
        position = match.end()
        if start < end and not _opens_sentence(text, start, end, common):
            end = position = max(_extend(text, start, end), position if end == match.end() else end)
            mentions.extend(_parts(text, start, end))
    return mentions


_COMMON = re.compile(r"(?<![^\W_])[a-z]{4,}(?![^\W_])")
_ENDS = frozenset(".!?:;\n")


def _opens_sentence(text: str, start: int, end: int, common: frozenset[str]) -> bool:
    """A common noun that is capitalised only because it opens a sentence: "Trade between …"."""
    word = text[start:end]
    if word in _parties() or word.lower() not in common:
        return False
    before = text[max(0, start - 3) : start].rstrip(' \t"“«(*')
    return not before or before[-1] in _ENDS


_FIRST_WORD = re.compile(r"[^\s -]+")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out words that are capitalised only because they open a sentence."""
    while start < end:
        word = _FIRST_WORD.match(text, start, end)
        if word is None or word[0].rstrip(".") not in _NOT_NAMES or text[start:end].startswith(_KEEP_FIRST):
            return start, end
        start = _next_letter(text, start + len(word[0]), end)
    return start, end


def _next_letter(text: str, start: int, end: int) -> int:
    """The place of the first letter of text[start:end], else `end`."""
    letter = _LETTER.search(text, start, end)
    return letter.start() if letter else max(start, end)


def _extend(text: str, start: int, end: int) -> int:
    """Go on over "of" and "of the" where a head word calls for it: "Treaty of Kyakhta", "Bank of China"."""
    for _ in range(_LINKS):
        link = _OF.match(text, end) if _wants_more(text[start:end]) else None
        run = _run().match(text, link.end()) if link else None
        if run is None:
            break
        end = run.end()
    return _past_second_state(text, start, end)


_SECOND = re.compile(rf"[  ]and[  ](?:the[  ])?(?={_WORD})")


def _past_second_state(text: str, start: int, end: int) -> int:
    """The end of an instrument that is named after two states: "Agreement on the Border of Mali and Niger"."""
    head = text[start:end].rpartition(" of ")
    if not head[1] or _sort(text[start:end]) != "instrument" or not is_state(head[2].removeprefix("the ")):
        return end
    link = _SECOND.match(text, end)
    run = _run().match(text, link.end()) if link else None
    return run.end() if run is not None and is_state(run[0]) else end


def states_in(instrument: str) -> tuple[str, ...]:
    """The two states that an instrument is named after; none where it names fewer."""
    first, _, second = instrument.rpartition(" and ")
    pair = (first.rpartition(" of ")[2].removeprefix("the "), second.removeprefix("the "))
    return tuple(party_of(text) or text for text in pair) if all(is_state(text) for text in pair) else ()


@lru_cache(maxsize=_REMEMBERED)
def _wants_more(run: str) -> bool:
    return run not in _parties() and (
        _sort(run) in ("organisation", "instrument", "event") or run.endswith(("Republic", "Kingdom", "Gulf"))
    )


def _parts(text: str, start: int, end: int) -> Iterator[NameMention]:
    """Cut a run into its mentions: known parties first, then the rest by its head word."""
    run = text[start:end]
    party = _parties().get(run)
    if party is not None:
        yield NameMention(start, end, run, party.sort, party.name, party.adjective)
        return
    state = _state_spoken_for(run)
    if state is not None:
        yield NameMention(start, end, run, "party", state)
        return
    sort = _sort(run)
    if sort in ("organisation", "instrument", "event", "place"):
        yield NameMention(start, end, run, sort, run)
        return
    length = _leading_party(run)
    if length:
        known = _parties()[run[:length]]
        yield NameMention(start, start + length, run[:length], known.sort, known.name, known.adjective)
        yield from _rest(text, start + length, end)
        return
    length = _leading_capital(run) if _LEADS_TO_PLACE.search(text, max(0, start - 4), start) else 0
    if length:
        yield NameMention(start, start + length, run[:length], "other", run[:length])
        yield from _rest(text, start + length, end)
        return
    yield NameMention(start, end, run, sort, run)


def _rest(text: str, position: int, end: int) -> Iterator[NameMention]:
    """The mentions of a run behind its first one."""
    start = _next_letter(text, position, end)
    if start < end:
        yield from _parts(text, start, end)


_SPEAKING = re.compile(
    rf"(?:(?P<kind>(?:[{_UPPER}][\w'’-]* ){{0,3}})(?:Republic|Kingdom|Government|Sultanate|Emirate|Principality|Empire)"
    r"|State|Federation)s? of (?:the )?(?P<state>.+)"
)


@lru_cache(maxsize=_REMEMBERED)
def _state_spoken_for(run: str) -> str | None:
    """The state that a title or a government stands for: "Kingdom of Norway", "Government of the Republic of Chile"."""
    match = _SPEAKING.fullmatch(run)
    if match is None or any(head_sort(word) in ("organisation", "person") for word in (match["kind"] or "").split()):
        return None
    return party_of(match["state"]) if is_state(match["state"]) else _state_spoken_for(match["state"])


@lru_cache(maxsize=_REMEMBERED)
def _leading_party(run: str) -> int:
    """Length of the longest party name that the run begins with, at a word boundary; 0 where there is none."""
    cuts = [match.start() for match in re.finditer(r"[\s  –-]", run)]
    for cut in reversed(cuts):
        party = _parties().get(run[:cut])
        if party is not None and (run[cut] not in "-–" or party.sort == "party"):
            return cut
    return 0


def _leading_capital(run: str) -> int:
    """Length of the capital that a run of two names more begins with: "in Athens Simon Radev"; 0 where none does."""
    cuts = [match.start() for match in _BLANK.finditer(run)]
    found = [cut for cut in cuts[:-1] if run[:cut] in _capitals() and run.count(" ", cut) == 2]
    return found[-1] if found else 0


_LEADS_TO_PLACE = re.compile(r"\b(?:in|to)\s$")
_BLANK = re.compile(r"\s")


_INITIAL = re.compile(rf"[{_UPPER}]\. ?[{_UPPER}][^\W\d_]{{2}}")
_RANKS = frozenset("Prime Foreign Deputy Vice Crown Grand First".split())
"""What stands before the title of a person: "Prime Minister", "Crown Prince"."""


@lru_cache(maxsize=_REMEMBERED)
def _sort(run: str) -> NameSort:
    words = _BLANK.split(run)
    before_of = words[: words.index("of")] if "of" in words else words
    if _INITIAL.match(run) or (words[0] in _RANKS and head_sort(words[1:2][0] if words[1:] else "") == "person"):
        return "person"
    for word in (words[-1], before_of[-1], words[0]):
        sort = head_sort(word)
        if sort is not None and (
            word != words[0] or sort in ("person", "place", "event", "instrument") or "of" in words or len(words) == 1
        ):
            return sort
    return "other"


_NATIVE = re.compile(
    r"[\u3400-\u9fff]{2,}(?:[·・—\s]?[\u3400-\u9fff]+)*|[\u0400-\u04ff][\u0400-\u04ff\s-]{2,60}[\u0400-\u04ff]"
)


def native_names(text: str) -> tuple[str, ...]:
    """Names in Chinese or Cyrillic letters, in order, each once."""
    return () if text.isascii() else tuple(dict.fromkeys(match[0] for match in _NATIVE.finditer(text)))
