// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/view.h"

#include "core/data/random_stream.h"

#include <algorithm>
#include <boost/random/beta_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numeric>

namespace regnet {
namespace {

// First keys of the streams: what one draws for must not show in the other.
constexpr std::uint64_t augmenting = 0x4155, cropping = 0x4352, lighting = 0x4c49, mixing = 0x4d49;

RandomStream streamOf(std::uint64_t what, std::uint64_t seed, std::int64_t epoch, std::int64_t index)
{
    return {what, seed, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(index)};
}

View randomSizedCrop(double leastArea, std::int64_t side, RandomStream random)
{
    const auto extent = static_cast<double>(side);
    for (int attempt = 0; attempt < 10; ++attempt) {
        const double area = (leastArea + (1 - leastArea) * random.unit()) * extent * extent;
        const double aspect = 3.0 / 4 + (4.0 / 3 - 3.0 / 4) * random.unit();
        auto width = static_cast<std::int64_t>(std::nearbyint(std::sqrt(area * aspect)));
        auto height = static_cast<std::int64_t>(std::nearbyint(std::sqrt(area / aspect)));
        if (random.below(2) == 1) std::swap(width, height);
        if (width < 1 || height < 1 || width > side || height > side) continue;
        View view;
        view.width = width;
        view.height = height;
        view.left = random.between(0, side - width);
        view.top = random.between(0, side - height);
        return view;
    }
    return {.left = 0, .top = 0, .width = side, .height = side};
}

/// pycls's lighting: alpha_k ~ N(0, deviation), colour += sum over k of vector_k alpha_k value_k. Eigenvalues
/// and eigenvectors of ImageNet's colours (red, green, blue), of images 0 .. 1.
std::array<float, 3> randomLight(double deviation, RandomStream random)
{
    constexpr std::array<double, 3> values{0.2175, 0.0188, 0.0045};
    constexpr double vectors[3][3] = {
        {-0.5675, 0.7192, 0.4009}, {-0.5808, -0.0045, -0.8140}, {-0.5836, -0.6948, 0.4203}};
    boost::random::normal_distribution<double> normal(0, deviation);
    std::array<double, 3> alpha{};
    for (double& a : alpha)
        a = normal(random);
    std::array<float, 3> light{};
    for (std::size_t c = 0; c < 3; ++c) {
        double sum = 0;
        for (std::size_t k = 0; k < 3; ++k)
            sum += vectors[c][k] * alpha[k] * values[k];
        light[c] = static_cast<float>(255 * sum);
    }
    return light;
}

} // namespace

View centreView(std::int64_t side, std::int64_t resolution)
{
    const std::int64_t margin = (side - resolution + 1) / 2; // pycls rounds up
    return {.left = margin, .top = margin, .width = resolution, .height = resolution};
}

View randomView(const Augmentation& augmentation, std::int64_t side, std::int64_t resolution,
                std::uint64_t seed, std::int64_t epoch, std::int64_t index)
{
    RandomStream random = streamOf(augmenting, seed, epoch, index);
    const std::int64_t coin = random.below(2);
    View view = centreView(side, resolution);
    if (augmentation.randomSizedCrop) {
        view = randomSizedCrop(augmentation.leastArea, side, streamOf(cropping, seed, epoch, index));
    } else {
        view.left += random.between(-augmentation.cropPadding, augmentation.cropPadding);
        view.top += random.between(-augmentation.cropPadding, augmentation.cropPadding);
    }
    view.isFlipped = augmentation.flip && coin == 1;
    if (augmentation.lighting > 0)
        view.light = randomLight(augmentation.lighting, streamOf(lighting, seed, epoch, index));
    return view;
}

std::vector<Tap> taps(std::int64_t start, std::int64_t length, std::int64_t resolution, bool isReversed)
{
    std::vector<Tap> answer(static_cast<std::size_t>(resolution));
    for (std::int64_t i = 0; i < resolution; ++i) {
        // (i + 1/2) length / resolution - 1/2, over 2 resolution
        const std::int64_t position = (2 * i + 1) * length - resolution;
        const std::int64_t whole = 2 * resolution;
        const std::int64_t pixel = position >= 0 ? position / whole : -1;
        const std::int64_t rest = position - pixel * whole;
        Tap& tap = answer[static_cast<std::size_t>(isReversed ? resolution - 1 - i : i)];
        tap.first = start + std::clamp<std::int64_t>(pixel, 0, length - 1);
        tap.second = start + std::clamp<std::int64_t>(pixel + 1, 0, length - 1);
        tap.weight = (rest * tapUnit + resolution) / whole;
    }
    return answer;
}

Mixup randomMixup(double alpha, std::int64_t images, std::uint64_t seed, std::int64_t epoch,
                  std::int64_t batch)
{
    Mixup mixup;
    if (alpha <= 0) return mixup;
    RandomStream random = streamOf(mixing, seed, epoch, batch);
    mixup.partner.resize(static_cast<std::size_t>(images));
    std::iota(mixup.partner.begin(), mixup.partner.end(), 0);
    for (std::int64_t i = images - 1; i > 0; --i)
        std::swap(mixup.partner[static_cast<std::size_t>(i)],
                  mixup.partner[static_cast<std::size_t>(random.below(i + 1))]);
    // Rounded: the last bits of logarithms and powers are a matter of the C library.
    const double drawn = boost::random::beta_distribution<double>(alpha, alpha)(random);
    mixup.share = std::nearbyint(drawn * 65536) / 65536;
    return mixup;
}

} // namespace regnet
