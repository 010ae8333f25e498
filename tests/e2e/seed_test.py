#!/usr/bin/env python3
"""Holds the dossiers of the project's first article to what a person reads in it.

  seed_test.py SUMARIO MODEL    status 77: the article or the model is absent, skipped
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
UNINVOLVED = ["Barr", "Ebrard", "Lopez Obrador", "Pena Nieto", "Calderon", "Gertz"]


def standing(sumario, database, day, person):
    run = subprocess.run([sumario, "who", "--db", database, "--as-of", day, "--format", "json", person],
                         capture_output=True, text=True, check=True)
    return {one["forum"]: (one["status"], one["since"]) for one in json.loads(run.stdout)["standing"]}


def main():
    sumario, model = sys.argv[1], pathlib.Path(sys.argv[2])
    articles = sorted(ROOT.parent.glob("shared/seed/000_*.txt"))
    if not articles or not (model / "config.cfg").exists():
        print("skipped: ../shared/seed or the language model is absent")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        database = str(pathlib.Path(folder) / "seed.db")
        subprocess.run([sumario, "add", "--db", database, "--model", str(model), "--knowledge",
                        str(ROOT / "knowledge"), "--published", "2020-11-19", str(articles[0])],
                       check=True, cwd=ROOT)
        before = standing(sumario, database, "2020-11-01", "Cienfuegos")
        after = standing(sumario, database, "2020-11-19", "Cienfuegos")
        assert before["United States"][0] == "charged", before
        assert after["United States"] == ("dismissed", "2020-11-18"), after
        assert after["Mexico"][0] == "investigated", after
        for person in UNINVOLVED:
            assert standing(sumario, database, "2020-11-19", person) == {}, person
    print("the seed reads as it should")


if __name__ == "__main__":
    main()
