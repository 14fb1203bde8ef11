// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/conv_passes.h"

#include <algorithm>

namespace regnet {
namespace {

bool hasSmallGroups(const Loops& loops, const ConvSizes& sizes)
{
    return sizes.kernel == 3 && sizes.inputs == sizes.outputs && loops.isSmallGroup(sizes.groupInputs());
}

/// The weights of each lattice, in the order in which the loops read them.
class PackedWeights
{
public:
    PackedWeights(const Loops& loops, const ConvSizes& sizes, const PixelPlan& plan, const float* weights,
                  bool isBackward)
        : m_loops(loops), m_sizes(sizes), m_isSmall(hasSmallGroups(loops, sizes)),
          m_depth(isBackward ? sizes.groupOutputs() : sizes.groupInputs()),
          m_width(isBackward ? sizes.groupInputs() : sizes.groupOutputs())
    {
        for (const Lattice& lattice : plan.lattices)
            m_lattices.push_back(m_isSmall ? small(lattice, weights, isBackward)
                                           : wide(lattice, weights, isBackward));
    }

    void multiply(std::size_t lattice, TappedPixels pixels, float* const* targets) const
    {
        const float* packed = m_lattices[lattice].data();
        if (m_isSmall)
            return m_loops.multiplySmall(pixels, targets, m_sizes.groupInputs(), m_sizes.inputs, packed);
        const std::int64_t size = m_loops.packedSize(pixels.tapCount, m_depth, m_width);
        for (std::int64_t group = 0; group < m_sizes.groups; ++group, packed += size) {
            pixels.inputChannel = group * m_depth;
            pixels.outputChannel = group * m_width;
            m_loops.multiply(pixels, targets, m_depth, m_width, packed);
        }
    }

private:
    std::vector<float> small(const Lattice& lattice, const float* weights, bool isBackward) const
    {
        const auto taps = static_cast<std::int64_t>(lattice.taps.size());
        std::vector<std::int64_t> indices;
        for (const Lattice::Tap& tap : lattice.taps)
            indices.push_back(tap.weight);
        std::vector<float> packed(
            static_cast<std::size_t>(m_loops.smallSize(taps, m_sizes.groupInputs(), m_sizes.inputs)));
        m_loops.packSmall(weights, indices.data(), taps, m_sizes.taps(), m_sizes.groupInputs(),
                          m_sizes.inputs, isBackward, packed.data());
        return packed;
    }

    std::vector<float> wide(const Lattice& lattice, const float* weights, bool isBackward) const
    {
        const auto taps = static_cast<std::int64_t>(lattice.taps.size());
        std::vector<std::int64_t> starts;
        for (const Lattice::Tap& tap : lattice.taps)
            starts.push_back(tap.weight * m_sizes.groupInputs());
        const std::int64_t anOutput = m_sizes.taps() * m_sizes.groupInputs();
        const std::int64_t size = m_loops.packedSize(taps, m_depth, m_width);
        std::vector<float> packed(static_cast<std::size_t>(m_sizes.groups * size));
        for (std::int64_t group = 0; group < m_sizes.groups; ++group) {
            const WeightView view{weights + group * m_sizes.groupOutputs() * anOutput, starts.data(), taps,
                                  isBackward ? anOutput : 1, isBackward ? 1 : anOutput};
            m_loops.pack(view, m_depth, m_width, packed.data() + group * size);
        }
        return packed;
    }

    const Loops& m_loops;
    const ConvSizes& m_sizes;
    bool m_isSmall;
    std::int64_t m_depth, m_width;
    std::vector<std::vector<float>> m_lattices;
};

void multiplyAll(const Loops& loops, const ConvSizes& sizes, const PixelPlan& plan, const float* source,
                 const float* weights, bool isBackward, float* target)
{
    const PackedWeights packed(loops, sizes, plan, weights, isBackward);
    forPixels(plan, source, target,
              [&](std::int64_t, std::size_t lattice, const TappedPixels& pixels, float* const* targets) {
                  packed.multiply(lattice, pixels, targets);
              });
}

} // namespace

void convForward(const Loops& loops, const ConvSizes& sizes, const float* input, const float* weights,
                 float* output)
{
    multiplyAll(loops, sizes, forwardPlan(sizes), input, weights, false, output);
}

void convInputGradient(const Loops& loops, const ConvSizes& sizes, const float* outputGradient,
                       const float* weights, float* inputGradient)
{
    multiplyAll(loops, sizes, backwardPlan(sizes), outputGradient, weights, true, inputGradient);
}

void convWeightGradient(const Loops& loops, const ConvSizes& sizes, const float* input,
                        const float* outputGradient, float* weightGradient)
{
    const bool isSmall = hasSmallGroups(loops, sizes);
    const std::int64_t depth = sizes.groupInputs(), width = sizes.groupOutputs();
    const std::int64_t groupSize = isSmall ? loops.smallSize(sizes.taps(), depth, sizes.inputs)
                                           : loops.outerSize(sizes.taps(), depth, width);
    const std::int64_t groups = isSmall ? 1 : sizes.groups, size = groups * groupSize;
    std::vector<float> sums(static_cast<std::size_t>(sliceCount() * size));
    // The plan's target is only read here.
    auto* gradients = const_cast<float*>(outputGradient);
    forPixels(forwardPlan(sizes), input, gradients,
              [&](std::int64_t slice, std::size_t, const TappedPixels& all, float* const* targets) {
                  float* to = sums.data() + slice * size;
                  if (isSmall) return loops.outerSmall(all, targets, depth, sizes.inputs, to);
                  TappedPixels pixels = all;
                  for (std::int64_t group = 0; group < groups; ++group, to += groupSize) {
                      pixels.inputChannel = group * depth;
                      pixels.outputChannel = group * width;
                      loops.outer(pixels, targets, depth, width, to);
                  }
              });
    for (std::int64_t slice = 1; slice < sliceCount(); ++slice)
        for (std::int64_t i = 0; i < size; ++i)
            sums[static_cast<std::size_t>(i)] += sums[static_cast<std::size_t>(slice * size + i)];
    if (isSmall) return loops.unpackSmall(sums.data(), depth, sizes.inputs, weightGradient);
    for (std::int64_t group = 0; group < groups; ++group)
        loops.unpackOuter(sums.data() + group * groupSize, sizes.taps(), depth, width,
                          weightGradient + group * width * sizes.taps() * depth);
}

} // namespace regnet
