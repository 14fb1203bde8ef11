#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over the sources of a finished build.

A source that was clean is not read again until it, a header that it includes, its compile command, .clang-tidy
or clang-tidy itself changes: its key stands in a folder of the user's cache. Sources that include LibTorch are left
out: clang 14 reads its headers as C++17 only. The others are read without g++'s precompiled headers, which clang
cannot read.

Nine tenths of the time go to the headers of others, so sources that the build compiles as one unit (cmake/Unity.cmake)
are read as one, too. Where that has something to say, each is read alone.
"""
import argparse
import concurrent.futures
import hashlib
import itertools
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import typing

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


def members(file: str) -> list[pathlib.Path]:
    """The sources that are compiled as this one: several where CMake made a unit of them (cmake/Unity.cmake)."""
    path = pathlib.Path(file).resolve()
    if path.parent.name != "Unity":
        return [path]
    return [pathlib.Path(name).resolve() for name in re.findall(r'^#include "(.*)"$', path.read_text(), re.MULTILINE)]


class Source(typing.NamedTuple):
    path: str
    key: str
    unit: str  # what the build compiles: this source, or a file that includes it and others
    directory: str
    command: str  # without the source and what is made of it


def sources(build: pathlib.Path, tidy_version: str) -> list[Source]:
    """Every source to check, with its key."""
    lists = header_lists(build)
    known: dict[str, str] = {}
    config = (ROOT / ".clang-tidy").read_text()
    found = []
    for entry in json.loads((build / "compile_commands.json").read_text()):
        together = [source for source in members(entry["file"])
                    if source.is_relative_to(ROOT) and source.relative_to(ROOT).parts[0] in FOLDERS]
        arguments = shlex.split(entry["command"])
        target = entry.get("output") or arguments[arguments.index("-o") + 1]
        # Precompiled headers are of others only, and a new copy of the same is another file.
        files = [file for file in lists.get(target, []) if "cmake_pch" not in file]
        has_torch = any(f"/include/{room}/" in file for room in ("torch", "ATen", "c10") for file in files)
        if has_torch or "regnet_gpu.dir/cmake_pch.hxx" in entry["command"]:
            continue
        command = without_precompiled(entry["command"])
        shared = re.sub(r" -o \S+ -c \S+$", "", command)
        headers = sorted(file for file in files if pathlib.Path(file).suffix not in (".cpp", ".cxx"))
        for source in together:
            key = hashlib.sha256()
            for part in (tidy_version, config, relative(shared)):
                key.update(part.encode())
            for file in [str(source), *headers]:
                key.update(f"{relative(file)} {fingerprint(file, known)}\n".encode())
            found.append(Source(str(source), key.hexdigest(), entry["file"], entry["directory"], shared))
    return found


def batches(todo: list[Source]) -> list[list[Source]]:
    """What is read as one: the sources of a unit. They stand together in the list."""
    return [list(batch) for _, batch in itertools.groupby(todo, key=lambda source: source.unit)]


def write_commands(folder: pathlib.Path, found: list[list[Source]]) -> None:
    """The compile commands of all sources, and of a file for each batch: that of its first source."""
    folder.mkdir(exist_ok=True)
    entries = []
    for batch in found:
        for source, path in [(batch[0], batch_file(batch, folder))] + [(each, each.path) for each in batch]:
            entries.append({"directory": source.directory, "file": path, "command": f"{source.command} -c {path}"})
    (folder / "compile_commands.json").write_text(json.dumps(entries))


def batch_file(batch: list[Source], folder: pathlib.Path) -> str:
    return str(folder / f"batch_{batch[0].key}.cpp")


def read(file: str, folder: pathlib.Path) -> tuple[int, str]:
    # The build's flags are g++'s; those that clang does not know are no finding. Names of one source may hide those
    # of another of its batch; within a source g++ warns of it.
    command = ["clang-tidy", "--quiet", "-p", str(folder), "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-ignored-optimization-argument", "--extra-arg=-Wno-shadow",
               "--checks=-bugprone-suspicious-include",
               f"--header-filter=({'|'.join(FOLDERS)}|tests)/.*[.](h|cpp)$", file]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    noise = ("warnings generated", "warning generated", "Suppressed ", "Use -header-filter")
    errors = [line for line in run.stderr.splitlines() if not any(word in line for word in noise)]
    return run.returncode, run.stdout + "\n".join(errors)


def check(batch: list[Source], folder: pathlib.Path) -> tuple[list[Source], list[str]]:
    """(clean ones, what there is to say about the others)"""
    clean: list[Source] = []
    said: list[str] = []

    def check_alone(source: Source) -> None:
        code, text = read(source.path, folder)
        if code == 0:
            clean.append(source)
        else:
            said.append(text)

    file = batch_file(batch, folder)
    while len(batch) > 1:
        pathlib.Path(file).write_text("".join(f'#include "{source.path}"\n' for source in batch))
        code, text = read(file, folder)
        if code == 0:
            return clean + batch, said
        named = [source for source in batch if source.path + ":" in text] or batch
        for source in named:
            check_alone(source)
        batch = [source for source in batch if source not in named]
    for source in batch:
        check_alone(source)
    return clean, said


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
        cache = build / "tidy-cache"
        cache.mkdir(exist_ok=True)

    everything = [source for source in sources(build, version) if options.only in source.path]
    todo = [source for source in everything if not (cache / source.key).exists()]
    if todo:
        print(f"clang-tidy: reading {len(todo)} of {len(everything)} sources.", flush=True)
    folder = build / "tidy"
    found = batches(todo)
    write_commands(folder, found)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(max(1, options.jobs)) as pool:
        for clean, said in pool.map(check, found, [folder] * len(found)):
            for source in clean:
                (cache / source.key).touch()
            bad += len(said)
            for text in said:
                print(text.strip(), file=sys.stderr, flush=True)
    if bad:
        print(f"clang-tidy has something to say about {bad} of {len(everything)} sources.", file=sys.stderr)
        return 1
    print(f"clang-tidy: {len(everything)} sources are clean.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
