#!/usr/bin/env bash
# Speed of the language runtime beside spaCy's (bench/nlp.py).
#   bench/nlp.sh [MODEL_DIR [PYTHON [arguments of nlp.py]]]
# PYTHON is one that has spaCy 3.8 (default .venv/bin/python). BUILD_DIR names another build folder than build.
# SUMARIO_RELEASES names a .jsonl.gz of press releases to read ("text" in each line); without it the examples are read.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
model=${1:-models/en_core_web_md}
python=${2:-.venv/bin/python}
shift $(($# < 2 ? $# : 2))
bench=${BUILD_DIR:-build}/bench/nlp_bench
if [ ! -x "$bench" ]; then echo "bench: $bench is not built" >&2; exit 1; fi
if ! "$python" -c 'import spacy' 2>/dev/null; then
  echo "bench: $python has no spaCy; nothing to measure against (see tools/parity.sh)" >&2
  exit 1
fi
exec "$python" -B bench/nlp.py "$model" "$bench" ${SUMARIO_RELEASES:+--releases "$SUMARIO_RELEASES"} "$@"
