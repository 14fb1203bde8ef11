// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/nds.h"
#include "core/network/complexity.h"
#include "core/network/network.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace regnet {
namespace {

/// A file of NDS with so many different networks; `epochs` numbers in each of four lists, which real files
/// have and an import passes over.
std::string ndsFile(int records, int epochs)
{
    std::string curve;
    for (int i = 0; i < epochs; ++i)
        curve += fmt::format("{}{:.4f}", i == 0 ? "" : ", ", 90.0 - 0.4321 * i);
    std::string text = "[";
    for (int i = 0; i < records; ++i) {
        NetworkSpec spec;
        spec.stem = {StemType::ResStemCifar, 16};
        const std::int64_t d = 1 + i % 16, w = 8 * (1 + i / 16 % 128), e = 1 + i / 2048 % 16;
        spec.stages = {{.width = w, .depth = d, .stride = 1, .groupWidth = 8},
                       {.width = 2 * w, .depth = e, .stride = 2, .groupWidth = 8},
                       {.width = 4 * w, .depth = 1 + i / 32768, .stride = 2, .groupWidth = 8}};
        spec.head.classes = 10;
        spec.resolution = 32;
        const Cost total = cost(realise(spec));
        text += fmt::format(
            R"({}{{"job_id": {}, "rng_seed": 1, "flops": {}, "params": {}, "net": {{"block_type": "res_bottleneck_block", "ds": [{}, {}, {}], "ws": [{}, {}, {}], "ss": [1, 2, 2], "bot_muls": [1.0, 1.0, 1.0], "num_gs": [{}, {}, {}]}}, "optim": {{"base_lr": 0.1, "wd": 0.0005}}, "prec_time": 0.0213, "min_test_top1": {:.2f}, "train_ep_loss": [{}], "train_ep_top1": [{}], "test_ep_top1": [{}]}})",
            i == 0 ? "" : ",\n", i, total.flops, total.params, d, e, 1 + i / 32768, w, 2 * w, 4 * w, w / 8,
            w / 4, w / 2, 5 + i % 3000 / 100.0, curve, curve, curve);
    }
    return text + "]";
}

void readNds(benchmark::State& state)
{
    const std::string text = ndsFile(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    std::int64_t known = 0;
    for (auto _ : state) {
        const auto all = ndsPopulations(text, "nds.json", "nds");
        known =
            std::ranges::count_if(all[0].networks, [](const auto& network) { return network.has_value(); });
    }
    state.counters["MB"] = static_cast<double>(text.size()) / 1e6;
    state.counters["known"] = static_cast<double>(known);
}
BENCHMARK(readNds)->Args({100'000, 0})->Args({100'000, 100})->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace regnet

BENCHMARK_MAIN();
