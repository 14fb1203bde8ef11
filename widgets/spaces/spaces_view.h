// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "widgets/spaces/sampled_population.h"
#include "widgets/spaces/space_library.h"
#include "widgets/spaces/space_report.h"

#include <QWidget>

#include <filesystem>
#include <map>
#include <optional>
#include <string>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QTabWidget;
class QUndoStack;

namespace regnet {

class DesignPanel;
class LivePanel;
class LiveSurvey;
class PlotWidget;
class PopulationPanel;
class SpaceEditor;
class SpaceTree;
class SpaceTreeModel;

/// The Spaces dock: the lineage, and of the selected space its definition, samples, a population and networks
/// that meet targets.
class SpacesView : public QWidget
{
    Q_OBJECT

public:
    /// Changes of the library are steps of `history`; both outlive the view. `store` may be empty.
    SpacesView(SpaceLibrary& library, const std::filesystem::path& store, QUndoStack& history,
               QWidget* parent = nullptr);

    SpaceLibrary& library() { return *m_library; }
    /// As it stands in the editor; the last right one where that is wrong.
    const DesignSpace& space() const { return m_space; }
    void select(const std::string& name);
    /// Space JSON files become own spaces.
    void importFiles(const QStringList& files);
    /// Where the sliders stand, for "same FLOPs, fewer activations".
    void showNetwork(const NetworkSpec& spec);
    void setGuiding(bool isGuiding);
    /// Makes and selects the child of a space (own, or built in with or without a regime) that keeps only a
    /// range of a property; says so where that is not possible.
    void narrow(const std::string& space, const QString& property, std::optional<double> low,
                std::optional<double> high);

Q_SIGNALS:
    void networkWanted(const regnet::NetworkSpec& spec, const QString& what);
    void trainWanted(const regnet::SampledPopulation& population);
    /// The space that shades the sliders; none when that is off.
    void guideChanged(const std::optional<regnet::DesignSpace>& space);
    void selected(const QString& name);
    void noticed(const QString& text);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    // spaces_view.cpp
    void setUpTree();
    void setUpTabs();
    void wire();
    void showSelected();
    void edit(const DesignSpace& space, const QString& field);
    void survey(const DesignSpace& space);
    void showReport(const SpaceReportPointer& report);
    void commit(const DesignSpace& space);
    void say(const QString& text);
    void emitGuide();
    bool isOwn() const;

    // spaces_view_actions.cpp
    QAction* addAction(QMenu* menu, const char* name, const QString& text, const QString& tip,
                       void (SpacesView::*act)());
    void setUpActions();
    void deriveChild();
    void duplicate();
    void rename();
    void remove();
    void importSpace();
    void exportSpace();
    void copyCommand();
    void copySurveyCommand();
    void copyMemberCommand();
    void copyAsCommand(const QString& command);

    SpaceLibrary* m_library;
    QUndoStack& m_history;
    std::filesystem::path m_store;
    NetworkSpec m_network;                       ///< on the sliders
    DesignSpace m_space;                         ///< selected, right
    std::string m_selected;                      ///< its name in the library
    std::map<std::string, DesignSpace> m_drafts; ///< edited ones that are not right yet, by name
    QString m_field;                             ///< that was edited last
    int m_gesture = 0;
    SpaceTreeModel* m_model = nullptr;
    SpaceTree* m_tree = nullptr;
    QMenu* m_menu = nullptr;
    QPushButton* m_derive = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_remove = nullptr;
    QPushButton* m_guide = nullptr;
    QLabel* m_headline = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_stop = nullptr;
    QSplitter* m_splitter = nullptr;
    bool m_isSplitByHand = false;
    QTabWidget* m_tabs = nullptr;
    SpaceEditor* m_editor = nullptr;
    LivePanel* m_live = nullptr;
    PopulationPanel* m_population = nullptr;
    DesignPanel* m_design = nullptr;
    LiveSurvey* m_survey = nullptr;
};

} // namespace regnet
