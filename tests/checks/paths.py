#!/usr/bin/env python3
"""Checks that the documents tell the truth about the tree: every path named in a Markdown file exists (a pattern with
`*` must match something), and every `make` target named there stands in the Makefile."""
import pathlib
import re

import repository

CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
MAKE = re.compile(r"\bmake ([a-z][a-z-]+)\b")
TARGET = re.compile(r"^([a-z][a-z-]*):", re.M)
WORD = re.compile(r"^[\w./*-]+$")


def named_paths(text, top):
    """Paths a document names: link targets, and `code` words that start at a folder or file of the repository's top."""
    prose = FENCE.sub("", text)
    for match in LINK.finditer(prose):
        if "://" not in match[1] and not match[1].startswith("mailto:"):
            yield match[1]
    for match in CODE.finditer(prose):
        for word in match[1].split():
            first = word.split("/")[0]
            if WORD.match(word) and ("/" in word and first in top or word in top):
                yield word


def problems(document, text, root, top, targets):
    found = []
    base = (root / document).parent
    for name in named_paths(text, top):
        name = name.rstrip(".")
        if "*" in name:
            exists = any(root.glob(name))
        else:
            exists = (root / name).exists() or (base / name).exists()
        if not exists:
            found.append(f"{document}: names {name}, which does not exist")
    for code in CODE.findall(text):
        for target in MAKE.findall(code):
            if target not in targets:
                found.append(f"{document}: names `make {target}`, which the Makefile does not have")
    return found


# Top-level names a document may speak of; checked names start with one of these.
TOP = {"src", "tests", "docs", "knowledge", "examples", "tools", "bench", "fuzz", "cmake", "web", ".ci", "Makefile",
       "CMakeLists.txt", "CMakePresets.json", "LICENSE", "NOTICE", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"}


def main():
    root = repository.ROOT
    targets = set(TARGET.findall(repository.text_of("Makefile")))
    broken = []
    for path in repository.files():
        if path.suffix == ".md":
            broken += problems(pathlib.PurePath(path), repository.text_of(path), root, TOP, targets)
    repository.report(broken, "documents name only what exists")


if __name__ == "__main__":
    main()
