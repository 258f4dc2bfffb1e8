# Baken. `make help` lists what there is.
SHELL := /bin/bash
PY := .venv/bin/python
BAKEN := .venv/bin/baken
OUT ?= var/demo
JOBS ?= 2

.PHONY: help demo serve test check soak bench bench-peers clean

help: ## list the commands
	@awk -F ':[^#]*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/run: requirements/run.lock
	@scripts/environment run

.venv/all: requirements/all.lock
	@scripts/environment all

demo: .venv/run ## build the environment, make and load the caseload, compute, compare, report (SCALE, SEED, OUT)
	@OUT="$(OUT)" scripts/demo

serve: .venv/run ## open the demo's pages at http://127.0.0.1:8000 (OUT=… for a demo elsewhere)
	@test -e "$(OUT)/demo-van-baken" || { echo "In $(OUT) staat geen demo. Voer eerst uit: make demo" >&2; exit 2; }
	@BAKEN_VAR="$(OUT)" BAKEN_DATABASE= BAKEN_DEMO=1 $(BAKEN) serve

test: .venv/all ## the whole test suite on the embedded default
	@scripts/test

check: .venv/all ## format, lint, types, import contracts, migrations, translations
	@scripts/check

soak: .venv/all ## the long counts: kill -9, true size, every engine
	@BAKEN_SOAK=1 scripts/test -m soak

bench: .venv/all ## speed and memory as ratios against named baselines
	@$(PY) -m bench $(BENCH)

bench-peers: .venv/all ## the same work in other systems, each in an environment of its own
	@$(PY) -m bench.peers

clean: ## remove what was built (never the source)
	rm -rf .venv var
