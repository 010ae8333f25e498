#!/usr/bin/env python3
"""Reads the example articles into a fresh case file and holds every dossier to examples/expected/standings.tsv.

  expected_standings.py SUMARIO MODEL    status 0: all as expected; 1: differences, one a line; 77: no model, skipped

Differences listed in examples/expected/open.txt, each with its reason, are printed but do not fail; that list may hold
only what is missing or vague, never a standing that accuses somebody wrongly.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def expected_rows(path):
    """The file's rows as dictionaries, "*" spelled out for every day the file names."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = sorted({row["as_of"] for row in rows} - {"*"})
    return [{**row, "as_of": day} for row in rows for day in (days if row["as_of"] == "*" else [row["as_of"]])]


def choices(cell):
    """Alternatives of one cell; "-" stands for the empty string."""
    return {"" if value == "-" else value for value in cell.split("|")}


def fits(row, shown):
    return (shown["forum"] in choices(row["forum"]) and shown["status"] in choices(row["status"])
            and (row["since"] == "-" or shown["since"] in choices(row["since"])))


def differences(rows, shown):
    """What is wrong with the standings shown for one person on one day, given that person's rows for it."""
    rows = [row for row in rows if row["status"] != "none"]
    shown = [one for one in shown if one["status"] != "none"]
    found = [f"missing: {row['forum']} {row['status']} since {row['since']}"
             for row in rows if row["must"] == "must" and not any(fits(row, one) for one in shown)]
    found += [f"not expected: {one['forum'] or '-'} {one['status']} since {one['since']}"
              for one in shown if not any(fits(row, one) for row in rows)]
    return found


def standings(sumario, database, person, day):
    """The standing list of `who`; empty for a person the case file does not know."""
    run = subprocess.run([sumario, "who", "--db", database, "--as-of", day, "--format", "json", person],
                         capture_output=True, text=True)
    return json.loads(run.stdout)["standing"] if run.stdout.strip() else []


def main():
    sumario, model = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (model / "config.cfg").exists():
        print(f"skipped: no model at {model}")
        sys.exit(SKIPPED)
    rows = expected_rows(ROOT / "examples/expected/standings.tsv")
    wrong = 0
    known = {line.split("  # ")[0] for line in (ROOT / "examples/expected/open.txt").read_text().splitlines()}
    with tempfile.TemporaryDirectory() as folder:
        database = str(pathlib.Path(folder) / "examples.db")
        subprocess.run([sumario, "add", "--db", database, "--model", str(model), "--knowledge",
                        str(ROOT / "knowledge"), str(ROOT / "examples/articles")],
                       check=True, cwd=ROOT)
        for person, day in sorted({(row["person"], row["as_of"]) for row in rows}):
            mine = [row for row in rows if (row["person"], row["as_of"]) == (person, day)]
            for difference in differences(mine, standings(sumario, database, person, day)):
                line = f"{person} on {day}: {difference}"
                print(line + (" (open)" if line in known else ""))
                wrong += line not in known
    print(f"{len(rows)} expectations, {wrong} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
