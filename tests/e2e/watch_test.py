#!/usr/bin/env python3
"""Feeds on a web site of this machine, watched into a case file."""
import signal
import subprocess
import time

import fetch_test
import program
import web

OPTIONS = ("--allow-private", "--pause", "0", "--timeout", "2")


def rss(*links):
    items = "".join(f"<item><title>Item {link}</title><link>{link}</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
                    f"<description>What happened at {link} in short.</description></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Mirror</title>{items}</channel></rss>'.encode()


def story(name):
    return web.html(f"{name} freed", f"A court in Lima freed {name} on Monday, the clerk of the court said.",
                    f"{name} had been arrested in Lima on 3 March 2021.")


class Watching(fetch_test.Fetching):
    def watch(self, *feeds, options=OPTIONS, status=0):
        return self.run_it("watch", "--db", self.case, "--once", *options, *feeds, status=status)

    def steps(self, name):
        return {(step["type"], step["from"]) for one in self.who(name)["standing"] for step in one["steps"]}


class News(Watching):
    def test_linked_articles_are_added_and_read(self):
        site = self.site({"/feed": ({}, rss("/1", "/2")), "/1": story("Ann Lee"), "/2": story("Bob Ray")})
        out, err = self.watch(site.address + "/feed")
        self.assertEqual(err, "")
        self.assertIn("2021-05-03  Ann Lee freed  " + site.address + "/1\n", out)  # the day is the feed's
        self.assertIn("2 documents added. The case file now holds 2 documents", out)
        self.assertEqual(site.paths(), ["/robots.txt", "/feed", "/1", "/2"])
        self.assertIn(("arrest", "2021-03-03"), self.steps("Ann Lee"))

    def test_what_is_known_is_not_asked_for_again(self):
        site = self.site({"/feed": ({}, rss("/1", "/2")), "/1": story("Ann Lee"), "/2": story("Bob Ray")})
        self.watch(site.address + "/feed")
        site.routes["/feed"] = ({}, rss("/1", "/2", "/3"))
        site.routes["/3"] = story("Eva Moss")
        site.routes["/1"] = story("Ann Lee (updated)")
        site.asked.clear()
        out, _ = self.watch(site.address + "/feed")
        self.assertIn("1 document added, 2 already there", out)
        self.assertEqual(site.paths(), ["/robots.txt", "/feed", "/3"])

    def test_an_unchanged_feed_is_not_sent_again(self):
        def feed(handler):
            if handler.headers.get("If-None-Match") == '"1"' and handler.headers.get("If-Modified-Since"):
                return web.answer(handler, status=304)
            web.answer(handler, rss("/1"), ETag='"1"', Last_Modified="Mon, 03 May 2021 10:00:00 GMT")
        site = self.site({"/feed": feed, "/1": story("Ann Lee")})
        self.watch(site.address + "/feed")
        self.assertNotIn("If-None-Match", site.asked[1][1])
        out, _ = self.watch(site.address + "/feed")
        self.assertIn("If-None-Match", site.asked[-1][1])
        self.assertIn("0 documents added. The case file now holds 1 document", out)

    def test_one_article_under_several_addresses_is_one(self):
        page = {"Content_Type": "text/html"}, web.page("Freed", fetch_test.WORDS).encode()
        site = self.site({"/feed": ({}, rss("/short", "/same", "/1?from=feed")), "/short": web.redirect("/1"), "/1": page,
                          "/same": web.redirect("/1"), "/1?from=feed": page})
        out, _ = self.watch(site.address + "/feed")
        self.assertIn("1 document added", out)
        site.asked.clear()
        self.watch(site.address + "/feed")
        self.assertEqual(site.paths(), ["/robots.txt", "/feed"])

    def test_what_add_fetched_is_known(self):
        site = self.site({"/feed": ({}, rss("/1")), "/1": story("Ann Lee")})
        self.run_it("add", "--db", self.case, *OPTIONS, site.address + "/1")
        self.watch(site.address + "/feed")
        self.assertEqual(site.paths().count("/1"), 1)

    def test_an_article_that_fails_stops_no_other_and_is_tried_again(self):
        site = self.site({"/feed": lambda handler: web.answer(handler, rss("/1", "/2"), ETag='"1"'), "/2": story("Bob Ray")})
        out, err = self.watch(site.address + "/feed", status=1)
        self.assertIn("1 document added, 1 failed", out)
        self.assertIn("/1: the server has no such page (404)", err)
        site.routes["/1"] = story("Ann Lee")
        out, _ = self.watch(site.address + "/feed")
        self.assertIn("1 document added, 1 already there", out)

    def test_robots_rules_hold_for_links(self):
        site = self.site({"/robots.txt": ({}, b"User-agent: *\nDisallow: /2"), "/feed": ({}, rss("/1", "/2")), "/1": story("Ann Lee"), "/2": story("Bob Ray")})
        _, err = self.watch(site.address + "/feed", status=1)
        self.assertIn("/2: the site's robots.txt", err)
        self.assertEqual(site.paths(), ["/robots.txt", "/feed", "/1"])

    def test_atom_and_json_feeds(self):
        atom = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link href="/1"/><content>Short.</content></entry></feed>'
        json_feed = b'{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "2", "url": "/2", "title": "B", "content_text": "Short."}]}'
        site = self.site({"/atom": ({}, atom), "/json": ({}, json_feed), "/1": story("Ann Lee"), "/2": story("Bob Ray")})
        out, _ = self.watch(site.address + "/atom", site.address + "/json")
        self.assertIn("2 documents added", out)

    def test_a_feed_links_to_nothing_on_this_machine(self):
        site = self.site({"/feed": ({}, rss("file:///etc/hostname", "ftp://127.0.0.1/a")), "/1": story("Ann Lee")})
        _, err = self.watch(site.address + "/feed", status=1)
        self.assertEqual(err.count("only http and https"), 2)

    def test_titles_from_outside_are_shown_as_text(self):
        site = self.site({"/feed": ({}, rss("/1")), "/1": web.html("Freed&#27;[31m at last", fetch_test.WORDS)})
        out, _ = self.watch(site.address + "/feed")
        self.assertNotIn("\x1b", out)


class Rounds(Watching):
    def test_it_looks_again_and_stops_when_asked(self):
        site = self.site({"/feed": ({}, rss("/1")), "/1": story("Ann Lee"), "/2": story("Bob Ray")})
        process = self.start("watch", "--db", self.case, "--every", "0.01", *OPTIONS, site.address + "/feed",
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        self.addCleanup(process.kill)
        while "1 document added" not in process.stdout.readline():
            self.assertIsNone(process.poll())
        site.routes["/feed"] = ({}, rss("/1", "/2"))
        while "1 document added" not in process.stdout.readline():
            self.assertIsNone(process.poll())
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        self.assertEqual((process.returncode, out), (0, ""))
        self.assertIn("stopped; what was added is kept", err)


class Refused(Watching):
    def test_what_is_no_feed(self):
        site = self.site({"/": web.html("No feed", "Text."), "/broken": ({}, b"<rss><channel><item><title>A</title>")})
        self.assertIn("no feed, but HTML", self.watch(site.address + "/", status=1)[1])
        self.assertIn("no such page", self.watch(site.address + "/none", status=1)[1])
        self.assertIn("loopback", self.watch(site.address + "/", options=(), status=1)[1])
        self.watch(site.address + "/broken", status=1)


if __name__ == "__main__":
    program.main()
