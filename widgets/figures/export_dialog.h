// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace regnet {

class PlotWidget;

/// Asks where and how large a figure shall be, with a preview of the very picture, and writes it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(Plot plot, const QString& figureName, const QString& provenance, QWidget* parent = nullptr);

    FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    QString path() const;
    void setPath(const QString& path);
    QString problem() const; ///< the sentence that is shown; empty when all is well

public Q_SLOTS:
    /// Writes the file; a problem is shown and the dialog stays.
    void accept() override;

private:
    void setupFields();
    void browse();
    void chooseFormat();
    void updatePreview();
    void showProblem(const QString& text);

    Plot m_plot;
    QString m_provenance;
    QLineEdit* m_path = nullptr;
    QComboBox* m_format = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_font = nullptr;
    QSpinBox* m_dpi = nullptr;
    QCheckBox* m_dark = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_problem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

/// Opens the dialog for what a plot shows; it deletes itself. `provenance` goes into the file.
void openExportDialog(PlotWidget& plot, const QString& provenance);
/// The same for a view that is no PlotWidget but has its picture as a plot.
void openExportDialog(const Plot& plot, const QString& figureName, const QString& provenance,
                      QWidget* parent);

} // namespace regnet
