// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/work_end.h"

#include <QCoreApplication>
#include <QWidget>

#include <utility>

namespace regnet {

WorkEnd::WorkEnd(QString itsTitle, QString itsText, qint64 itsMs)
    : QEvent(kind()), title(std::move(itsTitle)), text(std::move(itsText)), workedMs(itsMs)
{
}

QEvent::Type WorkEnd::kind()
{
    static const auto type = static_cast<Type>(registerEventType());
    return type;
}

void sayWorkEnd(QWidget& from, const QString& title, const QString& text, qint64 workedMs)
{
    WorkEnd end(title, text, workedMs);
    for (QWidget* at = &from; at; at = at->parentWidget()) {
        end.ignore();
        if (QCoreApplication::sendEvent(at, &end) && end.isAccepted()) return;
    }
}

} // namespace regnet
