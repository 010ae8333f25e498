#!/usr/bin/env python3
"""Measures sumario's language runtime beside spaCy: same pipeline, same texts, one core, in one run.

    bench/nlp.py MODEL_DIR NLP_BENCH [--words 40000] [--rounds 3] [--releases FILE.jsonl.gz]

First the tokens of both are compared (tag, coarse tag, morphology, head, label, sentence start, name); with more than one
difference in ten thousand no figure is printed and the exit status is 1. spaCy is timed by nlp.pipe with batches of 16, 64
and 256 and its best counts. Both are warm, both are timed in turn, and the best round of each counts: by the clock on the
wall and by the processor time used, which other programs on the machine do not change.
"""
import argparse
import glob
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402  (reads the variables above)

BATCHES = (16, 64, 256)


def read_texts(releases, words):
    """Texts of about that many words: releases where the file is there, else the example articles."""
    if releases and os.path.exists(releases):
        with gzip.open(releases, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
        source = os.path.basename(releases)
    else:
        root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "examples", "articles")
        paths = sorted(path for path in glob.glob(root + "/**/*", recursive=True) if path.endswith((".txt", ".html", ".md")))
        texts = [open(path, encoding="utf-8").read() for path in paths]
        source = "examples/articles"
    texts = [text.replace("\0", " ") for text in texts]
    chosen, count = [], 0
    while texts and count < words:
        for text in texts:
            if count >= words:
                break
            chosen.append(text)
            count += len(text.split())
    return source, chosen


def spacy_tokens(doc, text):
    """The lines nlp_bench writes."""
    offsets, at = [], 0
    for character in text:
        offsets.append(at)
        at += len(character.encode("utf-8"))
    offsets.append(at)
    for t in doc:
        yield "\t".join(map(str, (offsets[t.idx], offsets[t.idx + len(t.text)], t.tag_, t.pos_, t.morph, t.head.i, t.dep_,
                                  int(bool(t.is_sent_start)), t.ent_iob_ or "O", t.ent_type_)))


def differences(nlp, texts, path):
    lines = iter(open(path, encoding="utf-8", newline="\n"))
    wrong = count = 0
    for doc, text in zip(nlp.pipe(texts, batch_size=64), texts):
        expected = list(spacy_tokens(doc, text))
        found = []
        for line in lines:
            if line == "\n":
                break
            found.append(line.rstrip("\n"))
        count += len(expected)
        wrong += sum(a != b for a, b in zip(expected, found)) + abs(len(expected) - len(found))
    return wrong, count


def time_spacy(nlp, texts, batch):
    wall, processor = time.perf_counter(), time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))
    return words / (time.perf_counter() - wall), words / (time.process_time() - processor)


def run_ours(binary, model, texts_file, rounds, tokens=None):
    command = [binary, model, texts_file, str(rounds)] + ([tokens] if tokens else [])
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    return {name: float(value) for name, value in (line.split() for line in output.splitlines())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("binary")
    parser.add_argument("--words", type=int, default=40000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--releases")
    options = parser.parse_args()
    source, texts = read_texts(options.releases, options.words)
    if not texts:
        sys.exit("bench: no texts to read")

    cores = os.sched_getaffinity(0)
    with tempfile.TemporaryDirectory() as folder:
        texts_file, tokens_file = os.path.join(folder, "texts"), os.path.join(folder, "tokens")
        with open(texts_file, "w", encoding="utf-8", newline="\n") as file:
            file.write("\0".join(texts))
        free = run_ours(options.binary, options.model, texts_file, options.rounds, tokens_file)
        start = time.perf_counter()
        nlp = spacy.load(options.model)
        load = time.perf_counter() - start
        wrong, count = differences(nlp, texts, tokens_file)
        if wrong * 10000 > count:
            sys.exit(f"bench: {wrong} of {count} tokens differ from spaCy's; no figures")
        os.sched_setaffinity(0, {max(cores)})
        theirs, ours = {}, []
        for _ in range(options.rounds):
            for batch in BATCHES:
                theirs.setdefault(batch, []).append(time_spacy(nlp, texts, batch))
            ours.append(run_ours(options.binary, options.model, texts_file, options.rounds))

    wall = {batch: max(speed[0] for speed in speeds) for batch, speeds in theirs.items()}
    processor = {batch: max(speed[1] for speed in speeds) for batch, speeds in theirs.items()}
    our_wall = max(figures["words_per_second"] for figures in ours)
    our_processor = max(figures["words_per_cpu_second"] for figures in ours)
    print(f"language runtime: {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}, {count} words of {source}, "
          f"one core; {wrong} tokens differ")
    print(f"  spaCy {spacy.__version__}: " + ", ".join(f"{speed:.0f} words/s in batches of {batch}" for batch, speed in wall.items()))
    print(f"  sumario: {our_wall:.0f} words/s, {our_wall / max(wall.values()):.1f} times spaCy's best")
    print(f"  by processor time: spaCy {max(processor.values()):.0f}, sumario {our_processor:.0f} words/s, "
          f"{our_processor / max(processor.values()):.1f} times; {max(f['first_pass_words_per_cpu_second'] for f in ours):.0f} "
          "words/s with no word seen before")
    print(f"  two threads: {free['scaling_2_threads']:.2f} times one, on {len(cores)} cores")
    print("  length: " + ", ".join(f"{free[f'microseconds_per_word_{n}x']:.2f} us a word at {n}x" for n in (1, 10, 100)))
    print(f"  loading: {min(f['load_ms'] for f in ours):.0f} ms, spaCy {load * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
