# make run    set up, and print what happened since 1992
# make test   set up, and check everything
# make docs   write docs/cli.md and the outputs in README.md anew
# make facts  build data/facts.sqlite anew: make facts SOURCES=folder

PYTHON ?= python3
VENV ?= .venv
SOURCES ?= sources
BIN = $(VENV)/bin

.PHONY: run test docs facts

run: $(VENV)/kzcn
	$(BIN)/kzcn timeline --from 1992

test: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest

docs: $(VENV)/kzcn
	$(BIN)/python -m kzcn.cli.reference > docs/cli.md
	$(BIN)/python scripts/readme.py

facts: $(VENV)/kzcn
	$(BIN)/python scripts/ingest.py $(SOURCES)

$(VENV)/kzcn: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ $(VENV)/kzcn

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
