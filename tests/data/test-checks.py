#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows each check of this folder, and the counting of results, a fault that it must find."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent


class Checks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        return path

    def run_script(self, script, *arguments):
        return subprocess.run([sys.executable, script, *map(str, arguments)],
                              capture_output=True, text=True, timeout=60, check=False)

    def assert_passes(self, check, *arguments):
        run = self.run_script(HERE / check, *arguments)
        self.assertEqual((run.returncode, run.stderr), (0, ''))

    def assert_finds(self, fault, check, *arguments):
        run = self.run_script(HERE / check, *arguments)
        self.assertEqual(run.returncode, 1)
        self.assertIn(fault, run.stderr)

    def check_include(self, name, include):
        return self.write(name, f'#include "config.h"\n\n#include <gio/gio.h>\n#include {include}\n')

    def test_rooms_right(self):
        self.check_include('src/ui/wa-page.c', '"session/wa-account.h"')
        self.check_include('src/provider/pabbly/wa-pabbly.c', '"net/wa-request.h"')
        self.check_include('src/main.c', '<adwaita.h>')
        self.assert_passes('check-rooms.py', self.top)

    def test_rooms_wrong(self):
        for name, include in (
            ('src/ui/wa-page.c', '"provider/wa-provider.h"'),
            ('src/ui/wa-page.c', '"net/wa-request.h"'),
            ('src/provider/wa-provider.c', '"net/wa-http.h"'),
            ('src/provider/wa-provider.c', '"store/wa-store.h"'),
            ('src/sandbox/wa-sandbox.c', '"provider/wa-provider.h"'),
            ('src/model/wa-contact.c', '"store/wa-store.h"'),
            ('src/probe/main.c', '"net/wa-http.h"'),
            ('src/probe/main.c', '<gtk/gtk.h>'),
            ('src/store/wa-store.c', '<gtk/gtk.h>'),
            ('src/core/wa-util.c', '<adwaita.h>'),
            ('src/core/wa-util.c', '"wa-util.h"'),
        ):
            with self.subTest(name=name, include=include):
                path = self.check_include(name, include)
                self.assert_finds(f'includes {include[1:-1]}', 'check-rooms.py', self.top)
                path.unlink()

    def test_rooms_system_named(self):
        self.write('src/session/wa-sync.c', '\nif (g_str_equal (id, "whatsjet"))\n')
        self.assert_finds('line 2 names a system', 'check-rooms.py', self.top)

    def test_potfiles(self):
        self.write('src/ui/wa-page.c', 'label (_("Contacts"));\n')
        self.write('src/ui/wa-row.ui', '<interface/>\n')
        self.write('src/ui/wa-row.c', '/* _("not this") */\n')
        self.write('data/a.desktop.in', 'Name=A\n')
        self.write('po/POTFILES.in', 'data/a.desktop.in\nsrc/ui/wa-row.ui\n')
        self.assert_finds('not listed: src/ui/wa-page.c', 'check-potfiles.py', self.top)
        self.assert_finds('without a string to translate: src/ui/wa-row.ui', 'check-potfiles.py', self.top)
        self.assert_passes('check-potfiles.py', '--write', self.top)
        self.assert_passes('check-potfiles.py', self.top)
        self.assertEqual((self.top / 'po/POTFILES.in').read_text(), 'data/a.desktop.in\nsrc/ui/wa-page.c\n')

    def test_ui_files(self):
        for text, fault in (
            ('<interface><object></interface>', 'mismatched tag'),
            ('<interface><object class="GtkBox" id="a"/><object class="GtkBox" id="a"/></interface>', 'given twice'),
            ('<interface><object class="WaX"><property name="is_on">1</property></object></interface>', 'hyphens'),
        ):
            with self.subTest(fault=fault):
                self.write('src/ui/wa-x.ui', text)
                self.assert_finds(fault, 'check-ui-files.py', self.top)

    @unittest.skipUnless(os.environ.get('DISPLAY') and shutil.which('gtk4-builder-tool'), 'needs a display')
    def test_ui_files_with_gtk(self):
        self.write('src/ui/wa-x.ui', '<interface><object class="GtkBox"><property name="no-such">1</property></object>'
                                     '</interface>')
        self.assert_finds('no-such', 'check-ui-files.py', self.top)

    def test_version(self):
        metainfo = self.write('a.xml', '<component><releases><release version="1.0"/></releases></component>')
        self.assert_passes('check-version.py', metainfo, '1.0')
        self.assert_finds('the build says 1.1', 'check-version.py', metainfo, '1.1')

    def test_flatpak(self):
        manifest = json.loads((TOP / 'com.example.WaDesk.json').read_text(encoding='utf-8'))
        manifest['finish-args'].append('--filesystem=home')
        manifest['modules'][0]['sources'] = [{'type': 'archive', 'url': 'https://example.com/a.tar.xz'}]
        path = self.write('manifest.json', json.dumps(manifest))
        arguments = ('check-flatpak.py', path, 'com.example.WaDesk', 'wadesk')
        self.assert_finds('asks for --filesystem=home', *arguments)
        self.assert_finds('without its sha256', *arguments)

    def test_results_counted(self):
        rows = (
            {'name': 'tap', 'result': 'FAIL', 'stdout': 'TAP version 13\nok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP no net\n'},
            {'name': 'groups', 'result': 'OK', 'stdout': '# Subtest: a\n    ok 1 - x\n    ok 2 - y\nok 1 - a\n'},
            {'name': 'crash', 'result': 'ERROR', 'stdout': 'ok 1 /a\n'},
            {'name': 'late', 'result': 'TIMEOUT'},
            {'name': 'plain', 'result': 'OK', 'stdout': 'all is well\n'},
            {'name': 'skipped', 'result': 'SKIP'},
        )
        log = self.write('testlog.json', ''.join(json.dumps(row) + '\n' for row in rows))
        run = self.run_script(TOP / 'build-aux/count-results.py', log)
        self.assertEqual(run.stdout, '5 3\n')
        self.assertIn('FAILED tap: 2 /b', run.stderr)
        self.assertIn('FAILED crash: ERROR', run.stderr)
        self.assertIn('FAILED late: TIMEOUT', run.stderr)

    def test_results_unreadable(self):
        for text in ('', '{"name": "cut'):
            with self.subTest(text=text):
                run = self.run_script(TOP / 'build-aux/count-results.py', self.write('testlog.json', text))
                self.assertNotEqual(run.returncode, 0)
                self.assertEqual(run.stdout, '')


if __name__ == '__main__':
    unittest.main()
