// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace regnet {

/// True where a text has lines of pycls's log ("json_stats: {...}").
bool looksLikePyclsLog(std::string_view text);

/// The record that pycls's tools/sweep_collect.py makes of a log: cfg, complexity, iter_times,
/// epoch_times, train_epoch, test_epoch, test_ema_epoch, test_ema_iter as columns in the order of the epochs;
/// `errors` is what stands in stderr.log. Where pycls shuffles the rows of an epoch that was repeated after a
/// crash, here the later one stands later. Throws Error with the line for a record that is no JSON, or that
/// lacks a column.
nlohmann::json pyclsLogRecord(std::string_view text, const std::string& where,
                              const std::string& errors = {});

/// The records of a sweep's folder: sweep.json, or logs/*/stdout.log with the stderr.log beside them. Throws
/// Error where neither is there.
nlohmann::json pyclsSweepFolder(const std::filesystem::path& folder);

} // namespace regnet
