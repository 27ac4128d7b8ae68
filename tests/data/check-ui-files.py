#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every .ui file below TOP/src.  Usage: check-ui-files.py TOP.

All must be well-formed GtkBuilder interfaces with unique ids.  gtk4-builder-tool needs a display and knows nothing of
ours: with one, it validates the files that name no class, function or resource but GTK's.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree


def classes(root):
    for element in root.iter():
        if element.tag == 'template':
            yield element.get('parent') or element.get('class')
        elif element.tag == 'object':
            yield element.get('class')
        elif element.tag == 'lookup':
            yield element.get('type', 'Gtk')


def is_gtk_only(root):
    if any(element.tag in {'signal', 'closure'} or (element.text or '').startswith('/') for element in root.iter()):
        return False
    return all(name.startswith('Gtk') for name in classes(root))


def tree_problems(root):
    if root.tag != 'interface':
        yield f'its root is {root.tag}, not interface'
    seen = set()
    for element in root.iter():
        name = element.get('id')
        if name and element.tag in {'object', 'menu', 'section', 'submenu'}:
            if name in seen:
                yield f'id {name} is given twice'
            seen.add(name)
        if element.tag in {'property', 'binding'} and '_' in element.get('name', ''):
            yield f'property {element.get("name")}: write it with hyphens'


def tool_problems(tool, path, root):
    if tool and is_gtk_only(root):
        run = subprocess.run([tool, 'validate', path], capture_output=True, text=True, timeout=60, check=False)
        if run.returncode != 0:
            yield run.stderr.strip() or f'{tool} gave status {run.returncode}'


def file_problems(tool, path):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        yield str(error)
        return
    yield from tree_problems(root)
    yield from tool_problems(tool, path, root)


def problems(top):
    has_display = os.environ.get('DISPLAY') or os.environ.get('WAYLAND_DISPLAY')
    tool = shutil.which('gtk4-builder-tool') if has_display else None
    for path in sorted((pathlib.Path(top) / 'src').rglob('*.ui')):
        for problem in file_problems(tool, path):
            yield f'{path}: {problem}'


if __name__ == '__main__':
    sys.exit('\n'.join(problems(sys.argv[1])) or None)
