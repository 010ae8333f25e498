#!/usr/bin/env python3
"""The checks' own test: each finds the fault it is for and lets sound input pass."""
import pathlib
import tempfile
import unittest

import layers
import library
import paths
import sizes
import words

TABLE = """
| folder | its one job | may include |
|---|---|---|
| `src/base` | errors | – |
| `src/read` | reading | base, read/time, read/names |
| `src/read/time` | days | base |
| `src/read/names` | people | base |
| `src/cli` | commands | all |
"""


class Layers(unittest.TestCase):
    def broken(self, path, include):
        text = f'#include <vector>\n#include "{include}"\n'
        return layers.problems([pathlib.PurePosixPath(path)], lambda _: text, layers.table(TABLE))

    def test_the_table_is_read(self):
        self.assertEqual(layers.table(TABLE)["read"], {"base", "read/time", "read/names"})
        self.assertEqual(layers.table(TABLE)["base"], set())

    def test_granted_includes_pass(self):
        self.assertEqual(self.broken("src/read/reader.cc", "read/time/timex.h"), [])
        self.assertEqual(self.broken("src/read/time/timex.cc", "read/time/timex.h"), [])
        self.assertEqual(self.broken("src/cli/main.cc", "read/names/cast.h"), [])

    def test_an_upward_include_is_found(self):
        self.assertEqual(self.broken("src/base/day.cc", "read/reader.h"),
                         ["src/base/day.cc:2: src/base may not include src/read"])

    def test_siblings_without_a_grant_are_found(self):
        self.assertEqual(len(self.broken("src/read/time/timex.cc", "read/names/cast.h")), 1)

    def test_an_include_not_written_from_src_is_found(self):
        self.assertEqual(len(self.broken("src/read/time/timex.cc", "timex.h")), 1)

    def test_a_folder_without_a_row_is_found(self):
        self.assertEqual(len(self.broken("src/odd/x.cc", "base/day.h")), 1)


class Library(unittest.TestCase):
    KNOWN = library.homes("| SQLite (`sqlite3.h`), X (`x/`) | why | `src/store`, `src/cli` |\n| fmt (`fmt/`) | why | all |\n")

    def broken(self, path, text):
        return library.problems(pathlib.PurePosixPath(path), text, self.KNOWN)

    def test_a_library_stays_at_home(self):
        self.assertEqual(self.broken("src/store/a.cc", "#include <sqlite3.h>\n#include <fmt/format.h>\n"), [])
        self.assertEqual(len(self.broken("src/read/a.cc", "#include <sqlite3.h>\n#include <x/y.h>\n")), 2)

    def test_only_the_commands_print(self):
        self.assertEqual(len(self.broken("src/read/a.cc", "std::cerr << x;\nexit(1);\n")), 2)
        self.assertEqual(self.broken("src/cli/a.cc", "std::cerr << x;\n"), [])
        self.assertEqual(self.broken("src/read/a.cc", "// never calls exit() itself\nsprintf_like(x);\n"), [])


class Paths(unittest.TestCase):
    def broken(self, text):
        with tempfile.TemporaryDirectory() as name:
            root = pathlib.Path(name)
            (root / "src").mkdir()
            (root / "src/a.h").write_text("")
            return paths.problems(pathlib.PurePath("README.md"), text, root, paths.TOP, {"demo"})

    def test_what_exists_passes(self):
        self.assertEqual(self.broken("See `src/a.h`, `src/*.h`, [here](src/a.h), `make demo`, `std::vector/x`."), [])

    def test_what_does_not_exist_is_found(self):
        self.assertEqual(self.broken("See `src/b.h`."), ["README.md: names src/b.h, which does not exist"])
        self.assertEqual(len(self.broken("See `src/*.cc` and [here](docs/x.md).")), 2)

    def test_an_unknown_target_is_found(self):
        self.assertEqual(len(self.broken("Type `make coffee`.")), 1)


class Sizes(unittest.TestCase):
    def test_a_long_file_needs_a_reason(self):
        self.assertEqual(len(sizes.problems({"a.cc": 401, "b.cc": 400}, {})), 1)
        self.assertEqual(sizes.problems({"a.cc": 401}, sizes.listed("# c\na.cc  one table\n")), [])

    def test_a_reason_needs_a_long_file(self):
        self.assertEqual(len(sizes.problems({"a.cc": 10}, {"a.cc": "one table"})), 1)
        self.assertEqual(len(sizes.problems({}, {"gone.cc": "one table"})), 1)


class Words(unittest.TestCase):
    def test_a_banned_pattern_is_found_with_its_line(self):
        banned = words.patterns("# comment\n/secret/\\w\ta path\n")
        self.assertEqual(words.problems("x.md", "fine\nin /Secret/place\n", banned), ['x.md:2: "/Secret/p": a path'])
        self.assertEqual(words.problems("x.md", "fine\n", banned), [])


if __name__ == "__main__":
    unittest.main()
