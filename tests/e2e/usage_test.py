#!/usr/bin/env python3
"""What the command line refuses, how, and with which status. Needs no model."""
import program

COMMANDS = ["read", "parse", "page", "add", "watch", "who", "timeline"]


class Help(program.Program):
    def test_every_command_explains_itself_with_an_example(self):
        for command in COMMANDS:
            out, err = self.run_it(command, "--help")
            self.assertIn("Example", out, command)
            self.assertIn("sumario " + command, out)
            self.assertEqual(err, "")

    def test_the_program_lists_its_commands(self):
        out, _ = self.run_it("--help")
        for command in COMMANDS:
            self.assertIn(command, out)


class WrongUsage(program.Program):
    def refused(self, *arguments):
        out, err = self.run_it(*arguments, status=2)
        self.assertEqual(out, "")
        self.assertNotEqual(err, "")
        return err

    def test_no_command_and_unknown_ones(self):
        self.refused()
        self.refused("guess")
        self.refused("read", "--no-such-option", "x")

    def test_missing_arguments(self):
        self.refused("read")
        self.refused("add", "--db", "x.db")
        self.refused("add", "article.txt")
        self.refused("who", "--db", "x.db")

    def test_days_that_are_none(self):
        for day in ["yesterday", "2024-02-30", "2024-1-1", "20240101", ""]:
            self.assertIn("no day", self.refused("read", "--published", day, "article.txt"))
        self.refused("who", "--db", "x.db", "--as-of", "soon", "Ann Lee")

    def test_formats_and_numbers_that_are_none(self):
        self.refused("read", "--format", "pdf", "article.txt")
        self.refused("read", "--jobs", "0", "article.txt")
        self.refused("read", "--color", "sometimes", "article.txt")


class CannotStart(program.Program):
    def test_a_missing_model_says_how_to_get_it(self):
        article = self.write("a.txt", "A title\n\nAnn Lee spoke on Monday.\n")
        _, err = self.run_it("read", "--model", self.folder / "none", article, status=3)
        self.assertIn("make setup", err)

    def test_a_missing_knowledge_folder(self):
        _, err = self.run_it("read", "--knowledge", self.folder / "none", self.write("a.txt", "Text.\n"), status=3)
        self.assertIn("none", err)

    def test_case_files_that_cannot_be_read(self):
        self.assertIn("no such case file", self.run_it("who", "--db", self.case, "Ann Lee", status=3)[1])
        letter = self.write("letter.db", "Dear Sir or Madam, this is no case file, however long it may be. " * 20)
        for command in [("who", "--db", letter, "Ann Lee"), ("timeline", "--db", letter)]:
            self.assertIn("not a case file", self.run_it(*command, status=3)[1])
        self.assertFalse(self.case.exists())


if __name__ == "__main__":
    program.main(needs_model=False)
