#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the real window as five kinds of users would, and leaves pictures of what they see."""
import argparse
import importlib
import sys
from pathlib import Path

try:
    from desk import Desk, Stumbled, missing_tools
except ImportError as error:
    print(f"walk.py: {error}: install python3-gi, and use the Python that it belongs to", file=sys.stderr)
    sys.exit(77)

PATHS = ["student", "engineer", "reader", "researcher", "without_mouse"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", type=Path, help="the folder of regnet-explorer, regnet and regnet-worker")
    parser.add_argument("pictures", type=Path, help="the folder for pictures and index.md")
    parser.add_argument("--only", choices=PATHS, action="append", help="this user (may be given again)")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=int, default=1, help="2: a screen of 200 %%")
    given = parser.parse_args()
    missing = missing_tools()
    if missing:
        print(f"walk.py: {', '.join(missing)} missing", file=sys.stderr)
        return 77
    given.pictures.mkdir(parents=True, exist_ok=True)
    stumbles, steps = [], []
    for path in given.only or PATHS:
        desk = Desk(given.programs.resolve(), given.pictures, given.scale, appearance="dark" if given.dark else "light")
        desk.begin(path)
        try:
            importlib.import_module(path).walk(desk)
        except Stumbled as stumbled:
            stumbles.append(f"{path}: {stumbled}")
        finally:
            desk.close()
        stumbles += [f"{path}: {complaint}" for complaint in desk.complaints]
        steps += desk.steps
    write_index(given.pictures / "index.md", steps, stumbles)
    for stumble in stumbles:
        print(f"walk.py: {stumble}", file=sys.stderr)
    print(f"walk.py: {len(steps)} pictures, {len(stumbles)} stumbles; {given.pictures / 'index.md'}")
    return 1 if stumbles else 0


def write_index(target, steps, stumbles):
    lines = ["# The walk", ""]
    lines += [f"- **Stumbled.** {stumble}" for stumble in stumbles]
    before = None
    for path, picture, wish in steps:
        if path != before:
            module = importlib.import_module(path)
            lines += ["", f"## {path.replace('_', ' ').capitalize()}", "", module.__doc__.strip()]
        before = path
        lines += ["", f"They want {wish}.", "", f"![{wish}]({picture})"]
    target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
