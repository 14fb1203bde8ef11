// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/source_address.h"

#include "core/store/store_address.h"

namespace regnet {

bool isCompiledIn(const std::string& address)
{
    return address.starts_with("paper:") || address.starts_with("shipped:");
}

std::string addressOf(const Population& population)
{
    const auto store = storeOf(population);
    return store ? store->text() : population.source;
}

bool isSingle(const std::string& address)
{
    return isCompiledIn(address) ? address.find('/') != std::string::npos
                                 : !storeAddress(address).name.empty();
}

} // namespace regnet
