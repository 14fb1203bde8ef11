// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weight_options.h"
#include "app/cli/command_line.h"

#include "core/problem.h"

namespace regnet::cli {

void addWeightOptions(Command command, WeightOptions& options)
{
    command.option("--state", options.state,
                   "Which weights of a checkpoint: model_state, ema_state, state_dict, ...");
    command.option("--stem", options.stem,
                   "What the shapes do not tell: simple_stem_in, res_stem_in or res_stem_cifar");
    command.option("--resolution", options.resolution, "What the shapes do not tell: pixels of the images")
        .range(1, 65'536);
    command.option("--activation", options.activation, "What the shapes do not tell: relu or silu");
    command.option("--se", options.seRatio, "Squeeze-and-excitation ratio, where several give these shapes");
}

WeightSource weightSource(const WeightOptions& options)
{
    WeightSource source;
    source.key = options.state;
    if (options.resolution > 0) source.hints.resolution = options.resolution;
    if (options.seRatio >= 0) source.hints.seRatio = options.seRatio;
    for (const StemType stem : {StemType::SimpleStemIn, StemType::ResStemIn, StemType::ResStemCifar})
        if (options.stem == nameOf(stem)) source.hints.stem = stem;
    if (!options.stem.empty() && !source.hints.stem)
        throwBadInput("--stem", "is \"" + options.stem + "\"",
                      "simple_stem_in, res_stem_in or res_stem_cifar");
    for (const Activation activation : {Activation::Relu, Activation::Silu})
        if (options.activation == nameOf(activation)) source.hints.activation = activation;
    if (!options.activation.empty() && !source.hints.activation)
        throwBadInput("--activation", "is \"" + options.activation + "\"", "relu or silu");
    return source;
}

} // namespace regnet::cli
