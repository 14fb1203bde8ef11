// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/line_search.h"

#include "core/network/complexity.h"
#include "core/network/fast_cost.h"
#include "core/network/group_compatibility.h"
#include "core/network/rounding.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace regnet {
namespace {

class LineSearch
{
public:
    LineSearch(const DesignSpace& space, const RegnetShape& shape, const Network& network)
        : m_space(space), m_shape(shape), m_network(network), m_cost(cost(network))
    {
    }

    std::optional<RegnetParameters> find() const
    {
        const RegnetShape& shape = m_shape;
        const auto& stages = m_network.stages;
        const DiscreteDistribution depths(shape.depth);
        if (!isStageCount(static_cast<std::int64_t>(stages.size())) ||
            !depths.contains(static_cast<double>(depthOf(m_network))))
            return std::nullopt;
        RegnetParameters regnet;
        regnet.line.depth = depthOf(m_network);
        regnet.stride = m_space.stride;
        const DiscreteDistribution ratios(shape.bottleneckRatio);
        const std::vector<double> groups = tellingGroups();
        const DiscreteDistribution firsts(shape.w0);
        const DiscreteDistribution factors(shape.wm);
        const DiscreteDistribution slopes(shape.isW0EqualToWa ? shape.w0 : shape.wa);
        NetworkSpec frame = frameOf(m_space);
        frame.resolution = m_network.resolution;
        const RegnetCoster coster(frame);
        const auto realised = std::make_unique<RealisedRegnet>();
        for (const double ratio : ratios.values()) {
            regnet.bottleneckRatio = ratio;
            for (const double group : groups) {
                regnet.groupWidth = static_cast<std::int64_t>(group);
                for (const double w0 : firsts.values()) {
                    regnet.line.w0 = w0;
                    if (!gives(w0, regnet, 0)) continue;
                    for (const double wm : factors.values()) {
                        regnet.line.wm = wm;
                        if (tryLine(regnet, slopes.values(), shape.isW0EqualToWa, coster, *realised))
                            return regnet;
                    }
                }
            }
        }
        return std::nullopt;
    }

private:
    bool isStageCount(std::int64_t levels) const
    {
        return levels >= m_shape.fewestStages && levels <= m_shape.mostStages;
    }

    /// The group widths that can give the stages': none where the block knows none, and of those that are
    /// wider than every bottleneck, which all become one group, one only.
    std::vector<double> tellingGroups() const
    {
        const DiscreteDistribution drawn(m_shape.groupWidth);
        if (!adjustsLine(m_space.block)) return {drawn.values().front()};
        std::int64_t widest = 0;
        for (const Stage& stage : m_network.stages)
            widest = std::max(widest, bottleneckWidth(stage, m_space.block));
        std::vector<double> groups;
        for (const double group : drawn.values()) {
            groups.push_back(group);
            // Rounding to whole groups changes a width by a third at most.
            if (group > 2 * static_cast<double>(widest)) break;
        }
        return groups;
    }

    /// True when a quantised width becomes the width and group width of that stage.
    bool gives(double width, const RegnetParameters& regnet, std::size_t stage) const
    {
        const Stage& wanted = m_network.stages[stage];
        auto built = static_cast<std::int64_t>(width);
        if (adjustsLine(m_space.block)) {
            const CompatibleWidths fitted =
                compatibleWidths(built, multiplierOf(regnet.bottleneckRatio), regnet.groupWidth);
            if (!fitted.isCompatible) return false;
            if (hasBottleneck(m_space.block) && fitted.groupWidth != wanted.groupWidth) return false;
            built = fitted.width;
        }
        return built == wanted.width;
    }

    bool tryLine(RegnetParameters& regnet, const std::vector<double>& slopes, bool isSlopeW0,
                 const RegnetCoster& coster, RealisedRegnet& realised) const
    {
        const auto& stages = m_network.stages;
        const double w0 = regnet.line.w0;
        const double wm = regnet.line.wm;
        double least = 0;
        double most = 1e300;
        double blocks = 0;
        for (std::size_t k = 0; k < stages.size(); ++k) {
            const double level = w0 * std::pow(wm, static_cast<double>(k));
            if (k > 0 && !gives(snapToEight(level), regnet, k)) return false;
            const double rise = level * std::sqrt(wm) - w0; // the last block of the level is below this
            blocks += static_cast<double>(stages[k].depth);
            if (blocks > 1) most = std::min(most, rise / (blocks - 1));
            if (k + 1 < stages.size()) least = std::max(least, rise / blocks);
        }
        const auto fits = [&](double wa) {
            regnet.line.wa = wa;
            return coster.realise(regnet, realised) == RegnetOutcome::Realised && equalsNetwork(realised);
        };
        if (isSlopeW0) return w0 >= least * (1 - 1e-9) && w0 <= most * (1 + 1e-9) && fits(w0);
        // Just inside, and the two at the ends, where a tie may fall either way.
        auto it = std::ranges::lower_bound(slopes, least * (1 - 1e-9));
        for (int tries = 0; it != slopes.end() && *it <= most * (1 + 1e-9) && tries < 4; ++it, ++tries)
            if (fits(*it)) return true;
        return false;
    }

    bool equalsNetwork(const RealisedRegnet& realised) const
    {
        const auto& stages = m_network.stages;
        if (realised.skipsLevel() || realised.stageCount != stages.size()) return false;
        for (std::size_t s = 0; s < stages.size(); ++s) {
            if (realised.widths[s] != stages[s].width || realised.depths[s] != stages[s].depth ||
                realised.groupWidths[s] != stages[s].groupWidth)
                return false;
        }
        return realised.cost == m_cost; // b: bottlenecks that differ cost differently
    }

    const DesignSpace& m_space;
    const RegnetShape& m_shape;
    const Network& m_network;
    Cost m_cost;
};

} // namespace

std::optional<RegnetParameters> lineIn(const DesignSpace& space, const Network& network)
{
    const auto* shape = std::get_if<RegnetShape>(&space.shape);
    if (shape == nullptr || network.stages.empty()) return std::nullopt;
    return LineSearch(space, *shape, network).find();
}

} // namespace regnet
