# The fixed targets, for people and for machines. `make help` lists them.
PYTHON ?= python3
BIN := .venv/bin
HERE := $(shell pwd -P)

# The programs of a .venv know their place: in a checkout that was moved they are made anew.
ifneq ($(shell cat $(BIN)/.ready 2>/dev/null),$(HERE))
$(shell rm -f $(BIN)/.ready)
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo generate check native test conformance bench lock clean

help:  ## Show the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/'

demo: build/.system $(BIN)/.ready generate native  ## Set everything up and run one agent from every surface
	@$(BIN)/python -m examples.demo

generate: $(BIN)/.ready  ## Turn idl/ into generated/
	@$(BIN)/bridgegen generate

check: $(BIN)/.ready  ## Drift, lint and types
	$(BIN)/bridgegen check
	$(BIN)/bridgegen generate --check
	$(BIN)/ruff check .
	$(BIN)/black --check .
	$(BIN)/mypy

native: build/.system $(BIN)/.ready  ## Build libllmspell.so and the Lua modules into build/native
	@$(BIN)/python runtime/c/build.py --quiet
	@$(BIN)/python runtime/lua/build.py --quiet

test: build/.test-system $(BIN)/.ready node_modules/.ready native  ## Run all tests
	$(BIN)/pytest -n auto --dist worksteal

conformance: native  ## Run every example on every surface; writes build/conformance.json
	@$(BIN)/python -m bridge_runtime.conformance

bench: native  ## Measure against the budgets; writes build/bench.json
	@$(BIN)/python -m benchmarks

lock:  ## Pin every dependency with its hashes
	sh scripts/lock.sh

clean:  ## Remove what was built (not what was generated)
	rm -rf build .venv node_modules

build/.system: scripts/system-packages.sh
	@PYTHON="$(PYTHON)" sh scripts/system-packages.sh build && mkdir -p build && touch $@

build/.test-system: scripts/system-packages.sh
	@PYTHON="$(PYTHON)" sh scripts/system-packages.sh test && mkdir -p build && touch $@

$(BIN)/.ready: requirements/dev.txt pyproject.toml scripts/make_venv.py
	@command -v "$(PYTHON)" >/dev/null || { echo "error: there is no $(PYTHON); install it, or name another: make PYTHON=python3.12 …" >&2; exit 1; }
	@"$(PYTHON)" scripts/make_venv.py && pwd -P >$@

node_modules/.ready: package-lock.json
	@npm ci --no-audit --no-fund --silent || { echo "error: npm could not install what package-lock.json names; is its registry within reach? See: npm ci" >&2; exit 1; }
	@touch $@
