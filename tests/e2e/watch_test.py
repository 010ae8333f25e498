#!/usr/bin/env python3
"""Feeds on a web site of this machine, watched into a case file."""
import email.utils
import signal
import subprocess
import time

import fetch_test
import program
import web

OPTIONS = ("--allow-private", "--pause", "0", "--timeout", "2")


def rss(*links):
    items = "".join(f"<item><title>Item {i}</title><link>{link}</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>"
                    f"<description>Summary {i}</description></item>" for i, link in enumerate(links))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Mirror</title>{items}</channel></rss>'.encode()


def story(name):
    return web.html(f"{name} freed", f"LIMA - A court in Lima freed {name} on Monday, the clerk of the court said.",
                    f"{name} had been arrested in Lima on 3 March 2021.")


class Watching(fetch_test.Fetching):
    def watch(self, *feeds, options=OPTIONS, status=0):
        return self.run_it("watch", "--db", self.case, "--once", *options, *feeds, status=status)


class Refused(Watching):
    def test_what_is_no_feed(self):
        site = self.site({"/": web.html("No feed", "Text.")})
        self.assertIn("no feed, but HTML", self.watch(site.address + "/", status=1)[1])
        self.assertIn("no such page", self.watch(site.address + "/none", status=1)[1])
        self.assertIn("loopback", self.watch(site.address + "/", options=(), status=1)[1])


if __name__ == "__main__":
    program.main()
