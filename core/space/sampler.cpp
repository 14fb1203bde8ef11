// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/sampler.h"

#include "core/network/properties.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

std::int64_t whole(double value)
{
    return static_cast<std::int64_t>(value);
}

std::optional<Rejection> outside(const CountRange& range, std::int64_t count, Rejection low, Rejection high)
{
    if (range.low && count < *range.low) return low;
    if (range.high && count > *range.high) return high;
    return std::nullopt;
}

/// pycls draws the multiplier 1 / b; a power of two has its reciprocal exactly.
double drawRatioAsPycls(const Distribution& ratio, PyclsRandom& random)
{
    if (ratio.kind != DistributionKind::Power2) return random.draw(ratio);
    return 1 / random.draw(power2(1 / ratio.high, 1 / ratio.low));
}

} // namespace

std::string_view nameOf(Rejection rejection)
{
    switch (rejection) {
    case Rejection::SkippedLevel:
        return "a skipped level";
    case Rejection::StageCount:
        return "another number of stages";
    case Rejection::Incompatible:
        return "widths and groups that do not fit, or too many blocks";
    case Rejection::FlopsLow:
        return "fewer FLOPs than asked";
    case Rejection::FlopsHigh:
        return "more FLOPs than asked";
    case Rejection::ParamsLow:
        return "fewer params than asked";
    case Rejection::ParamsHigh:
        return "more params than asked";
    case Rejection::ActivationsLow:
        return "fewer activations than asked";
    case Rejection::ActivationsHigh:
        return "more activations than asked";
    case Rejection::Duplicate:
        return "the stages of an earlier network";
    }
    return "?";
}

Sampler::Sampler(const DesignSpace& space) : m_space(space), m_resolution(space.resolution)
{
    NetworkSpec frame = frameOf(space);
    for (const double side : m_resolution.values()) {
        frame.resolution = whole(side);
        m_frames.push_back(frame);
    }
    if (const auto* anynet = std::get_if<AnyNetShape>(&space.shape)) {
        for (const NetworkSpec& each : m_frames)
            m_stagesCosters.emplace_back(each);
        const auto orderOf = [](bool isShared) { return isShared ? Order::Equal : Order::Any; };
        m_stageDraws.emplace_back(anynet->depth, anynet->depths, anynet->stages);
        m_stageDraws.emplace_back(anynet->width, anynet->widths, anynet->stages);
        m_stageDraws.emplace_back(anynet->bottleneckRatio, orderOf(anynet->isBottleneckRatioShared),
                                  anynet->stages);
        m_stageDraws.emplace_back(anynet->groupWidth, orderOf(anynet->isGroupWidthShared), anynet->stages);
    } else {
        for (const NetworkSpec& each : m_frames)
            m_regnetCosters.emplace_back(each);
        const auto& line = std::get<RegnetShape>(space.shape);
        m_lineDraws.emplace_back(line.depth);
        m_lineDraws.emplace_back(line.w0);
        m_lineDraws.emplace_back(line.isW0EqualToWa ? fixedAt(0) : line.wa);
        m_lineDraws.emplace_back(line.wm);
        m_lineDraws.emplace_back(line.bottleneckRatio);
        m_lineDraws.emplace_back(line.groupWidth);
    }
}

/// The drawn values of an AnyNet as stages.
void Sampler::setStages(Draft& draft) const
{
    const auto& shape = std::get<AnyNetShape>(m_space.shape);
    draft.stages.resize(static_cast<std::size_t>(shape.stages));
    for (std::size_t s = 0; s < draft.stages.size(); ++s) {
        Stage& stage = draft.stages[s];
        stage = {whole(draft.values[1][s]), whole(draft.values[0][s]), strideOf(m_space, s),
                 draft.values[2][s], whole(draft.values[3][s])};
        if (shape.isGroupCount)
            stage.groupWidth =
                std::max<std::int64_t>(1, bottleneckWidth(stage, m_space.block) / stage.groupWidth);
    }
}

void Sampler::propose(PhiloxStream& random, Draft& draft) const
{
    if (const auto* shape = std::get_if<RegnetShape>(&m_space.shape)) {
        RegnetParameters& regnet = draft.regnet;
        regnet.line.depth = whole(m_lineDraws[0].draw(random));
        regnet.line.w0 = m_lineDraws[1].draw(random);
        regnet.line.wa = m_lineDraws[2].draw(random);
        regnet.line.wm = m_lineDraws[3].draw(random);
        regnet.bottleneckRatio = m_lineDraws[4].draw(random);
        regnet.groupWidth = whole(m_lineDraws[5].draw(random));
        regnet.stride = m_space.stride;
        if (shape->isW0EqualToWa) regnet.line.wa = regnet.line.w0;
    } else {
        for (std::size_t i = 0; i < draft.values.size(); ++i)
            m_stageDraws[i].draw(random, draft.values[i]);
        setStages(draft);
    }
    draft.resolution = m_resolution.drawIndex(random);
}

void Sampler::propose(PyclsRandom& random, Draft& draft) const
{
    if (const auto* shape = std::get_if<RegnetShape>(&m_space.shape)) {
        RegnetParameters& regnet = draft.regnet;
        regnet.line.depth = whole(random.draw(shape->depth));
        regnet.line.w0 = random.draw(shape->w0);
        regnet.line.wa = shape->isW0EqualToWa ? regnet.line.w0 : random.draw(shape->wa);
        regnet.line.wm = random.draw(shape->wm);
        regnet.groupWidth = whole(random.draw(shape->groupWidth));
        regnet.bottleneckRatio = drawRatioAsPycls(shape->bottleneckRatio, random);
        regnet.stride = m_space.stride;
    } else {
        const auto& any = std::get<AnyNetShape>(m_space.shape);
        const std::array distributions{&any.depth, &any.width, &any.bottleneckRatio, &any.groupWidth};
        for (std::size_t i = 0; i < draft.values.size(); ++i) {
            draft.values[i].resize(static_cast<std::size_t>(any.stages));
            for (double& value : draft.values[i])
                value =
                    i == 2 ? drawRatioAsPycls(any.bottleneckRatio, random) : random.draw(*distributions[i]);
        }
        setStages(draft);
    }
    draft.resolution = 0;
    if (m_resolution.values().size() == 1) return;
    const double side = random.draw(m_space.resolution);
    const auto& sides = m_resolution.values();
    draft.resolution = static_cast<std::size_t>(std::ranges::lower_bound(sides, side - 0.5) - sides.begin());
}

std::optional<Rejection> Sampler::judgeCost(const Cost& cost) const
{
    const Limits& limits = m_space.limits;
    if (auto out = outside(limits.flops, cost.flops, Rejection::FlopsLow, Rejection::FlopsHigh)) return out;
    if (auto out = outside(limits.params, cost.params, Rejection::ParamsLow, Rejection::ParamsHigh))
        return out;
    if (auto out = outside(limits.activations, cost.activations, Rejection::ActivationsLow,
                           Rejection::ActivationsHigh))
        return out;
    if (!limits.curves.any()) return std::nullopt;
    const auto flops = static_cast<double>(limits.curves.flops.value_or(cost.flops));
    if (limits.curves.params && static_cast<double>(cost.params) > CurveLimits::paramsAt(flops))
        return Rejection::ParamsHigh;
    if (limits.curves.activations &&
        static_cast<double>(cost.activations) > CurveLimits::activationsAt(flops))
        return Rejection::ActivationsHigh;
    return std::nullopt;
}

std::optional<Rejection> Sampler::judge(Draft& draft) const
{
    if (const auto* shape = std::get_if<RegnetShape>(&m_space.shape)) {
        const RegnetCoster& coster = m_regnetCosters[draft.resolution];
        switch (coster.levels(draft.regnet, shape->mostStages, draft.realised)) {
        case LineLevels::Skipped:
            return Rejection::SkippedLevel;
        case LineLevels::TooMany:
            return Rejection::StageCount;
        case LineLevels::Refused:
            return Rejection::Incompatible;
        case LineLevels::Fine:
            break;
        }
        if (draft.realised.levels < shape->fewestStages) return Rejection::StageCount;
        if (coster.complete(draft.regnet, draft.realised) != RegnetOutcome::Realised)
            return Rejection::Incompatible;
    } else {
        draft.realised.isComplete = false;
        if (m_stagesCosters[draft.resolution].realise(draft.stages, draft.realised) !=
            RegnetOutcome::Realised)
            return Rejection::Incompatible;
    }
    return judgeCost(draft.realised.cost);
}

NetworkSpec Sampler::specOf(const Draft& draft) const
{
    NetworkSpec spec = m_frames[draft.resolution];
    if (std::holds_alternative<RegnetShape>(m_space.shape))
        spec.regnet = draft.regnet;
    else
        spec.stages = draft.stages;
    return spec;
}

SampledNetwork Sampler::finished(const Draft& draft) const
{
    SampledNetwork drawn;
    drawn.spec = specOf(draft);
    drawn.network = realise(drawn.spec);
    drawn.cost = draft.realised.cost;
    return drawn;
}

Candidate Sampler::draw(PhiloxStream& random) const
{
    Draft draft;
    propose(random, draft);
    Candidate candidate;
    candidate.rejection = judge(draft);
    if (draft.hasCost())
        candidate.drawn = finished(draft);
    else
        candidate.drawn.spec = specOf(draft);
    return candidate;
}

std::string networkKey(const Network& network)
{
    std::string key;
    const auto add = [&key](const auto& value) {
        key.append(reinterpret_cast<const char*>(&value), sizeof value);
    };
    add(network.resolution);
    for (const Stage& stage : network.stages) {
        add(stage.width);
        add(stage.depth);
        add(stage.bottleneckRatio);
        add(stage.groupWidth);
    }
    return key;
}

std::map<std::string, double> propertiesOf(const SampledNetwork& drawn)
{
    return propertiesOf(drawn.spec, drawn.network, drawn.cost);
}

} // namespace regnet
