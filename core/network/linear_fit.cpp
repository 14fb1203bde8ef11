// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/linear_fit.h"

#include "core/network/level_boundary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace regnet {
namespace {

// The paper names no grid. On this one no fit drawn in its Figure 8 is better than ours.
constexpr int w0Count = 32;     ///< 8..256 step 8
constexpr int slopeCount = 301; ///< 0 and 256^(i/299), i = 0..299
constexpr int wmCount = 151;    ///< 1.50..3.00 step 0.01
/// 8·1.5^47 is far above the widest block on the grid (256 + 1023·256).
constexpr std::size_t mostLevels = 48;
/// Errors nearer than this are equal: rounding must not choose among lines that quantise to one network.
constexpr double tie = 1e-10;

struct Grid
{
    std::array<double, slopeCount> slopes{};
    std::array<double, wmCount> wm{};
    std::array<double, wmCount> root{}; ///< sqrt(wm)
    std::array<std::array<double, mostLevels>, wmCount> powers{};

    Grid()
    {
        for (std::size_t i = 1; i < slopes.size(); ++i)
            slopes[i] = std::pow(256.0, static_cast<double>(i - 1) / 299.0);
        for (std::size_t i = 0; i < wm.size(); ++i) {
            wm[i] = static_cast<double>(150 + i) / 100.0;
            root[i] = std::sqrt(wm[i]);
            double power = 1;
            for (double& entry : powers[i]) {
                entry = power;
                power *= wm[i];
            }
        }
    }
};

const Grid& grid()
{
    static const Grid once;
    return once;
}

/// log2 of a width; most are multiples of 8 below 32,768 and stand in a table.
double logWidth(double width)
{
    static const auto table = [] {
        std::vector<double> logs(4096);
        for (std::size_t i = 1; i < logs.size(); ++i)
            logs[i] = std::log2(8.0 * static_cast<double>(i));
        return logs;
    }();
    return width < 32768 ? table[static_cast<std::size_t>(width / 8)] : std::log2(width);
}

/// The blocks' log2 widths, relative to the first so that sums lose no digits.
struct Observed
{
    std::int64_t depth = 0;
    std::size_t stageCount = 0;
    double base = 0;
    std::vector<double> stageLogs;
    std::vector<double> stageDepths;
    std::vector<double> sums{0.0}; ///< sums[j] over blocks before j
    std::vector<double> squares{0.0};

    explicit Observed(std::span<const Stage> stages) : stageCount(stages.size())
    {
        base = std::log2(static_cast<double>(stages.front().width));
        for (const Stage& stage : stages) {
            const double y = std::log2(static_cast<double>(stage.width)) - base;
            stageLogs.push_back(y);
            stageDepths.push_back(static_cast<double>(stage.depth));
            depth += stage.depth;
            for (std::int64_t block = 0; block < stage.depth; ++block) {
                sums.push_back(sums.back() + y);
                squares.push_back(squares.back() + y * y);
            }
        }
    }

    /// Sum over blocks [from, to) of (level - y)^2.
    double distance(double level, std::int64_t from, std::int64_t to) const
    {
        const auto a = static_cast<std::size_t>(from);
        const auto b = static_cast<std::size_t>(to);
        return static_cast<double>(to - from) * level * level - 2 * level * (sums[b] - sums[a]) +
               (squares[b] - squares[a]);
    }
};

/// Searches the grid with bounds: block 0 is on level 0 whatever wa, and no block can be nearer than its
/// nearest level.
class Search
{
public:
    Search(const Observed& observed, FitDomain domain, std::int64_t stageCount)
        : m_observed(observed), m_isValidOnly(domain == FitDomain::ValidOnly),
          m_stageCount(static_cast<std::size_t>(stageCount))
    {
    }

    bool run()
    {
        if (m_isValidOnly && m_stageCount > mostLevels) return false;
        std::array<int, w0Count> order{};
        std::iota(order.begin(), order.end(), 0);
        const auto firstError = [this](int i) {
            const double gap = logWidth(8.0 * (i + 1)) - m_observed.base;
            return gap * gap;
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](int a, int b) { return firstError(a) < firstError(b); });
        for (const int i : order) {
            if (firstError(i) > m_best + tie) break;
            searchW0(8.0 * (i + 1), firstError(i));
        }
        return m_best < std::numeric_limits<double>::infinity();
    }

    const LinearWidths& line() const { return m_line; }

private:
    void searchW0(double w0, double firstError)
    {
        // From the factor that would lead straight to the last width, outwards: a good line early prunes
        // more.
        const double last = m_observed.base + m_observed.stageLogs.back();
        const auto steps = std::max<double>(1, static_cast<double>(m_stageCount) - 1);
        const double ideal = std::exp2((last - logWidth(w0)) / steps);
        const int middle = static_cast<int>(std::clamp((ideal - 1.5) * 100, 0.0, wmCount - 1.0));
        for (int offset = 0; offset < wmCount; ++offset) {
            if (middle + offset < wmCount)
                searchWm(w0, static_cast<std::size_t>(middle) + static_cast<std::size_t>(offset), firstError);
            if (offset > 0 && middle >= offset)
                searchWm(w0, static_cast<std::size_t>(middle) - static_cast<std::size_t>(offset), firstError);
        }
    }

    void searchWm(double w0, std::size_t wmIndex, double firstError)
    {
        LinearWidths line{m_observed.depth, w0, 0, grid().wm[wmIndex]};
        if (m_isValidOnly) {
            const double width = levelWidth(line, static_cast<double>(m_stageCount - 1),
                                            w0 * grid().powers[wmIndex][m_stageCount - 1]);
            const double gap = logWidth(width) - m_observed.base - m_observed.stageLogs.back();
            // With one block the first is the last.
            if (m_observed.depth > 1 && firstError + gap * gap > m_best + tie) return;
        }
        setLevels(line, wmIndex);
        if (lowerBound() > m_best + tie) return;
        const auto [from, to] = slopeRange();
        for (std::size_t i = from; i < to; ++i) {
            line.wa = grid().slopes[i];
            const double error = evaluate(line);
            const bool isBetter = error < m_best - tie;
            const bool isFirst =
                std::abs(error - m_best) <= tie &&
                std::tie(line.w0, line.wm, line.wa) < std::tie(m_line.w0, m_line.wm, m_line.wa);
            if (!isBetter && !isFirst) continue;
            m_best = isBetter ? error : m_best;
            m_line = line;
        }
    }

    void setLevels(const LinearWidths& line, std::size_t wmIndex)
    {
        // With Any the levels go on as far as the steepest line of the grid reaches.
        const double highest = line.w0 + 256.0 * static_cast<double>(line.depth);
        m_levelCount = 0;
        for (std::size_t k = 0; k < mostLevels; ++k) {
            if (m_isValidOnly ? k == m_stageCount
                              : k > 0 && line.w0 * grid().powers[wmIndex][k - 1] > highest)
                break;
            const double raw = line.w0 * grid().powers[wmIndex][k];
            m_logs[k] = logWidth(levelWidth(line, static_cast<double>(k), raw)) - m_observed.base;
            m_boundaries[k] = raw * grid().root[wmIndex];
            m_levelCount = k + 1;
        }
        m_w0 = line.w0;
    }

    double lowerBound() const
    {
        double bound = 0;
        for (std::size_t i = 0; i < m_observed.stageCount; ++i) {
            const double y = m_observed.stageLogs[i];
            std::size_t k = 0;
            while (k + 1 < m_levelCount && m_logs[k + 1] <= y)
                ++k;
            double gap = std::abs(m_logs[k] - y);
            if (k + 1 < m_levelCount) gap = std::min(gap, std::abs(m_logs[k + 1] - y));
            bound += gap * gap * m_observed.stageDepths[i];
        }
        return bound;
    }

    /// Slopes that can put the last block on the last level; evaluate() decides at the ends.
    std::pair<std::size_t, std::size_t> slopeRange() const
    {
        if (!m_isValidOnly || m_observed.depth == 1) return {0, m_observed.depth == 1 ? 1 : slopeCount};
        const auto last = static_cast<double>(m_observed.depth - 1);
        const auto& slopes = grid().slopes;
        const std::size_t n = m_levelCount;
        const double low = n > 1 ? (m_boundaries[n - 2] - m_w0) / last * (1 - 1e-6) : 0;
        const double high = (m_boundaries[n - 1] - m_w0) / last * (1 + 1e-6);
        return {
            static_cast<std::size_t>(std::lower_bound(slopes.begin(), slopes.end(), low) - slopes.begin()),
            static_cast<std::size_t>(std::upper_bound(slopes.begin(), slopes.end(), high) - slopes.begin())};
    }

    /// Sum of squares of a line; infinite when the domain forbids it, or when it is worse than the best.
    double evaluate(const LinearWidths& line) const
    {
        constexpr double none = std::numeric_limits<double>::infinity();
        const double perWa = 1 / line.wa;
        double error = 0;
        std::int64_t done = 0;
        std::size_t k = 0;
        for (; k < m_levelCount && done < line.depth; ++k) {
            const std::int64_t end = blocksUpTo(line, static_cast<double>(k), m_boundaries[k], perWa);
            if (end > done) {
                error += m_observed.distance(m_logs[k], done, end);
                if (error > m_best + tie) return none;
            }
            const bool isMerged = k > 0 && m_logs[k] <= m_logs[k - 1];
            if (m_isValidOnly && (end <= done || isMerged)) return none;
            done = std::max(done, end);
        }
        if (done < line.depth || (m_isValidOnly && k != m_levelCount)) return none;
        return error;
    }

    const Observed& m_observed;
    bool m_isValidOnly;
    std::size_t m_stageCount;                                ///< of a valid line
    double m_best = std::numeric_limits<double>::infinity(); ///< sum of squares
    LinearWidths m_line;
    double m_w0 = 0;
    std::size_t m_levelCount = 0;
    std::array<double, mostLevels> m_logs{};
    std::array<double, mostLevels> m_boundaries{};
};

void requireStages(std::span<const Stage> stages)
{
    if (stages.empty()) throwBadInput("stages", "has no stage", "at least one stage");
    std::int64_t depth = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const std::string field = "stages[" + std::to_string(i) + "].";
        if (stages[i].width < 1)
            throwBadInput(field + "width", "is " + std::to_string(stages[i].width), "at least 1 channel");
        if (stages[i].depth < 1 || stages[i].depth > 1024 || (depth += stages[i].depth) > 1024)
            throwBadInput(field + "depth", "is " + std::to_string(stages[i].depth),
                          "at least 1 block, and at most 1024 in all stages");
    }
}

} // namespace

double meanSquaredLog2Ratio(std::span<const std::int64_t> observed, std::span<const std::int64_t> fitted)
{
    if (observed.empty() || observed.size() != fitted.size())
        throwBadInput({},
                      "there are " + std::to_string(fitted.size()) + " fitted widths for " +
                          std::to_string(observed.size()) + " observed",
                      "as many, and at least one");
    double sum = 0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const double ratio = std::log2(static_cast<double>(fitted[i]) / static_cast<double>(observed[i]));
        sum += ratio * ratio;
    }
    return sum / static_cast<double>(observed.size());
}

std::vector<std::int64_t> blockWidths(std::span<const Stage> stages)
{
    std::vector<std::int64_t> widths;
    for (const Stage& stage : stages)
        widths.insert(widths.end(), static_cast<std::size_t>(stage.depth), stage.width);
    return widths;
}

std::vector<std::int64_t> blockWidths(const Quantisation& quantised)
{
    std::vector<std::int64_t> widths;
    for (std::size_t i = 0; i < quantised.widths.size(); ++i)
        widths.insert(widths.end(), static_cast<std::size_t>(quantised.depths[i]), quantised.widths[i]);
    return widths;
}

std::int64_t fitStageCount(std::span<const Stage> stages)
{
    std::int64_t depth = 0;
    for (const Stage& stage : stages)
        depth += stage.depth;
    const auto count = static_cast<std::int64_t>(stages.size());
    return count > 4 ? count : std::min<std::int64_t>(4, depth);
}

std::optional<LinearFit> findLine(std::span<const Stage> stages, FitDomain domain, std::int64_t stageCount)
{
    requireStages(stages);
    const Observed observed(stages);
    Search search(observed, domain, stageCount > 0 ? stageCount : fitStageCount(stages));
    if (!search.run()) return {};
    LinearFit fit{search.line(), quantise(search.line()), 0};
    fit.error = meanSquaredLog2Ratio(blockWidths(stages), blockWidths(fit.quantised));
    return fit;
}

LinearFit fitLine(std::span<const Stage> stages, FitDomain domain, std::int64_t stageCount)
{
    if (auto fit = findLine(stages, domain, stageCount)) return *fit;
    const std::int64_t count = stageCount > 0 ? stageCount : fitStageCount(stages);
    throwBadInput("stages",
                  "no line of the grid (w0 8 to 256, wa 0 to 256, wm 1.5 to 3) has " + std::to_string(count) +
                      " stages in these blocks",
                  "fewer stages, or a fit that may skip levels");
}

} // namespace regnet
