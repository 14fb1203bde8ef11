// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace regnet {

double unixNow();       ///< seconds since 1970, UTC; a person may set it back
double steadySeconds(); ///< seconds of a clock that nobody sets

} // namespace regnet
