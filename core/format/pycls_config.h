// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace YAML {
class Node;
}

namespace regnet {

/// Reads the network of a pycls configuration (YAML): MODEL, REGNET or ANYNET, and TRAIN.IM_SIZE; what is
/// missing takes pycls's default, sections that say nothing about the network are passed over. `file` stands
/// in errors, with line and key: "net.yaml:4, REGNET.W0: is 20; expected ...". Throws Error.
NetworkSpec parsePyclsConfig(std::string_view text, const std::string& file);
/// The same of a part of a larger file, whose keys stand in errors behind `prefix`: "SETUP.BASE_CFG.".
NetworkSpec pyclsConfigFrom(const YAML::Node& root, const std::string& file, const std::string& prefix);
NetworkSpec readPyclsConfig(const std::filesystem::path& file);

/// A network as pycls configuration. A line is written as REGNET; stages as ANYNET, after group
/// compatibility, because pycls builds an AnyNet as it is written. Throws Error (Failed) for what pycls does
/// not have: the paper's V and VR.
std::string pyclsConfig(const NetworkSpec& spec);

} // namespace regnet
