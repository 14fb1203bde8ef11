// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_view.h"

#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/findings_tab.h"
#include "widgets/compare/population_model.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/studies/findings_panel.h"

#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QUrl>

#include <gmock/gmock.h>

#include <algorithm>

namespace regnet {
namespace {

class CompareViewTest : public testing::Test
{
protected:
    void open(const QStringList& sources)
    {
        QSignalSpy loaded(&view, &CompareView::loaded);
        view.openSources(sources);
        ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    }

    void drop(const QString& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QSignalSpy loaded(&view, &CompareView::loaded);
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
        ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    }

    std::string message() const
    {
        return view.findChild<QLabel*>(QStringLiteral("compareMessage"))->text().toStdString();
    }

    std::string names()
    {
        std::string names;
        for (const ShownPopulation& shown : view.comparison().populations())
            names += shown.population->name + (shown.isVisible ? " " : "(hidden) ");
        return names;
    }

    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(folder.filePath(QLatin1String(name)));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir folder;
    CompareView view;
};

TEST_F(CompareViewTest, ThePapersFigure9IsThereFromTheFirstMinute)
{
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.show();
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    EXPECT_EQ(names(), "AnyNetX_A AnyNetX_E RegNetX ");
    EXPECT_EQ(view.sources().size(), 3);
}

TEST_F(CompareViewTest, EmptyItSaysWhatToDoAndTheButtonDoesIt)
{
    auto* button = view.plotWidget()->findChild<QPushButton*>();
    ASSERT_NE(button, nullptr);
    QSignalSpy loaded(&view, &CompareView::loaded);
    button->click();
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    EXPECT_EQ(names(), "AnyNetX_A AnyNetX_E RegNetX ");
}

TEST_F(CompareViewTest, ADroppedSweepIsShownAndWhatCannotBeComparedIsHiddenAndTold)
{
    open({QStringLiteral("paper:fig9-left/RegNetX")});
    drop(QStringLiteral(REGNET_TEST_DATA "/pycls/sweep.json"));
    EXPECT_EQ(names(), "RegNetX(hidden) sweep ");
    EXPECT_THAT(message(), testing::HasSubstr("trained differently: RegNetX"));
    EXPECT_TRUE(view.figure().plot().warnings.isEmpty());
    view.comparison().setVisible(0, true);
    EXPECT_EQ(view.figure().plot().warnings.size(), 1);
    EXPECT_EQ(view.plotWidget()->plot().warnings, view.figure().plot().warnings);
}

TEST_F(CompareViewTest, ADamagedFileGivesAMessageAndChangesNothing)
{
    open({QStringLiteral("paper:fig9-left/RegNetX")});
    const Plot before = view.figure().plot();
    drop(write("sweep.json", "[{\"job_id\": "));
    EXPECT_THAT(message(), testing::HasSubstr("sweep.json"));
    EXPECT_EQ(names(), "RegNetX ");
    EXPECT_EQ(view.figure().plot().series.front().x, before.series.front().x);
    drop(write("cloud.csv", "population,error\na,1\na,many\n"));
    EXPECT_THAT(message(), testing::HasSubstr("cloud.csv"));
    EXPECT_EQ(names(), "RegNetX ");
}

TEST_F(CompareViewTest, ALivePopulationGrowsInPlace)
{
    Population live = test::withFailures();
    for (std::size_t i = 4; i < live.members.size(); ++i)
        live.members[i].state = Member::State::Pending;
    view.setPopulation(live);
    EXPECT_THAT(view.figure().plot().series.at(1).name.toStdString(), testing::HasSubstr("4 of 20 so far"));
    QSignalSpy computed(&view, &CompareView::statisticsComputed);
    view.setPopulation(test::withFailures());
    EXPECT_EQ(names(), "own ");
    EXPECT_THAT(view.figure().plot().series.at(1).name.toStdString(), testing::HasSubstr("own [20,"));
    ASSERT_TRUE(waitFor([&computed] { return !computed.isEmpty(); }));
    const auto* table = view.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    EXPECT_EQ(table->model()->index(0, PopulationModel::Failed).data().toString(), QStringLiteral("4"));
}

TEST_F(CompareViewTest, WhatIsOpenedManyTimesIsReadOnce)
{
    QSignalSpy loaded(&view, &CompareView::loaded);
    for (int i = 0; i < 50; ++i)
        view.openSources({QStringLiteral("paper:fig9-left")});
    view.openSources({QStringLiteral("paper:fig9-middle/RegNetX")});
    ASSERT_TRUE(waitFor([&loaded] { return loaded.count() == 2; }));
    EXPECT_EQ(names(), "AnyNetX_A AnyNetX_E RegNetX RegNetX ");
}

TEST_F(CompareViewTest, HoveringACurveReadsErrorProbabilityAndNetwork)
{
    view.resize(800, 600);
    view.setPopulation(test::withFailures());
    view.show();
    const QSignalSpy painted(view.plotWidget(), &PlotWidget::replotted);
    ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); }));
    std::string text;
    view.plotWidget()->setHover([this, &text](const PlotHover& hover) {
        text = view.figure().card(hover).text.toStdString();
        return view.figure().card(hover);
    });
    view.plotWidget()->hoverAt(QPointF(45, 0.55)); // the riser of the 11th network
    EXPECT_EQ(text, "<b>own</b><br>error 45 %, F = 0.55<br>network 5");
}

TEST_F(CompareViewTest, RowsAreRemovedWithTheKeyboard)
{
    open({QStringLiteral("paper:fig9-left")});
    view.show();
    view.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&view));
    auto* table = view.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    table->setCurrentIndex(table->model()->index(1, 0));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(names(), "AnyNetX_E AnyNetX_A RegNetX ");
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(names(), "AnyNetX_A RegNetX ");
}

TEST_F(CompareViewTest, APopulationThatJoinsOthersIsSeenInALowTable)
{
    open({QStringLiteral("paper:fig9-left")});
    view.resize(700, 500);
    view.show();
    auto* table = view.findChild<QTreeView*>(QStringLiteral("comparePopulations"));
    table->setFixedHeight(5 * table->fontMetrics().lineSpacing()); // as low as it becomes
    QStringList more;
    for (const char* name : {"first.csv", "second.csv", "third.csv", "fourth.csv"})
        more << write(name, "error,depth\n30,12\n40,14\n");
    open(more);
    const QModelIndex last = table->model()->index(table->model()->rowCount() - 1, 0);
    ASSERT_EQ(last.row(), 6);
    EXPECT_TRUE(
        waitFor([&] { return table->viewport()->rect().contains(table->visualRect(last).center()); }));
}

TEST_F(CompareViewTest, FindingsOfWhatIsShown)
{
    open({QStringLiteral("paper:fig9-left")});
    view.show();
    view.showTab(QStringLiteral("findings"));
    const FindingsModel& model = view.findChild<FindingsTab*>()->panel().model();
    ASSERT_TRUE(waitFor([&] { return model.rowCount() > 0; }));
    std::string claims;
    for (const Finding& finding : model.findings()) {
        EXPECT_EQ(finding.verdict, Verdict::Holds) << finding.claim;
        claims += finding.claim + "\n";
    }
    EXPECT_THAT(claims, testing::HasSubstr("RegNetX is better than AnyNetX_E"));
    view.comparison().setVisible(2, false); // RegNetX
    ASSERT_TRUE(waitFor([&] {
        return std::ranges::none_of(model.findings(), [](const Finding& finding) {
            return finding.claim.find("RegNetX is better") != std::string::npos;
        });
    }));
    view.comparison().clear();
    ASSERT_TRUE(waitFor([&] { return model.rowCount() == 0; }));
    EXPECT_THAT(view.findChild<QLabel*>(QStringLiteral("findingsSummary"))->text().toStdString(),
                testing::HasSubstr("Open a figure under Paper"));
}

TEST_F(CompareViewTest, WhatIsOpenedWhileAnotherIsReadComesAfterIt)
{
    const QString sweep = QStringLiteral(REGNET_TEST_DATA "/pycls/sweep.json");
    const QString missing = QStringLiteral("/no/such.csv");
    const QString paper = QStringLiteral("paper:fig9-left/RegNetX");
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.openSources({sweep});
    view.openSources({missing});
    view.openSources({paper});
    ASSERT_TRUE(waitFor([&loaded] { return loaded.count() == 3; }));
    EXPECT_EQ(view.sources(), (QStringList{sweep, paper}));
    EXPECT_THAT(message(), testing::HasSubstr("/no/such.csv")) << "told although another came after it";
}

TEST_F(CompareViewTest, AStepOfTheTourGivesWayToTheNextOne)
{
    const QString first = QStringLiteral("paper:fig5-left"), next = QStringLiteral("paper:fig9-left/RegNetX");
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.restore({{first}, {}});
    view.restore({{next}, {}});
    ASSERT_TRUE(waitFor([&loaded] { return !loaded.isEmpty(); }));
    EXPECT_EQ(view.sources(), QStringList{next});
}

} // namespace
} // namespace regnet
