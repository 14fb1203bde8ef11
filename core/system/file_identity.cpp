// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/file_identity.h"

#include <sys/stat.h>

namespace regnet {

bool isAt(int descriptor, const std::filesystem::path& path)
{
    struct stat open = {}, there = {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
           open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

} // namespace regnet
