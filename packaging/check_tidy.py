#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the sources of a finished build.

A source that was clean is not read again until it, a header that it includes, its compile command, .clang-tidy
or clang-tidy itself changes: its key stands in a folder of the user's cache. Sources that include LibTorch are left
out: clang 14 reads its headers as C++17 only. The others are read without g++'s precompiled headers, which clang
cannot read, and so show that they include what they use.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("app", "core", "widgets", "gpu")


def header_lists(build: pathlib.Path) -> dict[str, list[str]]:
    """Object file -> the files that it was made from, as ninja noted them."""
    ninja = shutil.which("ninja") or "ninja"
    text = subprocess.run([ninja, "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=True).stdout
    lists: dict[str, list[str]] = {}
    current = None
    for line in text.splitlines():
        if line.startswith("    "):
            if current is not None:
                current.append(os.path.normpath(os.path.join(build, line.strip())))
        elif ": #deps" in line:
            current = lists.setdefault(line.split(": #deps")[0], [])
        else:
            current = None
    return lists


def fingerprint(path: str, known: dict[str, str]) -> str:
    """Of our files the content; of the system's files size and time, which are quick to ask."""
    if path not in known:
        try:
            if pathlib.Path(path).is_relative_to(ROOT):
                known[path] = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
            else:
                status = os.stat(path)
                known[path] = f"{status.st_size}:{status.st_mtime_ns}"
        except OSError:
            known[path] = "missing"
    return known[path]


def relative(text: str) -> str:
    return text.replace(str(ROOT), ".")


def without_precompiled(command: str) -> str:
    """The compile command, reading all its headers itself."""
    return re.sub(r" -Winvalid-pch| -include \S*cmake_pch\.hxx", "", command)


def commands_for_clang(build: pathlib.Path) -> pathlib.Path:
    """A folder with the build's compile commands as clang-tidy can follow them."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = without_precompiled(entry["command"])
    folder = build / "tidy"
    folder.mkdir(exist_ok=True)
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    return folder


def work(build: pathlib.Path, tidy_version: str) -> list[tuple[str, str]]:
    """(source, key) of every source to check."""
    lists = header_lists(build)
    known: dict[str, str] = {}
    config = (ROOT / ".clang-tidy").read_text()
    found = []
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(entry["file"]).resolve()
        if not source.is_relative_to(ROOT) or source.relative_to(ROOT).parts[0] not in FOLDERS:
            continue
        arguments = shlex.split(entry["command"])
        target = entry.get("output") or arguments[arguments.index("-o") + 1]
        files = lists.get(target, [])
        has_torch = any(f"/include/{room}/" in file for room in ("torch", "ATen", "c10") for file in files)
        if has_torch or "regnet_gpu.dir/cmake_pch.hxx" in entry["command"]:
            continue
        key = hashlib.sha256()
        for part in (tidy_version, config, relative(without_precompiled(entry["command"]))):
            key.update(part.encode())
        for file in sorted(files):
            key.update(f"{relative(file)} {fingerprint(file, known)}\n".encode())
        found.append((str(source), key.hexdigest()))
    return found


def check(source: str, commands: pathlib.Path) -> tuple[str, int, str]:
    # The build's flags are g++'s; those that clang does not know are no finding.
    command = ["clang-tidy", "--quiet", "-p", str(commands), "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-ignored-optimization-argument", source]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    noise = ("warnings generated", "warning generated", "Suppressed ", "Use -header-filter")
    errors = [line for line in run.stderr.splitlines() if not any(word in line for word in noise)]
    return source, run.returncode, run.stdout + "\n".join(errors)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", default="", help="check only sources whose path contains this")
    options = parser.parse_args()
    build = options.build.resolve()

    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "regnet-explorer" / "tidy"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        cache = build / "tidy"
        cache.mkdir(exist_ok=True)

    everything = [(source, key) for source, key in work(build, version) if options.only in source]
    todo = [(source, key) for source, key in everything if not (cache / key).exists()]
    if todo:
        print(f"clang-tidy: reading {len(todo)} of {len(everything)} sources.", flush=True)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(max(1, options.jobs)) as pool:
        keys = dict(todo)
        commands = commands_for_clang(build)
        for source, code, text in pool.map(lambda item: check(item[0], commands), todo):
            if code == 0:
                (cache / keys[source]).touch()
            else:
                bad += 1
                print(text.strip(), file=sys.stderr, flush=True)
    if bad:
        print(f"clang-tidy has something to say about {bad} of {len(everything)} sources.", file=sys.stderr)
        return 1
    print(f"clang-tidy: {len(everything)} sources are clean.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
