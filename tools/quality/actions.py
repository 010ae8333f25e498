#!/usr/bin/env python3
"""Scores PLOVER actions on single sentences of which one pair, actor and recipient, is labelled with a root.

  actions.py [--binary build/sumario] [--data ../shared/data/events/plv_train.jsonl] [--errors] [--half 0|1]

Every sentence is read as a document of its own. A claim counts by its root: an action by its type, other kinds as ROOTS
says, because the set labels legal acts with roots too (convicted without prison is ACCUSE, with prison COERCE; charges
dropped, released, pardoned, resigned is YIELD = CONCEDE and RETREAT). What is only planned, promised or refused is put
under the root of the intent, as the codebook does: cooperation that will come is AGREE, conflict that will come is
THREATEN, cooperation that will not come is REJECT, cooperation asked for is REQUEST.

A role covers a span when its words, or another mention of its entity, overlap it. Printed are:
  raw        hits from the raw sentence: a claim whose actor covers the source, recipient the target, with the right root;
  swapped    sentences whose only pair found stands the wrong way round; direction = right / (right + swapped);
  given pair root accuracy of all sentences: the root of the claim that covers most of the pair, either way round. A claim
             that covers one side, then any claim of the sentence, stands in where none covers both, since the published
             measure gives the pair and asks for the root alone (its own system: .760, on `legal` sentences .843).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOTS = {
    ('action', 'CONCEDE'): 'YIELD', ('action', 'RETREAT'): 'YIELD',
    ('proceeding', 'investigate'): 'ACCUSE', ('proceeding', 'charge'): 'ACCUSE', ('proceeding', 'sue'): 'ACCUSE',
    ('proceeding', 'trial'): 'ACCUSE', ('proceeding', 'hearing'): 'ACCUSE', ('proceeding', 'convict'): 'ACCUSE',
    ('proceeding', 'warrant'): 'COERCE', ('proceeding', 'search'): 'COERCE', ('proceeding', 'seize'): 'COERCE',
    ('proceeding', 'arrest'): 'COERCE', ('proceeding', 'deport'): 'COERCE', ('proceeding', 'extradite'): 'COERCE',
    ('proceeding', 'fine'): 'SANCTION', ('proceeding', 'sanction'): 'SANCTION', ('proceeding', 'appeal'): 'REJECT',
    ('proceeding', 'motion'): 'REQUEST', ('proceeding', 'settle'): 'AGREE', ('proceeding', 'release'): 'YIELD',
    ('proceeding', 'acquit'): 'YIELD', ('proceeding', 'dismiss'): 'YIELD', ('proceeding', 'overturn'): 'YIELD',
    ('proceeding', 'pardon'): 'YIELD', ('allegation', 'accuse'): 'ACCUSE', ('allegation', 'deny'): 'REJECT',
    ('allegation', 'exonerate'): 'YIELD', ('allegation', 'admit'): 'YIELD', ('office', 'leave'): 'YIELD',
}
COOPERATION = {'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD'}
CONFLICT = {'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'PROTEST'}
ACTORS = ('actor', 'authority', 'court', 'plaintiff', 'accuser', 'holder')
RECIPIENTS = ('recipient', 'defendant', 'accused', 'body')
NO_PRISON = ('fine', 'fined', 'community', 'probation', 'suspended')


def root_of(claim):
    key = (claim['kind'], claim['type'])
    if key == ('proceeding', 'sentence'):
        penalty = ' '.join(f['text'] for f in claim['roles'].get('penalty', [])).lower()
        return 'ACCUSE' if any(word in penalty for word in NO_PRISON) else 'COERCE'
    root = ROOTS.get(key) or (claim['type'] if claim['kind'] == 'action' else None)
    if root in COOPERATION and claim['modality'] == 'planned':
        return 'AGREE'
    if root in COOPERATION and claim['modality'] == 'negated':
        return 'REJECT'
    if root in COOPERATION and claim['modality'] == 'requested':
        return 'REQUEST'
    if root in CONFLICT and claim['modality'] == 'planned':
        return 'THREATEN'
    return root


def spans_of(claim, entities, roles):
    spans = []
    for role in roles:
        for filler in claim['roles'].get(role, []):
            spans.append((filler['start'], filler['end']))
            entity = entities.get(filler.get('entity'))
            if entity:
                spans += [(m['start'], m['end']) for m in entity['mentions']]
    return spans


def covers(spans, wanted):
    return any(a < d and c < b for a, b in spans for c, d in wanted)


def candidates(line, reading):
    """(sides covered, right way round, rank, claim, root), best first; of equals what is asserted, then a sentence over the
    conviction it rests on, then an action over a legal step, then the earlier."""
    entities = {e['id']: e for e in reading['entities']}
    found = []
    for claim in reading['claims']:
        root = root_of(claim)
        if not root:
            continue
        actor, recipient = spans_of(claim, entities, ACTORS), spans_of(claim, entities, RECIPIENTS)
        right = covers(actor, line['source_span']) + covers(recipient, line['target_span'])
        swapped = covers(actor, line['target_span']) + covers(recipient, line['source_span'])
        rank = (claim['modality'] == 'asserted', claim['type'] == 'sentence', claim['kind'] == 'action', -claim['evidence']['start'])
        found.append((max(right, swapped), right >= swapped, rank, claim, root))
    found.sort(key=lambda c: c[:3], reverse=True)
    return found


def read(binary, lines, extra):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for line in lines:
            file.write(json.dumps({'text': line['sentence'], 'url': 'plv:' + line['id']}) + '\n')
        file.flush()
        done = subprocess.run([binary, 'read', '--format', 'jsonl', *extra, file.name], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{binary} read: {done.stderr.strip()}')
    readings = [json.loads(text) for text in done.stdout.splitlines()]
    if len(readings) != len(lines):
        sys.exit(f'{len(lines)} sentences gave {len(readings)} readings')
    for line, reading in zip(lines, readings):
        text = reading['document']['text']
        if text != line['sentence']:  # spans are given in the sentence as the set has it
            shift = line['sentence'].encode().find(text.encode())
            shift = max(shift, 0)
            for side in ('source_span', 'target_span'):
                line[side] = [[a - shift, b - shift] for a, b in line[side]]
    return readings


def macro_f1(pairs):
    scores = []
    for root in {gold for gold, _ in pairs}:
        right = sum(g == f == root for g, f in pairs)
        gold, found = sum(g == root for g, _ in pairs), sum(f == root for _, f in pairs)
        scores.append(2 * right / (gold + found))
    return sum(scores) / len(scores)


def report(name, lines, best):
    n = len(lines)
    pairs = [(line['root'], found[0][4] if found else None) for line, found in zip(lines, best)]
    both = [(line, found[0]) for line, found in zip(lines, best) if found and found[0][0] == 2]
    one = [(line, found[0]) for line, found in zip(lines, best) if found and found[0][0] == 1]
    rest = [(line, found[0]) for line, found in zip(lines, best) if found and found[0][0] == 0]
    right = lambda group: sum(line['root'] == f[4] for line, f in group)
    straight = sum(f[1] for _, f in both)
    hits = sum(any(c[0] == 2 and c[1] and c[4] == line['root'] for c in found) for line, found in zip(lines, best))
    print(f'{name}: {n} sentences')
    print(f'  raw sentence: {hits} hits ({hits / n:.3f}); pair found in {len(both)} ({len(both) / n:.3f}), '
          f'swapped {len(both) - straight}, direction {straight / max(1, len(both)):.3f}')
    print(f'  given the pair: root right {sum(g == f for g, f in pairs) / n:.3f}, macro-F1 {macro_f1(pairs):.3f}; by what the '
          f'claim covers: both {right(both)}/{len(both)}, one {right(one)}/{len(one)}, neither {right(rest)}/{len(rest)}, '
          f'no claim {n - len(both) - len(one) - len(rest)}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/sumario')
    parser.add_argument('--data', default='../shared/data/events/plv_train.jsonl')
    parser.add_argument('--knowledge')
    parser.add_argument('--errors', action='store_true', help='list the sentences whose root is wrong or pair swapped')
    parser.add_argument('--half', type=int, choices=[0, 1], help='with --errors: even or odd lines only')
    options = parser.parse_args()
    path = pathlib.Path(options.data)
    if not path.exists():
        print(f'skipped: {path} is absent')
        return
    lines = [json.loads(text) for text in path.read_text(encoding='utf-8').splitlines()]
    readings = read(options.binary, lines, ['--knowledge', options.knowledge] if options.knowledge else [])
    best = [candidates(line, reading) for line, reading in zip(lines, readings)]
    pick = lambda keep: ([x for i, x in enumerate(lines) if keep(i)], [x for i, x in enumerate(best) if keep(i)])
    report('all', lines, best)
    report('legal', *pick(lambda i: lines[i]['legal']))
    for half in (0, 1):
        report(('even', 'odd')[half] + ' lines', *pick(lambda i: i % 2 == half))
    roots = collections.Counter(line['root'] for line in lines)
    got = collections.Counter(line['root'] for line, found in zip(lines, best) if found and found[0][4] == line['root'])
    print('  root right by root:', ', '.join(f'{r} {got[r]}/{n}' for r, n in roots.most_common()))
    mixed = collections.Counter((line['root'], found[0][4] if found else '-') for line, found in zip(lines, best))
    print('  confused most:', ', '.join(f'{g} as {f} {n}' for (g, f), n in mixed.most_common() if g != f and n > 5))
    if not options.errors:
        return
    for i, (line, found) in enumerate(zip(lines, best)):
        if options.half is not None and i % 2 != options.half:
            continue
        root = found[0][4] if found else '-'
        if root == line['root'] and (found[0][0] < 2 or found[0][1]):
            continue
        state = 'SWAPPED ' if found and found[0][0] == 2 and not found[0][1] else ''
        roles = {r: [f['text'] for f in v] for r, v in found[0][3]['roles'].items()} if found else ''
        print(f"{state}{line['root']} as {root}/{found[0][0] if found else ''} [{line['source']} -> {line['target']}] {line['sentence'][:240]} {roles} {found[0][3]['rule'] if found else ''}")


if __name__ == '__main__':
    main()
