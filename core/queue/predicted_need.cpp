// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/predicted_need.h"

#include "core/network/complexity.h"
#include "core/problem.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

/// What is there before a network is, and bytes for each parameter and each activation of an image.
struct MemoryModel
{
    double base, parameter, average, activation;
};
constexpr double mebibyte = 1 << 20;
constexpr MemoryModel onCpu{140 * mebibyte, 17, 4, 9};
constexpr MemoryModel onGpu{600 * mebibyte, 20, 0, 16};

constexpr std::int64_t usualImages =
    60'000;                          ///< of a data set that says nothing: CIFAR's and the built-in one's
constexpr std::int64_t block = 4096; ///< what the smallest file takes
// job.json, process.json, end.json, worker.log, lock, and the two folders.
constexpr std::int64_t smallFiles = 7 * block;
constexpr std::int64_t epochBytes = 700; ///< a line of the event log and a row of the store

/// Doubles hold these sums to far better than the model is; only the range has to be watched.
std::int64_t wholeBytes(double bytes)
{
    if (!(bytes < 9.0e18)) throwFailed("the need of a network", "is beyond 64 bits");
    return static_cast<std::int64_t>(std::ceil(bytes));
}

} // namespace

std::int64_t predictedMemory(const Network& network, const Recipe& recipe, std::int64_t resolution,
                             std::string_view device)
{
    const MemoryModel& model = device == "cpu" ? onCpu : onGpu;
    Network seen = network;
    seen.resolution = resolution;
    const Cost total = cost(seen);
    const std::int64_t images = (recipe.trainImages > 0 ? recipe.trainImages : usualImages) +
                                (recipe.testImages > 0 ? recipe.testImages : usualImages / 6);
    const double perParameter = model.parameter + (recipe.emaAlpha > 0 ? model.average : 0);
    const double together = std::ceil(static_cast<double>(recipe.batchSize) /
                                      static_cast<double>(std::max<std::int64_t>(recipe.accumulation, 1)));
    const double data =
        3.0 * static_cast<double>(resolution) * static_cast<double>(resolution) * static_cast<double>(images);
    return wholeBytes(model.base + perParameter * static_cast<double>(total.params) +
                      model.activation * static_cast<double>(total.activations) * together + data);
}

DiskNeed predictedDisk(const Network& network, const Recipe& recipe, bool keepsWeights)
{
    DiskNeed need;
    const auto files = static_cast<double>(smallFiles + epochBytes * recipe.epochs);
    const double checkpoint = 3 * 4.0 * static_cast<double>(cost(network).params) + 64.0 * 1024;
    need.kept = wholeBytes(files + (keepsWeights ? 2 * checkpoint : 0));
    need.peak = wholeBytes(files + 3 * checkpoint);
    return need;
}

DiskNeed together(std::vector<DiskNeed> needs, std::int64_t workers)
{
    const auto running = static_cast<std::ptrdiff_t>(
        std::min<std::size_t>(needs.size(), static_cast<std::size_t>(std::max<std::int64_t>(workers, 1))));
    std::partial_sort(needs.begin(), needs.begin() + running, needs.end(),
                      [](const DiskNeed& a, const DiskNeed& b) { return a.peak - a.kept > b.peak - b.kept; });
    double kept = 0, checkpoints = 0;
    for (const DiskNeed& need : needs)
        kept += static_cast<double>(need.kept);
    for (auto need = needs.begin(); need != needs.begin() + running; ++need)
        checkpoints += static_cast<double>(need->peak - need->kept);
    return {wholeBytes(kept), wholeBytes(kept + checkpoints)};
}

} // namespace regnet
