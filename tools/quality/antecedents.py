"""Finds the weights of knowledge/lexicons/antecedents.txt, on the train half of coref/ of the development data and on the
tune half of readings/, whose people pronouns_tune.jsonl marks by byte offsets.

  antecedents.py --texts DATA                          the texts as JSON Lines, for tests/quality/pronoun_examples
  antecedents.py EXAMPLES DATA [--l2 X] [--folds N]    what the pronouns of those examples would be resolved to
  antecedents.py EXAMPLES DATA --write FILE --certain X --alone X

For every pronoun the likelihood of all its right antecedents together is raised by gradient ascent (a softmax over the
mentions it may refer to and "nobody mentioned"), weights held small. Without --write it prints precision and recall for
a row of thresholds: by folds of documents, each judged with the weights of the others, and on the dev half of coref/.
The features depend on what was resolved before: run it twice.
"""
import argparse, collections, json, math, pathlib, random, re
from coref import THIRD, gold_mentions

ROUNDS = 40


def texts(data):
    with open(f'{data}/coref/gum_train_dev.jsonl') as lines:
        for line in lines: yield json.loads(line)
    for line in open(pathlib.Path(__file__).with_name('pronouns_tune.jsonl')):
        marked = json.loads(line)
        text = pathlib.Path(f'{data}/readings/articles/{marked["id"]}.txt').read_text()
        yield {'split': 'tune', 'genre': 'tune', 'text': text, 'people': marked['people']}


class Document:
    """The pronouns of one text with what they may refer to: [(byte, whom, [(head, referent, features, right)], heads of
    mentions that grammar rules out)]; whom is None where the data says nothing."""

    def __init__(self, found, gold):
        self.split, self.genre = gold['split'], gold['genre']
        self.at, self.pronouns, spans = collections.defaultdict(set), {}, []   # byte of a head -> whom
        if 'people' in gold:
            raw = gold['text'].encode()
            for whom, places in enumerate(gold['people']):
                for at in places:
                    self.at[at].add(whom)
                    spans.append((at, at + 1, whom, at))
                    if re.match(rb'\w+', raw[at:]).group().decode().lower() in THIRD: self.pronouns[at] = whom
        else:
            for g in gold_mentions(gold):
                for head in g['heads']:
                    self.at[head[0]].add(g['id'])
                    spans.append((g['start'], g['end'], g['id'], head[0]))
                if g['text'].lower() in THIRD: self.pronouns[g['start']] = g['id']
        names = collections.defaultdict(collections.Counter)
        for start, end, entity in found['names']:
            near = [s for s in spans if start <= s[3] < end]
            if near: names[entity][min(near, key=lambda s: abs(s[0] - start) + abs(s[1] - end))[2]] += 1
        self.meaning = {e: c.most_common(1)[0][0] for e, c in names.items()}
        self.cases = [self.case(c) for c in found['pronouns']]
        self.gold = len(self.pronouns)

    def case(self, found):
        byte = found['pronoun'][0]
        whom = self.pronouns.get(byte)
        options = [(head and head[0], referent, features, bool(head) and self.means(head[0], referent, whom)) for head, referent, features in found['options']]
        if not any(o[3] for o in options): options[-1] = options[-1][:3] + (True,)
        return byte, whom, options, found['out']

    def means(self, head, referent, whom):
        if self.split == 'tune' and referent in self.meaning: return self.meaning[referent] == whom
        return whom is not None and whom in self.at.get(head, ())


def train(docs, l2):
    numbers = {}
    data = [[([numbers.setdefault(f, len(numbers)) for f in features], right) for _, _, features, right in options]
            for d in docs for _, meant, options, _ in d.cases if meant is not None]
    w, rng = [0.0] * len(numbers), random.Random(1)
    for r in range(ROUNDS):
        rng.shuffle(data)
        rate = 0.15 / (1 + r / 8)
        for options in data:
            e = [math.exp(sum(w[f] for f in fs)) for fs, _ in options]
            total, good = sum(e), sum(x for x, (_, right) in zip(e, options) if right)
            for x, (fs, right) in zip(e, options):
                g = (x / good if right else 0.0) - x / total
                if abs(g) < 1e-4: continue
                for f in fs: w[f] += rate * g
        shrink = 1 - min(0.5, l2 * rate * len(data) / 1000)
        w = [x * shrink for x in w]
    return {f: w[i] for f, i in numbers.items()}


def decide(doc, weights, certain):
    """As pronouns.cc does: (meant, given, right) for each pronoun the gold has."""
    shares = {}
    for at, meant, options, out in doc.cases:
        e = [math.exp(sum(weights.get(f, 0.0) for f in fs)) for _, _, fs, _ in options]
        mine = collections.Counter()
        for x, (head, referent, _, _) in zip(e, options):
            for r, share in ({} if head is None else shares[head] if head in shares else {referent: 1.0}).items():
                mine[r] += share * x / sum(e)
        out = {max(shares[h], key=shares[h].get, default=None) for h in out if h in shares}
        for r in out: mine.pop(r, None)
        best = max(mine, key=mine.get, default=None)
        shares[at] = mine
        if best is None or mine[best] < certain or best == -1: best = None
        if best is not None: shares[at] = {best: 1.0}
        if meant is not None: yield best is not None and best >= 0, best is not None and doc.meaning.get(best) == meant


def figures(name, decided, gold):
    decided = list(decided)
    given, right = sum(g for g, _ in decided), sum(g and r for g, r in decided)
    return f'{name} {right}/{given} precision {right / max(1, given):.3f} recall {right / gold:.3f}'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('files', nargs='*')
    parser.add_argument('--texts')
    parser.add_argument('--write')
    parser.add_argument('--folds', type=int, default=5)
    parser.add_argument('--l2', type=float, default=6)
    parser.add_argument('--certain', type=float, default=0.75)
    parser.add_argument('--alone', type=float, default=0.55)
    o = parser.parse_args()
    if o.texts:
        for text in texts(o.texts): print(json.dumps({'text': text['text']}))
        return
    examples, data = o.files
    docs = [Document(json.loads(a), b) for a, b in zip(open(examples), texts(data))]
    known, dev = [d for d in docs if d.split != 'dev'], [d for d in docs if d.split == 'dev']
    weights = train(known, o.l2)
    if o.write:
        head = open(o.write).read().split('certain from')[0]
        with open(o.write, 'w') as out:
            out.write(head + f'certain from\t{o.certain}\ncertain from, alone\t{o.alone}\n')
            for f in sorted(weights):
                if abs(weights[f]) >= 0.005: out.write(f'{f}\t{weights[f]:.2f}\n')
        return
    parts = [(d, i % o.folds) for i, d in enumerate(known)]
    fold_weights = [train([d for d, f in parts if f != fold], o.l2) for fold in range(o.folds)]
    for certain in (.5, .6, .65, .7, .75, .8, .85, .9):
        line = f'{certain:.2f}'
        for split in ('train', 'tune'):
            decided = [x for d, f in parts if d.split == split for x in decide(d, fold_weights[f], certain)]
            line += figures(f'   {split} by folds', decided, sum(d.gold for d in known if d.split == split))
        print(line + figures('   dev', [x for d in dev for x in decide(d, weights, certain)], sum(d.gold for d in dev)))


if __name__ == '__main__': main()
