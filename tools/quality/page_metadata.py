#!/usr/bin/env python3
"""Scores the metadata that sumario reads from saved pages: titles, authors, days of publication.

  page_metadata.py [--binary build/sumario] [--data ../shared/data/pages] [--errors] [--only title|authors|published]

A field is right when it equals the gold after folding case and white space, authors as a set. Only pages whose gold has
the field count. Pages of one host are all in one half: tune or report. --errors lists the misses of the tune half, never
those of the report half.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import zlib

SETS = {'naeb': ('title', 'authors'), 'fundus': ('title', 'authors', 'published'),
        'trafilatura': ('title', 'authors', 'published')}


def folded(text):
    return ' '.join((text or '').split()).casefold()


def host_of(gold):
    return gold.get('site') or gold.get('publisher') or gold['url'].split('//')[-1].split('/')[0]


def half_of(gold):
    return 'report' if zlib.crc32(host_of(gold).encode()) % 2 else 'tune'


def wanted(gold):
    """The gold's fields as compared; a field without a value is left out."""
    authors = gold['authors'] if 'authors' in gold else (gold.get('author') or '').split(';')
    fields = {'title': folded(gold.get('title')), 'authors': {folded(a) for a in authors or [] if folded(a)},
              'published': (gold.get('published') or gold.get('date') or '')[:10]}
    return {name: value for name, value in fields.items() if value}


def found(document):
    return {'title': folded(document.get('title')), 'authors': {folded(a) for a in document['authors']},
            'published': document.get('published') or ''}


def documents(binary, paths):
    """The document of each page, in order; None for a page that could not be read."""
    read = []
    for start in range(0, len(paths), 100):
        some = [str(p) for p in paths[start:start + 100]]
        done = subprocess.run([binary, 'page', '--format', 'jsonl', *some], capture_output=True, text=True)
        lines = iter(done.stdout.splitlines())
        failed = done.stderr
        read += [None if path in failed else json.loads(next(lines)) for path in some]
    return read


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary', default='build/sumario')
    parser.add_argument('--data', default='../shared/data/pages')
    parser.add_argument('--errors', action='store_true')
    parser.add_argument('--only', choices=['title', 'authors', 'published'])
    options = parser.parse_args()
    data = pathlib.Path(options.data)
    if not data.exists():
        print(f'skipped: {data} is absent')
        return
    for name, fields in SETS.items():
        golds = [json.loads(line) for line in (data / name / 'gold.jsonl').read_text().splitlines()]
        read = documents(options.binary, [data / name / f'html/{g["id"]}.html.gz' for g in golds])
        right, total, misses = collections.Counter(), collections.Counter(), []
        for gold, document in zip(golds, read):
            half, want = half_of(gold), wanted(gold)
            have = found(document or {'authors': []})
            for field in fields:
                if field not in want:
                    continue
                total[half, field] += 1
                if want[field] == have[field]:
                    right[half, field] += 1
                elif half == 'tune' and options.only in (None, field):
                    misses.append(f'{name} {gold["id"]} {host_of(gold)} {field}: gold {want[field]!r}, found {have[field]!r}')
        for half in ('tune', 'report'):
            figures = [f'{field} {right[half, field] / total[half, field]:.3f} ({right[half, field]} of {total[half, field]})'
                       for field in fields if total[half, field]]
            print(f'{name:12} {half:7} ' + ', '.join(figures))
        both = [f'{field} {(right["tune", field] + right["report", field]) / (total["tune", field] + total["report", field]):.3f}'
                for field in fields]
        print(f'{name:12} {"all":7} ' + ', '.join(both))
        if options.errors:
            print('\n'.join(misses))


if __name__ == '__main__':
    main()
