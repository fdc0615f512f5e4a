# Everything here works on a machine that has Python 3.11 or newer and make, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help advise test test-browser check lint types arrows wheel bench bench-ask bench-judgement prove-batch bench-cohort picture man clean

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

# The system's Chromium, and the accessibility checker from npm; both are needed for this target alone.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
AXE_VERSION := 4.14.1
AXE := build/axe-core-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
BROWSER_STAMP := $(VENV)/.installed-browser

$(AXE):
	@command -v npm >/dev/null || { echo "make test-browser needs npm, to get axe-core; on Debian: apt-get install npm" >&2; exit 1; }
	@npm install --prefix build/axe-core-$(AXE_VERSION) --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
		--loglevel=error axe-core@$(AXE_VERSION) >/dev/null

$(BROWSER_STAMP): $(STAMP) requirements-browser.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-browser.txt
	@touch $@

test-browser: $(BROWSER_STAMP) $(AXE) ## Look at the pages in the system's Chromium, with axe-core from npm
	@test -n "$(CHROMIUM)" || { echo "make test-browser needs Chromium; on Debian: apt-get install chromium" >&2; exit 1; }
	@CHROMIUM="$(CHROMIUM)" AXE="$(abspath $(AXE))" $(BIN)/python -m pytest tests/browser

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

bench: $(STAMP) ## Measure start-up, batches, memory and growth against their references, in one run
	@$(BIN)/python -m compileall -q careercli
	@$(BIN)/python benchmarks/run.py --json build/bench.json

bench-ask: $(STAMP) ## Measure how well questions are answered
	@$(BIN)/python benchmarks/answers.py

bench-judgement: $(STAMP) ## Measure how well the rule of placement judges people, and how sure it is
	@$(BIN)/python benchmarks/judgement.py

prove-batch: $(STAMP) ## Kill a batch of a million profiles again and again, and compare what comes of it
	@$(BIN)/python benchmarks/prove_batch.py

bench-cohort: $(STAMP) ## Measure cohort against batch over the same profiles, and its first sign of life
	@$(BIN)/python benchmarks/cohort.py

picture: $(STAMP) ## Draw the pictures of the README from real output
	@$(BIN)/python docs/pictures/draw.py

man: $(STAMP) ## Write the manual page from the commands
	@$(BIN)/python docs/man/write.py

clean: ## Remove what was made here
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
