// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTimer>

#include <functional>
#include <utility>

namespace regnet {

/// Does it once, to the modal dialog of that kind that comes next, however long that takes. To be called
/// before what opens the dialog, which comes back when the dialog is closed. `context` lives longer.
template <typename Dialog>
void onDialog(QObject* context, std::function<void(Dialog&)> act)
{
    auto* look = new QTimer(context);
    QObject::connect(look, &QTimer::timeout, look, [look, act = std::move(act)] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        look->stop();
        look->deleteLater();
        act(*dialog);
    });
    look->start(5);
}

} // namespace regnet
