// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/crash_report.h"

#include <QDialog>

#include <filesystem>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace regnet {

/// Reports of windows that died, to read, copy and delete. Nothing is sent.
class CrashDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CrashDialog(const std::filesystem::path& folder, QWidget* parent = nullptr);

private:
    void load();
    void showReport();
    void deleteShown();

    std::filesystem::path m_folder;
    std::vector<CrashReport> m_reports;
    QComboBox* m_which = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace regnet
