#!/usr/bin/env python3
# test-vectors.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command would send is what the golden vectors say, and it lists what they are about."""
import json
import pathlib
import tempfile
import unittest

from probe import Suite, providers, run, run_all

MEMBERS = ("op", "method", "path", "query", "headers", "content_type", "request")


def masked(value, secrets):
    if isinstance(value, dict):
        return {name: masked(member, secrets) for name, member in value.items()}
    if isinstance(value, list):
        return [masked(element, secrets) for element in value]
    if isinstance(value, str):
        for secret in secrets:
            value = value.replace(secret, "***")
    return value


class Vectors(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def dry_run(self, suite, vector):
        given = suite.given(vector)
        arguments = ["--dry-run", *suite.account(vector)]
        if "bytes" in given:
            # The name that is sent is in the arguments.
            path = self.folder / f"{suite.id}-{vector['name']}"
            path.write_text(given["bytes"], encoding="utf-8")
            arguments += ["--file", str(path)]
        args = dict(given["args"])
        if "base64" in given:
            args["bytes"] = given["base64"]
        return run(*arguments, vector["op"], "-", token=suite.token(vector), stdin=json.dumps(args))

    def wanted(self, suite, vector):
        entry = suite.entry(vector)
        args = suite.given(vector)["args"]
        secrets = [suite.token(vector)]
        secrets += [args[name] for name in ("password", "access-token", "refresh-token") if name in args]
        request = {member: vector[member] for member in MEMBERS}
        # A vector may show only a part of what is always written.
        if "request" in entry:
            request["request"] = entry["request"]
        return masked(request, secrets)

    def check(self, suite, vector, done):
        entry = suite.entry(vector)
        self.assertNotIn(suite.token(vector), done.stdout + done.stderr)
        if "refused" in entry:
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertTrue(done.stderr.strip())
            return
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout), self.wanted(suite, vector))

    def test_dry_run(self):
        for suite in map(Suite, providers()):
            # What has no row sends nothing, nor do payloads of webhooks, which are only read.
            self.assertEqual(len(suite.vectors), suite.args["count"])
            vectors = [vector for vector in suite.vectors
                       if not {"absent", "payload"} & suite.entry(vector).keys()]
            runs = run_all(lambda vector, suite=suite: self.dry_run(suite, vector), vectors)
            self.assertGreater(len(runs), 0)
            for vector, done in zip(vectors, runs):
                with self.subTest(provider=suite.id, vector=vector["name"]):
                    self.check(suite, vector, done)

    def test_list(self):
        everything = ""
        for suite in map(Suite, providers()):
            listed = run("--list", "--provider", suite.id).stdout
            everything += listed
            with self.subTest(provider=suite.id):
                lines = [line.split("\t") for line in listed.splitlines()]
                self.assertEqual({len(line) for line in lines}, {3})
                numbers = [line[0] for line in lines]
                self.assertEqual(len(numbers), len(set(numbers)))
                self.assertEqual(set(numbers), {vector["op"] for vector in suite.vectors
                                                if not {"absent", "payload"} & suite.entry(vector).keys()})
                for _, names, flags in lines:
                    self.assertRegex(names, r"^[a-z-]+(,[a-z-]+)*$")
                    self.assertRegex(flags, r"^[a-z]+(,[a-z]+)*$")
        whole = run("--list")
        self.assertEqual((whole.returncode, whole.stderr), (0, ""))
        self.assertEqual(sorted(whole.stdout.splitlines()), sorted(everything.splitlines()))


if __name__ == "__main__":
    unittest.main()
