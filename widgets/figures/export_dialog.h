// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figures/make_figure.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace regnet {

class LookFields;
class PlotWidget;

/// Asks where and how a figure shall be written, with a preview of the very picture, and writes it with its
/// provenance. What is chosen is remembered, and can be kept as a preset by name.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `call` is what makes the figure from the command line; one without a name offers no command.
    ExportDialog(MadeFigure figure, FigureCall call, const QString& figureName, QWidget* parent = nullptr);

    FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    QString path() const;
    void setPath(const QString& path);
    QString problem() const; ///< the sentence that is shown; empty when all is well
    QString command() const; ///< the line for a terminal; empty where no command makes this figure
    /// Without colour these look alike; empty when all is well.
    QString greyWarning() const;

    QStringList presets() const;
    void savePreset(const QString& name);
    void usePreset(const QString& name);
    void deletePreset(const QString& name);

public Q_SLOTS:
    /// Writes the file; a problem is shown and the dialog stays.
    void accept() override;

private:
    void setUpPresets(QFormLayout* form);
    void setUpFile(QFormLayout* form);
    QWidget* makePreview();
    void wire();
    void browse();
    void chooseFormat();
    void askPresetName();
    void fillPresets(const QString& chosen);
    void updatePreview();
    void showProblem(const QString& text);
    bool hasSizeOfItsOwn() const;
    MadeFigure figure() const;
    FigureCall call() const;

    MadeFigure m_figure;
    FigureCall m_call;
    QLineEdit* m_path = nullptr;
    QLabel* m_replaced = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_preset = nullptr;
    QPushButton* m_deletePreset = nullptr;
    LookFields* m_look = nullptr;
    QCheckBox* m_sidecar = nullptr;
    QCheckBox* m_grey = nullptr;
    QLabel* m_greyWarning = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_problem = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
    QPushButton* m_copy = nullptr;
};

/// What a plot shows goes out, by the dialog or dragged, as the file that `call` makes from the command line.
void offerExport(PlotWidget& plot, const std::function<FigureCall()>& call,
                 std::function<std::vector<std::shared_ptr<const Population>>()> populations = {});
/// Opens the dialog, which deletes itself: for a view that is no PlotWidget but has its picture as a plot.
void openExportDialog(MadeFigure figure, const FigureCall& call, const QString& figureName, QWidget* parent);

} // namespace regnet
