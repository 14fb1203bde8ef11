// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// EDFs, tests, ranges and samples. Goals: EDF of 10^6 errors <= 10 ms; ranges of 15 properties over 937
// networks
// <= 20 ms; 100 networks of a narrow space in 10 ms.
#include "core/space/built_in_spaces.h"
#include "core/space/sampler.h"
#include "core/stats/best_range.h"
#include "core/stats/comparison.h"
#include "core/stats/correlation.h"
#include "core/stats/edf.h"
#include "core/stats/two_sample.h"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

namespace regnet {
namespace {

std::vector<double> errors(std::int64_t n, std::uint64_t seed)
{
    PhiloxStream random(seed, 0);
    std::vector<double> values;
    for (std::int64_t i = 0; i < n; ++i)
        values.push_back(30 + 40 * random.nextUnit());
    return values;
}

void edfOfErrors(benchmark::State& state)
{
    const std::vector<double> values = errors(state.range(0), 1);
    for (auto _ : state) {
        state.PauseTiming();
        std::vector<double> mine = values; // handed over below, as by everybody who calls it
        state.ResumeTiming();
        const Edf edf(std::move(mine), 0);
        benchmark::DoNotOptimize(edf.quantile(0.5));
    }
}
BENCHMARK(edfOfErrors)->Arg(500)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void exactKolmogorovSmirnov(benchmark::State& state)
{
    const Edf a(errors(state.range(0), 1), 0);
    const Edf b(errors(state.range(0), 2), 0);
    for (auto _ : state)
        benchmark::DoNotOptimize(kolmogorovSmirnov(a, b).pValue);
}
BENCHMARK(exactKolmogorovSmirnov)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond);

void rangesOfFifteenProperties(benchmark::State& state)
{
    Population population;
    const std::vector<double> all = errors(937, 3);
    PhiloxStream random(4, 0);
    for (const double error : all) {
        Member member;
        member.error = error;
        for (int p = 0; p < 15; ++p)
            member.properties["property " + std::to_string(p)] = random.nextUnit();
        population.members.push_back(std::move(member));
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(bestRanges(population, propertiesOf(population)));
}
BENCHMARK(rangesOfFifteenProperties)->Unit(benchmark::kMillisecond);

void compareTwoPopulations(benchmark::State& state)
{
    Population a;
    Population b;
    for (Population* population : {&a, &b})
        for (const double error : errors(state.range(0), population == &a ? 5 : 6)) {
            Member member;
            member.error = error;
            member.properties["flops"] = error;
            population->members.push_back(std::move(member));
        }
    for (auto _ : state)
        benchmark::DoNotOptimize(compare(a, b, {.bins = BinSettings{}}).ranks.pValue);
}
BENCHMARK(compareTwoPopulations)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond);

void kendallOfPairs(benchmark::State& state)
{
    const std::vector<double> x = errors(state.range(0), 7);
    const std::vector<double> y = errors(state.range(0), 8);
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < x.size(); ++i)
        pairs.push_back({x[i], y[i]});
    for (auto _ : state)
        benchmark::DoNotOptimize(correlate(pairs, CorrelationKind::Kendall).value);
}
BENCHMARK(kendallOfPairs)->Arg(100'000)->Unit(benchmark::kMillisecond);

void sampleHundred(benchmark::State& state, const char* space)
{
    const DesignSpace wanted = builtInSpace(space);
    std::int64_t candidates = 0;
    for (auto _ : state)
        candidates += sample(wanted, {.n = 100, .seed = 1}).candidates;
    state.counters["candidates/s"] =
        benchmark::Counter(static_cast<double>(candidates), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(sampleHundred, RegNetX_400MF, "RegNetX@400MF")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(sampleHundred, AnyNetX_A_400MF, "AnyNetX_A@400MF")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(sampleHundred, RegNetX_cpu, "RegNetX@cpu")->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
} // namespace regnet

BENCHMARK_MAIN();
