// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guide_window.h"

#include "tests/widgets/spoken_names.h"
#include "widgets/guide/guide_pages.h"
#include "widgets/guide/guide_text.h"
#include "widgets/main_window.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace regnet {
namespace {

QUrl page(const char* name)
{
    return QUrl(QStringLiteral("qrc:/docs/guide/") + QLatin1String(name));
}

/// Widths of the pictures as they are laid out.
std::vector<double> pictureWidths(const GuideText& text)
{
    std::vector<double> widths;
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at)
            if (at.fragment().charFormat().isImageFormat())
                widths.push_back(at.fragment().charFormat().toImageFormat().width());
    return widths;
}

class GuideWindowTest : public testing::Test
{
protected:
    GuideWindowTest() { window.show(); }

    QListWidget& contents() { return *window.findChild<QListWidget*>(QStringLiteral("guideContents")); }
    QString title() { return window.text().document()->begin().text(); }
    QString selected() { return window.text().textCursor().selectedText(); }
    void click(const char* link) { Q_EMIT window.text().anchorClicked(QUrl(QLatin1String(link))); }

    GuideWindow window;
};

TEST_F(GuideWindowTest, EachLineOfTheContentsShowsItsPage)
{
    ASSERT_EQ(contents().count(), static_cast<int>(guidePages().size()));
    for (int row = contents().count() - 1; row >= 0; --row) {
        contents().setCurrentRow(row);
        EXPECT_EQ(window.text().source(), guidePages()[static_cast<std::size_t>(row)].address);
        EXPECT_FALSE(title().isEmpty());
    }
    EXPECT_EQ(title(), QStringLiteral("User guide"));
}

TEST_F(GuideWindowTest, ALinkBetweenPagesIsFollowedAndBackLeadsBack)
{
    click("train.md");
    EXPECT_EQ(title(), QStringLiteral("Train"));
    EXPECT_EQ(contents().currentItem()->text(), QStringLiteral("Train"));
    click("../reliability.md");
    EXPECT_EQ(window.text().source(), QUrl(QStringLiteral("qrc:/docs/reliability.md")));
    window.findChild<QPushButton*>(QStringLiteral("guideBack"))->click();
    EXPECT_EQ(title(), QStringLiteral("Train"));
    EXPECT_EQ(contents().currentItem()->text(), QStringLiteral("Train"));
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(title(), QStringLiteral("User guide"));
}

TEST_F(GuideWindowTest, ALinkToAHeadingScrollsToIt)
{
    EXPECT_TRUE(window.text().showPage(page("numerics.md#statistics")));
    EXPECT_EQ(window.text().textCursor().block().text(), QStringLiteral("Statistics"));
    EXPECT_GT(window.text().verticalScrollBar()->value(), 0);
    EXPECT_FALSE(window.text().showPage(page("numerics.md#no-such-heading")));
    EXPECT_FALSE(window.text().showPage(page("no_such_page.md")));
    EXPECT_EQ(title(), QStringLiteral("Numerics"));
}

TEST_F(GuideWindowTest, ALinkToTheWebIsOnlyAnnounced)
{
    QSignalSpy wanted(&window, &GuideWindow::browserWanted);
    click("https://arxiv.org/abs/2003.13678");
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.front().front().toUrl().host(), QStringLiteral("arxiv.org"));
    EXPECT_EQ(title(), QStringLiteral("User guide"));
    const QVariant loaded = window.text().loadResource(QTextDocument::ImageResource,
                                                       QUrl(QStringLiteral("https://example.org/a.png")));
    EXPECT_FALSE(loaded.isValid());
}

TEST_F(GuideWindowTest, FindingGoesThroughAllPagesAndRound)
{
    EXPECT_TRUE(window.findNext(QStringLiteral("Philox")));
    EXPECT_EQ(title(), QStringLiteral("Numerics"));
    EXPECT_EQ(selected(), QStringLiteral("Philox"));
    contents().setCurrentRow(contents().count() - 1);
    EXPECT_TRUE(window.findNext(QStringLiteral("philox")));
    EXPECT_EQ(title(), QStringLiteral("Numerics"));
    EXPECT_TRUE(window.findPrevious(QStringLiteral("A first quarter of an hour")));
    EXPECT_EQ(title(), QStringLiteral("User guide"));
}

TEST_F(GuideWindowTest, WhatIsNotThereIsToldAndThePageStays)
{
    auto* words = window.findChild<QLineEdit*>(QStringLiteral("guideFind"));
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    contents().setFocus(); // where Ctrl+F would find a row
    QTest::keyClick(&contents(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(window.focusWidget(), words);
    QTest::keyClicks(words, QStringLiteral("train nowhere"));
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_EQ(window.findChild<QLabel*>(QStringLiteral("guideNote"))->text(),
              QStringLiteral("Not found: train nowhere"));
    EXPECT_EQ(title(), QStringLiteral("User guide"));
    EXPECT_TRUE(window.isVisible());
}

TEST_F(GuideWindowTest, PicturesFollowTheWidth)
{
    window.resize(1500, 700);
    window.text().showPage(page("explore.md"));
    const std::vector<double> wide = pictureWidths(window.text());
    ASSERT_EQ(wide.size(), 2U);
    window.resize(700, 700);
    const std::vector<double> narrow = pictureWidths(window.text());
    ASSERT_EQ(narrow.size(), 2U);
    EXPECT_LT(narrow[0], wide[0]);
    EXPECT_LE(narrow[0], window.text().viewport()->width());
    EXPECT_EQ(window.text().horizontalScrollBar()->maximum(), 0);
}

TEST_F(GuideWindowTest, EverythingHasAName)
{
    EXPECT_THAT(namelessIn(window), testing::IsEmpty());
}

TEST(GuideInTheWindow, ItsCommandOpensOneAndTheSameWindow)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    MainWindow window(settings);
    window.show();
    auto* action = window.findChild<QAction*>(QStringLiteral("userGuide"));
    ASSERT_NE(action, nullptr);
    action->trigger();
    action->trigger();
    const auto guides = window.findChildren<GuideWindow*>();
    ASSERT_EQ(guides.size(), 1);
    EXPECT_TRUE(guides.front()->isVisible());
    EXPECT_FALSE(guides.front()->isModal());
}

} // namespace
} // namespace regnet
