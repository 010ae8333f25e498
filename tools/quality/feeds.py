"""Score the reading of feeds on feedparser's own cases.

usage: feeds.py READER [--errors]

READER is build/tests/quality/records_quality. Each case says in its first comment what is expected, as a comparison in
Python's notation; what maps to a record of ours is compared: titles, links, authors, accounts, days, language, outlet,
character set. Markup is compared by the text it shows and the links in it, resolved: an account is only ever read for
its text, so that whether a tag or a style was washed out of it says nothing. Days are compared as written, not
converted to UTC. Each class of cases that maps to nothing of ours is listed once, with its reason. Without the data one
line says so and nothing is scored.
"""
import argparse
import ast
import collections
import glob
import html.parser
import json
import os
import re
import subprocess
import sys
import urllib.parse

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
DATA = os.path.join(ROOT, '../shared/data/pages/feedparser')
HIDDEN = {'script', 'style', 'title', 'applet', 'math', 'svg'}
BREAKS = {'p', 'br', 'div', 'li', 'tr', 'td'}

# (class of expectation, what it matches, why nothing of ours answers to it)
UNMAPPED = (
    ('feed-level texts', r"^feed\.?\[?'?(tagline|copyright|info|subtitle|rights|description|docs|logo|icon|id|guid|generator|"
     r"errorreportsto|cloud|textinput|ttl|validity|category|categories|tags|image|license|publisher|contributors|published|updated|"
     r"modified|created|rating|comments|summary|skip|webmaster|managing)", 'a record is an article; of its feed only title and language are kept'),
    ('links of the feed', r"^(len\()?feed\.?\[?'?link", 'the address of an article is kept, not that of its feed'),
    ('authors of the feed in detail', r"^\(?feed\['(author|authors|publisher)", 'an author is a name; the feed\'s own are seen in entries only'),
    ('podcasts, places, media', r"(itunes_|psc_|\['where'\]|get\('where'\)|media_|enclosures|\.media|geo|\.image|\['image'\]|newlocation|"
     r"'thumbnail|'credit|slash_|wfw_|gd_|annotate)", 'of no use to a case file'),
    ('details of people', r"_detail'\]\['(email|url|href|uri)|\]\['(email|url|href|uri)'\] ==|contributors|publisher", 'an author is a name'),
    ('tags, rights, identifiers', r"(category|categories|tags|license|rights|copyright|\['id'\]|guid|comments|expired|docs|created)", 'not in the record'),
    ('declared types', r"\['(type|mode|rel|hreflang|length|label|scheme|src)'\]|isPermaLink|\['links'\]|\.links|len\(", 'used while reading, not kept'),
    ('the base address by itself', r"\['base'\]", 'used while reading: links are compared resolved'),
    ('other details of a source', r"\['source'\]", "of an item's source its title is kept"),
    ('the feed\'s format', r"^version|namespaces|^bozo|^not bozo$|^1$|status|headers|modified|etag|encoding' in", 'told by content, not reported'),
    ('the language of a title', r"title_detail'\]\['language", 'the language of the account is kept'),
    ('absences', r"has_key", 'a field that is not there is seen nowhere'),
    ('XML namespaces', r"^\(?feed\[|madeup|abcdefg|subtitle", 'extensions of the feed'),
)


ADDRESSES = {'href', 'src', 'cite', 'action', 'background', 'longdesc', 'usemap', 'profile', 'classid', 'codebase', 'data'}


# What the WHATWG table makes of labels.
WHATWG = {'gb2312': ('gbk', 'gb18030')}

# Cases that are answered otherwise, and why.
EXPLAINED = {
    'atom/entry_published_parsed_date_overwriting.xml': 'a weekday that does not fit its date gives no day',
    'atom/entry_updated_multiple_values.xml': 'the first of two times counts',
    'atom10/entry_content_and_summary.xml': 'of content and summary the content is kept',
    'rss/item_description_and_summary.xml': 'of description and summary the description is kept',
    'cdf/item_href_map_link.xml': "CDF's own attributes are not read: the format has been dead since 1999",
    'cdf/item_lastmod.xml': 'CDF',
    'cdf/item_lastmod_parsed.xml': 'CDF',
    'rss/item_description_not_a_doctype.xml': 'browsers read "<!" as a comment',
    'chardet/tis620.xml': "ICU's detector knows no Thai",
    'sanitize/item_content_encoded_script_nested_cdata.xml': 'browsers read "<![CDATA[" in HTML as a comment',
}


class Shown(html.parser.HTMLParser):
    """The words a piece of HTML shows, and the addresses in it."""

    def __init__(self, base=''):
        super().__init__(convert_charrefs=True)
        self.base, self.words, self.links, self.hidden = base, [], set(), []

    def handle_starttag(self, tag, attrs):
        self.links |= {urllib.parse.urljoin(self.base, value.strip()) for name, value in attrs if name in ADDRESSES and value}
        if tag in HIDDEN:
            self.hidden.append(tag)
        if tag in BREAKS:
            self.words.append(' ')

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.hidden:
            del self.hidden[self.hidden.index(tag):]

    def handle_data(self, data):
        if not self.hidden:
            self.words.append(data)


def read_html(text, base=''):
    parser = Shown(base)
    try:
        parser.feed(text)
        parser.close()
    except (AssertionError, ValueError):
        pass
    return parser


def explained(name):
    if name.endswith('_crazy.xml'):
        return 'where a script ends that is half commented out: as in browsers'
    return EXPLAINED.get(name, 'NOT EXPLAINED')


def folded(text):
    return re.sub(r'\s+', ' ', text.replace('\N{NO-BREAK SPACE}', ' ')).strip()


def shown(text):
    return folded(''.join(read_html(text).words))


def text_of(path):
    raw = open(path, 'rb').read()
    for mark, name in ((b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'), (b'\xff\xfe', 'utf-16'), (b'\xfe\xff', 'utf-16'),
                       (b'\0\0\0<', 'utf-32-be'), (b'<\0\0\0', 'utf-32-le'), (b'<\0', 'utf-16-le'), (b'\0<', 'utf-16-be'),
                       (b'Lo\xa7\x94', 'cp037')):
        if raw.startswith(mark):
            return raw.decode(name, 'replace')
    return raw.decode('utf-8', 'replace')


def case_of(path):
    text = text_of(path)
    comment = re.search(r'<!--(.*?)-->', text, re.S)
    head = comment[1] if comment else text[:2000]
    expect = re.search(r'Expect:\s*(.*)', head, re.S)
    headers = {k.lower(): v for k, v in re.findall(r'Header:\s*([\w-]+):\s*(.*)', head)}
    return re.sub(r'\s+', ' ', expect[1]).strip() if expect else None, headers


def input_of(path, headers):
    one = {'file': path, 'url': 'http://127.0.0.1:8097/' + os.path.relpath(path, DATA)}
    if where := headers.get('content-location'):
        one['url'] = urllib.parse.urljoin(one['url'], where)
    if language := headers.get('content-language'):
        one['language'] = language
    if charset := re.search(r'charset=["\']?([\w-]+)', headers.get('content-type', '')):
        one['charset'] = charset[1]
    return one


def chain_of(node):
    """entries[0]['a'].b -> ('entries', 0, 'a', 'b'); None for anything else."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute) and (inner := chain_of(node.value)):
        return inner + (node.attr,)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and (inner := chain_of(node.value)):
        return inner + (node.slice.value,)
    return None


def literal(node):
    """The value of a literal or of texts put together."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return literal(node.left) + literal(node.right)
    return ast.literal_eval(node)


def comparison_of(expect):
    """The last comparison of the expectation: the path into the result, and the value."""
    try:
        node = ast.parse(expect, mode='eval').body
        terms = node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]
        last = terms[-1]
        if isinstance(last, ast.Compare) and all(isinstance(op, ast.Eq) for op in last.ops):
            return chain_of(last.left), literal(last.comparators[-1])
    except (SyntaxError, ValueError, TypeError):
        pass
    return None, None


def account_of(record):
    body = re.search(r'<article>\n(.*)\n</article>', record['bytes'], re.S)
    base = re.search(r'<base href="(.*?)">', record['bytes'])
    return (body[1] if body else record['bytes']), html.unescape(base[1]) if base else ''


def same_html(record, wanted):
    """The same words, and no link lost: those to scripts, washed out there, may stand here."""
    account, base = account_of(record)
    return shown(account) in (shown(wanted), folded(wanted)) and read_html(wanted).links <= read_html(account, base).links


def same_day(written, day, parsed):
    """Days as written; a parsed one is in UTC."""
    if not isinstance(parsed, tuple):
        return written == parsed
    wanted = '%04d-%02d-%02d' % parsed[:3]
    if day == wanted:
        return True
    zoned = written and re.search(r'[+-]\d\d:?\d\d$|[A-Z]{2,4}$', written.strip())
    return bool(zoned and day and abs(int(day[8:]) - parsed[2]) in (1, 27, 28, 29, 30))


def same_line(ours, wanted):
    """Ours is plain text, theirs may be HTML."""
    return folded(ours or '') in (shown(wanted), folded(wanted))


def answer(path, wanted, result):
    """True or False where the case maps to a record of ours; None where it does not."""
    records = result.get('records', [])
    if path == ('encoding',):
        return result.get('charset', '').lower() in WHATWG.get(wanted.lower(), (wanted.lower(),))
    record = records[0] if records else {'error': 'no record'}
    if path[:2] == ('feed', 'title') or path == ('feed', 'title_detail', 'value'):
        return same_line(record.get('outlet'), wanted) if records else None
    if path == ('feed', 'language'):
        return record.get('language') == wanted if records else None
    if len(path) < 3 or path[0] != 'entries':
        return None
    if path[1] >= len(records) or 'error' in records[path[1]]:
        return False
    record, field, rest = records[path[1]], path[2], path[3:]
    if field in ('title', 'title_detail') and rest in ((), ('value',)):
        return same_line(record['title'], wanted)
    if field in ('description', 'summary', 'content', 'summary_detail') and (not rest or rest[-1] == 'value'):
        return same_html(record, wanted)
    if field in ('content', 'summary_detail') and rest[-1:] == ('language',):
        return (record['language'] or None) == (wanted or None)
    if field == 'language' and not rest:
        return record['language'] == wanted
    if field == 'link' and not rest:
        return record['url'] == wanted
    if field in ('author',) and not rest:
        name = re.sub(r'\s*\([^)]*@[^)]*\)', '', wanted)
        return record['authors'][:1] == [name] or record['authors'] == [wanted]
    if field in ('author_detail', 'authors') and rest[-1:] == ('name',):
        return wanted in record['authors']
    if field in ('published', 'published_parsed', 'issued', 'issued_parsed') and not rest:
        return same_day(record['published'], record['published_day'], wanted)
    if field in ('updated', 'updated_parsed', 'modified', 'modified_parsed') and not rest:
        return any(same_day(record[k], record[k + '_day'], wanted) for k in ('updated', 'published'))
    if (field, rest) in (('source', ('title',)), ('source', ('value',))):
        return same_line(record['outlet'], wanted)
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument('reader')
    options.add_argument('--errors', action='store_true', help='show the cases that are wrong')
    options = options.parse_args()
    if not os.path.isdir(DATA):
        print(f'skipped: {os.path.relpath(DATA, ROOT)} is absent')
        return
    paths = sorted(p for p in glob.glob(DATA + '/*/**/*', recursive=True) if os.path.isfile(p))
    cases = [case_of(path) for path in paths]
    asked = ''.join(json.dumps(input_of(p, h)) + '\n' for p, (_, h) in zip(paths, cases))
    done = subprocess.run([options.reader], input=asked, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{options.reader} ended with {done.returncode}: {done.stderr[-300:]}')
    missed = []
    right, wrong, unmapped = collections.Counter(), collections.Counter(), collections.Counter()
    for path, (expect, _), line in zip(paths, cases, done.stdout.splitlines()):
        folder = os.path.relpath(os.path.dirname(path), DATA).split('/')
        folder = folder[min(1, len(folder) - 1)]
        result = json.loads(line)
        where, wanted = comparison_of(expect or '')
        verdict = answer(where, wanted, result) if where else None
        if verdict is None:
            bare = re.sub(r'^(not bozo and |bozo and )+', '', expect or '')
            label = next((name for name, pattern, _ in UNMAPPED if re.search(pattern, bare)), 'other')
            unmapped[label] += 1
            if options.errors and label == 'other':
                print('unmapped', os.path.relpath(path, DATA), bare)
        else:
            (right if verdict else wrong)[folder] += 1
            name = os.path.relpath(path, DATA).split('/', 1)[1]
            if not verdict:
                missed.append((name, explained(name)))
            if options.errors and not verdict:
                got = [{k: (v if k != 'bytes' else account_of(r)) for k, v in r.items() if v} for r in result.get('records', [])[:1]] or result
                print('wrong', os.path.relpath(path, DATA), expect, '\n    ', str(got)[:600])
    total = sum(right.values()) + sum(wrong.values())
    print(f'{"":12}{"right":>7}{"of":>7}')
    for folder in sorted(set(right) | set(wrong)):
        print(f'{folder:12}{right[folder]:7}{right[folder] + wrong[folder]:7}')
    print(f'{"all":12}{sum(right.values()):7}{total:7}   {sum(right.values()) / max(total, 1):.3f}')
    for name, reason in missed:
        print(f'  wrong: {name}: {reason}')
    reasons = {name: reason for name, _, reason in UNMAPPED}
    print(f'of no account here: {sum(unmapped.values())} cases of {len(paths)}')
    for name, count in unmapped.most_common():
        print(f'  {count:4} {name}: {reasons.get(name, "")}')


if __name__ == '__main__':
    main()
