// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <nlohmann/json.hpp>

#include <string>

namespace regnet {

/// tests/data/pycls/<name>.json, read once.
const nlohmann::json& pyclsReference(const std::string& name);

/// A configuration of complexity.json as a spec.
NetworkSpec specOfCase(const nlohmann::json& pyclsCase);

/// A row of quantise.json as a line.
LinearWidths lineOfCase(const nlohmann::json& pyclsCase);

} // namespace regnet
