#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains networks for two batches each and writes what a worker took at its peak, one JSON object a line: what
predictedMemory is held against.

    training_memory.py --bin build/ci/bin > tests/data/training_memory.jsonl

The queue starts this very file as its worker (REGNET_WORKER), which starts the real one and asks the system.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

# Space, other images (side, FLOPs from and to), batch, networks.
POPULATIONS = [
    ("RegNetX@cpu", None, 64, 6), ("AnyNetX_A@cpu", None, 128, 6), ("RegNetY@cpu", None, 64, 4),
    ("RegNetV@cpu", None, 32, 4), ("RegNetX@cpu-10MF", None, 128, 4), ("AnyNetX_A@cpu-40MF", None, 64, 4),
    ("RegNetX@cpu-40MF", None, 128, 4), ("RegNetY@cpu-40MF", None, 128, 3), ("RegNetV@cpu-10MF", None, 128, 3),
    ("RegNetX@200MF", (96, 20_000_000, 60_000_000), 32, 4), ("RegNetX@200MF", (224, 150_000_000, 300_000_000), 16, 4),
]


def as_worker(notes):
    real = os.environ["REGNET_REAL_WORKER"]
    process = os.spawnv(os.P_NOWAIT, real, [real, *sys.argv[1:]])
    _, status, usage = os.wait4(process, 0)
    job = json.loads((pathlib.Path(sys.argv[1]) / "job.json").read_text())
    recipe = job["recipe"]
    row = {"network": job["network"], "batch_size": recipe["batch_size"], "train_images": recipe["train_images"],
           "test_images": recipe["test_images"], "peak_bytes": usage.ru_maxrss * 1024}
    with open(notes, "a") as file:
        file.write(json.dumps(row, separators=(",", ":")) + "\n")
    sys.exit(os.waitstatus_to_exitcode(status))


def spaces_file(regnet, home, name, window):
    """The space with images of another side and ten classes."""
    space = json.loads(subprocess.run([regnet, "space", "show", name, "--json"], check=True,
                                      capture_output=True).stdout)
    side, low, high = window
    space.pop("parent", None)
    space.update(name=f"{side} px", resolution=side, limits={"flops": [low, high]})
    space["head"]["classes"] = 10
    file = home / f"{side}.json"
    file.write_text(json.dumps(space))
    return file


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", type=pathlib.Path, required=True, help="folder of regnet and regnet-worker")
    given = options.parse_args()
    regnet = given.bin.resolve() / "regnet"
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        notes = home / "notes.jsonl"
        environment = {**os.environ, "REGNET_WORKER": str(pathlib.Path(__file__).resolve()),
                       "REGNET_REAL_WORKER": str(given.bin.resolve() / "regnet-worker"),
                       "REGNET_MEMORY_NOTES": str(notes)}
        for number, (name, window, batch, count) in enumerate(POPULATIONS):
            recipe = home / "recipe.json"
            recipe.write_text(json.dumps({"name": f"two batches of {batch}", "epochs": 1, "batch_size": batch,
                                          "train_images": 2 * batch, "test_images": batch}))
            space = spaces_file(regnet, home, name, window) if window else name
            subprocess.run([regnet, "train", "--store", home / "runs.db", "--population", str(number), "--space", space,
                            "--n", str(count), "--recipe", recipe, "--workers", "1"], check=True, env=environment,
                           stdout=sys.stderr)
        print(notes.read_text(), end="")


if __name__ == "__main__":
    if "REGNET_MEMORY_NOTES" in os.environ:
        as_worker(os.environ["REGNET_MEMORY_NOTES"])
    main()
