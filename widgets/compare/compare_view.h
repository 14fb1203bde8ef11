// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/stats/population.h"
#include "widgets/compare/compare_model.h"
#include "widgets/compare/kept_comparison.h"
#include "widgets/compare/statistics.h"
#include "widgets/figures/edf_figure.h"

#include <QStringList>
#include <QWidget>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace regnet {

class EdfTab;
class FigureTab;
class PlotWidget;
class PopulationModel;
class SelectionBar;
template <typename T>
class LatestJob;

/// The Compare dock's content: views of any number of populations that share one selection of networks, and a
/// table of what tells the populations apart. Opens
/// the paper's populations, files that are dropped on it, and shows running ones as they grow. Files are read
/// and tests are computed off the GUI thread.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    /// Figure 9 left of the paper is opened at the first show when nothing else was.
    explicit CompareView(QWidget* parent = nullptr);
    ~CompareView() override;

    Comparison& comparison() { return m_model.comparison(); }
    CompareModel& model() { return m_model; }
    const EdfFigure& figure() const; ///< of the EDF view
    PlotWidget* plotWidget() const;  ///< of the EDF view
    SelectionBar& selectionBar() const { return *m_bar; }
    /// By object name: "edf", "difference", "scatter", "parallel", "trends", "networks".
    void showTab(const QString& name);
    /// What is there, as openSources() takes it; live populations are left out.
    QStringList sources() const;
    /// The visible populations one by one, as far as their sources can name them: "STORE.db#NAME".
    QStringList addresses() const;

public Q_SLOTS:
    /// Files, "paper:…", "STORE.db#NAME". An error is shown here and changes nothing.
    void openSources(const QStringList& sources);
    /// The same for what nobody asks for: what was there at the last start, or what the tour shows. It is no
    /// step of the history.
    void restore(const regnet::KeptComparison& kept);
    /// A population that grows: replaces the one of the same name.
    void setPopulation(const regnet::Population& population);
    void chooseFiles();

Q_SIGNALS:
    void loaded();             ///< sources were opened, or a problem is shown
    void statisticsComputed(); ///< the table is up to date
    void networkWanted(const regnet::Member& member, const std::string& source); ///< into the explorer
    /// Into the explorer as well, because it follows the selection: no step of its own.
    void networkFollowed(const regnet::Member& member, const std::string& source);
    void narrowWanted(const regnet::NarrowRequest& request); ///< a range becomes a constraint of a space

    /// Of the store that `source` names; empty: of none.
    void renameWanted(const QString& population, const QString& source);
    void deleteWanted(const QString& population, const QString& source);

protected:
    /// Narrowing is offered where somebody listens.
    void connectNotify(const QMetaMethod& signal) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Opening {
        Asked,
        Restored, ///< by the program
        First,    ///< into an empty view
    };
    struct Reading
    {
        KeptComparison wanted;
        Opening opening = Opening::Asked;
    };

    void setupToolBar(QWidget* bar);
    void setupTabs();
    void setupDerived(QWidget* bar, QHBoxLayout& row);
    void filterAsTyped();
    void showNarrowing();
    QMenu* paperMenu();
    void read(const KeptComparison& wanted, Opening opening);
    void readNext();
    void stopReading();
    void finishLoading(const Outcome<std::vector<Population>>& outcome);
    Comparison::Hidden take(const std::vector<Population>& populations, const Reading& from);
    static QString hiddenText(const Comparison::Hidden& hidden);
    void showMessage(const QString& text);
    // compare_view_table.cpp
    void setupTable();
    void showWhatIsAdded();
    void setupColours();
    void setupStored();
    void addRowAction(const QString& text, const QKeySequence& keys,
                      const std::function<void(Comparison&, std::size_t)>& act);
    void editRow(const QString& text, const QModelIndex& at,
                 const std::function<void(Comparison&, std::size_t)>& act);
    void computeStatistics();
    void finishTesting(const Outcome<std::vector<PopulationStatistics>>& outcome);

    CompareModel m_model;
    QTabWidget* m_tabs = nullptr;
    EdfTab* m_edf = nullptr;
    SelectionBar* m_bar = nullptr;
    QLineEdit* m_filter = nullptr;
    QComboBox* m_split = nullptr;
    PopulationModel* m_rows = nullptr;
    QTreeView* m_table = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_stop = nullptr;
    bool m_wasShown = false;
    std::deque<Reading> m_readings; ///< one after the other; the first is being read
    QStringList m_told;             ///< about those that are done, shown when the last one is
    std::unique_ptr<LatestJob<std::vector<Population>>> m_loading;
    std::unique_ptr<LatestJob<std::vector<PopulationStatistics>>> m_testing;
};

} // namespace regnet
