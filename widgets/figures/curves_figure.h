// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/training_curves.h"
#include "widgets/figures/threads_figure.h"

#include <functional>

namespace regnet {

/// Test error over the epochs: a thin line a network, a thick one for the median of each population. Only
/// populations of stores have curves.
class CurvesFigure : public ThreadsFigure
{
public:
    /// Reads the stores: not for the GUI thread. Throws Error.
    explicit CurvesFigure(std::span<const ShownPopulation> populations, const QString& title = {},
                          const std::function<bool()>& isStopped = {});

private:
    void add(const ShownPopulation& shown, const TrainingCurves& curves, std::size_t firstRow);
};

} // namespace regnet
