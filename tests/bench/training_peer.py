#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the same networks with this program and with PyTorch on one CPU, block by block in turn, and prints images
a second, the ratio to the better PyTorch arm, and peak memory.

    training_peer.py --bin build/ci/bin [--threads 1] [--rounds 7] [--only NAME,NAME] [--json FILE]

Run it with the Python whose torch the program was built with. Arms: ours; ours without its own loops ("plain");
PyTorch eager in NCHW and in channels_last, on the module that `regnet export network --as pytorch` writes. Each arm
is a process of its own; all get the same weights and batch, and their losses of two steps must agree to 1 %, or
there is no comparison and the exit code is 1.
"""
import argparse
import importlib.util
import json
import math
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CIFAR = {"stem": {"type": "res_stem_cifar", "width": 16}, "resolution": 32, "head": {"classes": 10, "width": 0}}
IMAGENET = {"stem": {"type": "simple_stem_in", "width": 32}, "resolution": 224, "head": {"classes": 1000, "width": 0}}


def regnet(frame, depth, w0, wa, wm, group, ratio=1.0):
    line = {"depth": depth, "w0": w0, "wa": wa, "wm": wm, "group_width": group, "bottleneck_ratio": ratio, "stride": 2}
    return {**frame, "block": "X", "se_ratio": 0.0, "regnet": line}


# Name, batch, network. Those of 32 pixels are of the space RegNetX@cpu, but for the last.
NETWORKS = [
    ("32px-g1", 64, regnet(CIFAR, 6, 24, 34.5, 2.275, 1, 2.0)),
    ("32px-g2", 64, regnet(CIFAR, 13, 16, 19.1, 2.314, 2, 2.0)),
    ("32px-g4", 64, regnet(CIFAR, 8, 24, 26.4, 2.052, 4, 2.0)),
    ("32px-g8", 64, regnet(CIFAR, 9, 32, 12.2, 1.564, 8, 2.0)),
    ("32px-g16", 64, regnet(CIFAR, 14, 8, 9.9, 2.339, 16)),
    ("32px-g32", 64, regnet(CIFAR, 10, 16, 13.4, 2.004, 32, 2.0)),
    ("32px-g64", 64, regnet(CIFAR, 6, 64, 32.0, 2.0, 64)),
    ("224px-g2", 16, regnet(IMAGENET, 9, 24, 22.0, 2.2, 2)),
    ("224px-g8", 16, regnet(IMAGENET, 13, 24, 36.44, 2.49, 8)),
    ("224px-g16", 16, regnet(IMAGENET, 22, 24, 24.48, 2.54, 16)),
]

SMALL_GROUPS = ("1", "2", "4", "8")


def load(path):
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.model


def floats(torch, path, shape, kind):
    return torch.frombuffer(bytearray(path.read_bytes()), dtype=kind).reshape(shape)


def make_optimiser(torch, parameters):
    """PyTorch's SGD over lists of tensors; restated where torch.optim cannot be imported."""
    settings = {"lr": 0.01, "momentum": 0.9, "weight_decay": 5e-5, "nesterov": True}
    try:
        return torch.optim.SGD(parameters, foreach=True, **settings).step
    except ImportError as missing:
        print(f"torch.optim is missing ({missing}): SGD by torch._foreach instead", file=sys.stderr)
    momenta = [torch.zeros_like(p) for p in parameters]

    def step():
        gradients = [p.grad for p in parameters]
        with torch.no_grad():
            torch._foreach_add_(gradients, parameters, alpha=5e-5)
            torch._foreach_mul_(momenta, 0.9)
            torch._foreach_add_(momenta, gradients)
            torch._foreach_add_(gradients, momenta, alpha=0.9)
            torch._foreach_add_(parameters, gradients, alpha=-0.01)

    return step


def serve(folder, layout, batch, resolution, threads):
    """A PyTorch arm: the protocol of training_bench.cpp."""
    import torch
    torch.set_num_threads(threads)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    net = load(folder / "network.py").train()
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            parameter.copy_(floats(torch, folder / "state" / name, parameter.shape, torch.float32))
    images = floats(torch, folder / "state" / "images", (batch, 3, resolution, resolution), torch.float32)
    labels = floats(torch, folder / "state" / "labels", (batch,), torch.int64)
    if layout == "channels_last":
        net = net.to(memory_format=torch.channels_last)
        images = images.contiguous(memory_format=torch.channels_last)
    parameters = list(net.parameters())
    step = make_optimiser(torch, parameters)
    print("ready", flush=True)
    for line in sys.stdin:
        if line.startswith("peak"):
            print(f"{(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / 1e6:.1f}", flush=True)
            continue
        losses = []
        start = time.perf_counter()
        for _ in range(int(line.split()[1])):
            for parameter in parameters:
                parameter.grad = None
            loss = torch.nn.functional.cross_entropy(net(images), labels)
            loss.backward()
            step()
            losses.append(loss.item())
        print(f"{time.perf_counter() - start:.6f}", *(f"{loss:.7f}" for loss in losses), flush=True)


class Arm:
    def __init__(self, command, threads):
        environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive"}
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment)
        if self.process.stdout.readline().strip() != "ready":
            sys.exit(f"{command[0]} did not start")

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return [float(word) for word in self.process.stdout.readline().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def start_arms(folder, given, batch, network):
    (folder / "state").mkdir()
    file = folder / "network.json"
    file.write_text(json.dumps(network))
    subprocess.run([given.bin / "regnet", "export", "network", "--spec", file, "--as", "pytorch", "--out",
                    folder / "network.py"], check=True, stdout=subprocess.DEVNULL)
    ours = [given.bin / "training_bench", file, str(batch), str(given.threads), folder / "state"]
    peer = [sys.executable, __file__, "--serve", folder, "--batch", str(batch), "--threads", str(given.threads),
            "--resolution", str(network["resolution"]), "--layout"]
    return {"ours": Arm(ours, given.threads), "plain": Arm([*ours, "--plain"], given.threads),
            "NCHW": Arm([*peer, "NCHW"], given.threads), "NHWC": Arm([*peer, "channels_last"], given.threads)}


def compare(name, batch, network, given):
    """Images a second of each arm, by rounds, and their peaks in MB."""
    with tempfile.TemporaryDirectory() as home:
        arms = start_arms(pathlib.Path(home), given, batch, network)
        first = {arm: process.ask("steps 2")[1:] for arm, process in arms.items()}
        for arm, losses in first.items():
            if any(abs(a - b) > 0.01 * abs(b) for a, b in zip(losses, first["NCHW"])):
                sys.exit(f"{name}: {arm} does not train the same network: {first}")
        pace = arms["NHWC"].ask("steps 2")[0] / 2
        steps = max(2, math.ceil(given.seconds / pace))
        rates = {arm: [] for arm in arms}
        order = list(arms)
        for _ in range(given.rounds):
            for arm in order:
                rates[arm].append(batch * steps / arms[arm].ask(f"steps {steps}")[0])
            order.append(order.pop(0))
        peaks = {arm: process.ask("peak")[0] for arm, process in arms.items()}
        for process in arms.values():
            process.close()
    return rates, peaks


def geometric_mean(values):
    return math.exp(statistics.fmean(math.log(value) for value in values))


def missing_peers():
    """Packages whose models could be peers, and why they are not."""
    return {peer: f"{peer} is not installed beside this torch" for peer in ("torchvision", "timm")
            if importlib.util.find_spec(peer) is None}


def say_versions(threads):
    import torch
    print(f"torch {torch.__version__}, {torch.backends.cpu.get_cpu_capability()}, {threads} thread(s)")
    for why in missing_peers().values():
        print(f"{why}: its models are no peers here")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", type=pathlib.Path, help="folder of regnet and training_bench")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--seconds", type=float, default=0.4, help="of a block, for the channels_last arm")
    options.add_argument("--only", default="", help="names of networks, with commas between")
    options.add_argument("--json", type=pathlib.Path, help="write the figures of all rounds there")
    for hidden in ("--serve", "--layout"):
        options.add_argument(hidden, help=argparse.SUPPRESS)
    for hidden in ("--batch", "--resolution"):
        options.add_argument(hidden, type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.serve:
        return serve(pathlib.Path(given.serve), given.layout, given.batch, given.resolution, given.threads)
    if not given.bin:
        options.error("--bin is missing")
    say_versions(given.threads)
    print(f"{'network':10} {'ours':>8} {'plain':>8} {'NCHW':>8} {'NHWC':>8} img/s  {'to plain':>8} "
          f"{'to better peer (spread)':>24}   peak MB: ours plain NCHW NHWC")
    ratios, plain_ratios, rows = {}, [], []
    for name, batch, network in NETWORKS:
        if given.only and name not in given.only.split(","):
            continue
        rates, peaks = compare(name, batch, network, given)
        middle = {arm: statistics.median(values) for arm, values in rates.items()}
        better = max(("NCHW", "NHWC"), key=middle.get)
        paired = sorted(a / b for a, b in zip(rates["ours"], rates[better]))
        ratios[name] = statistics.median(paired)
        rows.append({"name": name, "rates": rates, "peaks": peaks, "better": better, "to_better_peer": paired,
                     "is_small_group": name.split("-g")[1] in SMALL_GROUPS})
        plain_ratios.append(statistics.median(a / b for a, b in zip(rates["ours"], rates["plain"])))
        print(f"{name:10} {middle['ours']:8.0f} {middle['plain']:8.0f} {middle['NCHW']:8.0f} {middle['NHWC']:8.0f} "
              f"       {plain_ratios[-1]:8.2f} {ratios[name]:8.2f} ({paired[0]:.2f} to {paired[-1]:.2f}) {better:>5}"
              f"   {peaks['ours']:12.0f} {peaks['plain']:5.0f} {peaks['NCHW']:4.0f} {peaks['NHWC']:4.0f}", flush=True)
    small = [ratio for name, ratio in ratios.items() if name.split("-g")[1] in SMALL_GROUPS]
    print(f"geometric mean: {geometric_mean(plain_ratios):.2f} to plain, {geometric_mean(ratios.values()):.2f} to the "
          f"better peer" + (f"; groups of 1 to 8: {geometric_mean(small):.2f}" if small else ""))
    if given.json:
        given.json.write_text(json.dumps({"networks": rows, "peers": ["NCHW", "NHWC"], "missing": missing_peers()}))


if __name__ == "__main__":
    main()
