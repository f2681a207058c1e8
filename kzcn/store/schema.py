"""The tables, indexes and views of a fact database, and the numbered migrations that make them.

Lists (parties, names, sections, citation numbers) are JSON arrays. Bounds are integers, year·10000 + month·100 + day
with astronomical years. `docs/schema.md` describes every table and view for users.
"""

from __future__ import annotations

import re

__all__ = ["APPLICATION_ID", "MIGRATIONS", "TABLES", "VERSION", "VIEWS"]

APPLICATION_ID = 0x6B7A636E
"""`kzcn` in ASCII: marks a file as ours in its header."""

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE kinds (
    kind TEXT PRIMARY KEY, family TEXT NOT NULL, label TEXT NOT NULL, plover TEXT, mode TEXT
);
CREATE TABLE sources (
    no INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL,
    length INTEGER NOT NULL, title TEXT, date TEXT, origin TEXT, licence TEXT
);
-- 8 bytes a hash, in order: what tells whether a later document is a copy of this one
CREATE TABLE sketches (source TEXT PRIMARY KEY REFERENCES sources(sha256), hashes BLOB NOT NULL);
CREATE TABLE citations (
    no INTEGER PRIMARY KEY, source TEXT NOT NULL REFERENCES sources(sha256), number TEXT NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, authors TEXT NOT NULL, title TEXT, translated_title TEXT,
    work TEXT, date TEXT, url TEXT, archive_url TEXT, doi TEXT, isbn TEXT, language TEXT, pages TEXT
);
-- value and value_max have no type, so that a number stays the int or float it was
CREATE TABLE claims (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL REFERENCES sources(sha256),
    family TEXT NOT NULL, kind TEXT NOT NULL REFERENCES kinds(kind), title TEXT NOT NULL,
    section TEXT NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, digest TEXT NOT NULL,
    date TEXT, date_basis TEXT, ongoing INTEGER NOT NULL, date_start INTEGER, date_end INTEGER, date_text TEXT,
    value, value_max, unit TEXT, qualifier TEXT, value_start INTEGER, value_end INTEGER, value_text TEXT,
    measure TEXT, parties TEXT NOT NULL, place TEXT, instrument TEXT, instrument_type TEXT, names TEXT NOT NULL,
    polarity TEXT NOT NULL, attribution TEXT, citations TEXT NOT NULL, rule TEXT NOT NULL, quote TEXT
);
CREATE TABLE facts (
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL, kind TEXT NOT NULL REFERENCES kinds(kind),
    title TEXT NOT NULL, date TEXT, date_shown TEXT, date_basis TEXT, earliest INTEGER, latest INTEGER,
    stands_from INTEGER, stands_to INTEGER,
    value, value_max, unit TEXT, qualifier TEXT, value_shown TEXT, measure TEXT,
    parties TEXT NOT NULL, place TEXT, instrument TEXT, instrument_type TEXT, names TEXT NOT NULL,
    polarity TEXT NOT NULL, attribution TEXT, rank TEXT NOT NULL, rank_reason TEXT,
    status TEXT NOT NULL, derivation TEXT, origins INTEGER NOT NULL, sources TEXT NOT NULL, life TEXT
);
CREATE TABLE fact_aliases (alias TEXT PRIMARY KEY, fact TEXT NOT NULL REFERENCES facts(id));
CREATE TABLE fact_claims (
    fact TEXT NOT NULL REFERENCES facts(id), claim TEXT NOT NULL REFERENCES claims(id), PRIMARY KEY (fact, claim)
);
CREATE TABLE facts_derived (
    fact TEXT NOT NULL REFERENCES facts(id), derived_from TEXT NOT NULL REFERENCES facts(id),
    PRIMARY KEY (fact, derived_from)
);
CREATE TABLE facts_conflicts (
    fact TEXT NOT NULL REFERENCES facts(id), other TEXT NOT NULL REFERENCES facts(id), PRIMARY KEY (fact, other)
);
-- value and was are JSON; fact is null where a correction names none
CREATE TABLE corrections (
    no INTEGER PRIMARY KEY, "action" TEXT NOT NULL, asked TEXT NOT NULL, slot TEXT, value TEXT, reason TEXT NOT NULL,
    fact TEXT REFERENCES facts(id), was TEXT
);
CREATE INDEX facts_by_stand ON facts (stands_from, stands_to);
CREATE INDEX facts_by_bounds ON facts (earliest, latest);
CREATE INDEX facts_by_kind ON facts (family, kind);
CREATE INDEX claims_by_source ON claims (source, "start");
CREATE INDEX citations_by_number ON citations (source, number);
CREATE INDEX fact_claims_by_claim ON fact_claims (claim);
CREATE VIRTUAL TABLE facts_fts USING fts5 (
    title, kind, measure, parties, place, instrument, names, han, tokenize = "porter unicode61 remove_diacritics 2"
);
"""

MIGRATIONS: tuple[tuple[int, str], ...] = ((1, _TABLES),)
"""(number, SQL): what brings a database from the version before to this one. Views are made anew each time."""

VERSION = MIGRATIONS[-1][0]

_TABLE = re.compile(r"CREATE (?:VIRTUAL )?TABLE (?P<name>\w+) .*?\)(?=;\n)", re.DOTALL)
TABLES: dict[str, str] = {match["name"]: match[0] for match in _TABLE.finditer(_TABLES)}
"""Each table and the statement that makes it, as SQLite keeps it: a file whose tables differ is not ours."""

_LIST = "(SELECT group_concat(value, ', ') FROM json_each(f.{0})) AS {0}"
_SHOWN = (
    f"f.date_shown AS date, f.date AS edtf, f.title, f.place, {_LIST.format('parties')}, f.value, f.value_max, f.unit, "
    "f.qualifier, f.value_shown, f.measure, f.family, f.kind, f.polarity, f.rank, f.status, f.sources, f.id"
)
_ORDER = "ORDER BY f.stands_from, f.stands_to IS NULL, f.stands_to, f.no"
_FAMILY = "SELECT {columns} FROM facts f WHERE f.family = '{family}' {order}"

VIEWS: dict[str, str] = {
    "timeline": (
        f"SELECT {_SHOWN} FROM facts f WHERE (f.stands_from IS NOT NULL OR f.stands_to IS NOT NULL) "
        f"AND f.polarity <> 'denied' AND f.rank <> 'deprecated' {_ORDER}"
    ),
    "treaties": (
        f"SELECT f.date_shown AS date, f.date AS edtf, k.label AS act, f.instrument, f.instrument_type, f.title, "
        f"f.place, {_LIST.format('parties')}, f.value, f.unit, f.polarity, f.rank, f.status, f.sources, f.id "
        f"FROM facts f JOIN kinds k USING (kind) WHERE f.family = 'treaty' {_ORDER}"
    ),
    "trade": _FAMILY.format(columns=_SHOWN, family="trade", order=_ORDER),
    "border": _FAMILY.format(columns=_SHOWN, family="border", order=_ORDER),
    "figures": _FAMILY.format(columns=_SHOWN, family="figure", order=_ORDER),
    "evidence": (
        "SELECT fc.fact, f.title, s.no AS source, s.name, "
        "(SELECT group_concat(value, ' > ') FROM json_each(c.section)) AS section, "
        'c."start", c."end", c.date AS edtf, c.date_text, c.value, c.unit, c.value_text, c.citations, '
        "c.digest, c.rule, c.quote, c.id AS claim FROM fact_claims fc JOIN facts f ON f.id = fc.fact "
        "JOIN claims c ON c.id = fc.claim JOIN sources s ON s.sha256 = c.source ORDER BY f.no, c.no"
    ),
}
"""Name and query of each view; `sources` lists the numbers of the table `sources`."""
