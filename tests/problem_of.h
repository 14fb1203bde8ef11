// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"

#include <functional>
#include <string>

namespace regnet {

/// The sentence of the Error that some work throws; "no problem" when it throws none.
inline std::string problemOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "no problem";
}

} // namespace regnet
