#!/usr/bin/env python3
"""Scores the readers of structured data on extruct's samples: JSON-LD, microdata, RDFa, Open Graph, Dublin Core.

  structured_data.py PAGE_DATA [KNOWLEDGE] [DATA]

PAGE_DATA is build/tests/quality/page_data. A case is one syntax in one expected file. Compared are items with their
types, ids and properties in any order; every value is text, white space folded, numbers by value. Not compared is what
is extruct's own way of printing: "@context", lists of one, node ids, the text of whole items, rdfa:usesVocabulary (which
says how a page was written and nothing of what it is about). Addresses are resolved against the page's before.
Microformats, a sixth syntax, are not read: news pages put the same into JSON-LD.
"""
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

BASE = 'http://www.example.com/index.html'
BASES = {'product_custom_url': 'http://some-example.com', 'microdata.object': 'http://www.example.com/microdata/test', 'microdata.7.1': 'http://blog.example.com/progress-report',
         'Portfolio': 'http://nielslubberman.nl/drupal/',
         'elysianfields': 'http://www.songkick.com/artists/236156-elysian-fields',
         'tovestyrke': 'https://www.songkick.com/concerts/30166884-tove-styrke-at-hoxton-square-bar-and-kitchen'}
USES = 'http://www.w3.org/ns/rdfa#usesVocabulary'


def text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return repr(float(value))
    value = ' '.join(value.split())
    try:
        return repr(float(value))
    except ValueError:
        return value


def local(name):
    return name.rsplit('/', 1)[-1].rsplit('#', 1)[-1]


def item(types, ident, properties, full_types=True):
    """A comparable item; a property is (name, value)."""
    types = sorted(types if full_types else map(local, types))
    return json.dumps([types, ident, sorted(properties)], ensure_ascii=False)


# Expected values.

def from_json_ld(node):
    if isinstance(node, dict):
        types = node.get('@type', [])
        properties = [(k, v) for k, values in node.items() if not k.startswith('@') for v in from_list(values)]
        return item([types] if isinstance(types, str) else types, node.get('@id', ''), properties)
    return text(node)


def from_list(values):
    values = values if isinstance(values, list) else [values]
    return [from_json_ld(v) for v in values if v is not None]


def from_microdata(node, by_id):
    if not isinstance(node, dict):
        return text(node)
    if 'iid_ref' in node:
        return from_microdata(by_id[node['iid_ref']], by_id)
    if '@type' in node or '@context' in node:  # extruct's uniform shape
        skipped = ('@type', '@context', 'id', 'value', '_nodeId_')
        node = {'type': node.get('@type', []), 'id': node.get('id', ''), 'properties': {k: v for k, v in node.items() if k not in skipped}}
    types = node.get('type', [])
    properties = []
    for name, values in node.get('properties', {}).items():
        for value in values if isinstance(values, list) else [values]:
            properties.append((name, from_microdata(value, by_id)))
    return item([types] if isinstance(types, str) else types, node.get('id', ''), properties, full_types=False)


def microdata_items(nodes):
    by_id = {n['iid']: n for n in nodes if isinstance(n, dict) and 'iid' in n}
    referred = json.dumps([n.get('properties') for n in by_id.values()])
    top = [n for n in nodes if f'"iid_ref": {n.get("iid")}}}' not in referred]
    return [from_microdata(n, by_id) for n in top]


def resolved(address, base):
    return address if address.startswith('_:') else urllib.parse.urljoin(base, address)


def from_rdfa(nodes, base):
    rows = []
    for node in nodes:
        ident = node.get('@id', '')
        rows += [f'{ident} a {t}' for t in node.get('@type', [])]
        for name, values in node.items():
            if name.startswith('@') or name == USES:
                continue
            for v in values:
                if v.get('@type', '').endswith('XMLLiteral'):  # kept as text
                    v = {'@value': re.sub('<[^>]*>', '', v['@value']), '@language': 'en'}
                value = resolved(v['@id'], base) if '@id' in v else text(v['@value']) + '@' + v.get('@language', '') + '^' + v.get('@type', '')
                rows.append(f'{ident} {name} {value}')
    return rows


# Ours.

def ours(node, base, full_types=True):
    properties = []
    for p in node['properties']:
        value = p['value']
        if isinstance(value, dict):
            value = ours(value, base, full_types)
        elif p.get('address') and base != BASE:
            value = urllib.parse.urljoin(base, value)
        else:
            value = text(value)
        properties.append((p['name'], value))
    return item(node['types'], node['id'], properties, full_types)


def our_rdfa(items, base):
    rows = []
    for node in items:
        ident = resolved(node['id'], base)
        rows += [f'{ident} a {t}' for t in node['types']]
        for p in node['properties']:
            value = resolved(p['value'], base) if p.get('address') else text(p['value']) + '@' + p.get('language', '') + '^' + p.get('datatype', '')
            rows.append(f'{ident} {p["name"]} {value}')
    return rows


def without_blank_names(rows):
    """Nodes without a name are told apart by what is said of them."""
    names = sorted({word for row in rows for word in row.split() if word.startswith('_:')})
    said = {n: sorted(' '.join('_' if w.startswith('_:') else w for w in row.split()) for row in rows if row.startswith(n + ' ')) for n in names}
    order = {n: f'_:{i}' for i, n in enumerate(sorted(names, key=lambda n: (said[n], n)))}
    return sorted({' '.join(order.get(w, w) for w in row.split()) for row in rows})


def open_graph(tags, prefixes):
    pairs = [(name, t['content']) for t in tags if 'content' in t for name in (t.get('property') or t.get('name') or '').split()]
    pairs = [(re.sub('^https?://ogp.me/ns#', 'og:', n), v) for n, v in pairs]
    return [(n, text(v)) for n, v in pairs if n and n.split(':')[0] in prefixes and ':' in n]


def flat_open_graph(pairs):
    return [[k, v] for k, v in pairs.items() if not k.startswith('@')] + [['og:type', pairs['@type']]]


def dublin_core(tags, bare):
    """`bare`: names of elements that extruct took without their prefix ("description")."""
    rows = []
    for tag in tags:
        name = tag.get('name') or tag.get('rel') or ''
        if name.lower().startswith(('dc.', 'dcterms.')) or name in bare:
            rows.append(f'{name} {text(tag.get("content") or tag.get("href") or "")}')
    return sorted(rows)


def cases(expected, syntax, page, base):
    """(syntax, wanted, found) of one expected file."""
    of = lambda source: [n for n in page['items'] if n['source'] == source]
    if isinstance(expected, dict):
        for key, value in expected.items():
            if key in ('microdata', 'json-ld', 'opengraph', 'rdfa', 'dublincore') and value:
                yield from cases(value, key, page, base)
        return
    if syntax == 'json-ld':
        uniform = sorted(from_json_ld(n) for n in expected)
        yield syntax, uniform, sorted(ours(n, BASE) for n in of('json-ld'))
    elif syntax == 'rdfa':
        wanted, found = from_rdfa(expected, base), our_rdfa(of('rdfa'), base)
        if '@language' not in json.dumps(expected):  # extruct lost <html lang>
            found = [re.sub(r'@[\w-]+\^$', '@^', row) for row in found]
        yield syntax, without_blank_names(wanted), without_blank_names(found)
    elif syntax == 'dublincore':
        wanted = [n for e in expected for n in e['elements'] + e['terms']]
        if wanted:
            yield syntax, sorted(f'{n.get("name") or n.get("rel")} {text(n.get("content") or n.get("href"))}' for n in wanted), dublin_core(page['tags'], {n.get('name') for n in wanted})
    elif syntax == 'opengraph':
        wanted = expected[0]['properties'] if 'properties' in expected[0] else flat_open_graph(expected[0])
        wanted = {(n, text(v)) for n, v in wanted}  # a pair said twice says nothing new
        yield syntax, wanted, set(open_graph(page['tags'], {n.split(':')[0] for n, _ in wanted}))
    elif syntax == 'microdata':
        yield syntax, sorted(microdata_items(expected)), sorted(ours(n, base, False) for n in of('microdata'))


def syntax_of(path):
    if path.suffix == '.jsonld':
        return 'json-ld'
    for mark, syntax in (('microformat', None), ('dublincore', 'dublincore'), ('opengraph', 'opengraph'), ('OG_support', 'rdfa'),
                         ('expanded', 'rdfa'), ('Portfolio', 'rdfa')):
        if mark in path.name:
            return syntax
    return 'microdata'


def page_of(path):
    """The page of an expected file: the html of the longest name that begins its own."""
    stem = path.name.replace('.expanded', '')
    pages = [p for p in path.parent.glob('*.html') if stem.startswith(p.name[:-5])]
    for mark in ('_flat', '_custom_url'):
        pages += [p for p in path.parent.glob('*.html') if mark in stem and stem.startswith(p.name.split('.')[0] + mark)]
        pages += [p for p in path.parent.glob('*.html') if mark in stem and p.name.startswith(stem.split(mark)[0] + '_test')]
    return max(pages, key=lambda p: len(p.name), default=None)


def main():
    program = sys.argv[1]
    knowledge = sys.argv[2] if len(sys.argv) > 2 else 'knowledge'
    data = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else '../shared/data/pages') / 'extruct'
    if not data.exists():
        print(f'skipped: {data} is absent')
        return
    right = total = 0
    for path in sorted([*data.glob('*/*.json'), *data.glob('*/*.jsonld')]):
        syntax, html = syntax_of(path), page_of(path)
        if syntax is None:
            continue
        if html is None:
            print(f'  no page: {path.name}')
            continue
        done = subprocess.run([program, knowledge, 'data', str(html)], capture_output=True, text=True)
        page = json.loads(done.stdout)
        base = next((b for mark, b in BASES.items() if mark in path.name), BASE)
        for kind, wanted, found in cases(json.loads(path.read_text()), syntax, page, base):
            total += 1
            right += wanted == found
            if wanted != found:
                missing, extra = [w for w in wanted if w not in found], [f for f in found if f not in wanted]
                print(f'  {path.parent.name}/{path.name} {kind}: missing {str(missing)[:600]} extra {str(extra)[:600]}')
    print(f'extruct: {right} of {total} cases right ({right / total:.3f})')


if __name__ == '__main__':
    main()
