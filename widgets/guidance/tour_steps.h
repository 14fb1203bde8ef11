// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace regnet {

/// One step of the guided tour: what to read, where to look, and the state in which that dock is then.
struct TourStep
{
    QString title;
    QString text;
    QString dock;          ///< by object name
    QStringList sources{}; ///< Compare: these populations and no others
    QString space{};       ///< Spaces: this space is selected
    QString network{};     ///< the explorer shows this published model
};

/// The paper's method from AnyNetX_A to RegNetX, with its published populations and the real spaces. Numbers
/// are those of the paper's figures.
std::vector<TourStep> tourSteps();

} // namespace regnet
