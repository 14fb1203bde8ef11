// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/spaces/space_report.h"
#include "widgets/spaces/survey_plots.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace regnet {

class PlotWidget;

/// "12.4 % of 310,000 candidates accepted (95 %: 12.2 to 12.6 %)"; the problems where there are some.
QString acceptanceText(const SpaceReport& report);
/// "3.2e10 settings (Table 1: 3.5e8), about 1.1e10 meet rules and limits (95 %: ...)".
QString sizeText(const SpaceReport& report);

/// What a survey shows of a space: why candidates are rejected, how large the space is, clouds of costs and
/// the distribution of each parameter.
class LivePanel : public QWidget
{
    Q_OBJECT

public:
    explicit LivePanel(QWidget* parent = nullptr);

    /// Where the command line finds the space that is shown: for exported plots.
    void setSource(std::function<std::string()> source) { m_source = std::move(source); }
    void showReport(const regnet::SpaceReport& report);

Q_SIGNALS:
    /// A candidate of the cloud was clicked: LiveSurvey's number of it.
    void candidateWanted(qint64 index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// `parameter` is that of "regnet figure samples --property".
    PlotWidget* addPlot(const QString& name, std::function<std::string()> parameter);
    void arrange();
    void click(const PlotWidget& plot, int series, int point);

    QLabel* m_size = nullptr;
    QLabel* m_reasons = nullptr;
    QGridLayout* m_grid = nullptr;
    PlotWidget* m_activations = nullptr;
    PlotWidget* m_params = nullptr;
    std::vector<PlotWidget*> m_parameters;
    std::size_t m_shown = 0; ///< of m_parameters
    int m_columns = 0;
    std::vector<std::string> m_names; ///< of the parameters shown
    std::function<std::string()> m_source;
    Survey m_survey;
};

} // namespace regnet
