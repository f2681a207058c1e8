"""Shapes of documents that break programs: a few signs, over and over."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["SHAPES", "Shape"]


class Shape(NamedTuple):
    """A document that is one unit repeated; `{n}` and `{year}` in a counted unit are numbers."""

    name: str
    unit: str
    head: str = ""
    tail: str = ""
    form: str | None = None
    """The reader; None lets the text decide."""
    counted: bool = False

    def text(self, size: int) -> str:
        """The document of about `size` code points."""
        times = max(1, size // len(self.unit))
        if not self.counted:
            return self.head + self.unit * times + self.tail
        units = (self.unit.format(n=n, year=1000 + n % 1000) for n in range(times))
        return self.head + "".join(units) + self.tail


_DUMP = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">\n<page><title>A</title><text>'

SHAPES: tuple[Shape, ...] = (
    # one line
    Shape("one letter", "a"),
    Shape("blanks", " ", "a", "b"),
    Shape("no-break blanks", "\u00a0", "a", "b"),
    Shape("words", "and "),
    Shape("open parentheses", "(", "In 1951 Chad "),
    Shape("nested parentheses", "(the ", "In 1951 they signed ", ")."),
    Shape("commas", "a, "),
    Shape("quotation marks", '"a '),
    Shape("dots", "."),
    Shape("ellipses", "... "),
    Shape("short forms", "U.S. "),
    Shape("parties", "Chad Niger "),
    Shape("names without end", "Treaty of "),
    Shape("relative clauses", "which signed "),
    Shape("clauses with dates", "signed a treaty in 1951 and "),
    # numbers and dates
    Shape("digits", "1"),
    Shape("groups of digits", "1,234,"),
    Shape("years and dashes", "1951–"),
    Shape("dates", "3 May 1951, "),
    Shape("months", "May "),
    Shape("parts of years", "late "),
    Shape("times told from others", "two years later "),
    Shape("money", "$5 billion "),
    Shape("number words", "one hundred and "),
    Shape("percentages", "5% "),
    Shape("lengths", "5 km of "),
    # lines
    Shape("empty lines", "\n", "a", "b"),
    Shape("rules of tables", "-", "a | b | c\n", "x"),
    Shape("bars and blanks", " | ", "a", "b\n"),
    Shape("old line ends", "a\r"),
    Shape("words cut at line ends", "a-\n"),
    Shape("digits misread by a scanner", "l9O2 "),
    # marks of formats
    Shape("reference marks", "[1]"),
    Shape("headings in Markdown", "# a\n", form="markdown"),
    Shape("open links in Markdown", "[a](b", form="markdown"),
    Shape("open brackets", "[", form="markdown"),
    Shape("stars", "*a ", form="markdown"),
    Shape("deep lists in Markdown", "  - a\n    - b\n", form="markdown"),
    Shape("footnotes in Markdown", "[^1]: a\n", form="markdown"),
    Shape("table in Markdown", "| 1951 | $5 million |\n", "| Year | Trade |\n|---|---|\n", form="markdown"),
    Shape("unclosed tags", "<div>", form="html"),
    Shape("unclosed lists", "<ul><li>a", form="html"),
    Shape("unclosed tables", "<table><tr><td>a", form="html"),
    Shape("closing tags", "</p>", "<p>a", form="html"),
    Shape("entities", "&amp;", "<p>", form="html"),
    Shape("open comments", "<!--", form="html"),
    Shape("open attributes", '<a "<b" ', form="html"),
    Shape("links in HTML", '<a href="b">a</a> ', form="html"),
    Shape("headings in HTML", "<h2>a</h2>", form="html"),
    Shape("comments in Markdown", "<!--a\n", form="markdown"),
    Shape("line breaks in HTML", "a<br>", form="html"),
    Shape("pages of a dump", "<page><text>a", "<mediawiki>", form="wikidump"),
    Shape("open templates", "{{a|", form="wikitext"),
    Shape("open links in wikitext", "[[a|", form="wikitext"),
    Shape("open references", "<ref>a", form="wikitext"),
    Shape("deep lists in wikitext", "*", form="wikitext"),
    Shape("nested tables", "{|\n|-\n| a\n", form="wikitext"),
    Shape("apostrophes", "'''''a", form="wikitext"),
    Shape("fields", "Border: 5 km\n", form="factsheet"),
    Shape(
        "numbered references", "  1. News: A. 2020.\n", "Ports explained\n\nNotes and References\n\n", form="numbered"
    ),
    # signs that are not letters
    Shape("combining marks", "\u0301", "a"),
    Shape("combined digits", "1951\u0301 "),
    Shape("right-to-left overrides", "\u202eabc \u202c"),
    Shape("zero-width blanks", "a\u200b"),
    Shape("joined emoji", "👨‍👩‍👧"),
    Shape("letters beyond the first plane", "\U00010330"),
    Shape("Chinese", "条约"),
    Shape("escapes", "\x1b[31m1951 "),
    # dumps
    Shape("entities in a dump", "&amp;", _DUMP),
    Shape("pages without end", "<page>", _DUMP),
    Shape("pages in a page", "<page><text>a</text></page>", _DUMP),
    Shape("namespaces in a dump", "<ns>", _DUMP),
    Shape("open texts in a dump", "<text ", _DUMP),
    Shape("numbered signs in a dump", "&#65;", _DUMP),
    # facts alike
    Shape("one fact over and over", "In 1951 Chad and Niger signed a treaty.\n"),
    Shape("treaties of every year", "In {year} Chad and Niger signed treaty {n}.\n", counted=True),
    Shape("entries of a timeline", "{year} – A treaty was signed.\n", counted=True),
    Shape("sums of one year", "Trade was ${n} million in 1951.\n", counted=True),
    Shape("growth of one year", "Trade grew by {n}% to ${n} million in 1951.\n", counted=True),
    Shape("lengths of one border", "The border between Chad and Niger is {n} km long.\n", counted=True),
    Shape("people of every year", "There were {n} students in {year}.\n", counted=True),
)
