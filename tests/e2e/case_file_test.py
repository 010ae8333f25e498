#!/usr/bin/env python3
"""A case file kept from the example articles, and what it answers."""
import json

import program

PEOPLE = ["Ramiro Olazarri", "Jesper Aggerbo", "Fiona Garrick", "Gareth Pullinger", "Denise Hollander", "Diego Lanfranco"]


class Kept(program.Program):
    def setUp(self):
        super().setUp()
        self.run_it("add", "--db", self.case, program.ARTICLES)

    def standing(self, name, day):
        return {(one["forum"], one["status"]) for one in self.who(name, "--as-of", day)["standing"] if one["status"] != "none"}

    def test_two_days_two_standings(self):
        self.assertEqual(self.standing("Ramiro Olazarri", "2024-03-01"), set())
        self.assertIn(("United States", "charged"), self.standing("Ramiro Olazarri", "2024-04-30"))
        self.assertEqual(self.standing("Ramiro Olazarri", "2024-11-20"),
                         {("United States", "dismissed"), ("Uruguay", "investigated")})

    def test_a_prosecutor_is_accused_of_nothing(self):
        dossier = self.who("Denise Hollander")
        self.assertEqual(dossier["standing"], [])
        self.assertIn("prosecutor", [part["part"] for part in dossier["parts"]])
        self.assertIn("accused in 0", self.run_it("who", "--db", self.case, "Denise Hollander")[0])

    def test_every_claim_named_is_there_with_its_words(self):
        for name in PEOPLE:
            dossier = self.who(name)
            named = [claim for standing in dossier["standing"] for step in standing["steps"] for claim in step["claims"]]
            named += [claim for part in ("offices", "allegations") for one in dossier[part] for claim in one["claims"]]
            self.assertEqual(set(named), set(dossier["claims"]))
            for claim in dossier["claims"].values():
                self.assertTrue(claim["quote"])

    def test_the_answer_comes_first(self):
        out, _ = self.run_it("who", "--db", self.case, "--as-of", "2024-11-20", "Ramiro Olazarri")
        first = out.split("\n\n")[1]
        self.assertIn("United States: case dismissed since 6 November 2024", first)
        self.assertIn("Uruguay: under investigation since 14 November 2024", first)

    def test_a_surname_is_enough_where_one_person_bears_it(self):
        self.assertEqual(self.who("olazarri")["person"]["name"], "Ramiro Olazarri")

    def test_names_that_mean_nobody_say_who_may_be_meant(self):
        out, err = self.run_it("who", "--db", self.case, "Ramiro Olazari", status=1)
        self.assertEqual(out, "")
        self.assertIn("Ramiro Olazarri", err)
        self.assertIn("nobody", self.run_it("who", "--db", self.case, "Zebedee Quux", status=1)[1])

    def test_the_timeline_runs_forward(self):
        out, _ = self.run_it("timeline", "--db", self.case, "--person", "Ramiro Olazarri", "--from", "2024-01-01", "--format", "json")
        events = json.loads(out)["events"]
        days = [event["from"] or event["to"] for event in events]
        self.assertEqual(days, sorted(days))
        self.assertIn("arrest", [event["type"] for event in events])
        self.assertTrue(all((event["to"] or "9999") >= "2024-01-01" for event in events))
        self.assertIn("12 March 2024", self.run_it("timeline", "--db", self.case, "--person", "Olazarri")[0])


class Changed(program.Program):
    def setUp(self):
        super().setUp()
        self.run_it("add", "--db", self.case, program.ARTICLES)

    def changes(self, *arguments):
        return json.loads(self.run_it("diff", "--db", self.case, "--format", "json", *arguments)[0])

    def test_what_changed_between_two_days(self):
        people = {one["person"]["name"]: one for one in self.changes("--from", "2024-04-30", "--to", "2024-11-20")["people"]}
        moves = {(one["forum"], one["before"], one["after"]) for one in people["Ramiro Olazarri"]["standing"]}
        self.assertEqual(moves, {("United States", "charged", "dismissed"), ("Uruguay", "none", "investigated")})
        for person in people.values():
            named = {claim for part in ("standing", "offices") for one in person[part] for claim in one["claims"]}
            self.assertEqual(named, set(person["claims"]))
        self.assertNotIn("Denise Hollander", people)

    def test_nothing_changes_within_a_day(self):
        self.assertEqual(self.changes("--from", "2024-11-20", "--to", "2024-11-20")["people"], [])
        self.assertIn("nothing changed", self.run_it("diff", "--db", self.case, "--from", "1990-01-01", "--to", "1990-02-01")[1])
        self.run_it("diff", "--db", self.case, "--from", "2024-11-20", "--to", "2024-11-19", status=2)

    def test_the_sentence_stands_beside_the_change(self):
        out, _ = self.run_it("diff", "--db", self.case, "--from", "2024-10-01", "--to", "2024-11-20")
        self.assertIn("United States: charged → case dismissed since 6 November 2024", out)

    def test_a_retracted_document_takes_along_what_rested_on_it_alone(self):
        before = self.who("Ramiro Olazarri", "--as-of", "2024-11-20")
        documents = sorted({claim["document"] for claim in before["claims"].values()})
        for document in documents:
            out, _ = self.run_it("retract", "--db", self.case, "--document", document[:20])
            self.assertIn("1 document taken back", out)
        self.assertIn("Ramiro Olazarri", out)
        self.assertIn("→ nothing", out)
        self.run_it("retract", "--db", self.case, "--document", documents[0], status=1)
        self.run_it("add", "--db", self.case, program.ARTICLES)
        self.assertEqual(self.who("Ramiro Olazarri", "--as-of", "2024-11-20"), before)

    def test_an_outlet_is_retracted_whole(self):
        self.assertIn("taken back", self.run_it("retract", "--db", self.case, "--outlet", "daily beacon")[0])
        self.run_it("retract", "--db", self.case, "--outlet", "Daily Beacon", status=1)
        self.run_it("retract", "--db", self.folder / "none.db", "--outlet", "Daily Beacon", status=3)
        self.run_it("retract", "--db", self.case, status=2)


class Added(program.Program):
    def dossiers(self, case):
        return [self.who(name, "--as-of", "2025-03-10", case=case) for name in PEOPLE]

    def test_the_same_bytes_twice_change_nothing(self):
        self.run_it("add", "--db", self.case, program.ARTICLES)
        before = self.dossiers(self.case)
        out, _ = self.run_it("add", "--db", self.case, program.ARTICLES)
        self.assertIn("0 documents added", out)
        self.assertEqual(self.dossiers(self.case), before)

    def test_neither_order_nor_threads_nor_portions_matter(self):
        self.run_it("add", "--db", self.case, "--jobs", "1", program.ARTICLES)
        other = self.folder / "other.db"
        for path in sorted(program.ARTICLES.iterdir(), reverse=True):
            self.run_it("add", "--db", other, "--jobs", "4", path)
        self.assertEqual(self.dossiers(other), self.dossiers(self.case))

    def test_two_people_of_one_surname_are_not_guessed_between(self):
        self.write("a.txt", "A title\n\nAnn Lee was arrested in Lima on 3 May 2021.\n")
        self.write("b.txt", "A title\n\nBob Lee was arrested in Lima on 4 May 2021.\n")
        self.run_it("add", "--db", self.case, self.folder / "a.txt", self.folder / "b.txt")
        _, err = self.run_it("who", "--db", self.case, "Lee", status=1)
        self.assertIn("Ann Lee", err)
        self.assertIn("Bob Lee", err)

    def test_one_bad_document_stops_no_other(self):
        article = self.write("a.txt", "A title\n\nAnn Lee was arrested in Lima on 3 May 2021.\n")
        out, err = self.run_it("add", "--db", self.case, self.folder / "none.txt", article, status=1)
        self.assertIn("1 document added, 1 failed", out)
        self.assertIn("none.txt", err)
        self.assertEqual(self.who("Ann Lee")["person"]["name"], "Ann Lee")

    def test_the_outlet_stands_under_the_line(self):
        article = self.write("a.txt", "A title\n\nAnn Lee was arrested in Lima on Monday.\n")
        self.run_it("add", "--db", self.case, "--published", "2021-05-05", "--outlet", "The Mirror", article)
        out, _ = self.run_it("who", "--db", self.case, "Ann Lee")
        self.assertIn("The Mirror, 5 May 2021", out)


if __name__ == "__main__":
    program.main()
