// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/core_texts.h"

namespace regnet {

std::vector<const char*> coreTexts()
{
    std::vector<const char*> all;
    for (const auto texts : {textsOfStudies(), textsOfSpaces(), textsOfQueue(), textsOfStores()})
        all.insert(all.end(), texts.begin(), texts.end());
    return all;
}

} // namespace regnet
