// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/live_panel.h"

#include "widgets/dock_scroll.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_quantity.h"
#include "widgets/shown_text.h"
#include "widgets/spaces/survey_plots.h"

#include <QGridLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace regnet {
namespace {

QString tr(const char* text)
{
    return LivePanel::tr(text);
}

QString percent(double share)
{
    return QString::number(100 * share, 'g', 3) + QStringLiteral(" %");
}

/// Exact texts are kept while they can be read; beyond, 3.14e18 with the exact one in words of its length.
QString sizeNumber(const std::string& digits)
{
    constexpr std::size_t readable = 12;
    if (digits.size() <= readable) return shownExactCount(std::stoll(digits));
    return QStringLiteral("%1e%2")
        .arg(std::stod(digits.substr(0, 4)) / 1000, 0, 'f', 2)
        .arg(digits.size() - 1);
}

QString aboutNumber(double number)
{
    return number < 1e6 ? shownExactCount(std::llround(number))
                        : QString::number(number, 'e', 2).replace(QLatin1String("e+"), QLatin1String("e"));
}

QString reasonsText(const Survey& survey)
{
    std::vector<std::size_t> kinds(rejectionKinds);
    std::iota(kinds.begin(), kinds.end(), std::size_t{0});
    std::ranges::sort(kinds, std::ranges::greater{}, [&](std::size_t i) { return survey.rejections[i]; });
    QString rows;
    for (const std::size_t kind : kinds) {
        if (survey.rejections[kind] == 0) continue;
        const std::string_view name = nameOf(static_cast<Rejection>(kind));
        rows += QStringLiteral("<tr><td align='right'>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(percent(static_cast<double>(survey.rejections[kind]) /
                                 static_cast<double>(survey.candidates)),
                         shownText(name).toHtmlEscaped());
    }
    if (rows.isEmpty()) return survey.candidates == 0 ? QString() : tr("Nothing is rejected.");
    return tr("Rejected candidates had:") + QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace

QString acceptanceText(const SpaceReport& report)
{
    const Survey& survey = report.survey;
    if (survey.candidates == 0) return {};
    const Interval interval = survey.acceptanceInterval();
    if (survey.accepted == 0)
        return tr("None of %1 candidates is accepted (below %2 with 95 % confidence)")
            .arg(shownExactCount(survey.candidates), percent(interval.high));
    if (survey.accepted == survey.candidates)
        return tr("All of %1 candidates are accepted").arg(shownExactCount(survey.candidates));
    return tr("%1 of %2 candidates accepted (95 %: %3 to %4)")
        .arg(percent(survey.acceptance()), shownExactCount(survey.candidates), percent(interval.low),
             percent(interval.high));
}

QString sizeText(const SpaceReport& report)
{
    if (!report.size) return {};
    QString text = tr("%1 settings of %2 free parameters")
                       .arg(sizeNumber(report.size->settings))
                       .arg(report.size->dimensions);
    if (report.size->printed)
        text += tr("; Table 1 of the paper: %1 = %2")
                    .arg(QString::fromStdString(report.size->printed->formula),
                         sizeNumber(report.size->printed->value));
    if (!report.estimate) return text + tr(".");
    if (report.estimate->isExact) return text + tr("; all of them are in the space.");
    return text + tr("; about %1 of them meet rules and limits (95 %: %2 to %3).")
                      .arg(aboutNumber(report.estimate->size), aboutNumber(report.estimate->interval.low),
                           aboutNumber(report.estimate->interval.high));
}

LivePanel::LivePanel(QWidget* parent)
    : QWidget(parent), m_size(new QLabel), m_reasons(new QLabel), m_grid(new QGridLayout)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    m_size->setObjectName(QStringLiteral("spaceSize"));
    m_reasons->setObjectName(QStringLiteral("spaceReasons"));
    for (QLabel* label : {m_size, m_reasons}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_grid->setSpacing(2);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_activations = addPlot(QStringLiteral("spaceActivations"), [] { return "activations"; });
    m_params = addPlot(QStringLiteral("spaceParams"), [] { return "params"; });
    m_activations->setAccessibleName(tr("Samples: FLOPs against activations"));
    m_params->setAccessibleName(tr("Samples: FLOPs against parameters"));
    for (PlotWidget* plot : {m_activations, m_params}) {
        plot->setMinimumHeight(fontMetrics().height() * 16);
        plot->setZoomable(true);
        connect(plot, &PlotWidget::clicked, this,
                [this, plot](const PlotHover& at) { click(*plot, at.series, at.point); });
    }
    QScrollArea* scroll = makeScroll(content, "livePanelScroll", this);
    scroll->setAccessibleName(tr("Samples of the space"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
}

PlotWidget* LivePanel::addPlot(const QString& name, std::function<std::string()> parameter)
{
    auto* plot = new PlotWidget(this);
    plot->setObjectName(name);
    plot->setFigureName(name);
    plot->setHover([plot](const PlotHover& hover) -> PlotCard {
        if (hover.series < 0 || hover.point < 0) return {};
        const PlotSeries& series = plot->plot().series[static_cast<std::size_t>(hover.series)];
        const auto point = static_cast<std::size_t>(hover.point);
        if (point >= series.names.size()) return {};
        return {QStringLiteral("<b>%1</b><br>%2 %3<br>%4 %5")
                    .arg(series.names[point].toHtmlEscaped(), shownCount(series.x[point]), tr("FLOPs"),
                         shownCount(series.y[point]), plot->plot().y.title),
                QPointF(series.x[point], series.y[point]), std::nullopt};
    });
    offerExport(*plot, [this, parameter = std::move(parameter)] {
        FigureCall call(QStringLiteral("samples"));
        call.setSources({QString::fromStdString(m_source ? m_source() : std::string())});
        call.set(QStringLiteral("property"), QString::fromStdString(parameter()));
        call.set(QStringLiteral("candidates"), QString::number(m_survey.candidates));
        return call;
    });
    return plot;
}

void LivePanel::click(const PlotWidget& plot, int series, int point)
{
    if (series < 0 || series > 1 || point < 0) return; // rejected, accepted
    const auto& points = series == 0 ? m_survey.rejects : m_survey.accepts;
    if (static_cast<std::size_t>(point) < points.size() && plot.plot().series.size() > 1)
        Q_EMIT candidateWanted(points[static_cast<std::size_t>(point)].index);
}

void LivePanel::showReport(const SpaceReport& report)
{
    m_survey = report.survey;
    m_size->setText(sizeText(report));
    m_reasons->setText(report.problems.empty() ? reasonsText(report.survey) : QString());
    if (!report.problems.empty()) return;
    m_activations->show(cloudPlot(report.survey, CloudHeight::Activations));
    m_params->show(cloudPlot(report.survey, CloudHeight::Params));
    const std::vector<ParameterPlot> plots = parameterPlots(report.survey);
    m_names.clear();
    for (const ParameterPlot& each : plots)
        m_names.push_back(each.parameter);
    while (m_parameters.size() < plots.size()) {
        const std::size_t i = m_parameters.size();
        PlotWidget* plot =
            addPlot(QStringLiteral("spaceParameter%1").arg(i), [this, i] { return m_names.at(i); });
        plot->setMinimumHeight(fontMetrics().height() * 9);
        m_parameters.push_back(plot);
        m_columns = 0; // to be arranged again
    }
    for (std::size_t i = 0; i < plots.size(); ++i) {
        m_parameters[i]->setAccessibleName(plots[i].plot.subject);
        m_parameters[i]->show(plots[i].plot);
    }
    if (m_shown != plots.size()) m_columns = 0;
    m_shown = plots.size();
    arrange();
}

/// As many columns as have room for a plot that can be read.
void LivePanel::arrange()
{
    const int columns = std::clamp(width() / (fontMetrics().height() * 15), 1, 4);
    if (columns == m_columns) return;
    m_columns = columns;
    for (PlotWidget* plot : {m_activations, m_params})
        m_grid->removeWidget(plot);
    for (PlotWidget* plot : m_parameters)
        m_grid->removeWidget(plot);
    const bool areSideBySide = columns > 1;
    const int half = std::max(1, columns / 2);
    m_grid->addWidget(m_activations, 0, 0, 1, areSideBySide ? half : 1);
    m_grid->addWidget(m_params, areSideBySide ? 0 : 1, areSideBySide ? half : 0, 1,
                      areSideBySide ? columns - half : 1);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const int place = static_cast<int>(i);
        m_parameters[i]->setVisible(i < m_shown);
        if (i < m_shown) m_grid->addWidget(m_parameters[i], 2 + place / columns, place % columns);
    }
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void LivePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace regnet
