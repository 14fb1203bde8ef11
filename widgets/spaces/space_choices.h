// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <algorithm>
#include <array>

namespace regnet {

// What the combo boxes of the space editor offer, in their order.
inline constexpr std::array blocks{BlockType::X,
                                   BlockType::R,
                                   BlockType::V,
                                   BlockType::VR,
                                   BlockType::Vanilla,
                                   BlockType::ResBasic,
                                   BlockType::ResBottleneckLinear};
inline constexpr std::array stems{StemType::SimpleStemIn, StemType::ResStemIn, StemType::ResStemCifar};
inline constexpr std::array activations{Activation::Relu, Activation::Silu};
inline constexpr std::array orders{Order::Any, Order::NonDecreasing, Order::Equal, Order::NonIncreasing};

template <typename Values>
int indexOf(const Values& values, typename Values::value_type value)
{
    return static_cast<int>(std::ranges::find(values, value) - values.begin());
}

} // namespace regnet
