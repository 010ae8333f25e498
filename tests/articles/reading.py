#!/usr/bin/env python3
"""Reads the articles of this folder and holds the readings to their gold.

  reading.py SUMARIO MODEL [--verbose]   status 0: all floors kept; 1: one is broken; 77: no model, skipped

Nobody may be wronged and no residue used, ever. The other floors stand in floors.txt: raise them when the reading gets
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
    run = subprocess.run([sumario, "read", "--format", "jsonl", "--model", str(model), "--published", published,
                          str(article)], capture_output=True, text=True, check=True, cwd=ROOT)
    return json.loads(run.stdout.splitlines()[0])


def floors(path):
    """Figure -> least value, from lines "figure value"; # opens a comment."""
    lines = (line.split("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines())
    return {line[0]: float(line[1]) for line in lines if line}


def broken(figures, least):
    found = [f"{figures['wronged']} people wronged"] if figures["wronged"] else []
    found += [f"{figures['residue_used']} residues used"] if figures["residue_used"] else []
    found += [f"{name} is {figures[name]}, below {value}" for name, value in least.items() if (figures[name] or 0) < value]
    return found


def main():
    sumario, model = sys.argv[1], pathlib.Path(sys.argv[2])
    if not (model / "config.cfg").exists():
        print(f"skipped: no model at {model}")
        sys.exit(SKIPPED)
    counts = []
    for path in sorted(HERE.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        reading = reading_of(sumario, model, path.with_suffix(".txt"), gold["published"])
        count, wrong, missed = score_reading.score(gold, reading)
        counts.append(count)
        if count["wronged"]:
            print(f"{path.stem}: somebody is wronged")
        if "--verbose" in sys.argv:
            for state, claim in wrong:
                fillers = {role: [one["text"] for one in those] for role, those in claim["roles"].items()}
                print(f"{path.stem}: {state}: {claim['kind']}/{claim['type']} {claim['modality']} "
                      f"{claim['evidence']['quote'][:90]!r} {fillers}")
            for fact in missed:
                print(f"{path.stem}: missed: {fact['kind']}/{'|'.join(fact['types'])} {fact['anchor'][:90]!r} "
                      f"{fact['roles']}")
    figures = score_reading.summarise(counts)
    print(json.dumps(figures, indent=1))
    faults = broken(figures, floors(HERE / "floors.txt"))
    print("\n".join(faults) or "all floors kept")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
