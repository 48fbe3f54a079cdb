# The commands of the project; `make` alone lists them.
# PORT=9000, HOST=0.0.0.0, PYTHON=python3.12 (for a new .venv) and ARGS="-k search" change what they do.

PYTHON := $(or $(PYTHON),python3)
HOST := $(or $(HOST),127.0.0.1)
PORT := $(or $(PORT),8000)

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
DATA := $(or $(DATA_DIR),var)
STATIC := $(or $(STATIC_ROOT),$(DATA)/static)
STATIC_SOURCES := $(shell find hub home blog search \( -path '*/static' -o -path '*/static/*' \) 2>/dev/null)

# A stamp is written last, so a step that was interrupted is done again.
INSTALLED := $(VENV)/.installed
INSTALLED_FOR_TESTS := $(VENV)/.installed-for-tests
COLLECTED := $(DATA)/.static-collected
ifeq ($(wildcard $(STATIC)/staticfiles.json),)
.PHONY: $(COLLECTED)
endif
ifeq ($(realpath $(PY)),)
.PHONY: $(INSTALLED) $(INSTALLED_FOR_TESTS)
endif

# Each process has a database of its own: for a few tests one process is quicker.
ON_ALL_CORES := -n auto --maxprocesses 8 --dist worksteal

WITH_ADDRESS := SITE_URL="$${SITE_URL:-http://127.0.0.1:$(PORT)}"

define CHECK_PYTHON
import sys
if sys.version_info < (3, 11):
    sys.exit("This needs Python 3.11 or newer, and %s is %s. Name another: make PYTHON=python3.12 ..."
             % (sys.executable, sys.version.split()[0]))
try:
    import ensurepip, venv
except ImportError:
    sys.exit("%s cannot make virtual environments. On Debian: apt install python3-venv" % sys.executable)
endef
export CHECK_PYTHON

define CHECK_PORT
import socket, sys
host, port = sys.argv[1:]
try:
    if not 0 < int(port) < 65536:
        raise ValueError("a port is a number from 1 to 65535")
    family, *_, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(address)
except (OSError, ValueError) as error:
    sys.exit(f"Cannot serve at {host}:{port}: {error}\nChoose another port, for example: PORT=8001 make run")
endef
export CHECK_PORT

.PHONY: help run dev test lint lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 15

# Ctrl-C reaches Granian's worker twice, from the terminal and from Granian, and it may then wait for ever.
run: $(COLLECTED) ## install what is missing, prepare the site and serve it at http://127.0.0.1:8000
	@$(PY) -c "$$CHECK_PORT" $(HOST) $(PORT)
	@$(WITH_ADDRESS) $(PY) manage.py prepare
	@$(WITH_ADDRESS) exec $(PY) -m granian --interface wsgi --host $(HOST) --port $(PORT) --workers 1 \
		--blocking-threads 4 --workers-kill-timeout 3 --no-ws --no-access-log --log-level warning \
		hub.wsgi:application

dev: $(INSTALLED) ## the same site on Django's reloading server, with debugging on
	@$(PY) -c "$$CHECK_PORT" $(HOST) $(PORT)
	@$(WITH_ADDRESS) $(PY) manage.py prepare
	@$(WITH_ADDRESS) DJANGO_SETTINGS_MODULE=hub.settings.dev exec $(PY) manage.py runserver $(HOST):$(PORT)

test: $(INSTALLED_FOR_TESTS) ## run the tests; ARGS="tests/blog -k list" chooses among them
	@$(PY) -m pytest $(or $(ARGS),$(ON_ALL_CORES))

lint: $(INSTALLED_FOR_TESTS) ## check style, formatting, import directions and templates
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(BIN)/lint-imports

lock: $(INSTALLED) ## write both requirements files anew from pyproject.toml
	@$(PY) -m uv --version >/dev/null 2>&1 || $(PY) -m pip install -qq uv
	@$(PY) -m uv pip compile $(LOCK) --output-file requirements.txt pyproject.toml
	@$(PY) -m uv pip compile $(LOCK) --group dev --constraint requirements.txt \
		--output-file tests/requirements.txt pyproject.toml

LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --only-binary :all: \
	--no-emit-index-url --no-emit-find-links --no-config --custom-compile-command "make lock"

$(PY):
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@$(PYTHON) -m venv --clear $(VENV)

# pip is missing where making the environment was interrupted half-way.
$(INSTALLED) $(INSTALLED_FOR_TESTS): | $(PY)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "Installing from $< (this takes a minute, once) ..."
	@$(PY) -m pip install -qq --require-hashes --only-binary :all: -r $<
	@touch $(INSTALLED) $@
$(INSTALLED): requirements.txt
$(INSTALLED_FOR_TESTS): tests/requirements.txt

$(COLLECTED): $(INSTALLED) $(STATIC_SOURCES)
	@echo "Collecting static files ..."
	@$(PY) manage.py collectstatic --noinput --clear --verbosity 0
	@mkdir -p $(DATA) && touch $@

clean: ## remove the environment, caches and collected files; the site's data in var/ stays
	rm -rf $(VENV) $(STATIC) $(COLLECTED) $(DATA)/test-*.sqlite3* .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
