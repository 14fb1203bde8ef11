// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <filesystem>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace regnet {

struct QueueRequest;

/// Asks for another name of a population, and says while it is typed what stands against it.
class RenameDialog : public QDialog
{
    Q_OBJECT

public:
    /// `taken`: the names of the other populations of that store.
    RenameDialog(const std::string& population, const std::vector<std::string>& taken,
                 const std::filesystem::path& store, QWidget* parent = nullptr);

    /// The renaming, as the queue takes it.
    QueueRequest request() const;

private:
    void check();

    std::string m_population;
    std::vector<std::string> m_taken;
    QLineEdit* m_name = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace regnet
