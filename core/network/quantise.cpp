// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/quantise.h"

#include "core/network/rounding.h"
#include "core/text/readable.h"

#include <algorithm>
#include <cmath>

namespace regnet {
namespace {

constexpr std::int64_t maxDepth = 1024;
constexpr auto largest = static_cast<double>(largestSize);

void addProblem(std::vector<Problem>& problems, const char* field, const std::string& is, const char* right)
{
    problems.push_back({ProblemKind::BadInput, field, "is " + is, right});
}

/// Depth is checked apart: a line of no blocks quantises to no stages.
std::vector<Problem> checkLine(const LinearWidths& line)
{
    std::vector<Problem> problems;
    if (!(line.w0 > 0) || std::fmod(line.w0, 8) != 0)
        addProblem(problems, "w0", shortest(line.w0), "a multiple of 8 above 0");
    else if (line.w0 > largest)
        addProblem(problems, "w0", shortest(line.w0), "a multiple of 8 up to 2^53");
    if (!(line.wa >= 0) || std::isinf(line.wa))
        addProblem(problems, "wa", shortest(line.wa), "a number of at least 0");
    if (!(line.wm > 1) || std::isinf(line.wm))
        addProblem(problems, "wm", shortest(line.wm), "a number above 1");
    return problems;
}

[[noreturn]] void refuse(std::int64_t block, double level, double width)
{
    const std::string name = "block " + std::to_string(block + 1);
    if (width <= largest)
        throwBadInput("wm", "puts " + name + " on level " + shortest(level),
                      "a larger wm, with levels below 2^53");
    throwBadInput("wa", "makes " + name + " " + shortest(width) + " channels wide",
                  "a line that stays below 2^53 channels");
}

BlockDerivation deriveBlock(const LinearWidths& line, std::int64_t block, double logWm)
{
    // pycls's order of operations: another one moves ties and with them whole blocks.
    BlockDerivation d;
    d.u = static_cast<double>(block) * line.wa + line.w0;
    d.s = std::log(d.u / line.w0) / logWm;
    const double k = std::nearbyint(d.s);
    d.level = line.w0 * std::pow(line.wm, k);
    const double width = snapToEight(d.level);
    if (!(width <= largest) || !(k <= largest)) refuse(block, k, d.u > largest ? d.u : width);
    d.k = static_cast<std::int64_t>(k);
    d.width = static_cast<std::int64_t>(width);
    return d;
}

void requireValid(const LinearWidths& line)
{
    if (line.depth == 0) {
        if (const auto problems = checkLine(line); !problems.empty()) throw Error(problems.front());
        return;
    }
    if (const auto problems = check(line); !problems.empty()) throw Error(problems.front());
}

} // namespace

std::vector<Problem> check(const LinearWidths& line)
{
    std::vector<Problem> problems;
    if (line.depth < 1 || line.depth > maxDepth)
        addProblem(problems, "depth", std::to_string(line.depth), "1 to 1024 blocks");
    for (Problem& problem : checkLine(line))
        problems.push_back(std::move(problem));
    return problems;
}

Quantisation quantise(const LinearWidths& line)
{
    requireValid(line);
    const double logWm = std::log(line.wm);
    std::vector<std::int64_t> widths;
    widths.reserve(static_cast<std::size_t>(line.depth));
    Quantisation result;
    for (std::int64_t block = 0; block < line.depth; ++block) {
        const BlockDerivation d = deriveBlock(line, block, logWm);
        widths.push_back(d.width);
        result.levels = std::max(result.levels, d.k + 1);
    }
    // Non-decreasing but for a wm within a few bits of 1, where the powers' last bits decide.
    if (!std::is_sorted(widths.begin(), widths.end())) std::sort(widths.begin(), widths.end());
    for (const std::int64_t width : widths) {
        if (result.widths.empty() || result.widths.back() != width) {
            result.widths.push_back(width);
            result.depths.push_back(0);
        }
        ++result.depths.back();
    }
    return result;
}

std::vector<BlockDerivation> derive(const LinearWidths& line)
{
    requireValid(line);
    const double logWm = std::log(line.wm);
    std::vector<BlockDerivation> blocks;
    blocks.reserve(static_cast<std::size_t>(line.depth));
    for (std::int64_t block = 0; block < line.depth; ++block)
        blocks.push_back(deriveBlock(line, block, logWm));
    return blocks;
}

} // namespace regnet
