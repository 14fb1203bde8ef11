// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"
#include "widgets/spaces/space_report.h"

#include <string>
#include <vector>

namespace regnet {

struct ParameterPlot
{
    std::string parameter; ///< "depth", "w0", ..., without the stage
    Plot plot;
};

/// How each parameter is spread: a plot a parameter, the stages of an AnyNet together in one. Bars or lines
/// are networks that the space accepts, dashes what the distribution alone would give. Parameters with one
/// value are left out.
std::vector<ParameterPlot> parameterPlots(const Survey& survey);

enum class CloudHeight { Activations, Params };

/// Accepted and rejected candidates over FLOPs, with the published models and the paper's curve.
Plot cloudPlot(const Survey& survey, CloudHeight height);

/// The one of these that `property` names: "activations", "params", or a parameter. Throws Error that lists
/// them.
Plot samplesPlot(const Survey& survey, const std::string& property);

} // namespace regnet
