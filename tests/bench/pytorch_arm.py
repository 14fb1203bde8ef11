#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One PyTorch arm of training_peer.py: a process that trains one network in one way.

    pytorch_arm.py FOLDER ARM --regnet PROGRAM --batch N --resolution PIXELS --threads T

FOLDER has network.py (of `regnet export network --as pytorch`; and timm.py or torchvision.py for those arms) and
state/, the weights, images and labels that training_bench wrote. Prints "ready SECONDS", the time that it took to
compile, or "cannot WHY"; then serves the lines of training_bench.
"""
import argparse
import contextlib
import importlib.util
import pathlib
import resource
import subprocess
import sys
import time
import types

ARMS = ("NCHW", "NHWC", "bf16", "compiled", "timm", "torchvision")
LIBRARIES = ("timm", "torchvision")


class Cannot(Exception):
    """Why this arm cannot be had here."""


def load(path):
    """The model of a file of Python."""
    spec = importlib.util.spec_from_file_location("exported", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.model


def floats(torch, path, shape, kind):
    return torch.frombuffer(bytearray(path.read_bytes()), dtype=kind).reshape(shape)


def has_bfloat16():
    """Without these instructions bfloat16 is emulated, many times slower than float32."""
    try:
        flags = pathlib.Path("/proc/cpuinfo").read_text()
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags


def import_library(name):
    # Registers shapes of detection operators, which a torchvision built for another LibTorch does not have. No
    # classifier needs them.
    sys.modules.setdefault("torchvision._meta_registrations", types.ModuleType("torchvision._meta_registrations"))
    try:
        return importlib.import_module(name)
    except Exception as why:  # whatever a package that does not fit throws
        raise Cannot(f"{name} cannot be imported beside this torch: {why}") from why


def build_network(torch, given):
    """The network with the weights of our arm, in training mode."""
    net = load(given.folder / "network.py")
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            parameter.copy_(floats(torch, given.folder / "state" / name, parameter.shape, torch.float32))
    if given.arm not in LIBRARIES:
        return net.train()
    import_library(given.arm)
    ours, theirs = given.folder / f"{given.arm}-from.pt", given.folder / f"{given.arm}.pt"
    torch.save(net.state_dict(), ours)
    subprocess.run([given.regnet, "export", "weights", ours, "--names", given.arm, "--stem", "simple_stem_in",
                    "--resolution", str(given.resolution), "--out", theirs], check=True, capture_output=True)
    net = load(given.folder / f"{given.arm}.py")
    net.load_state_dict(torch.load(theirs, weights_only=True))
    return net.train()


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


class Training:
    """A network, a batch, and the step on it."""

    def __init__(self, torch, given):
        self.torch = torch
        net = build_network(torch, given)
        shape = (given.batch, 3, given.resolution, given.resolution)
        self.images = floats(torch, given.folder / "state" / "images", shape, torch.float32)
        self.labels = floats(torch, given.folder / "state" / "labels", (given.batch,), torch.int64)
        if given.arm != "NCHW":
            net = net.to(memory_format=torch.channels_last)
            self.images = self.images.contiguous(memory_format=torch.channels_last)
        self.is_bf16 = given.arm == "bf16"
        self.parameters = list(net.parameters())
        self.optimise = make_optimiser(torch, self.parameters)
        self.compile_seconds = 0.0
        self.net = self.compiled(net) if given.arm == "compiled" else net

    def compiled(self, net):
        """The network through torch.compile, both passes compiled for this batch; its statistics as they were."""
        state = {name: value.clone() for name, value in net.state_dict().items()}
        start = time.perf_counter()
        try:
            fast = self.torch.compile(net)
            self.forward(fast).backward()
        except Exception as why:  # no compiler, no headers, a missing package: whatever inductor throws
            raise Cannot(f"torch.compile does not run: {str(why).strip().splitlines()[0]}") from why
        self.compile_seconds = time.perf_counter() - start
        net.load_state_dict(state)
        return fast

    def forward(self, net):
        with self.torch.autocast("cpu", dtype=self.torch.bfloat16, enabled=self.is_bf16):
            return self.torch.nn.functional.cross_entropy(net(self.images), self.labels)

    def step(self):
        for parameter in self.parameters:
            parameter.grad = None
        loss = self.forward(self.net)
        loss.backward()
        self.optimise()
        return loss.item()


def peak_since(before):
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 / 1e6


def serve(given):
    import torch
    torch.set_num_threads(given.threads)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        if given.arm == "bf16" and not has_bfloat16():
            raise Cannot("this processor has no instructions for bfloat16")
        with contextlib.redirect_stdout(sys.stderr):  # what packages say at their import is no answer
            training = Training(torch, given)
    except Cannot as why:
        print(f"cannot {why}", flush=True)
        return
    print(f"ready {training.compile_seconds:.3f}", flush=True)
    for line in sys.stdin:
        if line.startswith("peak"):
            print(f"{peak_since(before):.1f}", flush=True)
            continue
        start = time.perf_counter()
        losses = [training.step() for _ in range(int(line.split()[1]))]
        print(f"{time.perf_counter() - start:.6f}", *(f"{loss:.7f}" for loss in losses), flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("arm", choices=ARMS)
    options.add_argument("--regnet", type=pathlib.Path, required=True)
    for number in ("--batch", "--resolution", "--threads"):
        options.add_argument(number, type=int, required=True)
    serve(options.parse_args())


if __name__ == "__main__":
    main()
