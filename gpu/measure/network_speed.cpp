// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/measure/network_speed.h"

#include "core/problem.h"
#include "gpu/kernels/heap.h"
#include "gpu/measure/memory_peak.h"
#include "gpu/measure/torch_info.h"
#include "gpu/network/any_net.h"

#include <ATen/Parallel.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/randn.h>
#include <c10/core/GradMode.h>
#include <torch/cuda.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

namespace regnet {
namespace {

using Clock = std::chrono::steady_clock;

void checkDevice(const std::string& device)
{
    const std::vector<std::string> devices = torchInfo().devices;
    if (std::find(devices.begin(), devices.end(), device) != devices.end()) return;
    std::string names;
    for (const std::string& known : devices)
        names += (names.empty() ? "" : ", ") + known;
    throwBadInput("device", "is " + device + ", which this LibTorch does not have", "one of " + names);
}

Timing timed(const SpeedSettings& settings, const std::function<void()>& run)
{
    const bool isCuda = settings.device != "cpu";
    const auto once = [&] {
        const Clock::time_point start = Clock::now();
        run();
        if (isCuda) torch::cuda::synchronize();
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    };
    double spent = 0; // in ms; the warm-up must not outlast the measuring
    for (std::int64_t i = 0; i < settings.warmUps && spent <= 1000 * settings.secondsAtMost; ++i)
        spent += once();
    std::vector<double> times;
    spent = 0;
    while (times.empty() || (static_cast<std::int64_t>(times.size()) < settings.runs &&
                             spent <= 1000 * settings.secondsAtMost)) {
        times.push_back(once());
        spent += times.back();
    }
    std::sort(times.begin(), times.end());
    const std::size_t n = times.size();
    Timing timing;
    timing.milliseconds = (times[(n - 1) / 2] + times[n / 2]) / 2;
    timing.fastest = times.front();
    timing.slowest = times.back();
    timing.runs = static_cast<std::int64_t>(n);
    timing.imagesPerSecond = 1000 * static_cast<double>(settings.batch) / timing.milliseconds;
    return timing;
}

} // namespace

NetworkSpeed measureSpeed(const Network& network, const SpeedSettings& settings)
{
    checkDevice(settings.device);
    at::set_num_threads(static_cast<int>(settings.threads));
    const at::Device device(settings.device);
    if (device.is_cpu()) keepFreedMemory(); // as training does
    releaseKeptMemory();
    MemoryPeak peak(settings.device);
    const auto net = buildAnyNet(network);
    initialise(*net, 1);
    net->to(device);
    NetworkSpeed speed;
    speed.counted = countRunning(*net, network.resolution);
    at::Tensor images = at::randn({settings.batch, 3, network.resolution, network.resolution}).to(device);
    if (device.is_cpu()) {
        const c10::AutoGradMode noGradients(false);
        images = images.contiguous(at::MemoryFormat::ChannelsLast);
        for (at::Tensor& parameter : net->parameters())
            if (parameter.dim() == 4)
                parameter.set_data(parameter.contiguous(at::MemoryFormat::ChannelsLast));
    }
    net->eval();
    speed.forward = timed(settings, [&] {
        const c10::AutoGradMode noGradients(false);
        net->forward(images);
    });
    net->train();
    speed.training = timed(
        settings, [&] { at::log_softmax(net->forward(images), 1).select(1, 0).mean().neg().backward(); });
    speed.peakBytes = peak.bytes();
    return speed;
}

} // namespace regnet
