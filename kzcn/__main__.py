"""`python -m kzcn`."""

from __future__ import annotations

from kzcn.cli import main

if __name__ == "__main__":
    main()
