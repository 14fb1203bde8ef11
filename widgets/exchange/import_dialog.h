// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/exchange/import_preview.h"

#include <QDialog>
#include <QElapsedTimer>

#include <memory>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace regnet {

template <typename T>
class LatestJob;

/// Shows what a file of another program holds before anything is kept: the populations and their first
/// networks, what is assumed, and, for a CSV, what each column is. The file is read off the GUI thread.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(std::filesystem::path file, std::filesystem::path store, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// What is to be kept; empty until the file was read.
    std::vector<PopulationSpec> populations() const;

Q_SIGNALS:
    void previewed(); ///< the file was read, well or not

private:
    void setUpFields();
    void read();
    void show(const ImportPreview& preview);
    void showColumns();
    void showMembers();
    void showCommand();
    void showSummary(const QString& text);
    void showProblem(const QString& text);
    ImportOptions options() const;

    std::filesystem::path m_file, m_store;
    ImportPreview m_preview;
    std::vector<CsvColumn> m_columns;
    QLabel* m_summary;
    QLabel* m_notes;
    QLabel* m_problem;
    QLabel* m_columnsTitle;
    QLabel* m_stemTitle;
    QLabel* m_pixelsTitle;
    QLineEdit* m_name;
    QComboBox* m_stem;
    QSpinBox* m_pixels;
    QTableWidget* m_columnTable;
    QTableWidget* m_members;
    QLineEdit* m_command;
    QDialogButtonBox* m_buttons;
    QElapsedTimer m_since; ///< of the last reading
    std::unique_ptr<LatestJob<ImportPreview>> m_job;
};

} // namespace regnet
