// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/stats/population.h"
#include "widgets/compare/comparison.h"
#include "widgets/compare/statistics.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QTreeView;

namespace regnet {

class PlotWidget;
class PopulationModel;
template <typename T>
class LatestJob;

/// The Compare dock's content: EDFs of any number of populations, and a table of what tells them apart. Opens
/// the paper's populations, files that are dropped on it, and shows running ones as they grow. Files are read
/// and tests are computed off the GUI thread.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    /// Figure 9 left of the paper is opened at the first show when nothing else was.
    explicit CompareView(QWidget* parent = nullptr);
    ~CompareView() override;

    Comparison& comparison() { return m_comparison; }
    const EdfFigure& figure() const { return m_figure; }
    PlotWidget* plotWidget() const { return m_plot; }
    /// What is there, as openSources() takes it; live populations are left out.
    QStringList sources() const;

public Q_SLOTS:
    /// Files, "paper:…", "STORE.db#NAME". An error is shown here and changes nothing.
    void openSources(const QStringList& sources);
    /// A population that grows: replaces the one of the same name.
    void setPopulation(const regnet::Population& population);
    void chooseFiles();

Q_SIGNALS:
    void loaded();             ///< sources were opened, or a problem is shown
    void statisticsComputed(); ///< the table is up to date
    void messageShown(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setupToolBar(QWidget* bar);
    void setupTable();
    void setupPlot();
    QMenu* paperMenu();
    void addRowAction(const QString& text, const QKeySequence& keys, std::function<void(std::size_t)> act);
    void showComparison();
    void finishLoading(const Outcome<std::vector<Population>>& outcome);
    void finishTesting(const Outcome<std::vector<PopulationStatistics>>& outcome);
    void tellHidden(const QStringList& hidden);
    void showMessage(const QString& text);

    Comparison m_comparison;
    EdfFigure m_figure;
    PlotWidget* m_plot = nullptr;
    PopulationModel* m_model = nullptr;
    QTreeView* m_table = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_stop = nullptr;
    QAction* m_bands = nullptr;
    bool m_wasShown = false;
    std::unique_ptr<LatestJob<std::vector<Population>>> m_loading;
    std::unique_ptr<LatestJob<std::vector<PopulationStatistics>>> m_testing;
};

} // namespace regnet
