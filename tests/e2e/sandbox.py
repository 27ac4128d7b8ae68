# sandbox.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo server as a process of its own, with what it received."""
import json
import os
import subprocess
import urllib.parse
import urllib.request


def objects(value):
    """All objects in a JSON value."""
    if isinstance(value, dict):
        yield value
        value = value.values()
    if not isinstance(value, (str, int, float, type(None))):
        for inner in value:
            yield from objects(inner)


def read_body(body):
    """The members of a body, whether it is JSON or a form."""
    return json.loads(body) if body.startswith("{") else dict(urllib.parse.parse_qsl(body, strict_parsing=True))


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

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()
        return False

    def __getitem__(self, key):
        return self.settings[key]

    def _ask(self, path, method="GET"):
        request = urllib.request.Request(self["ORIGIN"] + path, method=method, headers={
            "Authorization": "Bearer " + self["KEY"], "X-API-Key": self["KEY"]})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def find(self, path, member, value):
        """The object of an operation's answer in which member has that value."""
        return next(o for o in objects(self._ask(path)) if o.get(member) == value)

    def control(self, path, method="GET"):
        return self._ask("/_control/" + path, method)

    def requests(self):
        """What it received: method, path, query, body, and the status of the answer."""
        return self.control("requests")["requests"]

    def count_messages(self):
        """How many messages it accepted."""
        return self.control("messages")["count"]

    def writes(self):
        """The requests that were no mere reading: method, path with query, members, and the status of the answer."""
        return [(r["method"], r["path"] + ("?" + r["query"] if r["query"] else ""), read_body(r["body"]), r["status"])
                for r in self.requests() if r["method"] != "GET"]
