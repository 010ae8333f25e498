#!/usr/bin/env python3
"""Turns the hand-written notes on an article into gold: every claim a careful reader would write down, with byte offsets.

  gold.py NN.notes …           writes NN.json beside each, from NN.txt and NN.notes
  gold.py --check NN.notes …   fails where NN.json is not what the notes say

Notes are lines; # opens a comment, " | " separates fields.

  published 2024-05-03
  person NAME; OTHER FORM; … | accused, uninvolved or borderline | part, part | Forum=standing, Forum=standing
  + TYPE,TYPE | ANCHOR | role=filler/filler; role=filler | DAY..DAY | ~modality,modality
  residue WHY | ANCHOR

  accused     somebody alleges, investigates, charges, tries, convicts or sues this person, now or in the past
  + or -      a fact every reading should have, or one it may have (repeated, generic, marginal)
  TYPE        a type of the reading contract; its kind follows from it. proceeding:overturn and law:overturn, law:rule
              name the kind, because both have the type
  ANCHOR      words of the article, copied; ANCHOR @2 is their second occurrence
  role=…      every accepted filler, resolved ("he" is written as the surname); a role name may be "court|authority"
  DAY..DAY    inclusive days, either side may be empty; one day alone is that day
  ~…          accepted modalities. Left out: alleged for accuse, denied or asserted for deny, asserted otherwise
"""
import json
import pathlib
import re
import sys

KINDS = {
    "proceeding": "investigate search seize warrant arrest release charge appear plea hearing trial motion convict acquit "
                  "dismiss sentence appeal overturn pardon extradite deport sue settle fine sanction",
    "allegation": "accuse deny admit exonerate",
    "office": "hold take leave seek",
    "statement": "direct indirect mixed",
    "law": "enact amend overturn rule",
    "action": "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
              "COERCE ASSAULT",
    "relation": "alias family member_of reports_to works_for represents",
}
MODALITIES = {"asserted", "alleged", "denied", "negated", "planned", "requested", "possible"}
USUAL = {"accuse": ["alleged"], "deny": ["denied", "asserted"]}
ACCUSED = {"accused": True, "uninvolved": False, "borderline": False}
DAY = re.compile(r"^(\d{4}-\d\d-\d\d)?(\.\.)?(\d{4}-\d\d-\d\d)?$")


class NotesError(Exception):
    """A line of notes that cannot be read."""


def split(text, separator):
    return [part.strip() for part in text.split(separator) if part.strip()]


def kind_and_types(field):
    """("proceeding", ["arrest", "charge"]) from "arrest,charge"."""
    prefix, _, rest = field.rpartition(":")
    types = split(rest, ",")
    kinds = [kind for kind, known in KINDS.items()
             if all(one in known.split() for one in types) and (not prefix or kind == prefix)]
    if len(kinds) != 1:
        raise NotesError(f"types {field!r} belong to {' and '.join(kinds) or 'no kind'}")
    return kinds[0], types


def place(article, anchor):
    """Byte range of the anchor in the article; "words @2" is the second occurrence."""
    counted = re.match(r"^(.*) @(\d)$", anchor)
    words, nth = (counted[1], int(counted[2])) if counted else (anchor, 1)
    data, needle, start = article.encode(), words.encode(), -1
    for _ in range(nth):
        start = data.find(needle, start + 1)
        if start < 0:
            raise NotesError(f"anchor not in the article: {anchor!r}")
    if not counted and data.find(needle, start + 1) >= 0:
        raise NotesError(f"anchor occurs more than once, say which: {anchor!r}")
    return {"anchor": words, "start": start, "end": start + len(needle)}


def days(field):
    match = DAY.match(field)
    if match[2]:
        return [match[1], match[3]]
    return [match[1], match[1]]


def fact_of(article, fields, core, number):
    kind, types = kind_and_types(fields[0])
    fact = {"id": f"f{number}", "kind": kind, "types": types, **place(article, fields[1]), "roles": {}}
    modality = USUAL.get(types[0], ["asserted"]) if kind == "allegation" else ["asserted"]
    for field in fields[2:]:
        if field.startswith("~"):
            modality = split(field[1:], ",")
        elif DAY.match(field):
            fact["when"] = days(field)
        elif "=" in field:
            pairs = (part.split("=", 1) for part in split(field, ";"))
            fact["roles"] = {role.strip(): split(fillers, "/") for role, fillers in pairs}
        else:
            raise NotesError(f"field not understood: {field!r}")
    if unknown := set(modality) - MODALITIES:
        raise NotesError(f"unknown modality {unknown}")
    return {**fact, "modality": modality, "core": core}


def person_of(fields):
    names = split(fields[0], ";")
    person = {"name": names[0], "also": names[1:], "accused": ACCUSED[fields[1]], "part": split(fields[2], ",")}
    if fields[1] == "borderline":
        person["borderline"] = True
    if len(fields) > 3:
        person["standing"] = [[side.strip() for side in one.split("=")] for one in split(fields[3], ",")]
    return person


def gold_of(name, article, notes):
    gold = {"id": name, "published": None, "people": [], "facts": [], "residue": []}
    faults = []
    for number, line in enumerate(notes.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        fields = split(rest, " | ")
        try:
            if word == "published":
                gold["published"] = rest.strip()
            elif word == "person":
                gold["people"].append(person_of(fields))
            elif word in ("+", "-"):
                gold["facts"].append(fact_of(article, fields, word == "+", len(gold["facts"]) + 1))
            elif word == "residue":
                gold["residue"].append({**place(article, fields[1]), "why": fields[0]})
            else:
                raise NotesError(f"line opens with {word!r}")
        except (NotesError, KeyError, IndexError, ValueError) as error:
            faults.append(f"{name}.notes:{number}: {error}")
    if faults:
        raise SystemExit("\n".join(faults))
    return gold


def written(gold):
    """The gold as JSON with one person, fact or residue a line, so that a change shows as the lines it touches."""
    def block(rows):
        return "[\n" + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows) + "\n ]" if rows else "[]"

    fields = (f' {json.dumps(key)}: {block(value) if isinstance(value, list) else json.dumps(value)}'
              for key, value in gold.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def main():
    check = "--check" in sys.argv
    stale = []
    for path in map(pathlib.Path, [a for a in sys.argv[1:] if a != "--check"]):
        article = path.with_suffix(".txt").read_text(encoding="utf-8")
        gold = gold_of(path.stem, article, path.read_text(encoding="utf-8"))
        text = written(gold)
        target = path.with_suffix(".json")
        if not check:
            target.write_text(text, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            stale.append(f"{target} is not what {path.name} says; run tools/gold.py {path}")
    print("\n".join(stale), end="\n" if stale else "")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
