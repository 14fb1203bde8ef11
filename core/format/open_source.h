// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"

#include <string>
#include <vector>

namespace regnet {

/// Populations behind a SOURCE as people name it, on the command line and in the window alike:
/// - "paper:<panel>/<key>", "paper:<panel>": published ones, compiled in (published_population.h);
/// - "shipped:<name>", "shipped:<name>/<population>": trained by this program, compiled in
///   (shipped_population.h);
/// - "STORE.db#NAME": a population of a store; "STORE.db" alone: all of its populations; either may end in
///   "?last" or another name of an ErrorKind, for another error than that of the best epoch;
/// - a file, told by its content: pycls sweep.json (pycls_sweep.h), JSON of NDS (nds.h), CSV
///   (population_csv.h).
/// A population without a name of its own is named after its file. Throws Error with one sentence.
std::vector<Population> openSource(const std::string& source);

/// The same for several sources. Populations of equal names get their source appended, so that legends stay
/// readable.
std::vector<Population> openSources(const std::vector<std::string>& sources);

} // namespace regnet
