# Everything here works on a machine that has Python 3.11 or newer and make, and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: help advise test quick coverage newest lowest pythons lock test-browser check lint types arrows wheel bench bench-ask bench-judgement bench-session prove-batch bench-cohort picture man clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Installs what requirements/ says, no more and no less: docs/decisions/0012-locked-environment.md
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCKED := $(PIP) install --require-hashes

$(STAMP): pyproject.toml hatch_build.py requirements/installer.txt requirements/dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "careercli needs Python 3.11 or newer; set PYTHON=python3.11, for example." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing careercli and its tools into $(VENV) (once) ..." >&2
	@$(LOCKED) -r requirements/installer.txt # first: it writes the start scripts of the rest
	@$(LOCKED) -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q careercli
	@touch $@

advise: $(STAMP) ## Set up, and start the guided session (without a terminal: show a built-in person)
	@if [ -t 0 ] && [ -t 2 ]; then $(BIN)/careercli advise; else $(BIN)/careercli demo dana --full; fi

# Kept as compiled, tests are collected in a third of the time; some environments forbid it to every Python.
unexport PYTHONDONTWRITEBYTECODE

test: $(STAMP) ## Set up, and run all tests
	@$(BIN)/python -m pytest -n auto --dist worksteal

# Without what goes through whole commands, or through all role data: collecting those alone takes seconds.
QUICK := $(addprefix tests/,domain text formats documents exports imports prompts store system test_lock.py \
	interview/test_questions.py pages/test_assess.py pages/test_blocks.py pages/test_look.py pages/test_parts.py)

quick: $(STAMP) ## Run the tests that take no time, with few examples of each property, for the inner loop
	@$(BIN)/python -m pytest -n auto --hypothesis-profile quick -m "not slow and not terminal" $(QUICK)

coverage: $(STAMP) ## Run all tests, and measure the branches that they take
	@rm -rf build/coverage
	@$(BIN)/python -m coverage run -m pytest -n auto --dist worksteal
	@$(BIN)/python -m coverage combine --quiet
	@$(BIN)/python -m coverage report

# The system's Chromium, and the accessibility checker from npm; both are needed for this target alone.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
AXE_VERSION := 4.14.1
AXE := build/axe-core-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
BROWSER_STAMP := $(VENV)/.installed-browser

$(AXE):
	@command -v npm >/dev/null || { echo "make test-browser needs npm, to get axe-core; on Debian: apt-get install npm" >&2; exit 1; }
	@npm install --prefix build/axe-core-$(AXE_VERSION) --no-save --no-package-lock --no-audit --no-fund --ignore-scripts \
		--loglevel=error axe-core@$(AXE_VERSION) >/dev/null

$(BROWSER_STAMP): $(STAMP) requirements/browser.txt
	@$(LOCKED) -r requirements/browser.txt
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

# Not part of check: what is not locked changes by itself, and other Pythons are not everywhere.
PYTHONS := 3.11 3.12 3.13
UV := $(BIN)/uv --quiet
LOCKING_STAMP := $(VENV)/.installed-locking

$(LOCKING_STAMP): $(STAMP) requirements/locking.txt
	@$(LOCKED) -r requirements/locking.txt
	@touch $@

newest: resolution := highest
lowest: resolution := lowest-direct
newest lowest: $(LOCKING_STAMP) ## Run all tests with the newest, or the lowest, versions that pyproject.toml allows
	@$(UV) venv --clear --python $(BIN)/python build/$@
	@$(UV) pip install --python build/$@ --resolution $(resolution) --upgrade --editable '.[dask]' --group test
	@$(UV) pip freeze --python build/$@ --exclude-editable >build/$@.txt
	@echo "The $@ versions:" $$(cat build/$@.txt)
	@build/$@/bin/python -m pytest -n auto --dist worksteal

pythons: ## Run all tests on each Python that the classifiers name and that is found here
	@for version in $(PYTHONS); do \
		for python in python$$version ~/.pyenv/versions/$$version.*/bin/python none; do \
			$$python -c pass 2>/dev/null && break; \
		done; \
		if [ $$python = none ]; then echo "Python $$version: not found here" >&2; continue; fi; \
		echo "$$($$python --version): $$python"; \
		$(MAKE) --no-print-directory test PYTHON=$$python VENV=build/python$$version || failed="$$failed $$version"; \
	done; \
	test -z "$$failed" || { echo "Red on Python$$failed" >&2; exit 1; }

COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --universal --python-version 3.11 \
	--generate-hashes --no-annotate $(if $(UPGRADE),--upgrade)

lock: $(LOCKING_STAMP) ## Write requirements/ from pyproject.toml; UPGRADE=1 takes the newest versions
	@$(COMPILE) pyproject.toml --extra dask --group dev --output-file requirements/dev.txt
	@for group in installer browser locking; do \
		$(COMPILE) --group $$group --constraint requirements/dev.txt \
			--output-file requirements/$$group.txt || exit 1; \
	done

bench: $(STAMP) ## Measure start-up, batches, memory and growth against their references, in one run
	@$(BIN)/python -m compileall -q careercli
	@$(BIN)/python benchmarks/run.py --json build/bench.json

bench-ask: $(STAMP) ## Measure how well questions are answered
	@$(BIN)/python benchmarks/answers.py

bench-judgement: $(STAMP) ## Measure how well the rule of placement judges people, and how sure it is
	@$(BIN)/python benchmarks/judgement.py

prove-batch: $(STAMP) ## Kill a batch of a million profiles again and again, and compare what comes of it
	@$(BIN)/python benchmarks/prove_batch.py

bench-session: $(STAMP) ## Measure how long the guided session takes the built-in people
	@$(BIN)/python benchmarks/session.py

bench-cohort: $(STAMP) ## Measure cohort against batch over the same profiles, and its first sign of life
	@$(BIN)/python benchmarks/cohort.py

picture: $(STAMP) ## Draw the pictures of the README from real output
	@$(BIN)/python docs/pictures/draw.py
	@PYTHONPATH=. $(BIN)/python docs/pictures/session.py

man: $(STAMP) ## Write the manual page from the commands
	@$(BIN)/python docs/man/write.py

clean: ## Remove what was made here
	@rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
