// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/cli/command_line.h"

namespace regnet::cli {

/// How a command line says which network is meant: a source (line, published model, JSON, pycls YAML), what
/// is set differently, and scaling.
struct NetworkOptions
{
    std::optional<std::int64_t> depth;
    std::optional<double> w0;
    std::optional<double> wa;
    std::optional<double> wm;
    std::optional<double> bottleneckRatio;
    std::optional<std::int64_t> groupWidth;
    std::optional<std::int64_t> stride;
    std::optional<double> seRatio;
    std::optional<std::int64_t> resolution;
    std::optional<std::int64_t> stemWidth;
    std::optional<std::int64_t> headWidth;
    std::optional<std::int64_t> classes;
    std::string block;
    std::string stem;
    std::string activation;
    std::string published;
    std::string specFile;
    std::string configFile;
    std::string scheme;
    std::optional<double> factor;
};

void addNetworkOptions(Command command, NetworkOptions& options);

/// The network that is meant. Throws Error where none or more than one is.
NetworkSpec specOf(const NetworkOptions& options);

/// Does `work` with it. Where the network cannot be as it stands in a file, the Error names that file: what
/// is too large is found while the network is worked with, and not when it is read.
void withNetwork(const NetworkOptions& options, const std::function<void(const NetworkSpec&)>& work);

/// What the options change of a given network, scaling last.
NetworkSpec changed(NetworkSpec spec, const NetworkOptions& options);

} // namespace regnet::cli
