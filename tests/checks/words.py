#!/usr/bin/env python3
"""Checks that nothing in the repository holds what is true of one machine only: the patterns of banned_words.txt."""
import pathlib
import re

import repository

LIST = pathlib.PurePosixPath("tests/checks/banned_words.txt")


def patterns(text):
    """Compiled (pattern, reason) pairs from lines "pattern<TAB>reason"; # opens a comment."""
    rows = (line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [(re.compile(row[0], re.I), row[1]) for row in rows]


def problems(path, text, banned):
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, reason in banned:
            if match := pattern.search(line):
                found.append(f"{path}:{number}: \"{match[0]}\": {reason}")
    return found


def main():
    banned = patterns(repository.text_of(LIST))
    broken = []
    for path in repository.files():
        if path != LIST and (text := repository.text_of(path)) is not None:
            broken += problems(path, text, banned)
    repository.report(broken, "nothing of one machine")


if __name__ == "__main__":
    main()
