// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace regnet {

/// Serves events until `isThere` says so; false after five minutes, so that what never comes fails, and a
/// sanitizer beside other programs on a slow machine does not.
template <typename Condition>
bool waitFor(Condition isThere)
{
    return QTest::qWaitFor(std::move(isThere), 300'000);
}

} // namespace regnet
