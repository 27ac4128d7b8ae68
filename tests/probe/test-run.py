#!/usr/bin/env python3
# test-run.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command against servers that answer as the systems do, and as broken ones do: output and exit status."""
import functools
import json
import pathlib
import socket
import tempfile
import threading
import unittest

from probe import providers, run
from sandbox import Sandbox

DONE, REFUSED, INVALID, UNREACHED, UNREADABLE, UNCERTAIN = range(6)
SERVER = ("BASE_URL", "KEY", "ORIGIN")
NUMBER = "919875265198"


class Account:
    """An account at a demo server of that system."""

    def __init__(self, test, provider):
        self.provider = provider
        self.sandbox = test.enterContext(Sandbox(provider))
        self.settings = {key: value for key, value in self.sandbox.settings.items() if key not in SERVER}
        self.names = {}
        for line in run("--list", "--provider", provider).stdout.splitlines():
            number, names, _ = line.split("\t")
            self.names |= {name: number for name in names.split(",")}

    def run(self, *arguments, address=None, token=None, **options):
        settings = [word for key, value in self.settings.items() for word in ("--set", f"{key}={value}")]
        return run("--provider", self.provider, "--base-url", address or self.sandbox["BASE_URL"], *settings,
                   *arguments, token=self.sandbox["KEY"] if token is None else token, **options)

    def fault(self, fault, value=0):
        self.sandbox.control(f"faults?fault={fault}&times=1&value={value}", "POST")

    @property
    def listing(self):
        """What any system lists without being asked for more."""
        return next(name for name in ("list-contacts", "list-templates") if name in self.names)


    def some_text(self):
        """A text for somebody whom the account knows."""
        person = {"number": NUMBER}
        if "list-contacts" in self.names:
            person = json.loads(self.run("list-contacts").stdout)["items"][0]
        text = {"recipient": person["number"], "contact-id": person.get("remote-id", ""), "text": "Hello"}
        return json.dumps(text), f"messages?to={person['number']}"


def each_account(test):
    @functools.wraps(test)
    def for_each(self):
        for provider in providers():
            with self.subTest(provider=provider):
                test(self, Account(self, provider))
    return for_each


def any_account(test):
    """Of a system that lists contacts by pages."""
    return Account(test, next(provider for provider in providers()
                              if "list-contacts" in run("--list", "--provider", provider).stdout))


def closed_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"


class Statuses(unittest.TestCase):
    def assert_ends(self, done, status):
        self.assertEqual(done.returncode, status, done.stderr)
        if status == DONE:
            self.assertEqual(done.stderr, "")
            return json.loads(done.stdout)
        self.assertEqual(done.stdout, "")
        self.assertRegex(done.stderr, r"(?s)^\S.* .*[.)]\n$")
        return None

    @each_account
    def test_done(self, account):
        page = self.assert_ends(account.run(account.listing), DONE)
        self.assertGreater(len(page["items"]), 0)
        self.assertEqual(self.assert_ends(account.run(account.names[account.listing]), DONE), page)

    @each_account
    def test_sent(self, account):
        text, sent = account.some_text()
        message = self.assert_ends(account.run("send-text", "-", stdin=text), DONE)
        self.assertTrue(message["remote-id"])
        self.assertEqual(account.sandbox.control(sent), {"count": 1})

    @each_account
    def test_refused(self, account):
        done = account.run(account.listing, token="wrong-key-0123456789")
        self.assert_ends(done, REFUSED)
        self.assertNotIn("wrong-key-0123456789", done.stderr)
        for status in (400, 404, 422, 500):
            account.fault("status", status)
            self.assert_ends(account.run(account.listing), REFUSED)
        account.fault("rate-limited", 5)
        self.assert_ends(account.run(account.listing), REFUSED)

    @each_account
    def test_unreached(self, account):
        self.assert_ends(account.run(account.listing, address=closed_port()), UNREACHED)
        account.fault("dropped")
        self.assert_ends(account.run(account.listing), UNREACHED)

    @each_account
    def test_unreadable(self, account):
        for fault in ("html", "truncated", "empty"):
            account.fault(fault)
            self.assert_ends(account.run(account.listing), UNREADABLE)

    @each_account
    def test_uncertain(self, account):
        text, sent = account.some_text()
        for fault, count in (("dropped", 0), ("lost", 1), ("html", 1), ("status", 1)):
            account.fault(fault)
            self.assert_ends(account.run("send-text", "-", stdin=text), UNCERTAIN)
            self.assertEqual(account.sandbox.control(sent), {"count": count})

    def test_unfinished_answers(self):
        answers = {
            b"": UNREACHED,
            b"garbage\r\n\r\n": UNREACHED,
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{": UNREACHED,
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 3\r\n\r\n\xff\xfe{": UNREADABLE,
        }
        account = any_account(self)
        for answer, status in answers.items():
            with self.subTest(answer=answer), Once(answer) as server:
                self.assert_ends(account.run(account.listing, address=server.address), status)

    def test_retry(self):
        account = any_account(self)
        account.fault("rate-limited", 1)
        self.assert_ends(account.run("--retry", account.listing), DONE)
        self.assertEqual([r["status"] for r in account.sandbox.requests()], [429, 200])


class Files(unittest.TestCase):
    CONTENT = b"%PDF-1.4\n\x00\xff"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.path = self.folder / "Invoice 7.pdf"
        self.path.write_bytes(self.CONTENT)

    def accounts_with(self, name):
        accounts = [account for account in (Account(self, provider) for provider in providers())
                    if name in account.names]
        self.assertTrue(accounts)
        return accounts

    def test_uploaded(self):
        for account in self.accounts_with("upload-media"):
            with self.subTest(provider=account.provider):
                done = account.run("--file", str(self.path), "upload-media")
                self.assertEqual((done.returncode, done.stderr), (DONE, ""))
                self.assertTrue(json.loads(done.stdout)["remote-id"])
                body = account.sandbox.requests()[0]["body"]
                self.assertIn("application/pdf", body)

    def test_named_by_the_arguments(self):
        account = self.accounts_with("upload-sample")[0]
        for args, name, kind in (({}, "Invoice 7.pdf", "application/pdf"),
                                 ({"filename": "a.jpg", "mime-type": "image/jpeg"}, "a.jpg", "image/jpeg")):
            done = account.run("--dry-run", "--file", str(self.path), "upload-sample", "-", stdin=json.dumps(args))
            files = json.loads(done.stdout)["request"]["files"]
            self.assertEqual([(file["filename"], file["content_type"]) for file in files], [(name, kind)])

    def test_received(self):
        account = self.accounts_with("download-media")[0]
        answer = (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: %d\r\n"
                  b"Content-Disposition: attachment; filename=\"invoice.pdf\"\r\n\r\n%s"
                  % (len(self.CONTENT), self.CONTENT))
        args = json.dumps({"remote-id": "0c0ffee0-0000-4000-8000-000000000101"})
        output = self.folder / "received"
        wanted = {"mime-type": "application/pdf", "filename": "invoice.pdf", "size": len(self.CONTENT)}

        for options in ([], ["--output", str(output)]):
            with Once(answer) as server:
                done = account.run(*options, "download-media", "-", stdin=args, address=server.address)
            self.assertEqual((done.returncode, done.stderr), (DONE, ""))
            self.assertEqual(json.loads(done.stdout), wanted)
        self.assertEqual(output.read_bytes(), self.CONTENT)

        with Once(answer) as server:
            done = account.run("--output", str(self.folder), "download-media", "-", stdin=args,
                               address=server.address)
        self.assertEqual(done.returncode, UNREADABLE)
        self.assertEqual(json.loads(done.stdout), wanted)


class Once:
    """Reads one request, and answers with these bytes whatever it is."""

    def __init__(self, answer):
        self.answer = answer
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(10)
        self.address = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.thread = threading.Thread(target=self.serve)

    def serve(self):
        connection, _ = self.listener.accept()
        with connection:
            connection.settimeout(10)
            data = b""
            while b"\r\n\r\n" not in data:
                data += connection.recv(65536)
            connection.sendall(self.answer)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.thread.join()
        self.listener.close()


class Secrets(unittest.TestCase):
    def test_repeated_key(self):
        """A server may repeat the key, in a name or in what it says about it."""
        account = Account(self, "pabbly")
        key = "S3CRET/key-0123456789"
        contact = {"_id": "69d5f9e61a8e351b00000001", "name": f"x {key}", "mobile": "919876543210"}
        for status, body in ((200, {"status": "success", "data": {"contacts": [contact]}}),
                             (400, {"status": "error", "message": f"bad {key}"})):
            text = json.dumps(body).encode()
            head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
            with self.subTest(status=status), Once(head.encode() + text) as server:
                done = account.run("--verbose", account.listing, address=server.address, token=f"Bearer {key}")
                self.assertEqual(done.returncode, DONE if status == 200 else REFUSED)
                self.assertNotIn("S3CRET", done.stdout + done.stderr)
                self.assertIn("***", done.stdout + done.stderr)

    @each_account
    def test_dry_run(self, account):
        for token in ("", "S3CRET-key-0123456789"):
            done = account.run("--dry-run", account.listing, token=token)
            self.assertEqual((done.returncode, done.stderr), (DONE, ""))
            self.assertNotIn("S3CRET", done.stdout)
            self.assertIn("***", done.stdout)
        self.assertEqual(account.sandbox.requests(), [])

    def test_password(self):
        sign_in = json.dumps({"email": "a@example.com", "password": "S3CRET-password"})
        accounts = [account for account in (Account(self, provider) for provider in providers())
                    if "sign-in" in account.names]
        self.assertTrue(accounts)
        for account in accounts:
            for arguments in (["--dry-run"], []):
                done = account.run(*arguments, "sign-in", "-", stdin=sign_in)
                self.assertNotIn("S3CRET", done.stdout + done.stderr)


class Usage(unittest.TestCase):
    """Whatever is wrong with the command line is said before anything is sent, and nothing secret is said."""

    def setUp(self):
        self.account = any_account(self)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def assert_invalid(self, done, *said):
        self.assertEqual((done.returncode, done.stdout), (INVALID, ""))
        for words in said:
            self.assertIn(words, done.stderr)
        self.assertNotIn("S3CRET", done.stderr)
        self.assertEqual(self.account.sandbox.requests(), [])

    def test_keys_are_no_arguments(self):
        for arguments in (["--token", "S3CRET"], ["--token=S3CRET"], ["--key=S3CRET"], ["--password", "S3CRET"],
                          ["--set", "token=S3CRET"], ["--set", "app-secret=S3CRET"],
                          ["--set", "access_token=S3CRET"]):
            with self.subTest(arguments=arguments):
                self.assert_invalid(self.account.run(*arguments, self.account.listing), "WADESK_TOKEN")
        self.assert_invalid(self.account.run("--no-such=S3CRET", self.account.listing), "--no-such")
        self.assert_invalid(self.account.run(self.account.listing, '{"password": "S3CRET"}'), "file")

    def test_bad_command_lines(self):
        listing = self.account.listing
        for arguments, said in (
            ([], "operation"),
            (["X99"], "X99"),
            ([listing, "-", "more"], "arguments"),
            (["--set", "novalue", listing], "KEY=VALUE"),
            ([b"--set", b"key\xff=x", listing], "KEY=VALUE"),
            (["--output", "x", listing], "file"),
            (["--file", __file__, listing], "file"),
            (["--file", "/nonexistent", listing], "/nonexistent"),
            ([listing, "/nonexistent"], "/nonexistent"),
            (["--token-file", "/nonexistent", listing], "/nonexistent"),
        ):
            with self.subTest(arguments=arguments):
                self.assert_invalid(self.account.run(*arguments), said)
        self.assert_invalid(run("--provider", "nobody", listing), "nobody")
        self.assert_invalid(run("--list", "--provider", "nobody"), "nobody")
        self.assert_invalid(run(listing), "--provider")

    def test_missing_settings(self):
        for provider, key in (("onemsg", "channel-id"), ("wabotick", "phone-number-id"), ("whatsjet", "vendor-uid")):
            with self.subTest(provider=provider):
                account = Account(self, provider)
                del account.settings[key]
                self.assert_invalid(account.run(account.listing), f"--set {key}=")

    def test_bad_addresses(self):
        for address in ("http://example.com", "example", "https://a.example/?token=S3CRET",
                        "https://u:S3CRET@a.example"):
            with self.subTest(address=address):
                self.assert_invalid(self.account.run(self.account.listing, address=address))

    def test_bad_arguments(self):
        for stdin, said in (
            ("", "JSON"),
            ("{", "JSON"),
            ("[]", "list"),
            ('{"no-such": 1}', "no-such"),
            ('{"page-size": "many"}', "page-size"),
            ('{"bytes": 3}', "bytes"),
        ):
            with self.subTest(stdin=stdin):
                self.assert_invalid(self.account.run(self.account.listing, "-", stdin=stdin), said)
        self.assert_invalid(self.account.run("send-text", "-", stdin="{}"))

    def test_utf8_everywhere(self):
        """Whatever the terminal is."""
        account = Account(self, "whatomate")
        account.settings = {"account-name": "Büro"}
        done = account.run("--dry-run", "create-catalog", "-", stdin='{"name": "Schuhe für alle"}', locale="C")
        self.assertEqual((done.returncode, done.stderr), (DONE, ""))
        self.assertEqual(json.loads(done.stdout)["request"], {"whatsapp_account": "Büro", "name": "Schuhe für alle"})

    def test_no_key(self):
        self.assert_invalid(self.account.run(self.account.listing, token=""), "WADESK_TOKEN")

    def test_key_in_a_file(self):
        path = self.folder / "key"
        path.write_text(self.account.sandbox["KEY"] + "\n", encoding="utf-8")
        done = self.account.run("--token-file", str(path), self.account.listing, token="wrong")
        self.assertEqual((done.returncode, done.stderr), (DONE, ""))

    def test_arguments_in_a_file(self):
        path = self.folder / "args.json"
        path.write_text('{"page-size": 1}', encoding="utf-8")
        done = self.account.run(self.account.listing, str(path))
        page = json.loads(done.stdout)
        self.assertEqual(len(page["items"]), 1)
        path.write_text(json.dumps({"page-size": 1, "cursor": page["next"]}), encoding="utf-8")
        following = json.loads(self.account.run(self.account.listing, str(path)).stdout)
        self.assertNotEqual(following["items"], page["items"])

    def test_verbose(self):
        done = self.account.run("--verbose", self.account.listing)
        self.assertEqual(done.returncode, DONE)
        json.loads(done.stdout)
        self.assertIn("200", done.stderr)
        self.assertNotIn(self.account.sandbox["KEY"], done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
