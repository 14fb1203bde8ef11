# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sees no colours and uses no mouse: every dock and dialog by keys, in high contrast, the pictures in grey."""
from desk import Stumbled

DOCKS = ["Parameters", "Quantisation", "Complexity", "Diagram", "Stages", "Compare", "Spaces", "Studies", "Queue"]
DIALOGS = {"Train a population": "ctrl+t", "Export figure": "ctrl+e", "Report": "ctrl+shift+e",
           "Settings": "ctrl+comma", "Keys and mouse": "F1"}


def walk(desk):
    desk.open_window("--store", str(desk.home / "runs.db"))
    desk.is_grey = True
    desk.command("high contrast")
    desk.picture("high-contrast", "to see edges instead of colours")
    for dock in DOCKS:
        go_through(desk, dock)
    compare_by_keys(desk)
    for title, keys in DIALOGS.items():
        open_and_close(desk, title, keys)


def focused(desk):
    control = desk.spoken.focused()
    return (control.role, control.name or control.description) if control else None


def go_through(desk, dock):
    """Tab must move on from where the keyboard is, and whatever has it must have a name."""
    desk.command(f"go to {dock}")
    desk.wait(f"nothing in {dock} takes the keyboard", lambda: focused(desk))
    seen = []
    for _ in range(3):
        at = focused(desk)
        if not at or not at[1]:
            raise Stumbled(f"{at} has the keyboard in {dock} and no name, after {seen}")
        seen.append(at)
        desk.keys("Tab")
        desk.wait(f"Tab stays at {at} in {dock}", lambda: focused(desk) != seen[-1])
    desk.picture(dock.lower(), f"to use {dock}")


def compare_by_keys(desk):
    desk.command("go to compare")
    desk.says("RegNetX (paper)")
    for _ in range(40):
        if focused(desk)[0] == "chart":
            break
        desk.keys("Tab")
    else:
        raise Stumbled("Tab does not come to the plot of Compare")
    desk.keys("Right", "Right")
    desk.picture("value", "to tell the curves apart and to hear a value")
    desk.keys("Down")
    desk.picture("next-curve", "to go to the next curve")


def open_and_close(desk, title, keys):
    desk.keys(keys)
    desk.find(title, "dialog")
    at = desk.wait(f"nothing in “{title}” has the keyboard", lambda: focused(desk))
    if not at[1]:
        raise Stumbled(f"{at} has the keyboard in “{title}” and no name")
    desk.keys("Tab")
    desk.picture(title.lower().replace(" ", "-"), f"to use the dialog “{title}”")
    desk.keys("Escape")
    desk.gone(title, "dialog")
    desk.wait(f"after “{title}” nothing has the keyboard", lambda: focused(desk))
