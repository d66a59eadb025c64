# Two commands: `make run` opens the app with the example group, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run setup test check audit bench faults load fuzz screenshots examples clean

run: setup
	$(BIN)/python -m planning db migrate
	$(BIN)/python -m planning example load --if-empty
	$(BIN)/streamlit run app.py

setup: .venv/run-installed

test: export PYTHONDONTWRITEBYTECODE = # every process would read and compile all of the product anew
test: .venv/test-installed
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations 25

check: .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

audit: .venv/run-installed # all that is installed, against an index of known weaknesses; says what could not be looked up
	rm -rf build/audit
	-$(PYTHON) -m venv build/audit && build/audit/bin/python -m pip install --quiet pip-audit
	-build/audit/bin/pip-audit --path $$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') \
		--progress-spinner off --format json --output build/audit/found.json 2>build/audit/said.txt
	$(BIN)/python -m tests.audited build/audit/found.json

bench: .venv/test-installed
	$(BIN)/python -m pytest -m bench -s -p no:xdist

load: .venv/test-installed # on a machine that does nothing else
	$(BIN)/python -m tests.benchmarks.load

faults: .venv/test-installed
	$(BIN)/python -m tests.faults

fuzz: .venv/test-installed
	VLOOTPLAN_FUZZ=2000 $(BIN)/python -m pytest -p no:xdist tests/inventory/test_mutated_files.py tests/inventory/test_mutated_cells.py
	VLOOTPLAN_FLEETS=100 $(BIN)/python -m pytest -p no:xdist tests/inventory/test_properties.py
	VLOOTPLAN_ROUNDS=3000 $(BIN)/python -m pytest -p no:xdist tests/rounds/test_against_brute_force.py

screenshots: .venv/test-installed
	$(BIN)/python -m tests.browser.screenshots

examples: .venv/test-installed
	$(BIN)/python -m data.examples.maker

.venv/run-installed: requirements.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Vlootplan needs Python 3.11 or newer')"
	$(PYTHON) -m venv .venv
	$(PIP) -r requirements.txt
	touch $@

.venv/test-installed: requirements.txt requirements-dev.txt .venv/run-installed
	$(PIP) -r requirements-dev.txt
	touch $@

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache
