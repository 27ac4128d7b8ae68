#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the cases in a log of `meson test`: prints "PASSED FAILED", and what failed on stderr.

A program that speaks TAP counts by its cases, any other as one.  One that ends badly without a failed case (a crash,
a leak found at exit, a time-out) counts as one more failed.  Exits non-zero where there is no result to count.
"""

import json
import re
import sys

RESULT = re.compile(r'^(?P<indent> *)(?P<bad>not )?ok\b(?P<rest>.*)$')
GOOD = {'OK', 'EXPECTEDFAIL', 'SKIP'}


def tap_cases(output):
    """Yields (name, good) of each case that ran; a group's own line, less indented than its cases, is none."""
    deepest = 0
    for line in output.splitlines():
        match = RESULT.match(line)
        if not match:
            continue
        indent = len(match['indent'])
        is_group, deepest = indent < deepest, indent
        if not is_group and '# SKIP' not in match['rest'].upper():
            yield match['rest'].strip(), not match['bad']


def count(results):
    passed, failed = 0, []
    for result in results:
        cases = list(tap_cases(result.get('stdout', '')))
        bad = [name for name, good in cases if not good]
        passed += len(cases) - len(bad)
        failed += [f"{result['name']}: {name}" for name in bad]
        if result['result'] not in GOOD and not bad:
            failed.append(f"{result['name']}: {result['result']}")
        elif result['result'] != 'SKIP' and not cases:
            passed += 1
    return passed, failed


def main():
    try:
        with open(sys.argv[1], encoding='utf-8') as log:
            results = [json.loads(line) for line in log]
        passed, failed = count(results)
    except (OSError, ValueError, KeyError, TypeError) as error:
        sys.exit(f'{sys.argv[1]}: {error}')
    if not results:
        sys.exit(f'{sys.argv[1]}: no test ran')
    for name in failed:
        print(f'FAILED {name}', file=sys.stderr)
    print(passed, len(failed))


if __name__ == '__main__':
    main()
