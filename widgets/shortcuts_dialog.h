// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QMainWindow;

namespace regnet {

/// Every shortcut of menus and docks, read from them, and what keys do in controls and plots.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(const QMainWindow& window, QWidget* parent = nullptr);
};

} // namespace regnet
