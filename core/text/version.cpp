// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/version.h"

#include "regnet_version.h"

namespace regnet {

std::string_view version()
{
    return REGNET_VERSION;
}
std::string_view revision()
{
    return REGNET_REVISION;
}
std::string_view buildFlags()
{
    return REGNET_BUILD_FLAGS;
}

} // namespace regnet
