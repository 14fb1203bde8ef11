// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/fast_cost.h"
#include "core/network/linear_fit.h"
#include "core/network/network_json.h"
#include "core/network/published.h"

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <random>
#include <vector>

namespace regnet {
namespace {

/// Lines as sliders and samplers make them: wa log-uniform, decimals as pycls's sampler.
std::vector<RegnetParameters> lines(std::int64_t leastDepth, std::int64_t mostDepth)
{
    std::mt19937 random(7);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    std::vector<RegnetParameters> list(4096);
    for (RegnetParameters& regnet : list) {
        regnet.line.depth = leastDepth + static_cast<std::int64_t>(
                                             random() % static_cast<unsigned>(mostDepth - leastDepth + 1));
        regnet.line.w0 = 8.0 * static_cast<double>(1 + random() % 32);
        regnet.line.wa = std::round(8 * std::exp(uniform() * std::log(32.0)) * 10) / 10;
        regnet.line.wm = std::round((1.5 + 1.5 * uniform()) * 1000) / 1000;
        regnet.groupWidth = 8 * static_cast<std::int64_t>(1 + random() % 8);
    }
    return list;
}

NetworkSpec frame(bool hasSqueeze)
{
    NetworkSpec spec;
    spec.seRatio = hasSqueeze ? 0.25 : 0;
    return spec;
}

void fastCost(benchmark::State& state)
{
    const auto list = lines(state.range(0), state.range(1));
    const RegnetCoster coster(frame(state.range(2) != 0));
    RealisedRegnet result;
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(coster.realise(list[i++ & 4095], result));
        benchmark::DoNotOptimize(result.cost);
    }
}
BENCHMARK(fastCost)->ArgNames({"from", "to", "se"})->Args({1, 64, 0})->Args({12, 28, 0})->Args({12, 28, 1});

void plainCost(benchmark::State& state)
{
    const auto list = lines(state.range(0), state.range(1));
    NetworkSpec spec = frame(state.range(2) != 0);
    std::size_t i = 0;
    for (auto _ : state) {
        spec.regnet = list[i++ & 4095];
        benchmark::DoNotOptimize(cost(realise(spec)));
    }
}
BENCHMARK(plainCost)->ArgNames({"from", "to", "se"})->Args({1, 64, 0})->Args({12, 28, 0})->Args({12, 28, 1});

void quantiseOnly(benchmark::State& state)
{
    const auto list = lines(state.range(0), state.range(1));
    std::size_t i = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(quantise(list[i++ & 4095].line));
}
BENCHMARK(quantiseOnly)->ArgNames({"from", "to"})->Args({1, 64})->Args({12, 28});

void describeLine(benchmark::State& state)
{
    const NetworkSpec& spec = publishedModel("RegNetY-4.0GF").spec;
    for (auto _ : state)
        benchmark::DoNotOptimize(describe(spec).dump());
}
BENCHMARK(describeLine);

void fit(benchmark::State& state)
{
    const std::vector<Stage> networks[] = {{{64, 2}, {128, 4}, {272, 5}, {704, 5}},
                                           {{48, 1}, {80, 2}, {352, 2}, {560, 4}},
                                           {{48, 1}, {704, 1}, {32, 1}, {48, 2}}};
    const auto domain = state.range(0) == 0 ? FitDomain::ValidOnly : FitDomain::Any;
    const std::vector<Stage>& stages = networks[state.range(1)];
    for (auto _ : state)
        benchmark::DoNotOptimize(findLine(stages, domain));
}
BENCHMARK(fit)->ArgNames({"any", "network"})->ArgsProduct({{0, 1}, {0, 1, 2}})->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace regnet

BENCHMARK_MAIN();
