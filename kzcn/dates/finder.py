"""From text to mentions: scan, join the ends of ranges, resolve in the context, and say where the words stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kzcn.dates.context import Context, Resolved
from kzcn.dates.edtf import EDTF
from kzcn.dates.mention import DateMention
from kzcn.dates.readings import Part, Reading, Relative, Spec
from kzcn.dates.scan import Found, scan
from kzcn.dates.tokens import TAG, Tokens, tokenize
from kzcn.dates.values import Value
from kzcn.errors import BadDate

__all__ = ["find"]

_JOINTS = frozenset({"-", "–", "—", "−", "‑", "to", "until", "till", "through", "and", "or", "&"})
_TOGETHER = frozenset({"-", "–", "—", "−", "‑", "to", "until", "till", "through"})
_RELATIONS = {
    "by": "by", "until": "until", "till": "until", "before": "before", "through": "until", "to": "until",
    "since": "since", "after": "after", "from": "from",
}
_MODS = {"by": "ON_OR_BEFORE", "until": "ON_OR_BEFORE", "before": "BEFORE", "since": "ON_OR_AFTER", "after": "AFTER"}
_MODS["from"] = "ON_OR_AFTER"
_APPROXIMATE = frozenset({"around", "about", "circa", "sometime", "c", "ca"})
_LEADS = frozenset(
    {"in", "on", "at", "during", "as", "of", "early", "sometime", "around", "about", "the", "year", "ever", "late"}
)


@dataclass(slots=True)
class _Draft:
    """A found expression whose parts may still be joined."""

    first: int
    last: int
    reading: Reading


def find(text: str, reference_date: str | date | None = None) -> list[DateMention]:
    """The temporal expressions of a text, in order, none overlapping another.

    `reference_date` is when the text was written (ISO 8601, or a date); news is told from there.
    Raises BadDate when the reference date cannot be read.
    """
    today = _reference(reference_date)
    tokens = tokenize(text)
    drafts = _join(tokens, list(scan(tokens)))
    context = Context(today, news=_is_news(tokens, drafts, today))
    return [mention for draft in drafts for mention in _mentions(tokens, draft, context)]


def _reference(given: str | date | None) -> Value | None:
    if given is None:
        return None
    point = EDTF.parse(str(given)[:10]).start
    if point is None or not point.known:
        raise BadDate(f"{given!r} is no reference date; write one like 1992-01-03")
    month, day = (int(part) if part and part != "XX" else None for part in (point.month, point.day))
    return Value(point.years[0], month, day)


def _is_news(tokens: Tokens, drafts: list[_Draft], today: Value | None) -> bool:
    """Whether a text is told from its reference date: it names few years, or mostly that one and its neighbours."""
    if today is None or today.year is None:
        return False
    specs = [spec for draft in drafts for spec in _specs(draft.reading)]
    years = [spec.year for spec in specs if isinstance(spec, Value) and spec.year is not None]
    spoken = sum(isinstance(spec, Relative) and spec.anchor == "speech" for spec in specs)
    far = sum(abs(year - today.year) > 1 for year in years)
    return far <= spoken


def _specs(reading: Reading) -> list[Spec]:
    return [part.spec for part in reading.parts] or ([reading.spec] if reading.spec else [])


def _join(tokens: Tokens, found: list[Found]) -> list[_Draft]:
    """Join neighbours that are the ends of one range, and let the first take its year from the second."""
    drafts: list[_Draft] = []
    for item in found:
        draft = _Draft(item.first, item.last, item.reading)
        before = drafts[-1] if drafts else None
        if before is not None and 1 <= draft.first - before.last <= 2:
            joined = _joined(tokens, before, draft)
            if joined is not None:
                drafts[-1] = joined
                continue
        drafts.append(draft)
    return drafts


def _joined(tokens: Tokens, one: _Draft, two: _Draft) -> _Draft | None:
    joint = tokens.words[one.last].lower()
    if joint not in _JOINTS or one.reading.type != "date" or two.reading.type != "date":
        return None
    low, high = one.reading.spec, two.reading.spec
    if not (isinstance(low, Value) and isinstance(high, Value)) or one.reading.parts or two.reading.parts:
        return None
    if low.years is None and high.year is not None and (low.month or low.season):
        low = replace(low, year=high.year)
        one.reading = replace(one.reading, spec=low)
    lead = tokens.words[one.first - 1].lower() if one.first else ""
    if not (joint in _TOGETHER or (joint == "and" and lead == "between")):
        return None
    parts = (Part(one.first, one.last, low), Part(two.first, two.last, high))
    return _Draft(one.first, two.last, Reading("date", None, parts, "range"))


def _mentions(tokens: Tokens, draft: _Draft, context: Context) -> list[DateMention]:
    reading = draft.reading
    if not reading.parts:
        spec = reading.spec
        if spec is None:
            return []
        resolved = context.resolve(spec, future=_future(tokens, draft))
        _move(tokens, draft, context, resolved)
        return [_mention(tokens, draft.first, draft.last, reading, resolved, draft)]
    resolved_parts = []
    for part in reading.parts:
        found = context.resolve(part.spec)
        _move(tokens, draft, context, found)
        resolved_parts.append(found)
    mentions = [
        _mention(tokens, part.first, part.last, reading, found, draft if part is reading.parts[0] else None)
        for part, found in zip(reading.parts, resolved_parts, strict=True)
    ]
    return [_range(tokens, draft, mentions)] if reading.joint == "range" else mentions


def _move(tokens: Tokens, draft: _Draft, context: Context, resolved: Resolved) -> None:
    if resolved.value is not None and not _in_brackets(tokens, draft.first):
        context.move(resolved.value)


def _in_brackets(tokens: Tokens, at: int) -> bool:
    """Whether an opening parenthesis stands shortly before, without its end."""
    window = tokens.tags[max(0, at - 25) : at]
    return window.rfind(TAG["OPEN"]) > max(window.rfind(TAG["CLOSE"]), window.rfind(TAG["BREAK"]))


def _future(tokens: Tokens, draft: _Draft) -> bool | None:
    """How the clause around an expression is told."""
    words = [word.lower() for word in tokens.words[max(0, draft.first - 12) : draft.last + 6]]
    if any(
        word in ("will", "would", "shall", "ll", "plans", "planned", "scheduled", "expected", "expects", "due")
        for word in words
    ):
        return True
    return False if any(word.endswith("ed") or word in ("was", "were", "said", "had") for word in words) else None


def _mention(
    tokens: Tokens, first: int, last: int, reading: Reading, found: Resolved, draft: _Draft | None
) -> DateMention:
    start, end = tokens.spans[first][0], tokens.spans[last - 1][1]
    lead, relation, about = _governor(tokens, first) if draft is not None else (first, None, False)
    edtf = found.value.edtf() if found.value is not None else None
    mod = found.mod or ("APPROX" if found.value is not None and (found.value.qualifier or about) else None)
    if edtf and about and "/" not in edtf and not edtf.endswith("~"):
        edtf += "~"
    if edtf and relation and reading.type == "date":
        mod = mod or _MODS[relation]
        edtf = _open(edtf, relation)
    return DateMention(
        start,
        end,
        tokens.text[start:end],
        reading.type,
        edtf,
        found.timex,
        mod,
        basis=found.basis,
        lead=tokens.spans[lead][0],
        relation=relation if edtf else None,
    )


def _open(edtf: str, relation: str) -> str:
    first, _, last = edtf.partition("/")
    if relation in ("since", "after", "from"):
        return f"{first}/.."
    return f"../{last or first}"


def _governor(tokens: Tokens, first: int) -> tuple[int, str | None, bool]:
    """Where the words that govern an expression begin, the one that opens it to a side, and whether one says "about"."""
    lead, relation, about = first, None, False
    for at in range(first - 1, max(-1, first - 5), -1):
        word = tokens.words[at].lower()
        if word in _APPROXIMATE:
            about = True
        elif relation is None and word in _RELATIONS:
            relation = _RELATIONS[word]
        elif word not in _LEADS:
            break
        lead = at
    return lead, relation, about


def _range(tokens: Tokens, draft: _Draft, ends: list[DateMention]) -> DateMention:
    start, end = tokens.spans[draft.first][0], tokens.spans[draft.last - 1][1]
    lead = _governor(tokens, draft.first)[0]
    bare = [replace(part, lead=part.start, relation=None, edtf=_closed(part.edtf)) for part in ends]
    return DateMention(
        start,
        end,
        tokens.text[start:end],
        "date",
        _interval(bare),
        None,
        None,
        tuple(bare),
        bare[0].basis,
        tokens.spans[lead][0],
    )


def _closed(edtf: str | None) -> str | None:
    return edtf.removeprefix("../").removesuffix("/..") if edtf else None


def _interval(ends: list[DateMention]) -> str | None:
    low, high = (part.edtf for part in ends)
    if low is None or high is None:
        return None
    edtf = f"{low.partition('/')[0]}/{high.rpartition('/')[2]}"
    try:
        return EDTF.parse(edtf).text
    except BadDate:
        return None
