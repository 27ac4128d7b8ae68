#!/usr/bin/python3
# test-main-job.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person connects an account, mends a contact, and sends a template; a server of its own tells what really arrived."""
import json
import sys
import unittest

from desk import Desk, wait
from sandbox import Sandbox

NUMBER = "919875265198"
VALUES = {"Header {{1}}": "Ana", "Body {{1}}": "well", "Body {{2}}": "tea", "Body {{3}}": "Monsoon", "Body {{4}}": "It"}
SHOWN = {
    "Header {{1}}": "Hello Ana",
    "Body {{1}}": "Hope you are well.",
    "Body {{2}}": "our new tea",
    "Body {{3}}": "our new tea Monsoon.",
    "Body {{4}}": "Monsoon. It is our latest innovation",
}
HELP = {
    "Header {{1}}": "Enter the Header Parameter {{1}} e.g. Sir",
    "Body {{1}}": "Enter the Body Parameter {{1}} e.g. doing well",
    "Body {{2}}": "Enter the Body Parameter {{2}} e.g. product",
    "Body {{3}}": "Enter the Body Parameter {{3}} e.g. Shalimar",
    "Body {{4}}": "Enter the Body Parameter {{4}} e.g. Shalimar",
}
QUICK_REPLIES = ["Sure I will do", "Not interested", "Opt-out", "Okay"]


class MainJob(unittest.TestCase):
    def connect(self, desk, sandbox):
        desk.see_text("Welcome to WaDesk")
        desk.app_action("add-account")
        desk.type("API key", sandbox.key)
        desk.click("Advanced", "label")
        desk.type("Address", sandbox.address)
        desk.press("Connect")
        desk.see_text("480 contacts", 120)

    def change_contact(self, desk, sandbox):
        desk.type("Search contacts", "98752 65198")
        desk.see_text("1 of 480")
        desk.activate("Aarav Joshi")
        desk.type("Name", "Aarav K. Joshi")
        desk.press("Save")
        desk.see("Aarav K. Joshi", "label")

        puts = [r for r in sandbox.requests()["requests"] if r["method"] == "PUT"]
        self.assertEqual([(r["status"], json.loads(r["body"])) for r in puts], [(200, {"name": "Aarav K. Joshi"})])

    def open_template(self, desk):
        desk.action("show-page", "templates")
        desk.type("Search templates", "interactive_marketing")
        desk.activate("interactive_marketing")
        for name, text in HELP.items():
            wait(f"the help of {name}", lambda: desk.entry(name).description() == text)

        names = {desk.entry(name).name for name in HELP}
        self.assertEqual(names, set(HELP))
        self.assertFalse(desk.all("Header {{2}}") or desk.all("Body {{5}}"), "a field too many")

    def send_template(self, desk, sandbox):
        desk.type("Recipient", "Aarav K")
        desk.see("Aarav K. Joshi", "label", desk.see("Matching contacts", "list"))
        desk.keys("Return")
        desk.see_text("Aarav K. Joshi, +919875265198")
        for name, value in VALUES.items():
            desk.type(name, value)
            desk.see_text(SHOWN[name])

        desk.press("Send")
        wait("what is wrong with the code, at its field",
             lambda: desk.entry("Code").description() not in ("", "The code that the button copies"))
        desk.type("Code", "MONSOON25")
        desk.press("Send")
        desk.action("show-page", "outbox")
        desk.see("Sent", "label")

        sends = [r for r in sandbox.requests()["requests"] if r["path"].endswith("/messages")]
        self.assertEqual([(r["method"], r["path"], r["query"], r["status"]) for r in sends],
                         [("POST", "/api/v1/messages", "", 200)])
        self.assertEqual(json.loads(sends[0]["body"]), {
            "to": int(NUMBER),
            "type": "template",
            "templateName": "interactive_marketing",
            "headerParams": ["Ana"],
            "bodyParams": ["well", "tea", "Monsoon", "It"],
            "copyCodeParam": "MONSOON25",
            "quickReplies": QUICK_REPLIES,
        })

    def test_main_job(self):
        with Sandbox("pabbly") as sandbox, Desk() as desk:
            self.connect(desk, sandbox)
            self.change_contact(desk, sandbox)
            self.open_template(desk)
            self.send_template(desk, sandbox)
            desk.quit()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
