// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/sort_errors.h"

#include <hwy/contrib/sort/vqsort.h>

namespace regnet {

void sortErrors(std::vector<double>& errors)
{
    if (errors.size() < 2) return;
    hwy::Sorter()(errors.data(), errors.size(), hwy::SortAscending());
}

} // namespace regnet
