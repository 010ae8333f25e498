"""The record in other programs' formats, and taken back from its own."""
import csv
import io
import json
import pathlib
import subprocess
import unittest

from program import ARTICLES, ROOT, Program, main

CHECKS = ROOT / "third_party/checks/bin/python"
OLAZARRI, LANFRANCO, PROSECUTOR = "Ramiro Olazarri", "Diego Lanfranco", "Karen Mosholder"

# Holds every entity against the model: schema, properties, values, and that what it points at is there.
VALIDATE = """
import json, sys
from followthemoney import model
entities = [json.loads(line) for line in sys.stdin]
known = {entity["id"] for entity in entities}
assert len(known) == len(entities), "an id twice"
for entity in entities:
    schema = model.get(entity["schema"])
    schema.validate(entity)
    for name, values in entity["properties"].items():
        kind = schema.get(name).type
        for value in values:
            assert kind.clean(value) == value, (entity["schema"], name, value)
            assert kind.name != "entity" or value in known, (entity["schema"], name, value)
print(len(entities))
"""


class Export(Program):
    def setUp(self):
        super().setUp()
        self.run_it("add", "--db", self.case, ARTICLES)

    def export(self, form, *arguments, case=None):
        return self.run_it("export", "--db", case or self.case, "--format", form, *arguments)[0]

    def entities(self, schema, *arguments):
        lines = map(json.loads, self.export("ftm", *arguments).splitlines())
        return [entity for entity in lines if entity["schema"] == schema]

    def people(self, *arguments):
        return {one["properties"]["name"][0]: one["properties"] for one in self.entities("Person", *arguments)}

    def table(self, name, *arguments):
        return list(csv.DictReader(io.StringIO(self.export("csv", "--table", name, *arguments), newline="")))

    # ---- FollowTheMoney

    def test_ftm_is_what_its_own_library_takes(self):
        if not CHECKS.exists():
            self.skipTest("the followthemoney package is not there: make setup fetches it")
        done = subprocess.run([CHECKS, "-I", "-c", VALIDATE], input=self.export("ftm"), capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreater(int(done.stdout), 100)

    def test_only_open_and_convicted_have_topics(self):
        for day, topics in (("2024-04-20", ["poi"]), ("2024-11-10", None), ("2024-11-20", ["poi"])):
            self.assertEqual(self.people("--as-of", day)[OLAZARRI].get("topics"), topics, day)
        people = self.people()
        self.assertEqual({name for name, one in people.items() if one.get("topics") == ["crime"]}, {"Jesper Aggerbo"})
        for name in (LANFRANCO, PROSECUTOR, "Fiona Garrick", "Gareth Pullinger"):
            self.assertNotIn("topics", people[name], name)

    def test_a_case_names_its_country_party_and_sentences(self):
        person = next(one for one in self.entities("Person") if one["properties"]["name"] == [OLAZARRI])
        parties = [one["properties"] for one in self.entities("CourtCaseParty") if one["properties"]["party"] == [person["id"]]]
        cases = {one["id"]: one["properties"] for one in self.entities("CourtCase")}
        found = {cases[party["case"][0]]["country"][0]: party for party in parties}
        self.assertEqual({country: party["status"] for country, party in found.items()},
                         {"us": ["dismissed"], "uy": ["investigated"]})
        self.assertTrue(any("dismissed all charges" in quote for quote in found["us"]["summary"]))

    # ---- tables

    def test_tables_in_a_folder_agree_with_the_dossiers(self):
        folder = self.folder / "tables"
        self.export("csv", "--output", folder)
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         ["allegations.csv", "claims.csv", "documents.csv", "offices.csv", "people.csv", "standings.csv",
                          "steps.csv"])
        with open(folder / "standings.csv", newline="", encoding="utf-8") as rows:
            stands = [row for row in csv.DictReader(rows) if row["person"] == OLAZARRI]
        told = [(one["forum"], one["status"], one["since"]) for one in self.who(OLAZARRI)["standing"]]
        self.assertEqual([(row["forum"], row["status"], row["since"]) for row in stands], told)
        self.assertTrue(all(row["quote"] for row in stands))

    def test_quotes_in_tables_lie_in_their_documents(self):
        readings = [json.loads(line) for line in self.export("jsonl").splitlines()]
        texts = {one["document"]["id"]: one["document"]["text"].encode() for one in readings}
        rows = self.table("claims")
        self.assertEqual(len(rows), sum(len(one["claims"]) for one in readings))
        for row in rows:
            quote = texts[row["document"]][int(row["start"]):int(row["end"])].decode()
            self.assertIn(row["quote"], (quote, "'" + quote))

    def test_an_export_as_of_a_day_stands_as_things_stood(self):
        for row in self.table("steps", "--as-of", "2024-04-20"):
            self.assertLessEqual(row["from"], "2024-04-20", row)
        for row in self.table("claims", "--as-of", "2024-04-20"):
            self.assertLessEqual(row["from"], "2024-04-20", row)
        self.assertEqual([row["status"] for row in self.table("standings", "--as-of", "2024-04-20")
                          if row["person"] == OLAZARRI], ["charged"])

    # ---- events

    def test_events_carry_a_root_and_a_sentence(self):
        events = [json.loads(line) for line in self.export("plover").splitlines()]
        self.assertTrue(events)
        for event in events:
            self.assertTrue(event["event_type"].isupper() and event["quote"] and event["actor"], event)

    # ---- back again

    def test_an_import_of_the_export_is_the_same_record(self):
        lines, copy = self.export("jsonl"), self.folder / "copy.db"
        self.run_it("import", "--db", copy, self.write("case.jsonl", lines))
        for form in ("jsonl", "ftm", "csv", "plover"):
            self.assertEqual(self.export(form, case=copy), self.export(form), form)
        for name in (OLAZARRI, LANFRANCO):
            self.assertEqual(self.who(name, case=copy), self.who(name))

    def test_a_damaged_line_is_named_and_the_rest_taken(self):
        lines = self.export("jsonl").splitlines(keepends=True)
        lines[1] = lines[1][:200] + "\n"
        copy, source = self.folder / "copy.db", self.write("case.jsonl", "".join(lines))
        _, said = self.run_it("import", "--db", copy, source, status=1)
        self.assertIn(f"{source}: line 2: ", said)
        self.assertEqual(len(self.export("jsonl", case=copy).splitlines()), len(lines) - 1)

    def test_a_line_whose_quote_is_not_in_its_text_is_refused(self):
        reading = json.loads(self.export("jsonl").splitlines()[0])
        reading["claims"][0]["evidence"]["start"] += 1
        _, said = self.run_it("import", "--db", self.folder / "copy.db", "-", status=1, text=json.dumps(reading))
        self.assertIn("line 1", said)

    def test_a_full_disk_leaves_no_half_file(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("no /dev/full here")
        with open("/dev/full", "wb") as full:
            done = self.start("export", "--db", self.case, "--format", "ftm", stdout=full, stderr=subprocess.PIPE)
            said = done.communicate(timeout=60)[1].decode()
        self.assertEqual(done.returncode, 1, said)
        self.assertIn("cannot be written", said)

    def test_a_folder_that_cannot_be_made_is_named(self):
        taken = self.write("taken", "")
        _, said = self.run_it("export", "--db", self.case, "--format", "csv", "--output", taken, status=3)
        self.assertIn(str(taken), said)


if __name__ == "__main__":
    main()
