// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is done in the window and copied as a command gives the same when the programs do it: the same bytes
// of a file, the same results in a store.
#include "core/format/network_export.h"
#include "core/format/text_file.h"
#include "core/network/linear_fit.h"
#include "core/network/published.h"
#include "core/queue/request.h"
#include "core/space/built_in_spaces.h"
#include "core/space/space_json.h"
#include "core/store/store.h"
#include "core/system/whole_file.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/figure_tab.h"
#include "widgets/exchange/import_dialog.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/report_dialog.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/spaces/live_panel.h"
#include "widgets/spaces/population_panel.h"
#include "widgets/spaces/space_commands.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

namespace regnet {
namespace {

class ReplayTest : public testing::Test
{
protected:
    ReplayTest() { qputenv("REGNET_SETTINGS", path("s.ini").toUtf8()); }
    ~ReplayTest() override { qunsetenv("REGNET_SETTINGS"); }

    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    std::string bytesOf(const char* name) const { return readWhole(path(name).toStdString()); }

    /// As a person pastes it into a terminal where the programs are found.
    static void replay(const QString& command)
    {
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"),
                           QStringLiteral(REGNET_BIN_DIR ":") + environment.value(QStringLiteral("PATH")));
        shell.setProcessEnvironment(environment);
        shell.setProcessChannelMode(QProcess::MergedChannels);
        shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
        ASSERT_TRUE(shell.waitForFinished(120'000)) << command.toStdString();
        EXPECT_EQ(shell.exitCode(), 0) << command.toStdString() << '\n' << shell.readAll().toStdString();
    }

    /// Of the window: it writes the file. The command must write the very same.
    void expectTheSameFile(const char* name, const QString& command) const
    {
        const std::string before = bytesOf(name);
        ASSERT_GT(before.size(), 100U) << name;
        ASSERT_TRUE(QFile::remove(path(name)));
        replay(command);
        EXPECT_EQ(bytesOf(name), before) << command.toStdString();
    }

    QTemporaryDir folder;
};

TEST_F(ReplayTest, AFigureOfTheCompareDockInEveryFormat)
{
    writeWhole(path("own results.csv").toStdString(),
               "population,error,depth\nA,41,12\nA,43,13\nB,40,12\nB,42,15\n");
    CompareView view;
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.openSources({path("own results.csv")});
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    view.comparison().move(1, 0);
    view.model().setFilter({{"error", std::nullopt, 42.5}});
    view.resize(800, 600);
    view.show();
    auto* tab = view.findChild<FigureTab*>(QStringLiteral("edfTab"));
    ASSERT_TRUE(waitFor([tab] { return tab->figure() != nullptr && !tab->isBusy(); }));
    for (const char* name : {"e.pdf", "e.svg", "e.png", "e.tex", "e.csv"}) {
        Q_EMIT tab->plotWidget()->exportRequested();
        auto* dialog = view.findChild<ExportDialog*>();
        ASSERT_TRUE(dialog);
        dialog->setOptions({.widthMm = 90, .heightMm = 60, .fontPt = 7, .legend = LegendPlace::TopLeft});
        dialog->setPath(path(name));
        const QString command = dialog->command();
        dialog->accept();
        EXPECT_EQ(dialog->problem().toStdString(), "");
        delete dialog;
        expectTheSameFile(name, command);
        replay(QStringLiteral("regnet figure --verify ") + path(name));
    }
}

TEST_F(ReplayTest, AReport)
{
    ReportDialog dialog(
        {QStringLiteral("paper:fig9-left/RegNetX"), QStringLiteral("paper:fig9-left/AnyNetX_A")});
    dialog.findChild<QCheckBox*>()->setChecked(false); // no browser
    dialog.setPath(path("r.html"));
    dialog.setTitle(QStringLiteral("It's \"two\" spaces"));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.accept();
    ASSERT_TRUE(waitFor([&accepted] { return !accepted.isEmpty(); })) << dialog.problem().toStdString();
    expectTheSameFile("r.html", dialog.command());
}

TEST_F(ReplayTest, AnImportWithItsColumns)
{
    writeTextFile(path("runs.csv").toStdString(),
                  "model,test_acc,lr,comment\nit's,61.5,0.1,good\n=1+1,60,0.2,bad\n");
    ImportDialog dialog(path("runs.csv").toStdString(), path("window.db").toStdString());
    QSignalSpy previewed(&dialog, &ImportDialog::previewed);
    ASSERT_TRUE(previewed.wait(60'000));
    for (const PopulationSpec& population : dialog.populations()) {
        const std::filesystem::path store = path("window.db").toStdString();
        request(adding(population), store, Spool(defaultSpool(store)), "test");
    }
    QString command = dialog.findChild<QLineEdit*>(QStringLiteral("command"))->text();
    ASSERT_TRUE(command.contains(path("window.db")));
    replay(command.replace(path("window.db"), path("terminal.db")));
    const StoreReader window(path("window.db").toStdString()), terminal(path("terminal.db").toStdString());
    ASSERT_FALSE(window.populations().empty());
    EXPECT_EQ(terminal.resultsDump(), window.resultsDump());
    const auto imported = [](const StoreReader& store) { return *store.populationSpec("runs").imported; };
    EXPECT_TRUE(isSameImport(imported(terminal), imported(window)));
}

TEST_F(ReplayTest, ASampledPopulation)
{
    PopulationPanel panel(path("window.db").toStdString());
    panel.showSpace(builtInSpace("RegNetX"), "RegNetX");
    panel.findChild<QSpinBox*>(QStringLiteral("sampleCount"))->setValue(5);
    panel.findChild<QSpinBox*>(QStringLiteral("sampleSeed"))->setValue(7);
    QString command = panel.command();
    panel.findChild<QPushButton*>(QStringLiteral("samplePopulation"))->click();
    const auto* message = panel.findChild<QLabel*>(QStringLiteral("sampleMessage"));
    ASSERT_TRUE(waitFor([message] { return message->text().contains(QLatin1String("Kept in the store")); }))
        << message->text().toStdString();
    ASSERT_TRUE(command.contains(path("window.db")));
    replay(command.replace(path("window.db"), path("terminal.db")));
    const auto kept = [this](const char* store) {
        const StoreReader reader(path(store).toStdString());
        return reader.populationSpec(reader.populations().at(0).name);
    };
    const PopulationSpec window = kept("window.db"), terminal = kept("terminal.db");
    ASSERT_EQ(window.networks.size(), 5U);
    EXPECT_EQ(terminal.name, window.name);
    EXPECT_EQ(terminal.networks, window.networks);
    EXPECT_EQ(terminal.spaceJson, window.spaceJson);
    EXPECT_EQ(terminal.seed, window.seed);
}

/// Every built-in space is one of its parent's.
TEST_F(ReplayTest, ADerivedSpace)
{
    QString commands;
    std::vector<DesignSpace> children;
    for (DesignSpace child : builtInSpaces()) {
        if (child.parent.empty()) continue;
        child.note = "it's of " + child.parent;
        const std::string file = path("space").toStdString() + std::to_string(children.size()) + ".json";
        commands += commandOf(child, file, builtInSpace(child.parent), child.parent) + QLatin1Char('\n');
        children.push_back(child);
    }
    ASSERT_GT(children.size(), 5U);
    replay(QLatin1String("set -e\n") + commands);
    for (std::size_t i = 0; i < children.size(); ++i)
        EXPECT_EQ(openSpace(path("space").toStdString() + std::to_string(i) + ".json"), children[i])
            << children[i].name << '\n'
            << commands.split(QLatin1Char('\n')).at(static_cast<qsizetype>(i)).toStdString();
}

TEST_F(ReplayTest, TheSamplesOfASpace)
{
    LivePanel panel;
    SpaceReport report;
    report.space = builtInSpace("RegNetX@cpu");
    Surveyor surveyor(report.space); // bit by bit, as the panel's thread draws
    surveyor.draw(2'000);
    surveyor.draw(10'000);
    report.survey = surveyor.survey();
    panel.setSource([] { return std::string("RegNetX@cpu"); });
    panel.showReport(report);
    panel.show();
    const QList<PlotWidget*> plots = panel.findChildren<PlotWidget*>();
    ASSERT_GT(plots.size(), 4);
    for (PlotWidget* plot : plots) {
        Q_EMIT plot->exportRequested();
        auto* dialog = panel.findChild<ExportDialog*>();
        ASSERT_TRUE(dialog);
        dialog->setPath(path("p.csv"));
        const QString command = dialog->command();
        dialog->accept();
        EXPECT_EQ(dialog->problem().toStdString(), "");
        delete dialog;
        expectTheSameFile("p.csv", command);
    }
}

TEST_F(ReplayTest, ASavedNetworkAndAFittedLine)
{
    const NetworkSpec line = publishedModel("RegNetY-400MF").spec;
    for (const std::string& form : networkForms()) {
        writeTextFile(path("net").toStdString(), networkInForm(line, form));
        expectTheSameFile("net",
                          QString::fromStdString(exportCommandOf(line, form, path("net").toStdString())));
    }
    NetworkSpec stages = line;
    stages.stages = realise(line).stages;
    stages.regnet.reset();
    writeTextFile(path("net").toStdString(), networkInForm(stages, "json"));
    const auto here = [this](const std::string& command) {
        return QStringLiteral("cd %1 && ").arg(folder.path()) + QString::fromStdString(command);
    };
    expectTheSameFile("net", here(exportCommandOf(stages, "json", "net")));
    const LinearFit fit = fitLine(realise(line).stages);
    replay(here(fitCommandOf(line) + " --json > fit.json"));
    const nlohmann::json told = parseJson(bytesOf("fit.json"), "fit.json");
    EXPECT_EQ(told.at("depth"), fit.line.depth);
    EXPECT_EQ(told.at("wm"), fit.line.wm);
    EXPECT_EQ(told.at("e_fit"), fit.error);
}

TEST_F(ReplayTest, TheStatisticsOfAComparison)
{
    CompareView view;
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.openSources({QStringLiteral("paper:fig9-left")});
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    view.comparison().setVisible(1, false);
    const auto command = [&view] {
        view.findChild<QAction*>(QStringLiteral("compareCommand"))->trigger();
        return QGuiApplication::clipboard()->text();
    };
    ASSERT_GE(view.comparison().populations().size(), 3U);
    replay(command() + QStringLiteral(" --json > ") + path("c.json"));
    EXPECT_THAT(command().toStdString(), testing::StartsWith("regnet compare "));
    EXPECT_THAT(bytesOf("c.json"), testing::HasSubstr(view.comparison().populations()[0].population->name));
    EXPECT_THAT(bytesOf("c.json"), testing::Not(testing::HasSubstr(
                                       '"' + view.comparison().populations()[1].population->name + '"')));
    for (std::size_t i = 2; i < view.comparison().populations().size(); ++i)
        view.comparison().setVisible(i, false);
    EXPECT_THAT(command().toStdString(), testing::StartsWith("regnet edf "));
}

} // namespace
} // namespace regnet
