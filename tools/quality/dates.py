"""Score the time reader on Recognizers-Text's English date cases (news reading: past before future).

usage: dates.py READER [DATES.jsonl] [--errors miss|extra|value|empty]

READER is run with the model's and the knowledge's folder, reads JSON lines {"text", "published"} and answers each with a
JSON list of expressions {"start", "end", "type", "value", "days": [from, to]}: build/tests/quality/time_quality. Without
the data one line says so and nothing is scored.

Span F1: exact byte spans of date, daterange and duration lines. A single-type spec (DateExtractor, DurationParser, ...)
lists only its own type, so only expressions of that type count against it there. What overlaps an expected expression of
another type ("Monday" in "Monday at 3") counts against nothing in F1, and against precision in the column "strict". Value: the TIMEX3 value or the days are
one of the accepted resolutions; a whole period may end on its last day or, as in the source, on the day after it, and
"from A to B" on B's first day, as there, or its last, as here.
"""
import argparse
import collections
import datetime
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
SCORED = ('date', 'daterange', 'duration')
ONE_TYPE = {'DateExtractor': ['date'], 'DateParser': ['date'], 'HolidayExtractor': ['date'], 'HolidayParser': ['date'],
            'DatePeriodExtractor': ['daterange'], 'DatePeriodParser': ['daterange'],
            'DurationExtractor': ['duration'], 'DurationParser': ['duration'],
            'DateTimeExtractor': [], 'DateTimeParser': [], 'DateTimePeriodExtractor': [], 'DateTimePeriodParser': []}


def kind_of(timex):
    """The source's type of one of our expressions."""
    if timex['type'] == 'duration':
        return 'duration'
    if timex['type'] != 'date':
        return timex['type']
    return 'date' if re.fullmatch(r'[\dX]{4}-([\dX]{2}-[\dX]{2}|WXX-\d)', timex['value']) else 'daterange'


def day(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def end_fits(ours, theirs):
    """Whether our last day is theirs, the day before it, or the end of the month, quarter, half, year or week it begins."""
    if ours is None or theirs is None:
        return ours == theirs
    gap = (ours - theirs).days
    if gap in (0, -1):
        return True
    first = theirs.day == 1
    next_day = ours + datetime.timedelta(1)
    return (first and next_day.day == 1 and 27 < gap < 366) or gap == 6


def days_fit(ours, value):
    if not ours:
        return False
    a, _, b = value.partition('/')
    begin, end = (day(d) if d else None for d in ours)
    if not b:
        return begin == end == day(a)
    start, stop = (None if x == '..' else day(x) for x in (a, b))
    if start and begin and stop is None:  # "after": theirs begins on the day named
        return end is None and (begin - start).days in (0, 1)
    return begin == start and end_fits(end, stop)


def seconds(value):
    unit = {'Y': 31536000, 'M': 2592000, 'W': 604800, 'D': 86400, 'BD': 86400, 'WE': 172800}
    clock = {'H': 3600, 'M': 60, 'S': 1}
    total, table = 0.0, unit
    for amount, code in re.findall(r'([\d.]*)(T|BD|WE|[YMWDHS])', value[1:]):
        if code == 'T':
            table = clock
        elif code in table:
            total += float(amount or 1) * table[code]
    return total


def value_fits(timex, line):
    """(any accepted reading, the past one)."""
    values = line['value']
    if line['type'] == 'duration':
        ok = values and abs(seconds(timex['value']) - float(values[0])) < 1e-6
        return ok, ok
    if timex['value'] == line['timex'] and values[0] == 'not resolved':
        return True, True
    if values[0] == 'not resolved':
        season = re.fullmatch(r'(\d{4}|XXXX)-?(SP|SU|FA|WI)', timex['value'])
        ok = bool(season) and line['timex'].endswith(season[2]) or timex['days'] is None
        return ok, ok
    same = timex['value'] == line['timex'] or timex['value'] in values and not line['mod']
    fits = [days_fit(timex['days'], v) for v in values]
    return same or any(fits), same or fits[0]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument('reader')
    args.add_argument('data', nargs='?', default=os.path.join(ROOT, '../shared/data/dates/recognizers_en.jsonl'))
    args.add_argument('--model', default=os.path.join(ROOT, 'models/en_core_web_md'))
    args.add_argument('--errors', choices=['miss', 'extra', 'value', 'empty'])
    opts = args.parse_args()
    if not os.path.exists(opts.data):
        print('dates: skipped, no data at', opts.data)
        return
    cases = collections.OrderedDict()
    for text in open(opts.data, encoding='utf-8'):
        line = json.loads(text)
        cases.setdefault(line['case'], []).append(line)
    ask = ''.join(json.dumps({'text': c[0]['input'], 'published': (c[0]['reference'] or '')[:10] or None}) + '\n' for c in cases.values())
    run = subprocess.run([opts.reader, opts.model, os.path.join(ROOT, 'knowledge')], input=ask, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    answers = [json.loads(a) for a in run.stdout.splitlines()]

    gold, ours, hit, strict = (collections.Counter() for _ in range(4))
    valued, right, past = collections.Counter(), collections.Counter(), collections.Counter()
    empty = empty_wrong = empty_strict = 0
    for (name, lines), found in zip(cases.items(), answers):
        text = lines[0]['input'].encode()
        spec = name.split('-')[0]
        types = ONE_TYPE.get(spec, list(SCORED))
        show = lambda t: text[t['start']:t['end']].decode() + ' = ' + t['value'] + ' ' + str(t['days'])
        if lines[0]['n_expected'] == 0:
            empty += 1
            wrong = [t for t in found if kind_of(t) in types or spec not in ONE_TYPE and t['type'] != 'age']
            empty_wrong += bool(wrong)
            empty_strict += bool(found)
            if wrong and opts.errors == 'empty':
                print(name, '|', lines[0]['input'][:100], '|', [show(t) for t in wrong])
            continue
        spans = {(l['start'], l['end']): l for l in lines if l['type']}
        matched = set()
        for line in lines:
            if line['type'] not in SCORED:
                continue
            gold[line['type']] += 1
            same = [t for t in found if (t['start'], t['end']) == (line['start'], line['end']) and kind_of(t) in SCORED]
            if not same:
                if opts.errors == 'miss':
                    print(name, line['type'], '|', line['input'][:110], '|', line['text'], '|', [show(t) for t in found])
                continue
            matched.add((line['start'], line['end']))
            hit[line['type']] += 1
            if line['timex'] and line['value']:
                valued[line['type']] += 1
                ok, as_past = value_fits(same[0], line)
                right[line['type']] += ok
                past[line['type']] += as_past
                if not ok and opts.errors == 'value':
                    print(name, '|', line['input'][:80], '|', show(same[0]), '| want', line['timex'], line['value'][:2], line['mod'], '@', (line['reference'] or '')[:10])
        for t in found:
            kind = kind_of(t)
            span = (t['start'], t['end'])
            if kind not in SCORED or span in matched:
                continue
            if kind not in types or span in spans and spans[span]['type'] not in SCORED:
                continue
            strict[kind] += 1
            if any(a < t['end'] and t['start'] < b and l['type'] not in SCORED for (a, b), l in spans.items()):
                continue
            ours[kind] += 1
            if opts.errors == 'extra':
                print(name, kind, '|', lines[0]['input'][:110], '|', show(t), '| gold', [l['text'] for l in lines])
    total = collections.Counter()
    print(f"{'dates':10} {'lines':>6} {'P':>6} {'R':>6} {'F1':>6} {'strict':>6} {'value':>7} {'as past':>8}")
    for kind in SCORED + ('all',):
        g, h, extra, v, r, p, s = (total[x] if kind == 'all' else c[kind] for c, x in
                                   zip((gold, hit, ours, valued, right, past, strict), 'ghevrps'))
        for x, n in zip('ghevrps', (g, h, extra, v, r, p, s)):
            total[x] += n if kind != 'all' else 0
        precision, recall = h / max(h + extra, 1), h / max(g, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        narrow = 2 * h / max(2 * h + s + g - h, 1)
        print(f"{kind:10} {g:6} {precision:6.3f} {recall:6.3f} {f1:6.3f} {narrow:6.3f} {r / max(v, 1):7.3f} {p / max(v, 1):8.3f}")
    print(f'empty cases wrong: {empty_wrong} of {empty} (counting any expression at all: {empty_strict})')


if __name__ == '__main__':
    main()
