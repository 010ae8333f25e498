#!/usr/bin/env python3
"""Checks two promises of the library. It never prints, exits or aborts: only src/cli may. And each third-party library
stays in the folders that the table of dependencies in ARCHITECTURE.md names."""
import re

import repository

LOUD = re.compile(r"std::(cout|cerr|clog|exit|abort|terminate|quick_exit)\b|\b(f?printf|f?puts|exit|abort|_exit)\s*\(|fmt::print\b")
INCLUDE = re.compile(r"^\s*#\s*include\s+<([^>]+)>")
ROW = re.compile(r"^\| ([^|]*\(`[^|]*) \|[^|]*\| ([^|]*) \|$")
QUOTED = re.compile(r"`([^`]+)`")


def homes(architecture):
    """Header or header folder -> folders of src/ that may include it; "all" anywhere."""
    found = {}
    for line in architecture.splitlines():
        if row := ROW.match(line):
            places = set(QUOTED.findall(row[2])) or {row[2].strip()}
            found.update({header: places for header in QUOTED.findall(row[1])})
    return found


def home_of(header, known):
    """The folders of the library a header belongs to; None for the system's own."""
    return next((places for name, places in known.items() if header == name or name.endswith("/") and header.startswith(name)), None)


def is_test(path):
    return path.stem.endswith("_test") or "_test_" in path.stem or path.stem.endswith(("_samples", "_for_tests"))


def problems(path, text, known):
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        code = line.split("//")[0]
        if not str(path).startswith("src/cli/") and (loud := LOUD.search(code)):
            found.append(f"{path}:{number}: {loud[0]}: the library never prints, exits or aborts")
        if include := INCLUDE.match(line):
            places = home_of(include[1], known)
            if places and "all" not in places and not any(str(path).startswith(place + "/") for place in places):
                found.append(f"{path}:{number}: <{include[1]}> belongs to {', '.join(sorted(places))}")
    return found


def main():
    known = homes(repository.text_of("ARCHITECTURE.md"))
    broken = [] if known else ["ARCHITECTURE.md: no table of dependencies found"]
    for path in repository.files():
        if path.parts[0] == "src" and path.suffix in {".h", ".cc", ".inc"} and not is_test(path):
            broken += problems(path, repository.text_of(path), known)
    repository.report(broken, "a quiet library, its dependencies in their places")


if __name__ == "__main__":
    main()
