// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/line_fits.h"

#include "core/problem.h"
#include "core/stats/selection.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>
#include <thread>

namespace regnet {
namespace {

std::optional<std::int64_t> countIn(const Member& member, const char* name, std::size_t stage)
{
    const auto value = propertyOf(member, name + std::to_string(stage));
    constexpr double most = 1e6;
    if (!value || *value < 1 || *value > most || std::floor(*value) != *value) return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

std::optional<double> fitOf(const Member& member, FitDomain domain)
{
    const std::vector<Stage> stages = stagesOf(member);
    if (stages.empty()) return std::nullopt;
    try {
        const std::optional<LinearFit> fit = findLine(stages, domain);
        return fit ? std::optional(fit->error) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt; // stages of a file that are no network's
    }
}

} // namespace

std::vector<Stage> stagesOf(const Member& member)
{
    std::vector<Stage> stages;
    for (std::size_t number = 1;; ++number) {
        const auto depth = countIn(member, "depth_", number);
        const auto width = countIn(member, "width_", number);
        if (!depth || !width) return stages;
        Stage stage;
        stage.depth = *depth;
        stage.width = *width;
        stages.push_back(stage);
    }
}

std::vector<std::optional<double>> lineFits(const Population& population, FitDomain domain,
                                            const std::function<bool()>& isStopped)
{
    std::vector<std::optional<double>> fits(population.members.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < fits.size(); i = next++) {
            if (isStopped && isStopped()) return;
            fits[i] = fitOf(population.members[i], domain);
        }
    };
    std::vector<std::jthread> others;
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    for (std::size_t i = 1; i < std::min(cores, fits.size()); ++i)
        others.emplace_back(work);
    work();
    others.clear();
    return fits;
}

std::int64_t addLineFits(Population& population, FitDomain domain)
{
    const std::vector<std::optional<double>> fits = lineFits(population, domain);
    std::int64_t found = 0;
    for (std::size_t i = 0; i < fits.size(); ++i) {
        if (!fits[i]) continue;
        population.members[i].properties["e_fit"] = *fits[i];
        ++found;
    }
    return found;
}

} // namespace regnet
