#!/usr/bin/env python3
"""Checks that no source file is longer than 400 lines, but for those listed with a reason in long_files.txt."""
import repository

LIMIT = 400
SOURCES = {".h", ".cc", ".py", ".sh", ".cmake", ".ts", ".tsx", ".css"}


def listed(text):
    """Path -> reason, from lines "path  reason"; # opens a comment."""
    rows = (line.split(None, 1) for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {row[0]: row[1].strip() if len(row) > 1 else "" for row in rows}


def problems(lengths, reasons):
    """`lengths`: path -> lines. A long file needs a reason; a reason needs a long file."""
    found = [f"{path}: {lines} lines, over {LIMIT}, and not listed with a reason"
             for path, lines in lengths.items() if lines > LIMIT and not reasons.get(path)]
    found += [f"long_files.txt: {path} is no longer over {LIMIT} lines; take it off the list"
              for path in reasons if lengths.get(path, 0) <= LIMIT]
    return found


def main():
    lengths = {}
    for path in repository.files():
        if path.suffix in SOURCES and (text := repository.text_of(path)) is not None:
            lengths[str(path)] = len(text.splitlines())
    reasons = listed(repository.text_of("tests/checks/long_files.txt"))
    repository.report(problems(lengths, reasons), f"files of at most {LIMIT} lines")


if __name__ == "__main__":
    main()
