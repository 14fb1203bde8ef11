# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window tells a screen reader: names, places and states of its controls.

The walk finds controls by what they are called, never by pixels: fonts and layouts may change under it.
"""
from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ENABLED, FOCUSED, SHOWING = 8, 12, 25
CELLS = ("cell", "table cell", "tree item", "list item")
PARTS = (*CELLS, "page tab")


class Control:
    """One control; every answer is asked for anew."""

    def __init__(self, bus, name, path):
        self._bus, self._place = bus, (name, path)

    def _call(self, interface, method, arguments=None):
        return self._bus.call_sync(*self._place, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 10_000,
                                   None).unpack()

    def _get(self, name, interface=ACCESSIBLE):
        return self._call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name)))[0]

    @property
    def name(self):
        return self._get("Name")

    @property
    def role(self):
        return self._call(ACCESSIBLE, "GetRoleName")[0]

    def has(self, state):
        """What is gone has no state."""
        try:
            return bool(self._call(ACCESSIBLE, "GetState")[0][state // 32] >> state % 32 & 1)
        except GLib.Error:
            return False

    def children(self):
        return [Control(self._bus, *place) for place in self._call(ACCESSIBLE, "GetChildren")[0]]

    @property
    def description(self):
        return self._get("Description")

    @property
    def text(self):
        """What stands in a field; of a label that is called after what it counts, the count."""
        try:
            return self._call("org.a11y.atspi.Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]
        except GLib.Error:
            return self.description or self.name

    def is_within(self, size):
        """A tab of a page that is not to be seen has a place beside the screen."""
        x, y = self.middle
        return 0 <= x < size[0] and 0 <= y < size[1]

    @property
    def middle(self):
        x, y, width, height = self._call("org.a11y.atspi.Component", "GetExtents", GLib.Variant("(u)", (0,)))[0]
        return x + width // 2, y + height // 2

    def all(self):
        """This one and all below it that are shown; what vanishes meanwhile is left out."""
        if not self.has(SHOWING):
            return
        yield self
        try:
            children = self.children()
        except GLib.Error:
            return
        for child in children:
            yield from child.all()


class Desktop:
    """The controls of all programs on one bus."""

    def __init__(self, session_bus, size):
        self._size = size
        session = self._connect(session_bus)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 10_000, None).unpack()[0]
        self._bus = self._connect(address)

    @staticmethod
    def _connect(address):
        flags = Gio.DBusConnectionFlags
        return Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def windows(self):
        """Those that are shown, in the order in which they were made."""
        root = Control(self._bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        try:
            return [window for program in root.children() for window in program.children() if window.has(SHOWING)]
        except GLib.Error:
            return []

    def all(self):
        for window in self.windows():
            yield from window.all()

    def find(self, name, role=None):
        """The last one with that name (a dialog lies over the window that opened it), or None. A name that ends
        with … may go on."""
        found = None
        for control in self.all():
            try:
                here = control.name
                fits = here == name or (name.endswith("…") and here.startswith(name[:-1]))
                if fits and role in (None, control.role) and control.is_within(self._size):
                    found = control
            except GLib.Error:
                continue
        return found

    def says(self, words):
        """The first shown control in whose name or text these words stand, or None."""
        for control in self.all():
            try:
                if words in control.name or words in control.text:
                    return control
            except GLib.Error:
                continue
        return None

    def focused(self):
        """The control with the keyboard. The current cells of all tables and tabs say that they have it too, and
        so do the frames and parts of a control, without a name."""
        those = [c for c in self.all() if c.has(FOCUSED) and c.role not in PARTS]
        return next((c for c in those if c.name), those[0] if those else None)
