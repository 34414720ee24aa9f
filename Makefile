# The commands for working on this repository; `make` lists them. Each target installs what it needs.

PYTHON ?= python3
PYTEST_ARGS ?=

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The tests start the program hundreds of times. Without compiled modules, each start takes a third
# longer, and pytest rewrites all tests again in each run.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# -qq prints only errors: pip warns about each index that lacks one of the packages.
INSTALL := $(PIP) install -qq
# Only wheels: installing a locked package runs none of its code and needs no compiler.
INSTALL_LOCKED := $(INSTALL) --require-hashes --only-binary :all:

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: site
site: $(VENV)/.site ## check partners/ and build the site into site/
	$(BIN)/catalog check
	$(BIN)/catalog build

.PHONY: serve
serve: $(VENV)/.site ## preview the site; the browser reloads on every change
	$(BIN)/catalog serve

# All tests of a file run in one process, so that they share fixtures; tests/conftest.py sets the
# number of processes and the order of the files. More than four processes with browsers need more
# memory than most machines have.
PARALLEL = --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: test
test: $(VENV)/.dev ## run the tests, including those in a real browser (PYTEST_ARGS="-k finder")
	@$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest $(PARALLEL) $(PYTEST_ARGS)

# Includes the tests that need a large catalog, npm, or other slow tools.
ALL = -m "not lighthouse"

.PHONY: test-all
test-all: $(VENV)/.dev ## run all tests, including the slow ones
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.node tests/editors tests/fuzz
	$(BIN)/python -m pytest $(PARALLEL) $(ALL) $(PYTEST_ARGS)

# Minutes for all properties together. The other two steps take a few more minutes.
FUZZ_MINUTES ?= 30

.PHONY: fuzz
fuzz: $(VENV)/.dev ## search for inputs that break a property (FUZZ_MINUTES=30, FUZZ_ARGS=tests/text/markup)
	@$(BIN)/python -m tests.node tests/editors tests/fuzz
	$(BIN)/python -m tests.fuzz $(FUZZ_MINUTES) $(FUZZ_ARGS)
	CATALOG_TEXTS=all $(BIN)/python -m pytest $(ALL) tests/fuzz/test_collections.py
	CATALOG_MOMENTS=200 $(BIN)/python -m pytest $(ALL) tests/writer/test_commands.py

.PHONY: lighthouse
lighthouse: $(VENV)/.dev ## check the finished pages with Lighthouse; takes a minute or two
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.node tests/browser/lighthouse
	$(BIN)/python -m pytest -m lighthouse tests/browser

.PHONY: lint
lint: $(VENV)/.dev ## check style, formatting, and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: audit
audit: $(VENV)/.dev ## ask for known vulnerabilities of the locked packages
	$(BIN)/pip-audit --strict --requirement requirements/dev.txt --require-hashes --disable-pip

.PHONY: bench
bench: $(VENV)/.dev ## measure performance against plain libraries in the same run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.finder

.PHONY: demo
demo: $(VENV)/.dev ## run 25 pull requests through the workflows, and show the comments
	@$(BIN)/python -m tests.demo

.PHONY: lock
lock: $(VENV)/.dev ## update the lock files (LOCK_ARGS=--upgrade for newer versions)
	$(LOCK) --group build --output-file requirements/check.txt
	$(LOCK) --group build --extra site --constraints requirements/check.txt --output-file requirements/site.txt
	$(LOCK) --group dev --extra site --constraints requirements/site.txt --output-file requirements/dev.txt

LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(LOCK_ARGS)

.PHONY: clean
clean: ## remove build results and caches
	rm -rf site dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## clean, and also remove the virtual environment
	rm -rf $(VENV)

# Each step leaves an empty file in the virtual environment if it succeeds. It runs again when one
# of its prerequisites is newer than that file.

$(VENV)/.created:
	@.ci/venv "$(PYTHON)" $(VENV)
	@touch $@

# The program without the site: enough for checks, reviews, and scheduled workflows.
$(VENV)/.check: $(VENV)/.created requirements/check.txt pyproject.toml
	$(INSTALL_LOCKED) --requirement requirements/check.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(PIP) check
	@touch $@

$(VENV)/.site: $(VENV)/.check requirements/site.txt
	$(INSTALL_LOCKED) --requirement requirements/site.txt
	@$(PIP) check
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements/dev.txt
	$(INSTALL_LOCKED) --requirement requirements/dev.txt
	@$(PIP) check
	@touch $@
