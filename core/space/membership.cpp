// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/membership.h"

#include "core/network/group_compatibility.h"
#include "core/space/line_search.h"
#include "core/text/readable.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

bool isSame(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

/// "8 to 1024", or the values where they are few.
std::string valuesOf(const DiscreteDistribution& table)
{
    const auto& values = table.values();
    if (values.size() > 8)
        return "one of the " + std::to_string(values.size()) + " values from " + shortest(values.front()) +
               " to " + shortest(values.back());
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : ", ") + shortest(value);
    return values.size() == 1 ? text : "one of " + text;
}

/// One question: collects what speaks against the network.
class Question
{
public:
    Question(const DesignSpace& space, const NetworkSpec& spec)
        : m_space(space), m_spec(spec), m_network(realise(spec)), m_frame(frameOf(space)),
          m_resolution(space.resolution)
    {
    }

    Membership answer()
    {
        checkFrame();
        if (const auto* any = std::get_if<AnyNetShape>(&m_space.shape))
            checkStages(*any);
        else
            checkLine(std::get<RegnetShape>(m_space.shape));
        checkLimits();
        if (!m_answer.exclusions.empty()) m_answer.setting.reset();
        return std::move(m_answer);
    }

private:
    void exclude(std::string field, std::string wrong, std::string right)
    {
        m_answer.exclusions.push_back(
            {ProblemKind::BadInput, std::move(field), std::move(wrong), std::move(right)});
    }

    void expect(bool isFine, const char* field, const std::string& value, const std::string& wanted)
    {
        if (!isFine) exclude(field, "is " + value, wanted);
    }

    void checkFrame()
    {
        const Network& n = m_network;
        expect(n.block == m_space.block, "block", std::string(nameOf(n.block)),
               std::string(nameOf(m_space.block)));
        expect(n.stem.type == m_space.stem.type, "stem.type", std::string(nameOf(n.stem.type)),
               std::string(nameOf(m_space.stem.type)));
        expect(n.stem.width == m_space.stem.width, "stem.width", std::to_string(n.stem.width),
               std::to_string(m_space.stem.width));
        const double squeeze = hasBottleneck(m_space.block) ? m_space.seRatio : 0;
        expect(isSame(n.seRatio, effectiveSeRatio(n, squeeze)), "se_ratio", shortest(n.seRatio),
               shortest(squeeze));
        expect(n.activation == m_space.activation, "activation", std::string(nameOf(n.activation)),
               std::string(nameOf(m_space.activation)));
        expect(n.head.width == m_space.head.width, "head.width", std::to_string(n.head.width),
               std::to_string(m_space.head.width));
        expect(n.head.classes == m_space.head.classes, "head.classes", std::to_string(n.head.classes),
               std::to_string(m_space.head.classes));
        expect(m_resolution.contains(static_cast<double>(n.resolution)), "resolution",
               std::to_string(n.resolution), valuesOf(m_resolution));
        for (std::size_t s = 0; s < n.stages.size(); ++s)
            if (n.stages[s].stride != strideOf(m_space, s)) {
                exclude("stride",
                        "is " + std::to_string(n.stages[s].stride) + " in stage " + std::to_string(s + 1),
                        std::to_string(strideOf(m_space, s)));
                break;
            }
    }

    void checkLimits()
    {
        const Cost counted = cost(m_network);
        const Limits& limits = m_space.limits;
        const auto range = [&](const char* field, const CountRange& r, std::int64_t count) {
            if (r.low && count < *r.low)
                exclude(field, "are " + exactCount(count), "at least " + exactCount(*r.low));
            if (r.high && count > *r.high)
                exclude(field, "are " + exactCount(count), "at most " + exactCount(*r.high));
        };
        range("limits.flops", limits.flops, counted.flops);
        range("limits.params", limits.params, counted.params);
        range("limits.activations", limits.activations, counted.activations);
        const auto flops = static_cast<double>(limits.curves.flops.value_or(counted.flops));
        const auto curve = [&](bool isOn, const char* field, std::int64_t count, double most) {
            if (isOn && static_cast<double>(count) > most)
                exclude(field, "are " + exactCount(count),
                        "at most " + exactCount(static_cast<std::int64_t>(most)) + ", the paper's curve");
        };
        curve(limits.curves.params, "limits.curves.params", counted.params, CurveLimits::paramsAt(flops));
        curve(limits.curves.activations, "limits.curves.activations", counted.activations,
              CurveLimits::activationsAt(flops));
    }

    // Stages -------------------------------------------------------------------------------------

    /// The widths that one setting of b and g (or number of groups) turns into the stage's width.
    std::vector<std::int64_t> widthsFor(const Stage& stage, double group, bool isCount,
                                        const std::vector<double>& widths) const
    {
        std::vector<std::int64_t> fitting;
        const BlockType block = m_space.block;
        const auto from = std::ranges::lower_bound(widths, static_cast<double>(stage.width) / 4 - 64);
        for (auto it = from; it != widths.end() && *it <= 4.0 * static_cast<double>(stage.width) + 64; ++it) {
            Stage asked = stage;
            asked.width = static_cast<std::int64_t>(*it);
            asked.groupWidth = static_cast<std::int64_t>(group);
            if (isCount)
                asked.groupWidth =
                    std::max<std::int64_t>(1, bottleneckWidth(asked, block) / asked.groupWidth);
            if (compatible(asked) == stage) fitting.push_back(asked.width);
        }
        return fitting;
    }

    Stage compatible(const Stage& asked) const
    {
        Stage built = asked;
        if (!hasBottleneck(m_space.block)) {
            built.groupWidth = Stage{}.groupWidth;
            return built;
        }
        if (m_space.block == BlockType::R) {
            built.groupWidth = bottleneckWidth(asked, m_space.block);
            return built;
        }
        const CompatibleWidths fitted =
            compatibleWidths(asked.width, multiplierOf(asked.bottleneckRatio), asked.groupWidth);
        if (!fitted.isCompatible) return {};
        built.width = fitted.width;
        built.groupWidth = fitted.groupWidth;
        return built;
    }

    /// One width a stage, in the order that is asked for; empty where there is none.
    static std::vector<std::int64_t> ordered(const std::vector<std::vector<std::int64_t>>& options,
                                             Order order)
    {
        std::vector<std::int64_t> chosen;
        if (order == Order::Equal) {
            for (const std::int64_t width : options.front()) {
                const bool everywhere = std::ranges::all_of(
                    options, [&](const auto& stage) { return std::ranges::binary_search(stage, width); });
                if (everywhere) return std::vector<std::int64_t>(options.size(), width);
            }
            return {};
        }
        for (const auto& stage : options) {
            // Rising: the least that is not below the one before; falling: the greatest not above it.
            if (order == Order::NonDecreasing && !chosen.empty()) {
                const auto next = std::ranges::lower_bound(stage, chosen.back());
                if (next == stage.end()) return {};
                chosen.push_back(*next);
            } else if (order == Order::NonIncreasing) {
                const auto after =
                    chosen.empty() ? stage.end() : std::ranges::upper_bound(stage, chosen.back());
                if (after == stage.begin()) return {};
                chosen.push_back(*(after - 1));
            } else {
                chosen.push_back(stage.front());
            }
        }
        return chosen;
    }

    void checkDepths(const AnyNetShape& shape)
    {
        const DiscreteDistribution depths(shape.depth);
        const auto& stages = m_network.stages;
        for (std::size_t s = 0; s < stages.size(); ++s)
            if (!depths.contains(static_cast<double>(stages[s].depth)))
                exclude("anynet.depth",
                        "is " + std::to_string(stages[s].depth) + " in stage " + std::to_string(s + 1),
                        valuesOf(depths));
        const auto isOrdered = [&](auto compare) {
            return std::ranges::is_sorted(stages, compare, &Stage::depth);
        };
        if (shape.depths == Order::NonDecreasing && !isOrdered(std::ranges::less{}))
            exclude("anynet.depths", "decrease from stage to stage", "depths that do not decrease");
        if (shape.depths == Order::NonIncreasing && !isOrdered(std::ranges::greater{}))
            exclude("anynet.depths", "increase from stage to stage", "depths that do not increase");
        if (shape.depths == Order::Equal && stages.front().depth != stages.back().depth)
            exclude("anynet.depths", "differ from stage to stage", "equal depths");
    }

    void checkRatios(const AnyNetShape& shape)
    {
        if (!hasBottleneck(m_space.block)) return;
        const DiscreteDistribution ratios(shape.bottleneckRatio);
        const auto& stages = m_network.stages;
        for (std::size_t s = 0; s < stages.size(); ++s)
            if (!ratios.contains(stages[s].bottleneckRatio))
                exclude("anynet.bottleneck_ratio",
                        "is " + shortest(stages[s].bottleneckRatio) + " in stage " + std::to_string(s + 1),
                        valuesOf(ratios));
        const bool isShared = std::ranges::all_of(stages, [&](const Stage& stage) {
            return isSame(stage.bottleneckRatio, stages.front().bottleneckRatio);
        });
        if (shape.isBottleneckRatioShared && !isShared)
            exclude("anynet.shared_bottleneck_ratio", "is broken: b differs from stage to stage",
                    "one b for all stages");
    }

    void checkStages(const AnyNetShape& shape)
    {
        const auto& stages = m_network.stages;
        if (static_cast<std::int64_t>(stages.size()) != shape.stages) {
            exclude("anynet.stages", "are " + std::to_string(stages.size()), std::to_string(shape.stages));
            return;
        }
        checkDepths(shape);
        checkRatios(shape);
        checkWidths(shape);
    }

    /// Widths and group widths together: which of the space's give what was built.
    void checkWidths(const AnyNetShape& shape)
    {
        const DiscreteDistribution widths(shape.width);
        const DiscreteDistribution groups(shape.groupWidth);
        const auto& stages = m_network.stages;
        using Options = std::vector<std::vector<std::int64_t>>; // by stage
        std::vector<Options> byGroup;                           // for each value of g
        for (const double group : groups.values()) {
            Options options;
            for (const Stage& stage : stages)
                options.push_back(widthsFor(stage, group, shape.isGroupCount, widths.values()));
            byGroup.push_back(std::move(options));
        }
        Options any(stages.size());
        for (std::size_t s = 0; s < stages.size(); ++s) {
            for (const Options& options : byGroup)
                any[s].insert(any[s].end(), options[s].begin(), options[s].end());
            std::ranges::sort(any[s]);
            if (!any[s].empty()) continue;
            const std::string where = " in stage " + std::to_string(s + 1);
            if (widths.contains(static_cast<double>(stages[s].width)))
                exclude("anynet.group_width", "is " + std::to_string(stages[s].groupWidth) + where,
                        valuesOf(groups));
            else
                exclude("anynet.width",
                        "is " + std::to_string(stages[s].width) + " with group width " +
                            std::to_string(stages[s].groupWidth) + where,
                        "what groups make of " + valuesOf(widths));
            return;
        }
        choose(shape, byGroup, any, groups.values());
    }

    void choose(const AnyNetShape& shape, const std::vector<std::vector<std::vector<std::int64_t>>>& byGroup,
                const std::vector<std::vector<std::int64_t>>& any, const std::vector<double>& groups)
    {
        if (!shape.isGroupWidthShared) {
            const auto chosen = ordered(any, shape.widths);
            if (chosen.empty()) return excludeOrder(shape.widths);
            std::vector<double> groupOf;
            for (std::size_t s = 0; s < chosen.size(); ++s)
                for (std::size_t g = 0; g < groups.size(); ++g)
                    if (std::ranges::binary_search(byGroup[g][s], chosen[s])) {
                        groupOf.push_back(groups[g]);
                        break;
                    }
            return accept(shape, chosen, groupOf);
        }
        bool fitsOne = false;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (std::ranges::any_of(byGroup[g], [](const auto& stage) { return stage.empty(); })) continue;
            fitsOne = true;
            const auto chosen = ordered(byGroup[g], shape.widths);
            if (!chosen.empty()) return accept(shape, chosen, std::vector<double>(chosen.size(), groups[g]));
        }
        if (fitsOne) return excludeOrder(shape.widths);
        exclude("anynet.shared_group_width", "is broken: no one group width gives all stages",
                "one group width for all stages");
    }

    void excludeOrder(Order order)
    {
        if (order == Order::NonDecreasing)
            exclude("anynet.widths", "decrease from stage to stage", "widths that do not decrease");
        else if (order == Order::NonIncreasing)
            exclude("anynet.widths", "increase from stage to stage", "widths that do not increase");
        else
            exclude("anynet.widths", "differ from stage to stage", "equal widths");
    }

    void accept(const AnyNetShape& shape, const std::vector<std::int64_t>& widths,
                const std::vector<double>& groups)
    {
        NetworkSpec setting = toSpecFrame();
        for (std::size_t s = 0; s < widths.size(); ++s) {
            Stage stage = m_network.stages[s];
            stage.width = widths[s];
            stage.groupWidth = static_cast<std::int64_t>(groups[s]);
            if (shape.isGroupCount)
                stage.groupWidth =
                    std::max<std::int64_t>(1, bottleneckWidth(stage, m_space.block) / stage.groupWidth);
            setting.stages.push_back(stage);
        }
        m_answer.setting = std::move(setting);
    }

    NetworkSpec toSpecFrame() const
    {
        NetworkSpec frame = m_frame;
        frame.resolution = m_network.resolution;
        return frame;
    }

    // Lines --------------------------------------------------------------------------------------

    void checkLine(const RegnetShape& shape)
    {
        if (m_spec.regnet && isOwnSetting(shape, *m_spec.regnet)) {
            m_answer.setting = toSpecFrame();
            m_answer.setting->regnet = m_spec.regnet;
            return;
        }
        if (const auto found = lineIn(m_space, m_network)) {
            m_answer.setting = toSpecFrame();
            m_answer.setting->regnet = *found;
            return;
        }
        if (m_spec.regnet)
            excludeParameters(shape, *m_spec.regnet);
        else
            excludeStages(shape);
        if (m_answer.exclusions.empty())
            exclude("regnet", "is no line of this space",
                    "stages that a quantised line with the space's w0, wa and wm gives");
    }

    static bool isStageCount(const RegnetShape& shape, std::int64_t levels)
    {
        return levels >= shape.fewestStages && levels <= shape.mostStages;
    }

    bool isOwnSetting(const RegnetShape& shape, const RegnetParameters& regnet) const
    {
        const auto has = [](const Distribution& d, double value) {
            return DiscreteDistribution(d).contains(value);
        };
        const Quantisation quantised = quantise(regnet.line);
        return !quantised.skipsLevel() && isStageCount(shape, quantised.levels) &&
               has(shape.depth, static_cast<double>(regnet.line.depth)) && has(shape.w0, regnet.line.w0) &&
               (shape.isW0EqualToWa ? isSame(regnet.line.wa, regnet.line.w0)
                                    : has(shape.wa, regnet.line.wa)) &&
               has(shape.wm, regnet.line.wm) && has(shape.bottleneckRatio, regnet.bottleneckRatio) &&
               has(shape.groupWidth, static_cast<double>(regnet.groupWidth));
    }

    void excludeParameters(const RegnetShape& shape, const RegnetParameters& regnet)
    {
        const auto expectIn = [&](const char* field, const Distribution& d, double value) {
            const DiscreteDistribution table(d);
            if (!table.contains(value)) exclude(field, "is " + shortest(value), valuesOf(table));
        };
        const Quantisation quantised = quantise(regnet.line);
        if (quantised.skipsLevel())
            exclude("regnet", "skips a level", "a line with a stage for every level");
        else if (!isStageCount(shape, quantised.levels))
            exclude("regnet.stages", "are " + std::to_string(quantised.levels), stageCounts(shape));
        expectIn("regnet.depth", shape.depth, static_cast<double>(regnet.line.depth));
        expectIn("regnet.w0", shape.w0, regnet.line.w0);
        if (shape.isW0EqualToWa) {
            if (!isSame(regnet.line.wa, regnet.line.w0))
                exclude("regnet.w0_equals_wa", "is broken: wa is " + shortest(regnet.line.wa),
                        shortest(regnet.line.w0) + ", as w0");
        } else {
            expectIn("regnet.wa", shape.wa, regnet.line.wa);
        }
        expectIn("regnet.wm", shape.wm, regnet.line.wm);
        expectIn("regnet.bottleneck_ratio", shape.bottleneckRatio, regnet.bottleneckRatio);
        expectIn("regnet.group_width", shape.groupWidth, static_cast<double>(regnet.groupWidth));
    }

    void excludeStages(const RegnetShape& shape)
    {
        const auto& stages = m_network.stages;
        const DiscreteDistribution depths(shape.depth);
        const auto depth = static_cast<double>(depthOf(m_network));
        if (!isStageCount(shape, static_cast<std::int64_t>(stages.size())))
            exclude("regnet.stages", "are " + std::to_string(stages.size()), stageCounts(shape));
        if (!depths.contains(depth)) exclude("regnet.depth", "is " + shortest(depth), valuesOf(depths));
        const DiscreteDistribution ratios(shape.bottleneckRatio);
        const double ratio = stages.front().bottleneckRatio;
        if (hasBottleneck(m_space.block) && !ratios.contains(ratio))
            exclude("regnet.bottleneck_ratio", "is " + shortest(ratio), valuesOf(ratios));
    }

    static std::string stageCounts(const RegnetShape& shape)
    {
        const std::string fewest = std::to_string(shape.fewestStages);
        return shape.fewestStages == shape.mostStages ? fewest
                                                      : fewest + " to " + std::to_string(shape.mostStages);
    }

    const DesignSpace& m_space;
    const NetworkSpec& m_spec;
    Network m_network;
    NetworkSpec m_frame;
    DiscreteDistribution m_resolution;
    Membership m_answer;
};

} // namespace

Membership membershipOf(const DesignSpace& space, const NetworkSpec& spec)
{
    if (const auto problems = check(space); !problems.empty()) throw Error(problems.front());
    return Question(space, spec).answer();
}

} // namespace regnet
