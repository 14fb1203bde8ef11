// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/complexity.h"
#include "core/network/network.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

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
    bool isComplete = false; ///< of RegnetCoster's two steps, the second is done

    bool skipsLevel() const { return levels != static_cast<std::int64_t>(stageCount); }
};

enum class RegnetOutcome {
    Realised,     ///< skipped levels included
    Incompatible, ///< b and g cannot be made compatible with the widths; pycls refuses too
    Refused,      ///< a parameter is out of its range, or a count beyond 64 bits; realise() tells which
};

/// What the levels of a line say about it.
enum class LineLevels {
    Fine,    ///< every level up to the last has a stage of its own
    Skipped, ///< a level has no block, or two levels merge into one width
    TooMany, ///< more levels than asked
    Refused, ///< as RegnetOutcome::Refused or Incompatible
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

    /// realise() in two steps, for samplers that reject most lines by their levels: levels() stops at the
    /// first level that is skipped or beyond `most`, or looks at the last block alone, and on Fine complete()
    /// does the rest, with the same parameters and result.
    LineLevels levels(const RegnetParameters& regnet, std::int64_t most, RealisedRegnet& result) const;
    RegnetOutcome complete(const RegnetParameters& regnet, RealisedRegnet& result) const;

private:
    bool isInFastDomain(const RegnetParameters& regnet) const;
    RegnetOutcome plain(const RegnetParameters& regnet, RealisedRegnet& result) const;
    LineLevels plainLevels(const RegnetParameters& regnet, std::int64_t most, RealisedRegnet& result) const;
    std::optional<Quantisation> plainQuantisation(const RegnetParameters& regnet) const;
    RegnetOutcome plain(const RegnetParameters& regnet, const Quantisation& quantised,
                        RealisedRegnet& result) const;

    NetworkSpec m_frame;
    bool m_isSmall = false; ///< stem, head and resolution keep every count within 64 bits
    std::int64_t m_stemSide = 0;
    Cost m_stemCost;
};

/// The same for networks that are given as stages: equal to cost(realise(spec)).
class StagesCoster
{
public:
    /// As RegnetCoster's.
    explicit StagesCoster(const NetworkSpec& frame);

    /// `stages` are as asked for, before group compatibility. levels of `result` is their number.
    RegnetOutcome realise(std::span<const Stage> stages, RealisedRegnet& result) const;

private:
    bool isInFastDomain(std::span<const Stage> stages) const;
    RegnetOutcome plain(std::span<const Stage> stages, RealisedRegnet& result) const;

    NetworkSpec m_frame;
    bool m_isSmall = false;
    std::int64_t m_stemSide = 0;
    Cost m_stemCost;
};

} // namespace regnet
