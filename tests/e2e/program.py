"""Runs sumario for the end-to-end tests: `NAME_test.py SUMARIO` runs one file of them."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples/articles"
MODEL = pathlib.Path(os.environ.get("SUMARIO_MODEL", ROOT / "models/en_core_web_md"))
KNOWLEDGE = pathlib.Path(os.environ.get("SUMARIO_KNOWLEDGE", ROOT / "knowledge"))
SKIPPED = 77


class Program(unittest.TestCase):
    """Each test gets a folder of its own."""
    binary = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.case = self.folder / "case.db"

    def environment(self, **changes):
        plain = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
        return {**plain, "SUMARIO_MODEL": str(MODEL), "SUMARIO_KNOWLEDGE": str(KNOWLEDGE), **changes}

    def run_it(self, *arguments, status=0, text=None, **changes):
        """Runs to the end and holds the exit status to `status`; gives standard output and standard error."""
        done = subprocess.run([self.binary, *map(str, arguments)], input=text, capture_output=True, encoding="utf-8",
                              env=self.environment(**changes), timeout=120)
        self.assertEqual(done.returncode, status, f"{arguments}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return done.stdout, done.stderr

    def start(self, *arguments, **options):
        return subprocess.Popen([self.binary, *map(str, arguments)], env=self.environment(), **options)

    def who(self, name, *arguments, case=None):
        return json.loads(self.run_it("who", "--db", case or self.case, "--format", "json", *arguments, name)[0])

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def main(needs_model=True):
    Program.binary = str(pathlib.Path(sys.argv.pop(1)).resolve())
    if needs_model and not (MODEL / "config.cfg").exists():
        print(f"skipped: no model at {MODEL}")
        sys.exit(SKIPPED)
    unittest.main(module="__main__")
