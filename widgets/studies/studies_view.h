// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/findings.h"
#include "widgets/figures/study_figure.h"
#include "widgets/studies/study_list.h"

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QTabWidget;

namespace regnet {

class FigureCall;
class FindingsPanel;
class PlotWidget;
class StudyRunPanel;
struct StudyOrder;
template <typename T>
class LatestJob;

/// The Studies dock's content: every figure and table of the paper, and one's own studies. Each is shown as
/// published, as trained here, or both over each other; trained at a chosen scale through the queue; and
/// asked which of the paper's claims it bears out. Files and the store are read off the GUI thread.
class StudiesView : public QWidget
{
    Q_OBJECT

public:
    /// `store` of one's own results; empty: none, and nothing can be trained.
    explicit StudiesView(const std::filesystem::path& store, QWidget* parent = nullptr);
    ~StudiesView() override;

    StudyLibrary& library() { return m_list->library(); }
    const StudyRunPanel& runPanel() const { return *m_run; }
    const FindingsPanel& findingsPanel() const { return *m_findings; }
    PlotWidget* plotWidget() const { return m_plot; }

    /// By name or file; false where there is none.
    bool select(const QString& nameOrFile) { return m_list->select(nameOrFile); }
    QString selected() const { return m_list->selected(); }
    bool selectPanel(const QString& panel);
    void setSource(PanelSource source);
    /// "figure", "run", "findings".
    void showTab(const QString& name);
    /// Studies of one's own, as remembered; those that cannot be read are told.
    void openFiles(const QStringList& files) { m_list->openFiles(files); }

public Q_SLOTS:
    /// What is trained has changed: numbers and figure follow, soon.
    void refreshSoon();

Q_SIGNALS:
    void selectedChanged(const QString& nameOrFile);
    void filesChanged(const QStringList& files);
    void compareWanted(
        const QStringList& sources); ///< the populations that are shown, as openSources() takes them
    void runWanted(const std::vector<regnet::PlannedPopulation>& populations, int workers,
                   const QString& device);
    void shown(); ///< figure, numbers and findings are up to date

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setUpStudy(QWidget* side);
    QWidget* figurePage();
    void setUpJobs();
    const Study& study() const;
    StudyChoice choice() const;
    PanelSource source() const;
    void showStudy();
    void refresh();
    void refreshFigure();
    void refreshFindings();
    void refreshCosts();
    void step(int by);
    void measure(bool isOn);
    void compare();
    FigureCall figureCall() const;
    StudyOrder order() const;

    std::filesystem::path m_store;
    StudyList* m_list = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    QComboBox* m_source = nullptr;
    QComboBox* m_scale = nullptr;
    QSpinBox* m_n = nullptr;
    QComboBox* m_recipe = nullptr;
    QTabWidget* m_tabs = nullptr;
    QComboBox* m_panel = nullptr;
    QLabel* m_note = nullptr;
    PlotWidget* m_plot = nullptr;
    StudyRunPanel* m_run = nullptr;
    FindingsPanel* m_findings = nullptr;
    std::shared_ptr<const StudyFigure> m_figure;
    QTimer m_soon;
    bool m_isStale = true;
    std::unique_ptr<LatestJob<std::shared_ptr<const StudyFigure>>> m_drawing;
    std::unique_ptr<LatestJob<StudyCost>> m_costing;
    std::unique_ptr<LatestJob<std::int64_t>> m_measuring;
    std::unique_ptr<LatestJob<std::vector<Finding>>> m_judging;
    std::unique_ptr<LatestJob<std::map<std::string, StudyCost>>> m_listing;
};

} // namespace regnet
