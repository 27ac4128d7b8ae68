# systems.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between the systems where the main job is done.

A request is method, path and what its body holds, made of what the server tells of itself (Sandbox).
"""
import json
from dataclasses import dataclass, field
from typing import Callable

NUMBER = "919875265198"


@dataclass
class Value:
    """A field of a template's form: its help, what is typed in, and the text that the preview then shows."""
    name: str
    help: str
    typed: str
    shown: str


@dataclass
class Description:
    """What a person writes down of a template; it has one button."""
    header: str
    text: str
    footer: str
    button: str
    title: str


@dataclass
class System:
    """name_row is where the name of a contact is changed."""
    name: str
    rows: dict  # of the account's dialog: what is typed into them, by the server's name for it
    template: str
    values: list
    message: Callable
    advanced: dict = field(default_factory=dict)  # further rows
    choices: dict = field(default_factory=dict)
    change: Callable = None  # the request of a changed contact; None where contacts are kept here only
    name_row: str = "Name"
    new_name: str = "Aarav K. Joshi"
    code: str = None
    description: Description = None  # of the template, where the system tells only its name


def helps(place, key, example):
    return f"Takes the place of {{{{{key}}}}} in the {place}, for example “{example}”"


def marketing(header_help, body_help):
    """The values of interactive_marketing."""
    body = [
        ("1", "doing well", "well", "Hope you are well."),
        ("2", "product", "tea", "our new tea"),
        ("3", "Shalimar", "Monsoon", "our new tea Monsoon."),
        ("4", "Shalimar", "It", "Monsoon. It is our latest innovation"),
    ]
    return [Value("Header {{1}}", header_help, "Ana", "Hello Ana")] + [
        Value(f"Body {{{{{key}}}}}", body_help(key, example), typed, shown) for key, example, typed, shown in body]


def button(index, kind, parameter):
    return {"type": "button", "sub_type": kind, "index": str(index), "parameters": [parameter]}


def texts(*values):
    return [{"type": "text", "text": value} for value in values]


REPLIES = ["Sure I will do", "Not interested", "Opt-out", "Okay"]
CODE = "MONSOON25"

PABBLY = System(
    name="Pabbly Chatflow",
    rows={"API key": "KEY"},
    advanced={"Address": "BASE_URL"},
    change=lambda server: (
        "PUT", "/api/v1/contacts/" + server.find("/api/v1/contacts?mobile=" + NUMBER, "mobile", NUMBER)["_id"],
        {"name": "Aarav K. Joshi"}),
    template="interactive_marketing",
    values=marketing("Enter the Header Parameter {{1}} e.g. Sir",
                     lambda key, example: f"Enter the Body Parameter {{{{{key}}}}} e.g. {example}"),
    code=CODE,
    message=lambda server: ("POST", "/api/v1/messages", {
        "to": int(NUMBER),
        "type": "template",
        "templateName": "interactive_marketing",
        "headerParams": ["Ana"],
        "bodyParams": ["well", "tea", "Monsoon", "It"],
        "copyCodeParam": CODE,
        "quickReplies": REPLIES,
    }),
)

ONEMSG = System(
    name="1msg.io",
    rows={"Channel ID": "channel-id", "Token": "KEY"},
    advanced={"Address": "BASE_URL"},
    template="interactive_marketing",
    values=marketing(helps("header", "1", "Sir"), lambda key, example: helps("text", key, example)),
    code=CODE,
    message=lambda server: ("POST", f"/{server['channel-id']}/sendTemplate?token={server['KEY']}", {
        "phone": NUMBER,
        "namespace": "ca300906_cfbc_410b_99fb_dcee8e13d578",
        "template": "interactive_marketing",
        "language": {"policy": "deterministic", "code": "en_GB"},
        "params": [
            {"type": "header", "parameters": texts("Ana")},
            {"type": "body", "parameters": texts("well", "tea", "Monsoon", "It")},
            button(0, "copy_code", {"type": "coupon_code", "coupon_code": CODE}),
            *(button(i, "quick_reply", {"type": "payload", "payload": reply}) for i, reply in enumerate(REPLIES, 1)),
        ],
    }),
)

WHATSJET = System(
    name="WhatsJet",
    rows={"API address": "BASE_URL", "Vendor UID": "vendor-uid", "Access token": "KEY",
          "Phone number ID": "from-phone-number-id"},
    choices={"Additional operations": "Also buttons, lists and cards"},
    change=lambda server: ("POST", f"/api/{server['vendor-uid']}/contact/update/{NUMBER}", {"first_name": "Aarav K."}),
    name_row="First name",
    new_name="Aarav K.",
    template="season_sale",
    description=Description("For you, {{1}}", "Take {{1}} off everything.", "Until *Sunday*", "Copy Code",
                            "Copy offer code"),
    values=[
        Value("Header {{1}}", "Takes the place of {{1}} in the header", "Ana", "For you, Ana"),
        Value("Body {{1}}", "Takes the place of {{1}} in the text", "25%", "Take 25% off everything."),
    ],
    code=CODE,
    message=lambda server: ("POST", f"/api/{server['vendor-uid']}/contact/send-template-message", {
        "from_phone_number_id": server["from-phone-number-id"],
        "phone_number": NUMBER,
        "template_name": "season_sale",
        "template_language": "en",
        "header_field_1": "Ana",
        "field_1": "25%",
        "copy_code": CODE,
    }),
)

WABOTICK = System(
    name="Wabotick",
    rows={"API token": "KEY", "Phone number ID": "phone-number-id"},
    advanced={"Address": "BASE_URL"},
    change=lambda server: ("POST", "/api/v1/whatsapp/subscriber/update", {
        "apiToken": server["KEY"],
        "phone_number_id": server["phone-number-id"],
        "phone_number": NUMBER,
        "first_name": "Aarav K.",
    }),
    name_row="First name",
    new_name="Aarav K.",
    template="appointment_named",
    values=[
        Value("Body {{name}} (name)", helps("text", "name", "Frau Weiß"), "Ana", "Guten Tag Ana, wir"),
        Value("Body {{day}} (day)", helps("text", "day", "Montag"), "Freitag", "wir erwarten Sie am Freitag um"),
        Value("Body {{time}} (time)", helps("text", "time", "14:30"), "9:15", "am Freitag um 9:15 Uhr."),
    ],
    # The number is Wabotick's own short one of the template; it answers quick replies with one of its own buttons.
    message=lambda server: ("POST", "/api/v1/whatsapp/send/template", {
        "apiToken": server["KEY"],
        "phone_number_id": server["phone-number-id"],
        "phone_number": NUMBER,
        "template_id": "66",
        "templateVariable-name-1": "Ana",
        "templateVariable-day-2": "Freitag",
        "templateVariable-time-3": "9:15",
        "template_quick_reply_button_values": json.dumps(["YES_START_CHAT_WITH_HUMAN"] * 2, separators=(",", ":")),
    }),
)


def whatomate_contact(server):
    return server.find("/api/contacts?search=" + NUMBER, "phone_number", NUMBER)["id"]


WHATOMATE = System(
    name="whatomate",
    rows={"Address": "BASE_URL", "API key": "KEY", "WhatsApp account": "account-name"},
    change=lambda server: ("PUT", "/api/contacts/" + whatomate_contact(server), {"profile_name": "Aarav K. Joshi"}),
    template="track_order",
    values=[
        Value("Body {{1}}", helps("text", "1", "Alex"), "Ana", "Hi Ana, your order"),
        Value("Body {{2}}", helps("text", "2", "#2041"), "#7", "your order #7 has left our store."),
        Value("Link of the button “Track the parcel”", "", "7", "Track the parcel"),
    ],
    message=lambda server: ("POST", "/api/messages/template", {
        "contact_id": whatomate_contact(server),
        "template_id": server.find("/api/templates?search=track_order", "name", "track_order")["id"],
        "template_params": {"1": "Ana", "2": "#7"},
        "button_params": {"0": "7"},
        "account_name": "Main Business",
    }),
)

SYSTEMS = {"pabbly": PABBLY, "onemsg": ONEMSG, "whatsjet": WHATSJET, "wabotick": WABOTICK, "whatomate": WHATOMATE}
