// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/batch.h"

#include "core/data/random_stream.h"

#include <algorithm>
#include <numeric>

namespace regnet {
namespace {

// First keys of the streams: what one draws for must not show in the other.
constexpr std::uint64_t shuffling = 0x5348;
constexpr std::uint64_t augmenting = 0x4155;

struct View
{
    std::int64_t shiftX = 0, shiftY = 0; ///< column x of the view shows column x + shiftX of the image
    bool isFlipped = false;
};

View randomView(const Augmentation& augmentation, RandomStream random)
{
    View view;
    const std::int64_t padding = augmentation.cropPadding;
    const std::int64_t bits = random.below(2);
    view.isFlipped = augmentation.flip && bits == 1;
    view.shiftX = random.between(-padding, padding);
    view.shiftY = random.between(-padding, padding);
    return view;
}

void fillImage(const std::uint8_t* pixels, std::int64_t side, const ChannelStatistics& statistics,
               const View& view, float* out)
{
    std::array<float, 3> scale{}, offset{};
    for (std::size_t c = 0; c < 3; ++c) {
        scale[c] = 1.0F / statistics.deviation[c];
        offset[c] = statistics.mean[c];
    }
    for (std::int64_t row = 0; row < side; ++row)
        for (std::int64_t column = 0; column < side; ++column, out += 3) {
            const std::int64_t y = row + view.shiftY;
            const std::int64_t x = (view.isFlipped ? side - 1 - column : column) + view.shiftX;
            const bool isInside = x >= 0 && x < side && y >= 0 && y < side;
            for (std::size_t c = 0; c < 3; ++c) {
                const std::int64_t at = (static_cast<std::int64_t>(c) * side + y) * side + x;
                out[c] = isInside ? (static_cast<float>(pixels[at]) - offset[c]) * scale[c] : 0.0F;
            }
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

void fillBatch(const ImageSet& images, const ChannelStatistics& statistics,
               std::span<const std::int64_t> indices, const Augmentation& augmentation, std::uint64_t seed,
               std::int64_t epoch, float* batch)
{
    const std::int64_t values = 3 * images.resolution * images.resolution;
    const bool changes = augmentation.flip || augmentation.cropPadding > 0;
    for (const std::int64_t index : indices) {
        const RandomStream random{augmenting, seed, static_cast<std::uint64_t>(epoch),
                                  static_cast<std::uint64_t>(index)};
        const View view = changes ? randomView(augmentation, random) : View{};
        fillImage(images.image(index), images.resolution, statistics, view, batch);
        batch += values;
    }
}

} // namespace regnet
