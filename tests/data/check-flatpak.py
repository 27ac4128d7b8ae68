#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the Flatpak manifest.  Usage: check-flatpak.py MANIFEST APP-ID COMMAND.

It names this application, pins every source that it fetches, builds this tree last, and asks for no more of the
user's machine than the network, the display and the keyring.
"""

import json
import pathlib
import sys

NEEDED = {
    '--share=network',
    '--share=ipc',
    '--socket=wayland',
    '--socket=fallback-x11',
    '--device=dri',
    '--talk-name=org.freedesktop.secrets',
}


def head_problems(manifest, app_id, command):
    wanted = {'id': app_id, 'command': command, 'runtime': 'org.gnome.Platform', 'sdk': 'org.gnome.Sdk'}
    for key, value in wanted.items():
        if manifest.get(key) != value:
            yield f'{key} is {manifest.get(key)!r}, not {value!r}'
    if not str(manifest.get('runtime-version', '')).isdigit():
        yield 'runtime-version names no release'


def permission_problems(manifest):
    given = set(manifest.get('finish-args', []))
    for argument in sorted(NEEDED - given):
        yield f'finish-args lacks {argument}'
    for argument in sorted(given - NEEDED):
        yield f'finish-args asks for {argument}'


def module_problems(modules):
    for module in modules:
        name = module.get('name', 'a module without a name')
        if not module.get('buildsystem'):
            yield f'{name} has no buildsystem'
        if not module.get('sources'):
            yield f'{name} has no sources'
        for source in module.get('sources', []):
            if source.get('type') == 'archive' and len(source.get('sha256', '')) != 64:
                yield f'{name} fetches an archive without its sha256'
            if source.get('type') == 'git' and len(source.get('commit', '')) != 40:
                yield f'{name} fetches from git without a commit'


def problems(manifest, app_id, command):
    yield from head_problems(manifest, app_id, command)
    yield from permission_problems(manifest)
    modules = manifest.get('modules') or []
    yield from module_problems(modules)
    if not modules or modules[-1].get('sources') != [{'type': 'dir', 'path': '.'}]:
        yield 'the last module does not build this tree'


def main(path, app_id, command):
    manifest = json.loads(pathlib.Path(path).read_text(encoding='utf-8'))
    return '\n'.join(problems(manifest, app_id, command)) or None


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
