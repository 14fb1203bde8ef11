// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

namespace regnet {
namespace {

/// Two populations with the properties of trained RegNets, two of a hundred failed.
ReportInput inputOf(std::int64_t networks)
{
    std::mt19937_64 random(1);
    const auto uniform = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random() >> 11U) * 0x1p-53;
    };
    ReportInput input;
    input.title = "bench";
    input.command = {"report", "bench.csv"};
    for (const char* name : {"A", "B"}) {
        Population population;
        population.name = name;
        for (std::int64_t i = 0; i < networks / 2; ++i) {
            Member member;
            member.label = std::to_string(i);
            member.networkHash = std::to_string(random());
            member.state = uniform(0, 1) < 0.02 ? Member::State::Failed : Member::State::Finished;
            member.error = 30 + 8 * std::abs(uniform(-1, 1) + uniform(-1, 1));
            for (const char* property : {"depth", "w0", "wa", "wm", "flops", "params", "activations"})
                member.properties[property] = std::exp(uniform(1, 12));
            population.members.push_back(std::move(member));
        }
        input.populations.push_back({std::move(population), std::nullopt});
    }
    return input;
}

/// From populations to the page: at most 0.3 s for 937 jobs.
void page(benchmark::State& state)
{
    const ReportInput input = inputOf(state.range(0));
    std::size_t bytes = 0;
    for ([[maybe_unused]] const auto& each : state)
        benchmark::DoNotOptimize(bytes = reportHtml(input).size());
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(page)->Arg(937)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace regnet

BENCHMARK_MAIN();
