#!/usr/bin/env python3
"""Compares what sumario and spaCy make of the same texts with the same pipelines, token by token.

    tools/parity.py [--binary build/sumario] [--size 1.0] [--show 20] MODEL_DIR...

Prints, for each pipeline and set of texts, how many tokens agree in each attribute, and every difference (at most --show
for a set) with its place; for tags with the margin between spaCy's two best scores, since float sums in another order
may turn a tie round. Exit status 1 when a goal is missed: tokenisation 100 %, every other attribute 99.99 %, over all
texts of a pipeline.
"""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile

import spacy

import parity_texts

ATTRIBUTES = ["tag", "pos", "morph", "lemma", "head", "dep", "sentence", "name"]
GOALS = {"tokenisation": 1.0, **{attribute: 0.9999 for attribute in ATTRIBUTES}}
LONGEST = 900_000  # characters; spaCy refuses texts over a million


def ours(binary, model, texts):
    """The parsed output of `sumario parse`, one object a text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", newline="\n") as file:
        for text in texts:
            file.write(json.dumps({"text": text}) + "\n")
        file.flush()
        command = [binary, "parse", "--model", model, "--format", "json", file.name]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
        for line in process.stdout:
            yield json.loads(line)
        if process.wait() != 0:
            sys.exit(f"parity: {' '.join(command)} ended with status {process.returncode}")


def with_spans(doc):
    """The tokens of a Doc.to_json(), each with two attributes more: whether it starts a sentence, and its name as B-X or I-X."""
    starts = {sentence["start"] for sentence in doc["sents"]}
    tokens = [dict(token, sentence=token["start"] in starts, name="O") for token in doc["tokens"]]
    names = iter(sorted(doc["ents"], key=lambda name: name["start"]))
    name = next(names, None)
    for token in tokens:
        while name and token["start"] >= name["end"]:
            name = next(names, None)
        if name and name["start"] <= token["start"]:
            token["name"] = ("B-" if token["start"] == name["start"] else "I-") + name["label"]
    return tokens


class Comparison:
    """Counts of agreement over one set of texts, and the differences in words."""

    def __init__(self, nlp, show):
        self.nlp, self.show = nlp, show
        self.texts = self.sentences = self.tokens = 0
        self.wrong = collections.Counter()
        self.differences = []

    def note(self, words):
        self.differences.append(words)

    def tag_margin(self, text, index):
        tagger = next((pipe for name, pipe in self.nlp.pipeline if name in ("tagger", "morphologizer")), None)
        if tagger is None:
            return ""
        doc = self.nlp.make_doc(text)
        for name, pipe in self.nlp.pipeline:
            if name == "tok2vec":
                doc = pipe(doc)
        scores = sorted(tagger.model.predict([doc])[0][index].tolist(), reverse=True)
        return f", margin {scores[0] - scores[1]:.2e}"

    def add(self, text, expected, found):
        self.texts += 1
        self.sentences += len(expected["sents"])
        theirs, mine = with_spans(expected), with_spans(found)
        self.tokens += len(theirs)
        if found["text"] != text or list(expected) != list(found):
            self.note(f"text or keys differ: {list(found)} for {text[:60]!r}")
            self.wrong["tokenisation"] += max(1, len(theirs))
            return
        spans = [(token["start"], token["end"]) for token in theirs]
        if spans != [(token["start"], token["end"]) for token in mine]:
            other = {(token["start"], token["end"]) for token in mine}
            lost = [span for span in spans if span not in other]
            self.wrong["tokenisation"] += max(1, len(lost))
            self.note(f"tokenisation: {[text[a:b] for a, b in lost][:8]} of {text[:60]!r} is not found")
            return
        for index, (a, b) in enumerate(zip(theirs, mine)):
            if a != b:
                self.compare_token(text, index, a, b)

    def compare_token(self, text, index, a, b):
        for attribute in ATTRIBUTES:
            if a.get(attribute) == b.get(attribute):
                continue
            self.wrong[attribute] += 1
            margin = ""
            if attribute == "tag" and len(self.differences) < self.show:
                margin = self.tag_margin(text, index)
            around = text[max(0, a["start"] - 30):a["end"] + 30]
            self.note(f"{attribute}: spaCy {a.get(attribute)!r}, sumario {b.get(attribute)!r}{margin}: {text[a['start']:a['end']]!r} in {around!r}")

    def shares(self):
        return {name: 1 - self.wrong[name] / max(1, self.tokens) for name in GOALS}


def percent(share):
    text = f"{100 * share:.4f}"
    return "100 %" if share == 1 else f"{text} %"


def report(name, comparison):
    print(f"  {name}: {comparison.texts:,} texts, {comparison.sentences:,} sentences, {comparison.tokens:,} tokens")
    print("    " + ", ".join(f"{attribute} {percent(share)}" for attribute, share in comparison.shares().items()))
    for words in comparison.differences[:comparison.show]:
        print(f"    - {words}")
    if len(comparison.differences) > comparison.show:
        print(f"    - and {len(comparison.differences) - comparison.show} more")


def compare_pipeline(model, options):
    """All sets of one pipeline; the rows of the closing table, and whether the goals are met."""
    nlp = spacy.load(model)
    name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    print(f"{name}, spaCy {spacy.__version__}")
    total = Comparison(nlp, options.show)
    for title, texts in parity_texts.sets(nlp.meta["lang"], options.size):
        texts = [text for text in texts if len(text) < LONGEST]
        comparison = Comparison(nlp, options.show)
        results = ours(options.binary, model, texts)
        for text, doc in zip(texts, nlp.pipe(texts, batch_size=32)):
            found = next(results, None)
            if found is None:
                sys.exit("parity: sumario gave fewer results than there are texts")
            comparison.add(text, doc.to_json(), found)
        results.close()
        report(title, comparison)
        total.sentences += comparison.sentences
        total.tokens += comparison.tokens
        total.wrong.update(comparison.wrong)
    shares = total.shares()
    worst = min((shares[attribute], attribute) for attribute in ATTRIBUTES)
    differing = sum(total.wrong[attribute] for attribute in ATTRIBUTES)
    row = f"| {name} | {total.sentences:,} | {total.tokens:,} | {percent(shares['tokenisation'])} | at least {percent(worst[0])} | {differing} differing values |"
    return row, all(shares[attribute] >= goal for attribute, goal in GOALS.items())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--binary", default=os.path.join(parity_texts.ROOT, "build", "sumario"))
    parser.add_argument("--size", type=float, default=1.0, help="share of the texts to take")
    parser.add_argument("--show", type=int, default=20, help="differences to print for each set")
    options = parser.parse_args()
    if not os.path.isdir(parity_texts.DATA):
        print("parity: no development data beside the checkout; comparing on the project's own texts")
    rows, good = [], True
    for model in options.models:
        row, met = compare_pipeline(model, options)
        rows.append(row)
        good = good and met
    print("\n| pipeline | sentences | tokens | tokenisation | other attributes | differences |\n|---|---|---|---|---|---|")
    print("\n".join(rows))
    if not good:
        sys.exit("parity: below the goals (tokenisation 100 %, others 99.99 %)")


if __name__ == "__main__":
    main()
