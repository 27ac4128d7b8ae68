# tree.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program shows, read from its accessibility tree.

Many questions are under way at a time: one after another, a look at a window would take seconds.
"""
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
TEXT = "org.a11y.atspi.Text"
IN_WINDOW = int(Atspi.CoordType.WINDOW)
ALL_TEXT = GLib.Variant("(ii)", (0, GLib.MAXINT32))  # GTK 4.8 takes no -1
TYPED = ("entry", "password text", "text")
TIMEOUT = 10 * 1000


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                Gio.DBusCallFlags.NONE, TIMEOUT).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags)


class Tree:
    """The accessibility tree of the program that runs as process pid."""

    def __init__(self, pid):
        self.bus = connect()
        self.pid = pid
        self.owner = None
        self.unanswered = 0

    def find(self):
        """Whether the program is there by now."""
        if self.owner is None:
            programs = self.bus.call_sync(REGISTRY, ROOT, ACCESSIBLE, "GetChildren", None, None,
                                          Gio.DBusCallFlags.NONE, TIMEOUT).unpack()[0]
            self.owner = next((owner for owner, _ in programs if self._is_ours(owner)), None)
        return self.owner is not None

    def _is_ours(self, owner):
        answer = self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                    GLib.Variant("(s)", (owner,)), None, Gio.DBusCallFlags.NONE, TIMEOUT)
        return answer.unpack()[0] == self.pid

    def windows(self):
        """All windows, and what they show now."""
        if not self.find():
            return []
        root = Widget(self, None, ROOT)
        root.look()
        return root.children

    def call(self, path, interface, method, arguments=None):
        """The answer's one value; a GLib.Error where the widget is gone."""
        return self.bus.call_sync(self.owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                  TIMEOUT).unpack()[0]

    def ask(self, got, path, interface, method, arguments=None):
        """Later calls got with the answer's one value; with None where the widget is gone or has no such thing."""
        def answered(bus, result):
            self.unanswered -= 1
            try:
                value = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                value = None
            got(value)

        self.unanswered += 1
        self.bus.call(self.owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT, None,
                      answered)

    def wait(self):
        """Until all that was asked is answered."""
        while self.unanswered > 0:
            GLib.MainContext.default().iteration(True)


class Widget:
    """A widget as it was when it was looked at; its children are those that were on the screen."""

    def __init__(self, tree, parent, path):
        self.tree = tree
        self.parent = parent
        self.path = path
        self.name = ""
        self.role = ""
        self.text = ""  # what is typed in, or the name
        self.area = None  # x, y, width and height in the window
        self.seen = False
        self.all = []

    # --- as it was ---

    @property
    def children(self):
        return [child for child in self.all if child.seen]

    def walk(self):
        """The widget and all that is in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def middle(self):
        x, y, width, height = self.area
        return x + width // 2, y + height // 2

    def around(self, role):
        """What it is in that has that role; None where it is in no such thing."""
        if self.parent is None or self.role == role:
            return self if self.role == role else None
        return self.parent.around(role)

    def window(self):
        return self if self.parent.parent is None else self.parent.window()

    # --- looking anew ---

    def look(self):
        self._ask_children()
        self.tree.wait()

    def _ask(self, got, interface, method, arguments=None):
        self.tree.ask(got, self.path, interface, method, arguments)

    def _ask_area(self):
        self._ask(self._got_area, COMPONENT, "GetExtents", GLib.Variant("(u)", (IN_WINDOW,)))

    def _got_area(self, area):
        self.area = area
        if area is None:  # the page of a stack: what it shows has an area
            self._got_seen(True)
            return

        # GTK 4.8 sets no `showing`, and what is hidden may keep its size; but it contains no point any more.
        x, y, width, height = area
        if width > 0 and height > 0:
            middle = GLib.Variant("(iiu)", (x + width // 2, y + height // 2, IN_WINDOW))
            self._ask(self._got_seen, COMPONENT, "Contains", middle)

    def _got_seen(self, seen):
        self.seen = bool(seen)
        if seen:
            self._ask(self._got_name, PROPERTIES, "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))
            self._ask_children()

    def _got_name(self, name):
        """Without what GTK 4.8 puts in by mistake: the mnemonic's mark, and the label a second time."""
        name = name or ""
        if "_" in name[:2]:
            name = name.replace("_", "", 1)
        half = len(name) // 2
        twice = len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:]
        self.name = self.text = name[:half] if twice else name
        self._ask(self._got_role, ACCESSIBLE, "GetRole")

    def _got_role(self, role):
        self.role = Atspi.role_get_name(Atspi.Role(role or 0))
        if self.role in TYPED:
            self._ask(self._got_text, TEXT, "GetText", ALL_TEXT)

    def _got_text(self, text):
        self.text = text or self.name

    def _ask_children(self):
        self._ask(self._got_children, ACCESSIBLE, "GetChildren")

    def _got_children(self, children):
        self.all = [Widget(self.tree, self, path) for _, path in children or []]
        for child in self.all:
            child._ask_area()

    # --- as it is now; a GLib.Error where it is gone ---

    def _property(self, interface, name):
        return self.tree.call(self.path, PROPERTIES, "Get", GLib.Variant("(ss)", (interface, name)))

    def description(self):
        return self._property(ACCESSIBLE, "Description")

    def has_state(self, state):
        states = self.tree.call(self.path, ACCESSIBLE, "GetState")
        return bool(states[int(state) // 32] >> int(state) % 32 & 1)

    def is_editable(self):
        return self.has_state(Atspi.StateType.EDITABLE)

    def is_sensitive(self):
        return self.has_state(Atspi.StateType.SENSITIVE)

    def typed(self):
        return self.tree.call(self.path, TEXT, "GetText", ALL_TEXT)

    # --- doing; whether it could be done ---

    def press(self):
        return self.tree.call(self.path, ACTION, "DoAction", GLib.Variant("(i)", (0,)))

    def type(self, text):
        return self.tree.call(self.path, EDITABLE, "SetTextContents", GLib.Variant("(s)", (text,)))
