#!/usr/bin/python3
# test-main-job.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person connects an account, mends a contact, and sends a message; a server of its own tells what really arrived.

    test-main-job.py SYSTEM
"""
import sys
import unittest

from desk import Desk, wait
from sandbox import Sandbox
from systems import NUMBER, SYSTEMS

ID = sys.argv[1]
SYSTEM = SYSTEMS[ID]


class MainJob(unittest.TestCase):
    def connect(self):
        self.desk.app_action("add-account")
        self.desk.choose("System", SYSTEM.name)
        self.fill(SYSTEM.rows)
        if SYSTEM.advanced or SYSTEM.choices:
            self.desk.press("Advanced")
        self.fill(SYSTEM.advanced)
        for row, value in SYSTEM.choices.items():
            self.desk.choose(row, value)
        self.desk.press("Connect")

    def fill(self, rows):
        for row, setting in rows.items():
            self.desk.type(row, self.server[setting])

    def change_contact(self):
        self.desk.see_text("480 contacts", 120)
        self.desk.type("Search contacts", NUMBER)
        self.desk.see_text("1 of 480")
        self.desk.activate("Aarav Joshi")
        self.desk.see("Send Message", "push button")
        if SYSTEM.name_row != "Name":
            self.desk.click("More Details", "label")
        self.desk.type(SYSTEM.name_row, SYSTEM.new_name)
        self.desk.press("Save")
        self.desk.see("Aarav K. Joshi", "label")
        self.assertEqual(self.server.writes()[-1], (*SYSTEM.change(self.server), 200))

    def create_contact(self):
        """Where the system keeps none, one is kept here, and is none of the server's business."""
        before = self.server.writes()
        self.desk.see_text("keeps no contacts")
        self.desk.action("new-contact")
        self.desk.type("Name", "Aarav K. Joshi", "New Contact")
        self.desk.type("Number", "+" + NUMBER, "New Contact")
        self.desk.press("Create")
        self.desk.see("Kept on this computer only", "label")
        self.desk.see("1 contact on this computer", "label")
        self.assertEqual(self.server.writes(), before)

    def choose_recipient(self):
        self.desk.type("Recipient", "Aarav K")
        self.desk.see("Aarav K. Joshi", "label", "Matching contacts")
        self.desk.keys("Return")
        self.desk.see_text("Aarav K. Joshi, +" + NUMBER)

    def write_template(self):
        self.desk.action("show-page", "templates")
        self.desk.type("Search templates", SYSTEM.template)
        self.desk.see_text("1 of ")
        self.desk.activate(SYSTEM.template)
        self.desk.see("Recipient", "label")
        if SYSTEM.description:
            self.describe_template(SYSTEM.description)
        for value in SYSTEM.values:
            wait(f"the help of {value.name}", lambda: value.help in self.desk.entry(value.name).description())
        self.check_fields()
        self.choose_recipient()
        for value in SYSTEM.values:
            self.desk.type(value.name, value.typed)
            self.desk.see_text(value.shown)

    def check_fields(self):
        """Each value has its field, and there is none too many."""
        names = [w.name for w in self.desk.all(role="text")]
        wanted = ["Recipient"] + [value.name for value in SYSTEM.values] + (["Code"] if SYSTEM.code else [])
        self.assertEqual([name for name in names if not name.startswith("Answer of")], wanted)

    def type_code(self):
        """First without it: then it says at the field what is missing."""
        said = self.desk.entry("Code").description()
        self.desk.press("Send")
        wait("what is wrong with the code", lambda: self.desk.entry("Code").description() not in ("", said))
        self.desk.type("Code", SYSTEM.code)

    def describe_template(self, description):
        self.desk.see_text("doesn’t tell what this template says")
        self.desk.press("Describe Template…")
        self.desk.choose("Header", "Text")
        self.desk.type("Text of the header", description.header)
        self.desk.type("Text", description.text, "Describe Template")
        self.desk.type("Footer (optional)", description.footer)
        self.desk.choose_in_menu("Add button", description.button)
        self.desk.type(description.button.capitalize(), description.title)
        self.desk.press("Save")

    def send(self):
        before = self.server.writes()
        self.desk.press("Send")
        self.desk.action("show-page", "outbox")
        self.desk.see("Sent", "label")
        self.desk.see_text("Aarav K. Joshi")
        self.assertEqual(self.server.writes()[len(before):], [(*SYSTEM.message(self.server), 200)])
        self.assertEqual(self.server.count_messages(), 1)

    def do_main_job(self):
        self.desk.see_text("Welcome to WaDesk")
        self.connect()
        if SYSTEM.change:
            self.change_contact()
        else:
            self.create_contact()
        self.write_template()
        if SYSTEM.code:
            self.type_code()
        self.desk.keep(f"{ID}-message")
        self.send()
        self.desk.quit()

    def test_main_job(self):
        with Sandbox(ID) as self.server, Desk() as self.desk:
            self.do_main_job()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
