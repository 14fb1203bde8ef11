// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Whose names parameters and buffers have.
enum class WeightNaming { Pycls, Torchvision, Timm };

std::string_view nameOf(WeightNaming naming); ///< "pycls", "torchvision", "timm"
/// Throws Error that lists the names.
WeightNaming weightNamingOf(std::string_view name);

struct NamedShape
{
    std::string name;
    std::vector<std::int64_t> shape;

    friend bool operator==(const NamedShape&, const NamedShape&) = default;
};

/// Every parameter and buffer of a network by pycls's names, in the order of its state dict;
/// "num_batches_tracked" has no dimension and is an integer, all others are floats.
std::vector<NamedShape> weightShapes(const Network& network);

/// The same tensor under another program's name; none where that program has no such part.
std::optional<std::string> fromPycls(std::string_view name, WeightNaming naming);
std::optional<std::string> toPycls(std::string_view name, WeightNaming naming);

/// By the names alone.
WeightNaming namingOf(std::span<const NamedShape> weights);

/// What shapes do not tell, where it is known from elsewhere.
struct WeightHints
{
    std::optional<StemType> stem; ///< a 3x3 stem may have stride 2 (simple_stem_in) or 1 (res_stem_cifar)
    std::optional<std::int64_t> resolution;
    std::optional<Activation> activation;
    std::optional<double> seRatio;
    std::vector<std::int64_t> strides; ///< one a stage
};

struct RecognisedNetwork
{
    NetworkSpec spec; ///< stages as they are in the weights
    WeightNaming naming = WeightNaming::Pycls;
    std::string published;            ///< "RegNetX-400MF" where it is one of those
    std::vector<std::string> assumed; ///< what the shapes do not tell, in words: "every stage has stride 2"
};

/// The network that a state dict belongs to. Its weights are exactly those of weightShapes(). Throws Error
/// with `where` and the name of the first tensor that is missing, left over or of another shape.
RecognisedNetwork recogniseNetwork(std::span<const NamedShape> weights, const WeightHints& hints,
                                   const std::string& where);

} // namespace regnet
