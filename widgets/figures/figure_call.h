// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QList>
#include <QPair>
#include <QSizeF>
#include <QStringList>

#include <string>
#include <vector>

namespace regnet {

/// Everything that decides an exported figure, as `regnet figure` is told it: the window fills one from its
/// controls and the command line from its words, so that both make the same bytes.
class FigureCall
{
public:
    FigureCall() = default;
    explicit FigureCall(const QString& figure) : m_name(figure) {}

    /// From the words behind "regnet figure". Throws Error that names the option. Where the file goes (--out,
    /// --no-sidecar) is no part of the figure and comes back in `rest`.
    struct Target
    {
        QString out;
        bool hasSidecar = true;
    };
    static FigureCall from(const QStringList& words, Target& rest);
    static FigureCall from(const QStringList& words);
    /// The words again, in one order: options that have their default are left out, numbers are the shortest
    /// text of their value. Equal figures give equal words.
    QStringList words() const;
    static QString help(); ///< a line for each option
    /// "regnet figure edf 'my sweep.json' --width-mm 82.55 --out edf.pdf", for a POSIX shell.
    QString shellLine(const QString& out) const;

    QString name() const { return m_name; }
    QStringList sources() const { return m_sources; }
    void setSources(const QStringList& sources) { m_sources = sources; }

    bool isSet(const QString& option) const;
    QString value(const QString& option) const;      ///< its default where it is not set
    QStringList values(const QString& option) const; ///< of an option that may be given several times
    double number(const QString& option) const;      ///< throws Error
    QStringList list(const QString& option) const;   ///< the parts of "a,b,c". Throws Error for an empty one.
    std::vector<int> slots() const; ///< --colours, from 0 where people count from 1. Throws Error.
    void set(const QString& option, const QString& value = {});
    void add(const QString& option, const QString& value);
    void unset(const QString& option);

    /// Throws Error for a number, palette or place that there is not; ranges are checked as well.
    FigureOptions picture() const;
    void setPicture(const FigureOptions& options);
    /// The size in mm where none is asked for: model cards need more room than curves.
    QSizeF standardSizeMm() const;

private:
    QString standardOf(const QString& option) const; ///< where the option is not set

    QString m_name;
    QStringList m_sources;
    QList<QPair<QString, QString>> m_options;
};

QString nameOf(LegendPlace place); ///< "top-left", "none", "automatic"
QString nameOf(Palette palette);   ///< "colour-blind-safe", "bright", "greys"
std::vector<LegendPlace> legendPlaces();
std::vector<Palette> palettes();

} // namespace regnet
