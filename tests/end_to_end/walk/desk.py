# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk of its own: a display, a session bus, a home folder, and the real programs on it."""
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from spoken import CELLS, ENABLED, Desktop

TOOLS = ["Xvfb", "xdotool", "xwininfo", "xprop", "import", "dbus-daemon"]


class Stumbled(Exception):
    """A step that did not happen, as a sentence."""


def missing_tools():
    return [tool for tool in TOOLS if not shutil.which(tool)]


class Desk:
    """width and height are those of the screen in the units of a scale of 1."""

    def __init__(self, programs, pictures, scale=1, appearance="light", width=1280, height=800):
        self.programs, self._pictures, self._scale = Path(programs), Path(pictures), scale
        self._path, self._count, self.steps, self.complaints = "", 0, [], []
        self._children, self._appearance = [], appearance
        self.is_grey = False
        self.home = Path(tempfile.mkdtemp(prefix="regnet-walk-"))
        reading, writing = os.pipe()
        self._start(["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0",
                     f"{width * scale}x{height * scale}x24"],
                    dict(os.environ), pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        self._size = (width * scale, height * scale)
        self.environment = dict(
            os.environ, DISPLAY=f":{display}", HOME=str(self.home), XDG_DATA_HOME=str(self.home / "data"),
            XDG_CONFIG_HOME=str(self.home / "config"), XDG_CACHE_HOME=str(self.home / "cache"),
            XDG_RUNTIME_DIR=str(self.home), REGNET_SETTINGS=str(self.home / "settings.ini"),
            REGNET_SLURM_PROFILES=str(self.home / "slurm.json"), QT_QPA_PLATFORM="xcb",
            QT_SCALE_FACTOR=str(scale), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
        bus = self._start(["dbus-daemon", "--session", "--nofork", "--print-address"], self.environment,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.spoken = Desktop(self.environment["DBUS_SESSION_BUS_ADDRESS"], (width, height))
        self.program = None

    def _start(self, command, environment, **others):
        child = subprocess.Popen(command, env=environment, **others)
        self._children.append(child)
        return child

    def close(self):
        for child in reversed(self._children):
            child.terminate()
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    # The programs

    def open_window(self, *arguments, has_start_page=False):
        """The window, as large as the screen."""
        settings = f"[window]\nappearance={self._appearance}\n"
        if not has_start_page:
            settings += "[start]\npage=false\n"
        (self.home / "settings.ini").write_text(settings)
        self.program = self._start([str(self.programs / "regnet-explorer"), *arguments], self.environment)
        self.wait("the window did not come up", lambda: self.spoken.find("RegNet Explorer", "frame"), 60)
        window = self._run("xdotool", "search", "--onlyvisible", "--name", "^RegNet Explorer$").split()[-1]
        self._run("xdotool", "windowsize", "--sync", window, *map(str, self._size))
        self._run("xdotool", "mousemove", str(self._size[0] - 1), str(self._size[1] - 1))
        self._give_focus()

    def _run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True,
                              timeout=60).stdout

    def regnet(self, *words, code=0):
        """What the command line says; an end that was not expected is a stumble."""
        done = subprocess.run([str(self.programs / "regnet"), *map(str, words)], env=self.environment,
                              capture_output=True, text=True, timeout=300, cwd=self.home)
        if done.returncode != code:
            raise Stumbled(f"regnet {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    # Seeing

    def wait(self, sentence, condition, seconds=30):
        """What condition answers as soon as that is true; the sentence is the stumble when it never is."""
        end = time.monotonic() + seconds
        while True:
            answer = condition()
            if answer:
                return answer
            if self.program and self.program.poll() is not None:
                raise Stumbled(f"the window is gone with code {self.program.returncode} ({sentence})")
            if time.monotonic() > end:
                self._shoot(self._pictures / f"{self._path}-stumbled.png")
                raise Stumbled(sentence)
            time.sleep(0.05)

    def find(self, name, role=None, seconds=30):
        return self.wait(f"nothing shown is called “{name}”" + (f" and is a {role}" if role else ""),
                         lambda: self.spoken.find(name, role), seconds)

    def gone(self, name, role=None, seconds=30):
        self.wait(f"“{name}” is still there", lambda: not self.spoken.find(name, role), seconds)
        self._give_focus()

    def says(self, words, seconds=30):
        """Some shown text has these words."""
        return self.wait(f"nothing shown says “{words}”", lambda: self.spoken.says(words), seconds)

    def begin(self, path):
        self._path, self._count = path, 0

    def picture(self, what, wish):
        """A picture once two in a row are equal, so that nothing half drawn is kept."""
        self._count += 1
        name = f"{self._path}-{self._count:02d}-{what}.png"
        target, other = self._pictures / name, self.home / "before.png"
        self._shoot(target)
        for _ in range(20):
            shutil.copy(target, other)
            time.sleep(0.15)
            self._shoot(target)
            if target.read_bytes() == other.read_bytes():
                break
        self.steps.append((self._path, name, wish))
        self._see_that_windows_fit(wish)

    def _see_that_windows_fit(self, wish):
        for line in self._run("xwininfo", "-root", "-children").splitlines():
            place = re.search(r'"([^"]+)": \("regnet-explorer".*\)  (\d+)x(\d+)', line)
            if place and (int(place[2]) > self._size[0] or int(place[3]) > self._size[1]):
                self.complaints.append(f"“{place[1]}” is {place[2]} × {place[3]}, larger than the screen, when they "
                                       f"want {wish}")

    def _shoot(self, target):
        grey = ["-colorspace", "Gray"] if self.is_grey else []
        self._run("import", "-window", "root", *grey, "-define", "png:exclude-chunks=date,time", str(target))

    # Doing

    def _top_window(self):
        """Without a window manager nobody else gives the keyboard to a dialog that opens."""
        for line in self._run("xwininfo", "-root", "-children").splitlines():
            if '"regnet-explorer"' not in line or "1x1+" in line or "Selection Owner" in line:
                continue
            window = line.split()[0]
            kind = self._run("xprop", "-id", window, "_NET_WM_WINDOW_TYPE")
            shown = self._run("xwininfo", "-id", window)
            if "IsViewable" in shown and ("_DIALOG" in kind or "_TYPE_NORMAL" in kind) and "_POPUP" not in kind \
                    and "_TOOLTIP" not in kind and "_COMBO" not in kind:
                return window
        raise Stumbled("there is no window that could have the keyboard")

    def _give_focus(self):
        top = self._top_window()
        now = subprocess.run(["xdotool", "getwindowfocus"], env=self.environment, capture_output=True, text=True,
                             check=False).stdout.strip()  # ends with 1 while nobody has it
        if now != str(int(top, 16)):
            self._run("xdotool", "windowfocus", "--sync", str(int(top, 16)))

    def keys(self, *keys):
        self._give_focus()
        self._run("xdotool", "key", "--delay", "30", *keys)

    def type(self, text):
        self._give_focus()
        self._run("xdotool", "type", "--delay", "15", text)

    def click(self, name, role=None):
        control = self.find(name, role)
        self.wait(f"“{name}” is not available", lambda: control.has(ENABLED))
        self._click_at(control)

    def _click_at(self, control):
        # Places are told in units of the scale, the mouse moves in pixels.
        self._run("xdotool", "mousemove", *(str(self._scale * at) for at in control.middle), "click", "1")

    def fill(self, name, text, role="text"):
        """Puts the keyboard into a field by a click and writes anew what stands there."""
        self.click(name, role)
        self.keys("ctrl+a")
        self.type(text)

    def click_first_row(self, table):
        """The first cell that is no header."""
        cells = self.wait(f"“{table.name}” is empty", lambda: [
            c for c in table.all() if c.role in CELLS])
        self._click_at(cells[0])

    def page(self, name):
        """Brings a dock or a page of one to light."""
        self.click(name, "page tab")

    def file_dialog(self, title, path, kind=None):
        """Qt's own dialog for files: a name, and the first letters of a kind of file where it matters."""
        self.find(title)
        if kind:
            self.click("Network as JSON (*.json)", "combo box")
            self.type(kind)
            self.keys("Return")
        self.fill("File name:", str(path), "text")
        self.keys("Return")
        self.gone(title)

    def command(self, words):
        """Ctrl+K, a few letters, Return."""
        self.keys("ctrl+k")
        self.find("Commands", "dialog")
        self.type(words)
        self.keys("Return")
        self.gone("Commands", "dialog")
