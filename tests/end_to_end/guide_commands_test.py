#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the regnet lines of the guide and of README.md, page by page, each page in a folder of its own.

$1: the source folder, $2: the folder of the programs, the rest: names of pages, all where there is none.

What a reader does not see, in HTML comments:
  <!-- not run: WHY -->          the next block is not run; without a reason the test fails
  <!-- first: COMMAND -->        is run before what follows: what the page takes for granted
  <!-- file: NAME\nTEXT\n-->     a file that the page names
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

root = Path(sys.argv[1])
programs = Path(sys.argv[2]).resolve()
chosen = sys.argv[3:]

PIECE = re.compile(r"<!--(?P<remark>.*?)-->|^```(?P<language>\w*)\n(?P<block>.*?)^```", re.DOTALL | re.MULTILINE)


def commands_in(block):
    """Lines that begin with regnet, wherever it was built; one that ends in a backslash goes on in the next."""
    for line in block.replace("\\\n", " ").splitlines():
        line = re.sub(r"^build/\w+/bin/(?=regnet\b)", "", line.strip())
        if re.match(r"regnet\s", line):
            yield line


class Page:
    def __init__(self, path, folder):
        self.name, self.text, self.folder = str(path.relative_to(root)), path.read_text(), folder
        self.wrong, self.ran, self.left_out = [], 0, 0
        self.environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", XDG_DATA_HOME=str(folder / ".data"),
                                REGNET_SLURM_PROFILES=str(folder / "slurm.json"), QT_QPA_PLATFORM="offscreen",
                                OMP_NUM_THREADS="1")

    def run(self, command):
        self.ran += 1
        begin = time.monotonic()
        try:
            ended = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, text=True,
                                   stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        except subprocess.TimeoutExpired:
            self.wrong.append(f"{self.name}: {command}\n    is not done after two minutes")
            return
        print(f"{time.monotonic() - begin:6.1f} s  {self.name}: {command}", flush=True)
        if ended.returncode != 0:
            self.wrong.append(f"{self.name}: {command}\n    ended with {ended.returncode}: {ended.stderr.strip()[-500:]}")

    def check(self):
        is_left_out = False
        for piece in PIECE.finditer(self.text):
            remark = (piece["remark"] or "").strip()
            kind, _, value = remark.partition(":")
            if piece["block"] is not None:
                if is_left_out:
                    self.left_out += 1
                else:
                    for command in commands_in(piece["block"]):
                        self.run(command)
                is_left_out = False
            elif kind.startswith("not run"):
                is_left_out = True
                if len(value.strip()) < 10:
                    self.wrong.append(f"{self.name}: a block is not run and nothing says why: <!--{piece['remark']}-->")
            elif kind == "first":
                self.run(value.strip())
            elif kind == "file":
                name, _, content = value.strip().partition("\n")
                (self.folder / name.strip()).write_text(content + "\n")
            else:
                self.wrong.append(f"{self.name}: a remark that this test does not know: <!--{piece['remark']}-->")
        if is_left_out:
            self.wrong.append(f"{self.name}: its last \"not run\" stands before no block")


def main():
    pages = [root / "README.md"] + sorted((root / "docs/guide").glob("*.md"))
    if chosen:
        pages = [page for page in pages if page.name in chosen]
    wrong, ran, left_out = [], 0, 0
    for path in pages:
        folder = Path(tempfile.mkdtemp(prefix="regnet-guide-"))
        try:
            page = Page(path, folder)
            page.check()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        wrong, ran, left_out = wrong + page.wrong, ran + page.ran, left_out + page.left_out
    used = os.times()
    print(f"{ran} commands, {left_out} blocks not run, {used.children_user + used.children_system:.0f} s of CPU")
    if not chosen and ran < 40:
        wrong.append(f"only {ran} commands were found: the guide has more")
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main())
