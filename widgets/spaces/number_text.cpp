// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/number_text.h"

#include "core/text/readable.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <cmath>
#include <limits>

namespace regnet {
namespace {

constexpr std::array suffixes{std::pair{'T', 1e12}, std::pair{'G', 1e9}, std::pair{'M', 1e6},
                              std::pair{'k', 1e3}};

} // namespace

double numberFrom(const QString& text)
{
    QString digits = text.trimmed();
    if (digits.endsWith(QLatin1Char('F')) && digits.size() > 1) digits.chop(1);
    double factor = 1;
    for (const auto& [letter, value] : suffixes)
        if (digits.endsWith(QLatin1Char(letter), letter == 'k' ? Qt::CaseInsensitive : Qt::CaseSensitive)) {
            factor = value;
            digits.chop(1);
            break;
        }
    bool isNumber = false;
    const double number = QLocale::c().toDouble(digits.trimmed(), &isNumber);
    return isNumber ? number * factor : std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> numbersFrom(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    std::vector<double> numbers;
    for (const QString& item : text.split(separators, Qt::SkipEmptyParts))
        numbers.push_back(numberFrom(item));
    return numbers;
}

QString textOf(const std::vector<double>& numbers)
{
    QStringList items;
    for (const double number : numbers)
        items << QString::fromStdString(shortest(number));
    return items.join(QStringLiteral(", "));
}

QString countText(const std::optional<std::int64_t>& count)
{
    if (!count) return {};
    QString exact = QString::number(*count);
    for (const auto& [letter, value] : suffixes) {
        const double scaled = static_cast<double>(*count) / value;
        if (scaled < 1) continue;
        QString text = QString::fromStdString(shortest(scaled)) + QLatin1Char(letter);
        if (text.size() <= 7 && std::llround(numberFrom(text)) == *count) return text;
        break;
    }
    return exact;
}

std::optional<std::int64_t> countFrom(const QString& text)
{
    if (text.trimmed().isEmpty() || isBadCount(text)) return std::nullopt;
    return std::llround(numberFrom(text));
}

bool isBadCount(const QString& text)
{
    constexpr double largest = 9e18;
    return !text.trimmed().isEmpty() && !(std::abs(numberFrom(text)) <= largest);
}

} // namespace regnet
