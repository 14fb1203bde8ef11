# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the files of this folder with PyTorch (written with 2.14.1; any since 1.6 will do).

small.pth            a state dict as torch.save writes it: an OrderedDict with _metadata
nested.pth           {"epoch", "model_state", "ema_state", "args"}, as training scripts keep it
dtypes.pth           the same values as float32, float64, float16 and bfloat16; int64; a transposed view
negated.pth          a tensor that is its storage negated, as x.conj().imag is
parameter.pth        parameters instead of tensors, names with "module." before them
legacy.pth           the form before 1.6
code.pth             a pickle that would call os.system
published.json       for each RegNet of torchvision and timm: SHA-256 over its names and shapes (with --published,
                     needs both packages)
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import sys

import torch

here = pathlib.Path(__file__).parent


class Runs:
    def __reduce__(self):
        return os.system, ("echo this must never run",)


def small_files():
    torch.manual_seed(1)
    net = torch.nn.Sequential(collections.OrderedDict(
        conv=torch.nn.Conv2d(3, 4, 3, bias=False), bn=torch.nn.BatchNorm2d(4), fc=torch.nn.Linear(4, 2)))
    with torch.no_grad():
        for index, tensor in enumerate(net.parameters()):
            tensor.copy_(torch.arange(tensor.numel()).reshape(tensor.shape) / 8 + index)
    state = net.state_dict()
    torch.save(state, here / "small.pth")
    torch.save({"epoch": 7, "test_err": 20.5, "ema_err": 19.25, "model_state": state,
                "ema_state": {name: t * 2 for name, t in state.items()},
                "args": argparse.Namespace(lr=0.1)}, here / "nested.pth")
    values = torch.tensor([[0.0, -1.5, 2.0], [65504.0, 6.103515625e-05, -0.25]])
    torch.save({"float32": values, "float64": values.double(), "float16": values.half(),
                "bfloat16": torch.tensor([[0.0, -1.5, 2.0], [1e30, 0.15625, -0.25]]).bfloat16(),
                "int64": torch.tensor(123456789012), "view": values.t(), "tail": values[1, 1:]},
               here / "dtypes.pth")
    torch.save({"weight": values._neg_view()}, here / "negated.pth")
    torch.save({"module." + name: torch.nn.Parameter(t) for name, t in state.items() if t.is_floating_point()},
               here / "parameter.pth")
    torch.save(state, here / "legacy.pth", _use_new_zipfile_serialization=False)
    torch.save({"conv.weight": state["conv.weight"], "extra": Runs()}, here / "code.pth")


def fact(package, name, model, widths):
    lines = "".join(f"{key} {','.join(map(str, value.shape))}\n" for key, value in sorted(model.state_dict().items()))
    return {"package": package, "model": name, "tensors": len(model.state_dict()), "widths": widths,
            "parameters": sum(p.numel() for p in model.parameters()),
            "sha256": hashlib.sha256(lines.encode()).hexdigest()}


def published():
    import timm
    import torchvision
    facts = []
    for family in "xy":
        for size in ["400mf", "800mf", "1_6gf", "3_2gf", "8gf", "16gf", "32gf"] + ["128gf"] * (family == "y"):
            name = f"regnet_{family}_{size}"
            model = getattr(torchvision.models, name)()
            widths = [next(stage.children()).f.c[0].out_channels for stage in model.trunk_output]
            facts.append(fact("torchvision", name, model, widths))
    for family in "xy":
        for size in ["002", "004", "006", "008", "016", "032", "040", "064", "080", "120", "160", "320"]:
            name = f"regnet{family}_{size}"
            model = timm.create_model(name)
            facts.append(fact("timm", name, model, [getattr(model, f"s{i}").b1.conv3.conv.out_channels for i in (1, 2, 3, 4)]))
    text = json.dumps({"torchvision": torchvision.__version__, "timm": timm.__version__, "networks": facts})
    (here / "published.json").write_text(text.replace("{\"package", "\n{\"package") + "\n")


if __name__ == "__main__":
    small_files()
    if "--published" in sys.argv:
        published()
