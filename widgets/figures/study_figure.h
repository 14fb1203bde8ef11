// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_plan.h"
#include "widgets/figures/panel_figure.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace regnet {

/// A panel of a study as it is drawn in the window and from the command line.
struct StudyFigureQuestion
{
    Study study;
    std::string panel;
    PanelSource source = PanelSource::Published;
    std::filesystem::path store; ///< of one's own results; empty: none
    StudyChoice choice;          ///< which of them
    QString title{};             ///< instead of the panel's
};

/// The panel, and which populations of one's own went into it: without their run times where it draws none.
class StudyFigure : public PanelFigure
{
public:
    using Populations = std::vector<std::shared_ptr<const Population>>;

    StudyFigure(const PanelData& data, Populations populations);

    const Populations& populations() const { return m_populations; }

private:
    Populations m_populations;
};

/// Throws Error for a panel, scale or store that is not there, and where there is nothing at all to draw.
StudyFigure studyFigure(const StudyFigureQuestion& question, const std::function<bool()>& isStopped = {});

} // namespace regnet
