# Trucewatch. Needs Debian (or any Linux), Python 3.11 with venv, and make; everything else comes from the locks.
#
#   make run     code the sample reports: a table here, a page in build/samples.html
#   make test    all checks and tests, as CI runs them
#   make bench   speed, start-up, memory, a profile by stage
#   make wheel   dist/trucewatch-VERSION-py3-none-any.whl
#   make docs    write the generated parts of README.md anew
#   make lock    write requirements*.lock anew from pyproject.toml
#   make clean   remove everything that make made

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP = -m pip --disable-pip-version-check --quiet
LOCKED = install --require-hashes --no-deps --only-binary :all:
PACKAGE = install --no-deps --no-build-isolation --no-index
RUN = .venv/bin/python
DEV = .venv-dev/bin/python
SOURCES = pyproject.toml README.md $(wildcard LICENSE*) \
	$(shell find src -type f ! -name '*.pyc' ! -name '* *')

export PIP_ROOT_USER_ACTION = ignore

.DELETE_ON_ERROR:
.PHONY: help run test bench wheel docs lock clean python

help:
	@sed -n '3,9s/^# *//p' Makefile

run: .venv/installed
	@mkdir -p build
	@$(RUN) -m trucewatch code --samples
	@$(RUN) -m trucewatch code --samples --out build/samples.html 2>/dev/null
	@echo
	@echo "The same as a page: $(CURDIR)/build/samples.html (open it in a browser)"

test: .venv-dev/installed
	@echo "== ruff"
	@$(DEV) -m ruff check --quiet src tests tools
	@echo "== mypy"
	@$(DEV) -m mypy
	@echo "== import-linter"
	@.venv-dev/bin/lint-imports --no-cache
	@echo "== trucewatch packs check"
	@$(DEV) -m trucewatch packs check
	@echo "== pytest"
	@$(DEV) -m pytest --cov --cov-report=term:skip-covered

bench: .venv/installed
	@$(RUN) tools/bench.py

wheel: .venv-dev/installed
	@$(DEV) -m build --wheel --no-isolation --outdir dist .

docs: .venv-dev/installed
	@$(DEV) tools/readme.py

lock:
	@$(MAKE) --no-print-directory python
	@test -x .venv-lock/bin/pip-compile || { $(PYTHON) -m venv --clear .venv-lock && .venv-lock/bin/python $(PIP) install --upgrade 'pip>=26' 'pip-tools>=7.6,<8'; }
	@set -e; for extra in "" "--extra=dev --build-deps-for=editable"; do \
	  out=requirements$${extra:+-dev}.lock; echo "$$out"; \
	  CUSTOM_COMPILE_COMMAND="make lock" .venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --build-deps-for=wheel $$extra -o $$out pyproject.toml; \
	done

clean:
	@rm -rf .venv .venv-dev .venv-lock build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

# Environments: `locked` holds the distributions of a lock, `installed` this package on top of them.
python:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Trucewatch needs Python 3.11 or newer. On Debian: apt-get install python3.11 python3.11-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "This Python cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; exit 1; }

.venv/locked: requirements.lock | python
	@echo "Making .venv from requirements.lock (once, about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(RUN) $(PIP) $(LOCKED) -r requirements.lock
	@$(RUN) $(PIP) check
	@touch $@

.venv/installed: .venv/locked $(SOURCES)
	@$(RUN) $(PIP) $(PACKAGE) --force-reinstall .
	@touch $@

.venv-dev/locked: requirements-dev.lock | python
	@echo "Making .venv-dev from requirements-dev.lock (once, about a minute) ..."
	@$(PYTHON) -m venv --clear .venv-dev
	@$(DEV) $(PIP) $(LOCKED) -r requirements-dev.lock
	@$(DEV) $(PIP) check
	@touch $@

.venv-dev/installed: .venv-dev/locked pyproject.toml
	@$(DEV) $(PIP) $(PACKAGE) --editable .
	@touch $@
