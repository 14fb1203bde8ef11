// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_text.h"

#include "core/problem.h"
#include "widgets/core_texts.h"
#include "widgets/shown_quantity.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <string_view>
#include <vector>

namespace regnet {
namespace {

/// A known text with places in it.
struct Pattern
{
    const char* text;
    QRegularExpression form;
};

/// "%1 of %2 jobs" as an expression with as many groups; places come in order in the English texts. Lists
/// grow at their end, so that a place at the beginning takes as much as it can, and others as little.
QRegularExpression formOf(const char* text)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]"));
    QString form;
    const QStringList parts = QString::fromUtf8(text).split(place);
    for (qsizetype i = 0; i < parts.size(); ++i)
        form += (i == 0                         ? QString()
                 : i == 1 && parts[0].isEmpty() ? QStringLiteral("(.+)")
                                                : QStringLiteral("(.+?)")) +
                QRegularExpression::escape(parts[i]);
    return QRegularExpression(QRegularExpression::anchoredPattern(form),
                              QRegularExpression::DotMatchesEverythingOption);
}

/// Those with the most words of their own first: "%1 of %2 jobs" would otherwise take "%1 of %2 jobs, %3
/// left".
std::vector<Pattern> makePatterns()
{
    std::vector<Pattern> patterns;
    for (const char* text : coreTexts())
        if (std::string_view(text).find("%1") != std::string_view::npos)
            patterns.push_back({text, formOf(text)});
    std::ranges::stable_sort(patterns, std::ranges::greater(),
                             [](const Pattern& each) { return each.form.pattern().size(); });
    return patterns;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("core", text);
}

} // namespace

QString shownText(std::string_view text)
{
    constexpr std::size_t longest = 100'000; // bytes of a text of ours; to match more takes long
    QString source = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (text.size() > longest) return source;
    QString known = translated(source.toUtf8().constData());
    if (known != source) return known;
    static const std::vector<Pattern> patterns = makePatterns();
    for (const Pattern& pattern : patterns) {
        const QRegularExpressionMatch match = pattern.form.match(source);
        if (!match.hasMatch()) continue;
        QString answer = translated(pattern.text);
        // All at once: what stands in one place may look like another place.
        QStringList parts = match.capturedTexts().mid(1);
        for (QString& part : parts)
            part = shownText(part.toStdString());
        static const QRegularExpression place(QStringLiteral("%([1-9])"));
        QString filled;
        qsizetype from = 0;
        for (auto it = place.globalMatch(answer); it.hasNext();) {
            const QRegularExpressionMatch one = it.next();
            filled += QStringView(answer).mid(from, one.capturedStart() - from);
            filled += parts.value(one.captured(1).toInt() - 1);
            from = one.capturedEnd();
        }
        return filled + QStringView(answer).mid(from);
    }
    return source;
}

QString shownSentence(const Problem& problem)
{
    const QString wrong = shownText(problem.wrong);
    QString text =
        problem.where.empty()
            ? wrong
            : QCoreApplication::translate("regnet::ShownText", "%1: %2").arg(shownText(problem.where), wrong);
    if (!problem.right.empty())
        text = QCoreApplication::translate("regnet::ShownText", "%1; expected %2")
                   .arg(text, shownText(problem.right));
    return breakable(unitsTogether(text));
}

QString breakable(QString text)
{
    constexpr qsizetype longest = 80, piece = 40;
    static constexpr QChar placeToBreak(0x200B);
    const auto isBreak = [](QChar c) { return c.isSpace() || c == placeToBreak || c == QLatin1Char('/'); };
    qsizetype begin = 0; // of the word
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !isBreak(text[at])) continue;
        if (at - begin > longest)
            for (qsizetype cut = begin + piece; cut < at; cut += piece + 1, ++at) {
                if (text[cut].isLowSurrogate()) ++cut; // one character
                text.insert(cut, placeToBreak);
            }
        begin = at + 1;
    }
    return text;
}

} // namespace regnet
