"""The options that commands share."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = [
    "About",
    "All",
    "Chart",
    "Color",
    "Database",
    "Encoding",
    "Family",
    "Fields",
    "Format",
    "From",
    "Kind",
    "Limit",
    "Party",
    "Period",
    "Place",
    "Reverse",
    "To",
    "Undated",
    "Wide",
]

Database = Annotated[
    str | None,
    typer.Option("--db", metavar="PATH", help="The database; else KZCN_DB, your own, or the one shipped."),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="table, jsonl, json, csv, tsv or markdown; a table on a terminal, else tsv.",
    ),
]
Card = Annotated[str | None, typer.Option("--format", "-f", metavar="NAME", help="text, jsonl or json; else text.")]
Export = Annotated[
    str | None, typer.Option("--format", "-f", metavar="NAME", help="jsonl, json or datapackage; else jsonl.")
]
Explanation = Annotated[
    str | None, typer.Option("--format", "-f", metavar="NAME", help="With --explain: text or jsonl; else text.")
]
Fields = Annotated[
    str | None, typer.Option("--fields", metavar="NAMES", help="The columns, parted by commas; all for every one.")
]
Color = Annotated[bool, typer.Option("--color/--no-color", help="Colours in tables; NO_COLOR is honoured.")]
Wide = Annotated[bool, typer.Option("--wide", help="All columns, however wide the terminal.")]
Chart = Annotated[bool, typer.Option("--chart", help="Draw the answer as bars.")]
Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="The documents' encoding.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help='From this date on: 1992, 36BC, "April 1994", 2014-05.')
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this date.")]
Period = Annotated[
    str | None,
    typer.Option("--period", metavar="NAME", help="Of this time: han, tang, ming, qing, soviet, modern ..."),
]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help="Of this kind: treaty_signed, visit, loan ...")
]
Family = Annotated[
    str | None, typer.Option("--family", metavar="FAMILY", help="treaty, trade, border, figure, event or state.")
]
Party = Annotated[str | None, typer.Option("--party", metavar="NAME", help="With this party, or a part of its name.")]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="At this place, or a part of its name.")]
About = Annotated[str | None, typer.Option("--about", metavar="TEXT", help="In which these words occur.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most N rows.")]
Reverse = Annotated[bool, typer.Option("--reverse", help="Latest first.")]
All = Annotated[bool, typer.Option("--all", help="Denied facts, and those that a better one outdoes, too.")]
Undated = Annotated[bool | None, typer.Option("--undated/--dated", help="Facts without a date, too.")]
