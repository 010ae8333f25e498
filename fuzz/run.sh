#!/usr/bin/env bash
# Runs every fuzz target for some seconds, each from the corpus kept beside it, and stops at the first crash.
# Usage: run.sh BUILD_FOLDER SECONDS
set -euo pipefail
build=$(cd "$1" && pwd)
seconds=$2
cd "$(dirname "${BASH_SOURCE[0]}")"
for source in *_fuzz.cc; do
  name=${source%.cc}
  found=$build/corpus/$name # new inputs are kept here; those that crash lie in $build/crashes
  mkdir -p "$found" "$build/crashes"
  printf 'fuzz: %s for %s seconds\n' "$name" "$seconds"
  "$build/fuzz/$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=0 \
    -artifact_prefix="$build/crashes/$name-" "$found" "corpus/$name"
done
printf 'fuzz: no crash\n'
