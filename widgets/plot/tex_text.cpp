// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plot/tex_text.h"

#include <QHash>

namespace regnet {
namespace {

const QHash<char32_t, QString>& commands()
{
    static const QHash<char32_t, QString> all{
        {U'\\', QStringLiteral("\\ensuremath{\\backslash}")},
        {U'{', QStringLiteral("\\ensuremath{\\lbrace}")},
        {U'}', QStringLiteral("\\ensuremath{\\rbrace}")},
        {U'$', QStringLiteral("\\$")},
        {U'&', QStringLiteral("\\&")},
        {U'#', QStringLiteral("\\#")},
        {U'_', QStringLiteral("\\_")},
        {U'%', QStringLiteral("\\%")},
        {U'^', QStringLiteral("\\textasciicircum{}")},
        {U'~', QStringLiteral("\\textasciitilde{}")},
        {U'<', QStringLiteral("\\ensuremath{<}")},
        {U'>', QStringLiteral("\\ensuremath{>}")},
        {U'|', QStringLiteral("\\ensuremath{|}")},
        {U'"', QStringLiteral("''")},
        {U'\u00B7', QStringLiteral("\\ensuremath{\\cdot}")},
        {U'\u00D7', QStringLiteral("\\ensuremath{\\times}")},
        {U'\u00B1', QStringLiteral("\\ensuremath{\\pm}")},
        {U'\u00B2', QStringLiteral("\\ensuremath{^2}")},
        {U'\u00B3', QStringLiteral("\\ensuremath{^3}")},
        {U'\u2080', QStringLiteral("\\ensuremath{_0}")},
        {U'\u2082', QStringLiteral("\\ensuremath{_2}")},
        {U'\u2090', QStringLiteral("\\ensuremath{_a}")},
        {U'\u2098', QStringLiteral("\\ensuremath{_m}")},
        {U'\u2212', QStringLiteral("\\ensuremath{-}")},
        {U'\u2264', QStringLiteral("\\ensuremath{\\le}")},
        {U'\u2265', QStringLiteral("\\ensuremath{\\ge}")},
        {U'\u2248', QStringLiteral("\\ensuremath{\\approx}")},
        {U'\u2260', QStringLiteral("\\ensuremath{\\ne}")},
        {U'\u221A', QStringLiteral("\\ensuremath{\\surd}")},
        {U'\u221E', QStringLiteral("\\ensuremath{\\infty}")},
        {U'\u2192', QStringLiteral("\\ensuremath{\\to}")},
        {U'\u0394', QStringLiteral("\\ensuremath{\\Delta}")},
        {U'\u03B1', QStringLiteral("\\ensuremath{\\alpha}")},
        {U'\u03C0', QStringLiteral("\\ensuremath{\\pi}")},
        {U'\u03C1', QStringLiteral("\\ensuremath{\\rho}")},
        {U'\u03C3', QStringLiteral("\\ensuremath{\\sigma}")},
        {U'\u03C4', QStringLiteral("\\ensuremath{\\tau}")},
        {U'\u2013', QStringLiteral("--")},
        {U'\u2014', QStringLiteral("---")},
        {U'\u2018', QStringLiteral("`")},
        {U'\u2019', QStringLiteral("'")},
        {U'\u201C', QStringLiteral("``")},
        {U'\u201D', QStringLiteral("''")},
        {U'\u2026', QStringLiteral("\\dots{}")},
        {U'\u00A0', QStringLiteral("~")},
        {U'\u202F', QStringLiteral("\\,")},
        {U'\u2009', QStringLiteral("\\,")},
    };
    return all;
}

/// Letters of the T1 encoding that LaTeX's own utf8 support knows.
bool isKnownLetter(char32_t c)
{
    return (c >= 0xC0 && c <= 0x17E && c != 0xD7 && c != 0xF7) || c == 0xA7;
}

} // namespace

QString texText(const QString& text)
{
    QString tex;
    for (const char32_t c : text.toUcs4()) {
        const auto command = commands().constFind(c);
        if (command != commands().constEnd())
            tex += *command;
        else if (c >= U' ' && c < 0x7F)
            tex += QChar(static_cast<char16_t>(c));
        else if (c < U' ' || c == 0x7F)
            tex += QLatin1Char(' ');
        else if (isKnownLetter(c))
            tex += QString::fromUcs4(&c, 1);
        else
            tex += QStringLiteral("U+%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
    }
    return tex;
}

QString texLines(const QStringList& lines)
{
    return lines.join(QStringLiteral("\\\\\n{}"));
}

} // namespace regnet
