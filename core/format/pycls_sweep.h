// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/imported_population.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace regnet {

/// True for a list of job records as pycls's tools/sweep_collect.py writes them.
bool isPyclsSweep(const nlohmann::json& json);

/// Jobs of a pycls sweep.json as a population.
///
/// A job's error is the lowest of test_ema_epoch.min_top1_err, as in pycls's analysis: the best epoch on the
/// test set. What pycls silently drops is kept and counted:
/// - all epochs done (the last epoch_ind reaches epoch_max): Finished; Failed when no epoch has a finite
/// error;
/// - otherwise Failed when its stderr speaks of an end (traceback, error, crash, killed, out of memory, ...),
/// or,
///   without any epoch, when its stderr says anything but warnings;
/// - otherwise Pending: the job may still run, and its lowest error so far is not comparable.
///
/// Properties, where the record has them: depth, w0, wa, wm, group_width, bottleneck_ratio, flops, params,
/// activations, resolution, batch_size, epochs, learning_rate, weight_decay; and, as pycls names and scales
/// them, regnet_depth, regnet_w0, regnet_wa, regnet_wm, regnet_gw, regnet_bm, acts (10^6), memory (10^3 MB),
/// epoch_fw_bw and epoch_time (s), lr, wd, lr_wd (log10), done (share of epochs). The hash of the realised
/// network is there when cfg describes one that this program knows.
///
/// Throws Error with `where`, the entry (from 0) and the field for a wrong type or an error outside 0..100.
Population pyclsSweep(const nlohmann::json& json, const std::string& where);

/// The same with the networks of the jobs, where their cfg describes one that this program knows.
ImportedPopulation importedPyclsSweep(const nlohmann::json& json, const std::string& where);

} // namespace regnet
