# Everything happens in a virtual environment of its own; `make help` lists the targets.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
COMPILED := $(VENV)/.compiled
SOURCES := $(shell find src -name '*.py')
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COG := $(BIN)/cog -P -I tools -p 'from readme import formats, measured, rules, screen'

# Annotated events to learn match weights from: a folder with documents.jsonl and gold/.
EVENTS ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format lint types readme train events bench bench-scale lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "needs Python 3.11 or later: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# Written whatever PYTHONDONTWRITEBYTECODE says: compiling all modules would cost each run more than to check five reports.
$(COMPILED): $(STAMP) $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@

run: $(COMPILED) ## set up, then check the shipped corpus
	$(BIN)/discrepancy check corpus/ --exit-zero

test: $(COMPILED) ## set up, then run all tests
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: format lint types test ## what CI runs

format: $(STAMP) ## is the code formatted?
	$(BIN)/ruff format --check .

lint: $(STAMP) ## rules, import contracts, spelling, generated parts of the README
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/codespell src tests tools corpus/README.md README.md Makefile pyproject.toml
	$(COG) --check --check-fail-msg='run `make readme`' --diff README.md

types: $(STAMP) ## static types
	$(BIN)/mypy

readme: $(COMPILED) ## write the generated parts of the README anew
	$(COG) -r README.md

train: $(STAMP) ## learn match weights from annotated events: make train EVENTS=folder [REVISIONS=file] [REVIEWED=file]
	@test -n "$(EVENTS)" || { echo 'make train EVENTS=folder [REVISIONS=file] [REVIEWED=file]: says where the annotated events lie'; exit 2; }
	$(BIN)/python tools/train.py $(EVENTS) $(if $(REVISIONS),--revisions $(REVISIONS)) $(if $(REVIEWED),--reviewed $(REVIEWED)) --write

events: $(COMPILED) ## precision and recall on the invented events: make events [EVENTS=--list]
	$(BIN)/python tests/events/score.py $(EVENTS)

bench: $(COMPILED) ## speed and memory beside a naive loop, in one run
	$(BIN)/python tests/bench/bench.py $(BENCH)

bench-scale: $(COMPILED) ## what a document costs among 1,000, 10,000 and 100,000 (hours)
	$(BIN)/python tests/bench/scale.py $(BENCH)

lock: ## resolve and pin the dependencies, for every Python from 3.11
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --extra dev --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate pyproject.toml --output-file requirements.lock
	rm -rf $(VENV)-lock

clean: ## remove what was set up
	find src -name __pycache__ -prune -exec rm -rf {} +
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
