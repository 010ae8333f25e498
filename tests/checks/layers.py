#!/usr/bin/env python3
"""Checks that includes run one way only: each folder of src/ includes itself and what the table in ARCHITECTURE.md
grants it. The table is the rule; this script only reads it."""
import re

import repository

ROW = re.compile(r"^\| `src/([\w/]+)` \|.*\| ([^|]*) \|$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
SOURCES = {".h", ".cc", ".inc"}


def table(architecture):
    """Folder -> set of folders it may include, from the rows "| `src/x` | its job | a, b |"."""
    grants = {}
    for line in architecture.splitlines():
        if row := ROW.match(line):
            names = (name.strip(" `") for name in row[2].split(","))
            grants[row[1]] = {name for name in names if name and name != "–"}
    return grants


def folder_of(path, grants):
    """The innermost folder of the table that holds src/<path>; None when there is none."""
    parts = path.split("/")[:-1]
    while parts and "/".join(parts) not in grants:
        parts.pop()
    return "/".join(parts) or None


def problems(paths, read, grants):
    """Every include the table does not grant, as "file:line: reason"; `read` gives a path's text."""
    found = []
    for path in paths:
        if path.parts[0] != "src" or path.suffix not in SOURCES:
            continue
        home = folder_of("/".join(path.parts[1:]), grants)
        if home is None:
            found.append(f"{path}: its folder stands in no row of ARCHITECTURE.md")
            continue
        for number, line in enumerate(read(path).splitlines(), 1):
            if not (include := INCLUDE.match(line)):
                continue
            target = folder_of(include[1], grants)
            if target is None:
                found.append(f'{path}:{number}: "{include[1]}" is not written from src/, or its folder is in no row')
            elif target != home and target not in grants[home] and "all" not in grants[home]:
                found.append(f"{path}:{number}: src/{home} may not include src/{target}")
    return found


def main():
    grants = table(repository.text_of("ARCHITECTURE.md"))
    broken = problems(repository.files(), repository.text_of, grants)
    if not grants:
        broken.append("ARCHITECTURE.md: no table of folders found")
    repository.report(broken, "include layering")


if __name__ == "__main__":
    main()
