# All a person needs to build, try and check sumario. `make help` lists the targets.
# Variables: JOBS (parallel build jobs), FUZZ_SECONDS (per fuzz target).

JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 60
SUMARIO := build/sumario

.DEFAULT_GOAL := build
.PHONY: help setup setup-dev build demo test bench parity quality fuzz format asan tsan clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## Install the Debian packages and fetch the model; skipped at once when nothing is missing
	@tools/setup.sh

setup-dev:  ## The same, and clang-19, clang-format-19 and the fuzzing runtime
	@tools/setup.sh dev

build: setup  ## Build build/sumario (the default)
	@test -f build/build.ninja || cmake --preset release
	cmake --build build -j $(JOBS)

demo: build  ## Read the example articles into a fresh case file and show what it knows on two days
	@examples/demo.sh $(SUMARIO)

test: build  ## Build and run every test
	ctest --test-dir build --output-on-failure -j $(JOBS)

bench: build  ## Measure speed: words per second of the language runtime beside spaCy's, and what reading adds
	@bench/run.sh build

parity: build  ## Compare the language runtime with spaCy 3.8, token by token, on three pipelines
	@tools/parity.sh

quality: build  ## Measure the reading on the development data and the project's own articles
	@tools/quality.sh build

fuzz: setup-dev  ## Fuzz every parser of outside bytes, FUZZ_SECONDS each (default 60)
	cmake --preset fuzz
	cmake --build build/libfuzzer -j $(JOBS)
	@fuzz/run.sh build/libfuzzer $(FUZZ_SECONDS)

format: setup-dev  ## Lay out the C++ sources as .clang-format says
	git ls-files -z '*.h' '*.cc' | xargs -0 clang-format-19 -i

asan: setup  ## Run the tests under the address and undefined-behaviour sanitizers
	cmake --preset asan
	cmake --build build/asan -j $(JOBS)
	ctest --test-dir build/asan --output-on-failure -j $(JOBS)

tsan: setup  ## Run the tests under the thread sanitizer
	cmake --preset tsan
	cmake --build build/tsan -j $(JOBS)
	ctest --test-dir build/tsan --output-on-failure -j $(JOBS)

clean:  ## Remove everything that was built (the model stays)
	rm -rf build
