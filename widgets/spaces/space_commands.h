// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/inverse_design.h"

#include <QString>

#include <cstdint>
#include <filesystem>
#include <string>

namespace regnet {

/// A population as the Population page asks for it.
struct SampleOrder
{
    std::string space;  ///< as openSpace() takes it: a name or a file
    std::string regime; ///< may be empty
    std::int64_t n = 0;
    std::uint64_t seed = 1;
    std::string population;
    std::filesystem::path store; ///< empty: the networks are only shown
};

/// "regnet sample …" for a POSIX shell: the line that does what the button does.
QString commandOf(const SampleOrder& order);

/// "regnet space new …": writes `space` to `file` as a child of `parent`, which openSpace() finds as
/// `parentSource`.
QString commandOf(const DesignSpace& space, const std::string& file, const DesignSpace& parent,
                  const std::string& parentSource);
/// "regnet space show …" of a space that has no known parent.
QString showCommand(const std::string& source);
/// "regnet space survey …": acceptance and histograms, as the Live page shows them.
QString surveyCommand(const std::string& source);
/// "regnet space member …": whether the network is in the space, and what excludes it.
QString memberCommand(const NetworkSpec& network, const std::string& source);

/// "regnet design …" that gives the answer to this query in the space of this name or file. `measurements` is
/// what run time is predicted from; empty where it is not.
QString commandOf(const DesignQuery& query, const std::string& space, const std::string& measurements);
/// The same for "same FLOPs, fewer activations than this network": `query` is the one without the network.
QString fewerActivationsCommand(const NetworkSpec& network, const DesignQuery& query,
                                const std::string& space, const std::string& measurements);

} // namespace regnet
