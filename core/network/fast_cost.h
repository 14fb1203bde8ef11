// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <array>
#include <cstdint>

namespace regnet {

/// A RegNet as it is built and what it costs, in fixed arrays: made to be reused, call after call.
struct RealisedRegnet
{
    static constexpr std::size_t maxStages = 1024;

    std::size_t stageCount = 0;
    std::int64_t levels = 0;                               ///< as Quantisation::levels
    std::array<std::int64_t, maxStages> quantisedWidths{}; ///< before group compatibility; first stageCount
    std::array<std::int64_t, maxStages> widths{};          ///< after it
    std::array<std::int64_t, maxStages> depths{};
    std::array<std::int64_t, maxStages> groupWidths{};
    Cost cost;

    bool skipsLevel() const { return levels != static_cast<std::int64_t>(stageCount); }
};

enum class RegnetOutcome {
    Realised,     ///< skipped levels included
    Incompatible, ///< b and g cannot be made compatible with the widths; pycls refuses too
    Refused,      ///< a parameter is out of its range, or a count beyond 64 bits; realise() tells which
};

/// RegNet parameters to stages and total cost, for sliders and samplers: no allocation, no exception, no log
/// or power but at ties. Equal to quantise(), realise() and cost() to the last bit (guarded closed form: a
/// stage ends at (w0·wm^(k + 1/2) - w0) / wa); parameters outside the closed form's domain take the plain
/// way. Source of the guard: its error bounds are 1e-13, its margin 1e-9. Cost: about a tenth of the plain
/// way.
class RegnetCoster
{
public:
    /// What stays fixed: stem, block, SE, head, resolution of `frame`; its stages and regnet are ignored.
    /// Throws Error for a field out of its range.
    explicit RegnetCoster(const NetworkSpec& frame);

    /// On another outcome than Realised the contents of `result` are unspecified.
    RegnetOutcome realise(const RegnetParameters& regnet, RealisedRegnet& result) const;

private:
    bool isInFastDomain(const RegnetParameters& regnet, double multiplier) const;
    RegnetOutcome plain(const RegnetParameters& regnet, RealisedRegnet& result) const;

    NetworkSpec m_frame;
    bool m_isSmall = false; ///< stem, head and resolution keep every count within 64 bits
    std::int64_t m_stemSide = 0;
    Cost m_stemCost;
};

} // namespace regnet
