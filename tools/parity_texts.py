"""The texts that parity.py compares pipelines on, by name of the set. Everything is chosen without chance: each n-th document."""
import gzip
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.path.join(os.path.dirname(ROOT), "shared", "data")
sys.path.insert(0, os.path.join(ROOT, "tests", "parity"))


def json_lines(path, step=1):
    opener = gzip.open if path.endswith(".gz") else open
    if not os.path.exists(path):
        return
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == 0:
                yield json.loads(line)


def texts_of(name, step=1, field="text"):
    return [record[field] for record in json_lines(os.path.join(DATA, name), step) if record.get(field)]


def own_articles():
    """The project's own articles: all there is in a checkout without the development data beside it."""
    texts = []
    for folder in ("tests/articles", "examples/articles"):
        for path, _, files in sorted(os.walk(os.path.join(ROOT, folder))):
            texts += [open(os.path.join(path, name), encoding="utf-8", newline="").read() for name in sorted(files) if name.endswith(".txt")]
    return texts


def english_documents(size):
    step = max(1, round(40 / size))
    return own_articles() + texts_of("releases/prosecutor_releases.jsonl.gz", step) + texts_of("quotes/polnear_dev.jsonl", 3) + \
        texts_of("coref/gum_train_dev.jsonl", 3) + texts_of("events/wikievents_train_justice.jsonl", 5)


def english_sentences(size):
    step = max(1, round(2 / size))
    sentences = texts_of("events/plv_train.jsonl", step, "sentence") + texts_of("events/m2e2_arrest.jsonl", step) + \
        texts_of("dates/recognizers_en.jsonl", step, "input")
    sentences += [" ".join(record["tokens"]) for record in json_lines(os.path.join(DATA, "ner/crossner_politics_dev.jsonl"), step)]
    for record in json_lines(os.path.join(DATA, "events/india_police_dev.jsonl"), 4 * step):
        sentences += [sentence["text"] for sentence in record["sentences"]]
    # Sentences cut from whole documents, by their looks only: how a pipeline sees them alone is another question.
    for text in own_articles() + texts_of("quotes/polnear_train.jsonl", 12 * step):
        sentences += [part for part in re.split(r"(?<=[.!?])\s+|\n+", text) if part]
    return sentences


def odd_inputs(size):
    return [record["text"] for record in json_lines(os.path.join(ROOT, "tests/parity/odd_inputs.jsonl"))]


def french(size):
    import make_french
    return list(make_french.documents(round(1_600 * size)))


def sets(language, size):
    """(name, texts) of the sets for a language; `size` 1 is the full run."""
    if language == "fr":
        return [("French documents and sentences", french(size)), ("English documents", english_documents(size / 4)),
                ("odd inputs", odd_inputs(size))]
    return [("documents", english_documents(size)), ("sentences", english_sentences(size)), ("odd inputs", odd_inputs(size))]
