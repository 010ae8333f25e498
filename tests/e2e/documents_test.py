#!/usr/bin/env python3
"""Documents in, readings out."""
import json
import re
import subprocess

import program


class Readings(program.Program):
    def read(self, *arguments, **options):
        out, err = self.run_it("read", "--format", "jsonl", *arguments, **options)
        return [json.loads(line) for line in out.splitlines()], err

    def test_every_span_gives_its_words(self):
        readings, err = self.read(program.ARTICLES)
        self.assertEqual(err, "")
        self.assertGreaterEqual(len(readings), 8)
        for reading in readings:
            text = reading["document"]["text"].encode()
            for claim in reading["claims"]:
                evidence = claim["evidence"]
                self.assertEqual(text[evidence["start"]:evidence["end"]].decode(), evidence["quote"])
                for filler in sum(claim["roles"].values(), claim["sources"]):
                    self.assertEqual(text[filler["start"]:filler["end"]].decode(), filler["text"])

    def test_the_number_of_threads_changes_nothing(self):
        one = self.run_it("read", "--format", "jsonl", "--jobs", "1", program.ARTICLES)[0]
        self.assertEqual(self.run_it("read", "--format", "jsonl", "--jobs", "4", program.ARTICLES)[0], one)

    def test_standard_input_reads_like_a_file(self):
        article = program.ARTICLES / "01-arrest-miami-wire.txt"
        self.assertEqual(self.read("-", text=article.read_text(encoding="utf-8"))[0], self.read(article)[0])

    def test_one_bad_document_stops_no_other(self):
        good = self.write("good.txt", "A title\n\nAnn Lee was arrested in Lima on 3 May 2021.\n")
        binary = self.folder / "bad.bin"
        binary.write_bytes(b"\x00\x01\x02" * 400)
        lines = self.write("lines.jsonl", '{"text": "Bob Ray was freed."}\n{"text": 7}\n{"text": "Eva Moss spoke."}\n')
        readings, err = self.read(binary, good, self.folder / "missing.txt", lines, status=1)
        self.assertEqual(len(readings), 3)
        for name in ["bad.bin", "missing.txt", "lines.jsonl:2"]:
            self.assertEqual(sum(name in line for line in err.splitlines()), 1, err)

    def test_the_argument_gives_the_day(self):
        article = self.write("a.txt", "A title\n\nAnn Lee was arrested in Lima on Monday.\n")
        readings, _ = self.read("--published", "2021-05-05", article)
        self.assertEqual(readings[0]["document"]["published"], "2021-05-05")
        days = [claim["time"] for claim in readings[0]["claims"] if claim["type"] == "arrest"]
        self.assertEqual([(day["from"], day["to"]) for day in days], [("2021-05-03", "2021-05-03")])


class Shown(program.Program):
    article = "Ann Lee <script>alert(1)</script>\n\nAnn Lee was arrested in Lima on 3 May 2021, \x1b[31mpolice said.\n"

    def test_text_is_for_a_person(self):
        out, _ = self.run_it("read", self.write("a.txt", self.article))
        self.assertIn("PEOPLE", out)
        self.assertIn("3 May 2021", out)
        self.assertRegex(out, "«[^»]*Ann Lee was arrested")
        self.assertNotIn("\x1b", out)

    def test_colours_only_where_asked_for(self):
        path = self.write("a.txt", self.article)
        self.assertIn("\x1b[4m", self.run_it("read", "--color", "always", path)[0])
        self.assertNotIn("\x1b[31m", self.run_it("read", "--color", "always", path)[0])
        self.assertNotIn("\x1b", self.run_it("read", "--color", "never", path)[0])

    def test_lines_keep_to_the_width(self):
        out, _ = self.run_it("read", program.ARTICLES / "04-dismissal-wire.txt", COLUMNS="60")
        self.assertLessEqual(max(len(line) for line in out.splitlines()), 60)

    def test_the_page_needs_nothing_and_runs_nothing(self):
        out, _ = self.run_it("read", "--format", "html", self.write("a.txt", self.article))
        self.assertNotIn("<script", out)
        self.assertIn("&lt;script&gt;", out)
        self.assertIsNone(re.search(r'(src|href)="(?!#)', out))
        for target in re.findall(r'href="#([^"]+)"', out):
            self.assertIn(f'id="{target}"', out)

    def test_output_that_cannot_be_written_is_a_failure(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([self.binary, "read", str(self.write("a.txt", self.article))], stdout=full,
                                  stderr=subprocess.PIPE, env=self.environment(), timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertNotEqual(done.stderr, b"")


class Page(program.Program):
    def test_is_the_document_of_the_reading(self):
        article = program.ARTICLES / "04-dismissal-wire.txt"
        page = json.loads(self.run_it("page", "--format", "jsonl", article)[0])
        reading = json.loads(self.run_it("read", "--format", "jsonl", article)[0])
        self.assertEqual(page, reading["document"])


if __name__ == "__main__":
    program.main()
