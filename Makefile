# Two commands do everything: `make play` and `make test`. Each first makes an environment of its own in .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
# The tests run on every core at once.
SPREAD := --numprocesses auto --dist worksteal

.PHONY: help play test check bench soak editor format snapshots clean

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(VENV)/.installed: pyproject.toml constraints.txt
	@echo "Installing into $(VENV) (a minute the first time) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Locarno needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	@echo "Installing the tools for the tests ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

play: $(VENV)/.installed  ## Play Munich 1938 alone against scripted powers (ARGS="--lang fr --as france")
	@$(BIN)/locarno play munich-1938 $(ARGS)

test: $(VENV)/.tested  ## Run the tests
	@$(BIN)/python -m pytest $(SPREAD) $(ARGS)

check: $(VENV)/.tested  ## Format, lint, types, floors, scenarios, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports --no-cache
	$(BIN)/locarno lint scenarios/*.yaml
	$(BIN)/python -m pytest $(SPREAD)

bench: $(VENV)/.tested  ## Measure, print a table, write benchmarks.json
	@$(BIN)/python -m tests.benchmarks $(ARGS)

soak: $(VENV)/.tested  ## The long runs: many more random games, twenty kills of the server
	@LOCARNO_SOAK=1 $(BIN)/python -m pytest $(SPREAD) --timeout 1800 $(ARGS)

editor: $(VENV)/.tested  ## Try the scenario schema in the real yaml-language-server (needs node and npm)
	@$(BIN)/python -m tests.editor

format: $(VENV)/.tested  ## Format the code and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

snapshots: $(VENV)/.tested  ## Take the screens' snapshots anew
	@$(BIN)/python -m pytest tests/client --snapshot-update

clean:  ## Remove the environment and everything made
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist benchmarks.json
