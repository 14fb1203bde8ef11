// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What differs between LibTorch 1.13 and 2.13. Includes torch: for the units of gpu/ only.

#include <ATen/Version.h>
#include <ATen/autocast_mode.h>
#include <torch/version.h>

#include <string>

#define REGNET_TORCH_VERSION (TORCH_VERSION_MAJOR * 100 + TORCH_VERSION_MINOR)

namespace regnet {

/// Which vector instructions LibTorch's own CPU kernels use: "AVX2".
inline std::string cpuKernels()
{
#if REGNET_TORCH_VERSION >= 200
    return at::get_cpu_capability();
#else
    return "not told";
#endif
}

/// Whether this thread computes convs of the CPU in fewer bits.
inline bool isCpuAutocast()
{
#if REGNET_TORCH_VERSION >= 204
    return at::autocast::is_autocast_enabled(c10::DeviceType::CPU);
#else
    return at::autocast::is_cpu_enabled();
#endif
}

/// While it lives, this thread's convs and matrix products are computed in bfloat16; weights stay what they
/// are. Backward belongs outside. Does nothing where isWanted is false.
class Bfloat16Autocast
{
public:
    Bfloat16Autocast(c10::DeviceType device, bool isWanted) : m_device(device), m_isWanted(isWanted)
    {
        if (!m_isWanted) return;
        m_before = isEnabled();
        setType();
        enable(true);
        at::autocast::increment_nesting();
    }
    ~Bfloat16Autocast()
    {
        if (!m_isWanted) return;
        // Cast weights are remembered per nesting; the next step changes the weights.
        if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
        enable(m_before);
    }
    Bfloat16Autocast(const Bfloat16Autocast&) = delete;
    Bfloat16Autocast& operator=(const Bfloat16Autocast&) = delete;

private:
#if REGNET_TORCH_VERSION >= 204
    bool isEnabled() const
    {
        return at::autocast::is_autocast_enabled(m_device);
    }
    void enable(bool isOn) const
    {
        at::autocast::set_autocast_enabled(m_device, isOn);
    }
    void setType() const
    {
        at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
    }
#else
    bool isCpu() const
    {
        return m_device == c10::DeviceType::CPU;
    }
    bool isEnabled() const
    {
        return isCpu() ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
    }
    void enable(bool isOn) const
    {
        isCpu() ? at::autocast::set_cpu_enabled(isOn) : at::autocast::set_enabled(isOn);
    }
    void setType() const
    {
        isCpu() ? at::autocast::set_autocast_cpu_dtype(at::kBFloat16)
                : at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    }
#endif

    c10::DeviceType m_device;
    bool m_isWanted;
    bool m_before = false;
};

} // namespace regnet
