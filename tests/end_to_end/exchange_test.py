# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `regnet export` writes is executed by the real packages: the code builds, weights under each naming load
strictly with torch's safe loading, and all of them give the same scores.

    python exchange_test.py REGNET

With torch alone the plain module is executed: weights go out under every naming, come back, load strictly, and give
the scores of before. Ends with 77 where this Python has no torch; says loudly which of torchvision and timm it lacks.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import torch
except ImportError:
    print("NOT TESTED: this Python has no torch to execute what regnet exports")
    sys.exit(77)

regnet = sys.argv[1]
X = {"block": "X", "stages": [{"width": 16, "depth": 1, "group_width": 8}, {"width": 24, "depth": 2, "group_width": 8},
                              {"width": 40, "depth": 1, "group_width": 8}, {"width": 48, "depth": 2, "group_width": 16}],
     "head": {"classes": 10}, "resolution": 64}
LINE = {"regnet": {"depth": 13, "w0": 24, "wa": 36.44, "wm": 2.49, "group_width": 8}, "head": {"classes": 10},
        "resolution": 64}
NETWORKS = {
    "stages": X,
    "RegNetX-200MF": LINE,
    "with SE": {**LINE, "se_ratio": 0.25},
    "b = 2": {**X, "stages": [{**s, "bottleneck_ratio": 2, "group_width": 4} for s in X["stages"]]},
    "inverted, silu, linear, head": {**X, "block": "res_bottleneck_linear", "activation": "silu", "se_ratio": 0.25,
                                     "head": {"width": 64, "classes": 10},
                                     "stages": [{**s, "bottleneck_ratio": 0.25} for s in X["stages"]]},
    "another rounding in torchvision": {"regnet": {"depth": 22, "w0": 24, "wa": 24.48, "wm": 2.54, "group_width": 16},
                                        "head": {"classes": 10}, "resolution": 64},
    "strides": {**X, "stages": [{**s, "stride": 1 + i % 2} for i, s in enumerate(X["stages"])]},
    "three stages": {**X, "stages": X["stages"][:3]},
    "R": {**X, "block": "R"}, "V": {**X, "block": "V"}, "VR": {**X, "block": "VR"},
    "vanilla": {**X, "block": "vanilla"}, "res_basic": {**X, "block": "res_basic"},
    "7x7 stem": {**X, "stem": {"type": "res_stem_in", "width": 16}},
    "cifar stem": {**X, "stem": {"type": "res_stem_cifar", "width": 16}, "resolution": 32},
}


def run(*words):
    return subprocess.run([regnet, *words], check=True, capture_output=True, text=True).stdout


def built(code):
    names = {"__name__": "net"}
    exec(compile(code, "exported", "exec"), names)
    return names["model"].eval()


def is_there(package):
    try:
        __import__(package)
        return True
    except Exception as error:  # a torchvision that does not fit its torch raises what it likes
        print(f"NOT TESTED: {package} cannot be imported here ({error})")
        return False


def randomise(model):
    """Statistics of batch norm that are not the initial ones: an order that is mixed up then shows."""
    generator = torch.Generator().manual_seed(7)
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            if name.endswith("running_var") or (tensor.dim() == 1 and name.endswith("weight")):
                tensor.copy_(0.5 + torch.rand(tensor.shape, generator=generator))
            elif tensor.is_floating_point() and tensor.dim() == 1:
                tensor.copy_(0.2 * torch.randn(tensor.shape, generator=generator))


def hints(spec):
    stem = spec.get("stem", {}).get("type")
    return ["--resolution", str(spec["resolution"])] + (["--stem", stem] if stem else []) + (
        ["--activation", spec["activation"]] if "activation" in spec else [])


def same(found, expected):
    return (found - expected).abs().max().item() <= 1e-5 * max(1.0, expected.abs().max().item())


def goes_round(name, spec, plain, images, scores, folder):
    """Out under a naming and in again, executed by torch alone."""
    for naming in ("pycls", "torchvision", "timm"):
        words = ["export", "weights", str(folder / "plain.pth"), "--names", naming, "--out", str(folder / "out.pth")]
        written = subprocess.run([regnet, *words, *hints(spec)], capture_output=True, text=True)
        if written.returncode != 0:
            assert naming != "pycls", written.stderr
            print(f"{name}: {written.stderr.strip()}")
            continue
        run("export", "weights", str(folder / "out.pth"), "--names", "pycls", "--out", str(folder / "back.pth"),
            *hints(spec))
        fresh = built(run("export", "network", "--spec", str(folder / "net.json"), "--as", "pytorch"))
        assert not same(fresh(images), scores), (name, "weights that make no difference show nothing")
        fresh.load_state_dict(torch.load(folder / "back.pth", weights_only=True), strict=True)
        assert same(fresh(images), scores), (name, naming)
        for key, value in plain.state_dict().items():
            assert torch.equal(fresh.state_dict()[key], value), (name, naming, key)


@torch.no_grad()
def main():
    packages = [p for p in ("torchvision", "timm") if is_there(p)]
    compared = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, spec in NETWORKS.items():
            (folder / "net.json").write_text(json.dumps(spec))
            plain = built(run("export", "network", "--spec", str(folder / "net.json"), "--as", "pytorch"))
            randomise(plain)
            torch.save(plain.state_dict(), folder / "plain.pth")
            images = torch.randn(2, 3, spec["resolution"], spec["resolution"], generator=torch.Generator().manual_seed(3))
            scores = plain(images)
            goes_round(name, spec, plain, images, scores, folder)
            for package in packages:
                code = run("export", "network", "--spec", str(folder / "net.json"), "--as", package)
                isPlain = "Plain PyTorch instead" in code
                assert isPlain or f"from {package}." in code, code
                if isPlain:
                    assert code.startswith(f"# {package} cannot build this network"), code
                    print(f"{name}: {code.splitlines()[0][2:]}")
                other = built(code)
                naming = "pycls" if isPlain else package
                run("export", "weights", str(folder / "plain.pth"), "--names", naming, "--out",
                    str(folder / "out.pth"), *hints(spec))
                other.load_state_dict(torch.load(folder / "out.pth", weights_only=True), strict=True)
                assert same(other(images), scores), (name, package, (other(images) - scores).abs().max().item())
                compared += not isPlain
                # and back: the same network and the same weights under pycls's names
                run("export", "weights", str(folder / "out.pth"), "--names", "pycls", "--out",
                    str(folder / "back.pth"), *hints(spec))
                back = torch.load(folder / "back.pth", weights_only=True)
                for key, value in plain.state_dict().items():
                    assert torch.equal(back[key], value), (name, package, key)
            print(f"{name}: the same scores")
    print(f"{compared} networks of {', '.join(packages) or 'no package'} give the scores of plain PyTorch")
    for package in {"torchvision", "timm"} - set(packages):
        print(f"NOT TESTED: what is written for {package} was not executed: this Python does not have it")


main()
