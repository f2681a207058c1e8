"""The commands: where each lives, and what its help says."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["COMMANDS", "OVERVIEW", "Command"]


class Command(NamedTuple):
    """A command: its module in `kzcn.cli`, its line in the overview, its help."""

    module: str
    summary: str
    examples: tuple[str, ...]
    text: str

    def help(self) -> str:
        """The help page's text: examples first."""
        return _page(self.examples, self.text)


def _page(examples: tuple[str, ...], text: str) -> str:
    lines = "\n".join(f"  {example}" for example in examples)
    return f"\b\nExamples:\n{lines}\n\n{text}"


OVERVIEW = _page(
    (
        "kzcn timeline --from 1992         what has happened since then",
        "kzcn treaties --party Russia      what was signed, and when it came in force",
        "kzcn border --chart               how long it is, and who got which share",
        "kzcn trade --kind trade_turnover  how much is traded",
        "kzcn search Taraz                 what is known of a place or person",
        "kzcn show 1af0d1                  where a fact is written",
    ),
    "Answers questions about China-Kazakhstan relations, and says where each answer is written: the last column of "
    "tables of facts is an id for `kzcn show ID`. Each command has examples: kzcn COMMAND --help.\n\n"
    "Environment: KZCN_DB names the database, KZCN_PAGER the pager (cat for none); COLUMNS, NO_COLOR and FORCE_COLOR "
    "are honoured.",
)

COMMANDS: dict[str, Command] = {
    "timeline": Command(
        "questions",
        "what happened when",
        (
            "kzcn timeline --from 1992",
            'kzcn timeline --from "2nd century BC" --to 1864 --party Qing',
            "kzcn timeline --family treaty --reverse --limit 5",
        ),
        'What happened when, earliest first. What lasts is found by every date it overlaps; "by 2016" stands at 2016.',
    ),
    "border": Command(
        "questions",
        "lengths, disputed land, boundary treaties, crossings",
        ("kzcn border", "kzcn border --to 1900", "kzcn border --about river --format jsonl"),
        "The border: its length and whether land and water make the total, disputed land and who received it, the "
        "boundary treaties, claims and incidents, waters and crossings.",
    ),
    "trade": Command(
        "questions",
        "turnover, growth, targets, investments, loans, purchases",
        ("kzcn trade", "kzcn trade --kind investment", "kzcn trade --from 2010 --format csv"),
        "Trade: turnover and growth, targets, investments, loans and grants, purchases and deals. What was computed "
        "from other figures is marked.",
    ),
    "treaties": Command(
        "treaties",
        "a line for each instrument: signed, ratified, in force",
        ("kzcn treaties", "kzcn treaties --party Russia --to 1917", "kzcn treaties --kind treaty_ratified -f markdown"),
        "Instruments between states with their acts: signed, ratified, in force, extended, ended. Acts stand in one "
        "line where the documents tell that they are of one instrument; --acts gives a line an act.",
    ),
    "figures": Command(
        "questions",
        "numbers about people and things",
        ("kzcn figures", "kzcn figures --about students", "kzcn figures --kind students --from 2000"),
        "Numbers about people and things that are neither money nor border.",
    ),
    "search": Command(
        "questions",
        "facts that speak of something",
        ("kzcn search Taraz", "kzcn search 西域", 'kzcn search "oil pipeline" --from 1990'),
        "Facts in which all the words occur, the best first. A word finds its other forms and longer words that begin "
        "with it.",
    ),
    "conflicts": Command(
        "disagreement",
        "facts that cannot be true together, side by side",
        ("kzcn conflicts", "kzcn conflicts --format jsonl"),
        "Facts about one thing that differ in a value or a date, each side with its rank, the reason for the rank and "
        "where it is written.",
    ),
    "checks": Command(
        "disagreement",
        "whether parts, shares, growth and dates of acts agree",
        ("kzcn checks", "kzcn checks --format jsonl"),
        "Parts against totals, shares against 100 %, growth against its two years, acts of a treaty against their "
        "order: each with the facts compared and whether they agree, as they are or within rounding.",
    ),
    "show": Command(
        "details",
        "everything known of a fact, and where it is written",
        ("kzcn show 1af0d1", "kzcn show 1af0d1 6b3c65 --format jsonl", "kzcn show 1af0d1 --sources documents/"),
        "Everything known of facts: slots, evidence with its place in the source, citations, and what a figure was "
        "computed from. An id may be shortened as long as it is unique. --sources finds each document by its SHA-256 "
        "and prints the passage, the words of date and number marked.",
    ),
    "cite": Command(
        "evidence",
        "references for a fact: BibTeX, CSL-JSON, text",
        ("kzcn cite 1af0d1", "kzcn cite 1af0d1 6b3c65 --style bibtex > facts.bib", "kzcn cite 1af0d1 --style csl-json"),
        "What the sources cite for the facts, then the sources themselves with section, digest and licence. What was "
        "computed is cited by what it was computed from.",
    ),
    "verify": Command(
        "evidence",
        "whether all evidence still stands in the documents",
        ("kzcn verify documents/", "kzcn verify documents/ --all --format jsonl"),
        "Reads every piece of evidence again, each document found by its SHA-256: found, changed, or document missing. "
        "Prints what is not found, and ends with 1 where there is such.",
    ),
    "diff": Command(
        "evidence",
        "what changed between two databases",
        ("kzcn diff old.sqlite new.sqlite", "kzcn diff old.sqlite new.sqlite --format jsonl"),
        "Facts added, removed and changed, slot by slot. Facts are matched by id and alias, then, where a document "
        "came in another version, by their slots and words.",
    ),
    "sources": Command(
        "details",
        "the documents the facts were read from",
        ("kzcn sources", "kzcn sources --format json"),
        "The documents the facts were read from, with their licence. Other tables refer to them by number.",
    ),
    "info": Command(
        "details",
        "which database answers, and what it holds",
        ("kzcn info", "kzcn info --db my.sqlite"),
        "Which file answers, of which sources and dates, and how much it holds.",
    ),
    "export": Command(
        "transfer",
        "all facts with their evidence",
        ("kzcn export > facts.jsonl", "kzcn export 1af0d1 --format json", "kzcn export --format datapackage facts/"),
        "All facts, a line of JSON each, with every slot, date bounds and the place of every piece of evidence: also "
        "undated, planned, denied and derived ones. datapackage writes a folder of CSV files instead: events (PLOVER), "
        "treaties (manytreaties), observations (SDMX), evidence and sources, described in datapackage.json.",
    ),
    "sql": Command(
        "transfer",
        "your own SELECT",
        (
            'kzcn sql "SELECT date, title FROM timeline LIMIT 5"',
            'kzcn sql "SELECT kind, count(*) AS facts FROM facts GROUP BY kind" --format csv',
        ),
        "Asks the database in SQL. It can only read. Views: timeline, treaties, trade, border, figures, evidence.",
    ),
    "ingest": Command(
        "ingesting",
        "read documents into your database",
        (
            "kzcn ingest report.html notes.txt",
            "kzcn ingest documents/ --db my.sqlite --jobs 4",
            "curl -s https://example.org/page.html | kzcn ingest -",
            "kzcn ingest --replace old.txt new.txt",
            "kzcn ingest --explain notes.txt",
        ),
        "Reads documents and adds their facts to your database. Without --db and KZCN_DB that is your own file, which "
        "starts as a copy of the one shipped. A document that the database has already is passed over; a new version "
        "stays beside the old one, unless --replace names that.",
    ),
    "forget": Command(
        "ingesting",
        "take a document out of your database",
        ("kzcn forget notes.txt", "kzcn forget 7cfc65 --db my.sqlite"),
        "Takes documents, and what only they said, out of your database. kzcn sources --format json lists them with "
        "their SHA-256, of which six digits are enough.",
    ),
    "dates": Command(
        "documents",
        "the dates in a text",
        ("kzcn dates notes.txt", "kzcn dates news.txt --reference-date 2024-05-01 --format jsonl"),
        'The temporal expressions of texts, with their EDTF and TIMEX3 values. "-" reads standard input.',
    ),
    "completion": Command(
        "shells",
        "the tab key in bash, zsh and fish",
        ("kzcn completion --install", "kzcn completion bash"),
        "The script that lets the tab key complete commands, options, kinds, parties, places and ids. --install puts "
        "it where your shell finds it.",
    ),
}
"""In the order of the overview."""
