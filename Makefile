# Everything here works on a machine that has Python 3.11 or newer and make, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help advise test check lint types arrows wheel bench bench-ask bench-batch picture clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml hatch_build.py requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "careercli needs Python 3.11 or newer; set PYTHON=python3.11, for example." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing careercli and its tools into $(VENV) (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip # writes a leaner start script
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt --editable .
	@$(BIN)/python -m compileall -q careercli
	@touch $@

advise: $(STAMP) ## Set up, and start the guided session (without a terminal: show a built-in person)
	@if [ -t 0 ] && [ -t 2 ]; then $(BIN)/careercli advise; else $(BIN)/careercli demo dana --full; fi

test: $(STAMP) ## Set up, and run all tests
	@$(BIN)/python -m pytest -n auto

check: test lint types arrows wheel ## Everything that must pass before a change lands

lint: $(STAMP) ## Style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(STAMP) ## Static types, strict
	@$(BIN)/mypy

arrows: $(STAMP) ## Who may import whom
	@$(BIN)/lint-imports

wheel: $(STAMP) ## Build the wheel, install it in an empty environment, run it from another folder
	@$(BIN)/python tests/installed_wheel.py

bench: $(STAMP) ## Measure start-up against its references, in one run
	@$(BIN)/python -m compileall -q careercli
	@$(BIN)/python benchmarks/startup.py

bench-ask: $(STAMP) ## Measure how well questions are answered
	@$(BIN)/python benchmarks/answers.py

bench-batch: $(STAMP) ## Measure batch against the JSON round trip, over cores, and as things double
	@$(BIN)/python benchmarks/batch.py

picture: $(STAMP) ## Draw the pictures of the README from real output
	@$(BIN)/python docs/pictures/draw.py

clean: ## Remove what was made here
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
