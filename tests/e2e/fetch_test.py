#!/usr/bin/env python3
"""Pages from a web site that is honest, wrong, slow or hostile. Needs no model; nothing leaves this machine."""
import gzip
import json
import shutil
import signal
import ssl
import subprocess
import threading
import time

import program
import web

WORDS = "A court in Lima freed Ann Lee on 3 May 2021, the clerk of the court said."


class Fetching(program.Program):
    def site(self, routes):
        site = web.Site(routes)
        self.addCleanup(site.close)
        return site

    def page(self, *addresses, options=("--allow-private", "--pause", "0"), status=0, **changes):
        out, err = self.run_it("page", "--format", "jsonl", *options, *addresses, status=status, **changes)
        return [json.loads(line) for line in out.splitlines()], err

    def refused(self, address, *reasons, options=("--allow-private", "--pause", "0", "--timeout", "1")):
        pages, err = self.page(address, options=options, status=1)
        self.assertEqual(pages, [])
        self.assertEqual(len(err.splitlines()), 1, err)
        for reason in (address, *reasons):
            self.assertIn(reason, err)


class Pages(Fetching):
    def test_a_page_is_read_from_where_it_was_found(self):
        site = self.site({"/old": web.redirect("/a/../news/1#top", 301), "/news/1": web.html("Freed", WORDS)})
        [page], err = self.page(site.address + "/old")
        self.assertEqual(err, "")
        self.assertEqual(page["url"], site.address + "/news/1")
        self.assertEqual(page["title"], "Freed")
        self.assertIn(WORDS, page["text"])

    def test_the_last_word_on_the_address_is_the_users(self):
        site = self.site({"/1": web.html("Freed", WORDS)})
        [page], _ = self.page("--url", "https://example.org/1", site.address + "/1")
        self.assertEqual(page["url"], "https://example.org/1")

    def test_compressed_answers_and_files_are_read(self):
        body = web.page("Freed", WORDS).encode()
        site = self.site({"/coded": ({"Content_Encoding": "gzip"}, gzip.compress(body)), "/file.gz": ({}, gzip.compress(body)),
                          "/lines": ({}, json.dumps({"text": WORDS}).encode() + b"\n" + json.dumps({"text": WORDS, "url": "http://a/"}).encode())})
        pages, _ = self.page(*(site.address + path for path in ["/coded", "/file.gz", "/lines"]))
        self.assertEqual(len(pages), 4)
        for page in pages:
            self.assertIn(WORDS, page["text"])
        self.assertEqual(pages[3]["url"], "http://a/")

    def test_character_sets_are_the_servers_unless_they_are_none(self):
        words = "Zo\u00eb Fr\u00fchling spoke in Li\u00e8ge."
        body = f"<!doctype html><title>Title</title><p>{words}</p>"
        site = self.site({"/latin": ({"Content_Type": 'text/html; charset="windows-1252"'}, body.encode("windows-1252")),
                          "/lies": ({"Content_Type": "text/html; charset=windows-1252"}, body.replace("<title>", "<meta charset=utf-8><title>").encode("windows-1252")),
                          "/unknown": ({"Content_Type": "text/html; charset=x-no-such-set"}, body.encode()),
                          "/wide": ({"Content_Type": "text/html; charset=utf-8"}, body.encode("utf-16"))})
        for path in site.routes:
            [page], _ = self.page(site.address + path)
            self.assertIn(words, page["text"], path)

    def test_one_bad_address_stops_no_other(self):
        site = self.site({"/1": web.html("Freed", WORDS)})
        pages, err = self.page(site.address + "/none", site.address + "/1", self.write("a.txt", "Title\n\nText."), status=1)
        self.assertEqual(len(pages), 2)
        self.assertIn("/none: the server has no such page (404)", err)

    def test_sites_see_a_plain_name_and_nothing_else(self):
        site = self.site({"/1": ({"Set_Cookie": "id=1"}, web.page("Freed", WORDS).encode())})
        self.page("--contact", "https://desk.example.org/", site.address + "/1", site.address + "/1")
        for path, fields in site.asked:
            self.assertRegex(fields["User-Agent"], r"^sumario/[\d.]+ \(\+https://desk\.example\.org/\)$", path)
            self.assertLessEqual({name.lower() for name in fields}, {"host", "user-agent", "accept", "accept-encoding"})

    def test_the_environment_brings_in_no_proxy(self):
        site = self.site({"/1": web.html("Freed", WORDS)})
        proxy = self.site({})
        pages, _ = self.page(site.address + "/1", http_proxy=proxy.address, HTTP_PROXY=proxy.address, all_proxy=proxy.address)
        self.assertEqual((len(pages), proxy.asked), (1, []))


class Addresses(Fetching):
    def test_this_machine_and_its_neighbours_are_refused(self):
        site = self.site({"/": web.html("Secret", WORDS)})
        for host in ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0", "[::1]"]:
            self.refused(f"http://{host}:{site.port}/", "--allow-private", options=())
        self.assertEqual(site.asked, [])

    def test_other_schemes_are_refused_first_and_last(self):
        for address in ["ftp://127.0.0.1/a", "file:///etc/hostname", "gopher://127.0.0.1:1/a"]:
            self.refused(address, "only http and https")
        site = self.site({"/1": web.redirect("file:///etc/hostname"), "/2": web.redirect("gopher://127.0.0.1:1/a")})
        for path in ["/1", "/2"]:
            self.refused(site.address + path, "only http and https")

    def test_a_file_is_still_a_file(self):
        self.assertIn("No such file", self.run_it("page", "http:/none", status=1)[1])


class Redirects(Fetching):
    def test_loops_end(self):
        site = self.site({"/a": web.redirect("/b"), "/b": web.redirect("/a"), "/self": web.redirect("/self")})
        self.refused(site.address + "/a", "more than 5 redirects")
        self.refused(site.address + "/self", "more than 5 redirects")

    def test_messages_hold_what_servers_write_to_one_plain_line(self):
        site = self.site({"/a": web.redirect("ftp://x/\x1b[31m" + "y" * 5000)})
        self.refused(site.address + "/a")
        _, err = self.page(site.address + "/a", status=1)
        self.assertNotIn("\x1b", err)
        self.assertLess(len(err), 1000)


class Slowness(Fetching):
    def timed(self, route, reason):
        site = self.site({"/": route})
        begun = time.monotonic()
        self.refused(site.address + "/", reason, options=("--allow-private", "--ignore-robots", "--timeout", "0.5"))
        self.assertLess(time.monotonic() - begun, 10)

    def test_silence_before_the_answer_and_within_it(self):
        self.timed(lambda handler: time.sleep(3), "silent for 0.5 s")

        def half(handler):
            web.answer(handler, b"<p>half", length=100)
            time.sleep(3)
        self.timed(half, "silent for 0.5 s")

    def test_a_byte_at_a_time(self):
        def trickle(handler):
            web.answer(handler, length="")
            for _ in range(40):
                handler.wfile.write(b"x")
                time.sleep(0.1)
        self.timed(trickle, "not all there after 1.5 s")

    def test_it_stops_when_asked(self):
        waiting = threading.Event()

        def stall(handler):
            waiting.set()
            time.sleep(10)
        site = self.site({"/": stall})
        process = self.start("page", "--allow-private", "--ignore-robots", site.address + "/", stderr=subprocess.PIPE)
        self.assertTrue(waiting.wait(20))
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(5), 1)
        process.stderr.close()


class Lies(Fetching):
    def test_lengths(self):
        body = web.page("Freed", WORDS).encode()
        site = self.site({"/short": lambda handler: web.answer(handler, body, length=len(body) + 100),
                          "/long": lambda handler: web.answer(handler, body + b"<p>glued on", length=len(body)),
                          "/huge": lambda handler: web.answer(handler, body, length=10**15),
                          "/none": lambda handler: web.answer(handler, body, length=""),
                          "/negative": lambda handler: web.answer(handler, body, length=-5)})
        self.refused(site.address + "/short", "ended before")
        self.refused(site.address + "/huge")
        self.refused(site.address + "/negative")
        for path in ["/long", "/none"]:
            [page], _ = self.page(site.address + path)
            self.assertIn(WORDS, page["text"])
            self.assertNotIn("glued", page["text"])

    def test_bombs(self):
        bomb = gzip.compress(b"<p>" + b"a" * 100_000_000, 9)
        self.assertLess(len(bomb), 200_000)
        site = self.site({"/coded": ({"Content_Encoding": "gzip"}, bomb), "/file": ({}, bomb),
                          "/both": ({"Content_Encoding": "gzip"}, gzip.compress(bomb))})
        self.refused(site.address + "/coded", "larger than 64 MB", options=("--allow-private", "--pause", "0"))
        self.refused(site.address + "/file", "300 times its size", options=("--allow-private", "--pause", "0"))
        self.refused(site.address + "/both", "300 times its size", options=("--allow-private", "--pause", "0"))

    def test_encodings_that_are_none(self):
        site = self.site({"/bad": ({"Content_Encoding": "gzip"}, b"\x1f\x8b\x08broken"), "/odd": ({"Content_Encoding": "rot13"}, b"text")})
        self.refused(site.address + "/bad")
        self.refused(site.address + "/odd")

    def test_no_http_at_all(self):
        def raw(text):
            def send(handler):
                handler.wfile.write(text)
                handler.close_connection = True
            return send
        site = self.site({"/empty": raw(b""), "/noise": raw(b"220 mail.example.org ESMTP\r\n" * 10), "/zero": raw(bytes(1000))})
        for path in ["/empty", "/noise", "/zero"]:
            self.refused(site.address + path, options=("--allow-private", "--ignore-robots", "--timeout", "1"))

    def test_headers_without_end(self):
        def flood(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
            while True:
                handler.wfile.write(b"X-Flood: " + b"x" * 1000 + b"\r\n")
        site = self.site({"/": flood})
        self.refused(site.address + "/", "headers without end", options=("--allow-private", "--ignore-robots"))

    def test_answers_that_bring_nothing(self):
        statuses = {404: "no such page", 410: "no such page", 403: "does not give it out", 429: "come back later", 500: "answered 500", 204: "answered 204"}
        site = self.site({f"/{status}": lambda handler, status=status: web.answer(handler, status=status) for status in statuses})
        for status, reason in statuses.items():
            self.refused(f"{site.address}/{status}", reason)

    def test_a_certificate_that_nobody_vouches_for(self):
        if not shutil.which("openssl"):
            self.skipTest("no openssl")
        key, certificate = self.folder / "key.pem", self.folder / "cert.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        site = self.site({"/": web.html("Secret", WORDS)})
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        self.refused(f"https://127.0.0.1:{site.port}/", "certificate")
        self.assertEqual(site.asked, [])


class Robots(Fetching):
    RULES = b"User-agent: *\nDisallow: /\n\nUser-agent: sumario\nDisallow: /private\n"

    def test_rules_are_kept_and_asked_for_once(self):
        site = self.site({"/robots.txt": ({}, self.RULES), "/1": web.html("Freed", WORDS), "/private/1": web.html("Secret", WORDS)})
        pages, err = self.page(site.address + "/1", site.address + "/private/1", site.address + "/1", status=1)
        self.assertEqual(len(pages), 2)
        self.assertIn("/private/1: the site's robots.txt", err)
        self.assertEqual(site.paths(), ["/robots.txt", "/1", "/1"])

    def test_they_hold_behind_a_redirect(self):
        site = self.site({"/robots.txt": ({}, self.RULES), "/1": web.redirect("/private/1"), "/private/1": web.html("Secret", WORDS)})
        self.refused(site.address + "/1", "robots.txt")

    def test_ignored_only_when_told(self):
        site = self.site({"/robots.txt": ({}, self.RULES), "/private/1": web.html("Freed", WORDS)})
        self.assertEqual(len(self.page("--ignore-robots", site.address + "/private/1")[0]), 1)
        self.assertEqual(site.paths(), ["/private/1"])

    def test_a_site_in_trouble_is_left_alone(self):
        site = self.site({"/robots.txt": lambda handler: web.answer(handler, status=500), "/1": web.html("Freed", WORDS)})
        self.refused(site.address + "/1", "robots.txt cannot be had")
        self.assertEqual(site.paths(), ["/robots.txt"])


class Usage(Fetching):
    def test_values_that_are_none(self):
        for option, value in [("--timeout", "0"), ("--timeout", "soon"), ("--pause", "-1"), ("--contact", "a b"), ("--contact", "a\r\nX: y")]:
            self.run_it("page", option, value, "http://127.0.0.1/", status=2)


if __name__ == "__main__":
    program.main(needs_model=False)
