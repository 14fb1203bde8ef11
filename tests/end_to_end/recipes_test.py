#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be checked of the Flatpak manifest and the container recipes without their tools. $1: the source folder."""
import subprocess
import sys
from pathlib import Path

try:
    import yaml
except ImportError:
    print("python3-yaml is not installed: the Flatpak manifest is not checked.")
    sys.exit(77)

root = Path(sys.argv[1])
folder = root / "packaging/flatpak"
wrong = []
(manifest,) = folder.glob("*.yaml")
flatpak = yaml.safe_load(manifest.read_text())
if flatpak["id"] != manifest.stem:
    wrong.append(f"{manifest.name} has the id {flatpak['id']}")
fetched = subprocess.run([folder / "get_sources.sh", "--list"], check=True, capture_output=True, text=True).stdout.split()
named = {source["path"] for module in flatpak["modules"] for source in module["sources"]}
for path in named - {"../.."}:
    if path.removeprefix("sources/") not in fetched:
        wrong.append(f"{path} is a source that get_sources.sh does not fetch")
for library in fetched:
    if f"sources/{library}" not in named:
        wrong.append(f"get_sources.sh fetches {library}, which no module uses")
own = flatpak["modules"][-1]["config-opts"]
if f"-DREGNET_APPLICATION_ID={flatpak['id']}" not in own:
    wrong.append("the application id of the manifest is not that of the metadata")
for name in ("Dockerfile", "regnet.def"):
    if "packaging/container/install.sh /sources" not in (root / "packaging/container" / name).read_text():
        wrong.append(f"{name} does not run packaging/container/install.sh")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
