#!/usr/bin/python3
# test-demos.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each system has a demo, which opens with contacts or says why there are none, with templates, and with nothing sent."""
import unittest

from desk import Desk
from systems import SYSTEMS

CONTACTS = {"onemsg": "1msg keeps no contacts. WaDesk keeps them on this computer."}
TEMPLATES = {"whatsjet": 27, "whatomate": 19}  # WhatsJet shows those of its document too, whatomate not all kinds


class Demos(unittest.TestCase):
    def open(self, desk, system):
        desk.app_action("open-demo", system)
        desk.see("Demo of " + SYSTEMS[system].name, "label")

        desk.action("show-page", "contacts")
        desk.see_text(CONTACTS.get(system, "480 contacts"), 120)
        desk.action("show-page", "templates")
        count = TEMPLATES.get(system, 21)
        desk.see(f"{count} templates", "label")
        desk.type("Search templates", "interactive_marketing")
        desk.see(f"1 of {count} templates", "label")
        desk.see("interactive_marketing", "label")
        desk.action("show-page", "outbox")
        desk.see("No Messages Yet", "label")

    def test_demos(self):
        with Desk() as desk:
            for system in SYSTEMS:
                with self.subTest(system):
                    self.open(desk, system)
            desk.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)
