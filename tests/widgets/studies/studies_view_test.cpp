// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/studies/studies_view.h"

#include "core/problem.h"
#include "core/system/whole_file.h"
#include "tests/widgets/wait_for.h"
#include "widgets/figures/export_dialog.h"
#include "widgets/figures/run_figure.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/studies/findings_panel.h"
#include "widgets/studies/study_run_panel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>

namespace regnet {
namespace {

using testing::HasSubstr;

class StudiesViewTest : public testing::Test
{
protected:
    StudiesViewTest() : view(std::filesystem::path(folder.filePath(QStringLiteral("runs.db")).toStdString()))
    {
    }

    /// Until what was asked for is drawn.
    void settle(const std::function<bool()>& isThere) { ASSERT_TRUE(waitFor(isThere)); }

    std::string textOf(const char* name) const
    {
        return view.findChild<QLabel*>(QLatin1String(name))->text().toStdString();
    }

    const Plot& plot() const { return view.plotWidget()->plot(); }

    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir folder;
    StudiesView view;
};

TEST_F(StudiesViewTest, EveryPanelOfEveryStudyIsDrawnAsPublished)
{
    view.show();
    for (int row = 0; row < view.library().rowCount(); ++row) {
        const Study& study = view.library().study(row);
        view.plotWidget()->show(Plot{});
        ASSERT_TRUE(view.select(QString::fromStdString(study.name)));
        for (const StudyPanel& panel : study.panels) {
            if (&panel != &study.panels.front()) {
                view.plotWidget()->show(Plot{});
                ASSERT_TRUE(view.selectPanel(QString::fromStdString(panel.name)));
            }
            settle([&] { return !plot().series.empty(); });
            EXPECT_FALSE(plot().subject.isEmpty()) << study.name << " " << panel.name;
        }
    }
}

/// What the window exports, and then the copied command, give the same bytes.
TEST_F(StudiesViewTest, ACopiedCommandReplaysTheExport)
{
    qputenv("REGNET_SETTINGS", folder.filePath(QStringLiteral("s.ini")).toUtf8());
    view.show();
    ASSERT_TRUE(view.select(QStringLiteral("fig15")));
    view.setSource(PanelSource::Published);
    settle([&] { return !plot().series.empty(); });
    Q_EMIT view.plotWidget()->exportRequested();
    auto* dialog = view.findChild<ExportDialog*>();
    ASSERT_TRUE(dialog);
    dialog->setOptions({.widthMm = 120, .heightMm = 160, .fontPt = 7});
    const QString file = folder.filePath(QStringLiteral("cards.svg"));
    dialog->setPath(file);
    EXPECT_EQ(dialog->command(), QStringLiteral("regnet figure study fig15/cards --width-mm 120 --font-pt 7 "
                                                "--out ") +
                                     file);
    dialog->accept();
    EXPECT_EQ(dialog->problem().toStdString(), "");
    const std::string exported = readWhole(file.toStdString());
    makeFigure({QStringLiteral("study"), QStringLiteral("fig15/cards"), QStringLiteral("--width-mm"),
                QStringLiteral("120"), QStringLiteral("--font-pt"), QStringLiteral("7"),
                QStringLiteral("--out"), file});
    EXPECT_EQ(readWhole(file.toStdString()), exported);
    qunsetenv("REGNET_SETTINGS");
}

TEST_F(StudiesViewTest, WhatIsNotTrainedIsSaidAndCanBeQueued)
{
    view.show();
    ASSERT_TRUE(view.select(QStringLiteral("fig9")));
    view.setSource(PanelSource::Own);
    view.showTab(QStringLiteral("run"));
    auto* run = view.findChild<QPushButton*>(QStringLiteral("studyRun"));
    settle([&] { return run->isEnabled(); });
    EXPECT_TRUE(plot().series.empty());
    EXPECT_EQ(view.runPanel().model().rowCount(), 5);
    EXPECT_THAT(textOf("studyCost"), HasSubstr("120 of 120 trainings are left"));
    EXPECT_THAT(textOf("studyCost"), HasSubstr("not known: nothing was trained on this device yet"));
    auto& standings = const_cast<StandingsModel&>(view.runPanel().model());
    const QAbstractItemModelTester tester(&standings, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const int row : {1, 3, 4})
        standings.setData(standings.index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
    const QSignalSpy wanted(&view, &StudiesView::runWanted);
    run->click();
    ASSERT_EQ(wanted.count(), 1);
    const auto populations = wanted.first().at(0).value<std::vector<PlannedPopulation>>();
    ASSERT_EQ(populations.size(), 2U);
    EXPECT_EQ(populations[1].name, "RegNetX 400MF cpu n=24");
}

TEST_F(StudiesViewTest, FindingsOfThePaperHold)
{
    view.show();
    ASSERT_TRUE(view.select(QStringLiteral("fig9")));
    view.showTab(QStringLiteral("findings"));
    settle([&] { return view.findingsPanel().model().rowCount() > 0; });
    for (const Finding& finding : view.findingsPanel().model().findings())
        EXPECT_EQ(finding.verdict, Verdict::Holds) << finding.claim;
    EXPECT_THAT(textOf("findingsSummary"), HasSubstr("0 do not hold, 0 cannot be judged"));
    view.setSource(PanelSource::Own);
    settle([&] { return view.findingsPanel().model().rowCount() == 0; });
    EXPECT_THAT(textOf("findingsSummary"), HasSubstr("nothing of them is trained yet"));
    EXPECT_THAT(textOf("findingsSummary"), HasSubstr("train this study under Run"));
}

TEST_F(StudiesViewTest, PublishedStudiesThatAreNotTrainedSayWhy)
{
    view.show();
    ASSERT_TRUE(view.select(QStringLiteral("table2")));
    view.showTab(QStringLiteral("run"));
    EXPECT_THAT(textOf("studyNote"), HasSubstr("not trained here: it compares single published models"));
    EXPECT_FALSE(view.findChild<QPushButton*>(QStringLiteral("studyRun"))->isEnabled());
    settle([&] { return !plot().series.empty(); });
}

TEST_F(StudiesViewTest, AStudyOfOnesOwnIsReadShownAndRemembered)
{
    view.show();
    const QString file = write("mine.json", R"({"name": "mine", "title": "Mine", "populations": [
        {"key": "A", "space": "AnyNetX_A", "regime": "400MF", "n": 5, "published": "paper:fig9-left/AnyNetX_A"}],
        "panels": [{"name": "curves", "draw": "edf"}]})");
    view.openFiles({file});
    ASSERT_TRUE(view.select(file));
    // Without a drawing of the paper it is drawn from what its populations call published.
    settle([&] { return !plot().series.empty(); });
    EXPECT_THAT(plot().series.front().name.toStdString(), HasSubstr("A [n 497"));
    EXPECT_EQ(view.selected(), file);
    const QSignalSpy compared(&view, &StudiesView::compareWanted);
    view.findChild<QWidget*>(QStringLiteral("studyCompare"))->setFocus();
    QTest::keyClick(view.findChild<QWidget*>(QStringLiteral("studyCompare")), Qt::Key_Space);
    ASSERT_EQ(compared.count(), 1);
    EXPECT_EQ(compared.first().at(0).toStringList(),
              QStringList{QStringLiteral("paper:fig9-left/AnyNetX_A")});
}

TEST_F(StudiesViewTest, ADamagedStudyIsToldAndChangesNothing)
{
    view.show();
    const int rows = view.library().rowCount();
    view.openFiles(
        {write("bad.json", "{\"name\": \"bad\",\n\"panels\": [{\"name\": \"a\", \"draw\": \"pie\"}]}"),
         folder.filePath(QStringLiteral("none.json"))});
    EXPECT_EQ(view.library().rowCount(), rows);
    EXPECT_THAT(textOf("studiesMessage"), HasSubstr("bad.json:2, panels[0].draw: is \"pie\""));
    EXPECT_THAT(textOf("studiesMessage"), HasSubstr("none.json"));
}

TEST(StudyLibrary, IsAModel)
{
    StudyLibrary library;
    const QAbstractItemModelTester tester(&library, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(library.rowCount(), static_cast<int>(builtInStudies().size()));
    StudyCost cost;
    cost.networks = 72;
    cost.left = 12;
    cost.seconds = 90;
    library.setCosts({{"fig9", cost}});
    const int row = library.rowOf(QStringLiteral("fig9"));
    EXPECT_EQ(library.index(row, StudyLibrary::Name).data().toString(), QStringLiteral("Figure 9"));
    EXPECT_EQ(library.index(row, StudyLibrary::Left).data().toString(), QStringLiteral("12"));
    EXPECT_EQ(library.index(row, StudyLibrary::Time).data().toString(),
              QStringLiteral(u"1\u00A0min 30\u00A0s"));
    EXPECT_EQ(library.index(0, StudyLibrary::Networks).data().toString(), QStringLiteral("–"));
    EXPECT_THROW(library.open(QStringLiteral("/no/such.json")), Error);
}

} // namespace
} // namespace regnet
