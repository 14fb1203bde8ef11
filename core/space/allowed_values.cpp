// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/allowed_values.h"

#include "core/space/sampler.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace regnet {
namespace {

class Shading
{
public:
    Shading(const DesignSpace& space, const NetworkSpec& current, std::stop_token stop)
        : m_space(space), m_sampler(space), m_stop(std::move(stop)), m_draft(std::make_unique<Draft>())
    {
        const DiscreteDistribution sides(space.resolution);
        const auto& values = sides.values();
        const auto found = std::ranges::lower_bound(values, static_cast<double>(current.resolution));
        m_draft->resolution = std::min(static_cast<std::size_t>(found - values.begin()), values.size() - 1);
    }

    std::vector<AllowedValues> ofLine(const RegnetShape& shape, const RegnetParameters& current)
    {
        m_draft->regnet = current;
        m_draft->regnet.stride = m_space.stride;
        RegnetParameters& regnet = m_draft->regnet;
        if (shape.isW0EqualToWa) regnet.line.wa = regnet.line.w0;
        const RegnetParameters start = regnet;
        const auto add = [&](const char* name, const Distribution& d, auto set) {
            scan(name, d, [&](double value) {
                regnet = start;
                set(value);
                return true;
            });
            regnet = start;
        };
        add("depth", shape.depth, [&](double v) { regnet.line.depth = static_cast<std::int64_t>(v); });
        add("w0", shape.w0, [&](double v) {
            regnet.line.w0 = v;
            if (shape.isW0EqualToWa) regnet.line.wa = v;
        });
        if (!shape.isW0EqualToWa) add("wa", shape.wa, [&](double v) { regnet.line.wa = v; });
        add("wm", shape.wm, [&](double v) { regnet.line.wm = v; });
        add("bottleneck_ratio", shape.bottleneckRatio, [&](double v) { regnet.bottleneckRatio = v; });
        add("group_width", shape.groupWidth,
            [&](double v) { regnet.groupWidth = static_cast<std::int64_t>(v); });
        return std::move(m_result);
    }

    std::vector<AllowedValues> ofStages(const AnyNetShape& shape, const std::vector<Stage>& current)
    {
        m_draft->stages = current;
        for (std::size_t s = 0; s < current.size(); ++s)
            m_draft->stages[s].stride = strideOf(m_space, s);
        for (std::size_t s = 0; s < current.size(); ++s) {
            const std::string suffix = "_" + std::to_string(s + 1);
            scanStage("depth" + suffix, shape.depth, s, shape.depths, &Stage::depth);
            scanStage("width" + suffix, shape.width, s, shape.widths, &Stage::width);
            scanStage("bottleneck_ratio" + suffix, shape.bottleneckRatio, s,
                      shape.isBottleneckRatioShared ? Order::Equal : Order::Any, &Stage::bottleneckRatio);
            if (!shape.isGroupCount)
                scanStage("group_width" + suffix, shape.groupWidth, s,
                          shape.isGroupWidthShared ? Order::Equal : Order::Any, &Stage::groupWidth);
        }
        return std::move(m_result);
    }

private:
    /// Tries every value; `set` says whether the rules between stages allow it.
    void scan(std::string name, const Distribution& distribution, const std::function<bool(double)>& set)
    {
        AllowedValues allowed{std::move(name), {}};
        bool isRun = false;
        const DiscreteDistribution table(distribution);
        for (const double value : table.values()) {
            if (m_stop.stop_requested()) return;
            const bool isAllowed = set(value) && !m_sampler.judge(*m_draft);
            if (isAllowed && isRun) allowed.ranges.back().second = value;
            if (isAllowed && !isRun) allowed.ranges.emplace_back(value, value);
            isRun = isAllowed;
        }
        m_result.push_back(std::move(allowed));
    }

    template <class Member>
    void scanStage(const std::string& name, const Distribution& distribution, std::size_t stage, Order order,
                   Member member)
    {
        const std::vector<Stage> start = m_draft->stages;
        auto& stages = m_draft->stages;
        using Value = std::remove_reference_t<decltype(stages.front().*member)>;
        scan(name, distribution, [&](double value) {
            for (std::size_t s = 0; s < stages.size(); ++s)
                if (s == stage || order == Order::Equal) stages[s].*member = static_cast<Value>(value);
            const auto project = [member](const Stage& s) { return s.*member; };
            if (order == Order::NonDecreasing)
                return std::ranges::is_sorted(stages, std::ranges::less{}, project);
            if (order == Order::NonIncreasing)
                return std::ranges::is_sorted(stages, std::ranges::greater{}, project);
            return true;
        });
        stages = start;
    }

    const DesignSpace& m_space;
    Sampler m_sampler;
    std::stop_token m_stop;
    std::unique_ptr<Draft> m_draft;
    std::vector<AllowedValues> m_result;
};

} // namespace

std::vector<AllowedValues> allowedValues(const DesignSpace& space, const NetworkSpec& current,
                                         std::stop_token stop)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    if (const auto* line = std::get_if<RegnetShape>(&space.shape))
        return current.regnet ? Shading(space, current, std::move(stop)).ofLine(*line, *current.regnet)
                              : std::vector<AllowedValues>{};
    const auto& any = std::get<AnyNetShape>(space.shape);
    if (current.regnet || static_cast<std::int64_t>(current.stages.size()) != any.stages) return {};
    return Shading(space, current, std::move(stop)).ofStages(any, current.stages);
}

} // namespace regnet
