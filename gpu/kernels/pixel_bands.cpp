// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/pixel_bands.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace regnet {
namespace {

// A band's source should stay in the second-level cache while all channels of its pixels are computed.
constexpr std::int64_t bandFloats = 32768, fewestPixels = 64, mostPixels = 1024;

/// Whole images, or some rows of one.
struct Band
{
    std::int64_t firstImage, images, firstRow, rows;
};

std::vector<Band> bandsOf(const PixelPlan& plan)
{
    const Lattice& lattice = plan.lattices.front(); // the largest
    const std::int64_t perImage = lattice.rows * lattice.columns;
    const std::int64_t perPixel = plan.sourceStep * plan.sourceStep * plan.source.channels;
    std::int64_t limit = std::clamp(bandFloats / perPixel, fewestPixels, mostPixels);
    limit = std::min(limit, plan.images * perImage / sliceCount() + 1);
    std::vector<Band> bands;
    if (perImage <= limit) {
        const std::int64_t together = limit / perImage;
        for (std::int64_t n = 0; n < plan.images; n += together)
            bands.push_back({n, std::min(together, plan.images - n), 0, lattice.rows});
        return bands;
    }
    const std::int64_t together = std::max<std::int64_t>(1, limit / lattice.columns);
    for (std::int64_t n = 0; n < plan.images; ++n)
        for (std::int64_t row = 0; row < lattice.rows; row += together)
            bands.push_back({n, 1, row, std::min(together, lattice.rows - row)});
    return bands;
}

/// The band that one thread works on.
class BandReader
{
public:
    BandReader(const PixelPlan& plan, const float* source, float* target)
        : m_plan(plan), m_source(source), m_target(target),
          m_rowFloats((plan.source.width + 2 * plan.padding) * plan.source.channels)
    {
        for (const Lattice& lattice : plan.lattices) {
            m_taps.emplace_back();
            for (const Lattice::Tap& tap : lattice.taps)
                m_taps.back().push_back(tap.row * m_rowFloats + tap.column * plan.source.channels);
        }
    }

    void use(const Band& band, std::int64_t slice, const UsePixels& usePixels)
    {
        if (m_plan.padding > 0) copyPadded(band);
        for (std::size_t l = 0; l < m_plan.lattices.size(); ++l) {
            collect(band, m_plan.lattices[l]);
            if (m_count == 0) continue;
            TappedPixels pixels;
            pixels.count = m_count;
            pixels.inputs = m_inputs.data();
            pixels.taps = m_taps[l].data();
            pixels.tapCount = static_cast<std::int64_t>(m_taps[l].size());
            usePixels(slice, l, pixels, m_targets.data());
        }
    }

private:
    /// Rows of the source, counted with the padding, that the band's pixels look at.
    std::int64_t firstSourceRow(const Band& band) const { return m_plan.sourceStep * band.firstRow; }
    std::int64_t sourceRows(const Band& band) const
    {
        const std::int64_t last = firstSourceRow(band) + m_plan.sourceStep * (band.rows - 1) +
                                  m_plan.sourceStart + 2 * m_plan.padding;
        return std::min(last, m_plan.source.height + 2 * m_plan.padding - 1) - firstSourceRow(band) + 1;
    }

    void copyPadded(const Band& band)
    {
        const std::int64_t rows = sourceRows(band), first = firstSourceRow(band);
        const auto needed = static_cast<std::size_t>(band.images * rows * m_rowFloats);
        if (m_padded.size() < needed) m_padded.resize(needed);
        const std::int64_t edge = m_plan.padding * m_plan.source.channels, inside = m_rowFloats - 2 * edge;
        float* to = m_padded.data();
        for (std::int64_t n = band.firstImage; n < band.firstImage + band.images; ++n)
            for (std::int64_t row = first; row < first + rows; ++row, to += m_rowFloats) {
                const std::int64_t y = row - m_plan.padding;
                if (y < 0 || y >= m_plan.source.height) {
                    std::fill_n(to, m_rowFloats, 0.0F);
                    continue;
                }
                std::fill_n(to, edge, 0.0F);
                std::memcpy(to + edge, m_source + (n * m_plan.source.height + y) * inside,
                            static_cast<std::size_t>(inside) * sizeof(float));
                std::fill_n(to + edge + inside, edge, 0.0F);
            }
    }

    void collect(const Band& band, const Lattice& lattice)
    {
        const std::int64_t rows = std::min(band.rows, lattice.rows - band.firstRow);
        m_count = std::max<std::int64_t>(band.images * rows * lattice.columns, 0);
        m_inputs.resize(std::max(m_inputs.size(), static_cast<std::size_t>(m_count)));
        m_targets.resize(m_inputs.size());
        const float** nextInput = m_inputs.data();
        float** nextTarget = m_targets.data();
        const bool isPadded = m_plan.padding > 0;
        const std::int64_t heldRows = isPadded ? sourceRows(band) : m_plan.source.height;
        const float* base = isPadded ? m_padded.data() : m_source;
        const std::int64_t firstImage = isPadded ? band.firstImage : 0;
        const std::int64_t firstRow = isPadded ? firstSourceRow(band) : 0;
        const std::int64_t across = m_plan.sourceStep * m_plan.source.channels;
        const std::int64_t targetAcross = lattice.step * m_plan.target.channels;
        for (std::int64_t n = band.firstImage; n < band.firstImage + band.images; ++n)
            for (std::int64_t row = band.firstRow; row < band.firstRow + rows; ++row) {
                const std::int64_t y = m_plan.sourceStart + m_plan.sourceStep * row - firstRow;
                const float* in = base + ((n - firstImage) * heldRows + y) * m_rowFloats +
                                  m_plan.sourceStart * m_plan.source.channels;
                const std::int64_t targetRow =
                    n * m_plan.target.height + lattice.firstRow + lattice.step * row;
                float* out = m_target +
                             (targetRow * m_plan.target.width + lattice.firstColumn) * m_plan.target.channels;
                for (std::int64_t column = 0; column < lattice.columns;
                     ++column, in += across, out += targetAcross) {
                    *nextInput++ = in;
                    *nextTarget++ = out;
                }
            }
    }

    const PixelPlan& m_plan;
    const float* m_source;
    float* m_target;
    std::int64_t m_rowFloats;
    std::vector<std::vector<std::int64_t>> m_taps;
    std::vector<float> m_padded;
    std::vector<const float*> m_inputs;
    std::vector<float*> m_targets;
    std::int64_t m_count = 0;
};

} // namespace

PixelPlan forwardPlan(const ConvSizes& sizes)
{
    PixelPlan plan;
    plan.images = sizes.images;
    plan.source = {sizes.height, sizes.width, sizes.inputs};
    plan.target = {sizes.outputHeight(), sizes.outputWidth(), sizes.outputs};
    plan.padding = sizes.kernel / 2;
    plan.sourceStep = sizes.stride;
    Lattice all{sizes.outputHeight(), sizes.outputWidth(), 1, 0, 0, {}};
    for (std::int64_t row = 0; row < sizes.kernel; ++row)
        for (std::int64_t column = 0; column < sizes.kernel; ++column)
            all.taps.push_back({row, column, row * sizes.kernel + column});
    plan.lattices.push_back(std::move(all));
    return plan;
}

PixelPlan backwardPlan(const ConvSizes& sizes)
{
    PixelPlan plan;
    plan.images = sizes.images;
    plan.source = {sizes.outputHeight(), sizes.outputWidth(), sizes.outputs};
    plan.target = {sizes.height, sizes.width, sizes.inputs};
    plan.padding = sizes.kernel / 2;
    if (sizes.kernel == 1 || sizes.stride == 1) {
        Lattice all{plan.source.height, plan.source.width, sizes.stride, 0, 0, {}};
        for (std::int64_t row = 0; row < sizes.kernel; ++row)
            for (std::int64_t column = 0; column < sizes.kernel; ++column)
                all.taps.push_back({row, column, sizes.taps() - 1 - (row * sizes.kernel + column)});
        plan.lattices.push_back(std::move(all));
        return plan;
    }
    // Input 2i is under the middle of output i; input 2i + 1 is under the last of output i and the first of i
    // + 1.
    struct Line
    {
        std::int64_t offset, weight;
    };
    const std::vector<Line> lines[2] = {{{0, 1}}, {{0, 2}, {1, 0}}};
    plan.sourceStart = plan.padding;
    for (std::int64_t y = 0; y < 2; ++y)
        for (std::int64_t x = 0; x < 2; ++x) {
            Lattice some{(sizes.height + 1 - y) / 2, (sizes.width + 1 - x) / 2, 2, y, x, {}};
            for (const Line& down : lines[y])
                for (const Line& across : lines[x])
                    some.taps.push_back({down.offset, across.offset, down.weight * 3 + across.weight});
            plan.lattices.push_back(std::move(some));
        }
    return plan;
}

std::int64_t sliceCount()
{
    return std::max(1, at::get_num_threads());
}

void forPixels(const PixelPlan& plan, const float* source, float* target, const UsePixels& use)
{
    const std::vector<Band> bands = bandsOf(plan);
    const auto count = static_cast<std::int64_t>(bands.size());
    const std::int64_t slices = sliceCount();
    at::parallel_for(0, slices, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t slice = begin; slice < end; ++slice) {
            BandReader reader(plan, source, target);
            for (std::int64_t b = slice * count / slices; b < (slice + 1) * count / slices; ++b)
                reader.use(bands[static_cast<std::size_t>(b)], slice, use);
        }
    });
}

} // namespace regnet
