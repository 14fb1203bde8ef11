// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace regnet {

/// A population that was drawn and kept.
struct SampledPopulation
{
    QString name;
    QString space;
    std::int64_t n = 0;
    std::uint64_t seed = 1;
};

} // namespace regnet
