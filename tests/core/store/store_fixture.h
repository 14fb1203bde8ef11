// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/problem_of.h"
#include "tests/temporary_folder.h"

#include <string>

namespace regnet {

/// A small network that its depth tells apart.
NetworkSpec networkOfDepth(std::int64_t depth);

/// Three epochs of nothing in particular.
TrainingSpec smallTraining();

/// Two epochs of very little, for a real worker.
TrainingSpec realTraining();

/// Networks of depth 1..n.
PopulationSpec populationOf(std::int64_t n, const std::string& name = "small");

/// The job of the network with that depth.
std::string jobOfDepth(std::int64_t depth, const TrainingSpec& training = smallTraining());

} // namespace regnet
