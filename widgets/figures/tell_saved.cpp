// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/tell_saved.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QMainWindow>
#include <QStatusBar>

namespace regnet {

void tellSaved(const QDialog& dialog, const QString& path)
{
    constexpr int messageMs = 10'000; // a path takes longer to read than a word
    auto* window = qobject_cast<QMainWindow*>(dialog.parentWidget());
    if (!window) return;
    window->statusBar()->showMessage(
        QCoreApplication::translate("regnet::MainWindow", "Saved %1").arg(QDir::toNativeSeparators(path)),
        messageMs);
}

} // namespace regnet
