// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/commands/fuzzy.h"

#include <QString>

#include <algorithm>

namespace regnet {
namespace {

constexpr int atStart = 100, atWord = 80, inside = 50, letterAtWord = 8, letterBeside = 4, letter = 1;

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// The letters one after the other, each as early as it comes; starts of words count more.
std::optional<int> scattered(QStringView word, QStringView text)
{
    int score = 0;
    qsizetype at = -1;
    for (const QChar wanted : word) {
        const qsizetype before = at;
        // The start of a later word is what initials mean; otherwise the next place.
        qsizetype next = -1, initial = -1;
        for (qsizetype i = at + 1; i < text.size() && initial < 0; ++i) {
            if (text[i].toCaseFolded() != wanted.toCaseFolded()) continue;
            if (next < 0) next = i;
            if (startsWord(text, i)) initial = i;
        }
        if (next < 0) return std::nullopt;
        const bool isBeside = before >= 0 && next == before + 1;
        at = isBeside || initial < 0 ? next : initial;
        score += startsWord(text, at) ? letterAtWord : isBeside ? letterBeside : letter;
    }
    return std::min(score, inside - 1);
}

std::optional<int> scoreOf(QStringView word, QStringView text)
{
    int best = -1;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
        best = std::max(best, at == 0 ? atStart : startsWord(text, at) ? atWord : inside);
    if (best >= 0) return best;
    // Two letters that stand anywhere say nothing.
    constexpr qsizetype fewest = 2;
    return word.size() < fewest ? std::nullopt : scattered(word, text);
}

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    int score = 0;
    for (const QStringView word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const std::optional<int> one = scoreOf(word, text);
        if (!one) return std::nullopt;
        score += *one;
    }
    return score;
}

} // namespace regnet
