// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/network/any_net.h"

#include "gpu/network/layers.h"

#include <cmath>
#include <optional>
#include <string>

namespace regnet {
namespace {

using torch::nn::Module;

/// Squeeze-and-excitation: the mean of each channel decides how much of it goes on.
class SqueezeExcite : public Module
{
public:
    SqueezeExcite(std::int64_t width, std::int64_t squeezed, Activation activation) : m_activation(activation)
    {
        auto excite = register_module("f_ex", std::make_shared<Module>());
        m_reduce = excite->register_module("0", std::make_shared<Conv>(ConvShape{width, squeezed, 1}, true));
        m_expand = excite->register_module("2", std::make_shared<Conv>(ConvShape{squeezed, width, 1}, true));
    }

    at::Tensor forward(const at::Tensor& x)
    {
        const at::Tensor mean = x.mean({2, 3}, /*keepdim=*/true);
        return x * m_expand->forward(activate(m_reduce->forward(mean), m_activation)).sigmoid();
    }

private:
    Activation m_activation;
    std::shared_ptr<Conv> m_reduce, m_expand;
};

/// What one block is made of.
struct BlockPlan
{
    BlockType type = BlockType::X;
    Activation activation = Activation::Relu;
    std::int64_t input = 0;
    std::int64_t width = 0;
    std::int64_t bottleneck = 0;
    std::int64_t groups = 1;
    std::int64_t squeeze = 0;
    std::int64_t stride = 1;
};

/// Anything from (N, C, H, W) to (N, C', H', W').
class Part : public Module
{
public:
    virtual at::Tensor forward(const at::Tensor& x) = 0;
};

/// What a block adds to its shortcut.
class Transform : public Part
{
public:
    /// The activation, where there is one, of this transform of x plus the shortcut, where that is defined.
    virtual at::Tensor added(const at::Tensor& x, const at::Tensor& shortcut,
                             std::optional<Activation> activation) = 0;
    at::Tensor forward(const at::Tensor& x) override { return added(x, {}, {}); }
};

/// 1x1, 3x3 in groups, SE where wanted, 1x1; the last without activation.
class BottleneckTransform : public Transform
{
public:
    explicit BottleneckTransform(const BlockPlan& plan)
        : m_a(*this, "a", {plan.input, plan.bottleneck, 1}),
          m_b(*this, "b", {plan.bottleneck, plan.bottleneck, 3, plan.stride, plan.groups}),
          m_activation(plan.activation)
    {
        if (plan.squeeze > 0)
            m_se = register_module(
                "se", std::make_shared<SqueezeExcite>(plan.bottleneck, plan.squeeze, plan.activation));
        m_c = ConvNorm(*this, "c", {plan.bottleneck, plan.width, 1});
    }

    at::Tensor added(const at::Tensor& x, const at::Tensor& shortcut,
                     std::optional<Activation> activation) override
    {
        at::Tensor y = m_b.activated(m_a.activated(x, m_activation), m_activation);
        if (m_se) y = m_se->forward(y);
        return m_c.added(y, shortcut, activation);
    }

private:
    ConvNorm m_a, m_b, m_c;
    std::shared_ptr<SqueezeExcite> m_se;
    Activation m_activation;
};

/// One or two 3x3 convs (VR; res_basic); the last without activation.
class PlainTransform : public Transform
{
public:
    explicit PlainTransform(const BlockPlan& plan)
        : m_a(*this, "a", {plan.input, plan.width, 3, plan.stride}),
          m_hasSecond(plan.type == BlockType::ResBasic), m_activation(plan.activation)
    {
        if (m_hasSecond) m_b = ConvNorm(*this, "b", {plan.width, plan.width, 3});
    }

    at::Tensor added(const at::Tensor& x, const at::Tensor& shortcut,
                     std::optional<Activation> activation) override
    {
        if (!m_hasSecond) return m_a.added(x, shortcut, activation);
        return m_b.added(m_a.activated(x, m_activation), shortcut, activation);
    }

private:
    ConvNorm m_a, m_b;
    bool m_hasSecond;
    Activation m_activation;
};

/// act(shortcut + F); the shortcut is a 1x1 conv where width or stride change.
class ResidualBlock : public Part
{
public:
    explicit ResidualBlock(const BlockPlan& plan)
        : m_hasProjection(plan.input != plan.width || plan.stride != 1), m_activation(plan.activation)
    {
        if (m_hasProjection)
            m_projection = ConvNorm(*this, "proj", "bn", {plan.input, plan.width, 1, plan.stride});
        if (hasBottleneck(plan.type))
            m_transform = std::make_shared<BottleneckTransform>(plan);
        else
            m_transform = std::make_shared<PlainTransform>(plan);
        register_module("f", m_transform);
    }

    at::Tensor forward(const at::Tensor& x) override
    {
        const at::Tensor shortcut = m_hasProjection ? m_projection(x) : x;
        return m_transform->added(x, shortcut, m_activation);
    }

private:
    bool m_hasProjection;
    ConvNorm m_projection;
    std::shared_ptr<Transform> m_transform;
    Activation m_activation;
};

/// x + F where the shapes agree, F elsewhere; no activation after it (RegNetZ).
class LinearBottleneckBlock : public Part
{
public:
    explicit LinearBottleneckBlock(const BlockPlan& plan)
        : m_isResidual(plan.input == plan.width && plan.stride == 1),
          m_transform(register_module("f", std::make_shared<BottleneckTransform>(plan)))
    {
    }

    at::Tensor forward(const at::Tensor& x) override
    {
        return m_transform->added(x, m_isResidual ? x : at::Tensor(), {});
    }

private:
    bool m_isResidual;
    std::shared_ptr<BottleneckTransform> m_transform;
};

/// One or two 3x3 convs without shortcut (V; vanilla).
class PlainBlock : public Part
{
public:
    explicit PlainBlock(const BlockPlan& plan)
        : m_a(*this, "a", {plan.input, plan.width, 3, plan.stride}),
          m_hasSecond(plan.type == BlockType::Vanilla), m_activation(plan.activation)
    {
        if (m_hasSecond) m_b = ConvNorm(*this, "b", {plan.width, plan.width, 3});
    }

    at::Tensor forward(const at::Tensor& x) override
    {
        const at::Tensor y = m_a.activated(x, m_activation);
        return m_hasSecond ? m_b.activated(y, m_activation) : y;
    }

private:
    ConvNorm m_a, m_b;
    bool m_hasSecond;
    Activation m_activation;
};

class StemPart : public Part
{
public:
    StemPart(const Stem& stem, Activation activation)
        : m_conv(*this, "conv", "bn",
                 {3, stem.width, stem.type == StemType::ResStemIn ? 7 : 3,
                  stem.type == StemType::ResStemCifar ? 1 : 2}),
          m_hasPool(stem.type == StemType::ResStemIn), m_activation(activation)
    {
    }

    at::Tensor forward(const at::Tensor& x) override
    {
        const at::Tensor y = m_conv.activated(x, m_activation);
        return m_hasPool ? maxPool(y) : y;
    }

private:
    ConvNorm m_conv;
    bool m_hasPool;
    Activation m_activation;
};

class HeadPart : public Part
{
public:
    HeadPart(std::int64_t input, const Head& head, Activation activation)
        : m_hasConv(head.width > 0), m_activation(activation)
    {
        if (m_hasConv) m_conv = ConvNorm(*this, "conv", "bn", {input, head.width, 1});
        m_linear =
            register_module("fc", std::make_shared<Linear>(m_hasConv ? head.width : input, head.classes));
    }

    at::Tensor forward(const at::Tensor& x) override
    {
        const at::Tensor y = m_hasConv ? m_conv.activated(x, m_activation) : x;
        return m_linear->forward(y.mean({2, 3}));
    }

private:
    bool m_hasConv;
    Activation m_activation;
    ConvNorm m_conv;
    std::shared_ptr<Linear> m_linear;
};

std::shared_ptr<Part> makeBlock(const BlockPlan& plan)
{
    switch (plan.type) {
    case BlockType::V:
    case BlockType::Vanilla:
        return std::make_shared<PlainBlock>(plan);
    case BlockType::ResBottleneckLinear:
        return std::make_shared<LinearBottleneckBlock>(plan);
    case BlockType::X:
    case BlockType::R:
    case BlockType::VR:
    case BlockType::ResBasic:
        break;
    }
    return std::make_shared<ResidualBlock>(plan);
}

BlockPlan planOf(const Network& network, const Stage& stage, std::int64_t input, bool isFirst)
{
    BlockPlan plan;
    plan.type = network.block;
    plan.activation = network.activation;
    plan.input = input;
    plan.width = stage.width;
    plan.bottleneck = bottleneckWidth(stage, network.block);
    plan.groups = groups(stage, network.block);
    if (hasBottleneck(network.block)) // a ratio so small that nothing is left switches SE off, as in pycls
        plan.squeeze =
            static_cast<std::int64_t>(std::nearbyint(static_cast<double>(input) * network.seRatio));
    plan.stride = isFirst ? stage.stride : 1;
    return plan;
}

class BuiltNet : public AnyNet
{
public:
    explicit BuiltNet(const Network& network)
    {
        add(*this, "stem", std::make_shared<StemPart>(network.stem, network.activation));
        std::int64_t width = network.stem.width;
        for (std::size_t s = 0; s < network.stages.size(); ++s) {
            const Stage& stage = network.stages[s];
            const auto home = register_module("s" + std::to_string(s + 1), std::make_shared<Module>());
            for (std::int64_t b = 0; b < stage.depth; ++b) {
                add(*home, "b" + std::to_string(b + 1), makeBlock(planOf(network, stage, width, b == 0)));
                width = stage.width;
            }
        }
        add(*this, "head", std::make_shared<HeadPart>(width, network.head, network.activation));
    }

    at::Tensor forward(const at::Tensor& images) override
    {
        at::Tensor x = images;
        for (const auto& part : m_parts)
            x = part->forward(x);
        return x;
    }

private:
    void add(Module& home, const std::string& name, std::shared_ptr<Part> part)
    {
        home.register_module(name, part);
        m_parts.push_back(std::move(part));
    }

    std::vector<std::shared_ptr<Part>> m_parts; ///< stem, blocks, head in the order of running
};

} // namespace

std::shared_ptr<AnyNet> buildAnyNet(const Network& network)
{
    return std::make_shared<BuiltNet>(network);
}

} // namespace regnet
