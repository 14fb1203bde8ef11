// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/allowed_values.h"
#include "core/space/built_in_spaces.h"
#include "core/space/inverse_design.h"
#include "core/space/sampler.h"

#include <benchmark/benchmark.h>

#include <array>
#include <memory>
#include <thread>
#include <vector>

namespace regnet {
namespace {

constexpr std::array names{"cifar_regnet", "RegNetX@400MF", "AnyNetX_A@400MF", "AnyNetX_E@400MF"};

/// Candidates a second of one thread: drawn and judged.
void candidates(benchmark::State& state)
{
    const Sampler sampler(builtInSpace(names[static_cast<std::size_t>(state.range(0))]));
    state.SetLabel(names[static_cast<std::size_t>(state.range(0))]);
    const auto draft = std::make_unique<Draft>();
    PhiloxStream random(1, 0);
    std::int64_t accepted = 0;
    for (auto _ : state) {
        sampler.propose(random, *draft);
        accepted += sampler.judge(*draft) ? 0 : 1;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["accepted"] =
        static_cast<double>(accepted) / static_cast<double>(std::max<std::int64_t>(1, state.iterations()));
}
BENCHMARK(candidates)->DenseRange(0, 3);

/// The drawing alone.
void proposals(benchmark::State& state)
{
    const Sampler sampler(builtInSpace(names[static_cast<std::size_t>(state.range(0))]));
    const auto draft = std::make_unique<Draft>();
    PhiloxStream random(1, 0);
    for (auto _ : state) {
        sampler.propose(random, *draft);
        benchmark::DoNotOptimize(draft->regnet);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(proposals)->DenseRange(0, 3);

/// A million candidates of cifar_regnet on so many threads.
void candidatesOnThreads(benchmark::State& state)
{
    const Sampler sampler(builtInSpace("cifar_regnet"));
    const std::int64_t each = 1'000'000 / state.range(0);
    for (auto _ : state) {
        std::vector<std::jthread> threads;
        for (std::int64_t t = 0; t < state.range(0); ++t)
            threads.emplace_back([&, t] {
                const auto draft = std::make_unique<Draft>();
                PhiloxStream random(1, static_cast<std::uint64_t>(t));
                for (std::int64_t i = 0; i < each; ++i) {
                    sampler.propose(random, *draft);
                    benchmark::DoNotOptimize(sampler.judge(*draft));
                }
            });
    }
    state.SetItemsProcessed(state.iterations() * each * state.range(0));
}
BENCHMARK(candidatesOnThreads)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

/// 100 networks of cifar_regnet, from nothing.
void hundredNetworks(benchmark::State& state)
{
    const DesignSpace space = builtInSpace("cifar_regnet");
    std::uint64_t seed = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(sample(space, {.n = 100, .seed = ++seed}).networks.size());
}
BENCHMARK(hundredNetworks)->UseRealTime()->Unit(benchmark::kMillisecond);

void inverseDesign(benchmark::State& state)
{
    DesignQuery query;
    query.space = builtInSpace("pycls_regnet");
    query.flops = 400'000'000;
    query.candidates = state.range(0);
    for (auto _ : state)
        benchmark::DoNotOptimize(findDesigns(query).found);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(inverseDesign)->Arg(4'000'000)->UseRealTime()->Unit(benchmark::kMillisecond);

void shading(benchmark::State& state)
{
    const DesignSpace space = builtInSpace("RegNetX@400MF");
    NetworkSpec spec;
    spec.regnet = RegnetParameters{};
    for (auto _ : state)
        benchmark::DoNotOptimize(allowedValues(space, spec).size());
}
BENCHMARK(shading)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace regnet

BENCHMARK_MAIN();
