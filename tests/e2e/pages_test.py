#!/usr/bin/env python3
"""Saved pages, feeds and web archives, as people have them: the article is read, what stands around it is not."""
import gzip
import json
import zlib

import program

# A page as outlets make them. Its traps: words of links, drop capitals and nested tags within the text; a caption, a
# prompt and a link to another story among the paragraphs; teasers of other stories behind the end.
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Harbour pilot cleared of smuggling | The Quay Gazette</title>
<meta property="og:title" content="Harbour pilot cleared of smuggling">
<meta property="og:site_name" content="The Quay Gazette">
<meta property="og:type" content="article">
<meta property="article:published_time" content="2023-05-10T08:30:00+01:00">
<link rel="canonical" href="https://www.quaygazette.example/news/harbour-pilot-cleared">
<style>.menu { color: red }</style>
<script>var story = "Carl Rudd was charged with murder.";</script>
</head>
<body>
<header class="site-header"><nav class="menu"><ul>
<li><a href="/news">News</a></li><li><a href="/courts">Courts</a></li><li><a href="/sport">Sport</a></li>
</ul></nav></header>
<main>
<article>
<h1>Harbour pilot cleared of smuggling</h1>
<div class="byline">By <a rel="author" href="/staff/mabel-orchard">Mabel Orchard</a></div>
<time datetime="2023-05-10T08:30:00+01:00">10 May 2023</time>
<figure><img src="pilot.jpg" alt=""><figcaption>Nora Stubbs was arrested outside the court in April. Photograph: Quay Pictures</figcaption></figure>
<div class="article-body">
<p><span class="drop-cap">A</span> jury in <a href="/places/dover">Dover</a> acquitted <a href="/people/ann-lee"><b>Ann</b> Lee</a> of smuggling on
<nobr>9 May 2023</nobr>, a year after <a href="/news/arrest">she was arrested</a> on the ferry that she had brought into the harbour.</p>
<p>Ann Lee, 44, a harbour pilot, wept when the foreman <em>read</em> the <a href="/law/verdict">verdict</a>. The jury had deliberated for two days.</p>
<div class="related"><h3>Read more</h3><ul><li><a href="/news/rudd">Carl Rudd was charged with arson on Monday</a></li></ul></div>
<p>Her lawyer, Paul Marsh, said that she would return to work <a href="/news/monday">on Monday</a>.</p>
<div class="newsletter-signup">Sign up for our newsletter. Oscar Bligh was convicted of fraud: read it first.</div>
<p>The prosecution said that it would not appeal against the verdict of the jury.</p>
</div>
</article>
<aside class="most-read"><h2>Most read</h2><ol>
<li><a href="/1">Carl Rudd was sentenced to six years in prison for arson</a></li>
<li><a href="/2">Vera Holt was arrested in Dover on suspicion of murder on 8 May 2023</a></li>
</ol></aside>
<section class="teasers"><h2>More from courts</h2>
<div class="teaser"><h3><a href="/3">Mayor accused</a></h3><p>Mayor Hugo Lant was charged with taking bribes, prosecutors said.</p></div>
<div class="teaser"><h3><a href="/4">Clerk jailed</a></h3><p>Clerk Iris Penn was convicted of theft and jailed on 7 May 2023.</p></div>
</section>
</main>
<footer><p>The Quay Gazette is part of Quay Media. Owner Silas Crane was arrested for fraud in 1998.</p><p>© 2023 Quay Media</p></footer>
</body></html>
"""
NOT_OF_THE_STORY = ["Carl Rudd", "Nora Stubbs", "Oscar Bligh", "Vera Holt", "Hugo Lant", "Iris Penn", "Silas Crane"]

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Quay Gazette</title><link>https://www.quaygazette.example/</link>
<item><title>Ferry captain charged</title><link>https://www.quaygazette.example/news/captain</link>
<pubDate>Thu, 11 May 2023 09:00:00 GMT</pubDate>
<description>&lt;p&gt;Ferry captain &lt;a href="/people/finn"&gt;Finn Tully&lt;/a&gt; was charged with smuggling in Dover on Wednesday, prosecutors said.&lt;/p&gt;</description></item>
<item><title>Warden freed</title><link>https://www.quaygazette.example/news/warden</link>
<pubDate>Fri, 12 May 2023 09:00:00 GMT</pubDate>
<description>&lt;p&gt;Linda Parker was arrested in Dover on 3 April 2023.&lt;/p&gt;</description></item>
</channel></rss>
"""


def record(kind, uri, block, content_type):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2023-05-10T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{zlib.crc32((kind + uri).encode()):012d}>\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def response(uri, body, status="200 OK", media="text/html; charset=utf-8", fields="", coded=lambda body: body):
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{fields}\r\n".encode()
    return record("response", uri, head + coded(body), "application/http; msgtype=response")


def chunked(body):
    pieces = [body[at:at + 700] for at in range(0, len(body), 700)]
    return b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


def simple(name, deed):
    return f"<!doctype html><title>{name}</title><article><h1>Arrest in Dover</h1><p>{name} was {deed} in Dover on 3 April 2023, police said.</p></article>".encode()


def archive():
    """A crawl, each record compressed by itself, as crawlers write them."""
    site = "https://www.quaygazette.example"
    records = [
        record("warcinfo", "", b"software: own\r\n", "application/warc-fields"),
        response(site + "/pilot", PAGE.encode()),
        record("request", site + "/a", b"GET /a HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        response(site + "/a", simple("Karen Doyle", "arrested"), fields="Transfer-Encoding: chunked\r\n", coded=chunked),
        response(site + "/b", simple("Peter Walsh", "arrested"), fields="Content-Encoding: gzip\r\n", coded=gzip.compress),
        response(site + "/gone", simple("Martin Hughes", "arrested"), status="404 Not Found"),
        response(site + "/logo.png", b"\x89PNG\r\n\x1a\n" + bytes(200), media="image/png"),
        response(site + "/e", simple("Susan Baker", "arrested")),
    ]
    return b"".join(map(gzip.compress, records))


class Pages(program.Program):
    def document(self, *arguments, **options):
        [line] = self.run_it("page", "--format", "jsonl", *arguments, **options)[0].splitlines()
        return json.loads(line)

    def kept(self, document):
        """The text of the blocks that are read, one a line."""
        text = document["text"].encode()
        unread = {"caption", "credit", "promo", "other"}
        return "\n".join(text[block["start"]:block["end"]].decode() for block in document["blocks"] if block["role"] not in unread)

    def test_the_article_comes_out_whole(self):
        kept = self.kept(self.document(self.write("page.html", PAGE)))
        for words in ["A jury in Dover acquitted Ann Lee of smuggling on 9 May 2023, a year after she was arrested on the ferry",
                      "wept when the foreman read the verdict. The jury", "return to work on Monday.",
                      "would not appeal against the verdict of the jury."]:
            self.assertIn(words, " ".join(kept.split()))
        self.assertEqual(kept.count("Harbour pilot cleared of smuggling"), 1)

    def test_what_stands_around_it_is_not_read(self):
        kept = self.kept(self.document(self.write("page.html", PAGE)))
        for name in [*NOT_OF_THE_STORY, "Sport", "Most read", "Sign up", "© 2023", "var story", "color: red", "Photograph"]:
            self.assertNotIn(name, kept)

    def test_it_says_who_when_and_where(self):
        document = self.document(self.write("page.html", PAGE))
        self.assertEqual(document["title"], "Harbour pilot cleared of smuggling")
        self.assertEqual(document["outlet"], "The Quay Gazette")
        self.assertEqual(document["authors"], ["Mabel Orchard"])
        self.assertEqual(document["published"], "2023-05-10")
        self.assertEqual(document["url"], "https://www.quaygazette.example/news/harbour-pilot-cleared")

    def test_only_the_people_of_the_story_stand_anywhere(self):
        self.run_it("add", "--db", self.case, self.write("page.html", PAGE))
        [standing] = self.who("Ann Lee", "--as-of", "2023-06-01")["standing"]
        self.assertEqual((standing["status"], standing["since"]), ("acquitted", "2023-05-09"))
        for name in NOT_OF_THE_STORY:
            self.assertIn("nobody", self.run_it("who", "--db", self.case, name, status=1)[1])


class Folders(program.Program):
    def test_clippings_of_all_kinds(self):
        below = self.folder / "clippings" / "older"
        below.mkdir(parents=True)
        (below.parent / "page.html").write_text(PAGE, encoding="utf-8")
        (below.parent / "feed.xml").write_text(FEED, encoding="utf-8")
        (below / "note.txt").write_text("Note\n\nBob Ray was arrested in Lima on 3 May 2021.\n", encoding="utf-8")
        (below / "lines.jsonl.gz").write_bytes(gzip.compress(json.dumps({"html": simple("Eva Moss", "arrested").decode()}).encode()))
        (below / "latin.html").write_bytes('<meta charset="windows-1252"><p>Zoë Frühling was arrested in Dover on 3 April 2023.'.encode("windows-1252"))
        out, err = self.run_it("add", "--db", self.case, self.folder / "clippings")
        self.assertEqual(err, "")
        self.assertIn("6 documents added", out)
        for name in ["Ann Lee", "Bob Ray", "Eva Moss", "Zoë Frühling", "Finn Tully", "Linda Parker"]:
            self.assertEqual(self.who(name)["person"]["name"], name)
        self.assertIn("0 documents added, 6 already there", self.run_it("add", "--db", self.case, self.folder / "clippings")[0])

    def test_a_feed_gives_an_article_an_item(self):
        out, _ = self.run_it("page", "--format", "jsonl", self.write("feed.xml", FEED))
        captain, warden = [json.loads(line) for line in out.splitlines()]
        self.assertEqual(captain["title"], "Ferry captain charged")
        self.assertEqual(captain["url"], "https://www.quaygazette.example/news/captain")
        self.assertEqual(captain["published"], "2023-05-11")
        self.assertIn("Ferry captain Finn Tully was charged with smuggling in Dover on Wednesday", captain["text"])
        self.assertEqual(warden["published"], "2023-05-12")


class Archives(program.Program):
    def add(self, name, data, status=0):
        path = self.folder / name
        path.write_bytes(data)
        return self.run_it("add", "--db", self.case, path, status=status)

    def test_a_crawl_gives_its_pages(self):
        out, err = self.add("crawl.warc.gz", archive())
        self.assertEqual(err, "")
        self.assertIn("4 documents added", out)
        for name in ["Ann Lee", "Karen Doyle", "Peter Walsh", "Susan Baker"]:
            self.assertEqual(self.who(name)["person"]["name"], name)
        self.run_it("who", "--db", self.case, "Martin Hughes", status=1)  # the server had no such page

    def test_a_crawl_cut_short_gives_what_came_before(self):
        out, err = self.add("cut.warc.gz", archive()[:-60], status=1)
        self.assertIn("cut.warc.gz", err)
        self.assertIn("3 documents added", out)

    def test_a_damaged_member_costs_no_other(self):
        data = bytearray(archive())
        place = data.find(gzip.compress(b"")[:3], len(data) // 2) + 40
        data[place:place + 8] = b"damaged!"
        out, err = self.add("crawl.warc.gz", bytes(data), status=1)
        self.assertRegex(out, "[23] documents added")
        self.assertNotEqual(err, "")


if __name__ == "__main__":
    program.main()
