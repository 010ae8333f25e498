"""Score the reading of web archives on warcio's own files.

usage: archives.py READER

READER is build/tests/quality/records_quality. Of each file, by name, what a careful reader finds in it: pages by their
address, and how many records are refused by name. Without the data one line says so and nothing is scored.
"""
import argparse
import json
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
DATA = os.path.join(ROOT, '../shared/data/pages/warcio')
PAGE = 'http://example.com/'

# file: (addresses of the pages, in order; records refused; what is the matter with the file)
EXPECTED = {
    'bad.arc': ([], 2, 'lengths that are no numbers; one page of a single byte'),
    'example-bad-non-chunked.warc.gz': ([PAGE], 0, 'said to be chunked, but is not'),
    'example-bad.warc.gz.bad': (['http://example.com?example=1'], 0, 'compressed as a whole; the second response is a revisit'),
    'example-digest.warc': ([], 0, 'a picture and JSON'),
    'example-iana.org-chunked.warc': (['http://www.iana.org/'], 0, 'chunked and gzip'),
    'example-resource.warc.gz': ([PAGE], 0, 'a page without its HTTP head'),
    'example-space-in-target-uri.warc.gz': ([], 0, 'a picture'),
    'example-space-in-url.arc': ([], 1, 'lost its carriage returns and so ends before its stated length'),
    'example-trunc.warc': ([], 1, 'a response cut short, then a request cut short'),
    'example-wget-bad-target-uri.warc.gz': ([PAGE], 0, 'addresses in angle brackets'),
    'example-wrong-chunks.warc.gz': ([PAGE], 0, 'chunks of a wrong size'),
    'example.arc': ([PAGE], 0, ''),
    'example.arc.gz': ([PAGE], 0, ''),
    'example.warc': ([PAGE], 0, ''),
    'example.warc.gz': ([PAGE], 0, ''),
    'post-test.warc.gz': ([], 0, 'answers in JSON'),
}


def main():
    options = argparse.ArgumentParser()
    options.add_argument('reader')
    options = options.parse_args()
    if not os.path.isdir(DATA):
        print(f'skipped: {os.path.relpath(DATA, ROOT)} is absent')
        return
    names = sorted(os.listdir(DATA))
    asked = ''.join(json.dumps({'file': os.path.join(DATA, name)}) + '\n' for name in names)
    done = subprocess.run([options.reader], input=asked, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{options.reader} ended with {done.returncode}: {done.stderr[-300:]}')
    right = 0
    for name, line in zip(names, done.stdout.splitlines()):
        result = json.loads(line)
        records = result.get('records', [result])
        pages = [record['url'] for record in records if 'error' not in record]
        refused = [record['error'] for record in records if 'error' in record]
        wanted = EXPECTED.get(name)
        as_wanted = wanted is not None and pages == wanted[0] and len(refused) == wanted[1]
        right += as_wanted
        if not as_wanted:
            print(f'wrong: {name}: {pages} {[os.path.basename(text) for text in refused]}')
    print(f'{right} of {len(names)} files as they should be')


if __name__ == '__main__':
    main()
