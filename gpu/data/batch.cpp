// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/batch.h"

#include "core/data/random_stream.h"

#include <ATen/Parallel.h>

#include <numeric>

namespace regnet {
namespace {

// First key of the stream: what others draw for must not show in it.
constexpr std::uint64_t shuffling = 0x5348;

struct Colours
{
    std::array<float, 3> offset{}, scale{};

    Colours(const ChannelStatistics& statistics, const View& view)
    {
        for (std::size_t c = 0; c < 3; ++c) {
            scale[c] = 1.0F / statistics.deviation[c];
            offset[c] = statistics.mean[c];
        }
        light = view.light;
    }
    float of(std::size_t channel, std::int64_t value) const
    {
        return (static_cast<float>(value) + light[channel] - offset[channel]) * scale[channel];
    }
    std::array<float, 3> light{};
};

/// A view of the resolution itself: pixels are copied, what lies outside has the mean colour.
void fillPlain(const std::uint8_t* pixels, std::int64_t side, std::int64_t resolution, const View& view,
               const Colours& colours, float* out)
{
    for (std::int64_t row = 0; row < resolution; ++row)
        for (std::int64_t column = 0; column < resolution; ++column, out += 3) {
            const std::int64_t y = row + view.top;
            const std::int64_t x = (view.isFlipped ? resolution - 1 - column : column) + view.left;
            const bool isInside = x >= 0 && x < side && y >= 0 && y < side;
            for (std::size_t c = 0; c < 3; ++c)
                out[c] = isInside
                             ? colours.of(c, pixels[(static_cast<std::int64_t>(c) * side + y) * side + x])
                             : 0.0F;
        }
}

/// A view of another size, inside of the image: bilinear, rounded to whole values as image libraries do.
void fillScaled(const std::uint8_t* pixels, std::int64_t side, std::int64_t resolution, const View& view,
                const Colours& colours, float* out)
{
    const std::vector<Tap> across = taps(view.left, view.width, resolution, view.isFlipped);
    const std::vector<Tap> down = taps(view.top, view.height, resolution, false);
    for (const Tap& y : down)
        for (const Tap& x : across) {
            for (std::size_t c = 0; c < 3; ++c) {
                const std::uint8_t* plane = pixels + static_cast<std::int64_t>(c) * side * side;
                const std::uint8_t *upper = plane + y.first * side, *lower = plane + y.second * side;
                const std::int64_t above = upper[x.first] * (tapUnit - x.weight) + upper[x.second] * x.weight;
                const std::int64_t below = lower[x.first] * (tapUnit - x.weight) + lower[x.second] * x.weight;
                const std::int64_t sum = above * (tapUnit - y.weight) + below * y.weight;
                out[c] = colours.of(c, (sum + tapUnit * tapUnit / 2) / (tapUnit * tapUnit));
            }
            out += 3;
        }
}

} // namespace

std::vector<std::int64_t> shuffled(std::int64_t count, std::uint64_t seed, std::int64_t epoch)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    RandomStream random{shuffling, seed, static_cast<std::uint64_t>(epoch)};
    for (std::int64_t i = count - 1; i > 0; --i)
        std::swap(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(random.below(i + 1))]);
    return order;
}

std::vector<View> viewsOf(const ImageSet& images, std::span<const std::int64_t> indices,
                          const Augmentation& augmentation, std::uint64_t seed, std::int64_t epoch)
{
    const bool isRandom = augmentation.changesSomething();
    std::vector<View> views;
    views.reserve(indices.size());
    for (const std::int64_t index : indices)
        views.push_back(isRandom
                            ? randomView(augmentation, images.side, images.resolution, seed, epoch, index)
                            : centreView(images.side, images.resolution));
    return views;
}

void fillBatch(const ImageSet& images, const ChannelStatistics& statistics,
               std::span<const std::int64_t> indices, const Augmentation& augmentation, std::uint64_t seed,
               std::int64_t epoch, float* batch)
{
    const std::vector<View> views = viewsOf(images, indices, augmentation, seed, epoch);
    const std::int64_t values = 3 * images.resolution * images.resolution;
    at::parallel_for(0, static_cast<std::int64_t>(views.size()), 1,
                     [&](std::int64_t begin, std::int64_t end) {
                         for (std::int64_t i = begin; i < end; ++i) {
                             const View& view = views[static_cast<std::size_t>(i)];
                             const auto fill = view.isScaled(images.resolution) ? fillScaled : fillPlain;
                             fill(images.image(indices[static_cast<std::size_t>(i)]), images.side,
                                  images.resolution, view, Colours(statistics, view), batch + i * values);
                         }
                     });
}

} // namespace regnet
