#!/usr/bin/env python3
"""Scores sumario's readings of the development articles against their gold claims.

  readings.py [--binary build/sumario] [--data ../shared] [--half tune|measure] [--errors] [--times]

Prints, for each half and for the seed article, recall of core facts, precision, people wronged, accused people found,
times and roles. --errors lists every wrong claim and missed fact of the tune half (never of the measure half); --times
each found fact that has a day in the gold, or whose claim has one, with both.
"""
import argparse
import collections
import importlib.util
import json
import pathlib
import subprocess
import sys


def scorer_in(data):
    spec = importlib.util.spec_from_file_location('score_reading', data / 'tools/score_reading.py')
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(binary, path, published):
    command = [binary, 'read', '--format', 'jsonl'] + (['--published', published] if published else []) + [str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{" ".join(command)}: {done.stderr.strip()}')
    return json.loads(done.stdout.splitlines()[0])


def times(scorer, gold, reading):
    """One line a found fact: whether its days are right, those of the gold, those of the claim, and their words."""
    entities = {e['id']: e for e in reading['entities']}
    for fact in gold['facts']:
        claim = next((c for c in reading['claims'] if scorer.matches(fact, c, entities)[1]), None)
        if not claim or not (fact.get('when') or claim['time']):
            continue
        wanted, time = fact.get('when'), claim['time'] or {}
        found = [time.get('from'), time.get('to')] if time else None
        verdict = 'right' if wanted == found else 'wrong' if wanted else 'extra'
        core = '' if fact.get('core') is not False else ' (not core)'
        yield f'{verdict}{core}: {claim["kind"]}/{claim["type"]} gold {wanted} claim {found} {time.get("text")!r} {fact["anchor"][:110]!r}'


def by_kind(counts, wrongs):
    total = sum(counts, collections.Counter())
    wrong = collections.Counter(claim['kind'] + '/' + claim['type'] for _, claim in wrongs)
    for kind in ('proceeding', 'allegation', 'office', 'statement', 'relation', 'law', 'action'):
        if total['facts_' + kind]:
            print(f'  {kind:11} found {total["found_" + kind]:4} of {total["facts_" + kind]:4} core facts')
    print('  wrong claims by type:', ', '.join(f'{k} {n}' for k, n in wrong.most_common(12)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary', default='build/sumario')
    parser.add_argument('--data', default='../shared')
    parser.add_argument('--half', choices=['tune', 'measure'])
    parser.add_argument('--only', help='one article id')
    parser.add_argument('--errors', action='store_true')
    parser.add_argument('--times', action='store_true')
    options = parser.parse_args()
    data = pathlib.Path(options.data)
    readings = data / 'data/readings'
    if not readings.exists():
        print(f'skipped: {readings} is absent')
        return
    scorer = scorer_in(data)
    groups = collections.defaultdict(list)
    for line in (readings / 'index.jsonl').read_text().splitlines():
        entry = json.loads(line)
        groups[entry['half']].append((readings / f'gold/{entry["id"]}.json', readings / f'articles/{entry["id"]}.txt', entry['published']))
    groups['seed'].append((data / 'seed/gold.json', data / 'seed/000_e21277a440f858d3.txt', '2020-11-19'))
    for group, items in groups.items():
        if options.half and group != options.half:
            continue
        counts, wrongs, lines, dated = [], [], [], []
        for gold_path, article, published in items:
            if options.only and gold_path.stem != options.only:
                continue
            gold, reading = json.loads(gold_path.read_text()), read(options.binary, article, published)
            count, wrong, missed = scorer.score(gold, reading)
            counts.append(count)
            wrongs += wrong
            name = gold_path.stem
            dated += [f'{name}: {line}' for line in times(scorer, gold, reading)]
            if count['wronged']:
                lines.append(f'{name}: WRONGED {count["wronged"]}')
            roles = lambda claim: {r: [f['text'] for f in v] for r, v in claim['roles'].items()}
            lines += [f'{name}: {state}: {c["kind"]}/{c["type"]} {c["modality"]} {c["rule"]} {c["evidence"]["quote"][:110]!r} {roles(c)}' for state, c in wrong]
            lines += [f'{name}: missed: {f["kind"]}/{"|".join(f["types"])} {f["anchor"][:110]!r} {f["roles"]} {f.get("modality")}' for f in missed]
        if not counts:
            continue
        figures = scorer.summarise(counts)
        print(f'{group}: {len(counts)} articles')
        print('  ' + ', '.join(f'{k} {v}' for k, v in figures.items() if not k.startswith('recall_')))
        by_kind(counts, wrongs)
        if options.errors and group != 'measure':
            print('\n'.join(lines))
        if options.times and group != 'measure':
            print('\n'.join(dated))


if __name__ == '__main__':
    main()
