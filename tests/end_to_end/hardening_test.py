#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether finished programs have the protection that cmake/Hardening.cmake asks for: hardening_test.py PROGRAM...

Reads their headers and symbols with readelf; ends with 77, skipped, where there is none.
"""
import re
import shutil
import subprocess
import sys


def said(*words):
    return subprocess.run(["readelf", "-W", *words], check=True, capture_output=True, text=True).stdout


def missing(program):
    """What a program does not have, in words."""
    header, segments, dynamic = said("-h", program), said("-l", program), said("-d", program)
    symbols = said("--dyn-syms", program)
    stack = re.search(r"GNU_STACK.*?\s(R[W ]?E?)\s+0x", segments)
    checks = {
        "a position of its own at each start (PIE)": "DYN" in header and "PIE" in dynamic,
        "a table of addresses that nobody overwrites (RELRO)": "GNU_RELRO" in segments,
        "all addresses looked up at the start (BIND_NOW)": "NOW" in dynamic,
        "a stack that is not executed": bool(stack) and "E" not in stack.group(1),
        "no segment that is both written and executed": not re.search(r"LOAD.*\sRWE\s", segments),
        "a mark on the stack before each return": "__stack_chk_fail" in symbols,
        "calls of libc that know how large a buffer is": re.search(r"__\w+_chk@", symbols) is not None,
        "no search path for libraries that others may write": not re.search(r"R(UN)?PATH.*\[(.*:)?(:|\]|/tmp|\.(?!\w))", dynamic),
    }
    return [what for what, is_there in checks.items() if not is_there]


def main():
    if not shutil.which("readelf"):
        print("readelf (binutils) is not installed: the programs are not looked at.")
        return 77
    bad = 0
    for program in sys.argv[1:]:
        lacks = missing(program)
        print(f"{program}: {'lacks ' + '; '.join(lacks) if lacks else 'has it all'}")
        bad += bool(lacks)
    return 1 if bad or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
