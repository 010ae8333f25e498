#!/usr/bin/env python3
"""How whole and how clean articles come out of pages: pages.py [--binary build/sumario] [--sets naeb,fundus,trafilatura]
[--half tune|report] [--errors N] [--raw]

Runs `sumario page` over the pages of ../shared/data/pages and scores the text of the article's own blocks (standfirst to
quote) without its residue; --raw scores it with the residue in. The sets are divided in two by the crc32 of a page's host:
rules are made on the tune half; the report half is only scored. --errors lists the tune half's worst pages.

P, R, F1: multisets of 4-grams of \\w+, means over pages, F1 of the means. tail, head: pages whose output goes on for 4 or
more words after (before) the last (first) 4-gram of the gold text. found: gold blocks that stand whole in the output. leak:
captions that do. links lost: words of links inside a paragraph that are missing where the words before them are there.
"""
import argparse
import collections
import gzip
import hashlib
import html
import json
import os
import re
import subprocess
import zlib
from urllib.parse import urlsplit

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
DATA = os.path.join(ROOT, '../shared/data/pages')
OWN = ('standfirst', 'body', 'subhead', 'list', 'quote')
PARAGRAPH = re.compile(r'<p\b[^>]*>(.*?)</p>', re.S | re.I)
LINK = re.compile(r'<a\b[^>]*>(.*?)</a>', re.S | re.I)
HIDDEN = re.compile(r'<(script|style)\b.*?</\1>|<!--.*?-->', re.S | re.I)


def tokens(text):
    return re.findall(r'\w+', text)


def grams(words):
    return collections.Counter(zip(*(words[i:] for i in range(4)))) if len(words) >= 4 else collections.Counter([tuple(words)] if words else [])


def plain(fragment):
    return html.unescape(re.sub(r'<[^>]+>', '', fragment))


def host_of(page):
    return page.get('site') or page.get('publisher') or urlsplit(page['url']).netloc


def half_of(page):
    return 'report' if zlib.crc32(host_of(page).encode()) % 2 else 'tune'


def pages_of(name):
    for line in open(os.path.join(DATA, name, 'gold.jsonl'), encoding='utf-8'):
        page = json.loads(line)
        page['path'] = os.path.join(DATA, name, 'html', page['id'] + '.html.gz')
        page['bytes'] = gzip.open(page['path']).read()
        page['gold'] = page['text'] if name == 'naeb' else '\n\n'.join(b['text'] for b in page.get('blocks', []))
        yield page


def own_text(document, raw):
    """The article's own blocks, without residue."""
    text = document['text'].encode()
    keep = bytearray(len(text))
    for block in document['blocks']:
        if block['role'] in OWN:
            keep[block['start']:block['end']] = b'\1' * (block['end'] - block['start'])
    for residue in [] if raw else document['residue']:
        keep[residue['start']:residue['end']] = b'\0' * (residue['end'] - residue['start'])
    parts, start = [], None
    for at in range(len(text) + 1):
        kept = at < len(text) and keep[at]
        if kept and start is None:
            start = at
        if not kept and start is not None:
            parts.append(text[start:at].decode('utf-8', 'ignore'))
            start = None
    return '\n\n'.join(parts)


def read(binary, pages, raw):
    """Page id -> text; pages that could not be read are absent."""
    by_hash = {hashlib.sha256(page['bytes']).hexdigest(): page['id'] for page in pages}
    run = subprocess.run([binary, 'page', '--format', 'jsonl', *(page['path'] for page in pages)], capture_output=True, check=False)
    found = {}
    for line in run.stdout.decode().splitlines():
        document = json.loads(line)
        document = document.get('document', document)
        if document['id'] in by_hash:
            found[by_hash[document['id']]] = own_text(document, raw)
    return found


def inside(part, whole):
    return bool(part) and f' {" ".join(part)} ' in whole


def lost_link_words(page, out):
    """Words of links that the gold text has between the same words, and the output has not: (lost, all)."""
    source = HIDDEN.sub(' ', page['bytes'].decode('utf-8', 'replace'))
    gold = f' {" ".join(tokens(page["gold"]))} '
    lost = every = 0
    for paragraph in PARAGRAPH.findall(source):
        for link in LINK.finditer(paragraph):
            words = tokens(plain(link[1]))
            before = tokens(plain(paragraph[:link.start()]))[-3:]
            if not words or len(before) < 3 or not inside(before + words, gold) or not inside(before, out):
                continue
            every += len(words)
            lost += 0 if inside(before + words, out) else len(words)
    return lost, every


def score_page(page, text):
    gold_words, out_words = tokens(page['gold']), tokens(text)
    gold, out = grams(gold_words), grams(out_words)
    tp = sum((gold & out).values())
    precision = tp / max(1, sum(out.values())) if out or gold else 1.0
    recall = tp / max(1, sum(gold.values())) if gold else 1.0
    hits = [i for i in range(len(out_words) - 3) if tuple(out_words[i:i + 4]) in gold]
    joined = f' {" ".join(out_words)} '
    row = {'P': precision, 'R': recall, 'F': 2 * precision * recall / max(1e-9, precision + recall),
           'tail': bool(hits) and len(out_words) - hits[-1] - 4 >= 4, 'head': bool(hits) and hits[0] >= 4,
           'links': lost_link_words(page, joined)}
    row['tail words'] = ' '.join(out_words[hits[-1] + 4:][:25]) if row['tail'] else ''
    row['head words'] = ' '.join(out_words[:hits[0]][-25:]) if row['head'] else ''
    row['lost'] = [t for t in page['gold'].split('\n\n') if not inside(tokens(t), joined)][:3]
    whole = f' {" ".join(gold_words)} '
    captions = [tokens(c) for c in page.get('captions', [])]
    captions = [c for c in captions if not inside(c, whole)]
    row['leak'] = sum(inside(c, joined) for c in captions), len(captions)
    row['found'] = [(b['type'], inside(tokens(b['text']), joined)) for b in page.get('blocks', [])]
    return row


def mean(values):
    values = list(values)
    return sum(values) / max(1, len(values))


def share(pairs):
    pairs = list(pairs)
    return sum(a for a, _ in pairs) / max(1, sum(b for _, b in pairs))


def report_texts(name, half, rows):
    p, r = mean(x['P'] for x in rows), mean(x['R'] for x in rows)
    lost, every = sum(x['links'][0] for x in rows), sum(x['links'][1] for x in rows)
    print(f'{name:11} {half:6} {len(rows):4} pages  F1 {2 * p * r / max(1e-9, p + r):.4f} P {p:.4f} R {r:.4f}  '
          f'tail {mean(x["tail"] for x in rows):.1%} head {mean(x["head"] for x in rows):.1%}  '
          f'F1<.5 {sum(x["F"] < .5 for x in rows)}  links lost {lost} of {every}')
    if name == 'fundus':
        kinds = collections.defaultdict(list)
        for row in rows:
            for kind, hit in row['found']:
                kinds[kind].append(hit)
        print(f'{"":11} {half:6} caption leak {share(x["leak"] for x in rows):.1%}  first block {mean(x["found"][0][1] for x in rows if x["found"]):.3f}  ' +
              '  '.join(f'{kind} {mean(hits):.3f}' for kind, hits in sorted(kinds.items())))


def report_phrases(half, rows):
    tp, fn, fp, tn = (sum(row[i] for row in rows) for i in range(4))
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    print(f'{"trafilatura":11} {half:6} {len(rows):4} pages  F1 {2 * precision * recall / max(1e-9, precision + recall):.4f} '
          f'P {precision:.4f} R {recall:.4f}  accuracy {(tp + tn) / max(1, tp + fn + fp + tn):.4f}')


def phrases(page, text):
    folded = ' '.join(text.split())
    has = lambda phrase: ' '.join(phrase.split()) in folded
    missed = [p for p in page['with'] if not has(p)]
    wrong = [p for p in page['without'] if has(p)]
    return len(page['with']) - len(missed), len(missed), len(wrong), len(page['without']) - len(wrong), missed, wrong


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('--binary', default=os.path.join(ROOT, 'build/sumario'))
    args.add_argument('--sets', default='naeb,fundus,trafilatura')
    args.add_argument('--half', choices=['tune', 'report'])
    args.add_argument('--errors', type=int, default=0)
    args.add_argument('--raw', action='store_true')
    opts = args.parse_args()
    if not os.path.isdir(DATA):
        print('pages: skipped, no data at', DATA)
        return
    for name in opts.sets.split(','):
        every = [page for page in pages_of(name) if opts.half in (None, half_of(page))]
        texts = read(opts.binary, every, opts.raw)
        if len(texts) < len(every):
            print(f'{name}: {len(every) - len(texts)} pages could not be read')
        for half in [opts.half] if opts.half else ['tune', 'report']:
            pages = [page for page in every if half_of(page) == half]
            if name == 'trafilatura':
                rows = [phrases(page, texts.get(page['id'], '')) for page in pages]
                report_phrases(half, rows)
                worst = sorted(zip(rows, pages), key=lambda x: -x[0][1] - x[0][2])
                lines = [f'{page["id"]} {page["url"]}\n   missed {row[4]}\n   wrong {row[5]}' for row, page in worst if row[1] + row[2]]
            else:
                rows = [score_page(page, texts.get(page['id'], '')) for page in pages]
                report_texts(name, half, rows)
                worst = sorted(zip(rows, pages), key=lambda x: x[0]['F'])
                lines = [f'{page["id"]} {page["url"]}\n   F {row["F"]:.3f} P {row["P"]:.3f} R {row["R"]:.3f}\n   head: {row["head words"]}\n   tail: {row["tail words"]}\n   lost: ' +
                         ' | '.join(t[:110] for t in row['lost']) for row, page in worst]
            if half == 'tune' and opts.errors:
                print('\n'.join(lines[:opts.errors]))


if __name__ == '__main__':
    main()
