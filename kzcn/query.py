"""Questions and answers: one method a question, typed rows, read-only SQL.

>>> facts = kzcn.open()
>>> rows = facts.timeline(family="treaty", limit=1)
>>> rows[0].family, isinstance(rows[0], FactRow)
('treaty', True)
>>> next(facts.show([rows[0].id[:8]]))["id"] == rows[0].id
True
>>> facts.timeline(kind="treaties_signed")
Traceback (most recent call last):
kzcn.errors.UsageError: no kind 'treaties_signed'; did you mean 'treaty_signed' ...
>>> facts.close()
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from kzcn import filters as select
from kzcn.errors import UnknownFact, UsageError
from kzcn.filters import Condition, Filters
from kzcn.sections import BORDER, TRADE, Section
from kzcn.store.read import Database, damage_reported, typed
from kzcn.suggest import no_such

if TYPE_CHECKING:
    import sqlite3

    from typing_extensions import Unpack

    from kzcn.records import Record
    from kzcn.treaties import TreatyRow

__all__ = ["FactRow", "Facts", "Info", "Rows", "SourceRow"]


class FactRow(NamedTuple):
    """A fact as a row; the fields are the columns of every answer, in every format."""

    date: str | None
    """EDTF."""
    date_shown: str | None
    """The date for people: "26 Apr 1994"."""
    family: str
    kind: str
    kind_label: str
    title: str
    value: float | None
    """In base units."""
    value_max: float | None
    unit: str | None
    qualifier: str | None
    value_shown: str | None
    """The quantity for people: "more than $20 billion"."""
    measure: str | None
    parties: tuple[str, ...]
    place: str | None
    instrument: str | None
    instrument_type: str | None
    names: tuple[str, ...]
    polarity: str
    attribution: str | None
    rank: str
    status: str
    derivation: str | None
    earliest: int | None
    latest: int | None
    origins: int
    conflicts: tuple[str, ...]
    sources: tuple[int, ...]
    """Numbers of the sources, as `kzcn sources` lists them."""
    life: str | None
    """What the acts of one instrument share: the id of the first of them."""
    hit: str | None
    """Where a search found its words: a text of the fact with the hits in square brackets."""
    section: str | None
    """The part of the answer that the row stands in, where it has parts."""
    id: str


class SourceRow(NamedTuple):
    """A document of the database."""

    no: int
    name: str
    format: str
    title: str | None
    date: str | None
    length: int
    """Code points."""
    claims: int
    citations: int
    licence: str | None
    origin: str | None
    sha256: str


class Info(NamedTuple):
    """A thing to know about the database."""

    about: str
    value: str


Row = TypeVar("Row", bound="FactRow | TreatyRow")


class Rows(list[Row], Generic[Row]):
    """The answer to a question, and what it leaves out."""

    hidden: int = 0
    """Denied and deprecated facts left out."""
    undated: int = 0
    """Undated facts left out."""
    more: int = 0
    """Rows cut off by the limit."""
    near: tuple[str, ...] = ()
    """Where nothing matches: names of places and parties that are like those asked for."""
    notes: tuple[tuple[str | None, str], ...] = ()
    """(section, sentence): checks and sums that follow from the rows."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as dictionaries: `pandas.DataFrame(rows.to_dicts())`, `polars.DataFrame(rows.to_dicts())`."""
        return [row._asdict() for row in self]


class _Parts(NamedTuple):
    """How an answer is parted."""

    sql: str
    """The number of the part that a fact belongs to."""
    first: str
    """What sorts the rows of a part before their dates do."""


_WHOLE = _Parts("NULL", "NULL")
_LISTED = "(SELECT json_group_array(other) FROM facts_conflicts WHERE fact = f.id)"
_SELECT = (
    "SELECT f.date, f.date_shown, f.family, f.kind, ifnull(k.label, f.kind) AS kind_label, f.title, f.value, "
    "f.value_max, f.unit, f.qualifier, f.value_shown, f.measure, f.parties, f.place, f.instrument, f.instrument_type, "
    "f.names, f.polarity, f.attribution, f.rank, f.status, f.derivation, f.earliest, f.latest, f.origins, "
    f"{_LISTED} AS conflicts, f.sources, f.life, {{part}} AS part, f.id "
    "FROM {source} LEFT JOIN kinds k ON k.kind = f.kind WHERE {where} ORDER BY {order}"
)
_UNDATED_LAST = select.undated.sql
_FORWARD = f"part, {{first}}, {_UNDATED_LAST}, f.stands_from, f.stands_to IS NULL, f.stands_to, f.no"
_BACKWARD = (
    f"part, {{first}}, {_UNDATED_LAST}, f.stands_to IS NULL DESC, f.stands_to DESC, f.stands_from DESC, f.no DESC"
)
_BY_RANK = "s.score, f.stands_from IS NULL, f.stands_from, f.no"
_FACTS = Condition("facts f")
_TREATIES = Condition("f.family = 'treaty'")
_LATEST = (
    "SELECT date_shown FROM facts WHERE polarity = 'done' AND status = 'stated' AND earliest IS NOT NULL "
    "AND latest IS NOT NULL ORDER BY latest DESC, earliest DESC LIMIT 1"
)
"""The latest thing told as done: what the sources know goes up to there."""


class Facts(Database):
    """The facts of a database file; every method is a question.

    The keywords of the questions are those of `kzcn.filters.Filters`. All raise UsageError or BadDate for values that
    cannot be right and DatabaseError where the file is damaged.
    """

    __slots__ = ()

    def timeline(self, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """What happened when: dated facts, earliest first."""
        return self._ask(filters, undated=False)

    def treaties(self, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """Instruments between states: a row an act."""
        return self._ask(filters, _TREATIES)

    def instruments(self, **filters: Unpack[Filters]) -> Rows[TreatyRow]:
        """Instruments between states: a row an instrument that has an act which fits the filters, with all its acts."""
        from kzcn.treaties import instruments  # noqa: PLC0415 - no other question needs it

        acts = self._ask({**filters, "limit": None}, _TREATIES)  # type: ignore[typeddict-item]
        found = Rows(instruments(acts, self._ask({"all": filters.get("all", False)}, _TREATIES)))
        found.hidden, found.undated, found.near = acts.hidden, acts.undated, acts.near
        return _limited(found, filters.get("limit"))

    def figures(self, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """Numbers about people and things."""
        return self._ask(filters, Condition("f.family = 'figure'"))

    def border(self, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """The border: lengths, disputed land, treaties, claims and incidents, waters and crossings."""
        from kzcn.checks import check_notes  # noqa: PLC0415 - `timeline` needs none

        found = self._ask_in_sections(filters, BORDER)
        found.notes = tuple(check_notes(found))
        return found

    def trade(self, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """Trade: turnover and growth, targets, investments, loans, purchases."""
        from kzcn.checks import trade_notes  # noqa: PLC0415 - `timeline` needs none

        found = self._ask_in_sections(filters, TRADE)
        found.notes = tuple(trade_notes(found))
        return found

    def search(self, text: str, **filters: Unpack[Filters]) -> Rows[FactRow]:
        """Facts in which all words of `text` occur, the best first, with their hits marked."""
        from kzcn.hits import hits_of  # noqa: PLC0415 - no other question has hits

        found = self._ask(filters, source=select.hits(text), order=_BY_RANK)
        hits = hits_of(self, text)
        found[:] = [row._replace(hit=hits.get(row.id)) for row in found]
        return found

    def everything(self) -> Rows[FactRow]:
        """All facts that tables show by default, undated ones too."""
        return self._ask({})

    def export(self, ids: Sequence[str] | None = None) -> Iterator[Record]:
        """Everything known of the facts named (ids, aliases or unique beginnings), or of all.

        Raises: UnknownFact.
        """
        from kzcn.records import records  # noqa: PLC0415 - tables need none

        return records(self, None if ids is None else [self.fact_id(name) for name in ids])

    def show(self, names: Sequence[str]) -> Iterator[Record]:
        """The export's records of these facts, and beside them the words for their dates, sources and relatives.

        Raises: UnknownFact.
        """
        from kzcn.records import details  # noqa: PLC0415 - tables need none

        return details(self, [self.fact_id(name) for name in names])

    def sources(self) -> list[SourceRow]:
        """The documents the facts were read from."""
        found = self.rows(
            "SELECT s.*, (SELECT count(*) FROM claims c WHERE c.source = s.sha256) AS claims, "
            "(SELECT count(*) FROM citations c WHERE c.source = s.sha256) AS citations FROM sources s ORDER BY s.no"
        )
        return [SourceRow(**{name: row[name] for name in SourceRow._fields}) for row in found]

    def info(self) -> list[Info]:
        """Which file answers, of which sources and dates, and how much it holds."""
        first, last = self.rows("SELECT min(earliest), max(latest) FROM facts")[0]
        counts = self.rows("SELECT family, count(*) FROM facts GROUP BY family ORDER BY family")
        return [
            Info("database", str(self.path.absolute())),
            Info("kzcn version", str(self.meta("kzcn_version"))),
            Info("schema version", str(self.meta("schema_version"))),
            *(Info(f"source {row.no}", row.name) for row in self.sources()),
            Info("first year", _year(first)),
            Info("last year", _year(last)),
            Info("as of", str(self.value(_LATEST) or "")),
            Info("facts", str(sum(count for _, count in counts))),
            *(Info(f"facts: {family}", str(count)) for family, count in counts),
            Info("claims", str(self.value("SELECT count(*) FROM claims"))),
            Info("citations", str(self.value("SELECT count(*) FROM citations"))),
        ]

    def meta(self, key: str) -> str | None:
        """A value of the table `meta`."""
        value = self.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if value is None else str(value)

    def id_length(self) -> int:
        """How many leading characters tell all ids apart."""
        text = self.meta("id_length") or ""
        return int(text[:2]) if text.isdecimal() else 12

    def fact_id(self, name: str) -> str:
        """The id of the fact with this id, alias or unique beginning of one.

        Raises: UnknownFact where none or several have it.
        """
        prefix = name.strip().lower()
        if not prefix or not set(prefix) <= set("0123456789abcdef"):
            raise UnknownFact(f"no fact has the id {name!r}; ids stand in the last column of tables of facts")
        found = self.rows(
            "SELECT id, id FROM facts WHERE substr(id, 1, :n) = :p UNION "
            "SELECT fact, alias FROM fact_aliases WHERE substr(alias, 1, :n) = :p ORDER BY 2",
            {"n": len(prefix), "p": prefix},
        )
        if not found:
            raise UnknownFact(f"no fact has the id {name!r}; ids stand in the last column of tables of facts")
        facts = {row[0] for row in found}
        if len(facts) > 1:
            some = ", ".join(row[1] for row in found[:4])
            raise UnknownFact(f"{len(facts)} facts have ids that begin with {name!r} ({some}, ...); give more of it")
        return str(found[0][0])

    def _ask_in_sections(self, filters: Filters, sections: Sequence[Section]) -> Rows[FactRow]:
        case = " ".join(f"WHEN {section.sql} THEN {number}" for number, section in enumerate(sections))
        part = f"CASE {case} END"
        by_kind = ", ".join(str(number) for number, section in enumerate(sections) if section.by_kind)
        first = f"CASE WHEN part IN ({by_kind}) THEN 2 * k.rowid + (f.status = 'derived') END"
        rows = self._ask(filters, Condition(f"{part} IS NOT NULL"), parts=_Parts(part, first))
        rows[:] = [row._replace(section=sections[int(row.section or 0)].heading) for row in rows]
        return rows

    def _ask(
        self,
        filters: Filters,
        *more: Condition,
        source: Condition = _FACTS,
        parts: _Parts = _WHOLE,
        order: str | None = None,
        undated: bool | None = None,
    ) -> Rows[FactRow]:
        """Ask with the filters and more conditions; undated facts are in unless dates are asked for."""
        self._check_names(filters)
        always = [*select.conditions(filters), *more]
        dates = select.within(filters)
        with_undated = filters.get("undated", not dates if undated is None else undated)
        standing = [] if filters.get("all") else [Condition(f"NOT {select.hidden.sql}")]
        timed = _either(dates, select.undated) if with_undated else [*dates, Condition(f"NOT {select.undated.sql}")]
        order = order or (_BACKWARD if filters.get("reverse") else _FORWARD).format(first=parts.first)
        chosen = [*always, *standing, *timed]
        sql = _SELECT.format(part=parts.sql, source=source.sql, where=_sql(chosen), order=order)
        with damage_reported(self.path):
            found = Rows(_row(typed(row)) for row in self.rows(sql, _values([source, *chosen])))
        found.hidden = 0 if filters.get("all") else self._count(source, [*always, *timed, select.hidden])
        found.undated = 0 if with_undated else self._count(source, [*always, *standing, select.undated])
        found.near = () if found else tuple(self._near(filters))
        return _limited(found, filters.get("limit"))

    def _near(self, filters: Filters) -> Iterator[str]:
        """Names in the database that are like the ones asked for: where nothing matches, one may be mistyped."""
        from difflib import get_close_matches  # noqa: PLC0415 - only where nothing matches

        names = {
            "place": "SELECT DISTINCT place FROM facts WHERE place IS NOT NULL ORDER BY 1",
            "party": "SELECT DISTINCT p.value FROM facts f, json_each(f.parties) p ORDER BY 1",
        }
        for column, sql in names.items():
            asked = filters.get(column)
            if isinstance(asked, str):
                known = {str(row[0]).lower(): str(row[0]) for row in self.rows(sql)}
                near = get_close_matches(asked.lower(), [name for name in known if name != asked.lower()], 2)
                yield from (known[name] for name in near)

    def _count(self, source: Condition, chosen: Sequence[Condition]) -> int:
        sql = f"SELECT count(*) FROM {source.sql} WHERE {_sql(chosen)}"
        return int(self.value(sql, _values([source, *chosen])))

    def _check_names(self, filters: Filters) -> None:
        """Refuse a kind or family that does not exist, naming the nearest."""
        for column in ("kind", "family"):
            name = filters.get(column)
            if name is None:
                continue
            known = [row[0] for row in self.rows(f"SELECT {column} FROM kinds GROUP BY 1 ORDER BY min(rowid)")]
            if name not in known:
                raise UsageError(no_such(column, str(name), known))


def _year(bound: object) -> str:
    if not isinstance(bound, int):
        return ""
    year = bound // 10_000
    return str(year) if year > 0 else f"{1 - year} BC"


def _either(dates: Sequence[Condition], other: Condition) -> list[Condition]:
    return [Condition(f"(({_sql(dates)}) OR {other.sql})", _values([*dates, other]))] if dates else []


def _sql(chosen: Sequence[Condition]) -> str:
    return " AND ".join(f"({condition.sql})" for condition in chosen) or "1"


def _values(chosen: Sequence[Condition]) -> tuple[object, ...]:
    return tuple(value for condition in chosen for value in condition.values)


def _row(row: sqlite3.Row) -> FactRow:
    values = {name: row[name] for name in FactRow._fields if name not in {"hit", "section"}}
    for name in ("parties", "names", "conflicts"):
        values[name] = tuple(json.loads(values[name]))
    values["sources"] = tuple(int(number) for number in values["sources"].split())
    return FactRow(**values, hit=None, section=row["part"])


def _limited(rows: Rows[Row], limit: int | None) -> Rows[Row]:
    if limit is not None and len(rows) > limit:
        rows.more = len(rows) - limit
        del rows[limit:]
    return rows
