#!/usr/bin/env python3
"""The comparison's own test: what it must call different, and what it must let pass."""
import sys
import unittest

sys.dont_write_bytecode = True
import expected_standings as e2e  # noqa: E402


def row(forum, status, since="-", must="must"):
    return {"forum": forum, "status": status, "since": since, "must": must}


def shown(forum, status, since="2024-03-12"):
    return {"forum": forum, "status": status, "since": since}


class Differences(unittest.TestCase):
    def test_the_expected_standing_passes(self):
        self.assertEqual(e2e.differences([row("Uruguay", "arrested", "2024-03-12")], [shown("Uruguay", "arrested")]), [])

    def test_alternatives_pass(self):
        self.assertEqual(e2e.differences([row("Uruguay|-", "charged|arrested")], [shown("", "arrested")]), [])

    def test_a_standing_not_shown_is_missing_unless_it_only_may_be_shown(self):
        self.assertEqual(len(e2e.differences([row("Uruguay", "arrested")], [])), 1)
        self.assertEqual(e2e.differences([row("Uruguay", "arrested", must="may")], []), [])

    def test_a_wrong_day_is_a_difference(self):
        self.assertTrue(e2e.differences([row("Uruguay", "arrested", "2024-03-13")], [shown("Uruguay", "arrested")]))

    def test_whoever_should_stand_nowhere_stands_nowhere(self):
        self.assertEqual(e2e.differences([row("-", "none")], []), [])
        self.assertEqual(e2e.differences([row("-", "none")], [shown("", "none")]), [])
        self.assertEqual(len(e2e.differences([row("-", "none")], [shown("", "accused")])), 1)

    def test_a_second_standing_nobody_expects_is_a_difference(self):
        rows = [row("United States", "dismissed")]
        self.assertEqual(len(e2e.differences(rows, [shown("United States", "dismissed"), shown("", "accused")])), 1)


class Rows(unittest.TestCase):
    def test_a_star_stands_for_every_day_named(self):
        rows = e2e.expected_rows((e2e.EXAMPLES / "expected/standings.tsv").read_text(encoding="utf-8"))
        days = {one["as_of"] for one in rows}
        self.assertGreaterEqual(len(days), 5)
        self.assertEqual({one["as_of"] for one in rows if one["person"] == "Diego Lanfranco"}, days)

    def test_every_sequence_asks_of_five_days_and_accuses_no_bystander(self):
        paths = sorted(e2e.SEQUENCES.glob("[0-9]*.txt"))
        self.assertGreaterEqual(len(paths), 10)
        for path in paths:
            articles, rows = e2e.sequence_in(path.read_text(encoding="utf-8"))
            self.assertGreaterEqual(len(articles.splitlines()), 2, path.name)
            self.assertGreaterEqual(len({one["as_of"] for one in rows}), 5, path.name)


if __name__ == "__main__":
    unittest.main()
