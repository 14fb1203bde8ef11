#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the same networks with this program and with its peers on a CPU, block by block in turn, and prints images a
second, the ratio to the best peer, the share of the roof, and peak memory.

    training_peer.py --bin build/ci/bin [--threads 1] [--rounds 7] [--only NAME,NAME] [--arms NAME,NAME] [--json FILE]

Run it with the Python whose torch the program was built with. Arms: ours; ours without its own loops ("plain"); and
those of pytorch_arm.py: PyTorch eager in NCHW and NHWC, in bfloat16 where the processor has it, and compiled, on the
module that `regnet export network --as pytorch` writes; the RegNets of timm and torchvision, in NHWC. Each arm is a
process of its own; all get the same weights and batch, and their losses of two steps must agree to 1 % (5 % for
bfloat16), or there is no comparison and the exit code is 1. What cannot be had is named with the reason.

The roof is the lower of two: multiply-adds at the rate of a large matrix product, and memory traffic (roofline.py) at
that of a large copy, both measured before.
"""
import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

import pytorch_arm
import roofline

CIFAR = {"stem": {"type": "res_stem_cifar", "width": 16}, "resolution": 32, "head": {"classes": 10, "width": 0}}
IMAGENET = {"stem": {"type": "simple_stem_in", "width": 32}, "resolution": 224, "head": {"classes": 1000, "width": 0}}
COMPILED_JOB = 500_000  # images: ten epochs of CIFAR-10, which pay for one compilation


def regnet(frame, depth, w0, wa, wm, group, ratio=1.0, squeeze=0.0):
    line = {"depth": depth, "w0": w0, "wa": wa, "wm": wm, "group_width": group, "bottleneck_ratio": ratio, "stride": 2}
    return {**frame, "block": "X", "se_ratio": squeeze, "regnet": line}


# Name, batch, network. Those of 32 pixels are of the space RegNetX@cpu, but for g64; those of 224 are RegNetX-200MF
# and -400MF and RegNetY-200MF, but for g2.
NETWORKS = [
    ("32px-g1", 64, regnet(CIFAR, 6, 24, 34.5, 2.275, 1, 2.0)),
    ("32px-g2", 64, regnet(CIFAR, 13, 16, 19.1, 2.314, 2, 2.0)),
    ("32px-g4", 64, regnet(CIFAR, 8, 24, 26.4, 2.052, 4, 2.0)),
    ("32px-g8", 64, regnet(CIFAR, 9, 32, 12.2, 1.564, 8, 2.0)),
    ("32px-g16", 64, regnet(CIFAR, 14, 8, 9.9, 2.339, 16)),
    ("32px-g32", 64, regnet(CIFAR, 10, 16, 13.4, 2.004, 32, 2.0)),
    ("32px-g64", 64, regnet(CIFAR, 6, 64, 32.0, 2.0, 64)),
    ("32px-g8-se", 64, regnet(CIFAR, 9, 32, 12.2, 1.564, 8, 2.0, 0.25)),
    ("224px-g2", 16, regnet(IMAGENET, 9, 24, 22.0, 2.2, 2)),
    ("224px-g8", 16, regnet(IMAGENET, 13, 24, 36.44, 2.49, 8)),
    ("224px-g8-se", 16, regnet(IMAGENET, 13, 24, 36.44, 2.49, 8, 1.0, 0.25)),
    ("224px-g16", 16, regnet(IMAGENET, 22, 24, 24.48, 2.54, 16)),
]

SMALL_GROUPS = ("g1", "g2", "g4", "g8")


class Unavailable(Exception):
    """Why an arm cannot train a network here."""


class Arm:
    def __init__(self, command, threads):
        environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive"}
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, env=environment)
        answer = self.process.stdout.readline().strip()
        if not answer.startswith("ready"):
            self.close()
            raise Unavailable(answer.removeprefix("cannot ") or f"{command[0]} did not start")
        self.compile_seconds = float(answer.split()[1]) if " " in answer else 0.0

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return [float(word) for word in self.process.stdout.readline().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def export_network(program, spec_file, kind, out):
    done = subprocess.run([program, "export", "network", "--spec", spec_file, "--as", kind, "--out", out],
                          capture_output=True, text=True)
    if done.returncode:
        raise Unavailable(done.stderr.strip().splitlines()[-1])


def export_library_network(program, spec_file, library, out):
    """Where a library cannot build the network, the program writes plain PyTorch and why: no arm of the library."""
    export_network(program, spec_file, library, out)
    code = out.read_text()
    if f"from {library}" not in code:
        raise Unavailable(code.splitlines()[0].removeprefix("# ").removesuffix(". Plain PyTorch instead:"))


def start_arms(folder, given, batch, network):
    """The arms that can train this network, and why the others cannot."""
    (folder / "state").mkdir()
    file, program = folder / "network.json", given.bin / "regnet"
    file.write_text(json.dumps(network))
    export_network(program, file, "pytorch", folder / "network.py")
    ours = [given.bin / "training_bench", file, batch, given.threads, folder / "state"]
    arms = {"ours": Arm(ours, given.threads), "plain": Arm([*ours, "--plain"], given.threads)}
    missing = {}
    for name in given.arms:
        try:
            if name in pytorch_arm.LIBRARIES:
                export_library_network(program, file, name, folder / f"{name}.py")
            arms[name] = Arm([sys.executable, pytorch_arm.__file__, folder, name, "--regnet", program, "--batch", batch,
                              "--resolution", network["resolution"], "--threads", given.threads], given.threads)
        except Unavailable as why:
            missing[name] = str(why)
    return arms, missing


def check_losses(name, arms):
    first = {arm: process.ask("steps 2")[1:] for arm, process in arms.items()}
    for arm, losses in first.items():
        allowed = 0.05 if arm == "bf16" else 0.01
        if any(abs(a - b) > allowed * abs(b) for a, b in zip(losses, first["plain"])):
            sys.exit(f"{name}: {arm} does not train the same network: {first}")


def compare(name, batch, network, given):
    """Images a second of each arm by rounds, their peaks in MB, seconds of compiling, and which arms are missing."""
    with tempfile.TemporaryDirectory() as home:
        arms, missing = start_arms(pathlib.Path(home), given, batch, network)
        check_losses(name, arms)
        pace = arms["plain"].ask("steps 2")[0] / 2
        steps = max(2, math.ceil(given.seconds / pace))
        rates = {arm: [] for arm in arms}
        order = list(arms)
        for _ in range(given.rounds):
            for arm in order:
                rates[arm].append(batch * steps / arms[arm].ask(f"steps {steps}")[0])
            order.append(order.pop(0))
        peaks = {arm: process.ask("peak")[0] for arm, process in arms.items()}
        compiling = arms["compiled"].compile_seconds if "compiled" in arms else None
        for process in arms.values():
            process.close()
    return {"rates": rates, "peaks": peaks, "compile_seconds": compiling, "missing": missing}


def ceilings(threads):
    """In a process of its own: what it holds would count as the arms' memory, which inherit their parent's peak."""
    answer = subprocess.run([sys.executable, roofline.__file__, str(threads)], check=True, capture_output=True,
                            text=True)
    return json.loads(answer.stdout)


def describe(given, network):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(network, file)
        file.flush()
        answer = subprocess.run([given.bin / "regnet", "network", "--spec", file.name, "--json"], check=True,
                                capture_output=True, text=True)
    return json.loads(answer.stdout)


def geometric_mean(values):
    return math.exp(statistics.fmean(math.log(value) for value in values))


def is_small_group(name):
    return name.split("-")[1] in SMALL_GROUPS


def figures(name, network, given, measured, roof_rates):
    """What a row says: paired ratios to the best peer, to plain, to a compiled job, and the share of the roof."""
    rates = measured["rates"]
    middle = {arm: statistics.median(values) for arm, values in rates.items()}
    peers = [arm for arm in middle if arm not in ("ours", "plain")]
    row = {"name": name, "is_small_group": is_small_group(name), **measured}
    # What compiled shows at once, it shows after its compilation only: it has a column of its own.
    eager = [arm for arm in peers if arm != "compiled"]
    row["better"] = max(eager, key=middle.get) if eager else None
    row["to_better_peer"] = sorted(a / b for a, b in zip(rates["ours"], rates[row["better"]])) if eager else []
    row["to_plain"] = statistics.median(a / b for a, b in zip(rates["ours"], rates["plain"]))
    if "compiled" in middle:
        job = COMPILED_JOB / (measured["compile_seconds"] + COMPILED_JOB / middle["compiled"])
        row["compiled_job_rate"], row["to_compiled"] = job, middle["ours"] / middle["compiled"]
        row["to_compiled_job"] = middle["ours"] / job
    described = describe(given, network)
    roofs = roofline.roofs(roofline.sums(network, described["stages"]), described["flops"], *roof_rates)
    row["roof"], row["is_traffic_roof"] = min(roofs), roofs[1] < roofs[0]
    row["share_of_roof"] = {arm: value / min(roofs) for arm, value in middle.items()}
    return row


def print_row(row):
    rates = "  ".join(f"{arm} {statistics.median(values):.0f}" for arm, values in row["rates"].items())
    print(f"{row['name']}: {rates} img/s")
    if row["better"]:
        low, high = row["to_better_peer"][0], row["to_better_peer"][-1]
        print(f"  to {row['better']} {statistics.median(row['to_better_peer']):.2f} ({low:.2f} to {high:.2f}), "
              f"to plain {row['to_plain']:.2f}")
    if "to_compiled" in row:
        print(f"  to compiled {row['to_compiled']:.2f}, with its {row['compile_seconds']:.0f} s of compiling for "
              f"{COMPILED_JOB:,} images {row['to_compiled_job']:.2f}")
    print(f"  roof {row['roof']:.0f} img/s ({'memory' if row['is_traffic_roof'] else 'arithmetic'}): " +
          ", ".join(f"{arm} {100 * share:.0f} %" for arm, share in row["share_of_roof"].items()))
    print("  peak MB: " + ", ".join(f"{arm} {peak:.0f}" for arm, peak in row["peaks"].items()))
    for arm, why in row["missing"].items():
        print(f"  no {arm}: {why}")
    sys.stdout.flush()


def print_means(rows):
    def mean(what, chosen):
        values = [statistics.median(row[what]) if isinstance(row[what], list) else row[what]
                  for row in chosen if row.get(what)]
        return f"{geometric_mean(values):.2f}" if values else "none"

    small = [row for row in rows if row["is_small_group"]]
    print(f"geometric means: to plain {mean('to_plain', rows)}, to the best eager peer {mean('to_better_peer', rows)} "
          f"(groups of 1 to 8: {mean('to_better_peer', small)}), to compiled {mean('to_compiled', rows)}, with its "
          f"compiling {mean('to_compiled_job', rows)}")


def parse_arguments():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", type=pathlib.Path, required=True, help="folder of regnet and training_bench")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--seconds", type=float, default=0.4, help="of a block, for the plain arm")
    options.add_argument("--only", default="", help="names of networks, with commas between")
    options.add_argument("--arms", default=",".join(pytorch_arm.ARMS), help="peers, with commas between")
    options.add_argument("--json", type=pathlib.Path, help="write the figures of all rounds there")
    given = options.parse_args()
    given.arms = [arm for arm in given.arms.split(",") if arm]
    unknown = [arm for arm in given.arms if arm not in pytorch_arm.ARMS]
    if unknown:
        options.error(f"--arms: {unknown[0]} is no arm; expected some of {', '.join(pytorch_arm.ARMS)}")
    return given


def main():
    given = parse_arguments()
    found = ceilings(given.threads)
    roof_rates = found["multiply_adds_per_second"], found["bytes_per_second"]
    print(f"torch {found['torch']}, {found['processor']}, {given.threads} thread(s); "
          f"matrix product {roof_rates[0] / 1e9:.1f} G multiply-adds/s, copy {roof_rates[1] / 1e9:.1f} GB/s")
    rows = []
    for name, batch, network in NETWORKS:
        if given.only and name not in given.only.split(","):
            continue
        rows.append(figures(name, network, given, compare(name, batch, network, given), roof_rates))
        print_row(rows[-1])
    print_means(rows)
    if given.json:
        given.json.write_text(json.dumps({"networks": rows, **found}))


if __name__ == "__main__":
    main()
