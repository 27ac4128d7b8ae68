#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the newest release in the metainfo is this version.  Usage: check-version.py METAINFO VERSION."""

import sys
import xml.etree.ElementTree as ElementTree


def main(metainfo, version):
    release = ElementTree.parse(metainfo).getroot().find('releases/release')
    newest = release.get('version') if release is not None else None
    return None if newest == version else f'{metainfo}: the newest release is {newest}, the build says {version}'


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
