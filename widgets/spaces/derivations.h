// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <QString>

#include <optional>
#include <vector>

namespace regnet {

/// What a derivation still has to be told.
struct DerivationAsk
{
    enum class What {
        Nothing,
        Number, ///< of `low`
        Range,  ///< low to high of a parameter
        Counts, ///< low to high, each may be open
        Regime,
    };

    What what = What::Nothing;
    QString low{}; ///< proposed
    QString high{};
};

/// One constraint by which a child can be narrower than its parent: a step of the paper's lineage, or a
/// limit.
struct Derivation
{
    QString key;    ///< "share_b"; stable, for tests
    QString label;  ///< "Share the bottleneck ratio b"
    QString suffix; ///< of the child's name: "b shared"
    DerivationAsk ask{};
};

/// What a person chose in answer to DerivationAsk.
struct DerivationAnswer
{
    QString low{};
    QString high{};
    QString regime{};
};

/// The constraints that a space does not have yet and that apply to it.
std::vector<Derivation> derivationsOf(const DesignSpace& space);

/// The child: named "<parent>, <suffix>", with a note that says the constraint. Throws Error for an answer
/// that is no number, or contradicts the parent (a range beyond the parent's).
DesignSpace derive(const DesignSpace& parent, const Derivation& derivation, const DerivationAnswer& answer);

/// The child that keeps only low to high of a property of its networks (the names of
/// core/network/properties.h); open ends stay the parent's, others move inwards to values that the parent
/// has. Throws Error for a property that is no parameter or limit of the space, and for a range without a
/// value.
DesignSpace narrowed(const DesignSpace& parent, const QString& property, std::optional<double> low,
                     std::optional<double> high);

} // namespace regnet
