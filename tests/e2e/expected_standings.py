#!/usr/bin/env python3
"""Reads articles into a fresh case file and holds every dossier to the standings a lawyer expects.

  expected_standings.py SUMARIO MODEL [SEQUENCE…]   status 0: all as expected; 1: differences, one a line; 77: no model

First the example articles against examples/expected/standings.tsv, then each sequence of tests/standings/sequences, or
only those named (by the number they begin with).

Differences listed in the open.txt beside the expectations, each with its reason, are printed but do not fail; such a
list may hold only what is missing or vague, never a standing that accuses somebody wrongly.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
SEQUENCES = ROOT / "tests/standings/sequences"
SKIPPED = 77


def expected_rows(text):
    """The table's rows as dictionaries, "*" spelled out for every day it names."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = sorted({row["as_of"] for row in rows} - {"*"})
    return [{**row, "as_of": day} for row in rows for day in (days if row["as_of"] == "*" else [row["as_of"]])]


def sequence_in(text):
    """The articles of a sequence's file as JSON Lines, and its rows."""
    articles, rows = [], []
    for part in ("\n" + text).split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        if head == "expected":
            rows = expected_rows(body)
            continue
        published, outlet = head.removeprefix("article ").split(" | ")
        title, _, paragraphs = body.strip().partition("\n\n")
        articles.append(json.dumps({"published": published, "outlet": outlet, "title": title, "text": paragraphs}))
    return "\n".join(articles) + "\n", rows


def open_lines(path):
    return {line.split("  # ")[0] for line in path.read_text(encoding="utf-8").splitlines()}


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


class CaseFile:
    """A case file of its own, filled from one batch of articles."""

    def __init__(self, sumario, model, folder):
        self.sumario, self.model, self.path = sumario, model, str(pathlib.Path(folder) / "case.db")

    def add(self, what, text=None):
        subprocess.run([self.sumario, "add", "--db", self.path, "--model", str(self.model), "--knowledge",
                        str(ROOT / "knowledge"), str(what)], check=True, cwd=ROOT, input=text, encoding="utf-8",
                       stdout=subprocess.DEVNULL)

    def standings(self, person, day):
        """The standing list of `who`; empty for a person the case file does not know."""
        run = subprocess.run([self.sumario, "who", "--db", self.path, "--as-of", day, "--format", "json", person],
                             capture_output=True, text=True)
        return json.loads(run.stdout)["standing"] if run.stdout.strip() else []


def compare(case, rows, known, where=""):
    """Prints what differs; gives how much of it is not known."""
    wrong = 0
    for person, day in sorted({(row["person"], row["as_of"]) for row in rows}):
        mine = [row for row in rows if (row["person"], row["as_of"]) == (person, day)]
        for difference in differences(mine, case.standings(person, day)):
            line = f"{where}{person} on {day}: {difference}"
            print(line + (" (open)" if line in known else ""))
            wrong += line not in known
    return wrong


def main():
    sumario, model, chosen = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    if not (model / "config.cfg").exists():
        print(f"skipped: no model at {model}")
        sys.exit(SKIPPED)
    expectations, wrong = 0, 0
    if not chosen:
        rows = expected_rows((EXAMPLES / "expected/standings.tsv").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            case = CaseFile(sumario, model, folder)
            case.add(EXAMPLES / "articles")
            wrong += compare(case, rows, open_lines(EXAMPLES / "expected/open.txt"))
        expectations += len(rows)
    known = open_lines(SEQUENCES / "open.txt")
    for path in sorted(SEQUENCES.glob("[0-9]*.txt")):
        if chosen and path.name[:2] not in chosen:
            continue
        articles, rows = sequence_in(path.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            case = CaseFile(sumario, model, folder)
            case.add("-", articles)
            wrong += compare(case, rows, known, path.name[:2] + " ")
        expectations += len(rows)
    print(f"{expectations} expectations, {wrong} differences")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
