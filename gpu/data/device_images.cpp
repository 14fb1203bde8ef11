// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/device_images.h"

#include <ATen/Functions.h>
#include <ATen/TensorIndexing.h>
#include <ATen/TensorOperators.h>

#include <cstring>

namespace regnet {
namespace {

using at::indexing::Slice;

at::Tensor onDevice(const std::vector<std::int64_t>& values, at::Device device)
{
    return at::tensor(values, at::TensorOptions(at::kLong)).to(device, /*non_blocking=*/false);
}

/// What the views say along one axis, as tensors (N, resolution).
struct Axis
{
    at::Tensor first, second, weight, isInside;
};

/// taps() of all views at once.
Axis axisOf(const at::Tensor& start, const at::Tensor& length, const at::Tensor& isReversed,
            std::int64_t side, std::int64_t resolution)
{
    at::Tensor i = at::arange(resolution, start.options()).unsqueeze(0);
    i = at::where(isReversed.unsqueeze(1), resolution - 1 - i, i);
    const at::Tensor from = start.unsqueeze(1), extent = length.unsqueeze(1);
    const at::Tensor position = (2 * i + 1) * extent - resolution;
    const at::Tensor pixel = at::div(position, 2 * resolution, "floor").clamp_min(-1);
    const at::Tensor rest = position - pixel * (2 * resolution);
    const at::Tensor last = extent - 1;
    Axis axis;
    axis.weight = at::div(rest * tapUnit + resolution, 2 * resolution, "floor");
    axis.first = from + at::minimum(pixel.clamp_min(0), last);
    axis.second = from + at::minimum((pixel + 1).clamp_min(0), last);
    axis.isInside = axis.first.ge(0).logical_and(axis.first.lt(side));
    axis.first = axis.first.clamp(0, side - 1);
    axis.second = axis.second.clamp(0, side - 1);
    return axis;
}

struct ViewTensors
{
    at::Tensor left, top, width, height, isFlipped, light;
    bool isScaled = false, isLit = false;
};

ViewTensors tensorsOf(const std::vector<View>& views, std::int64_t resolution, at::Device device)
{
    const auto n = static_cast<std::int64_t>(views.size());
    std::vector<std::int64_t> numbers;
    std::vector<float> light;
    ViewTensors tensors;
    for (const View& view : views) {
        numbers.insert(numbers.end(), {view.left, view.top, view.width, view.height, view.isFlipped ? 1 : 0});
        light.insert(light.end(), view.light.begin(), view.light.end());
        tensors.isScaled = tensors.isScaled || view.isScaled(resolution);
        tensors.isLit = tensors.isLit || view.light != std::array<float, 3>{};
    }
    const at::Tensor all = onDevice(numbers, device).reshape({n, 5});
    tensors.left = all.select(1, 0);
    tensors.top = all.select(1, 1);
    tensors.width = all.select(1, 2);
    tensors.height = all.select(1, 3);
    tensors.isFlipped = all.select(1, 4).gt(0);
    if (tensors.isLit)
        tensors.light = at::tensor(light, at::TensorOptions(at::kFloat)).to(device).reshape({n, 1, 1, 3});
    return tensors;
}

} // namespace

DeviceImages::DeviceImages(const ImageSet& images, const ChannelStatistics& statistics, at::Device device,
                           std::int64_t mostBytes)
    : m_images(images), m_device(device)
{
    const std::int64_t stored = static_cast<std::int64_t>(images.pixels.size()) / images.bytesAnImage();
    // from_blob wants a pointer to what may change; nothing writes here.
    auto* bytes = const_cast<std::uint8_t*>(images.pixels.data());
    m_pixels = at::from_blob(bytes, {stored, 3, images.side, images.side}, at::TensorOptions(at::kByte));
    m_isResident = device.is_cpu() || static_cast<std::int64_t>(images.pixels.size()) <= mostBytes;
    if (m_isResident && !device.is_cpu()) m_pixels = m_pixels.to(device);
    const auto channel = [&](const std::array<float, 3>& values) {
        return at::tensor({values[0], values[1], values[2]}, at::TensorOptions(at::kFloat)).to(device);
    };
    m_offset = channel(statistics.mean);
    m_scale = channel(
        {1.0F / statistics.deviation[0], 1.0F / statistics.deviation[1], 1.0F / statistics.deviation[2]});
}

/// The bytes to look into, and where in them each image of the batch is.
at::Tensor DeviceImages::rawPixels(std::span<const std::int64_t> indices, at::Tensor& rows) const
{
    const auto n = static_cast<std::int64_t>(indices.size());
    if (m_isResident) {
        std::vector<std::int64_t> where(indices.begin(), indices.end());
        if (!m_images.rows.empty())
            for (std::int64_t& row : where)
                row = m_images.rows[static_cast<std::size_t>(row)];
        rows = onDevice(where, m_device);
        return m_pixels;
    }
    at::Tensor gathered = at::empty({n, 3, m_images.side, m_images.side},
                                    at::TensorOptions(at::kByte).pinned_memory(m_device.is_cuda()));
    for (std::int64_t i = 0; i < n; ++i)
        std::memcpy(gathered.data_ptr<std::uint8_t>() + i * m_images.bytesAnImage(),
                    m_images.image(indices[static_cast<std::size_t>(i)]),
                    static_cast<std::size_t>(m_images.bytesAnImage()));
    rows = at::arange(n, at::TensorOptions(at::kLong).device(m_device));
    return gathered.to(m_device);
}

at::Tensor DeviceImages::batch(std::span<const std::int64_t> indices, const Augmentation& augmentation,
                               std::uint64_t seed, std::int64_t epoch) const
{
    const std::int64_t side = m_images.side, resolution = m_images.resolution;
    const ViewTensors view =
        tensorsOf(viewsOf(m_images, indices, augmentation, seed, epoch), resolution, m_device);
    at::Tensor rows;
    const at::Tensor pixels = rawPixels(indices, rows);
    rows = rows.reshape({-1, 1, 1});
    const Axis x = axisOf(view.left, view.width, view.isFlipped, side, resolution);
    const Axis y = axisOf(view.top, view.height, at::zeros_like(view.isFlipped), side, resolution);
    // Indices on both sides of the channels: the result is (N, rows, columns, 3), which is channels_last.
    const auto look = [&](const at::Tensor& down, const at::Tensor& across) {
        return pixels.index({rows, Slice(), down.unsqueeze(2), across.unsqueeze(1)});
    };
    at::Tensor colour;
    if (view.isScaled) {
        const at::Tensor wx = x.weight.to(at::kInt).unsqueeze(1).unsqueeze(3);
        const at::Tensor wy = y.weight.to(at::kInt).unsqueeze(2).unsqueeze(3);
        const auto blend = [&](const at::Tensor& a, const at::Tensor& b, const at::Tensor& w) {
            return a.to(at::kInt) * (tapUnit - w) + b.to(at::kInt) * w;
        };
        const at::Tensor above = blend(look(y.first, x.first), look(y.first, x.second), wx);
        const at::Tensor below = blend(look(y.second, x.first), look(y.second, x.second), wx);
        // 255 * 2^22 and a half fit into 31 bits.
        colour = (blend(above, below, wy) + tapUnit * tapUnit / 2).bitwise_right_shift(22).to(at::kFloat);
    } else {
        colour = look(y.first, x.first).to(at::kFloat);
    }
    if (view.isLit) colour = colour + view.light;
    colour = (colour - m_offset) * m_scale;
    if (!view.isScaled && augmentation.cropPadding > 0) {
        const at::Tensor isInside = y.isInside.unsqueeze(2).logical_and(x.isInside.unsqueeze(1));
        colour = colour.masked_fill(isInside.logical_not().unsqueeze(3), 0);
    }
    return colour.permute({0, 3, 1, 2});
}

at::Tensor DeviceImages::labels(std::span<const std::int64_t> indices) const
{
    std::vector<std::int64_t> values;
    values.reserve(indices.size());
    for (const std::int64_t index : indices)
        values.push_back(m_images.labels[static_cast<std::size_t>(index)]);
    return onDevice(values, m_device);
}

at::Tensor smoothedTargets(const at::Tensor& labels, std::int64_t classes, double smoothing,
                           at::TensorOptions options)
{
    const auto off = static_cast<float>(smoothing / static_cast<double>(classes));
    const auto on = static_cast<float>(1 - smoothing + smoothing / static_cast<double>(classes));
    at::Tensor targets = at::full({labels.size(0), classes}, static_cast<double>(off), options);
    return targets.scatter_(1, labels.unsqueeze(1), static_cast<double>(on));
}

void mix(const Mixup& mixup, at::Tensor& images, at::Tensor& targets)
{
    if (mixup.partner.empty()) return;
    const at::Tensor partner = onDevice(mixup.partner, images.device());
    const at::Tensor partners = images.index_select(0, partner).contiguous(images.suggest_memory_format());
    images = images * mixup.share + partners * (1 - mixup.share);
    targets = targets * mixup.share + targets.index_select(0, partner) * (1 - mixup.share);
}

} // namespace regnet
