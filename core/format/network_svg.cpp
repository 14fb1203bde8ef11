// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_svg.h"

#include "core/network/complexity.h"
#include "core/text/readable.h"
#include "core/text/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace regnet {
namespace {

/// The first slots of the colour-blind-safe palette on light ground.
constexpr std::array colours{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};
constexpr const char* outside = "#595959"; ///< stem and head
constexpr double mmPerPoint = 25.4 / 72;

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : xmlText(text)) {
        switch (c) {
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '&':
            safe += "&amp;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

/// Lays the parts out from left to right; sizes in millimetres.
class Drawing
{
public:
    Drawing(const Network& network, const DiagramStyle& style)
        : m_network(network), m_style(style), m_line(style.fontPoints * mmPerPoint * 1.35),
          m_top(style.title.empty() ? 2 : 2 + 1.6 * m_line), m_widest(widest(network))
    {
        const auto parts = static_cast<double>(depthOf(network) + 2);
        const auto gaps = static_cast<double>(network.stages.size() + 1);
        constexpr double margin = 2;
        m_bar = (style.widthMm - 2 * margin) / (parts + gaps);
        m_x = margin;
    }

    std::string svg()
    {
        if (!m_style.title.empty()) text(m_style.widthMm / 2, 2 + m_line, m_style.title, "middle", true);
        const Complexity costs = complexity(m_network);
        part("stem", m_network.stem.width, outside,
             {std::to_string(m_network.stem.width), fmt::format("{} px", costs.stemResolution)});
        for (std::size_t s = 0; s < m_network.stages.size(); ++s)
            stage(s, costs.stages[s]);
        const std::int64_t last =
            m_network.head.width > 0 ? m_network.head.width : m_network.stages.back().width;
        part("head", last, outside, {fmt::format("{} classes", m_network.head.classes)});
        const double bottom = m_top + barSpace + 7 * m_line;
        text(2, bottom,
             fmt::format("{} FLOPs, {} parameters, {} activations; block {}{}",
                         readableCount(static_cast<double>(costs.total.flops)),
                         readableCount(static_cast<double>(costs.total.params)),
                         readableCount(static_cast<double>(costs.total.activations)), nameOf(m_network.block),
                         m_network.seRatio > 0 ? ", SE " + shortest(m_network.seRatio) : ""),
             "start");
        const double height = bottom + 0.6 * m_line;
        return fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.2f}mm\" height=\"{1:.2f}mm\" "
            "viewBox=\"0 0 {0:.2f} {1:.2f}\" font-family=\"{2}\" font-size=\"{3:.3f}\">\n"
            "<rect width=\"{0:.2f}\" height=\"{1:.2f}\" fill=\"#FFFFFF\"/>\n{4}</svg>\n",
            m_style.widthMm, height, escaped(m_style.fontFamily), m_style.fontPoints * mmPerPoint, m_body);
    }

private:
    static constexpr double barSpace = 32; ///< height of the widest bar

    static std::int64_t widest(const Network& network)
    {
        std::int64_t width = std::max(network.stem.width, network.head.width);
        for (const Stage& stage : network.stages)
            width = std::max(width, stage.width);
        return width;
    }

    void text(double x, double y, const std::string& words, const char* anchor, bool isBold = false)
    {
        m_body += fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" text-anchor=\"{}\"{}>{}</text>\n", x, y,
                              anchor, isBold ? " font-weight=\"bold\"" : "", escaped(words));
    }

    void bar(std::int64_t width, const std::string& colour)
    {
        const double share =
            std::log2(static_cast<double>(width) + 1) / std::log2(static_cast<double>(m_widest) + 1);
        const double height = std::max(0.6, barSpace * share);
        m_body +=
            fmt::format("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"{}\"/>\n",
                        m_x, m_top + barSpace - height, 0.86 * m_bar, height, colour);
        m_x += m_bar;
    }

    void captions(double begin, const std::string& name, const std::vector<std::string>& lines)
    {
        const double middle = (begin + m_x) / 2;
        double y = m_top + barSpace + m_line;
        text(middle, y, name, "middle", true);
        for (const std::string& line : lines)
            text(middle, y += m_line, line, "middle");
    }

    void part(const std::string& name, std::int64_t width, const std::string& colour,
              const std::vector<std::string>& lines)
    {
        const double begin = m_x;
        bar(width, colour);
        captions(begin, name, lines);
        m_x += m_bar;
    }

    void stage(std::size_t index, const StageComplexity& costs)
    {
        const Stage& stage = m_network.stages[index];
        const double begin = m_x;
        for (std::int64_t b = 0; b < stage.depth; ++b)
            bar(stage.width, colours[index % colours.size()]);
        std::vector<std::string> lines{fmt::format("{} × {}", stage.depth, stage.width)};
        if (hasBottleneck(m_network.block))
            lines.push_back(fmt::format("b {}, g {}", shortest(stage.bottleneckRatio), stage.groupWidth));
        lines.push_back(fmt::format("{} px", costs.resolution));
        captions(begin, fmt::format("stage {}", index + 1), lines);
        m_x += m_bar;
    }

    const Network& m_network;
    const DiagramStyle& m_style;
    double m_line, m_top;
    std::int64_t m_widest;
    double m_bar = 1, m_x = 0;
    std::string m_body;
};

} // namespace

std::string networkDiagram(const NetworkSpec& spec, const DiagramStyle& style)
{
    return Drawing(realise(spec), style).svg();
}

} // namespace regnet
