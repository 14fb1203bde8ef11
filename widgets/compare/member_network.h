// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/stats/population.h"

#include <string>

namespace regnet {

/// The network behind a member: as its store has it ("STORE.db#NAME"), from its space ("shipped:…"), else
/// from its RegNet parameters, with the default stem and head. Throws Error where neither is known. Reads the
/// store: not for the GUI thread.
NetworkSpec networkOf(const Member& member, const std::string& source);

} // namespace regnet
