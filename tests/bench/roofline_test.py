#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sums that roofs follow from, beside those counted by hand for published networks.

    roofline_test.py REGNET
"""
import json
import subprocess
import sys

import roofline

IMAGENET = {"stem": {"type": "simple_stem_in", "width": 32}, "resolution": 224}
WANTED = {"RegNetX-200MF": (2266152, 2163056, 364560), "RegNetX-400MF": (3219104, 3142272, 646016)}


def main():
    for model, wanted in WANTED.items():
        answer = subprocess.run([sys.argv[1], "network", "--published", model, "--json"], check=True,
                                capture_output=True, text=True).stdout
        described = json.loads(answer)
        total = roofline.sums(IMAGENET, described["stages"])
        assert (total.inputs, total.outputs, total.blocks) == wanted, f"{model}: {total}"
        assert (total.stem_input, total.stem_output) == (150528, 401408), f"{model}: {total}"
        assert total.outputs + 1000 == described["activations"], f"{model}: outputs are not the activations"
    assert roofline.step_bytes(total) == 4 * (3 * 3219104 + 11 * 3142272 + 6 * 646016 - 150528 - 401408)
    assert roofline.roofs(total, 400, 1200, roofline.step_bytes(total)) == (1, 1)


if __name__ == "__main__":
    main()
