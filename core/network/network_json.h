// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace regnet {

/// Reads the network JSON of docs/file-formats.md. Missing fields take their defaults, an unknown field is an
/// error that names it. `where` is put before the field in errors ("nets.jsonl:7"). Throws Error.
NetworkSpec networkFromJson(const nlohmann::json& json, const std::string& where = {});
NetworkSpec parseNetwork(std::string_view text, const std::string& where = {});

/// The spec as asked for, defaults written out; networkFromJson(toJson(spec)) == spec.
nlohmann::json toJson(const NetworkSpec& spec);
/// The realised stages in the same form, defaults written out.
nlohmann::json toJson(const Network& network);
/// As a spec again, for programs that take one.
NetworkSpec toSpec(const Network& network);

/// One text for one network: sorted keys, no blanks; the identity under which results are kept.
std::string canonicalJson(const Network& network);
/// SHA-256 of canonicalJson in hexadecimal, 64 characters.
std::string hashOf(const Network& network);

nlohmann::json toJson(const RegnetParameters& regnet);

struct DescribeOptions
{
    bool blocks = false; ///< each stage lists its blocks' costs
    bool fit = true;     ///< stages without a line get the e_fit of the best line (0.5 ms); else it is null
};

/// The answer to "what is this network": stages with groups, resolution and cost; stem and head; totals;
/// depth; e_fit, where a line was given that of the realised stages to their own line, else that of the best
/// line; `regnet`, `levels` and `valid` (no level is skipped) where a line was given. Throws Error as
/// realise().
nlohmann::json describe(const NetworkSpec& spec, const DescribeOptions& options = {});

} // namespace regnet
