// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/figures/synthetic.h"
#include "tests/widgets/wait_for.h"
#include "widgets/compare/change_step.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/edf_tab.h"
#include "widgets/explorer/explorer_model.h"
#include "widgets/plot/plot_widget.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <gtest/gtest.h>

#include <stdexcept>

namespace regnet {
namespace {

/// withFailures(), network i with depth 10 + i / 4 and 2^i FLOPs.
Population withProperties(const char* name = "own")
{
    Population population = test::withFailures();
    population.name = name;
    for (std::size_t i = 0; i < population.members.size(); ++i) {
        population.members[i].properties["depth"] = 10 + static_cast<double>(i / 4);
        population.members[i].properties["flops"] = static_cast<double>(1 << i);
    }
    return population;
}

class CompareHistory : public testing::Test
{
protected:
    CompareHistory()
    {
        view.model().setHistory(&history);
        view.setPopulation(withProperties());
        view.resize(1000, 800);
    }

    Selection& selection() { return view.model().selection(); }

    template <typename Widget>
    Widget& control(const QString& accessibleName)
    {
        for (Widget* each : view.findChildren<Widget*>())
            if (each->accessibleName() == accessibleName) return *each;
        throw std::runtime_error("no control " + accessibleName.toStdString());
    }

    void type(QLineEdit& line, const QString& text)
    {
        line.selectAll();
        QTest::keyClick(&line, Qt::Key_Delete);
        QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
    }

    std::string names()
    {
        std::string names;
        for (const ShownPopulation& shown : view.comparison().populations())
            names += shown.population->name + (shown.isVisible ? " " : "(hidden) ");
        return names;
    }

    QUndoStack history; // outlives the view
    CompareView view;
};

TEST_F(CompareHistory, ADragOverAPlotIsOneStep)
{
    PlotWidget& plot = *view.plotWidget();
    const QSignalSpy painted(&plot, &PlotWidget::replotted);
    view.show();
    ASSERT_TRUE(waitFor([&painted] { return !painted.isEmpty(); }));
    QWidget* canvas = plot.childAt(plot.positionOf({40, 0.5}));
    ASSERT_NE(canvas, nullptr);
    const auto drag = [&](double low, double high) {
        const QPoint from = canvas->mapFrom(&plot, plot.positionOf({low, 0.5}));
        const QPoint to = canvas->mapFrom(&plot, plot.positionOf({high, 0.5}));
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas, (from + to) / 2);
        QTest::mouseMove(canvas, to);
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    };
    drag(47.2, 52.6); // errors 52.5, 51, 49.5, 48
    drag(29.2, 31);
    EXPECT_EQ(history.count(), 2);
    EXPECT_EQ(selection().count(), 1U);
    history.undo();
    EXPECT_EQ(selection().count(), 4U);
    history.undo();
    EXPECT_TRUE(selection().isEmpty());
    history.redo();
    EXPECT_EQ(selection().count(), 4U);
}

/// The explorer loads a network when the hand rests, in the midst of the drag.
TEST_F(CompareHistory, ADragThatTheExplorerFollowsIsOneStep)
{
    ExplorerModel explorer;
    CompareView linked;
    linked.model().setHistory(&explorer.undoStack());
    linked.setPopulation(withProperties());
    linked.findChild<QToolButton*>(QStringLiteral("followInExplorer"))->setChecked(true);
    int loaded = 0;
    QObject::connect(&linked, &CompareView::networkFollowed, &explorer, [&] {
        NetworkSpec spec = explorer.state().spec;
        spec.regnet->line.depth = 30 + ++loaded;
        explorer.follow(spec, QStringLiteral("load a network"));
    });
    const auto depth = [&explorer] { return explorer.state().spec.regnet->line.depth; };
    const auto before = depth();
    Selection& all = linked.model().selection();
    const int gesture = newGesture();
    const auto brush = [&](double low) {
        all.edit(
            QStringLiteral("select networks"),
            [low](Selection& selection) {
                selection.selectRanges({{"error", low, 53}});
            },
            gesture);
    };
    brush(51);
    ASSERT_TRUE(waitFor([&loaded] { return loaded == 1; }));
    brush(45);
    ASSERT_TRUE(waitFor([&loaded] { return loaded == 2; }));
    QUndoStack& steps = explorer.undoStack();
    ASSERT_EQ(steps.count(), 1);
    EXPECT_EQ(steps.text(0), QStringLiteral("select networks"));
    steps.undo();
    EXPECT_TRUE(all.isEmpty());
    EXPECT_EQ(depth(), before);
    steps.redo();
    EXPECT_FALSE(all.isEmpty());
    EXPECT_EQ(depth(), 32);
}

/// Another table has another best network, and the explorer is told, also after an undo.
TEST_F(CompareHistory, UndoOfAFilterThatTheExplorerFollowsKeepsWhatCanBeDoneAgain)
{
    ExplorerModel explorer;
    CompareView linked;
    linked.model().setHistory(&explorer.undoStack());
    linked.setPopulation(withProperties());
    linked.findChild<QToolButton*>(QStringLiteral("followInExplorer"))->setChecked(true);
    int told = 0;
    QObject::connect(&linked, &CompareView::networkFollowed, &explorer, [&] {
        NetworkSpec spec = explorer.state().spec;
        spec.regnet->line.depth = 30 + ++told;
        explorer.follow(spec, QStringLiteral("load a network"));
    });
    const auto depth = [&explorer] { return explorer.state().spec.regnet->line.depth; };
    QUndoStack& steps = explorer.undoStack();
    linked.model().selection().edit(QStringLiteral("select networks"), [](Selection& all) {
        all.selectRanges({{"depth", 11, 14}});
    });
    ASSERT_TRUE(waitFor([&told] { return told == 1; }));
    linked.model().edit(QStringLiteral("filter"), [](CompareModel& model) {
        model.setFilter({{"depth", 11, 12}});
    });
    ASSERT_TRUE(waitFor([&told] { return told == 2; }));
    const int all = steps.count();
    const auto followed = depth();
    ASSERT_EQ(followed, 32);
    while (linked.model().table()->size() != 20U) { // the filter, and what followed from it
        ASSERT_TRUE(steps.canUndo());
        steps.undo();
    }
    ASSERT_TRUE(waitFor([&told] { return told == 3; })) << "the explorer is told of the wider table's best";
    EXPECT_EQ(depth(), 31);
    EXPECT_EQ(steps.count(), all);
    while (steps.canRedo())
        steps.redo();
    EXPECT_EQ(linked.model().table()->size(), 8U);
    EXPECT_EQ(depth(), followed);
}

TEST_F(CompareHistory, FilterAndSplitAreStepsAndTheirFieldsFollow)
{
    auto& filter = *view.findChild<QLineEdit*>(QStringLiteral("compareFilter"));
    auto& split = *view.findChild<QComboBox*>(QStringLiteral("compareSplit"));
    type(filter, QStringLiteral("depth=11:12"));
    EXPECT_EQ(view.model().table()->size(), 8U);
    split.setCurrentIndex(split.findData(QStringLiteral("depth")));
    EXPECT_EQ(view.model().shown().size(), 2U);
    type(filter, QStringLiteral("depth=oops")); // no step
    ASSERT_EQ(history.count(), 2);
    history.undo();
    EXPECT_EQ(view.model().shown().size(), 1U);
    EXPECT_EQ(split.currentData().toString(), QString());
    EXPECT_EQ(filter.text(), QStringLiteral("depth=11:12"));
    history.undo();
    EXPECT_EQ(view.model().table()->size(), 20U);
    EXPECT_EQ(filter.text(), QString());
    history.redo();
    history.redo();
    EXPECT_EQ(view.model().shown().size(), 2U);
    EXPECT_EQ(split.currentData().toString(), QStringLiteral("depth"));
}

TEST_F(CompareHistory, ASelectionOfSingleNetworksComesBackWithTheirTable)
{
    selection().edit(QStringLiteral("select"), [](Selection& all) { all.selectRows({1, 5}); });
    view.model().edit(QStringLiteral("filter"), [](CompareModel& model) {
        model.setFilter({{"depth", 11, std::nullopt}});
    });
    EXPECT_EQ(selection().count(), 0U) << "rows of the filtered table are other networks";
    history.undo();
    EXPECT_EQ(selection().count(), 2U);
    EXPECT_TRUE(selection().contains(5));
    view.setPopulation(withProperties()); // an epoch is over: the networks are the same
    EXPECT_EQ(selection().count(), 2U);
    view.comparison().setVisible(0, false);
    EXPECT_EQ(selection().count(), 0U);
    view.comparison().setVisible(0, true);
    EXPECT_EQ(selection().count(), 2U);
    history.undo();
    EXPECT_EQ(selection().count(), 0U);
}

TEST_F(CompareHistory, GoingThroughTheRowsOfTheTableIsOneStep)
{
    view.show();
    view.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&view));
    view.showTab(QStringLiteral("networks"));
    auto& table = *view.findChild<QTableView*>(QStringLiteral("networks"));
    table.setFocus();
    table.selectRow(0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&table, Qt::Key_Down);
    EXPECT_TRUE(selection().contains(3));
    EXPECT_EQ(history.count(), 1);
    history.undo();
    EXPECT_TRUE(selection().isEmpty());
}

TEST_F(CompareHistory, WhatIsOpenedIsAStepAndWhatComesByItselfIsNone)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mine.csv")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("population,error\nmine,41\nmine,42\n");
    file.close();
    QSignalSpy loaded(&view, &CompareView::loaded);
    view.restore({{QStringLiteral("paper:fig9-left/RegNetX")}, {}});
    ASSERT_TRUE(waitFor([&loaded] { return loaded.count() == 1; }));
    EXPECT_EQ(history.count(), 0);
    view.openSources({file.fileName()});
    ASSERT_TRUE(waitFor([&loaded] { return loaded.count() == 2; }));
    EXPECT_EQ(names(), "own(hidden) RegNetX(hidden) mine ");
    ASSERT_EQ(history.count(), 1);
    EXPECT_EQ(history.text(0), QStringLiteral("open mine.csv"));
    history.undo();
    EXPECT_EQ(names(), "own(hidden) RegNetX ");
    history.redo();
    EXPECT_EQ(names(), "own(hidden) RegNetX(hidden) mine ");
}

TEST_F(CompareHistory, WhatAViewIsSetToIsAStep)
{
    view.show();
    auto& bands = control<QComboBox>(QStringLiteral("Bands"));
    auto& normalised = control<QComboBox>(QStringLiteral("Normalise by"));
    auto& bins = control<QSpinBox>(QStringLiteral("Bins"));
    const auto options = [this] { return view.findChild<EdfTab*>()->options(); };
    bands.setCurrentIndex(0);
    normalised.setCurrentIndex(1);
    for (int i = 0; i < 5; ++i)
        bins.stepUp();
    EXPECT_EQ(options().bins->bins, 15);
    EXPECT_EQ(history.count(), 3);
    EXPECT_EQ(history.undoText(), QStringLiteral("bins")) << "in the middle of \"Undo bins\"";
    history.undo();
    EXPECT_EQ(options().bins->bins, 10);
    history.undo();
    EXPECT_FALSE(options().bins.has_value());
    EXPECT_FALSE(bins.isEnabled());
    EXPECT_FALSE(options().hasBands);
    history.undo();
    EXPECT_TRUE(options().hasBands);
    EXPECT_FALSE(history.canUndo());
    history.redo();
    EXPECT_FALSE(options().hasBands);
    // There and back again is nothing to undo.
    history.clear();
    bins.stepUp();
    bins.stepDown();
    EXPECT_EQ(history.count(), 0);
}

TEST_F(CompareHistory, CtrlZInALineGoesToTheWindowWhenItHasNoTypingToTakeBack)
{
    QAction* undo = history.createUndoAction(&view);
    undo->setShortcut(QKeySequence::Undo);
    view.addAction(undo);
    view.show();
    view.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&view));
    auto& filter = *view.findChild<QLineEdit*>(QStringLiteral("compareFilter"));
    filter.setFocus();
    type(filter, QStringLiteral("depth=11"));
    ASSERT_EQ(view.model().table()->size(), 4U);
    QTest::keyClicks(&filter, QStringLiteral("2"));
    QTest::keyClick(&filter, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(view.model().table()->size(), 4U) << "the 2 was taken back";
    EXPECT_EQ(history.index(), 1);
    QTest::keyClick(&filter, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(view.model().table()->size(), 20U);
}

} // namespace
} // namespace regnet
