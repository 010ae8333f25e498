#!/usr/bin/env python3
"""How well steps of justice are found and hung on the right person, on three sets of other makers' gold.

  events.py [--binary build/sumario] [--data ../shared/data/events] [--errors india|wikievents|m2e2]

india       sentences that tell an arrest: precision, recall, F1; the traps (sentences with "arrest" that tell none) taken
wikievents  triggers found (a claim of the fitting type whose evidence covers the trigger) by type; on found triggers whose
            gold names a defendant, how often the claim's is one of them
m2e2        arrests found, and their persons

A filler is right when it, or another mention of its entity, covers the head of the gold words. Only asserted claims count
for india; everywhere else any modality does. --errors lists what was missed or taken wrongly.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

# What the contract calls their types. "Accused of" is an allegation there, not a charge.
TYPES = {
    'ArrestJailDetain': {'proceeding/arrest', 'proceeding/sentence'},
    'ChargeIndict': {'proceeding/charge', 'allegation/accuse'},
    'InvestigateCrime': {'proceeding/investigate', 'proceeding/search', 'proceeding/seize'},
    'Convict': {'proceeding/convict', 'proceeding/plea'},
    'Sentence': {'proceeding/sentence'},
    'TrialHearing': {'proceeding/trial', 'proceeding/hearing', 'proceeding/appear'},
    'ReleaseParole': {'proceeding/release'},
    'Acquit': {'proceeding/acquit'},
}


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def readings(binary, records):
    """Reads all records in one run; the answer stands in the order of the records."""
    source = ''.join(json.dumps(record) + '\n' for record in records)
    done = subprocess.run([binary, 'read', '--format', 'jsonl', '-'], input=source.encode(), capture_output=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    if done.returncode or len(found) != len(records):
        sys.exit(f'{binary}: {done.stderr.decode().strip()}')
    return found


def claims_of(reading, types):
    return [c for c in reading['claims'] if f'{c["kind"]}/{c["type"]}' in types]


def defendants(claim):
    return claim['roles'].get('defendant', []) + claim['roles'].get('accused', [])


def overlaps(one, start, end):
    return one['start'] < end and start < one['end']


def at_least(part, whole):
    return f'{part} of {whole} ({part / whole if whole else 0:.3f})'


# ---- sentences that tell an arrest

def sentence_ranges(text, sentences):
    """Byte ranges of the sentences in the text, which may have other white space between words."""
    ranges, at = [], 0
    for sentence in sentences:
        words = [re.escape(word) for word in sentence['text'].encode().split()]
        match = re.compile(rb'\s+'.join(words)).search(text, at) if words else None
        ranges.append((match.start(), match.end()) if match else (0, 0))
        at = match.end() if match else at
    return ranges


def india(binary, data, errors):
    documents = lines_of(data / 'india_police_dev.jsonl')
    texts = ['\n\n'.join(' '.join(s['text'].split()) for s in d['sentences']) for d in documents]
    answers = readings(binary, [{'text': t, 'published': d['date']} for t, d in zip(texts, documents)])
    counts, traps, taken = collections.Counter(), 0, 0
    for document, answer in zip(documents, answers):
        claims = [c for c in claims_of(answer, {'proceeding/arrest'}) if c['modality'] == 'asserted']
        ranges = sentence_ranges(answer['document']['text'].encode(), document['sentences'])
        for sentence, (start, end) in zip(document['sentences'], ranges):
            gold = 'ARREST' in sentence['labels']
            said = [c for c in claims if overlaps(c['evidence'], start, end)]
            counts[gold, bool(said)] += 1
            if 'arrest' in sentence['text'].lower() and not gold:
                traps += 1
                taken += bool(said)
            if errors and gold != bool(said):
                told = said[0]['evidence']['quote'] if said else ''
                print(f'  {"false" if said else "missed"}: {told!r} in {sentence["text"].strip()[:400]!r}')
    right, false, missed = counts[True, True], counts[False, True], counts[True, False]
    precision, recall = right / max(1, right + false), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f'india: sentences that tell an arrest {right + missed}, found {right}, false {false}: '
          f'P {precision:.3f}, R {recall:.3f}, F1 {f1:.3f} (goal .80); {taken} of {traps} traps taken (goal 5)')


# ---- triggers and the people in them

def head_of(text, argument):
    """Bytes of the last word before whatever follows the noun: "the head of the bank" -> head."""
    words = text[argument['start']:argument['end']]
    phrase = re.split(rb' (?:of|in|at|from|who|that|with|for)\b|,', words)[0] or words
    last = phrase.rstrip().rsplit(b' ', 1)[-1]
    start = argument['start'] + phrase.rstrip().rfind(last)
    return start, start + len(last)


def is_right(reading, filler, argument):
    text = reading['document']['text'].encode()
    if argument['start'] is None:
        return False
    head = head_of(text, argument)
    if overlaps(filler, *head):
        return True
    entity = next((e for e in reading['entities'] if e['id'] == filler.get('entity')), None)
    wanted = text[argument['start']:argument['end']]
    return entity is not None and any(overlaps(m, *head) or text[m['start']:m['end']] == wanted for m in entity['mentions'])


def judge(reading, types, event, role_names):
    """One gold event: (found, 'right' | 'wrong' | 'silent' | None where the gold names nobody, the claims at it)."""
    trigger = event['trigger']
    claims = [c for c in claims_of(reading, types) if overlaps(c['evidence'], trigger['start'], trigger['end'])]
    wanted = [a for a in event['args'] if a['role'] in role_names and a['start'] is not None]
    fillers = [f for c in claims for f in defendants(c)]
    if not wanted:
        return bool(claims), None, claims
    if any(is_right(reading, f, a) for f in fillers for a in wanted):
        return bool(claims), 'right', claims
    return bool(claims), 'wrong' if fillers else 'silent', claims


def show(kind, text, event, claims):
    trigger = event['trigger']
    around = text[max(0, trigger['start'] - 150):trigger['start']].decode(errors='replace') + '>>' + trigger['text'] + '<<' + \
        text[trigger['end']:trigger['end'] + 100].decode(errors='replace')
    told = [(c['type'], [f['text'] for f in defendants(c)]) for c in claims]
    gold = [a['text'] for a in event['args'] if a['role'] in ('Defendant', 'Detainee', 'Person')]
    print(f'  {kind}: {event["type"]} {gold} {told}: {around!r}')


def events(name, binary, documents, types_of, role_names, errors):
    for document in documents:  # a control character of two bytes would be read as one space
        document['text'] = re.sub('[\x80-\x9f]', '  ', document['text'])
    answers = readings(binary, [{'text': d['text'], 'published': d.get('published')} for d in documents])
    gold, found, people = collections.Counter(), collections.Counter(), collections.Counter()
    persons = 0
    for document, answer in zip(documents, answers):
        text = answer['document']['text'].encode()
        if text != document['text'].encode():
            sys.exit(f'{name}: the text of a document was changed in reading; its offsets no longer hold')
        for event in document['events']:
            types, label = types_of(event['type'])
            hit, person, claims = judge(answer, types, event, role_names)
            gold[label] += 1
            found[label] += hit
            persons += person is not None
            if hit and person:
                people[person] += 1
            if errors and (not hit or person in ('wrong', 'silent')):
                show('missed' if not hit else person, text, event, claims)
    total = sum(people.values())
    print(f'{name}: triggers found {at_least(sum(found.values()), sum(gold.values()))} (goal .85): ' +
          ', '.join(f'{label} {found[label]}/{gold[label]}' for label in gold))
    print(f'{name}: on found triggers, defendants right {at_least(people["right"], total)}, wrong {people["wrong"]}, '
          f'left out {people["silent"]}; of all {at_least(people["right"], persons)}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary', default='build/sumario')
    parser.add_argument('--data', default='../shared/data/events')
    parser.add_argument('--errors', choices=['india', 'wikievents', 'm2e2'])
    options = parser.parse_args()
    data = pathlib.Path(options.data)
    if not data.exists():
        print(f'skipped: {data} is absent')
        return
    if options.errors in (None, 'india'):
        india(options.binary, data, options.errors)
    if options.errors in (None, 'wikievents'):
        def wiki_types(kind):
            label = kind.split('.')[1]
            return TYPES[label], label
        events('wikievents', options.binary, lines_of(data / 'wikievents_train_justice.jsonl'), wiki_types,
               ('Defendant', 'Detainee'), options.errors)
    if options.errors in (None, 'm2e2'):
        events('m2e2', options.binary, lines_of(data / 'm2e2_arrest.jsonl'), lambda kind: (TYPES['ArrestJailDetain'], 'arrest'),
               ('Person',), options.errors)


if __name__ == '__main__':
    main()
