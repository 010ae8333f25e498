"""Pages a second on one core: sumario beside trafilatura, the same pages in one run, text and metadata by both.

usage: pages.py SUMARIO [NAEB_FOLDER]

Pages are those of the development set `naeb` (421 pages, 153 MB), unpacked first; without it one line says so. Both read
each page from its file; sumario's time is that of the whole program, `sumario page --format jsonl`, start included. Answers
are checked: both must give text for nearly every page, and the F1 of both against the hand-made text is printed beside the
speed. Processor time, so that what else runs on the machine counts little.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
sys.path.insert(0, os.path.join(ROOT, 'tools/quality'))
import pages  # noqa: E402


def ours(binary, paths):
    """Processor seconds, and the documents in the order of the pages."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([binary, 'page', '--format', 'jsonl', *paths], capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, [pages.own_text(json.loads(line), False) for line in run.stdout.splitlines()]


def theirs(paths):
    import trafilatura
    seconds, texts = 0.0, []
    for path in paths:
        start = time.process_time()
        with open(path, 'rb') as page:
            document = trafilatura.bare_extraction(page.read(), with_metadata=True, include_comments=False)
        seconds += time.process_time() - start
        texts.append(document.text if document and document.text else '')
    return seconds, texts


def f1(golds, texts):
    rows = [pages.score_page({'gold': gold, 'bytes': b''}, text) for gold, text in zip(golds, texts)]
    p, r = pages.mean(row['P'] for row in rows), pages.mean(row['R'] for row in rows)
    return 2 * p * r / (p + r)


def main():
    binary, folder = os.path.abspath(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else os.path.join(pages.DATA, 'naeb')
    if not os.path.isdir(folder):
        print(f'skipped: {folder} is absent')
        return 0
    with tempfile.TemporaryDirectory() as work:
        golds, paths = [], []
        for page in pages.pages_of('naeb'):
            paths.append(os.path.join(work, f"{len(paths):04}.html"))
            golds.append(page['gold'])
            with open(paths[-1], 'wb') as out:
                out.write(page['bytes'])
        our_seconds, our_texts = ours(binary, paths)
        their_seconds, their_texts = theirs(paths)
    if len(our_texts) < 0.99 * len(paths) or sum(map(bool, their_texts)) < 0.95 * len(paths):
        print(f'pages without a text: ours {len(paths) - len(our_texts)}, theirs {their_texts.count("")} of {len(paths)}')
        return 1
    our_speed, their_speed = len(paths) / our_seconds, len(paths) / their_seconds
    our_f1 = f1(golds, our_texts) if len(our_texts) == len(paths) else float('nan')
    print(f'{len(paths)} pages, text and metadata, one core: sumario {our_speed:.0f} pages/s (F1 {our_f1:.3f}), '
          f'trafilatura {their_speed:.1f} pages/s (F1 {f1(golds, their_texts):.3f}): {our_speed / their_speed:.1f} times')
    return 0


if __name__ == '__main__':
    sys.exit(main())
