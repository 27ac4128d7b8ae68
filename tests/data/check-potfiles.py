#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that po/POTFILES.in lists exactly the files with a string to translate.

Usage: check-potfiles.py [--write] TOP.  With --write it writes the list instead.
"""

import pathlib
import re
import sys

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
CALL = re.compile(r'(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')
DATA = ('.desktop.in', '.gschema.xml', '.metainfo.xml.in')


def is_translatable(path):
    if path.name.endswith(DATA):
        return True
    if path.suffix == '.ui':
        return 'translatable="yes"' in path.read_text(encoding='utf-8')
    if path.suffix in {'.c', '.h'}:
        return CALL.search(COMMENT.sub('', path.read_text(encoding='utf-8'))) is not None
    return False


def translatable(top):
    paths = [path for folder in ('data', 'src') for path in (top / folder).rglob('*')]
    return sorted(str(path.relative_to(top)) for path in paths if path.is_file() and is_translatable(path))


def listed(potfiles):
    lines = (line.strip() for line in potfiles.read_text(encoding='utf-8').splitlines())
    return [line for line in lines if line and not line.startswith('#')]


def main(arguments):
    top = pathlib.Path(arguments[-1])
    potfiles = top / 'po' / 'POTFILES.in'
    wanted = translatable(top)
    if '--write' in arguments:
        potfiles.write_text('\n'.join(wanted) + '\n', encoding='utf-8')
        return None
    found = listed(potfiles)
    problems = [f'not listed: {name}' for name in wanted if name not in found]
    problems += [f'listed without a string to translate: {name}' for name in found if name not in wanted]
    if problems:
        problems.append(f'Mend it: {sys.argv[0]} --write {top}')
    return '\n'.join(problems) or None


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
