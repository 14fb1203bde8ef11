// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/selection.h"

#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/selection_bar.h"
#include "widgets/plot/plot_widget.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace regnet {
namespace {

/// withFailures(), network i with depth 10 + i.
Population withDepths()
{
    Population population = test::withFailures();
    for (std::size_t i = 0; i < population.members.size(); ++i)
        population.members[i].properties["depth"] = 10 + static_cast<double>(i);
    return population;
}

TEST(Selection, ARangeSelectsWhatLiesInItAndHoldsForNetworksThatComeLater)
{
    Selection selection;
    Population few = withDepths();
    few.members.resize(3);
    selection.setTable(std::make_shared<const NetworkColumns>(test::shown({few})));
    selection.selectRanges({{"depth", 11, 14}});
    EXPECT_EQ(selection.count(), 2U);
    selection.setTable(std::make_shared<const NetworkColumns>(test::shown({withDepths()})));
    EXPECT_EQ(selection.count(), 4U);
    selection.refine({"error", 48, std::nullopt});
    EXPECT_EQ(selection.count(), 3U); // errors 51, 49.5, 48, 46.5
    selection.selectRows({0}, true);
    EXPECT_EQ(selection.count(), 4U);
    EXPECT_EQ(selection.spanOf("depth"), (PropertyRange{"depth", 10, 13}));
    selection.clear();
    EXPECT_TRUE(selection.isEmpty());
}

TEST(CompareViewSelection, ABrushOverTheCurvesNarrowsToTheDepthsThatWereBrushed)
{
    CompareView view;
    QSignalSpy narrowed(&view, &CompareView::narrowWanted);
    view.resize(900, 700);
    view.setPopulation(withDepths());
    PlotWidget& plot = *view.plotWidget();
    const QSignalSpy painted(&plot, &PlotWidget::replotted);
    view.show();
    ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); }));
    QWidget* canvas = plot.childAt(plot.positionOf({40, 0.5}));
    ASSERT_NE(canvas, nullptr);
    const QPoint from = canvas->mapFrom(&plot, plot.positionOf({47.2, 0.5}));
    const QPoint to = canvas->mapFrom(&plot, plot.positionOf({52.6, 0.5}));
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    EXPECT_EQ(view.model().selection().count(), 4U); // errors 52.5, 51, 49.5, 48
    // What is written out is what was taken, and short.
    const QString typed = view.findChild<QLineEdit*>(QStringLiteral("selectionRanges"))->text();
    EXPECT_LE(typed.size(), 24) << typed.toStdString();
    EXPECT_EQ(rangesFrom(typed), view.model().selection().ranges());
    ASSERT_EQ(plot.highlight().series.size(), 1U);
    EXPECT_EQ(plot.highlight().series[0].x.size(), 4U);
    const std::vector<NarrowRequest> requests = view.selectionBar().requests();
    ASSERT_EQ(requests.size(), 1U);
    EXPECT_EQ(textOf(requests[0]).toStdString(), "10 <= depth <= 13 of own");
}

TEST(CompareViewSelection, TheExplorerFollowsTheBestOfTheSelectionWhileAsked)
{
    CompareView view;
    view.setPopulation(withDepths());
    const QSignalSpy wanted(&view, &CompareView::networkWanted);
    const QSignalSpy followed(&view, &CompareView::networkFollowed);
    auto* follow = view.findChild<QToolButton*>(QStringLiteral("followInExplorer"));
    ASSERT_NE(follow, nullptr);
    view.model().selection().selectRanges({{"depth", 11, 14}});
    follow->setChecked(true);
    ASSERT_EQ(wanted.count(), 1) << "pressing it is an act of its own";
    EXPECT_EQ(wanted.first().at(0).value<Member>().properties.at("depth"), 14); // errors fall with depth
    view.model().selection().selectRanges({{"depth", 10, 12}});
    ASSERT_TRUE(waitFor([&] { return followed.count() == 1; }));
    EXPECT_EQ(followed.last().at(0).value<Member>().properties.at("depth"), 12);
}

} // namespace
} // namespace regnet
