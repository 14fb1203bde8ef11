// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/norm_passes.h"

#include "gpu/kernels/loops/choice.h"
#include "gpu/kernels/pixel_bands.h"

#include <ATen/Parallel.h>

#include <functional>
#include <numeric>

namespace regnet {
namespace {

const Loops& loops()
{
    return *usableLoops().front();
}

/// Several rows taken as one, so that vectors are full: 20 channels are 5 vectors of 16 in four rows, instead
/// of 2 in each.
class Fold
{
public:
    explicit Fold(const Rows& rows)
        : m_channels(rows.channels), m_factor(loops().lanes / std::gcd(loops().lanes, rows.channels))
    {
        if (rows.count % m_factor != 0) m_factor = 1;
        m_rows = {rows.count / m_factor, rows.channels * m_factor};
    }
    const Rows& rows() const { return m_rows; }
    std::size_t channels() const { return static_cast<std::size_t>(m_rows.channels); }
    std::int64_t factor() const { return m_factor; }

    std::vector<float> repeated(const float* values) const
    {
        std::vector<float> all;
        all.reserve(channels());
        for (std::int64_t i = 0; i < m_factor; ++i)
            all.insert(all.end(), values, values + m_channels);
        return all;
    }
    /// Calls part(slice, rows, first value) for a share of the rows each.
    void slices(const std::function<void(std::int64_t, const Rows&, std::int64_t)>& part) const
    {
        const std::int64_t count = sliceCount();
        at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t slice = begin; slice < end; ++slice) {
                const std::int64_t first = slice * m_rows.count / count;
                const std::int64_t last = (slice + 1) * m_rows.count / count;
                part(slice, {last - first, m_rows.channels}, first * m_rows.channels);
            }
        });
    }

private:
    std::int64_t m_channels, m_factor;
    Rows m_rows;
};

NormGradient from(const NormGradient& gradient, std::int64_t start, const float* mean)
{
    return {gradient.outputGradient + start, gradient.output ? gradient.output + start : nullptr,
            gradient.input + start, mean};
}

} // namespace

BatchMoments batchMoments(const Rows& rows, const float* input)
{
    const Fold fold(rows);
    const std::size_t channels = fold.channels();
    const auto slices = static_cast<std::size_t>(sliceCount());
    std::vector<double> means(slices * channels), squares(slices * channels);
    std::vector<std::int64_t> counts(slices);
    fold.slices([&](std::int64_t slice, const Rows& part, std::int64_t start) {
        const auto at = static_cast<std::size_t>(slice) * channels;
        Moments moments{0, means.data() + at, squares.data() + at};
        loops().addMoments(part, input + start, moments);
        counts[static_cast<std::size_t>(slice)] = moments.count;
    });
    BatchMoments all;
    const auto c = static_cast<std::size_t>(rows.channels);
    all.mean.resize(c);
    all.squares.resize(c);
    for (std::size_t i = 0; i < means.size(); ++i) { // slices and folded rows, united as in loops/norm.cpp
        const std::int64_t added = counts[i / channels], before = all.count;
        if (i % c == c - 1) all.count += added;
        if (added == 0) continue;
        const double share = static_cast<double>(added) / static_cast<double>(before + added);
        const double distance = means[i] - all.mean[i % c];
        all.mean[i % c] += distance * share;
        all.squares[i % c] += squares[i] + distance * distance * static_cast<double>(before) * share;
    }
    return all;
}

void scaleRows(const Rows& rows, const float* input, const std::vector<float>& scale,
               const std::vector<float>& shift, const float* residual, bool hasRelu, float* output)
{
    const Fold fold(rows);
    const std::vector<float> scales = fold.repeated(scale.data()), shifts = fold.repeated(shift.data());
    fold.slices([&](std::int64_t, const Rows& part, std::int64_t start) {
        loops().scaleAndShift(part, input + start, scales.data(), shifts.data(),
                              residual ? residual + start : nullptr, hasRelu, output + start);
    });
}

void normBackward(const Rows& rows, const NormBackward& pass, float* inputGradient, float* weightGradient,
                  float* biasGradient)
{
    const Fold fold(rows);
    const std::size_t channels = fold.channels();
    const std::vector<float> mean = fold.repeated(pass.gradient.mean);
    const auto size = static_cast<std::size_t>(sliceCount()) * channels;
    std::vector<double> sums(size), products(size);
    fold.slices([&](std::int64_t slice, const Rows& part, std::int64_t start) {
        const auto at = static_cast<std::size_t>(slice) * channels;
        loops().reduceGradient(part, from(pass.gradient, start, mean.data()),
                               pass.before ? pass.before + start : nullptr, sums.data() + at,
                               products.data() + at);
    });
    const auto c = static_cast<std::size_t>(rows.channels);
    for (std::size_t i = c; i < size; ++i) {
        sums[i % c] += sums[i];
        products[i % c] += products[i];
    }
    const auto n = static_cast<double>(rows.count);
    std::vector<float> scale(c), meanGradient(c), slope(c);
    for (std::size_t i = 0; i < c; ++i) {
        const auto inverse = static_cast<double>(pass.inverse[i]);
        const double weight = static_cast<double>(pass.weight[i]) * inverse;
        biasGradient[i] = static_cast<float>(sums[i]);
        weightGradient[i] = static_cast<float>(products[i] * inverse);
        scale[i] = static_cast<float>(weight);
        meanGradient[i] = static_cast<float>(sums[i] / n);
        slope[i] = static_cast<float>(weight * inverse * inverse * products[i] / n);
    }
    const std::vector<float> scales = fold.repeated(scale.data());
    const std::vector<float> means = fold.repeated(meanGradient.data()), slopes = fold.repeated(slope.data());
    fold.slices([&](std::int64_t, const Rows& part, std::int64_t start) {
        NormGradient gradient = from(pass.gradient, start, mean.data());
        if (pass.before) { // the ReLU is behind us
            gradient.outputGradient = pass.before + start;
            gradient.output = nullptr;
        }
        loops().applyGradient(part, gradient, scales.data(), means.data(), slopes.data(),
                              inputGradient + start);
    });
}

} // namespace regnet
