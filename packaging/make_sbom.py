#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists what is in the programs of a build folder, as SPDX 2.3 JSON, one file a Debian package.

Two sources, both of them what was really used: the shared libraries that a program is linked with (ldd), and the
headers that its objects were compiled from (ninja's own record), which also tells libraries that are headers only or
linked statically. dpkg says which package a file is from, and which version. Licences are what the package's own
copyright file names; they are Debian's short names, so they stand in a comment and nothing is concluded from them.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

# Debian package: the program, and the folders of the sources that are in it.
PROGRAMS = {
    "regnet": ("regnet", ("core/", "app/cli/")),
    "regnet-worker": ("regnet-worker", ("core/", "gpu/", "app/worker/")),
    "regnet-explorer": ("regnet-explorer", ("core/", "widgets/", "app/explorer/")),
}


def said(*command):
    answer = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"})
    if answer.returncode != 0:
        sys.exit(f"make_sbom.py: {' '.join(command[:2])}: {answer.stderr.strip() or 'failed'}")
    return answer.stdout


def libraries(program):
    """The files of the shared libraries, those of the libraries themselves included."""
    return {os.path.realpath(path) for path in re.findall(r"(?:=> )?(/\S+) \(0x", said("ldd", program))}


def headers(build, folders):
    """The system's headers from which the objects of these source folders were compiled."""
    found, wanted = set(), False
    for line in said("ninja", "-C", build, "-t", "deps").splitlines():
        if line.startswith("    "):
            path = line.strip()
            if wanted and path.startswith("/usr/"):
                found.add(os.path.realpath(path))
        elif line.startswith("ninja:") or not line:
            continue
        else:
            wanted = line.startswith(folders)
    return found


def owners(files):
    """Names of the packages that own files, and the files that dpkg does not know."""
    names, unknown, asked = set(), [], sorted(files)
    for start in range(0, len(asked), 500):
        answer = subprocess.run(["dpkg-query", "--search", *asked[start:start + 500]], capture_output=True, text=True,
                                env={**os.environ, "LC_ALL": "C"})
        for line in answer.stdout.splitlines():
            owner = line.rpartition(": ")[0]
            if not owner.startswith("diversion "):
                names.update(name.strip() for name in owner.split(","))
        unknown += re.findall(r"no path found matching pattern (\S+)", answer.stderr)
    return names, unknown


def packages_of(files):
    """Names of the Debian packages that the files are from."""
    names, unknown = owners(files)
    # On a merged /usr, dpkg knows some files by the name that they had in /lib.
    more, unknown = owners(path.removeprefix("/usr") for path in unknown)
    for path in unknown:
        print(f"make_sbom.py: no package owns {path}; it is left out", file=sys.stderr)
    return names | more


def licences(package):
    """Short names in the package's machine-readable copyright file; nothing where it has none."""
    path = Path("/usr/share/doc") / package.split(":")[0] / "copyright"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    if not text.lstrip().startswith("Format"):
        return []
    return sorted({name.strip() for name in re.findall(r"^License:[ \t]*(\S.*)$", text, re.MULTILINE)})


def described(package, how):
    form = "${Package}\t${Version}\t${source:Package}\t${Architecture}\t${Homepage}"
    name, version, source, architecture, homepage = said("dpkg-query", "--show", "-f", form, package).split("\t")
    names = licences(package)
    entry = {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
        "name": name,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "comment": f"{how}; source package {source}"
                   + (f"; its copyright file names {', '.join(names)}" if names else ""),
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": f"pkg:deb/debian/{name}@{version}?arch={architecture}"}],
    }
    if homepage:
        entry["homepage"] = homepage
    return entry


def document(package, version, program, build, folders):
    linked = packages_of(libraries(program))
    compiled = packages_of(headers(build, folders)) - linked
    entries = [described(name, "shared library") for name in sorted(linked)]
    entries += [described(name, "headers or static library at compilation") for name in sorted(compiled)]
    own = {
        "SPDXID": "SPDXRef-Package",
        "name": package,
        "versionInfo": version,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseDeclared": "GPL-3.0-or-later",
        "copyrightText": "2026 The RegNet Explorer authors",
    }
    stamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), timezone.utc)
    links = [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
              "relatedSpdxElement": "SPDXRef-Package"}]
    for entry in entries:
        if entry["comment"].startswith("shared"):
            links.append({"spdxElementId": "SPDXRef-Package", "relationshipType": "DYNAMIC_LINK",
                          "relatedSpdxElement": entry["SPDXID"]})
        else:
            links.append({"spdxElementId": entry["SPDXID"], "relationshipType": "BUILD_DEPENDENCY_OF",
                          "relatedSpdxElement": "SPDXRef-Package"})
    return {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"{package}-{version}",
        "documentNamespace": f"urn:regnet-explorer:spdx:{package}:{version}:{int(stamp.timestamp())}",
        "creationInfo": {"created": stamp.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: make_sbom.py"]},
        "packages": [own, *entries],
        "relationships": links,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="build folder, such as build/package")
    parser.add_argument("package", nargs="*", help=f"only of these: {', '.join(PROGRAMS)}")
    arguments = parser.parse_args()
    build, asked = arguments.build, arguments.package or list(PROGRAMS)
    unknown = [name for name in asked if name not in PROGRAMS]
    if unknown:
        sys.exit(f"make_sbom.py: {unknown[0]} is no package of ours; these are: {', '.join(PROGRAMS)}")
    cache = Path(build, "CMakeCache.txt")
    if not cache.exists():
        sys.exit(f"make_sbom.py: {build} is no build folder: it has no CMakeCache.txt")
    version = re.search(r"^CMAKE_PROJECT_VERSION:STATIC=(.*)$", cache.read_text(), re.MULTILINE).group(1)
    for package in asked:
        program, folders = PROGRAMS[package]
        path = Path(build, "bin", program)
        if not path.exists():
            continue
        target = Path(build, "packaging", f"{package}.spdx.json")
        target.parent.mkdir(parents=True, exist_ok=True)
        made = document(package, version, str(path), build, folders)
        target.write_text(json.dumps(made, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"  {target.name}: {len(made['packages']) - 1} components")


if __name__ == "__main__":
    main()
