// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace regnet {

/// A list of populations to come back to.
struct KeptComparison
{
    QStringList sources;               ///< as openSources() takes them
    std::optional<QStringList> hidden; ///< which of them, as Comparison names them; nothing: as they come
};

} // namespace regnet
