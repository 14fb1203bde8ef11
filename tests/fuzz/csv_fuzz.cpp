// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/population_csv.h"
#include "core/problem.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

// Whatever text comes: populations that are as large again when our own table of them is read, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    std::vector<regnet::Population> read;
    try {
        const std::vector<regnet::CsvColumn> columns = regnet::csvColumns(text, "fuzz");
        read = regnet::populationsFromCsv(text, "fuzz", "fuzz", regnet::columnsFor(columns));
    } catch (const regnet::Error&) { // the answer to bad input
        return 0;
    }
    std::size_t members = 0, again = 0;
    for (const regnet::Population& population : read)
        members += population.members.size();
    for (const regnet::Population& population :
         regnet::populationsFromCsv(regnet::toCsv(read), "ours", "ours"))
        again += population.members.size();
    if (members != again) std::abort();
    return 0;
}
