// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"

namespace regnet {

/// Depth of the best does not move with FLOPs; g, w_0 and w_a grow. Needs RegNetX in at least three settings
/// of different FLOPs.
void addTrendFindings(std::vector<Finding>& findings, std::span<const FindingInput> inputs);

/// Activations predict run time better than FLOPs; needs the property "time".
void addRunTimeFindings(std::vector<Finding>& findings, std::span<const FindingInput> inputs);

} // namespace regnet
