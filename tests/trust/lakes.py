"""A text with numbers and dates that can be checked against each other."""

from __future__ import annotations

__all__ = ["LAKES"]

LAKES = """Finland and Estonia

== Trade ==

Trade between Finland and Estonia reached $40 million in 1937. Trade between Finland and Estonia reached $44 million \
in 1938. In 1938 the trade between Finland and Estonia grew by 10 %.

== Border ==

Finland and Estonia signed a border treaty in Tallinn on 3 June 1938, and it was ratified on 5 May 1939. The border \
between Finland and Estonia is 500 km long, of which 200 km are on land and 300 km are on water.
"""
