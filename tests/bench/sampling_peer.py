#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the sampler of pycls's sweep cifar_regnet, restated here in Python, against ours in one run.

    sampling_peer.py --bin build/ci/bin [--candidates 5000] [--rounds 3] [--json FILE]

The peer draws one candidate after the other with NumPy and decimal arithmetic, as pycls does, and judges it by
counting. pycls itself also copies its configuration tree and builds each network that reaches the limits, so it
is slower than this. Prints candidates a second of both and the ratio; checks that both accept the same ones.
Needs NumPy.
"""
import argparse
import decimal
import json
import pathlib
import statistics
import subprocess
import sys
import time

try:
    import numpy
except ImportError:
    sys.exit("sampling_peer.py needs NumPy")


def snap(value, quantum, rounding):
    exact = decimal.Decimal(float(rounding(value / quantum))) * decimal.Decimal(str(quantum))
    return type(quantum)(exact)


def even(low, high, quantum):
    return snap(numpy.random.uniform(low, high + quantum), quantum, numpy.floor)


def even_in_logarithm(low, high, quantum):
    below = numpy.log(low - min(quantum, low / 2))
    drawn = numpy.exp(-numpy.random.uniform(-numpy.log(high), -below))
    return snap(drawn, quantum, numpy.ceil)


def power_of_two(low, high, quantum):
    exponent = numpy.floor(numpy.random.uniform(numpy.log2(low), numpy.log2(high) + 1))
    return snap(2**exponent, quantum, numpy.floor)


def group_width(low, high, quantum):
    drawn = int(power_of_two(low, high, low))
    if drawn < quantum:
        return drawn
    return even_in_logarithm(max(low, quantum), high, min(high, quantum))


def candidate():
    return (even(6, 16, 1), even_in_logarithm(8, 256, 8), even_in_logarithm(8.0, 256.0, 0.1),
            even_in_logarithm(2.0, 3.0, 0.001), group_width(1, 32, 8), power_of_two(1.0, 1.0, 1 / 128))


def stages(depth, w0, wa, wm):
    """Widths and depths, or None where a level is skipped."""
    line = numpy.arange(depth) * wa + w0
    levels = numpy.round(numpy.log(line / w0) / numpy.log(wm))
    widths = numpy.round(w0 * numpy.power(wm, levels) / 8).astype(int) * 8
    distinct, counts = numpy.unique(widths, return_counts=True)
    return (distinct.tolist(), counts.tolist()) if len(distinct) == int(levels.max()) + 1 else None


def cost(widths, depths, group):
    """FLOPs, params and activations of two-stage networks at 32 pixels with SE 0.25 and ten classes."""
    flops = params = activations = 0

    def conv(weights, out, side):
        nonlocal flops, params, activations
        flops += weights * side * side
        params += weights + 2 * out
        activations += out * side * side

    conv(9 * 3 * 16, 16, 32)
    before, side = 16, 32
    for width, depth in zip(widths, depths):
        g = min(group, width)
        width = max(g, int(round(width / g) * g))
        for block in range(depth):
            out = (side + 1) // 2 if block == 0 else side
            if block == 0:
                conv(before * width, width, out)
            conv(before * width, width, side)
            conv(9 * width * g, width, out)
            squeezed = int(round(before * 0.25))
            extra = 2 * width * squeezed + squeezed + width
            flops, params, activations = flops + extra, params + extra, activations + squeezed + width
            conv(width * width, width, out)
            before, side = width, out
    extra = before * 10 + 10
    return flops + extra, params + extra, activations + 10


def peer(count, seed):
    numpy.random.seed(seed)
    accepted = []
    for _ in range(count):
        depth, w0, wa, wm, group, _ = candidate()
        found = stages(depth, w0, wa, wm)
        if found is None or len(found[0]) != 2:
            continue
        flops, params, activations = cost(*found, group)
        if 120e6 <= flops <= 130e6 and params <= 2e6 and activations <= 1e6:
            accepted.append((flops, params, activations))
    return accepted


def ours_a_second(bench):
    report = json.loads(subprocess.run(
        [bench, "--benchmark_filter=^candidatesOnThreads/1/", "--benchmark_format=json"],
        check=True, capture_output=True).stdout)
    return report["benchmarks"][0]["items_per_second"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", type=pathlib.Path, required=True, help="folder of regnet and space_bench")
    options.add_argument("--candidates", type=int, default=5000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", type=pathlib.Path, help="write the figures of all rounds there")
    given = options.parse_args()

    slow, fast = [], []
    for _ in range(given.rounds):
        start = time.perf_counter()
        accepted = peer(given.candidates, 1)
        slow.append(given.candidates / (time.perf_counter() - start))
        fast.append(ours_a_second(given.bin / "space_bench"))
    if accepted:
        ours = json.loads(subprocess.run(
            [given.bin / "regnet", "sample", "cifar_regnet", "--rng", "pycls", "--seed", "1", "--duplicates",
             "--n", str(len(accepted)), "--json"], check=True, capture_output=True).stdout)
        same = [(n["flops"], n["params"], n["activations"]) for n in ours["networks"]] == accepted
        if not same:
            sys.exit("the two samplers do not accept the same networks")
        print(f"both accept the same {len(accepted)} of {given.candidates} candidates")
    ratios = [f / s for f, s in zip(fast, slow)]
    print(f"peer in Python   {statistics.median(slow):12,.0f} candidates a second")
    print(f"ours, one thread {statistics.median(fast):12,.0f} candidates a second, {statistics.median(ratios):,.0f} "
          f"times as many ({min(ratios):,.0f} to {max(ratios):,.0f})")
    if given.json:
        given.json.write_text(json.dumps({"peer": slow, "ours": fast, "ratio": ratios}))


if __name__ == "__main__":
    main()
