// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "core/format/network_export.h"
#include "core/format/network_text.h"
#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/store/store.h"
#include "core/text/readable.h"
#include "tests/widgets/on_dialog.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/explorer/number_field.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/explorer/quantisation_plot.h"
#include "widgets/explorer/quiet_label.h"
#include "widgets/explorer/stage_table.h"
#include "widgets/explorer/summary_bar.h"
#include "widgets/explorer/validity_bar.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_quantity.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUndoStack>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <vector>

namespace regnet {
namespace {

std::string readable(std::int64_t count)
{
    return shownCount(static_cast<double>(count)).toStdString();
}

/// The centre of a slider's handle, in the slider's coordinates.
QPoint handleOf(const QSlider& slider)
{
    QStyleOptionSlider option;
    option.initFrom(&slider);
    option.orientation = slider.orientation();
    option.minimum = slider.minimum();
    option.maximum = slider.maximum();
    option.sliderPosition = slider.sliderPosition();
    option.sliderValue = slider.value();
    option.subControls = QStyle::SC_All;
    return slider.style()
        ->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, &slider)
        .center();
}

class MainWindowTest : public testing::Test
{
protected:
    void SetUp() override { open(); }

    void open()
    {
        window.reset();
        settings = std::make_unique<Settings>(folder.filePath(QStringLiteral("settings.ini")));
        window = std::make_unique<MainWindow>(*settings);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
        QTest::qWait(0);
    }

    template <typename Widget>
    Widget& the(const char* name = "")
    {
        auto* found = window->findChild<Widget*>(QLatin1String(name));
        EXPECT_NE(found, nullptr) << name;
        return *found;
    }

    NumberField& field(const char* name) { return *the<ParameterPanel>().field(name); }

    /// Drags with the mouse from the handle by dx, in small steps, as a hand does.
    void drag(QSlider& slider, int dx)
    {
        auto& scroll = the<QScrollArea>("parameterScroll");
        scroll.ensureWidgetVisible(&slider);
        const QPoint from = handleOf(slider);
        QTest::mousePress(&slider, Qt::LeftButton, {}, from);
        constexpr int steps = 10;
        for (int i = 1; i <= steps; ++i)
            QTest::mouseMove(&slider, from + QPoint(dx * i / steps, 0));
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, from + QPoint(dx, 0));
    }

    std::string cell(const char* part, StageModel::Column column)
    {
        const QAbstractItemModel& model = *the<StageTable>("stageTable").model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data().toString() == QLatin1String(part))
                return model.index(row, column).data().toString().toStdString();
        return "no such row";
    }

    /// What the window says, in labels and in the table, is what core says about this spec.
    void expectToShow(const NetworkSpec& spec)
    {
        const Network network = realise(spec);
        const Complexity counts = complexity(network);
        const SummaryBar& summary = the<SummaryBar>("summaryBar");
        EXPECT_EQ(summary.shown(QStringLiteral("flops")).toStdString(), readable(counts.total.flops));
        EXPECT_EQ(summary.shown(QStringLiteral("params")).toStdString(), readable(counts.total.params));
        EXPECT_EQ(summary.shown(QStringLiteral("activations")).toStdString(),
                  readable(counts.total.activations));
        EXPECT_EQ(summary.shown(QStringLiteral("blocks")).toStdString(), std::to_string(depthOf(network)));
        EXPECT_EQ(summary.shown(QStringLiteral("stages")).toStdString(),
                  std::to_string(network.stages.size()));
        EXPECT_EQ(cell("total", StageModel::Params), readable(counts.total.params));
        for (std::size_t i = 0; i < network.stages.size(); ++i) {
            const std::string part = "stage " + std::to_string(i + 1);
            EXPECT_TRUE(
                cell(part.c_str(), StageModel::Width).ends_with(std::to_string(network.stages[i].width)))
                << part;
            EXPECT_EQ(cell(part.c_str(), StageModel::Depth), std::to_string(network.stages[i].depth));
            EXPECT_EQ(cell(part.c_str(), StageModel::Flops), readable(counts.stages[i].cost.flops));
        }
    }

    QTemporaryDir folder;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;
};

struct Slider
{
    const char* name;
    int dx;
    double (*read)(const NetworkSpec&);
};

class EverySlider : public MainWindowTest, public testing::WithParamInterface<Slider>
{
};

TEST_P(EverySlider, FollowsTheHandAndIsOneUndoStep)
{
    NumberField& dragged = field(GetParam().name);
    const ExplorerModel& model = window->model();
    const NetworkSpec before = model.state().spec;

    drag(*dragged.slider(), GetParam().dx);

    const NetworkSpec after = model.state().spec;
    EXPECT_NE(GetParam().read(after), GetParam().read(before)) << "the drag changed nothing";
    EXPECT_EQ(dragged.box()->value(), GetParam().read(after));
    EXPECT_EQ(dragged.box()->text().toStdString(), shortest(GetParam().read(after)));
    expectToShow(after);
    EXPECT_EQ(window->model().undoStack().count(), 1);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(model.state().spec, before);
    expectToShow(before);
    EXPECT_EQ(dragged.box()->value(), GetParam().read(before));
}

const std::vector<Slider>& sliders()
{
    static const std::vector<Slider> all{
        {"depth", 15, [](const NetworkSpec& s) { return static_cast<double>(s.regnet->line.depth); }},
        {"w0", 25, [](const NetworkSpec& s) { return s.regnet->line.w0; }},
        {"wa", 12, [](const NetworkSpec& s) { return s.regnet->line.wa; }},
        {"wm", -14, [](const NetworkSpec& s) { return s.regnet->line.wm; }},
        {"bottleneck_ratio", 20, [](const NetworkSpec& s) { return s.regnet->bottleneckRatio; }},
        {"group_width", 30, [](const NetworkSpec& s) { return static_cast<double>(s.regnet->groupWidth); }},
        {"se_ratio", 40, [](const NetworkSpec& s) { return s.seRatio; }}};
    return all;
}

INSTANTIATE_TEST_SUITE_P(Window, EverySlider, testing::ValuesIn(sliders()),
                         [](const auto& row) { return std::string(row.param.name); });

TEST_F(MainWindowTest, NoSliderIsLeftOutOfThoseThatAreDragged)
{
    std::set<const QSlider*> dragged;
    for (const Slider& slider : sliders())
        dragged.insert(field(slider.name).slider());
    const auto all = the<ParameterPanel>().findChildren<QSlider*>();
    for (const QSlider* slider : all) {
        EXPECT_TRUE(slider->isHidden() || dragged.contains(slider)) << slider->accessibleName().toStdString();
    }
    EXPECT_EQ(dragged.size(), 7U);
}

TEST_F(MainWindowTest, StartsWithRegNetX400MF)
{
    EXPECT_EQ(the<QuietLabel>("networkName").text(), QStringLiteral("RegNetX-400MF"));
    EXPECT_EQ(the<SummaryBar>("summaryBar").shown(QStringLiteral("params")), QStringLiteral(u"5.16\u00A0M"));
    EXPECT_EQ(the<QuietLabel>("params").toolTip(),
              QStringLiteral("5,157,512 parameters, batch norm included"));
    expectToShow(publishedModel("RegNetX-400MF").spec);
    // Said before anything changes, whenever a screen reader comes.
    EXPECT_EQ(the<QuietLabel>("params").accessibleDescription(), QStringLiteral(u"5.16\u00A0M"));
}

TEST_F(MainWindowTest, ATypedNumberIsShownWithItsErrorBesideTheField)
{
    NumberField& w0 = field("w0");
    w0.box()->setFocus();
    w0.box()->selectAll();
    QTest::keyClicks(w0.box(), QStringLiteral("20"));
    QTest::keyClick(w0.box(), Qt::Key_Return);
    EXPECT_FALSE(window->model().network().isBuilt());
    EXPECT_TRUE(w0.note()->isVisible());
    EXPECT_TRUE(w0.note()->text().contains(QStringLiteral("multiple of 8")))
        << w0.note()->text().toStdString();
    EXPECT_TRUE(the<ValidityBar>("validityBar").text().startsWith(QStringLiteral("No network")));
    EXPECT_EQ(the<SummaryBar>("summaryBar").shown(QStringLiteral("flops")), QStringLiteral("–"));
}

TEST_F(MainWindowTest, TheNearestValidSettingIsOneClickAway)
{
    NetworkSpec spec = window->model().state().spec;
    spec.regnet->line.wm = 4;
    window->model().edit(spec, QStringLiteral("wm"));
    auto& button = the<QPushButton>("nearestValid");
    ASSERT_TRUE(waitFor([&button] { return button.isVisible(); }));
    EXPECT_TRUE(button.text().contains(QStringLiteral("wm 4 → "))) << button.text().toStdString();
    QTest::mouseClick(&button, Qt::LeftButton);
    EXPECT_TRUE(window->model().network().isValid());
    EXPECT_FALSE(button.isVisible());
}

TEST_F(MainWindowTest, AllPresetsCanBeChosenAndCostWhatIsPublished)
{
    for (const PublishedModel& model : publishedModels()) {
        the<QAction>(model.name.c_str()).trigger();
        EXPECT_EQ(the<QuietLabel>("networkName").text().toStdString(), model.name);
        EXPECT_EQ(the<SummaryBar>("summaryBar").shown(QStringLiteral("flops")).toStdString(),
                  readable(model.cost.flops));
    }
}

TEST_F(MainWindowTest, EverythingIsRememberedAtTheNextStart)
{
    window->model().edit(publishedModel("RegNetY-1.6GF").spec, QString());
    window->model().pinCurrent();
    window->model().setWantedStages(3);
    the<QAction>("appearance2").trigger();
    window->dock(QStringLiteral("diagram"))->close();
    const ExplorerState state = window->model().state();
    window->close();
    open();
    EXPECT_EQ(window->model().state(), state);
    EXPECT_TRUE(the<QAction>("appearance2").isChecked());
    EXPECT_FALSE(window->dock(QStringLiteral("diagram"))->isVisible());
    EXPECT_EQ(the<QuietLabel>("networkName").text(), QStringLiteral("RegNetY-1.6GF"));
    the<QAction>("appearance1").trigger();
}

TEST_F(MainWindowTest, WhatWasWrittenOnChangeSurvivesAKill)
{
    window->model().edit(publishedModel("RegNetX-3.2GF").spec, QString());
    EXPECT_TRUE(waitFor([this] {
        const auto state = settings->explorer();
        return state && state->spec == publishedModel("RegNetX-3.2GF").spec;
    }));
}

TEST_F(MainWindowTest, ADamagedLayoutGivesTheDefault)
{
    window->close();
    settings->setWindow("no geometry", "no layout");
    settings->sync();
    open();
    for (const char* name : {"parameters", "quantisation", "complexity", "diagram", "stages"})
        EXPECT_TRUE(window->dock(QLatin1String(name))->isVisible()) << name;
    EXPECT_EQ(window->size(), QSize(1200, 800));
}

TEST_F(MainWindowTest, ALayoutOfAnotherVersionGivesTheDefault)
{
    window->dock(QStringLiteral("diagram"))->close();
    for (const int version : {MainWindow::layoutVersion - 1, MainWindow::layoutVersion + 1}) {
        const QByteArray layout = window->saveState(version);
        window->close();
        settings->setWindow(settings->windowGeometry(), layout);
        settings->sync();
        open();
        EXPECT_TRUE(window->dock(QStringLiteral("diagram"))->isVisible()) << version;
        window->dock(QStringLiteral("diagram"))->close();
    }
}

TEST_F(MainWindowTest, TheDefaultLayoutCanBeRestored)
{
    for (const char* name : {"parameters", "quantisation", "complexity", "diagram", "stages"})
        window->dock(QLatin1String(name))->close();
    window->dock(QStringLiteral("stages"))->setFloating(true);
    the<QAction>("restoreDefaultLayout").trigger();
    for (const char* name : {"parameters", "quantisation", "complexity", "diagram", "stages"}) {
        EXPECT_TRUE(window->dock(QLatin1String(name))->isVisible()) << name;
        EXPECT_FALSE(window->dock(QLatin1String(name))->isFloating()) << name;
    }
}

TEST_F(MainWindowTest, OnALowWindowTheDiagramIsATabSoThatComparisonsHaveRoom)
{
    window->resize(1280, 50 * window->fontMetrics().height());
    the<QAction>("restoreDefaultLayout").trigger();
    QDockWidget* diagram = window->dock(QStringLiteral("diagram"));
    QDockWidget* stages = window->dock(QStringLiteral("stages"));
    EXPECT_TRUE(window->tabifiedDockWidgets(stages).contains(diagram));
    QDockWidget* compare = window->dock(QStringLiteral("compare"));
    compare->raise();
    EXPECT_TRUE(waitFor([&] { return compare->height() > window->height() / 2; }))
        << compare->height() << " of " << window->height();
    window->resize(1280, 70 * window->fontMetrics().height());
    the<QAction>("restoreDefaultLayout").trigger();
    EXPECT_FALSE(window->tabifiedDockWidgets(stages).contains(diagram));
}

TEST_F(MainWindowTest, AHiddenDockCatchesUpWhenItIsShown)
{
    window->dock(QStringLiteral("stages"))->hide();
    window->model().edit(publishedModel("RegNetX-32GF").spec, QString());
    EXPECT_EQ(cell("total", StageModel::Depth), "22");
    window->dock(QStringLiteral("stages"))->show();
    QTest::qWait(0);
    EXPECT_EQ(cell("total", StageModel::Depth), "23");
}

TEST_F(MainWindowTest, CopiesJsonThatGivesTheSameNetworkAgain)
{
    the<QAction>("copyJson").trigger();
    EXPECT_EQ(parseNetwork(QGuiApplication::clipboard()->text().toStdString()), window->model().state().spec);
}

TEST_F(MainWindowTest, CopiesPyclsYamlAndACommandThatGiveTheSameNetworkAgain)
{
    for (const char* action : {"copyYaml", "copyCommand"}) {
        the<QAction>(action).trigger();
        EXPECT_EQ(parseNetworkText(QGuiApplication::clipboard()->text().toStdString(), "clipboard"),
                  window->model().state().spec)
            << action;
    }
}

TEST_F(MainWindowTest, EachKindOfFileThatIsSavedHasItsCommand)
{
    for (const std::string& form : networkForms()) {
        the<QAction>(("copyExportCommand_" + form).c_str()).trigger();
        const std::string command = QGuiApplication::clipboard()->text().toStdString();
        EXPECT_THAT(command, testing::StartsWith("regnet export network --d 22 ")) << form;
        EXPECT_THAT(command, testing::HasSubstr(" --as " + form + " --out network.")) << form;
    }
}

TEST_F(MainWindowTest, AWrongFileIsOneSentenceAndChangesNothing)
{
    const QString path = folder.filePath(QStringLiteral("wrong.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"regnet\": {\"depth\": 13, \"w0\": 24, \"wa\": 36.44, \"wm\": 2.49}, \"colour\": 1}");
    file.close();
    const ExplorerState before = window->model().state();
    QString said;
    QTimer::singleShot(0, window.get(), [this, &said] {
        auto& box = the<QMessageBox>("problem");
        said = box.text();
        box.close();
    });
    window->openFile(path);
    EXPECT_TRUE(said.startsWith(QStringLiteral("wrong.json"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("colour"))) << said.toStdString();
    EXPECT_EQ(window->model().state(), before);
    EXPECT_TRUE(settings->recentFiles().isEmpty());
}

TEST_F(MainWindowTest, AnOpenedFileIsShownAndBecomesRecent)
{
    const QString path = folder.filePath(QStringLiteral("any.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"stages": [{"width": 64, "depth": 2, "group_width": 16}, {"width": 128, "depth": 3, "group_width": 16}]})");
    file.close();
    window->openFile(path);
    EXPECT_EQ(the<QuietLabel>("networkName").text(), QStringLiteral("AnyNet 64 128"));
    EXPECT_EQ(cell("stage 2", StageModel::Depth), "3");
    EXPECT_EQ(settings->recentFiles(), QStringList{path});
    EXPECT_TRUE(the<QPushButton>("fitLine").isVisible());
    EXPECT_FALSE(field("w0").isVisible());
}

TEST_F(MainWindowTest, OfTwoLinesThatAreFittedTheOneOfTheNetworkNowIsTaken)
{
    ExplorerModel& model = window->model();
    NetworkSpec first = model.state().spec;
    first.stages = model.network().network->stages;
    first.regnet.reset();
    NetworkSpec second = first;
    second.stages.front().depth += 1;
    model.edit(first, QStringLiteral("stages"));
    the<QPushButton>("fitLine").click();
    model.edit(second, QStringLiteral("depth"));
    the<QPushButton>("fitLine").click();
    const int steps = model.undoStack().count();
    ASSERT_TRUE(waitFor([&model] { return model.state().spec.regnet.has_value(); }));
    EXPECT_EQ(model.undoStack().count(), steps + 1);
    EXPECT_TRUE(model.state().spec.stages.empty());
    model.undoStack().undo();
    EXPECT_EQ(model.state().spec, second);
}

TEST_F(MainWindowTest, AFittedLineHasANameThatCanBeRead)
{
    NetworkSpec spec = window->model().state().spec;
    spec.regnet->line = {20, 24, 24.739810451999595, 2.5399999999999996};
    window->model().edit(spec, QStringLiteral("fit a line"));
    EXPECT_EQ(window->model().name().toStdString(), "d 20, w0 24, wa 24.7398, wm 2.54");
    EXPECT_EQ(window->model().state().spec, spec); // only its name is short
}

TEST_F(MainWindowTest, WithoutAPlotThatHasTheFocusTheOneInFrontIsExported)
{
    auto* lineField = the<ParameterPanel>().findChild<QLineEdit*>();
    ASSERT_NE(lineField, nullptr);
    const auto exportedFrom = [&](const char* name) {
        lineField->setFocus();
        std::vector<std::unique_ptr<QSignalSpy>> spies;
        for (const PlotWidget* plot : window->dock(QLatin1String(name))->findChildren<PlotWidget*>())
            spies.push_back(std::make_unique<QSignalSpy>(plot, &PlotWidget::exportRequested));
        window->findChild<QAction*>(QStringLiteral("exportFigure"))->trigger();
        if (auto* dialog = window->findChild<ExportDialog*>()) dialog->close();
        return std::ranges::any_of(spies, [](const auto& spy) { return !spy->isEmpty(); });
    };
    EXPECT_TRUE(exportedFrom("quantisation"));
    window->dock(QStringLiteral("compare"))->ensureContent();
    window->dock(QStringLiteral("compare"))->raise();
    auto* view = window->dock(QStringLiteral("compare"))->findChild<CompareView*>();
    ASSERT_TRUE(waitFor(
        [&] { return view->plotWidget()->isVisible() && !view->plotWidget()->plot().series.empty(); }));
    EXPECT_TRUE(exportedFrom("compare"));
    view->showTab(QStringLiteral("networks")); // has no plot
    EXPECT_TRUE(exportedFrom("quantisation"));
}

TEST_F(MainWindowTest, ADroppedSweepGoesToTheCompareDockAndIsThereAtTheNextStart)
{
    const QString path = QStringLiteral(REGNET_TEST_DATA "/pycls/sweep.json");
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(window.get(), &drop);
    const auto hasSweep = [this] {
        const auto* view = window->findChild<CompareView*>();
        return view && view->sources().contains(QStringLiteral(REGNET_TEST_DATA "/pycls/sweep.json"));
    };
    ASSERT_TRUE(waitFor(hasSweep));
    ASSERT_TRUE(waitFor([&] { return settings->compared().sources.contains(path); }));
    EXPECT_EQ(settings->recentFiles(), QStringList{path});

    open();
    auto* dock = window->findChild<QDockWidget*>(QStringLiteral("compare"));
    ASSERT_NE(dock, nullptr);
    dock->raise();
    EXPECT_TRUE(waitFor(hasSweep));
}

TEST_F(MainWindowTest, EveryControlCanBeReachedAndHasAName)
{
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
            !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const bool isNamed =
            !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty() ||
            widget->parentWidget()->inherits("QAbstractSpinBox") ||
            widget->parentWidget()->inherits("QAbstractScrollArea") || widget->inherits("QScrollArea") ||
            widget->inherits("QTabBar"); // its tabs have names
        const auto labels = window->findChildren<QLabel*>();
        const bool hasBuddy = std::any_of(labels.begin(), labels.end(),
                                          [widget](const QLabel* l) { return l->buddy() == widget; });
        EXPECT_TRUE(isNamed || hasBuddy)
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

TEST_F(MainWindowTest, AForeignCsvIsAskedForItsColumns)
{
    const std::string file = folder.filePath(QStringLiteral("runs.csv")).toStdString();
    writeTextFile(file, "model,test_acc\none,61.5\n");
    MainWindow withStore(*settings, folder.filePath(QStringLiteral("runs.db")).toStdString());
    withStore.show();
    bool wasAsked = false;
    onDialog<ImportDialog>(&withStore, [&wasAsked](ImportDialog& dialog) {
        wasAsked = true;
        dialog.close();
    });
    withStore.openFile(QString::fromStdString(file));
    EXPECT_TRUE(wasAsked);
}

TEST_F(MainWindowTest, WhatIsOpenedByARelativePathIsFoundFromElsewhere)
{
    const QString sweep = QStringLiteral(REGNET_TEST_DATA "/pycls/sweep.json");
    window->openFile(QDir::current().relativeFilePath(sweep));
    const auto* view = window->findChild<CompareView*>();
    ASSERT_NE(view, nullptr);
    ASSERT_TRUE(waitFor([&] { return !view->sources().isEmpty(); }));
    EXPECT_EQ(view->sources(), QStringList{sweep});
}

TEST_F(MainWindowTest, APopulationOfAStoreIsOpenedByItsAddress)
{
    const QString file = folder.filePath(QStringLiteral("runs.db"));
    PopulationSpec few;
    few.name = "few";
    few.networks.push_back(publishedModel("RegNetX-200MF").spec);
    few.training = TrainingSpec{};
    Store(file.toStdString(), "test").add(few);
    window->openFile(file + QStringLiteral("#few"));
    const auto* view = window->findChild<CompareView*>();
    ASSERT_NE(view, nullptr);
    EXPECT_TRUE(waitFor([&] { return view->sources() == QStringList{file + QStringLiteral("#few")}; }));
    EXPECT_EQ(settings->recentFiles(), QStringList{file});
}

} // namespace
} // namespace regnet
