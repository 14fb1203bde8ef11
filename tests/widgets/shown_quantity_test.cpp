// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_quantity.h"

#include "core/network/published.h"
#include "core/problem.h"
#include "widgets/explorer/summary_bar.h"
#include "widgets/shown_text.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

namespace regnet {
namespace {

/// How a text looks in a window that is laid out in this direction.
QImage seen(const QString& text, Qt::LayoutDirection direction)
{
    QImage image(200, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    return image;
}

class ShownQuantity : public testing::Test
{
protected:
    ~ShownQuantity() override { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
};

TEST_F(ShownQuantity, IsAsCoreWritesItAndNoLineEndsBeforeItsUnit)
{
    EXPECT_EQ(shownCount(5'157'000), QStringLiteral(u"5.16\u00A0M"));
    EXPECT_EQ(shownBytes(69'600'000'000), QStringLiteral(u"69.6\u00A0GB"));
    EXPECT_EQ(shownDuration(200), QStringLiteral(u"3\u00A0min 20\u00A0s"));
    EXPECT_EQ(shownDuration(-1), QString());
    EXPECT_EQ(withoutSigns(shownDuration(200)), QStringLiteral("3 min 20 s"));
}

TEST_F(ShownQuantity, ExactCountsAreGroupedInSentencesOfQtToo)
{
    EXPECT_EQ(shownExactCount(19'992), QStringLiteral("19,992"));
    EXPECT_EQ(shownExactCount(992), QStringLiteral("992"));
    EXPECT_EQ(withGroups(QStringLiteral("19992 jobs sent to %1"), 19'992),
              QStringLiteral("19,992 jobs sent to %1"));
    EXPECT_EQ(withGroups(QStringLiteral("2 jobs sent to %1"), 2), QStringLiteral("2 jobs sent to %1"));
}

TEST_F(ShownQuantity, UnitsInSentencesStayWithTheirNumbers)
{
    EXPECT_EQ(unitsTogether(QStringLiteral("has 12 MiB free, 5 % of 3 disks, for 2 h")),
              QStringLiteral(u"has 12\u00A0MiB free, 5\u00A0% of 3 disks, for 2\u00A0h"));
    EXPECT_EQ(unitsTogether(QStringLiteral("24 samples, 3 Miles, a B")),
              QStringLiteral("24 samples, 3 Miles, a B"));
    EXPECT_EQ(shownSentence({ProblemKind::Failed, "/data", "has 12 MB free", "40 GB"}),
              QStringLiteral(u"/data: has 12\u00A0MB free; expected 40\u00A0GB"));
}

TEST_F(ShownQuantity, KeepsNumberAndUnitInOrderFromRightToLeft)
{
    const QImage count = seen(QStringLiteral(u"5.16\u00A0M"), Qt::LeftToRight);
    const QImage duration = seen(QStringLiteral(u"3\u00A0min 20\u00A0s"), Qt::LeftToRight);
    ASSERT_EQ(seen(QStringLiteral("5.16 M"), Qt::RightToLeft),
              seen(QStringLiteral("M 5.16"), Qt::LeftToRight))
        << "what there is to mend";
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(seen(shownCount(5'157'000), Qt::RightToLeft), count);
    EXPECT_EQ(seen(shownDuration(200), Qt::RightToLeft), duration);
    EXPECT_EQ(withoutSigns(shownCount(5'157'000)), QStringLiteral("5.16 M"));
    EXPECT_EQ(shownDuration(-1), QString());
}

TEST_F(ShownQuantity, StandsInTheLineAboveTheDocks)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    SummaryBar bar;
    bar.showNetwork(explain(publishedModel("RegNetX-400MF").spec));
    EXPECT_EQ(seen(bar.shown(QStringLiteral("params")), Qt::RightToLeft),
              seen(QStringLiteral(u"5.16\u00A0M"), Qt::LeftToRight));
}

} // namespace
} // namespace regnet
