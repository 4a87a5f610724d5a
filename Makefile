# make map   builds the page and prints its path
# make export  writes all that a teacher takes along, as docs/packages.md says
# make test  runs what CI runs first
# make test-all  runs the long tests, which CI runs after that
# make test-newest, make test-oldest  run the tests with the newest and the oldest versions allowed
# make lock  renews the exact versions of requirements/ and package-lock.json
# make audit  asks for known faults of the locked packages, and lists licences: docs/audit.md
# make claims  lists where the map shows what the article says, as docs/claims.md
# make structure  draws anew which package imports which, in docs/architecture.md
# make schema  writes the JSON schemas of the document and of the facts, and types for the scripts, after a change of their records
# make scripts  makes the scripts and styles of the page anew, after a change in mapgen/web
# make watch  shows the page while scripts and styles are edited, and loads it again at each change
# make screenshots  keeps how the page looks now: look at them before you commit them
# make docs-pictures  takes the pictures of README.md and docs/teaching.md anew
# make method  compares ways to estimate control, for docs/method.md
# make bench  measures the page and those of other libraries, for docs/performance.md

PYTHON ?= python3
VENV ?= .venv
LOCKS ?= requirements
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

INSTALL := $(PYTHON) tools/install.py --into $(VENV) --locks $(LOCKS)
# An environment is made anew when what it installs changes.
INSTALLED := $(wildcard $(LOCKS)/*.txt) pyproject.toml tools/install.py

.PHONY: map structure schema scripts watch export evidence claims docs-pictures method bench test test-all test-newest test-oldest lock audit lint types web-test python-test browsers screenshots derive check clean

map: $(VENV)/map-installed
	@mapgen build

scripts: $(VENV)/test-installed
	npm run --silent scripts

structure: $(VENV)/map-installed
	$(BIN)/python tools/draw_structure.py

schema: $(VENV)/test-installed
	$(BIN)/python tools/write_schema.py
	$(BIN)/node tools/document-types.js

watch: scripts
	@mapgen build
	@$(BIN)/node tools/watch.js

derive: $(VENV)/test-installed
	@mapgen derive

method: $(VENV)/method-installed
	$(BIN)/python tools/compare_methods.py

bench: browsers
	$(BIN)/python tools/measure.py

evidence: $(VENV)/map-installed
	@$(BIN)/python tools/count_evidence.py

claims: $(VENV)/map-installed
	@$(BIN)/python tools/list_claims.py

export: $(VENV)/export-installed
	@mapgen export

check: $(VENV)/map-installed
	@mapgen check

test: lint types web-test python-test

lint: $(VENV)/test-installed
	ruff check .
	ruff format --check .
	npm run --silent lint

types: $(VENV)/test-installed
	mypy

web-test: $(VENV)/test-installed
	mapgen build
	npm run --silent test

python-test: $(VENV)/test-installed browsers
	pytest -n auto --dist worksteal -m "not long"

test-all: $(VENV)/test-installed browsers
	pytest -n auto --dist worksteal -m long

# The same with other versions, so that news from a library is met on purpose.
test-newest: .venv-lock/lock-installed
	.venv-lock/bin/python tools/lock.py --newest --python "$(PYTHON)" --into build/newest
	$(MAKE) test VENV=.venv-newest LOCKS=build/newest

# Style and types are for the checkers of the locks: older ones know other rules.
test-oldest: .venv-lock/lock-installed
	.venv-lock/bin/python tools/lock.py --oldest --python "$(PYTHON)" --into build/oldest
	$(MAKE) web-test python-test VENV=.venv-oldest LOCKS=build/oldest

audit: .venv-audit/audit-installed $(VENV)/test-installed
	$(BIN)/python tools/audit.py

lock: .venv-lock/lock-installed
	.venv-lock/bin/python tools/lock.py

screenshots: browsers
	pytest -q tests/browser/test_screenshots.py --update-screenshots

docs-pictures: browsers
	@mapgen build
	PYTHONPATH=. $(BIN)/python tools/take_pictures.py

browsers: $(VENV)/test-installed
	@$(BIN)/python tools/ensure_browser.py

$(VENV)/map-installed $(VENV)/export-installed $(VENV)/method-installed: $(VENV)/%-installed: $(INSTALLED)
	@$(INSTALL) $*
	@touch $@

# Has what the map and the export need as well.
$(VENV)/test-installed: $(INSTALLED) package.json package-lock.json
	@$(INSTALL) test
	npm ci --silent --no-audit --no-fund
	@touch $(VENV)/map-installed $(VENV)/export-installed $@

.venv-lock/lock-installed: requirements/lock.txt requirements/build.txt tools/install.py
	@$(PYTHON) tools/install.py lock --into .venv-lock
	@touch $@

.venv-audit/audit-installed: requirements/audit.txt requirements/build.txt tools/install.py
	@$(PYTHON) tools/install.py audit --into .venv-audit
	@touch $@

clean:
	rm -rf $(VENV) .venv-* build node_modules output/*.html
