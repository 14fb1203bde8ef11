// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/loops/tables.h"

namespace regnet::REGNET_SIMD {
namespace {

/// So many rows are summed in float before their sums go on in double; they stay in the first-level cache.
Index chunkOf(const Rows& rows)
{
    const Index fitting = 4096 / rows.channels;
    return fitting < 16 ? 16 : smaller(fitting, 256);
}

struct Strip
{
    Index rows, stride; ///< floats between rows
    Mask mask;
};

/// Two sums over the rows of one vector of channels; four of each, so that no addition waits for the one
/// before.
template <typename Term>
void sumPairs(const Strip& strip, const Term& term, Vec& first, Vec& second)
{
    Vec a[4], b[4];
#pragma GCC unroll 4
    for (Index i = 0; i < 4; ++i)
        a[i] = b[i] = zeros();
    Index r = 0;
    for (; r + 4 <= strip.rows; r += 4)
#pragma GCC unroll 4
        for (Index i = 0; i < 4; ++i)
            term((r + i) * strip.stride, a[i], b[i]);
    for (; r < strip.rows; ++r)
        term(r * strip.stride, a[0], b[0]);
    first = (a[0] + a[1]) + (a[2] + a[3]);
    second = (b[0] + b[1]) + (b[2] + b[3]);
}

/// Chan, Golub and LeVeque's union of two samples, for one vector of channels.
void unite(Moments& moments, Index channel, Index channels, Index added, Vec mean, Vec squares)
{
    float means[lanes], squared[lanes];
    store(means, mean);
    store(squared, squares);
    const auto before = static_cast<double>(moments.count), more = static_cast<double>(added);
    const double share = more / (before + more);
    for (Index lane = 0; lane < smaller(lanes, channels - channel); ++lane) {
        const double distance = static_cast<double>(means[lane]) - moments.mean[channel + lane];
        moments.mean[channel + lane] += distance * share;
        moments.squares[channel + lane] +=
            static_cast<double>(squared[lane]) + distance * distance * before * share;
    }
}

template <bool hasResidual, bool hasRelu>
void scaleRows(const Rows& rows, const float* input, const float* scale, const float* shift,
               const float* residual, float* output)
{
    const Index full = rows.channels / lanes * lanes;
    const Mask tail = firstLanes(rows.channels - full);
    for (Index r = 0; r < rows.count; ++r) {
        const Index row = r * rows.channels;
        for (Index c = 0; c < full; c += lanes) {
            Vec y = load(input + row + c) * load(scale + c) + load(shift + c);
            if constexpr (hasResidual) y += load(residual + row + c);
            if constexpr (hasRelu) y = notBelowZero(y);
            store(output + row + c, y);
        }
        if (full == rows.channels) continue;
        Vec y = load(input + row + full, tail) * load(scale + full, tail) + load(shift + full, tail);
        if constexpr (hasResidual) y += load(residual + row + full, tail);
        if constexpr (hasRelu) y = notBelowZero(y);
        store(output + row + full, y, tail);
    }
}

/// The gradient before the ReLU.
template <bool hasRelu>
Vec gradientAt(const NormGradient& gradient, Index at, Mask mask)
{
    const Vec g = load(gradient.outputGradient + at, mask);
    if constexpr (hasRelu)
        return whereAboveZero(g, load(gradient.output + at, mask));
    else
        return g;
}

template <bool hasRelu, bool isKept>
void reduceRows(const Rows& rows, const NormGradient& gradient, float* before, double* sums, double* products)
{
    const Index chunk = chunkOf(rows);
    for (Index first = 0; first < rows.count; first += chunk)
        for (Index c = 0; c < rows.channels; c += lanes) {
            const Mask mask = firstLanes(rows.channels - c);
            const Vec mean = load(gradient.mean + c, mask);
            const Index start = first * rows.channels + c;
            const auto term = [&](Index offset, Vec& sum, Vec& product) {
                const Index at = start + offset;
                const Vec g = gradientAt<hasRelu>(gradient, at, mask);
                if constexpr (isKept) store(before + at, g, mask);
                sum += g;
                product += g * (load(gradient.input + at, mask) - mean);
            };
            Vec sum, product;
            sumPairs({smaller(chunk, rows.count - first), rows.channels, mask}, term, sum, product);
            float s[lanes], p[lanes];
            store(s, sum);
            store(p, product);
            for (Index lane = 0; lane < smaller(lanes, rows.channels - c); ++lane) {
                sums[c + lane] += static_cast<double>(s[lane]);
                products[c + lane] += static_cast<double>(p[lane]);
            }
        }
}

template <bool hasRelu>
void applyRows(const Rows& rows, const NormGradient& gradient, const float* scale, const float* meanGradient,
               const float* slope, float* inputGradient)
{
    for (Index r = 0; r < rows.count; ++r)
        for (Index c = 0; c < rows.channels; c += lanes) {
            const Mask mask = firstLanes(rows.channels - c);
            const Index at = r * rows.channels + c;
            const Vec g = gradientAt<hasRelu>(gradient, at, mask) - load(meanGradient + c, mask);
            const Vec distance = load(gradient.input + at, mask) - load(gradient.mean + c, mask);
            store(inputGradient + at, g * load(scale + c, mask) - distance * load(slope + c, mask), mask);
        }
}

} // namespace

void addMoments(const Rows& rows, const float* input, Moments& moments)
{
    const Index chunk = chunkOf(rows);
    for (Index first = 0; first < rows.count; first += chunk) {
        const Index size = smaller(chunk, rows.count - first);
        for (Index c = 0; c < rows.channels; c += lanes) {
            const Mask mask = firstLanes(rows.channels - c);
            const float* from = input + first * rows.channels + c;
            const Strip strip{size, rows.channels, mask};
            Vec sum, squares, unused;
            sumPairs(
                strip, [&](Index at, Vec& a, Vec&) { a += load(from + at, mask); }, sum, unused);
            const Vec mean = sum * broadcast(1.0F / static_cast<float>(size));
            const auto square = [&](Index at, Vec& a, Vec&) {
                const Vec distance = load(from + at, mask) - mean;
                a += distance * distance;
            };
            sumPairs(strip, square, squares, unused);
            unite(moments, c, rows.channels, size, mean, squares);
        }
        moments.count += size;
    }
}

void scaleAndShift(const Rows& rows, const float* input, const float* scale, const float* shift,
                   const float* residual, bool hasRelu, float* output)
{
    if (residual && hasRelu) scaleRows<true, true>(rows, input, scale, shift, residual, output);
    if (residual && !hasRelu) scaleRows<true, false>(rows, input, scale, shift, residual, output);
    if (!residual && hasRelu) scaleRows<false, true>(rows, input, scale, shift, residual, output);
    if (!residual && !hasRelu) scaleRows<false, false>(rows, input, scale, shift, residual, output);
}

void reduceGradient(const Rows& rows, const NormGradient& gradient, float* before, double* sums,
                    double* products)
{
    const bool hasRelu = gradient.output != nullptr;
    if (hasRelu && before) reduceRows<true, true>(rows, gradient, before, sums, products);
    if (hasRelu && !before) reduceRows<true, false>(rows, gradient, before, sums, products);
    if (!hasRelu && before) reduceRows<false, true>(rows, gradient, before, sums, products);
    if (!hasRelu && !before) reduceRows<false, false>(rows, gradient, before, sums, products);
}

void applyGradient(const Rows& rows, const NormGradient& gradient, const float* scale,
                   const float* meanGradient, const float* slope, float* inputGradient)
{
    if (gradient.output)
        applyRows<true>(rows, gradient, scale, meanGradient, slope, inputGradient);
    else
        applyRows<false>(rows, gradient, scale, meanGradient, slope, inputGradient);
}

} // namespace regnet::REGNET_SIMD
