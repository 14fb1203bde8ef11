// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/population_csv.h"
#include "core/format/weights.h"
#include "core/store/records.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regnet {

struct ImportOptions
{
    std::string population; ///< its name; empty: after the file
    CsvColumns columns;
    WeightSource weights;
};

/// What a file holds, before anything of it is kept.
struct Import
{
    std::string
        kind; ///< "pycls sweep", "pycls log", "pycls configuration", "network JSON", "NDS", "CSV", "weights"
    std::vector<PopulationSpec> populations;
    std::vector<std::string> notes; ///< sentences: what is assumed, what cannot be trained
    std::vector<CsvColumn> columns; ///< of a CSV, and what they seem to be
    std::optional<Weights> weights;
};

/// Reads a file of another program whole, told by its content:
/// - a pycls sweep.json, or the folder of a sweep (sweep.json or logs, cfgs, sweep_cfg.yaml);
/// - a log of pycls (stdout.log);
/// - a configuration of pycls (YAML), a network JSON: a population of one network without a result;
/// - a JSON of NDS; a CSV with a column "error";
/// - weights: a file of torch.save with pycls's, torchvision's or timm's names, or a checkpoint of our own.
/// Throws Error with file, place and reason; nothing is kept then, or at all: that is carryOut()'s.
Import readImport(const std::filesystem::path& file, const ImportOptions& options = {});

/// One line for people: "RegNetX: 500 networks, 498 finished, 1 failed, 1 pending, error 38.2 to 61.0 %".
std::string summaryOf(const PopulationSpec& population);

} // namespace regnet
