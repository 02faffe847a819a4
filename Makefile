# Two commands matter: `make demo` runs Werklijn with an invented region, `make test` tests it.
# Both need only Python 3.11 or newer (with venv), git and make; all else goes into .venv.

PYTHON ?=
ARGS ?=
export PYTHON
RUN = .venv/bin/python -m
CODE = bot dialogs services tests bench

.PHONY: help demo test check screenshots lock clean runtime dev

help:
	@echo "make demo         run Werklijn here, with an invented region"
	@echo "make test         run all tests (ARGS='-k match' for some)"
	@echo "make check        formatting, lint, types and layers"
	@echo "make screenshots  pictures of the pages in docs/screenshots (needs Chromium)"
	@echo "make lock         pin the dependencies anew (needs uv)"
	@echo "make clean        remove .venv and caches; data/ stays"
	@echo "PYTHON=python3.12 make …  chooses the Python"

runtime:
	@sh .ci/prepare runtime

dev:
	@sh .ci/prepare dev

demo: runtime
	@exec .venv/bin/werklijn demo $(ARGS)

# Two tests at a time take half as long; more than four only get in each other's way.
test: dev
	@$(RUN) pytest --numprocesses auto --maxprocesses 4 --dist worksteal $(ARGS)

check: dev
	@$(RUN) ruff format --check $(CODE)
	@$(RUN) ruff check $(CODE)
	@$(RUN) mypy
	@.venv/bin/lint-imports --no-cache

screenshots: dev
	@WERKLIJN_BROWSER_REQUIRED=1 WERKLIJN_SCREENSHOTS=docs/screenshots $(RUN) pytest -m browser \
		--ignore tests/test_browser.py

LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header pyproject.toml
lock:
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(LOCK) --extra install --output-file requirements.lock $(ARGS)
	$(LOCK) --extra install --extra dev --extra bench --constraint requirements.lock \
		--output-file requirements-dev.lock $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info
	find $(CODE) -name __pycache__ -prune -exec rm -rf {} +
