# probe.py
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""The built command as a process of its own, and the golden vectors with the arguments that they come from."""
import concurrent.futures
import json
import os
import pathlib
import subprocess

PROVIDER = pathlib.Path(__file__).resolve().parent.parent / "provider"
ADDRESS = "http://127.0.0.1:1"


def run(*arguments, token="", stdin="", locale="C.UTF-8"):
    """Runs the command; its key is in the environment."""
    environment = os.environ | {"WADESK_TOKEN": token, "LC_ALL": locale}
    return subprocess.run([os.environ["WADESK_PROBE"], *arguments], input=stdin, env=environment,
                          capture_output=True, encoding="utf-8", timeout=60, check=False)


def run_all(function, rows):
    """In parallel: the time goes into starting processes."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, rows))


def providers():
    return sorted(path.stem for path in (PROVIDER / "vectors").glob("*.json"))


def settings_of(settings):
    return [word for key, value in settings.items() if key != "base-url" for word in ("--set", f"{key}={value}")]


class Suite:
    """One system's vectors, see provider/vector-suite.h."""

    def __init__(self, provider):
        self.id = provider
        self.args = json.loads((PROVIDER / "args" / f"{provider}.json").read_text(encoding="utf-8"))
        text = (PROVIDER / "vectors" / f"{provider}.json").read_text(encoding="utf-8")
        for name in ("{api_key}", "{token}"):
            text = text.replace(name, self.args["token"])
        self.vectors = json.loads(text)

    def entry(self, vector):
        return self.args["vectors"][vector["name"]]

    def given(self, vector):
        """The entry that has the arguments."""
        entry = self.entry(vector)
        return self.args["vectors"][entry["same-as"]] if "same-as" in entry else entry

    def account(self, vector=None):
        settings = dict(self.args["settings"])
        if vector:
            settings |= self.entry(vector).get("settings", {})
        return ["--provider", self.id, "--base-url", settings.get("base-url", ADDRESS), *settings_of(settings)]

    def token(self, vector):
        return self.entry(vector).get("token", self.args["token"])
