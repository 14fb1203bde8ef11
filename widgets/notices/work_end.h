// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QString>

class QWidget;

namespace regnet {

/// The end of a piece of work, as an event: whoever waited for it is told where that is worth it
/// (DesktopNote).
class WorkEnd : public QEvent
{
public:
    WorkEnd(QString itsTitle, QString itsText, qint64 itsMs);

    static Type kind();

    const QString title; ///< "Sampling is over"
    const QString text;  ///< what came of it
    const qint64 workedMs;
};

/// Says it to the widget's parents, dialogs and docks included, up to the one that takes it. Nobody has to.
void sayWorkEnd(QWidget& from, const QString& title, const QString& text, qint64 workedMs);

} // namespace regnet
