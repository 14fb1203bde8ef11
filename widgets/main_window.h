// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/kept_comparison.h"
#include "widgets/explorer/explorer_model.h"
#include "widgets/lazy_dock.h"
#include "widgets/preferences/preference.h"
#include "widgets/settings.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

class QMenu;
class QToolBar;

namespace regnet {
struct Member;
template <typename T>
class LatestJob;
class DesktopNote;
class DispatcherThread;
class FigureCall;
class GuideWindow;
class NoticeBar;
class ParameterPanel;
class PinBar;
class QueuePanel;
class Ring;
class SpaceGuide;
class SpaceLibrary;
class SpacesView;
struct NarrowRequest;
struct PopulationSummary;
class SummaryBar;
struct SampledPopulation;
class TourPanel;
struct TourStep;
class ValidityBar;

/// The one window: docks around one ExplorerModel. It wires; it computes nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `store` is where trainings are kept; without one there is no queue.
    explicit MainWindow(Settings& settings, const std::filesystem::path& store = {},
                        QWidget* parent = nullptr);
    ~MainWindow() override;

    ExplorerModel& model() { return m_model; }
    /// A network file (JSON, pycls YAML), as from the menu; errors go to the message line under the toolbar.
    void openFile(const QString& path);
    void restoreDefaultLayout();
    /// By object name: "parameters", "quantisation", "stages", "complexity", "diagram", "spaces", "studies".
    LazyDock* dock(const QString& name) const;

    /// A line more in the settings dialog. Lines of one page stay together, in the order they came.
    void addPreference(Preference preference);
    /// The start page, if this is the first start or it was asked for at every one.
    void greet();

    /// Grows when docks are added or renamed, so that an old layout is not restored by halves.
    static constexpr int layoutVersion = 4;

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override; ///< another language: the content is made anew
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    // main_window.cpp
    void setUpContent(); ///< all that shows texts
    void setUpHeadline();
    void setUpDocks();
    LazyDock* addDock(const QString& name, const QString& title, LazyDock::Make make);
    template <typename Widget>
    LazyDock::Make networkView(); ///< for a widget with showNetwork(), and showPins() if it has one
    // main_window_spaces.cpp
    void setUpSpaces(const std::filesystem::path& store);
    SpacesView* makeSpacesView(LazyDock& dock, const std::filesystem::path& store);
    void narrowSpace(const NarrowRequest& request);
    void trainPopulation(const SampledPopulation& population);
    // main_window_studies.cpp
    void setUpStudies(const std::filesystem::path& store);
    void compareSources(const QStringList& sources);

    QueuePanel* queueOf(const QString& population, const QString& source);
    void setUpTraining();
    void showTrainingNotice();
    void wireModel();
    void restoreState();
    void rememberWindow();
    void setDefaultSizes();

    // main_window_language.cpp
    void addLanguages(QMenu* menu);
    void removeContent();
    void retranslate();

    // main_window_actions.cpp
    void setUpMenus();
    void setUpFileMenu();
    void setUpEditMenu();
    void setUpNetworkMenu();
    void setUpViewMenu();
    void setUpHelpMenu();
    // main_window_comfort.cpp
    void addComfortActions(QMenu* view);
    void findCommand();
    QWidget* focused() const;
    // main_window_preferences.cpp
    void setUpPreferences();
    void addLookPreferences();
    void addTrainingPreferences();
    void showSettings();
    // main_window_guidance.cpp
    void addGuidanceActions(QMenu* help);
    void showGuide();
    void showStartPage();
    void startTour();
    void showTourStep(const TourStep& step);
    void endTour();
    void setUpNotes();
    void showCrashReports();
    void setUpToolBar();
    void fillRecentFiles();
    void showMessage(const QString& text);
    void showProblem(const QString& text);
    // main_window_exchange.cpp
    void addImportActions(QMenu* menu);
    void chooseImport();
    void import(const QString& path);
    /// Weights, logs and folders: nothing to look at before it is imported.
    static bool isForImport(const QString& path);
    /// A CSV of somebody else: which of its columns is the error is asked.
    static bool needsColumns(const QString& path, const std::string& text);
    void fillImports();
    void addUndoOfImport(const PopulationSummary& population);
    void addNetworkCopies();
    void saveFile();
    void saveNetwork(const QString& path, const std::string& form);

    void chooseFile();
    void rememberFile(const QString& path);
    void exportFigure();
    void writeReport();
    FigureCall figureCall(const QString& figure, const std::vector<Pin>& pins) const;
    void addCopyAction(QMenu* menu, const QString& name, const QString& text, const QKeySequence& keys,
                       const std::function<std::string(const NetworkSpec&)>& write);
    void copyText(const QString& text, const QString& what);
    void paste();
    struct FittedNetwork
    {
        NetworkSpec asked, fitted;
        double error = 0; ///< e_fit
    };
    void fitLine();
    void showFitted(const Outcome<FittedNetwork>& outcome);
    bool canTrain(); ///< where not, it says why, and how to get it
    void train();
    /// An act of a person, or what follows from their selection in Compare.
    enum class Loading { Wanted, Followed };
    struct LoadedNetwork
    {
        NetworkSpec spec;
        QString name;
        Loading why;
    };
    void loadNetwork(const regnet::Member& member, const std::string& source, Loading why);
    void showLoaded(const Outcome<LoadedNetwork>& outcome);

    Settings& m_settings;
    std::filesystem::path m_store; ///< may be empty
    SpaceLibrary* m_spaces =
        nullptr; ///< made with the first view of it; outlives the views, as the history does
    ExplorerModel m_model;
    SummaryBar* m_summary = nullptr;
    ValidityBar* m_validity = nullptr;
    PinBar* m_pinBar = nullptr;
    ParameterPanel* m_parameters = nullptr;
    SpaceGuide* m_guide = nullptr;
    QMenu* m_recent = nullptr;
    QMenu* m_presets = nullptr;
    QMenu* m_copy = nullptr;
    QMenu* m_imports = nullptr; ///< none without a store
    QAction* m_pin = nullptr;
    QAction* m_train = nullptr;               ///< none without a queue
    DispatcherThread* m_dispatcher = nullptr; ///< none without a store
    NoticeBar* m_trainingNotice = nullptr;    ///< what the queue has to say while its dock is not seen
    NoticeBar* m_languageNotice = nullptr;    ///< files of languages that were left out
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    std::vector<LazyDock*> m_docks;
    std::vector<Preference> m_preferences;
    TourPanel* m_tour = nullptr;
    QPointer<QWidget> m_commandFrom; ///< what had the focus before the command palette
    QPointer<GuideWindow> m_guideWindow;
    QPointer<Ring> m_tourMark; ///< around the dock that the tour speaks of
    KeptComparison m_comparedBeforeTour;
    DesktopNote* m_note = nullptr;
    std::unique_ptr<LatestJob<LoadedNetwork>> m_loading;
    std::unique_ptr<LatestJob<FittedNetwork>> m_fitting;
    std::map<std::string, QElapsedTimer> m_importing; ///< populations that are on their way into the store
    bool m_sizesAreDue = false;                       ///< docks take sizes only when the window has one
    QTimer m_retranslateSoon;
    QTimer m_rememberSoon;
    QTimer m_rememberWindowSoon;
};

} // namespace regnet
