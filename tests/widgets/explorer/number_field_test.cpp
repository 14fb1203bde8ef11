// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/number_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <gtest/gtest.h>

namespace regnet {
namespace {

NumberField makeField()
{
    return NumberField({QStringLiteral("g"), QStringLiteral("g"), {}, {}}, {1, 2, 4, 8, 16, 24, 32}, 1, 4096,
                       0);
}

TEST(NumberField, ShowsANumberWithoutSayingThatItWasEdited)
{
    NumberField field = makeField();
    QSignalSpy edited(&field, &NumberField::edited);
    field.show(16);
    EXPECT_EQ(field.slider()->value(), 4);
    EXPECT_EQ(field.box()->text(), QStringLiteral("16"));
    EXPECT_EQ(edited.count(), 0);
}

TEST(NumberField, ANumberBeyondTheLimitsIsShownAsItIsAndTheLimitsComeBack)
{
    NumberField field({QStringLiteral("wa"), QStringLiteral("wa"), {}, {}}, {0, 1, 2}, 0, 65536, 4);
    QSignalSpy edited(&field, &NumberField::edited);
    field.show(131072);
    EXPECT_EQ(field.box()->text(), QStringLiteral("131072"));
    field.show(36.123456);
    EXPECT_EQ(field.box()->text(), QStringLiteral("36.123456"));
    EXPECT_EQ(field.box()->value(), 36.123456);
    field.show(2);
    EXPECT_EQ(field.box()->maximum(), 65536);
    EXPECT_EQ(field.box()->decimals(), 4);
    EXPECT_EQ(edited.count(), 0);
}

TEST(NumberField, ANumberBetweenTheStopsStaysAsItIs)
{
    NumberField field = makeField();
    QSignalSpy edited(&field, &NumberField::edited);
    field.show(27);
    EXPECT_EQ(field.box()->value(), 27);
    EXPECT_EQ(field.slider()->value(), 5); // 24 is nearest
    EXPECT_EQ(edited.count(), 0);
    field.box()->stepUp();
    EXPECT_EQ(edited.back().front().toDouble(), 32);
}

TEST(NumberField, UndoIsForTheWindowUnlessSomethingIsHalfTyped)
{
    NumberField field = makeField();
    field.show(16);
    QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    QApplication::sendEvent(field.box(), &undo);
    EXPECT_FALSE(undo.isAccepted());
    QTest::keyClicks(field.box(), QStringLiteral("2"));
    QApplication::sendEvent(field.box(), &undo);
    EXPECT_TRUE(undo.isAccepted());
}

TEST(NumberField, KeysStepFromStopToStopAndStayInside)
{
    NumberField field = makeField();
    QObject::connect(&field, &NumberField::edited, &field, [&field](double value) { field.show(value); });
    field.show(8);
    QTest::keyClick(field.slider(), Qt::Key_Right);
    EXPECT_EQ(field.value(), 16);
    QTest::keyClick(field.slider(), Qt::Key_Home);
    EXPECT_EQ(field.value(), 1);
    QTest::keyClick(field.slider(), Qt::Key_Left);
    EXPECT_EQ(field.value(), 1);
    QTest::keyClick(field.slider(), Qt::Key_End);
    EXPECT_EQ(field.value(), 32);
    QTest::keyClick(field.box(), Qt::Key_Up);
    EXPECT_EQ(field.value(), 32);
    QTest::keyClick(field.box(), Qt::Key_Down);
    EXPECT_EQ(field.value(), 24);
}

TEST(NumberField, AHalfTypedNumberIsNoEdit)
{
    NumberField field = makeField();
    QSignalSpy edited(&field, &NumberField::edited);
    field.show(8);
    field.box()->selectAll();
    QTest::keyClicks(field.box(), QStringLiteral("120"));
    EXPECT_EQ(edited.count(), 0);
    QTest::keyClick(field.box(), Qt::Key_Return);
    ASSERT_EQ(edited.count(), 1);
    EXPECT_EQ(edited.front().front().toDouble(), 120);
}

TEST(NumberField, ANoteStandsBesideTheFieldUntilItIsTakenBack)
{
    NumberField field = makeField();
    field.setNote(NumberField::Severity::Error, QStringLiteral("is 0; expected 1 or more"));
    EXPECT_TRUE(field.note()->isVisibleTo(&field));
    field.setNote(NumberField::Severity::None, {});
    EXPECT_FALSE(field.note()->isVisibleTo(&field));
}

} // namespace
} // namespace regnet
