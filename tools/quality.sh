#!/usr/bin/env bash
# Prints every figure of the reading: on the project's own articles, and on the development data where it lies beside the
# checkout. Usage: quality.sh BUILD_FOLDER
set -uo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
data=../shared/data
model=models/en_core_web_md

title() { printf '\n== %s\n' "$1"; }

title "the project's own articles (tests/articles)"
python3 -B tests/articles/reading.py "$build/sumario" "$model"
if [ ! -d "$data" ]; then
  printf '\nskipped: %s is absent\n' "$data"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

title "PLOVER actions of single sentences (events/plv_train)"
python3 -B tools/quality/actions.py --binary "$build/sumario"

title "real articles with gold, and the seed"
python3 -B tools/quality/readings.py --binary "$build/sumario"
title "steps of justice in other makers' sets (events)"
python3 -B tools/quality/events.py --binary "$build/sumario"
if [ -x "$build/tests/quality/cast_quality" ]; then
  title "pronouns and name coreference (coref)"
  "$build/tests/quality/cast_quality" "$model" knowledge "$data/coref/gum_train_dev.jsonl" >"$work/casts" &&
    python3 -B tools/quality/coref.py "$work/casts" "$data/coref/gum_train_dev.jsonl"
  title "kinds of names (ner)"
  python3 -B tools/quality/entity_types.py --texts "$data/ner/crossner_politics_dev.jsonl" >"$work/sentences" &&
    "$build/tests/quality/cast_quality" "$model" knowledge "$work/sentences" >"$work/casts" &&
    python3 -B tools/quality/entity_types.py "$work/casts" "$data/ner/crossner_politics_dev.jsonl"
fi
if [ -x "$build/tests/quality/speech_quality" ]; then
  title "quotations and reported speech (quotes, dev)"
  "$build/tests/quality/speech_quality" "$model" knowledge "$data/quotes/polnear_dev.jsonl" >"$work/speech" &&
    python3 -B tools/quality/quotes.py "$data/quotes/polnear_dev.jsonl" "$work/speech"
fi
if [ -x "$build/tests/quality/time_quality" ]; then
  title "dates (recognizers)"
  python3 -B tools/quality/dates.py "$build/tests/quality/time_quality" "$data/dates/recognizers_en.jsonl"
fi
if [ -x "$build/tests/quality/records_quality" ]; then
  title "feeds (pages/feedparser)"
  python3 -B tools/quality/feeds.py "$build/tests/quality/records_quality"
  title "web archives (pages/warcio)"
  python3 -B tools/quality/archives.py "$build/tests/quality/records_quality"
fi
if [ -d "$data/pages" ]; then
  title "texts of articles on pages (pages)"
  python3 -B tools/quality/pages.py --binary "$build/sumario"
  title "titles, authors and days of pages (pages)"
  python3 -B tools/quality/page_metadata.py --binary "$build/sumario"
fi
if [ -x "$build/tests/quality/page_data" ]; then
  title "structured data (pages/extruct)"
  python3 -B tools/quality/structured_data.py "$build/tests/quality/page_data"
fi
