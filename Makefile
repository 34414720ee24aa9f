# Everything that one types here, `make` alone lists it. Each target sets up what it needs.

PYTHON ?= python3
PYTEST_ARGS ?=

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# Twice quiet: errors alone, for pip otherwise warns of each index that lacks one of the packages.
INSTALL := $(PIP) install -qq
# Wheels only: installing a locked package runs none of its code and needs no compiler.
INSTALL_LOCKED := $(INSTALL) --require-hashes --only-binary :all:

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: site
site: $(VENV)/.site ## check partners/ and build the site into site/
	$(BIN)/catalog check
	$(BIN)/catalog build

.PHONY: serve
serve: $(VENV)/.site ## preview the site, reloaded on every change
	$(BIN)/catalog serve

# A file stays with one process, so that what its tests share is made once; tests/conftest.py says
# which are first. More than four processes of browsers want more memory than most machines have.
PARALLEL = --numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: test
test: $(VENV)/.dev ## run the tests, in a real browser too (PYTEST_ARGS="-k finder")
	@$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest $(PARALLEL) $(PYTEST_ARGS)

# With those that need a large catalog, npm, or other tools that take long.
ALL = -m "not lighthouse"

.PHONY: test-all
test-all: $(VENV)/.dev ## run every test, those that take long too
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.node tests/editors tests/fuzz
	$(BIN)/python -m pytest $(PARALLEL) $(ALL) $(PYTEST_ARGS)

# Minutes that the properties share; the other two steps take some minutes of their own.
FUZZ_MINUTES ?= 30

.PHONY: fuzz
fuzz: $(VENV)/.dev ## search for inputs that break a property (FUZZ_MINUTES=30, FUZZ_ARGS=tests/text/markup)
	@$(BIN)/python -m tests.node tests/editors tests/fuzz
	$(BIN)/python -m tests.fuzz $(FUZZ_MINUTES) $(FUZZ_ARGS)
	CATALOG_TEXTS=all $(BIN)/python -m pytest $(ALL) tests/fuzz/test_collections.py
	CATALOG_MOMENTS=200 $(BIN)/python -m pytest $(ALL) tests/writer/test_commands.py

.PHONY: lighthouse
lighthouse: $(VENV)/.dev ## let Lighthouse judge the finished pages; it takes a minute or two
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m tests.node tests/browser/lighthouse
	$(BIN)/python -m pytest -m lighthouse tests/browser

.PHONY: lint
lint: $(VENV)/.dev ## style, formatting and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

.PHONY: bench
bench: $(VENV)/.dev ## how fast, against bare libraries in the same run
	$(BIN)/python -m bench
	$(BIN)/python -m bench.finder

.PHONY: demo
demo: $(VENV)/.dev ## play ten pull requests through the workflows, and show what is said on each
	@$(BIN)/python -m tests.demo

.PHONY: lock
lock: $(VENV)/.dev ## pin the dependencies anew (LOCK_ARGS=--upgrade for newer ones)
	$(LOCK) --group build --output-file requirements/check.txt
	$(LOCK) --group build --extra site --constraints requirements/check.txt --output-file requirements/site.txt
	$(LOCK) --group dev --extra site --constraints requirements/site.txt --output-file requirements/dev.txt

LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(LOCK_ARGS)

.PHONY: clean
clean: ## remove what was built; what was installed stays
	rm -rf site dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./$(VENV) -prune -o -type d -name __pycache__ -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## clean, and remove the virtual environment
	rm -rf $(VENV)

# An empty file in the virtual environment remembers each step: a step runs again when what it
# depends on is newer, and it is remembered only when it has succeeded.

$(VENV)/.created:
	@.ci/venv "$(PYTHON)" $(VENV)
	@touch $@

# The program without the site: what a check, a review and a scheduled workflow need.
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
