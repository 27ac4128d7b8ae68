# sandbox.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo server as a process of its own, with what it received."""
import json
import os
import subprocess
import urllib.request


class Sandbox:
    def __init__(self, dialect):
        self.process = subprocess.Popen([os.environ["WADESK_SANDBOX"], "-d", dialect],
                                        stdout=subprocess.PIPE, text=True)
        self.settings = {}
        for line in self.process.stdout:
            key, _, value = line.rstrip("\n").partition("=")
            if key == "READY":
                break
            self.settings[key] = value
        self.address = self.settings["BASE_URL"]
        self.key = self.settings["KEY"]

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        return False

    def control(self, path, method="GET"):
        request = urllib.request.Request(self.settings["ORIGIN"] + "/_control/" + path, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def requests(self):
        return self.control("requests")
