# Warraq. `make` prints the publications, `make test` tests everything; both from a bare checkout.
PYTHON ?= python3
export PYTHON
VENV := .venv/bin/python

.PHONY: all test check bench fuzz pictures clean

all: .venv/.ready
	@$(VENV) build.py

test: .venv/.ready-test
	@$(VENV) -m pytest -n auto --dist loadfile

# Format, lint, types and tests: what a change must pass before it is committed.
check: .venv/.ready-test
	@$(VENV) -m ruff format --check . && $(VENV) -m ruff check . && $(VENV) -m mypy
	@$(VENV) -m pytest -n auto --dist loadfile

# Figures against other makers, as tables; what is not installed is skipped and named.
bench: .venv/.ready-test
	@$(VENV) tests/bench/extraction.py
	@$(VENV) tests/bench/speed.py
	@$(VENV) tests/bench/prices.py
	@$(VENV) tests/bench/editions.py
	@$(VENV) tests/bench/placement.py
	@$(VENV) tests/bench/web.py

# Thousands of hostile inputs and some sixty faults; half an hour on two cores.
fuzz: .venv/.ready-test
	@$(VENV) tests/fuzz/run.py

# The pictures in the README and in docs/.
pictures: .venv/.ready-test
	@$(VENV) build.py && $(VENV) docs/pictures.py

.venv/.ready: pyproject.toml constraints.txt setup/system setup/python
	@setup/system print
	@setup/python

.venv/.ready-test: .venv/.ready
	@setup/system test
	@setup/python test

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
