# desk.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives WaDesk the way a person does: finds widgets by the names that a screen reader reads out, presses, types, looks.

Needs a display and a D-Bus session; build-aux/test and build-aux/run give both.
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

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
        time.sleep(0.1)


def walk(accessible):
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def on_screen(accessible):
    """GTK 4.8 sets no `showing`: what is seen has a size."""
    try:
        extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
    except GLib.Error:
        return False
    return extents.width > 0 and extents.height > 0


def name_of(accessible):
    """The name without what GTK 4.8 puts in by mistake: the mnemonic's mark, and the label a second time."""
    name = (accessible.get_name() or "").replace("_", "") if "_" in (accessible.get_name() or "")[:2] \
        else accessible.get_name() or ""
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[half] == " " and name[:half] == name[half + 1:] else name


def text_of(accessible):
    try:
        return Atspi.Text.get_text(accessible, 0, Atspi.Text.get_character_count(accessible))
    except GLib.Error:
        return ""


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
        if kind is not None and os.environ.get("DESK_SHOTS"):
            self.screenshot(os.path.join(os.environ["DESK_SHOTS"], "failure.png"))
        self.close()
        return False

    # --- the program ---

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment)

        def opened():
            assert self.process.poll() is None, f"WaDesk ended at once, with status {self.process.returncode}"
            return self.frames()

        wait("the window of WaDesk", opened)

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

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def frames(self):
        application = self.application()
        return [application.get_child_at_index(i) for i in range(application.get_child_count())] if application else []

    def all(self, name=None, role=None, within=None):
        """Everything seen with that name and role, in reading order."""
        roots = [within] if within is not None else self.frames()
        return [a for root in roots for a in walk(root)
                if (name is None or name_of(a) == name)
                and (role is None or a.get_role_name() == role)
                and on_screen(a)]

    def see(self, name=None, role=None, within=None, seconds=PATIENCE):
        """The first such widget, waited for."""
        return wait(f"{role or 'anything'} called {name!r}", lambda: self.all(name, role, within), seconds)[0]

    def see_text(self, part, seconds=PATIENCE):
        """A text on the screen that holds part."""
        def look():
            return [a for root in self.frames() for a in walk(root)
                    if (part in (a.get_name() or "") or part in text_of(a)) and on_screen(a)]
        return wait(f"the text {part!r}", look, seconds)[0]

    def texts(self, within=None):
        """All that can be read, in reading order."""
        found = []
        for accessible in self.all(within=within):
            text = text_of(accessible) or accessible.get_name()
            if text:
                found.append(text)
        return found

    def screenshot(self, path):
        """The window that has the keyboard; the whole screen where none has."""
        time.sleep(0.4)  # animations
        active = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()
        subprocess.run(["import", "-window", active or "root", path], check=False)

    # --- doing ---

    def press(self, name, role="push button", within=None):
        button = self.see(name, role, within)
        wait(f"{name!r} to become active", lambda: button.get_state_set().contains(Atspi.StateType.SENSITIVE))
        assert Atspi.Action.do_action(button, 0), f"{name!r} can't be pressed"

    def entry(self, name, within=None):
        """The text that is edited in the entry called name."""
        def look():
            for accessible in self.all(name, within=within):
                for inner in walk(accessible):
                    if inner.get_state_set().contains(Atspi.StateType.EDITABLE):
                        return inner
            return None
        return wait(f"an entry called {name!r}", look)

    def type(self, name, text, within=None):
        entry = self.entry(name, within)
        assert Atspi.EditableText.set_text_contents(entry, text), f"{name!r} can't be typed into"
        wait(f"{name!r} to hold {text!r}", lambda: text_of(self.entry(name, within)) == text)

    def keys(self, *keys):
        """Real key strokes, to whatever has the keyboard."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def click(self, accessible):
        """With the mouse, in the middle: for what GTK 4.8 lets no reader press."""
        frame = accessible
        while frame.get_role_name() not in ("frame", "dialog"):
            frame = frame.get_parent()
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{frame.get_name()}$"],
                               check=True, capture_output=True, text=True)
        extents = Atspi.Component.get_extents(accessible, Atspi.CoordType.WINDOW)
        subprocess.run(["xdotool", "mousemove", "--window", found.stdout.split()[-1],
                        str(extents.x + extents.width // 2), str(extents.y + extents.height // 2), "click", "1"],
                       check=True)

    def activate(self, name):
        """Opens the row of a list that holds a label called name, by a click."""
        self.click(self.see(name, "label"))
