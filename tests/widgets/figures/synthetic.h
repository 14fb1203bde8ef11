// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/population.h"
#include "widgets/figures/edf_figure.h"

#include <vector>

namespace regnet::test {

/// 20 networks: errors 30, 31.5, ... in falling order, the last four failed.
inline Population withFailures()
{
    Population population;
    population.name = "own";
    population.recipe = "procedural, 10 epochs";
    population.errorKind = "best test error";
    for (int i = 0; i < 20; ++i) {
        Member member;
        member.label = "network " + std::to_string(i);
        member.state = i < 16 ? Member::State::Finished : Member::State::Failed;
        if (i < 16) member.error = 52.5 - 1.5 * i;
        population.members.push_back(member);
    }
    return population;
}

inline std::vector<ShownPopulation> shown(std::vector<Population> populations)
{
    std::vector<ShownPopulation> result;
    for (Population& population : populations)
        result.push_back({std::make_shared<const Population>(std::move(population)),
                          static_cast<int>(result.size()), true});
    return result;
}

} // namespace regnet::test
