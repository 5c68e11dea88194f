# The whole of running Candour from a checkout. `make demo` and `make test` need only python3 and make.
PYTHON ?= python3
UV ?= uv>=0.8,<1
IN_VENV = .venv/bin/python -m
.DEFAULT_GOAL := help
.PHONY: help matrix bench demo test test-fast deep check fix reference lock clean run-ready test-ready

help: ## what make can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' Makefile | while IFS='|' read -r name words; do printf '  make %-10s %s\n' "$$name" "$$words"; done

demo: run-ready ## make the demonstration and serve it on this machine; make demo SERVE=no ends when it is made
	@.venv/bin/candour demo $(if $(filter no,$(SERVE)),--no-serve)

# Tests start hundreds of short programs: what Python compiled is kept (in __pycache__; `make clean` takes it away).
test test-fast deep: export PYTHONDONTWRITEBYTECODE :=

test: test-ready ## run every test
	@$(IN_VENV) pytest -n 2

test-fast: test-ready ## run the tests that are quick: under 90 seconds
	@$(IN_VENV) pytest -n 2 -m "not slow"

deep: test-ready ## try the properties with many more inputs, other ones each time; some minutes
	@HYPOTHESIS_PROFILE=deep $(IN_VENV) pytest -n 2 tests/properties $(DEEP)

check: test-ready ## style, types, layers, and tables as migrations make them; changes nothing
	@$(IN_VENV) ruff format --check .
	@$(IN_VENV) ruff check .
	@$(IN_VENV) mypy
	@.venv/bin/lint-imports
	@$(IN_VENV) ops.check_django

fix: test-ready ## format, and repair what a machine can
	@$(IN_VENV) ruff check --fix .
	@$(IN_VENV) ruff format .

bench: ## measure speed beside peers, in ratios; some minutes
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not on this machine: sudo apt-get install python3 python3-venv" >&2; exit 2; }
	@"$(PYTHON)" ops/check_python.py
	@"$(PYTHON)" ops/set_up.py bench
	@$(IN_VENV) benchmarks

matrix: test-ready ## write again who may open what, from the demonstration
	@CANDOUR_WRITE_MATRIX=yes $(IN_VENV) pytest -q -k sqlite tests/house/test_access_matrix.py

reference: test-ready ## write again the pages of docs that are made from the code
	@$(IN_VENV) ops.write_command_reference
	@$(IN_VENV) ops.write_who_may
	@$(IN_VENV) ops.write_law_standing
	@$(IN_VENV) ops.write_states

lock: ## write the locks again; make lock UPGRADE=--upgrade takes newer versions
	@$(PYTHON) ops/check_python.py
	@test -x .venv-lock/bin/uv || { $(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet "$(UV)"; }
	@.venv-lock/bin/python ops/write_locks.py $(UPGRADE)

clean: ## remove what make made here, the demonstration too
	@rm -rf .venv .venv-lock .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage demo *.egg-info
	@find . -name .git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

run-ready:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not on this machine: sudo apt-get install python3 python3-venv" >&2; exit 2; }
	@"$(PYTHON)" ops/check_python.py
	@"$(PYTHON)" ops/set_up.py run

test-ready:
	@command -v "$(PYTHON)" >/dev/null || { echo "$(PYTHON) is not on this machine: sudo apt-get install python3 python3-venv" >&2; exit 2; }
	@"$(PYTHON)" ops/check_python.py
	@"$(PYTHON)" ops/set_up.py test
