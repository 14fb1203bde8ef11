// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/weight_names.h"

#include "core/network/published.h"
#include "core/problem.h"
#include "core/text/printable.h"
#include "core/text/readable.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

// From the shapes of weights to the network that has them.
namespace regnet {
namespace {

using Shape = std::vector<std::int64_t>;

constexpr std::size_t shownBytes = 120; ///< of a name, in an error

std::string textOf(const Shape& shape)
{
    std::string text;
    for (const std::int64_t size : shape)
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    return "(" + text + ")";
}

class Recogniser
{
public:
    Recogniser(std::span<const NamedShape> weights, const WeightHints& hints, const std::string& where)
        : m_hints(hints), m_where(where)
    {
        m_answer.naming = namingOf(weights);
        for (const NamedShape& weight : weights) {
            const auto name = toPycls(weight.name, m_answer.naming);
            if (!name) fail(weight.name, "belongs to no part of a RegNet");
            if (!m_shapes.emplace(*name, weight.shape).second) fail(weight.name, "is there twice", "once");
        }
    }

    RecognisedNetwork run()
    {
        readStem();
        readBlockType();
        for (std::int64_t s = 1; find(block(s, 1) + firstConv()) != nullptr; ++s)
            readStage(s);
        if (m_answer.spec.stages.empty())
            throwBadInput(m_where, "holds no stage that is known",
                          "the weights of a network of stages: s1.b1. ...");
        readHead();
        readRatio();
        m_answer.spec.resolution = m_hints.resolution.value_or(m_answer.spec.resolution);
        if (!m_hints.resolution) assume(fmt::format("images have {} pixels", m_answer.spec.resolution));
        m_answer.spec.activation = m_hints.activation.value_or(Activation::Relu);
        if (!m_hints.activation) assume("the activation is relu");
        verify();
        for (const PublishedModel& model : publishedModels())
            if (realise(model.spec) == realise(m_answer.spec)) m_answer.published = model.name;
        return std::move(m_answer);
    }

private:
    [[noreturn]] void fail(std::string_view tensor, std::string wrong, std::string right = {}) const
    {
        throwBadInput(fmt::format("{}, tensor \"{}\"", m_where, printable(tensor, shownBytes)),
                      std::move(wrong), std::move(right));
    }

    void assume(std::string words) { m_answer.assumed.push_back(std::move(words)); }

    const Shape* find(const std::string& name) const
    {
        const auto found = m_shapes.find(name);
        return found == m_shapes.end() ? nullptr : &found->second;
    }

    const Shape& require(const std::string& name, std::size_t dimensions) const
    {
        const Shape* shape = find(name);
        if (shape == nullptr) fail(name, "is missing");
        if (shape->size() != dimensions)
            fail(name, "has the shape " + textOf(*shape), fmt::format("{} dimensions", dimensions));
        for (const std::int64_t size : *shape)
            if (size < 1) fail(name, "has the shape " + textOf(*shape), "sizes above 0");
        return *shape;
    }

    static std::string block(std::int64_t stage, std::int64_t number)
    {
        return fmt::format("s{}.b{}.", stage, number);
    }

    std::string firstConv() const { return m_isResidual ? "f.a.weight" : "a.weight"; }

    void readStem()
    {
        const Shape& conv = require("stem.conv.weight", 4);
        m_answer.spec.stem.width = conv[0];
        if (m_hints.stem) {
            m_answer.spec.stem.type = *m_hints.stem;
        } else if (conv[2] == 7) {
            m_answer.spec.stem.type = StemType::ResStemIn;
        } else {
            assume("the stem is simple_stem_in (stride 2)");
        }
    }

    void readBlockType()
    {
        m_isResidual = find("s1.b1.f.a.weight") != nullptr;
        const std::string f = m_isResidual ? "s1.b1.f." : "s1.b1.";
        const bool hasSecond = find(f + "b.weight") != nullptr;
        const bool hasThird = find(f + "c.weight") != nullptr;
        BlockType& type = m_answer.spec.block;
        if (!m_isResidual)
            type = hasSecond ? BlockType::Vanilla : BlockType::V;
        else if (!hasThird)
            type = hasSecond ? BlockType::ResBasic : BlockType::VR;
        else
            type = find("s1.b1.proj.weight") == nullptr && hasNoProjection() ? BlockType::ResBottleneckLinear
                                                                             : BlockType::X;
    }

    /// RegNetZ: no block has a projection although widths change.
    bool hasNoProjection() const
    {
        return std::ranges::none_of(m_shapes,
                                    [](const auto& entry) { return entry.first.ends_with(".proj.weight"); });
    }

    void readStage(std::int64_t number)
    {
        const std::string first = block(number, 1) + (m_isResidual ? "f." : "");
        const bool isBottleneck = hasBottleneck(m_answer.spec.block);
        Stage stage;
        const Shape& input = require(first + "a.weight", 4);
        if (isBottleneck) {
            stage.width = require(first + "c.weight", 4)[0];
            const Shape& grouped = require(first + "b.weight", 4);
            stage.groupWidth = grouped[1];
            stage.bottleneckRatio = static_cast<double>(stage.width) / static_cast<double>(grouped[0]);
        } else {
            stage.width = input[0];
        }
        while (find(block(number, stage.depth + 1) + firstConv()) != nullptr)
            ++stage.depth;
        const auto index = static_cast<std::size_t>(number - 1);
        const bool isSameWidth = input[1] == stage.width;
        const bool showsStride = m_isResidual && m_answer.spec.block != BlockType::ResBottleneckLinear;
        if (index < m_hints.strides.size())
            stage.stride = m_hints.strides[index];
        else if (showsStride && isSameWidth && find(block(number, 1) + "proj.weight") == nullptr)
            stage.stride = 1;
        else if (!m_assumesStride) {
            m_assumesStride = true;
            assume("stages have stride 2");
        }
        m_answer.spec.stages.push_back(stage);
    }

    void readHead()
    {
        if (find("head.conv.weight") != nullptr) m_answer.spec.head.width = require("head.conv.weight", 4)[0];
        m_answer.spec.head.classes = require("head.fc.weight", 2)[0];
    }

    /// Squeezed widths are rint(input · ratio) in every block: the roundest ratio that gives them all.
    void readRatio()
    {
        double low = 0, high = std::numeric_limits<double>::infinity();
        bool hasRatio = false;
        std::int64_t input = m_answer.spec.stem.width;
        for (std::size_t s = 0; s < m_answer.spec.stages.size(); ++s) {
            const Stage& stage = m_answer.spec.stages[s];
            for (std::int64_t b = 1; b <= stage.depth; ++b) {
                const std::string name = block(static_cast<std::int64_t>(s) + 1, b) + "f.se.f_ex.0.weight";
                if (find(name) != nullptr) {
                    hasRatio = true;
                    const auto squeezed = static_cast<double>(require(name, 4)[0]);
                    low = std::max(low, (squeezed - 0.5) / static_cast<double>(input));
                    high = std::min(high, (squeezed + 0.5) / static_cast<double>(input));
                }
                input = stage.width;
            }
        }
        if (!hasRatio) return;
        if (m_hints.seRatio) {
            m_answer.spec.seRatio = *m_hints.seRatio;
            return;
        }
        // Denominators of people come first: quarters, halves, eighths, then the simplest that fits.
        for (const int denominator : {4, 2, 1, 8, 16, 3, 6, 12, 5, 10, 20, 100})
            for (int numerator = 1; numerator <= denominator; ++numerator) {
                const double ratio = static_cast<double>(numerator) / denominator;
                if (ratio < low || ratio > high) continue;
                m_answer.spec.seRatio = ratio;
                if (high - low > 1e-3) assume("the squeeze-and-excitation ratio is " + shortest(ratio));
                return;
            }
        m_answer.spec.seRatio = (low + high) / 2;
    }

    void verify()
    {
        if (const auto problems = check(m_answer.spec); !problems.empty()) {
            Problem problem = problems.front();
            problem.where = m_where + ", network of its shapes: " + problem.where;
            throw Error(problem);
        }
        const Network network = realise(m_answer.spec);
        const std::vector<NamedShape> expected = weightShapes(network);
        for (const NamedShape& weight : expected) {
            const auto found = m_shapes.find(weight.name);
            // Programs before 2018 kept no count of batches.
            if (found == m_shapes.end()) {
                if (weight.name.ends_with(".num_batches_tracked")) continue;
                fail(weight.name, "is missing");
            }
            if (found->second != weight.shape)
                fail(weight.name, "has the shape " + textOf(found->second),
                     textOf(weight.shape) + " beside the other weights");
            m_shapes.erase(found);
        }
        if (!m_shapes.empty())
            fail(m_shapes.begin()->first, "is left over", "the parts of a network of stages");
        m_answer.spec = toSpecOf(network);
    }

    /// Group widths above a bottleneck and the like take the form that the network is built with.
    NetworkSpec toSpecOf(const Network& network) const
    {
        NetworkSpec spec = m_answer.spec;
        spec.stages = network.stages;
        return spec;
    }

    const WeightHints& m_hints;
    const std::string& m_where;
    std::map<std::string, Shape> m_shapes; ///< by pycls's names
    RecognisedNetwork m_answer;
    bool m_isResidual = true, m_assumesStride = false;
};

} // namespace

RecognisedNetwork recogniseNetwork(std::span<const NamedShape> weights, const WeightHints& hints,
                                   const std::string& where)
{
    return Recogniser(weights, hints, where).run();
}

} // namespace regnet
