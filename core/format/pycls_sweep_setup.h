// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace regnet {

/// What a sweep configuration of pycls (tools/sweep_setup.py) says about networks.
struct SweepSetup
{
    std::string name;                 ///< NAME
    std::string description;          ///< DESC
    std::int64_t configs = 0;         ///< SETUP.NUM_CONFIGS, as many as are wanted
    std::int64_t samples = 1'000'000; ///< SETUP.NUM_SAMPLES, candidates at most
    std::int64_t chunk = 5000;        ///< SETUP.CHUNK_SIZE, candidates of one seed
    std::int64_t seed = 0;            ///< SETUP.RNG_SEED
    DesignSpace space;                ///< SAMPLERS, CONSTRAINTS, and the network of BASE_CFG

    friend bool operator==(const SweepSetup&, const SweepSetup&) = default;
};

/// Reads SETUP: a regnet_sampler, or int_, float_ and value_samplers of single REGNET parameters; or
/// list_samplers of ANYNET's DEPTHS, WIDTHS, BOT_MULS and GROUP_WS; TRAIN.IM_SIZE too. What is not sampled
/// stands as BASE_CFG says. Sections that say nothing about networks (LAUNCH, ANALYZE, optimiser settings of
/// BASE_CFG) are passed over. `file` stands in errors, with line and key. Throws Error, also for a sampler of
/// what is no part of a network.
SweepSetup parseSweepSetup(std::string_view text, const std::string& file);

/// The same as YAML that pycls reads; parseSweepSetup(sweepSetupYaml(setup)) == setup but for the note and
/// parent of the space. Ranges that a regnet_sampler draws are written as one. Throws Error (BadInput) naming
/// the field for what pycls cannot express: shared or ordered parameters, w0 = wa, the blocks R, V and VR,
/// curves that follow each network's FLOPs.
std::string sweepSetupYaml(const SweepSetup& setup);

} // namespace regnet
