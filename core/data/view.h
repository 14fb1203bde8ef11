// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace regnet {

/// What happens to an image each time that it is shown.
struct Augmentation
{
    bool flip = false;
    std::int64_t cropPadding = 0; ///< pixels; the padding has the mean colour
    /// A part of the image, of random size and shape, brought to the networks' resolution; without padding.
    bool randomSizedCrop = false;
    double leastArea = 0.08; ///< of such a part, as a share of the image
    /// Standard deviation of pycls's lighting: a random shift along the main colours of ImageNet; 0.1 there.
    double lighting = 0;

    bool changesSomething() const { return flip || cropPadding > 0 || randomSizedCrop || lighting > 0; }
};

/// Which part of a stored image a network sees, and how. Coordinates are stored pixels.
struct View
{
    std::int64_t left = 0, top = 0;     ///< may lie outside: what is there has the mean colour
    std::int64_t width = 0, height = 0; ///< as large as the resolution, or brought to it (bilinear)
    bool isFlipped = false;
    std::array<float, 3> light{}; ///< added to red, green, blue, 0 .. 255

    bool isScaled(std::int64_t resolution) const { return width != resolution || height != resolution; }
    friend bool operator==(const View&, const View&) = default;
};

/// The middle, unscaled: how test images are seen (pycls: short side to 256, then the middle 224).
View centreView(std::int64_t side, std::int64_t resolution);

/// A view that depends on (seed, epoch, index) alone: not on the batch, the thread or the device. The crop of
/// random size is pycls's: area uniform in [leastArea, 1], aspect uniform in [3/4, 4/3], turned with
/// probability 1/2; after ten that do not fit the whole image. Source: pycls datasets/transforms.py.
View randomView(const Augmentation& augmentation, std::int64_t side, std::int64_t resolution,
                std::uint64_t seed, std::int64_t epoch, std::int64_t index);

/// Where along one axis an output pixel looks: stored pixels `first` and `second`, the latter with
/// weight / 2048.
struct Tap
{
    std::int64_t first = 0, second = 0, weight = 0;
};
inline constexpr std::int64_t tapUnit = 2048;
/// Taps of bilinear scaling of [start, start + length) to `resolution` pixels: pixel centres on centres, the
/// border repeated, in integers. An unscaled axis gives weight 0 everywhere.
std::vector<Tap> taps(std::int64_t start, std::int64_t length, std::int64_t resolution, bool isReversed);

/// One pair of weights and one permutation a batch: image i becomes share * image i + (1 - share) * image
/// partner[i], and so do the targets.
struct Mixup
{
    double share = 1;
    std::vector<std::int64_t> partner;
};
/// share from Beta(alpha, alpha), rounded to a multiple of 2^-16; depends on (seed, epoch, batch) alone.
/// alpha 0 is no mixup. Source: Zhang et al., ICLR 2018; pycls core/net.py.
Mixup randomMixup(double alpha, std::int64_t images, std::uint64_t seed, std::int64_t epoch,
                  std::int64_t batch);

} // namespace regnet
