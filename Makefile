# make run    all set-up, then the window        make test   all set-up, then the tests
# make check  lint, types, floors, tests         make screens  draw every screen to build/screens
# make bench  measure against the floors         make proof   the slow proofs
# make freeze the programs for a kit, in build/programs
.DEFAULT_GOAL := help
PYTHON := .venv/bin/python
PO := $(wildcard resources/i18n/*.po)
SOURCES := $(shell find milkit -name '*.py')
offscreen := QT_QPA_PLATFORM=offscreen

.PHONY: help run test check lint screens bench proof freeze setup lock words docs clean

help:
	@sed -n '1,4p' Makefile | sed 's/^# //'

setup: .venv/ready .venv/compiled resources/fonts/ready resources/i18n/ready

.venv/ready: packaging/requirements.lock packaging/system.sh pyproject.toml
	@sh packaging/system.sh
	@test -x $(PYTHON) || python3 -m venv .venv
	@echo "Installing the libraries (once)"
	@$(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes -r packaging/requirements.lock
	@PYTHONWARNINGS=ignore $(PYTHON) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(PYTHON) -m compileall -q -j 0 .venv/lib >/dev/null || true
	@touch $@

# Where Python may not write its compiled code, each start would compile all anew.
.venv/compiled: .venv/ready $(SOURCES)
	@$(PYTHON) -m compileall -q milkit
	@touch $@

resources/fonts/ready: resources/fonts.toml packaging/fonts.py | .venv/ready
	@$(PYTHON) packaging/fonts.py
	@touch $@

resources/i18n/ready: $(PO) packaging/words.py | .venv/ready
	@$(PYTHON) packaging/words.py build
	@touch $@

run: setup
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so the window cannot open. Drawing the tour instead."; \
		$(MAKE) --no-print-directory screens; \
	else $(PYTHON) -m milkit; fi

# Each process would compile all tests anew where Python may not write compiled code;
# and neighbours share what they set up, so that each process takes a run of them.
test: setup
	@PYTHONDONTWRITEBYTECODE= $(offscreen) $(PYTHON) -m pytest -q -n auto --dist worksteal

lint: setup
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m milkit check lessons

check: lint test

screens: setup
	@$(offscreen) $(PYTHON) packaging/screens.py build/screens

bench: setup
	@$(PYTHON) packaging/bench.py

proof: setup
	@$(PYTHON) packaging/proof.py

freeze: setup
	@$(PYTHON) packaging/freeze.py

lock:
	.venv/bin/python -m pip install -q uv
	.venv/bin/uv pip compile -q --universal --generate-hashes --all-extras --no-annotate \
		pyproject.toml packaging/requirements.build -o packaging/requirements.lock

words: setup
	@$(PYTHON) packaging/words.py gather

docs: setup
	@$(PYTHON) -m milkit.content.document

clean:
	rm -rf build .venv resources/fonts resources/i18n/*/ resources/i18n/ready
