// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace regnet::cli {

/// Gives an empty application the whole command line of regnet.
void describe(CLI::App& application);

} // namespace regnet::cli
