// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_set.h"

#include "core/data/random_stream.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

constexpr std::uint64_t holdingOut = 0x484f; // first key of the stream: others draw for other things

/// How many images of each class are held out: shares of `count`, rounded so that they add up.
std::vector<std::int64_t> quotas(const std::vector<std::int64_t>& sizes, std::int64_t total,
                                 std::int64_t count)
{
    std::vector<std::int64_t> taken(sizes.size()), remainders(sizes.size());
    std::int64_t left = count;
    for (std::size_t label = 0; label < sizes.size(); ++label) {
        taken[label] = sizes[label] * count / total;
        remainders[label] = sizes[label] * count % total;
        left -= taken[label];
    }
    std::vector<std::size_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++taken[order[i]];
    return taken;
}

} // namespace

Pixels::Pixels(std::vector<std::uint8_t> bytes)
{
    auto owner = std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes));
    m_bytes = *owner;
    m_owner = std::move(owner);
}

Pixels::Pixels(std::shared_ptr<const void> owner, std::span<const std::uint8_t> bytes)
    : m_owner(std::move(owner)), m_bytes(bytes)
{
}

ChannelStatistics channelStatistics(const ImageSet& images)
{
    if (images.statistics) return *images.statistics;
    // Integer sums: exact, so the same however the compiler orders them. 2^63 / 255^2 pixels are far away.
    std::array<std::int64_t, 3> sums{}, squares{};
    const std::int64_t area = images.side * images.side;
    for (std::int64_t i = 0; i < images.count; ++i) {
        const std::uint8_t* pixel = images.image(i);
        for (std::size_t channel = 0; channel < 3; ++channel)
            for (const std::uint8_t* end = pixel + area; pixel != end; ++pixel) {
                sums[channel] += *pixel;
                squares[channel] += std::int64_t{*pixel} * *pixel;
            }
    }
    ChannelStatistics statistics;
    const auto n = static_cast<double>(std::max<std::int64_t>(images.count * area, 1));
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double mean = static_cast<double>(sums[channel]) / n;
        const double variance = static_cast<double>(squares[channel]) / n - mean * mean;
        statistics.mean[channel] = static_cast<float>(mean);
        statistics.deviation[channel] = static_cast<float>(std::sqrt(std::max(variance, 1.0)));
    }
    return statistics;
}

HeldOut holdOut(std::span<const std::int64_t> labels, std::int64_t classes, std::int64_t count,
                std::uint64_t seed)
{
    std::vector<std::vector<std::int64_t>> members(static_cast<std::size_t>(classes));
    for (std::size_t i = 0; i < labels.size(); ++i)
        members[static_cast<std::size_t>(labels[i])].push_back(static_cast<std::int64_t>(i));
    std::vector<std::int64_t> sizes;
    for (const auto& list : members)
        sizes.push_back(static_cast<std::int64_t>(list.size()));
    const auto total = static_cast<std::int64_t>(labels.size());
    const std::vector<std::int64_t> taken = quotas(sizes, std::max<std::int64_t>(total, 1), count);

    HeldOut parts;
    for (std::size_t label = 0; label < members.size(); ++label) {
        std::vector<std::int64_t>& list = members[label];
        RandomStream random{holdingOut, seed, label};
        for (std::int64_t k = 0; k < taken[label]; ++k) {
            const std::int64_t pick = k + random.below(sizes[label] - k);
            std::swap(list[static_cast<std::size_t>(k)], list[static_cast<std::size_t>(pick)]);
        }
        const auto border = list.begin() + static_cast<std::ptrdiff_t>(taken[label]);
        parts.heldOut.insert(parts.heldOut.end(), list.begin(), border);
        parts.kept.insert(parts.kept.end(), border, list.end());
    }
    std::sort(parts.heldOut.begin(), parts.heldOut.end());
    std::sort(parts.kept.begin(), parts.kept.end());
    return parts;
}

} // namespace regnet
