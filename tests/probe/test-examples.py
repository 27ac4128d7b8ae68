#!/usr/bin/env python3
# test-examples.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever asks what an operation takes gets an example that works, for every operation of every system."""
import json
import unittest

from probe import ADDRESS, providers, run, run_all, settings_of


def numbers(provider):
    return [line.split("\t")[0] for line in run("--list", "--provider", provider).stdout.splitlines()]


def ask_and_try(operation):
    """What the help says, and what comes of its example."""
    provider, number = operation
    asked = run("--provider", provider, "--help-args", number)
    if asked.returncode != 0:
        return asked, None
    said = json.loads(asked.stdout)
    return asked, run("--dry-run", "--provider", provider, "--base-url", ADDRESS,
                      *settings_of(said["example-settings"]), number, "-", stdin=json.dumps(said["example"]))


class Examples(unittest.TestCase):
    def assert_described(self, example, arguments):
        """Whatever an example uses is among the arguments, and of the kind that they say."""
        if arguments == "as above":  # a model inside its own kind
            self.assertIsInstance(example, dict)
        elif isinstance(example, dict):
            self.assertLessEqual(example.keys(), arguments.keys())
            for name, value in example.items():
                self.assert_described(value, arguments[name])
        elif isinstance(example, list):
            self.assertEqual(len(arguments), 1)
            for value in example:
                self.assert_described(value, arguments[0])
        elif isinstance(example, bool):
            self.assertEqual(arguments, "true | false")
        elif isinstance(example, (int, float)):
            self.assertRegex(arguments, "number$")
        elif " | " in arguments:
            self.assertIn(example, arguments.split(" | "))
        else:
            self.assertRegex(arguments, "^(text|time: .*|Base64, .*)$")

    def test_every_operation(self):
        operations = [(provider, number) for provider in providers() for number in numbers(provider)]
        self.assertGreater(len(operations), 100)
        for (provider, number), (asked, tried) in zip(operations, run_all(ask_and_try, operations)):
            with self.subTest(provider=provider, number=number):
                self.assertEqual((asked.returncode, asked.stderr), (0, ""))
                self.assertEqual((tried.returncode, tried.stderr), (0, ""))
                said = json.loads(asked.stdout)
                self.assertEqual((said["op"], json.loads(tried.stdout)["op"]), (number, number))
                self.assertIn("base-url", said["settings"])
                self.assertNotIn("token", said["settings"])
                self.assert_described(said["example"], said["arguments"])

    def test_named(self):
        for provider in providers():
            with self.subTest(provider=provider):
                said = json.loads(run("--provider", provider, "--help-args", "send-text").stdout)
                self.assertEqual(said["name"], "send-text")
                self.assertEqual(json.loads(run("--help-args", said["op"].lower()).stdout), said)
                self.assertIn("template", said["arguments"]["kind"].split(" | "))
                self.assertIn("text", said["arguments"]["sections"][0]["rows"][0]["title"])

    def test_refused(self):
        for arguments, word in (
            ([], "operation"),
            (["X99"], "X99"),
            (["send-text"], "--provider"),
            (["send-text", "-"], "arguments"),
            (["send-text", "--provider", "nobody"], "nobody"),
        ):
            with self.subTest(arguments=arguments):
                done = run("--help-args", *arguments)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn(word, done.stderr)


if __name__ == "__main__":
    unittest.main()
