// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/space/philox_stream.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// How a parameter is drawn; the quantised forms are those of pycls/sweep/random.py.
enum class DistributionKind {
    Uniform,    ///< low, low + quantum, ..., high, each as likely
    LogUniform, ///< uniform in the logarithm over (low - min(quantum, low / 2), high], rounded up to quantum
    Power2,     ///< the powers of two from low to high, each as likely
    Power2OrLogUniform, ///< Power2; what is at least quantum is drawn again as LogUniform from there
    Normal, ///< mean in the middle, sigma a sixth of the range, cut off at low and high, rounded to quantum
    LogNormal, ///< the same in the logarithm
    List,      ///< values, each as likely
};

/// Distribution of one parameter over finitely many values.
struct Distribution
{
    DistributionKind kind = DistributionKind::List;
    double low = 0;
    double high = 0;
    double quantum = 1;
    std::vector<double> values; ///< of List

    friend bool operator==(const Distribution&, const Distribution&) = default;
};

Distribution uniform(double low, double high, double quantum = 1);
Distribution logUniform(double low, double high, double quantum = 1);
Distribution power2(double low, double high);
Distribution power2OrLogUniform(double low, double high, double quantum);
Distribution listed(std::vector<double> values);
Distribution fixedAt(double value);

std::string_view nameOf(DistributionKind kind); ///< as in the space JSON: "log_uniform"

/// The values that a distribution can give, ascending and distinct, with their exact probabilities.
class DiscreteDistribution
{
public:
    DiscreteDistribution() = default;
    /// Needs what check() asks.
    explicit DiscreteDistribution(const Distribution& distribution);

    const std::vector<double>& values() const& { return m_values; }
    const std::vector<double>& probabilities() const& { return m_probabilities; }
    void values() && = delete; // a loop over a temporary's values would read freed memory
    void probabilities() && = delete;
    double draw(PhiloxStream& random) const { return m_values[drawIndex(random)]; }
    std::size_t drawIndex(PhiloxStream& random) const; ///< into values()
    /// True when value is one of values(), to 1e-9 of it (decimals that were read and computed may differ in
    /// the last bit).
    bool contains(double value) const;

private:
    void add(double value, double probability);
    void makeGuide();

    std::vector<double> m_values;
    std::vector<double> m_probabilities;
    std::vector<double> m_cumulative;
    /// m_guide[i]: the first value whose cumulative probability is above i / size. A draw starts there and
    /// walks on, which takes a step or two where a search would take ten.
    std::vector<std::uint32_t> m_guide;
};

/// k · quantum as the nearest double to the decimal number: 3 · 0.1 is 0.3, not 0.30000000000000004.
class DecimalGrid
{
public:
    explicit DecimalGrid(double quantum);
    double at(double k) const { return k * m_step / m_scale; }
    double indexOf(double value) const; ///< of the nearest multiple
    bool contains(double value) const;  ///< to 1e-9

private:
    double m_scale = 1;
    double m_step = 1;
};

/// What is wrong with a distribution, one problem a field under `where`; empty when it can be drawn from.
std::vector<Problem> check(const Distribution& distribution, const std::string& where);

/// How the values of successive stages relate.
enum class Order { Any, NonDecreasing, Equal, NonIncreasing };
inline constexpr std::array allOrders{Order::Any, Order::NonDecreasing, Order::Equal, Order::NonIncreasing};

/// Draws the values of all stages: independent ones (Any); independent ones given that they obey the order,
/// exactly and without rejection; or one for all (Equal).
class OrderedDraws
{
public:
    OrderedDraws(const Distribution& distribution, Order order, std::int64_t stages);
    void draw(PhiloxStream& random, std::vector<double>& values) const;
    const DiscreteDistribution& each() const { return m_each; }

private:
    DiscreteDistribution m_each;
    Order m_order;
    std::size_t m_stages;
    /// m_suffix[s][v]: weight of all ordered ways to fill the stages from s on with values of index >= v.
    std::vector<std::vector<double>> m_suffix;
};

} // namespace regnet
