#!/usr/bin/env python3
"""Writes odd_inputs.jsonl: texts that tokenizers, trees and names are likely to trip over, one JSON object a line.

    python3 tests/parity/make_odd_inputs.py > tests/parity/odd_inputs.jsonl

Everything is made here; nothing is copied from elsewhere. The output is committed, so that the check needs no run.
"""
import json
import random

NBSP, ZWSP, THIN = "\u00a0", "\u200b", "\u2009"

HAND = [
    "", " ", "  ", "\n", "\n\n\n", "\t", " \t \n ", NBSP, NBSP + " ", " " + NBSP, "\r\n", "\u2028", "\x85",
    "a", "I", ".", "...", "....", "\u2026", "?!", "-", "--", "---", "\u2013", "\u2014", "_", "__", "'", '"', "''", "``",
    "No.", "No, no.", "They left. He stayed.", "Where they came from.", "Audio (GA)", "Read more:", "By Ann Lee",
    "Apple is looking at buying U.K. startup for $1 billion, but she didn't say why.",
    "\n\nHe  said:" + NBSP + " 'It's 5pm.'\n",
    " leading space", "trailing space ", "two  spaces", "tab\there", "a" + NBSP + "b", "a" + NBSP + " b", "a " + NBSP + "b",
    "a" + ZWSP + "b", "\ufeffBOM first", "thin" + THIN + "space", "line one\nline two", "line one\r\nline two\r\n",
    "para one\n\npara two\n\n\npara three", "ends with newline\n", "\nstarts with newline", " \n ", "x \n \n y",
    "https://example.org/a/b?c=d&e=f#g", "See http://a.b/c).", "www.example.com, she said", "mail ann.lee@example.org now",
    "ann@example.org.", "(https://example.org/path_(x))", "ftp://files.example.org:8021/x", "example.com/path", "a.b.c.d",
    "192.168.0.1 and 8.8.8.8:53", "http://localhost:8750/who?name=Ann%20Lee", "@ann_lee #case2020 RT @bob:", "C:\\temp\\x.txt",
    "can't won't shan't ain't isn't didn't couldn't've y'all'd", "I'm you're he's we've they'd she'll it's let's that's",
    "CAN'T WON'T DIDN'T", "cant wont didnt dont im ive", "can\u2019t won\u2019t didn\u2019t it\u2019s I\u2019m", "o'clock o'Neill rock'n'roll 'em 'til '90s",
    "gonna gotta gimme lemme dunno c'm on y' all gon na got ta", "the judges' and the judge's and James's",
    "\u201cI did not,\u201d she said. \u2018Never.\u2019", "\u00abNon\u00bb, dit-elle.", "\u201eNein\u201c, sagte er.", '"No," he said, "never."', "``Yes,'' she said.",
    "'Yes', she said. 'We said \"no\" twice.'", "\u300cno\u300d \u300eno\u300f", "She said: \u201cHe said: \u2018Go.\u2019\u201d", '"unclosed quote', "unopened quote\"",
    "(in brackets) [in square] {in curly} <in angle>", "((nested (brackets)))", ")(", "a(b)c", "a/b/c", "and/or", "he/she", "24/7",
    "$1,000,000.00 \u20ac5m \u00a320k US$3bn \u00a5100 5\u00a2", "10% 10 % 3.5 -3 +3 1/2 \u00bd 1e10 0x1F", "10km 5kg 3mm 20mph 6ft2 5'10\"", "1st 2nd 3rd 4th 21st",
    "10am 10a.m. 10 a.m. 12:30pm 12.30pm at 5 p.m..", "Nov. 19, 2020, and 19/11/2020 and 2020-11-19", "in the 1990s, '90s, mid-1980s and 2019-20",
    "Mr. Lee, Mrs. Ray, Dr. Oz, Gen. Park, Lt. Col. Sims, St. Ives, Inc., Ltd., vs. v. et al.", "U.S. U.S.A. U.K. E.U. D.C. Ph.D. a.k.a. e.g. i.e. etc.",
    "The U.S. The suspect fled.", "He lives in the U.S.", "J. R. R. Tolkien and J.R.R. Tolkien", "A. B. C.", "No. 5 of No. 10", "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.",
    ":) :-( :D ;) <3 :'( (-: \u00af\\_(\u30c4)_/\u00af o_O (*_*) ^_^ xD :-) :", "\U0001f600\U0001f602\U0001f923", "ok\U0001f44d\U0001f3fd", "\U0001f468\u200d\U0001f469\u200d\U0001f467 family", "\u2764\ufe0f love", "\U0001f1f2\U0001f1fd\U0001f1fa\U0001f1f8 flags",
    "state-of-the-art well-known twenty-one ex-minister non-U.S. pre-2010 anti-", "a -b -- c --d", "word\u2014word", "word \u2014 word", "2018\u20132020", "10-15", "-5-", "re-elected co-operate", "Saint-Denis",
    "hello...there", "wait\u2026what", "a.B", "end.Start", "end .Start", "Yes!No?Maybe", "one,two;three:four", "a,b", "1,2", "1.2.3", "x=y", "a+b", "a*b", "a&b AT&T R&D", "50/50", "~5", "a~b", "\u00a75 \u00b62",
    "na\u00efve caf\u00e9 \u00c9mile Z\u00fcrich \u0141\u00f3d\u017a \u00c5ngstr\u00f6m \u0130stanbul \u1e9eHAR \u03a3\u0391\u03a3", "nai\u0308ve cafe\u0301 E\u0301mile", "e\u0301\u0302\u0303\u0304\u0305", "Za\u0301\u0327lgo\u0335\u0336",
    "\u041c\u043e\u0441\u043a\u0432\u0430 \u0441\u0443\u0434 \u0440\u0435\u0448\u0438\u043b.", "\u5317\u4eac\u6cd5\u9662\u5224\u51b3\u3002", "\u6771\u4eac\u3067\u901a\u8a33\u304c\u8a71\u3057\u305f", "\u0627\u0644\u0645\u062d\u0643\u0645\u0629 \u0642\u0627\u0644\u062a", "\u05d1\u05d9\u05ea \u05d4\u05de\u05e9\u05e4\u05d8", "\u0928\u094d\u092f\u093e\u092f\u093e\u0932\u092f \u0928\u0947 \u0915\u0939\u093e\u0964", "\ud55c\uad6d \ubc95\uc6d0", "\u0e28\u0e32\u0e25", "Ann\u674eLee \u0410\u043d\u043d\u0430 mixed\u5b57scripts",
    "\ufffd\ufffd", "i\x00i I'm \x00 ca\x00can can't\x00", "\x07bell \x1b[31mred\x1b[0m", "\x1c\x1d", "\ue000private", "\U0010ffff", "\u0007\u0008", "\u202eright to left\u202c", "\u200eltr", "soft\u00adhyphen", "zero\u200cwidth\u200djoin",
    "ALL CAPS SENTENCE ABOUT A COURT IN LONDON.", "all lower case sentence about a court in london", "WoRd MiXeD cAsE", "X x XX number mark agent root num aux punct det", "LONG Xxxxx xxxx dddd d X'x",
    "<p>Ann &amp; Bob &#8217; &nbsp;</p>", "{\"json\": [1, 2, {\"a\": null}]}", "if (x < 3) { return y[0]; }", "SELECT * FROM t WHERE a='b';", "a\\b\\n", "key=value;key2=value2", "--flag=value -x", "1. First\n2. Second\n- third\n* fourth\n\u2022 fifth",
    "\u2022 bullet \u25cf bullet \u2023 bullet", "a\u2022b", "\u00a9 2020 Example\u2122 Corp\u00ae", "H\u2082O x\u00b2 5\u2070C 20\u00b0C 68\u00b0F. \u2460\u2461", "\u2160\u2161\u2163 \u215b", "\uff11\uff12\uff13\uff0c\uff21\uff22\uff23\u3002",
]

LONG = [
    "a" * 10_000, "A" * 99, "A" * 100, "1" * 10_000, "." * 10_000, "-" * 10_000, "(" * 2_000 + ")" * 2_000, "a." * 5_000, "a-" * 5_000, "a," * 5_000,
    "'" * 3_000, "\u00e9" * 10_000, "\u4e2d" * 10_000, "\U0001f600" * 2_500, "x" + "." * 9_999, "http://" + "a" * 9_000 + ".com", "a@" * 3_000, "x" + ")" * 3_000,
    "word " * 2_000, "no punctuation at all " * 400, "\n" * 10_000, " " * 10_000, "\u0301" * 5_000, "e\u0301" * 5_000, "ab" * 40 + "/" + "cd" * 40, "1,000" * 500,
    "The court heard that the man who saw the woman who knew the officer who wrote the report which " * 12 + "ended.",
]

WORDS = """the a of to in and that is was for on with as by at from said court judge police charged arrested minister former Mexico
Ann Lee Bob Ray U.S. London Inc. Mr. Dr. can't didn't it's $5 10% 2020 Nov. 19 3 p.m. who which , . ; : ? ! " ' ( ) - -- \u2014 \u2013 \u2026 \u201c \u201d \u2018 \u2019 n't 's
http://a.b x@y.z #tag @me :) \U0001f600 caf\u00e9 \u00c9cole \u4e2d\u6587 e.g. i.e. No. gonna ain't re-elected 1990s 10km a.m. \u00a3 \u20ac / & * + = _ ~ | \\ < > [ ] { }""".split()

CHARS = "abcXYZ019.,;:!?'\"`-\u2013\u2014\u2026()[]{}<>/\\@#$%^&*+=_~|\u2018\u2019\u201c\u201d\u00ab\u00bb\u00e9\u00df\u4e2d\U0001f600\u0301\u00a0 \n\t\u200b\u20ac\u00a3\u00b0\u00b2"


def random_texts(seed=20201119):
    rng = random.Random(seed)
    for _ in range(1_200):
        words = [rng.choice(WORDS) for _ in range(rng.randint(1, 30))]
        yield "".join(word + rng.choice(["", " ", " ", " ", "  ", "\n"]) for word in words)
    for _ in range(800):
        yield "".join(rng.choice(CHARS) for _ in range(rng.randint(1, 40)))


def main():
    for text in HAND + LONG + list(random_texts()):
        print(json.dumps({"text": text}, ensure_ascii=True))


if __name__ == "__main__":
    main()
