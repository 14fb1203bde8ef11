#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of components names what the command line is linked with and what is compiled into it.
$1: make_sbom.py, $2: a build folder. Ends with 77, skipped, where there is no dpkg or the build was not ninja's."""
import json
import shutil
import subprocess
import sys
from pathlib import Path

script, build = sys.argv[1:]
if not shutil.which("dpkg-query") or not Path(build, "build.ninja").exists():
    print("dpkg or ninja is missing: no list of components is made here.")
    sys.exit(77)


def run(*words):
    return subprocess.run([sys.executable, script, *words], capture_output=True, text=True)


made = run(build, "regnet")
assert made.returncode == 0, made.stderr
document = json.loads(Path(build, "packaging/regnet.spdx.json").read_text())
packages = {package["name"]: package for package in document["packages"]}
kinds = {}
for link in document["relationships"]:
    kinds.setdefault(link["relationshipType"], []).append(link)
linked = {link["relatedSpdxElement"] for link in kinds["DYNAMIC_LINK"]}
compiled = {link["spdxElementId"] for link in kinds["BUILD_DEPENDENCY_OF"]}
assert packages["regnet"]["licenseDeclared"] == "GPL-3.0-or-later"
assert packages["libsqlite3-0"]["SPDXID"] in linked, "a shared library"
assert packages["libc6"]["SPDXID"] in linked, "a library that is known under /lib"
assert packages["nlohmann-json3-dev"]["SPDXID"] in compiled, "a library that is headers only"
assert packages["libsqlitecpp-dev"]["SPDXID"] in compiled, "a library that is linked statically"
assert not any("Qt" in name or "qt6" in name or "torch" in name for name in packages), "what it does not use"
assert packages["libsqlite3-0"]["externalRefs"][0]["referenceLocator"].startswith("pkg:deb/debian/libsqlite3-0@")

assert run("/no/such/folder").stderr == "make_sbom.py: /no/such/folder is no build folder: it has no CMakeCache.txt\n"
wrong = run(build, "nonsense")
assert wrong.returncode == 1 and "nonsense is no package of ours" in wrong.stderr, wrong.stderr
