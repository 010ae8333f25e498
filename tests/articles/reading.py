#!/usr/bin/env python3
"""Reads the articles of this folder and holds the readings to their gold.

  reading.py SUMARIO MODEL [--verbose]   status 0: all kept; 1: something is broken; 77: no model, skipped

No residue may be used, and nobody wronged but those whom open.txt lists as known faults; a listed person who is wronged
no more must be taken off it. The other figures may not fall below floors.txt: raise the floors when the reading gets
better, never lower them to make a change pass.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "tools"))
sys.dont_write_bytecode = True
import score_reading  # noqa: E402  (found through the line above)

SKIPPED = 77


def reading_of(sumario, model, article, published):
    run = subprocess.run([sumario, "read", "--format", "jsonl", "--model", str(model), "--knowledge", str(ROOT / "knowledge"),
                          "--published", published, str(article)], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(run.stdout.splitlines()[0])


def rows(path):
    """The file's lines split in two at the first blank; # opens a comment."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [tuple(line.split(None, 1)) for line in lines if line]


def wronged(gold, reading):
    """Names of the uninvolved whom the reading shows as accused, by the scorer's own measure."""
    return {person["name"] for person in gold["people"]
            if not person["accused"] and score_reading.score({**gold, "people": [person]}, reading)[0]["wronged"]}


def broken(figures, least):
    found = [f"{figures['residue_used']} residues used"] if figures["residue_used"] else []
    return found + [f"{name} is {figures[name]}, below {value}" for name, value in least if (figures[name] or 0) < float(value)]


def print_errors(name, wrong, missed):
    for state, claim in wrong:
        fillers = {role: [one["text"] for one in those] for role, those in claim["roles"].items()}
        print(f"{name}: {state}: {claim['kind']}/{claim['type']} {claim['modality']} {claim['evidence']['quote'][:90]!r} {fillers}")
    for fact in missed:
        print(f"{name}: missed: {fact['kind']}/{'|'.join(fact['types'])} {fact['anchor'][:90]!r} {fact['roles']}")


def main():
    sumario, model = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (model / "config.cfg").exists():
        print(f"skipped: no model at {model}")
        sys.exit(SKIPPED)
    counts, hurt = [], set()
    for path in sorted(HERE.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = reading_of(sumario, model, path.with_suffix(".txt"), gold["published"])
        count, wrong, missed = score_reading.score(gold, reading)
        counts.append(count)
        hurt |= {(path.stem, name) for name in wronged(gold, reading)}
        if "--verbose" in sys.argv:
            print_errors(path.stem, wrong, missed)
    figures = score_reading.summarise(counts)
    print(json.dumps(figures, indent=1))
    known = set(rows(HERE / "open.txt"))
    faults = [f"{article}: {name} is wronged" for article, name in sorted(hurt - known)]
    faults += [f"{article}: {name} is wronged no more; take the line off open.txt" for article, name in sorted(known - hurt)]
    faults += broken(figures, rows(HERE / "floors.txt"))
    print("\n".join(faults) or f"kept; {len(known)} known faults open")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
