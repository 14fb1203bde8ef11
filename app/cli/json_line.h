// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace regnet::cli {

/// On one line, without its end. Texts may be of a file: what is no UTF-8 in them becomes U+FFFD.
template <typename Json>
std::string jsonLine(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace regnet::cli
