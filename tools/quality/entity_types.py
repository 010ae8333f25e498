"""Scores names and their kinds against ner/ of the development data (CrossNER politics).

  entity_types.py --texts GOLD > TEXTS       the sentences as JSON Lines with a field "text", for cast_quality
  entity_types.py CASTS GOLD [--errors]      exact span and kind: person, organisation, place

Gold types to the contract's kinds: politician, person -> person; organisation, politicalparty -> organisation; country,
location -> place; event, election and misc are left out, and so are spans of ours that lie on them.
"""
import collections, json, sys

KINDS = {'politician': 'person', 'person': 'person', 'organisation': 'organisation', 'politicalparty': 'organisation', 'country': 'place', 'location': 'place'}
OURS = {0: 'person', 1: 'organisation', 2: 'place'}


def sentences(path):
    for line in open(path):
        r = json.loads(line)
        at, spans, starts = 0, [], []
        for t in r['tokens']:
            starts.append((at, at + len(t.encode())))
            at += len(t.encode()) + 1
        for i, tag in enumerate(r['tags']):
            if tag.startswith('B-'): spans.append([starts[i][0], starts[i][1], tag[2:]])
            elif tag.startswith('I-') and spans: spans[-1][1] = starts[i][1]
        yield ' '.join(r['tokens']), spans


def main():
    if sys.argv[1] == '--texts':
        for text, _ in sentences(sys.argv[2]): print(json.dumps({'text': text}))
        return
    right, gold_n, ours_n = collections.Counter(), collections.Counter(), collections.Counter()
    for line, (text, spans) in zip(open(sys.argv[1]), sentences(sys.argv[2])):
        gold = {(a, b, KINDS[t]) for a, b, t in spans if t in KINDS}
        rest = [(a, b) for a, b, t in spans if t not in KINDS]
        ours = {(m[0], m[1], OURS[m[3]]) for m in json.loads(line)['mentions'] if m[2] == 0 and m[3] in OURS}
        ours = {(a, b, k) for a, b, k in ours if not any(a < d and c < b for c, d in rest)}
        ours = {(a, b, k) for a, b, k in ours if not any(c <= a and b <= d and (a, b) != (c, d) for c, d, _ in ours)}  # the gold is flat
        for _, _, k in gold: gold_n[k] += 1
        for _, _, k in ours: ours_n[k] += 1
        for _, _, k in gold & ours: right[k] += 1
        if '--errors' in sys.argv:
            raw = text.encode()
            for a, b, k in sorted(gold - ours): print('missed', k, raw[a:b].decode(), '|', text[:100])
            for a, b, k in sorted(ours - gold): print('wrong ', k, raw[a:b].decode(), '|', text[:100])
    for k in ['person', 'organisation', 'place']:
        p, r = right[k] / max(1, ours_n[k]), right[k] / max(1, gold_n[k])
        print(f'{k:14} precision {p:.3f} recall {r:.3f} F1 {2 * p * r / (p + r) if p + r else 0:.3f}   ({gold_n[k]} gold)')
    p, r = sum(right.values()) / sum(ours_n.values()), sum(right.values()) / sum(gold_n.values())
    print(f'all            precision {p:.3f} recall {r:.3f} F1 {2 * p * r / (p + r):.3f}')


main()
