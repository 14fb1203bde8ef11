// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/start_page.h"

#include "tests/widgets/spoken_names.h"
#include "widgets/compare/compare_view.h"
#include "widgets/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

QAbstractButton& card(StartPage& page, const char* name)
{
    return *page.findChild<QAbstractButton*>(QLatin1String(name));
}

TEST(StartPage, EachCardSaysWhatIsWantedOnceAndCloses)
{
    const std::pair<const char*, void (StartPage::*)()> cards[] = {
        {"startPopulations", &StartPage::populationsWanted},
        {"startSliders", &StartPage::slidersWanted},
        {"startTraining", &StartPage::trainingWanted},
        {"startImport", &StartPage::importWanted},
        {"startTour", &StartPage::tourWanted}};
    for (const auto& [name, signal] : cards) {
        StartPage page({});
        page.show();
        QSignalSpy wanted(&page, signal);
        QTest::keyClick(&card(page, name), Qt::Key_Space); // as the keyboard presses it
        EXPECT_EQ(wanted.count(), 1) << name;
        EXPECT_FALSE(page.isVisible()) << name;
    }
}

TEST(StartPage, EverythingHasANameAndWhatCannotBeIsOff)
{
    StartPage::Facts facts;
    facts.hasStore = false;
    facts.recent = {QStringLiteral("/nowhere/any.json")};
    StartPage page(facts);
    page.show();
    EXPECT_THAT(namelessIn(page), testing::IsEmpty());
    EXPECT_FALSE(card(page, "startTraining").isEnabled());
    EXPECT_TRUE(card(page, "startSliders").isEnabled());
    const auto buttons = page.findChildren<QPushButton*>();
    const auto recent = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* each) {
        return each->text() == QStringLiteral("any.json");
    });
    ASSERT_NE(recent, buttons.end());
    EXPECT_FALSE((*recent)->isEnabled());
    EXPECT_TRUE((*recent)->toolTip().contains(QStringLiteral("not there")));
}

TEST(StartPage, ComesByItselfAtTheFirstStartOnly)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    {
        MainWindow window(settings);
        window.greet();
        auto* page = window.findChild<StartPage*>();
        ASSERT_NE(page, nullptr);
        EXPECT_TRUE(page->isVisible());
    }
    MainWindow second(settings);
    second.greet();
    EXPECT_EQ(second.findChild<StartPage*>(), nullptr);
    second.findChild<QAction*>(QStringLiteral("startPage"))->trigger();
    auto* asked = second.findChild<StartPage*>();
    ASSERT_NE(asked, nullptr);
    asked->findChild<QCheckBox*>(QStringLiteral("startPageAtStart"))->setChecked(true);
    MainWindow third(settings);
    third.greet();
    EXPECT_NE(third.findChild<StartPage*>(), nullptr);
}

TEST(StartPage, OpensThePapersPopulations)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings);
    window.show();
    window.greet();
    card(*window.findChild<StartPage*>(), "startPopulations").click();
    EXPECT_TRUE(QTest::qWaitFor(
        [&window] {
            const auto* view = window.findChild<CompareView*>();
            return view && !view->sources().isEmpty() &&
                   view->sources().front().startsWith(QStringLiteral("paper:fig9-left"));
        },
        300'000));
}

} // namespace
} // namespace regnet
