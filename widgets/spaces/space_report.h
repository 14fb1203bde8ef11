// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/space_size.h"
#include "core/space/survey.h"

#include <memory>
#include <optional>
#include <vector>

namespace regnet {

/// What is known about a space so far. It grows while candidates are drawn.
struct SpaceReport
{
    DesignSpace space;
    std::vector<Problem> problems; ///< of check(); then there is nothing else
    Survey survey;
    std::optional<SpaceSize> size;
    std::optional<SizeEstimate> estimate; ///< of what rules and limits leave
    bool isComplete = false;
};

using SpaceReportPointer = std::shared_ptr<const SpaceReport>;

} // namespace regnet
