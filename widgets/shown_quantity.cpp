// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_quantity.h"

#include "core/queue/budget.h"
#include "core/text/readable.h"

#include <QGuiApplication>
#include <QRegularExpression>

namespace regnet {
namespace {

// Unicode's bidirectional algorithm, section 2.4.
constexpr char16_t leftToRightIsolate = 0x2066, popIsolate = 0x2069, placeToBreak = 0x200B;
constexpr char16_t noBreakSpace = 0x00A0;

QString shown(const std::string& text)
{
    return inOnePiece(unitsTogether(QString::fromStdString(text)));
}

} // namespace

QString unitsTogether(QString sentence)
{
    static const QRegularExpression blank(
        QStringLiteral("(?<=[0-9]) (?=(?:[kMGTPE]|[kMGTPE]?i?B|%|s|min|h|d)(?!\\w))"));
    return sentence.replace(blank, QString(QChar(noBreakSpace)));
}

QString inOnePiece(const QString& text)
{
    if (text.isEmpty() || QGuiApplication::layoutDirection() != Qt::RightToLeft) return text;
    return QChar(leftToRightIsolate) + text + QChar(popIsolate);
}

QString withoutSigns(QString text)
{
    text.replace(QChar(noBreakSpace), QLatin1Char(' '));
    return text.remove(QChar(leftToRightIsolate)).remove(QChar(popIsolate)).remove(QChar(placeToBreak));
}

QString shownCount(double count)
{
    return shown(readableCount(count));
}

QString shownExactCount(std::int64_t count)
{
    return QString::fromStdString(exactCount(count));
}

QString withGroups(QString text, std::int64_t count)
{
    return text.replace(QString::number(count), shownExactCount(count));
}

QString shownDuration(double seconds)
{
    return shown(readableDuration(seconds));
}

QString shownBytes(std::int64_t bytes)
{
    return shown(readableBytes(bytes));
}

} // namespace regnet
