// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/built_in_spaces.h"
#include "core/study/published_panel.h"
#include "tests/widgets/spoken_names.h"
#include "widgets/compare/compare_view.h"
#include "widgets/guidance/tour_panel.h"
#include "widgets/main_window.h"
#include "widgets/plot/ring.h"
#include "widgets/spaces/spaces_view.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace regnet {
namespace {

class TourTest : public testing::Test
{
protected:
    void SetUp() override
    {
        window.resize(1400, 900);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        window.findChild<QAction*>(QStringLiteral("tour"))->trigger();
        panel = window.findChild<TourPanel*>();
    }

    void press(const char* name) { window.findChild<QPushButton*>(QLatin1String(name))->click(); }
    CompareView& compare() { return *window.findChild<CompareView*>(); }
    bool showsOnly(const QStringList& sources)
    {
        // The sources of a panel's populations are "PANEL/NAME".
        const auto isOf = [&sources](const QString& source) { return source.startsWith(sources.front()); };
        return QTest::qWaitFor(
            [&] {
                const QStringList shown = compare().sources();
                return !shown.isEmpty() && std::all_of(shown.begin(), shown.end(), isOf);
            },
            300'000);
    }

    /// With a ring directly in them; those of plots are deeper.
    std::vector<QString> markedDocks() const
    {
        std::vector<QString> names;
        for (const LazyDock* each : window.findChildren<LazyDock*>())
            if (each->findChild<Ring*>(QString(), Qt::FindDirectChildrenOnly))
                names.push_back(each->objectName());
        return names;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    MainWindow window{settings};
    TourPanel* panel = nullptr;
};

TEST_F(TourTest, GoesThroughEightStepsEachInItsStateAndBack)
{
    const std::vector<TourStep> steps = tourSteps();
    ASSERT_EQ(steps.size(), 8U);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(panel->step(), static_cast<int>(i));
        LazyDock* dock = window.dock(steps[i].dock);
        ASSERT_NE(dock, nullptr) << steps[i].dock.toStdString();
        EXPECT_TRUE(QTest::qWaitFor([dock] { return dock->isSeen(); }, 300'000)) << i;
        EXPECT_EQ(markedDocks(), std::vector<QString>{steps[i].dock});
        EXPECT_TRUE(steps[i].sources.isEmpty() || showsOnly(steps[i].sources)) << i;
        EXPECT_TRUE(steps[i].space.isEmpty() ||
                    window.findChild<SpacesView*>()->space().name == steps[i].space.toStdString());
        EXPECT_TRUE(steps[i].network.isEmpty() ||
                    window.model().network().spec.regnet->line.depth == 22); // RegNetX-400MF
        EXPECT_FALSE(window.findChild<QLabel*>(QStringLiteral("tourText"))->text().isEmpty());
        if (i + 1 < steps.size()) press("tourNext");
    }
    press("tourBack");
    EXPECT_EQ(panel->step(), 6);
    press("tourNext");
    press("tourNext"); // Finish
    EXPECT_FALSE(panel->isVisible());
    EXPECT_TRUE(markedDocks().empty());
}

TEST_F(TourTest, TheWindowStaysUsableAndEndsWithWhatWasThereBefore)
{
    press("tourEnd");
    compare().comparison().clear();
    compare().openSources({QStringLiteral("paper:fig10-top-left")});
    ASSERT_TRUE(showsOnly({QStringLiteral("paper:fig10-top-left")}));
    compare().comparison().setVisible(1, false);
    window.findChild<QAction*>(QStringLiteral("tour"))->trigger();
    press("tourNext");
    ASSERT_TRUE(showsOnly({QStringLiteral("paper:fig2-left")}));
    EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    QTest::keyClick(panel, Qt::Key_Escape);
    EXPECT_FALSE(panel->isVisible());
    EXPECT_TRUE(showsOnly({QStringLiteral("paper:fig10-top-left")}));
    const auto& populations = compare().comparison().populations();
    EXPECT_TRUE(populations.at(0).isVisible);
    EXPECT_FALSE(populations.at(1).isVisible) << "what was hidden is hidden again";
}

TEST_F(TourTest, ClosedInItsMidstTheWindowOpensWithWhatWasThereBefore)
{
    press("tourEnd");
    compare().comparison().clear();
    compare().openSources({QStringLiteral("paper:fig10-top-left")});
    const auto stored = [this] { return settings.compared().sources.join(QLatin1Char(' ')); };
    const QString before = QStringLiteral("fig10-top-left");
    ASSERT_TRUE(QTest::qWaitFor([&] { return stored().contains(before); }, 300'000));
    window.findChild<QAction*>(QStringLiteral("tour"))->trigger();
    QSignalSpy computed(&compare(), &CompareView::statisticsComputed);
    press("tourNext");
    ASSERT_TRUE(showsOnly({QStringLiteral("paper:fig2-left")}));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !computed.isEmpty(); }, 300'000));
    window.close();
    EXPECT_TRUE(stored().contains(before)) << stored().toStdString();
    EXPECT_FALSE(stored().contains(QStringLiteral("fig2-left"))) << stored().toStdString();
}

TEST_F(TourTest, ItTakesNoMoreHeightThanItsTextButThreeLinesSoThatDocksDoNotJump)
{
    const auto* text = window.findChild<QLabel*>(QStringLiteral("tourText"));
    const int line = text->fontMetrics().lineSpacing();
    for (std::size_t i = 0; i < tourSteps().size(); ++i) {
        const auto fits = [&] {
            const QRect needed = text->fontMetrics().boundingRect(text->rect().adjusted(0, 0, 0, 1000),
                                                                  Qt::TextWordWrap, text->text());
            return text->height() <= std::max(3 * line, needed.height() + line) &&
                   panel->height() < text->height() + 5 * line;
        };
        EXPECT_TRUE(QTest::qWaitFor(fits, 20'000))
            << i << ": " << panel->height() << " pixels for a text of " << text->height();
        press("tourNext");
    }
}

TEST_F(TourTest, ItsControlsHaveNames)
{
    EXPECT_THAT(namelessIn(*panel), testing::IsEmpty());
    EXPECT_TRUE(window.findChild<QPushButton*>(QStringLiteral("tourNext"))->hasFocus() ||
                !window.isActiveWindow());
}

} // namespace
} // namespace regnet
