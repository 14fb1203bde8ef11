# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast a network could train on a machine at most: by its multiply-adds, and by the memory that it must move.

    roofline.py THREADS     measures this machine and prints both rates as JSON

Traffic of a training step, in elements an image, where batch norm, ReLU and the sum of a residual block are one pass
forward and two back: each conv reads its input and writes its output (forward, by input, by weights), statistics and
normalising read and write the output again. Three passes of the input I, eleven of the output O of each conv, six of
the output A of each block; the stem has no gradient by its input.
"""
import dataclasses
import json
import statistics
import sys
import time

BYTES = 4  # float32


@dataclasses.dataclass
class Sums:
    """Elements an image, over all convs (SI, SO), all residual blocks (SA) and the stem's conv."""
    inputs: int = 0
    outputs: int = 0
    blocks: int = 0
    stem_input: int = 0
    stem_output: int = 0

    def conv(self, read, written):
        self.inputs += read
        self.outputs += written


def strided(side, stride):
    return (side - 1) // stride + 1


def sums(spec, stages):
    """Of a network of X blocks: `spec` has stem and resolution, `stages` are those of `regnet network --json`."""
    total = Sums()
    kind, width, side = spec["stem"]["type"], spec["stem"]["width"], spec["resolution"]
    total.stem_input = 3 * side * side
    if kind != "res_stem_cifar":
        side = strided(side, 2)
    total.stem_output = width * side * side
    total.conv(total.stem_input, total.stem_output)
    if kind == "res_stem_in":
        side = strided(side, 2)
    for stage in stages:
        outputs, inner = stage["width"], stage["groups"] * stage["group_width"]
        for block in range(stage["depth"]):
            stride = stage["stride"] if block == 0 else 1
            before, side = side * side, strided(side, stride)
            after = side * side
            total.conv(width * before, inner * before)
            total.conv(inner * before, inner * after)
            total.conv(inner * after, outputs * after)
            if stride != 1 or width != outputs:
                total.conv(width * after, outputs * after)  # a strided 1x1 conv reads the pixels that it needs
            total.blocks += outputs * after
            width = outputs
    return total


def step_bytes(total):
    """Of a training step, bytes an image."""
    elements = 3 * total.inputs + 11 * total.outputs + 6 * total.blocks - total.stem_input - total.stem_output
    return BYTES * elements


def roofs(total, flops, multiply_adds_per_second, bytes_per_second):
    """Images a second by arithmetic (forward, by input, by weights: three times the FLOPs) and by traffic."""
    return multiply_adds_per_second / (3 * flops), bytes_per_second / step_bytes(total)


def seconds(work):
    """The median of seven runs, after two that warm up."""
    times = []
    for _ in range(9):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[2:])


def main():
    import torch
    torch.set_num_threads(int(sys.argv[1]))
    side, length = 1536, 64 * 2**20
    a, b = torch.randn(side, side), torch.randn(side, side)
    source, target = torch.randn(length), torch.empty(length)
    print(json.dumps({"torch": torch.__version__, "processor": torch.backends.cpu.get_cpu_capability(),
                      "multiply_adds_per_second": side**3 / seconds(lambda: torch.mm(a, b)),
                      "bytes_per_second": 2 * BYTES * length / seconds(lambda: target.copy_(source))}))


if __name__ == "__main__":
    main()
