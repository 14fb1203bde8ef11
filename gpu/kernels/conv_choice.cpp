// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/conv_choice.h"

#include "gpu/kernels/own_loops.h"

namespace regnet {
namespace {

/// Below so many multiply-adds a pass of oneDNN is mostly preparation: 60 to 120 us a call. Its dense loops
/// over wide groups are better than ours, so that those pay sooner.
constexpr std::int64_t fewMultiplyAdds = 20'000'000, fewOfWideGroups = 5'000'000;
/// oneDNN sums weight gradients of depthwise convolutions well, once there are many pixels.
constexpr std::int64_t fewPixels = 4096;

std::int64_t outputPixels(const ConvSizes& sizes)
{
    return sizes.images * sizes.outputHeight() * sizes.outputWidth();
}

std::int64_t multiplyAdds(const ConvSizes& sizes)
{
    return outputPixels(sizes) * sizes.outputs * sizes.groupInputs() * sizes.taps();
}

ConvChoice ofThree(const ConvSizes& sizes)
{
    const bool isStrided = sizes.stride == 2;
    const bool isSmall = multiplyAdds(sizes) < fewMultiplyAdds;
    // A few input channels fill no vector in the gradients.
    if (sizes.inputs < 8 && sizes.groups == 1)
        return {!isStrided && multiplyAdds(sizes) < 2 * fewMultiplyAdds, false, false};
    const std::int64_t group = sizes.groupInputs();
    const bool isSquare = sizes.inputs == sizes.outputs;
    if (isSquare && group == 1) return {isSmall, isSmall || isStrided, outputPixels(sizes) <= fewPixels};
    if (isSquare && (group == 2 || group == 4)) return {true, true, true};
    if (isSquare && group == 8) return {isSmall || isStrided, isSmall || isStrided, true};
    const bool isTiny = multiplyAdds(sizes) < fewOfWideGroups;
    return {isTiny || (isStrided && isSmall), isTiny || isStrided, isTiny || (isStrided && isSmall)};
}

} // namespace

ConvChoice measuredChoice(const ConvSizes& sizes)
{
    if (!usesOwnLoops() || sizes.stride < 1 || sizes.stride > 2) return {};
    if (sizes.kernel == 3) return ofThree(sizes);
    if (sizes.kernel != 1 || sizes.groups != 1) return {};
    const bool isSmall = multiplyAdds(sizes) < fewMultiplyAdds;
    const bool isStrided = sizes.stride == 2;
    return {isSmall || isStrided, isSmall || isStrided, isSmall};
}

} // namespace regnet
