#!/usr/bin/env bash
# Every benchmark: the language runtime beside spaCy's, what reading adds, what long and odd inputs cost, and pages beside
# trafilatura. Usage: run.sh BUILD_FOLDER
# spaCy and trafilatura are installed into .venv where they are missing; PARITY_PYTHON and PAGES_PYTHON name Pythons that
# have them.
set -euo pipefail
export BUILD_DIR=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python=${PARITY_PYTHON:-.venv/bin/python}
if ! "$python" -c 'import spacy' 2>/dev/null; then
  printf 'bench: installing spaCy 3.8 into .venv\n' >&2
  python3 -m venv .venv
  .venv/bin/python -m pip install -q 'spacy>=3.8,<3.9' >&2
  python=.venv/bin/python
fi
model=models/en_core_web_md
releases=../shared/data/releases/prosecutor_releases.jsonl.gz
texts=../shared/data/quotes/polnear_dev.jsonl
[ -f "$texts" ] || texts=examples/articles/press.jsonl

SUMARIO_RELEASES=$releases bench/nlp.sh "$model" "$python"
"$BUILD_DIR/bench/reading_bench" "$model" knowledge "$texts"
"$BUILD_DIR/bench/long_inputs_bench" "$model" knowledge

pages_python=${PAGES_PYTHON:-.venv/bin/python}
if ! "$pages_python" -c 'import trafilatura' 2>/dev/null; then
  printf 'bench: installing trafilatura 2 into .venv\n' >&2
  [ -x .venv/bin/python ] || python3 -m venv .venv
  .venv/bin/python -m pip install -q 'trafilatura>=2,<3' lxml_html_clean >&2
  pages_python=.venv/bin/python
fi
"$pages_python" -B bench/pages.py "$BUILD_DIR/sumario"
