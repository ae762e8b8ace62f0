# One developer interface, used by people, the README and .ci/run alike.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
JOBS ?= 2

.PHONY: setup play test check goldens bench bench-peers torture words clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Piramide needs Python 3.11 or newer; try: make setup PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Piramide needs into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --editable ".[sim,cluster]" --group dev
	@touch $@

play: setup
	@$(BIN)/piramide play

test: setup
	$(BIN)/python -m pytest -n $(JOBS) -m "not torture"

torture: setup
	$(BIN)/python -m pytest -n $(JOBS) -m torture

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

goldens: setup
	$(BIN)/python -m tools.goldens

bench: setup
	$(BIN)/python -m tools.bench

bench-peers: setup
	@test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet "open_spiel>=2.0" "pettingzoo>=1.27" "pygame-ce>=2.5.8"
	$(BIN)/python -m tools.benches.peers

words: setup
	$(BIN)/python -m tools.words

clean:
	rm -rf $(VENV) .venv-peers out .mypy_cache .ruff_cache .pytest_cache .hypothesis
