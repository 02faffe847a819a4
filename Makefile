# Two commands matter: `make demo` runs Werklijn with an invented region, `make test` tests it.
# Both need only Python 3.11 or newer (with venv), git and make; all else goes into .venv.

PYTHON ?=
ARGS ?=
export PYTHON
RUN = .venv/bin/python -m
CODE = bot dialogs services tests bench

.PHONY: pin help demo test quick check audit sbom screenshots lock clean runtime dev

help:
	@echo "make demo         run Werklijn here, with an invented region"
	@echo "make test         run all tests (ARGS='-k match' for some)"
	@echo "make quick        the tests of dialogs and services on SQLite, in about a minute"
	@echo "make check        formatting, lint, types and layers"
	@echo "make audit        known advisories about what the image holds (WERKLIJN_AUDIT=1: in check)"
	@echo "make sbom         what the image holds, as CycloneDX, in sbom.cdx.json"
	@echo "make pin          the images by digest, as the registry has them now (needs docker)"
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

# While working: what people say and what follows from it, no browser, no second database.
QUICK = tests/dialogs tests/services tests/test_architecture.py tests/test_obeyed.py
quick: dev
	@$(RUN) pytest -q --numprocesses auto --maxprocesses 4 --dist worksteal \
		-m "not slow and not browser" -k "not postgresql" $(QUICK) $(ARGS)

check: dev
	@$(RUN) ruff format --check $(CODE)
	@$(RUN) ruff check $(CODE)
	@$(RUN) mypy
	@.venv/bin/lint-imports --no-cache
	@test -z "$(WERKLIJN_AUDIT)" || $(MAKE) --no-print-directory audit

# Known advisories about what the image holds: found is a failure. Without network nothing is known:
# that is said, and fails only with WERKLIJN_AUDIT=required.
audit:
	@sh .ci/prepare audit
	@.venv/bin/python .ci/audit $(ARGS)

# What the image holds, as CycloneDX; needs no network once its tool is installed.
sbom:
	@sh .ci/prepare audit
	@PYTHONWARNINGS=ignore .venv/bin/cyclonedx-py requirements --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-format JSON --output-file sbom.cdx.json requirements.lock
	@echo "sbom.cdx.json"

# The repository names tags; whoever builds for production pins them first.
pin:
	@python3 .ci/pin

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
	$(LOCK) --extra audit --constraint requirements-dev.lock --output-file requirements-audit.lock \
		$(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info
	find $(CODE) -name __pycache__ -prune -exec rm -rf {} +
