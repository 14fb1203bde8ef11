// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format/imported_population.h"

#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// True where the text begins as a list (or an object of lists) of NDS's records does.
bool looksLikeNds(std::string_view text);

/// Populations of a file of NDS ("On Network Design Spaces for Visual Recognition", ICCV 2019): a list of
/// records, or an object of such lists ("top", "mid"), each a population. Of a record are read: job_id,
/// rng_seed, flops, params, exp_mem, act_mem, prec_time, iter_time, optim (base_lr, wd), net, and the error
/// min_test_top1 (%); without it the lowest of test_ep_top1. Without a finite error the network has failed.
/// `net` with ds, ws, ss, bot_muls and num_gs (number of groups) becomes a network of stages where its FLOPs
/// and parameters come out as the record says them, with one of the stems of a CIFAR network; it is left
/// unknown otherwise.
/// The text is read once, and lists of epochs are passed over: some 100,000 records a second. Throws Error
/// with the line.
std::vector<ImportedPopulation> ndsPopulations(std::string_view text, const std::string& where,
                                               const std::string& name);

} // namespace regnet
