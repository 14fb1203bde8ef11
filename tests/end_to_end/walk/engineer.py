# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Needs a backbone of 400 MF by tonight: inverse design, a pin, run time, code for three libraries."""
import json

from desk import Stumbled

KINDS = {"timm": "from timm.", "torchvision": "from torchvision.", "pycls": "REGNET:"}


def walk(desk):
    desk.open_window("--store", str(desk.home / "runs.db"))
    design(desk)
    keep(desk)
    save(desk)


def design(desk):
    desk.page("Spaces")
    desk.picture("spaces", "to find out where one asks for a network of 400 MF")
    desk.page("Inverse design")
    desk.picture("inverse-design", "to say what the network may cost")
    desk.fill("Target FLOPs", "400M")
    desk.fill("Parameters at most", "5M")
    desk.click("not measured", "combo box")
    desk.keys("Down", "Return")
    desk.says("Run time is predicted from")
    desk.picture("measurements", "to know how fast a network would be")
    desk.fill("Run time at most, in milliseconds", "60")
    desk.keys("Return")
    desk.picture("looking", "to see that it looks")
    desk.says("candidates meet this", 120)
    desk.picture("found", "to choose one of those that were found")


def keep(desk):
    desk.keys("ctrl+d")
    before = desk.find("params", "filler").text
    table = desk.find("Networks that meet the targets")
    desk.click_first_row(table)
    desk.keys("Return")
    desk.wait("Return in the table loads no network", lambda: desk.find("params", "filler").text != before)
    desk.keys("ctrl+d")
    desk.picture("pinned", "to keep the published network and the new one side by side")


def save(desk):
    for name, word in KINDS.items():
        target = desk.home / (name + (".yaml" if name == "pycls" else ".py"))
        desk.keys("ctrl+s")
        desk.find("Save the network")
        if name == "timm":
            desk.picture("save", "to get code for timm")
        desk.file_dialog("Save the network", target, name)
        desk.wait(f"{target.name} was not written", target.exists)
        if word not in target.read_text():
            desk.complaints.append(f"{target.name} has no “{word}” in it")
    desk.picture("saved", "to know where the files are")
    flops = json.loads(desk.regnet("network", "--json", "--config", desk.home / "pycls.yaml"))["flops"]
    if abs(flops - 400e6) > 0.02 * 400e6:
        raise Stumbled(f"the network that was saved has {flops} FLOPs, not 400 M")
