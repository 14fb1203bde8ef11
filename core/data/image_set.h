// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace regnet {

enum class Split { Train, Test };

/// Bytes of images, in memory or mapped from a file. Copies share them: a split, what is held out of it and
/// the whole set look at the same bytes, and the last one gives them back.
class Pixels
{
public:
    Pixels() = default;
    Pixels(std::vector<std::uint8_t> bytes); // NOLINT(google-explicit-constructor): a vector is pixels
    Pixels(std::shared_ptr<const void> owner, std::span<const std::uint8_t> bytes);

    const std::uint8_t* data() const { return m_bytes.data(); }
    std::size_t size() const { return m_bytes.size(); }
    auto begin() const { return m_bytes.begin(); }
    auto end() const { return m_bytes.end(); }
    std::uint8_t operator[](std::size_t i) const { return m_bytes[i]; }

private:
    std::shared_ptr<const void> m_owner;
    std::span<const std::uint8_t> m_bytes;
};

/// Mean and standard deviation of each channel, 0 .. 255: what normalisation takes away.
struct ChannelStatistics
{
    std::array<float, 3> mean{};
    std::array<float, 3> deviation{};
};

/// Images: RGB, square, bytes in the order (image, channel, row, column). They may be stored somewhat larger
/// than networks see them, so that a crop has something to choose from.
struct ImageSet
{
    std::int64_t count = 0;
    std::int64_t resolution = 0; ///< side that a network sees, pixels
    std::int64_t side = 0;       ///< side as stored, pixels; at least the resolution
    std::int64_t classes = 0;
    Pixels pixels;                               ///< stored images x 3 x side x side
    std::vector<std::int64_t> rows;              ///< where image i is stored; empty: at i
    std::vector<std::int64_t> labels;            ///< of image i, 0 .. classes - 1
    std::optional<ChannelStatistics> statistics; ///< known beforehand; none: to be computed

    std::int64_t bytesAnImage() const { return 3 * side * side; }
    const std::uint8_t* image(std::int64_t i) const
    {
        return pixels.data() + (rows.empty() ? i : rows[static_cast<std::size_t>(i)]) * bytesAnImage();
    }
};

/// Those that are known beforehand, or computed from all pixels.
ChannelStatistics channelStatistics(const ImageSet& images);

/// A part of a training set that is not trained on, so that "best epoch" need not be chosen on the test
/// images. Both lists are in ascending order.
struct HeldOut
{
    std::vector<std::int64_t> kept, heldOut;
};
/// Holds out `count` images: of each class its share, to within one image (largest remainders first, ties to
/// the lower label), which ones depends on the seed and the labels alone. count <= number of labels.
HeldOut holdOut(std::span<const std::int64_t> labels, std::int64_t classes, std::int64_t count,
                std::uint64_t seed);

} // namespace regnet
