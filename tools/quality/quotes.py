#!/usr/bin/env python3
"""How well speech is found and given to its speaker: quotes.py GOLD.jsonl PREDICTED.jsonl [LIMIT]

Both files hold one JSON object a line with "attributions": [{"source", "cue", "content"}], each a list of byte ranges;
GOLD also holds "text" (the PolNeAR half described in shared/data/quotes). Predictions inside another prediction's content
("parent" not negative) are left out, as the gold gives each word to the outer voice alone.

Matching: greedy, best overlap first, one to one; overlap = content bytes in common / gold content bytes. P, R and F1
stand at 0.3 and 0.8 of it, and at 0.3 and 0.8 of bytes in common / bytes in either. On pairs matched at 0.3: speaker right when the
sources share a byte or both are empty, cue right when the cues share a byte.
"""
import json
import sys
from collections import Counter, defaultdict

MARKS = '"“”„«»'


def size(ranges):
    return sum(end - start for start, end in ranges)


def common(one, other):
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def form(text, content):
    words = " ".join(text[start:end].decode("utf-8", "replace") for start, end in content).strip()
    inner = [text[start:end].decode("utf-8", "replace").strip(" .,") for start, end in content]
    if inner and all(piece[:1] and piece[0] in MARKS and (piece[-1] in MARKS or sum(map(piece.count, MARKS)) == 1) for piece in inner):
        return "quoted"
    return "mixed" if any(mark in words for mark in MARKS) else "plain"


def match(gold, predicted, measure):
    """Pairs (overlap, gold index, predicted index), greedily, best first."""
    pairs = []
    for g, one in enumerate(gold):
        for p, other in enumerate(predicted):
            shared = common(one["content"], other["content"])
            if shared:
                pairs.append((measure(shared, one["content"], other["content"]), g, p))
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    seen_gold, seen_predicted, chosen = set(), set(), []
    for overlap, g, p in pairs:
        if g not in seen_gold and p not in seen_predicted:
            seen_gold.add(g), seen_predicted.add(p), chosen.append((overlap, g, p))
    return chosen


def of_gold(shared, gold, _):
    return shared / size(gold)


def of_either(shared, gold, predicted):
    return shared / (size(gold) + size(predicted) - shared)


def main():
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else None
    counts = defaultdict(Counter)
    speaker, cue = Counter(), Counter()
    for number, (gold_line, predicted_line) in enumerate(zip(open(sys.argv[1]), open(sys.argv[2]))):
        if limit is not None and number >= limit:
            break
        article = json.loads(gold_line)
        text = article["text"].encode()
        gold = [a for a in article["attributions"] if a["content"]]
        predicted = [a for a in json.loads(predicted_line)["attributions"] if a["content"] and a.get("parent", -1) < 0]
        gold_form = [form(text, a["content"]) for a in gold]
        predicted_form = [form(text, a["content"]) for a in predicted]
        for name, measure in (("gold", of_gold), ("either", of_either)):
            pairs = match(gold, predicted, measure)
            for threshold in (0.3, 0.8):
                table = counts[name, threshold]
                table["gold", "all"] += len(gold)
                table["predicted", "all"] += len(predicted)
                for f in gold_form:
                    table["gold", f] += 1
                for f in predicted_form:
                    table["predicted", f] += 1
                for overlap, g, p in pairs:
                    if overlap < threshold:
                        continue
                    table["hit", "all"] += 1
                    table["hit gold", gold_form[g]] += 1
                    table["hit predicted", predicted_form[p]] += 1
                    if name == "gold" and threshold == 0.3:
                        a, b = gold[g], predicted[p]
                        for kind in ("all", gold_form[g]):
                            speaker[kind, "pairs"] += 1
                            right = common(a["source"], b["source"]) > 0 or not (a["source"] or b["source"])
                            speaker[kind, "right"] += right
                            cue[kind, "right"] += common(a["cue"], b["cue"]) > 0
    report(counts, speaker, cue)


def report(counts, speaker, cue):
    print(f"{'contents':9} {'overlap':>12} {'gold':>6} {'found':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name, threshold in (("gold", 0.3), ("gold", 0.8), ("either", 0.3), ("either", 0.8)):
        table = counts[name, threshold]
        for kind in ("all", "quoted", "mixed", "plain"):
            gold, predicted = table["gold", kind], table["predicted", kind]
            precision = (table["hit", "all"] if kind == "all" else table["hit predicted", kind]) / max(1, predicted)
            recall = (table["hit", "all"] if kind == "all" else table["hit gold", kind]) / max(1, gold)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            print(f"{kind:9} {name + ' ' + str(threshold):>12} {gold:6} {predicted:6} {precision:6.3f} {recall:6.3f} {f1:6.3f}")
    for kind in ("all", "quoted", "mixed", "plain"):
        pairs = max(1, speaker[kind, "pairs"])
        print(f"{kind:9} of {speaker[kind, 'pairs']} matched: speaker right {speaker[kind, 'right'] / pairs:.3f}, "
              f"cue right {cue[kind, 'right'] / pairs:.3f}")


main()
