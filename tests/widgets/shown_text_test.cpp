// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_text.h"

#include "core/problem.h"
#include "widgets/language.h"

#include <QLabel>

#include <gtest/gtest.h>

namespace regnet {
namespace {

int leastWidth(const QString& text)
{
    QLabel label(text);
    label.setWordWrap(true);
    return label.minimumSizeHint().width();
}

// The Compare dock and the import dialog grew with the name of a file, over the edge of the screen.
TEST(ShownText, AWordOfAnyLengthFitsIntoAWindow)
{
    const std::string name(240, 'a');
    const QString sentence =
        shownSentence({ProblemKind::BadInput, "/d/" + name + ".json:1", "ends here", {}});
    EXPECT_LE(leastWidth(sentence), leastWidth(QString(45, QLatin1Char('a'))));
    EXPECT_EQ(QString(sentence).remove(QChar(0x200B)).toStdString(), "/d/" + name + ".json:1: ends here");
}

TEST(ShownText, OnlyLongWordsGetPlacesToBreak)
{
    const QString most(80, QLatin1Char('b'));
    EXPECT_EQ(breakable(most + QLatin1Char(' ') + most), most + QLatin1Char(' ') + most);
    EXPECT_EQ(breakable({}), QString());
    const QString piece(40, QLatin1Char('c')), place(1, QChar(0x200B));
    EXPECT_EQ(breakable(piece + piece + QStringLiteral("c d")),
              piece + place + piece + place + QStringLiteral("c d"));
    EXPECT_EQ(breakable(breakable(piece + piece + piece)), piece + place + piece + place + piece);
}

TEST(ShownText, ACharacterOfTwoPartsStaysWhole)
{
    const QString network = QString::fromUtf8("\xF0\x9F\x95\xB8"); // U+1F578
    const QString text = QLatin1Char('x') + network.repeated(60);
    const QString broken = breakable(text);
    EXPECT_EQ(QString(broken).remove(QChar(0x200B)), text);
    EXPECT_TRUE(broken.isValidUtf16());
    EXPECT_GT(broken.size(), text.size());
}

TEST(ShownText, WhatIsTooLongForOursStaysAsItIs)
{
    // As long as it takes seconds to look at, and its pattern is that of one of ours.
    applyLanguage(QStringLiteral("ko"));
    EXPECT_NE(shownText("has 123 bytes").toStdString(), "has 123 bytes");
    const std::string text = "has " + std::string(200'000, '1') + " bytes";
    EXPECT_TRUE(shownText(text).toStdString() == text);
    applyLanguage(QStringLiteral("en"));
}

} // namespace
} // namespace regnet
