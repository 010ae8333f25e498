#!/usr/bin/env python3
"""Checks lines of readings against the JSON schema of the reading contract.

    reading_schema.py SCHEMA FILE…      exit 0: all hold; 1: the first broken line of each file is named; 77: no jsonschema
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: the Python package jsonschema is absent (Debian: python3-jsonschema)")
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as schema:
    validator = Draft202012Validator(json.load(schema))
status = 0
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            error = next(validator.iter_errors(json.loads(line)), None)
            if error:
                print(f"{path}:{number}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
                status = 1
                break
sys.exit(status)
