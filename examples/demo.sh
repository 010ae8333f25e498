#!/usr/bin/env bash
# The demo: reads the example articles into a fresh case file and asks it a few questions. Usage: demo.sh SUMARIO
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
sumario=${1:-build/sumario}
db=build/demo.db
export SUMARIO_MODEL=${SUMARIO_MODEL:-models/en_core_web_md} SUMARIO_KNOWLEDGE=${SUMARIO_KNOWLEDGE:-knowledge}

# Explains a command, shows it as one would type it, runs it.
show() {
  printf '\n%s\n\n$ sumario %s\n' "$1" "$(shift; quoted "$@")"
  shift
  "$sumario" "$@"
}
quoted() {
  local word
  printf '%s' "$1"
  for word in "${@:2}"; do case $word in *' '*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done
}

rm -f "$db" "$db-wal" "$db-shm"
show "Thirteen articles from six invented outlets tell two cases: a former minister arrested abroad, and a company director
put on trial. One is a web page as a browser saves it, with menus, captions and teasers of other stories. This reads them all into a case file that starts empty." \
  add --db "$db" examples/articles
show "Where did the former minister stand at the end of April 2024? The United States had charged him." \
  who --db "$db" --as-of 2024-04-30 "Ramiro Olazarri"
show "And on 20 November 2024? Those charges are gone; his own country has opened an investigation. Under each line stands
the sentence that says so." \
  who --db "$db" --as-of 2024-11-20 "Ramiro Olazarri"
show "The company director was arrested, charged and tried. What must be shown of her today is how it ended." \
  who --db "$db" --as-of 2025-03-10 "Fiona Garrick"
show "One paper first named this man as a defendant and then withdrew it. He is accused of nothing." \
  who --db "$db" --as-of 2025-03-10 "Diego Lanfranco"
show "What happened to the former minister, in order of the days on which it happened." \
  timeline --db "$db" --person "Ramiro Olazarri"
printf '\nThe case file is %s. Ask it more: sumario who --db %s "Gareth Pullinger"\n' "$db" "$db"
