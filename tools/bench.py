#!/usr/bin/env python3
"""Measures sumario's language runtime and spaCy in one run, on the same texts and one core each: bench.py PROGRAM MODEL

The texts are the documents of parity_texts.py, about 100,000 words. spaCy runs by nlp.pipe at several batch sizes on a
third of them after a warm-up, and its best counts. PROGRAM is build/bench/words_per_second.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import spacy

import parity_texts

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORDS = 100_000


def chosen_texts():
    texts, words = [], 0
    for text in parity_texts.english_documents(0.5):
        texts.append(text)
        words += len(text.split())
        if words > WORDS:
            break
    return texts


def ours(program, model, texts):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        file.flush()
        run = subprocess.run([program, model, os.path.join(ROOT, "knowledge"), file.name], capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr.strip())
    return json.loads(run.stdout)


def spacys(model, texts):
    """Tokens a second by batch size, and the tokens found."""
    nlp = spacy.load(model)
    sample = texts[::3]
    for _ in nlp.pipe(sample[:10]):
        pass
    rates = {}
    for size in (16, 64, 256):
        start = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(sample, batch_size=size))
        rates[size] = tokens / (time.perf_counter() - start)
    return rates, sum(len(nlp.make_doc(text)) for text in texts)


def main():
    program, model = sys.argv[1:3]
    texts = chosen_texts()
    rates, tokens = spacys(model, texts)
    found = ours(program, model, texts)
    if found["tokens"] != tokens:
        sys.exit(f"sumario finds {found['tokens']} tokens, spaCy {tokens}: no figure without the same answer")
    best, mine = max(rates.values()), found["words_per_second"]
    runtime, whole = 1 / mine, 1 / found["words_per_second_reading_included"]
    print(f"texts                     {len(texts)} documents, {tokens} tokens")
    print(f"spaCy, one core           {best:,.0f} words/s (batch {max(rates, key=rates.get)}; " +
          ", ".join(f"{size}: {rate:,.0f}" for size, rate in rates.items()) + ")")
    print(f"sumario, one core         {mine:,.0f} words/s")
    print(f"ratio                     {mine / best:.1f}")
    print(f"sumario, two threads      {found['words_per_second_two_threads']:,.0f} words/s, "
          f"{found['words_per_second_two_threads'] / mine:.2f} times one")
    print(f"loading                   {found['loading_seconds']:.2f} s")
    print(f"reading claims adds       {(whole - runtime) / runtime:.0%} to the runtime's time; {found['claims']} claims")


if __name__ == "__main__":
    main()
