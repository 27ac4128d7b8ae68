#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that no include in src/ goes against the arrows between the rooms.

Usage: check-rooms.py TOP.  Also: GTK stops at ui/ and main.c, and only provider/ and sandbox/ name a system.
"""

import pathlib
import re
import sys

# Who may know whom; a room always knows itself.
KNOWS = {
    'main.c': {'ui', 'session', 'core'},
    'ui': {'session', 'model', 'template', 'store', 'core'},
    'probe': {'session', 'provider', 'model', 'core'},
    'session': {'provider', 'store', 'template', 'model', 'net', 'sandbox', 'core'},
    'provider': {'net', 'template', 'model', 'core'},
    'store': {'model', 'core'},
    'template': {'model', 'core'},
    'model': {'core'},
    'net': {'core'},
    'sandbox': {'core'},
    'core': set(),
}
# Of net/ a provider sees the values and what is pure, never what does I/O.
NET_VALUES = {'net/wa-address.h', 'net/wa-answer.h', 'net/wa-request.h'}
# Of sandbox/ the session sees the server that a demo account speaks to, and nothing of what is behind it.
SANDBOX_FRONT = {'sandbox/wa-sandbox.h'}
GTK_ROOMS = {'main.c', 'ui'}
SYSTEM_ROOMS = {'provider', 'sandbox'}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
GTK = re.compile(r'(gtk|gdk|gsk)/|(lib)?adwaita')
SYSTEM = re.compile(r'pabbly|onemsg|whatsjet|wabotick|whatomate', re.IGNORECASE)
SOURCES = {'.c', '.h', '.ui', '.css', '.xml'}


def include_problem(room, bracket, name):
    """What is wrong with one include of a file in the room, or None."""
    if bracket == '<':
        if GTK.match(name) and room not in GTK_ROOMS:
            return 'GTK stops at ui/ and main.c'
        return None
    target, slash, _ = name.partition('/')
    if not slash:
        if name == 'config.h' or name.endswith('-resources.h'):
            return None
        return 'write the folder too'
    if target == room:
        return None
    if target not in KNOWS[room]:
        return f'{room} may not know {target}/'
    if room == 'provider' and target == 'net' and name not in NET_VALUES:
        return 'a provider knows requests and answers as values only'
    if room == 'session' and target == 'sandbox' and name not in SANDBOX_FRONT:
        return 'the session only starts the demo server'
    return None


def file_problems(path, room):
    text = path.read_text(encoding='utf-8')
    if path.suffix in {'.c', '.h'}:
        for bracket, name in INCLUDE.findall(text):
            problem = include_problem(room, bracket, name)
            if problem:
                yield f'includes {name}: {problem}'
    if room not in SYSTEM_ROOMS:
        for number, line in enumerate(text.splitlines(), 1):
            if SYSTEM.search(line):
                yield f'line {number} names a system: only provider/ and sandbox/ may'


def problems(top):
    src = pathlib.Path(top) / 'src'
    for path in sorted(src.rglob('*')):
        if path.suffix not in SOURCES:
            continue
        room = path.relative_to(src).parts[0]
        if room not in KNOWS:
            yield f'{path}: src/{room} is no room'
            continue
        for problem in file_problems(path, room):
            yield f'{path}: {problem}'


if __name__ == '__main__':
    sys.exit('\n'.join(problems(sys.argv[1])) or None)
