// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace regnet {

/// A population as pycls's sweep_collect would have left it: one record a network that has begun, with cfg,
/// complexity, train_epoch, test_epoch, test_ema_epoch (of the weights themselves where the recipe averages
/// none, so that pycls's analysis finds an error), log_file and err. Networks that failed have no
/// test_ema_epoch, and err says why; those that wait are left out. Of an imported population one row an error
/// is known. importedPyclsSweep() reads it back with equal errors and networks. Throws Error for a population
/// with networks that pycls does not have.
nlohmann::json pyclsSweepJson(const StoreReader& store, const std::string& population);

/// The folder of a pycls sweep: sweep_cfg.yaml, cfgs/000000.yaml and so on (networks and recipe, ready for
/// pycls's run_net.py), cfgs_summary.yaml, and sweep.json where anything was trained. Written whole or not at
/// all. Returns sentences about what pycls cannot express. Throws Error where the folder is there already.
std::vector<std::string> writePyclsSweep(const StoreReader& store, const std::string& population,
                                         const std::filesystem::path& folder);

} // namespace regnet
