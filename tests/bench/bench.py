#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures this program and its peers in turn in one run.

    bench.py --bin build/ci/bin [--quick] [--only network,training] [--json FILE] [--markdown FILE] [--strict]

Prints a table as it goes; the JSON has the same figures with the machine, versions and commit. A figure is the median
of several rounds with the lowest and highest; a ratio is that of rounds that ran next to each other. What cannot be
measured here is listed with the reason. --quick only shows that everything runs: its figures mean nothing; with
--strict the exit code is 1 where a section could not be measured.
"""
import argparse
import dataclasses
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


@dataclasses.dataclass
class Figure:
    section: str
    what: str
    unit: str
    median: float
    low: float
    high: float
    goal: str = ""
    peak_mb: float | None = None
    share_of_roof: float | None = None


@dataclasses.dataclass
class Run:
    """What a program said, and the most memory that it held."""
    text: str
    peak_mb: float


class Missing(Exception):
    """Why a section cannot be measured here."""


def run(words, **environment):
    """The output of a program; its peak comes from the system's account of this very process."""
    with tempfile.TemporaryFile("w+") as out:
        try:
            process = subprocess.Popen([str(word) for word in words], stdout=out, stderr=subprocess.PIPE, text=True,
                                       env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment})
        except OSError as problem:
            raise Missing(f"{words[0]} cannot be started: {problem.strerror}") from problem
        problem = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            last = problem.strip().splitlines()[-1:] or ["no word"]
            raise Missing(f"{pathlib.Path(str(words[0])).name} ended with {process.returncode}: {last[0]}")
        out.seek(0)
        return Run(out.read(), usage.ru_maxrss / 1024)


class Bench:
    def __init__(self, given):
        self.bin = given.bin.resolve()
        self.quick = given.quick
        self.figures = []
        self.missing = {}

    def add(self, figure):
        self.figures.append(figure)
        spread = "" if figure.low == figure.high else f"  ({short(figure.low)} to {short(figure.high)})"
        memory = f"  {figure.peak_mb:.0f} MB" if figure.peak_mb else ""
        roof = f"  {100 * figure.share_of_roof:.0f} % of the roof" if figure.share_of_roof else ""
        goal = f"  goal {figure.goal}" if figure.goal else ""
        print(f"  {figure.what:52} {short(figure.median):>9} {figure.unit}{spread}{roof}{memory}{goal}", flush=True)

    def google(self, section, program, wanted):
        """Figures of a Google Benchmark program: {name there: (name here, unit, goal)}; a unit that ends in "/s" asks
        for the items a second."""
        path = self.bin / program
        if not path.exists():
            raise Missing(f"{program} was not built")
        chosen = "^(" + "|".join(re.escape(name) for name in wanted) + ")$"
        report = run([path, f"--benchmark_filter={chosen}", "--benchmark_format=json",
                      f"--benchmark_repetitions={2 if self.quick else 7}",
                      *(["--benchmark_min_time=0.001"] if self.quick else [])])
        values = {}
        for row in json.loads(report.text)["benchmarks"]:
            if row.get("run_type") != "iteration":
                continue
            unit = wanted[row["run_name"]][1]
            value = row["items_per_second"] if unit.endswith("/s") else row["real_time"]
            if not unit.endswith("/s") and unit != row["time_unit"]:
                raise Missing(f"{program} counts in {row['time_unit']}, not in {unit}")
            values.setdefault(row["run_name"], []).append(value)
        for name, (what, unit, goal) in wanted.items():
            if name not in values:
                raise Missing(f"{program} has no {name}")
            found = values[name]
            self.add(Figure(section, what, unit, statistics.median(found), min(found), max(found), goal,
                            report.peak_mb))

    def lines(self, section, words, wanted):
        """Figures of a program that prints rows "name n median p95 p99 max" in ms: {name: [(column, what, goal)]}."""
        if not pathlib.Path(words[0]).exists():
            raise Missing(f"{pathlib.Path(words[0]).name} was not built")
        report = run(words)
        for line in report.text.splitlines():
            for name, columns in wanted.items():
                if not line.startswith(name):
                    continue
                numbers = [float(word) for word in line[len(name):].split()]
                for column, what, goal in columns:
                    value = numbers[column]
                    self.add(Figure(section, what, "ms", value, value, value, goal, report.peak_mb))

    # ---- Sections ------------------------------------------------------------------------------------------------

    def network(self):
        self.google("network", "network_bench", {
            "fastCost/from:12/to:28/se:0": ("one network quantised and costed", "ns", "150 ns"),
            "plainCost/from:12/to:28/se:0": ("the same, block by block", "ns", ""),
            "quantiseOnly/from:12/to:28": ("quantised only", "ns", "")})

    def statistics(self):
        self.google("statistics", "stats_bench", {
            "edfOfErrors/1000000": ("EDF of 1,000,000 errors", "ms", "10 ms"),
            "rangesOfFifteenProperties": ("ranges of 15 properties, 937 networks", "ms", "20 ms")})

    def sampling(self):
        self.google("sampling", "space_bench", {
            "candidatesOnThreads/1/real_time": ("cifar_regnet, one thread", "candidates/s", ""),
            "candidatesOnThreads/2/real_time": ("cifar_regnet, two threads", "candidates/s", "5,000,000"),
            "hundredNetworks/real_time": ("100 accepted networks", "ms", "10 ms"),
            "inverseDesign/4000000/real_time": ("inverse design, 4,000,000 candidates", "ms", "1,000 ms")})

    def sampling_peer(self):
        with tempfile.TemporaryDirectory() as home:
            answer = pathlib.Path(home) / "answer.json"
            run([sys.executable, HERE / "sampling_peer.py", "--bin", self.bin, "--json", answer, "--rounds",
                 2 if self.quick else 5, "--candidates", 200 if self.quick else 5000])
            found = json.loads(answer.read_text())
        for what, unit in (("peer", "candidates/s"), ("ours", "candidates/s"), ("ratio", "times the peer")):
            values = found[what]
            name = {"peer": "sampler of pycls in Python", "ours": "ours, one thread", "ratio": "ours to the peer"}[what]
            self.add(Figure("sampling beside pycls", name, unit, statistics.median(values), min(values), max(values)))

    def exchange(self):
        self.google("exchange", "import_bench", {
            "readNds/100000/0/real_time": ("100,000 models of NDS, 38 MB", "ms", "2,000 ms"),
            "readNds/100000/100/real_time": ("100,000 models of NDS with curves, 308 MB", "ms", "2,000 ms")})
        self.google("exchange", "report_bench", {
            "page/937": ("report of 937 jobs", "ms", "300 ms"), "page/100000": ("report of 100,000 jobs", "ms", "")})

    def window(self):
        self.lines("window", [self.bin / "explorer_bench"], {
            "slider event -> painted, wall": [(1, "slider to painted frame, median", ""),
                                              (3, "slider to painted frame, p99", "8 ms")],
            "start -> first frame": [(1, "start to first frame, median", "300 ms")]})
        self.lines("window", [self.bin / "compare_bench", 2000 if self.quick else 100_000], {
            "scatter, wall": [(3, "brush on a scatter of 100,000 networks, p99", "16 ms")],
            "parallel, wall": [(3, "brush on parallel coordinates, p99", "16 ms")]})

    def training(self):
        quick = ["--only", "32px-g16", "--seconds", 0.05, "--arms", "NHWC"] if self.quick else []
        self.train_beside_peers("training, one thread", 1, quick)

    def training_threads(self):
        """The networks that tell whether threads pay; a compilation on each number of threads would take too long."""
        self.train_beside_peers(f"training, {os.cpu_count()} threads", os.cpu_count(), [
            "--only", "32px-g16" if self.quick else "32px-g2,32px-g8,32px-g16,32px-g32,224px-g8",
            "--arms", "NCHW,NHWC", *(["--seconds", 0.05] if self.quick else [])])

    def train_beside_peers(self, section, threads, options):
        if not (self.bin / "training_bench").exists():
            raise Missing("training_bench was not built: LibTorch is missing")
        with tempfile.TemporaryDirectory() as home:
            answer = pathlib.Path(home) / "answer.json"
            run([sys.executable, HERE / "training_peer.py", "--bin", self.bin, "--json", answer, "--threads", threads,
                 "--rounds", 2 if self.quick else 7, *options])
            found = json.loads(answer.read_text())
        self.add(Figure(section, "matrix product", "G multiply-adds/s", *[found["multiply_adds_per_second"] / 1e9] * 3))
        self.add(Figure(section, "copy, read and written", "GB/s", *[found["bytes_per_second"] / 1e9] * 3))
        for row in found["networks"]:
            self.add_training(section, row)
        self.add_means(section, found["networks"])
        without = {}
        for row in found["networks"]:
            for arm, why in row["missing"].items():
                without.setdefault((arm, why), []).append(row["name"])
        for (arm, why), names in without.items():
            self.missing[f"{section}, {arm} of {', '.join(names)}"] = why

    def add_means(self, section, rows):
        """Over all networks and over those of small groups: the geometric mean of their medians."""
        for name, goal, chosen in (("all", "1.3", rows),
                                   ("those of small groups", "2", [row for row in rows if row["is_small_group"]])):
            medians = [statistics.median(row["to_better_peer"]) for row in chosen if row["to_better_peer"]]
            if medians:
                self.add(Figure(section, f"{name} ({len(medians)}), ours to the better peer", "times",
                                statistics.geometric_mean(medians), min(medians), max(medians), goal))

    def add_training(self, section, row):
        for arm, rates in row["rates"].items():
            self.add(Figure(section, f"{row['name']}, {arm}", "images/s", statistics.median(rates), min(rates),
                            max(rates), "", row["peaks"][arm], row["share_of_roof"][arm]))
        ratios = row["to_better_peer"]
        if ratios:
            self.add(Figure(section, f"{row['name']}, ours to {row['better']}", "times", statistics.median(ratios),
                            min(ratios), max(ratios), "2" if row["is_small_group"] else "1.3"))
        if "to_compiled" in row:
            for what, name in (("to_compiled", "ours to compiled"),
                               ("to_compiled_job", f"the same with {row['compile_seconds']:.0f} s of compiling")):
                self.add(Figure(section, f"{row['name']}, {name}", "times", *[row[what]] * 3))


def short(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def machine():
    described = {"date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
                 "system": platform.platform(), "threads": os.cpu_count(), "load": round(os.getloadavg()[0], 2)}
    for file, key, name in (("/proc/cpuinfo", "model name", "processor"), ("/proc/meminfo", "MemTotal", "memory")):
        try:
            lines = pathlib.Path(file).read_text().splitlines()
        except OSError:
            continue
        described[name] = next((line.split(":", 1)[1].strip() for line in lines if line.startswith(key)), "")
    commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
    described["commit"] = commit.stdout.strip() or "not a checkout"
    return described


def markdown(bench, described):
    rows = ["| | what | median | lowest to highest | goal | of the roof | peak |", "|---|---|---|---|---|---|---|"]
    for figure in bench.figures:
        spread = "" if figure.low == figure.high else f"{short(figure.low)} to {short(figure.high)}"
        peak = f"{figure.peak_mb:.0f} MB" if figure.peak_mb else ""
        roof = f"{100 * figure.share_of_roof:.0f} %" if figure.share_of_roof else ""
        rows.append(f"| {figure.section} | {figure.what} | {short(figure.median)} {figure.unit} | {spread} | "
                    f"{figure.goal} | {roof} | {peak} |")
    about = "; ".join(f"{name}: {value}" for name, value in described.items())
    missing = [f"- {what}: {why}" for what, why in bench.missing.items()]
    return "\n".join([about + ".", "", *rows, *(["", "Not measured:", "", *missing] if missing else []), ""])


SECTIONS = ("network", "statistics", "sampling", "sampling_peer", "exchange", "window", "training",
            "training_threads")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--bin", type=pathlib.Path, required=True, help="folder of the built programs")
    options.add_argument("--quick", action="store_true", help="only show that everything runs")
    options.add_argument("--strict", action="store_true", help="fail where a section cannot be measured")
    options.add_argument("--only", default=",".join(SECTIONS), help="sections, with commas between")
    options.add_argument("--json", type=pathlib.Path, help="write the figures there")
    options.add_argument("--markdown", type=pathlib.Path, help="write the table there")
    given = options.parse_args()
    chosen = given.only.split(",")
    unknown = [name for name in chosen if name not in SECTIONS]
    if unknown:
        options.error(f"--only: {unknown[0]} is no section; expected some of {', '.join(SECTIONS)}")
    bench = Bench(given)
    described = machine()
    print("\n".join(f"{name}: {value}" for name, value in described.items()))
    if not given.quick and described["load"] > 0.5:
        print("Other programs are running: times will be too long, ratios less so.")
    for name in chosen:
        print(f"\n{name.replace('_', ' ')}", flush=True)
        try:
            getattr(bench, name)()
        except Missing as why:
            bench.missing[name.replace("_", " ")] = str(why)
            print(f"  not measured: {why}")
    is_whole = not bench.missing
    bench.missing["pycls's report"] = "its analysis is a set of notebooks; there is no program to time"
    if given.json:
        given.json.write_text(json.dumps({"machine": described, "missing": bench.missing,
                                          "figures": [dataclasses.asdict(f) for f in bench.figures]}, indent=1) + "\n")
    if given.markdown:
        given.markdown.write_text(markdown(bench, described))
    sys.exit(1 if given.strict and not is_whole else 0)


if __name__ == "__main__":
    main()
