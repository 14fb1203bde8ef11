// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace regnet {

/// How wide a figure may be where papers appear.
struct Venue
{
    const char* name;
    double columnMm; ///< of one column; 0 where there is one column only
    double textMm;   ///< of the whole text
};

std::span<const Venue> venues();

} // namespace regnet
