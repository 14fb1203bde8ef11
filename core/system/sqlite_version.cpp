// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/sqlite_version.h"

#include <sqlite3.h>

namespace regnet {

std::string sqliteVersion()
{
    return sqlite3_libversion();
}

int sqliteVersionNumber()
{
    return sqlite3_libversion_number();
}

} // namespace regnet
