// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/hurried_file.h"

#include "core/problem.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <unistd.h>

namespace regnet {

void writeHurried(const std::filesystem::path& file, std::string_view bytes)
{
    const std::string temporary = file.string() + ".tmp" + std::to_string(::getpid());
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out << bytes << std::flush;
    out.close();
    if (out && ::rename(temporary.c_str(), file.c_str()) == 0) return;
    const int reason = errno;
    ::unlink(temporary.c_str());
    throwFailed(file.string(), std::string("cannot be written: ") + std::strerror(reason));
}

} // namespace regnet
