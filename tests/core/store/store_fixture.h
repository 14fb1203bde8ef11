// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "tests/temporary_folder.h"

#include <functional>
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

/// The sentence of the Error that some work throws; "no problem" when it throws none.
std::string problemOf(const std::function<void()>& work);

} // namespace regnet
