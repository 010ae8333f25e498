#!/usr/bin/env python3
"""Nothing kept is lost: killed, interrupted, held, read-only."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import time

import program

KILLS = int(os.environ.get("SUMARIO_KILLS", "12"))


def record(path):
    """What the case file holds, whatever the numbers of its rows."""
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA foreign_keys = ON")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        documents = db.execute("SELECT id, text, published FROM documents ORDER BY id").fetchall()
        claims = db.execute("SELECT d.id, c.id, c.kind, c.type, c.modality, c.day_from, c.day_to, v.start, v.\"end\" FROM claims c "
                            "JOIN documents d ON d.key = c.document JOIN evidence v ON v.claim = c.key ORDER BY 1, 2").fetchall()
        fillers = db.execute("SELECT d.id, c.id, f.place, f.role, e.id, n.name_key FROM fillers f JOIN claims c ON c.key = f.claim "
                             "JOIN documents d ON d.key = c.document LEFT JOIN entities e ON e.key = f.entity "
                             "LEFT JOIN names n ON n.key = e.name_row ORDER BY 1, 2, 3").fetchall()
        names = db.execute("SELECT kind, name_key, female, male, twice FROM names ORDER BY 1, 2").fetchall()
    return documents, claims, fillers, names


class Killed(program.Program):
    def test_an_ingest_killed_at_any_moment_goes_on_to_the_same_record(self):
        undisturbed = self.folder / "undisturbed.db"
        begun = time.monotonic()
        self.run_it("add", "--db", undisturbed, "--jobs", "1", program.ARTICLES)
        took = time.monotonic() - begun
        expected = record(undisturbed)
        moments = random.Random(20201119)
        for _ in range(KILLS):
            for path in self.folder.glob("case.db*"):
                path.unlink(missing_ok=True)
            running = self.start("add", "--db", self.case, "--jobs", "1", program.ARTICLES, stdout=subprocess.DEVNULL)
            time.sleep(moments.uniform(0.02, took))
            running.send_signal(signal.SIGKILL)
            running.wait()
            self.run_it("add", "--db", self.case, "--jobs", "1", program.ARTICLES)
            self.assertEqual(record(self.case), expected)


class Interrupted(program.Program):
    def documents_kept(self):
        try:
            with sqlite3.connect(f"file:{self.case}?mode=ro", uri=True) as db:
                return db.execute("SELECT count(*) FROM documents").fetchone()[0]
        except sqlite3.OperationalError:
            return 0

    def test_stops_cleanly_keeps_what_was_added_and_goes_on_from_there(self):
        text = (program.ARTICLES / "04-dismissal-wire.txt").read_text(encoding="utf-8")
        many = 300
        lines = self.write("many.jsonl", "".join(json.dumps({"text": f"{text}\n\nCopy {i}."}) + "\n" for i in range(many)))
        running = self.start("add", "--db", self.case, lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 30
        while running.poll() is None and not self.documents_kept() and time.monotonic() < deadline:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
        self.assertEqual(running.returncode, 1)
        self.assertIn(b"stopped", err)
        kept = self.documents_kept()
        self.assertTrue(0 < kept < many, kept)
        out, _ = self.run_it("add", "--db", self.case, lines)
        self.assertIn(f"{many - kept} documents added, {kept} already there", out)


class Withheld(program.Program):
    article = "A title\n\nAnn Lee was arrested in Lima on 3 May 2021.\n"

    def test_a_file_held_by_another_says_so(self):
        article = self.write("a.txt", self.article)
        self.run_it("add", "--db", self.case, article)
        with sqlite3.connect(self.case, isolation_level=None) as other:
            other.execute("BEGIN IMMEDIATE")
            second = self.write("b.txt", self.article.replace("Ann", "Bob"))
            _, err = self.run_it("add", "--db", self.case, second, status=1)
            self.assertIn("held by another", err)
            self.assertEqual(self.who("Ann Lee")["person"]["name"], "Ann Lee")

    def test_a_folder_that_may_not_be_written(self):
        self.run_it("add", "--db", self.case, self.write("a.txt", self.article))
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        self.folder.chmod(0o500)
        self.addCleanup(self.folder.chmod, 0o700)
        self.assertEqual(self.who("Ann Lee")["person"]["name"], "Ann Lee")
        self.run_it("add", "--db", self.case, program.ARTICLES, status=3)


if __name__ == "__main__":
    program.main()
