# make map   builds the page and prints its path
# make export  writes all that a teacher takes along, as docs/packages.md says
# make test  runs everything that CI runs
# make claims  lists where the map shows what the article says, as docs/claims.md
# make schema  writes the JSON schema of the document anew, after a change of its records
# make scripts  makes the scripts and styles of the page anew, after a change in mapgen/web
# make watch  shows the page while scripts and styles are edited, and loads it again at each change
# make screenshots  keeps how the page looks now: look at them before you commit them
# make docs-pictures  takes the pictures of README.md and docs/teaching.md anew
# make method  compares ways to estimate control, for docs/method.md

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: map schema scripts watch export claims docs-pictures method test lint types web-test python-test browsers screenshots derive check clean

map: $(VENV)/map-installed
	@mapgen build

scripts: $(VENV)/test-installed
	npm run --silent scripts

schema: $(VENV)/map-installed
	$(BIN)/python tools/write_schema.py

watch: scripts
	@mapgen build
	@$(BIN)/node tools/watch.js

derive: $(VENV)/test-installed
	@mapgen derive

method: $(VENV)/test-installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[method]"
	$(BIN)/python tools/compare_methods.py

claims: $(VENV)/map-installed
	@$(BIN)/python tools/list_claims.py

export: $(VENV)/map-installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[export]"
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
	pytest -n auto --dist worksteal

screenshots: browsers
	pytest -q tests/browser/test_screenshots.py --update-screenshots

docs-pictures: browsers
	@mapgen build
	PYTHONPATH=. $(BIN)/python tools/take_pictures.py

browsers: $(VENV)/test-installed
	@$(BIN)/python tools/ensure_browser.py

# A virtual environment is only as good as what installed it: it is made anew when the list changes.
$(VENV)/map-installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/test-installed: pyproject.toml package.json package-lock.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	npm ci --silent --no-audit --no-fund
	@touch $(VENV)/map-installed $@

clean:
	rm -rf $(VENV) node_modules output/*.html
