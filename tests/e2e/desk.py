# desk.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives WaDesk the way a person does: finds widgets by the names that a screen reader reads out, presses, types, looks.

Needs a display and a D-Bus session; build-aux/test and build-aux/run give both.
"""
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

from gi.repository import Gio, GLib

from tree import Tree

APP_ID = "com.example.WaDesk"
APP_PATH = "/com/example/WaDesk"
PATIENCE = float(os.environ.get("DESK_PATIENCE", "30"))


class NotSeen(AssertionError):
    """Something that a person would see did not appear in time."""


def wait(what, check, seconds=PATIENCE):
    """The first true value of check(), or NotSeen.  Widgets come and go meanwhile; that is no failure."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = check()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(0.05)


class Desk:
    """A running WaDesk with a home of its own, and a screen to look at."""

    def __init__(self, *arguments, home=None, environment=None):
        self.program = os.environ["WADESK"]
        self.own_home = home is None
        self.home = home or tempfile.mkdtemp(prefix="wadesk-e2e-")
        self.environment = dict(
            os.environ,
            HOME=self.home,
            XDG_DATA_HOME=self.home + "/data",
            XDG_CONFIG_HOME=self.home + "/config",
            XDG_CACHE_HOME=self.home + "/cache",
            GSETTINGS_BACKEND="keyfile",
            G_DEBUG="fatal-warnings",
            NO_AT_BRIDGE="0",
            **(environment or {}),
        )
        self.environment.pop("GTK_A11Y", None)
        self.process = None
        self.tree = None
        self.keyring = self._open_keyring()
        self.manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) \
            if shutil.which("openbox") else None
        self.start(*arguments)

    def _open_keyring(self):
        """A real keyring, open as after a log-in: a locked one would ask for its password where nobody answers."""
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                   env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        keyring.stdin.write(b"only for tests")
        keyring.stdin.close()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        wait("the keyring", lambda: bus.call_sync(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner",
            GLib.Variant("(s)", ("org.freedesktop.secrets",)), None, Gio.DBusCallFlags.NONE, 5000).unpack()[0])
        return keyring

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.keep("failure")
        self.close()
        return False

    # --- the program ---

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment)
        self.tree = Tree(self.process.pid)
        wait("the window of WaDesk", self.windows)

    def stop(self):
        """Ends it as the session's end does, and says how it went."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def quit(self):
        """As the menu does; a warning on the way shows as a status."""
        self.app_action("quit")
        status = self.process.wait(timeout=PATIENCE)
        assert status == 0, f"WaDesk ended with status {status}"

    def close(self):
        if self.process.poll() is None:
            self.kill()
        for helper in (self.manager, self.keyring):
            if helper is not None:
                helper.terminate()
                helper.wait()
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    # --- actions, over D-Bus ---

    def _act(self, path, name, parameter):
        Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
            APP_ID, path, "org.gtk.Actions", "Activate",
            GLib.Variant("(sava{sv})", (name, [] if parameter is None else [GLib.Variant("s", parameter)], {})),
            None, Gio.DBusCallFlags.NONE, int(PATIENCE * 1000))

    def app_action(self, name, parameter=None):
        self._act(APP_PATH, name, parameter)

    def action(self, name, parameter=None):
        self._act(APP_PATH + "/window/1", name, parameter)

    # --- looking ---

    def windows(self):
        assert self.process.poll() is None, f"WaDesk ended by itself, with status {self.process.returncode}"
        return self.tree.windows()

    def walk(self, within=None):
        """Everything seen, in reading order; in what is called within, where that is given."""
        for window in self.windows():
            for widget in window.walk():
                if within is None:
                    yield widget
                elif widget.name == within:
                    yield from widget.walk()

    def all(self, name=None, role=None, within=None):
        """Everything seen with that name and role, in reading order."""
        return [w for w in self.walk(within) if name in (None, w.name) and role in (None, w.role)]

    def see(self, name=None, role=None, within=None, seconds=PATIENCE):
        """The first such widget, waited for."""
        return wait(f"{role or 'anything'} called {name!r}", lambda: self.all(name, role, within), seconds)[0]

    def see_text(self, part, seconds=PATIENCE):
        """A text on the screen that holds part."""
        return wait(f"the text {part!r}",
                    lambda: [w for w in self.walk() if part in w.name or part in w.text], seconds)[0]

    def texts(self, within=None):
        """All that can be read, in reading order."""
        return [w.text for w in self.walk(within) if w.text]

    def screenshot(self, path):
        """The window that has the keyboard; the whole screen where none has."""
        time.sleep(0.4)  # animations
        active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
        subprocess.run(["import", "-window", active or "root", path], check=False)

    def keep(self, name):
        """A picture of what there is now, where DESK_SHOTS is a folder for them."""
        if os.environ.get("DESK_SHOTS"):
            self.screenshot(os.path.join(os.environ["DESK_SHOTS"], f"{name}.png"))

    # --- doing ---

    def press(self, name, role="push button", within=None):
        """What is called so, or holds a label that is."""
        def look():
            return next((w for w in self.all(role=role, within=within)
                         if any(part.name == name for part in w.walk()) and w.is_sensitive() and w.press()), None)
        wait(f"{name!r} to be pressed", look)

    def entry(self, name, within=None):
        """What is edited in the entry called name."""
        def look():
            return next((inner for named in self.all(name, within=within) for inner in named.walk()
                         if inner.is_editable()), None)
        return wait(f"an entry called {name!r}", look)

    def type(self, name, text, within=None):
        entry = self.entry(name, within)
        assert entry.type(text), f"{name!r} can't be typed into"
        wait(f"{name!r} to hold {text!r}", lambda: entry.typed() == text)

    def keys(self, *keys):
        """Real key strokes, to whatever has the keyboard."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def click(self, name, role=None):
        """With the mouse, in the middle: for what GTK 4.8 lets no reader press.  Turns the wheel until it is in view."""
        def still():
            before = self.see(name, role)
            time.sleep(0.2)  # what has just been found may still be moving
            after = self.see(name, role)
            return after if before.area == after.area else None

        def in_view():
            widget = wait(f"{name!r} to stand still", still)
            middle = widget.middle()
            pane = widget.around("scroll pane")
            if pane is None or pane.area[1] < middle[1] < pane.area[1] + pane.area[3]:
                return widget
            self._mouse(pane, "5" if middle[1] > pane.area[1] else "4")
            return None

        self._mouse(wait(f"{name!r} to come into view", in_view), "1")

    def _mouse(self, widget, button):
        name = re.escape(widget.window().name)
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"],
                               check=True, capture_output=True, text=True)
        subprocess.run(["xdotool", "mousemove", "--window", found.stdout.split()[-1], *map(str, widget.middle()),
                        "click", button], check=True)

    def activate(self, name):
        """Opens the row of a list that holds a label called name."""
        self.click(name, "label")

    def choose(self, name, value):
        """One of those that the drop-down called name offers."""
        def offered():
            lists = [w for w in self.see(name, "combo box").walk() if w.role == "list" and len(w.children) > 1]
            return [w.name for w in lists[0].walk() if w.role == "label"] if lists else None

        self.click(name, "combo box")
        values = wait(f"what {name!r} offers", offered)
        self.keys("Home", *["Down"] * values.index(value), "Return")
        wait(f"{name!r} to be {value!r}",
             lambda: offered() is None and value in [w.name for w in self.see(name, "combo box").walk()])

    def choose_in_menu(self, name, item):
        """One line of the menu that the button called name opens."""
        self.click(name, "push button")
        items = wait(f"the menu of {name!r}", lambda: [w.name for w in self.all(role="menu item", within=name)])
        self.keys(*["Down"] * items.index(item), "Return")
