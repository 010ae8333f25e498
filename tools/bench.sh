#!/usr/bin/env bash
# Words a second beside spaCy's: same pipeline, same texts, same run. Needs spaCy, which tools/parity.sh installs into
# .venv; PARITY_PYTHON names a Python that has it. Arguments: the build folder (default build).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PARITY_PYTHON:-.venv/bin/python}
if ! "$python" -c 'import spacy' 2>/dev/null; then
  printf 'bench: installing spaCy 3.8 into .venv\n' >&2
  python3 -m venv .venv
  .venv/bin/python -m pip install -q 'spacy>=3.8,<3.9' >&2
  python=.venv/bin/python
fi
# One core for each: spaCy's matrix product must not use two.
export OMP_NUM_THREADS=1 BLIS_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
exec "$python" -B tools/bench.py "${1:-build}/bench/words_per_second" models/en_core_web_md
