"""Scores name coreference and pronouns of a cast reading against coref/ of the development data.

  coref.py CASTS GOLD [--errors]   CASTS: one JSON object a line as tests/quality/cast_quality prints, in GOLD's order

Figures, for train and dev and by genre:
  pronouns   he, she and their forms: precision = right of those given an entity; recall = right of all the gold has.
             Right: the entity's names mean, by majority, the person the gold links the pronoun to.
  CoNLL F1   mean of MUC, B3 and CEAF-phi4 over chains of names of persons and bodies (a gold mention is a name when all
             of its head words are proper nouns with a capital); mentions are matched by head token.
"""
import collections, json, sys

THIRD = {'he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself'}
NAME, PRONOUN = 0, 1
PERSON, ORGANISATION = 0, 1


def gold_mentions(doc):
    spans = doc['token_bytes']
    text = doc['text'].encode()
    out = []
    for m in doc['mentions']:
        heads = m['head_tokens'] or [m['end_token'] - 1]
        words = [text[spans[h][0]:spans[h][1]].decode() for h in heads]
        start, end = spans[m['start_token']][0], spans[m['end_token'] - 1][1]
        out.append({'start': start, 'end': end, 'heads': [tuple(spans[h]) for h in heads], 'words': words, 'id': m['entity_id'], 'type': m['type'],
                    'text': text[start:end].decode(), 'first': m['start_token'], 'last': m['end_token']})
    return out


def is_name(m, proper):
    """The last head word is a proper noun (as tagged) of a person or body."""
    return m['type'] in ('person', 'organization') and m['heads'][-1][0] in proper and m['words'][-1][:1].isupper()


def align(doc, cast):
    """For each of our mentions the gold mention with the same head and the nearest extent, or None."""
    gold = gold_mentions(doc)
    by_byte = collections.defaultdict(list)
    for g in gold:
        for a, b in g['heads']: by_byte[a].append(g)
    found = []
    for s, e, form, kind, ent, hs, he, plural in cast['mentions']:
        options = [g for at in {hs, *([h for h in by_byte if s <= h < e] if form == NAME else [])} for g in by_byte.get(at, [])]
        options = [g for g in options if form != PRONOUN or (g['start'], g['end']) == (s, e)]
        found.append(min(options, key=lambda g: abs(g['start'] - s) + abs(g['end'] - e)) if options else None)
    return gold, found


def chains(pairs):
    out = collections.defaultdict(set)
    for key, chain in pairs: out[chain].add(key)
    return list(out.values())


def muc(key, response):
    where = {m: i for i, c in enumerate(response) for m in c}
    num = den = 0
    for c in key:
        parts = len({where[m] for m in c if m in where}) + sum(m not in where for m in c)
        num += len(c) - parts
        den += len(c) - 1
    return num, den


def b3(key, response):
    where = {m: c for c in response for m in c}
    num = sum(len(c & where[m]) / len(c) for c in key for m in c if m in where)
    return num, sum(map(len, key))


def ceaf(key, response):
    from itertools import product
    pairs = sorted(((2 * len(k & r) / (len(k) + len(r)), i, j) for (i, k), (j, r) in product(enumerate(key), enumerate(response)) if k & r), reverse=True)
    used_k, used_r, total = set(), set(), 0.0   # greedy: equal to the optimum where chains are mostly right
    for score, i, j in pairs:
        if i in used_k or j in used_r: continue
        used_k.add(i); used_r.add(j); total += score
    return total


def f1(p, r): return 2 * p * r / (p + r) if p + r else 0.0


class Tally:
    def __init__(self):
        self.c = collections.Counter()

    def add(self, doc, cast, errors):
        gold, found = align(doc, cast)
        names = collections.defaultdict(collections.Counter)
        for m, g in zip(cast['mentions'], found):
            if m[4] >= 0 and g and m[2] == NAME: names[m[4]][g['id']] += 1
        meaning = {e: c.most_common(1)[0][0] for e, c in names.items()}
        proper = set(cast.get('propn', ()))
        named_ids = {g['id'] for g in gold if is_name(g, proper)}
        c = self.c
        text = doc['text'].encode()
        for g in gold:
            if g['text'].lower() in THIRD:
                c['gold'] += 1; c['gold_named'] += g['id'] in named_ids
        for i, (m, g) in enumerate(zip(cast['mentions'], found)):
            if m[2] == PRONOUN and m[4] >= 0 and text[m[0]:m[1]].decode().lower() in THIRD:
                if g is None: continue
                right = meaning.get(m[4]) == g['id']
                c['given'] += 1; c['right'] += right
                rule = cast.get('rules', {}).get(str(m[0]), '')
                self.c['rule ' + rule] += 1; self.c['rule+ ' + rule] += right
                if not right and errors:
                    before = text[max(0, m[0] - 300):m[0]].decode(errors='replace').replace('\n', ' ')
                    print(doc['doc'], rule, cast['entities'][m[4]]['name'], '::', before, '[[', text[m[0]:m[1]].decode(), ']]', text[m[1]:m[1] + 60].decode(errors='replace').replace('\n', ' '))
        key = chains((g['start'], g['id']) for g in {(g['start'], g['end']): g for g in gold if is_name(g, proper)}.values())
        resp = []
        for m, g in zip(cast['mentions'], found):
            if m[2] == NAME and m[3] in (PERSON, ORGANISATION) and m[4] >= 0: resp.append((g['start'] if g else ('x', m[0]), m[4]))
        response = chains(dict(resp).items())
        key2, response2 = [k for k in key if len(k) > 1], [r for r in response if len(r) > 1]
        for label, (num, den) in (('muc_r', muc(key2, response2)), ('muc_p', muc(response2, key2)), ('b3_r', b3(key2, response2)), ('b3_p', b3(response2, key2))):
            c[label] += num; c[label + 'd'] += den
        c['ceaf'] += ceaf(key2, response2); c['ceaf_rd'] += len(key2); c['ceaf_pd'] += len(response2)

    def line(self):
        c = self.c
        d = lambda a, b: c[a] / c[b] if c[b] else 0.0
        muc_f, b3_f = f1(d('muc_p', 'muc_pd'), d('muc_r', 'muc_rd')), f1(d('b3_p', 'b3_pd'), d('b3_r', 'b3_rd'))
        ceaf_f = f1(d('ceaf', 'ceaf_pd'), d('ceaf', 'ceaf_rd'))
        return (f"pronouns {c['right']}/{c['given']} precision {d('right', 'given'):.3f} recall {d('right', 'gold'):.3f} (of those with a name {d('right', 'gold_named'):.3f})"
                f"   names MUC {muc_f:.3f} B3 {b3_f:.3f} CEAF {ceaf_f:.3f} CoNLL {(muc_f + b3_f + ceaf_f) / 3:.3f}")


def main():
    casts, gold = sys.argv[1:3]
    errors = '--errors' in sys.argv
    tallies = collections.defaultdict(Tally)
    with open(casts) as a, open(gold) as b:
        for cast, doc in zip(map(json.loads, a), map(json.loads, b)):
            tallies[doc['split']].add(doc, cast, errors)
            tallies[doc['split'] + ' ' + doc['genre']].add(doc, cast, False)
    for name in sorted(tallies): print(f'{name:16}', tallies[name].line())
    for key, n in sorted(tallies['train'].c.items()):
        if key.startswith('rule ') and key != 'rule ': print(f"   {key:30} {tallies['train'].c['rule+ ' + key[5:]]}/{n}")


if __name__ == "__main__":
    main()
