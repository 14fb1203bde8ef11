// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_dialog.h"

#include "core/problem.h"
#include "widgets/figures/export_memory.h"
#include "widgets/figures/look_fields.h"
#include "widgets/figures/tell_saved.h"
#include "widgets/notices/work_end.h"
#include "widgets/plot/plot_drag.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/shown_text.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

const QSize previewSize(440, 330);

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

FigureOptions resized(FigureOptions look, const QSizeF& millimetres)
{
    look.widthMm = millimetres.width();
    look.heightMm = millimetres.height();
    return look;
}

} // namespace

ExportDialog::ExportDialog(MadeFigure figure, FigureCall call, const QString& figureName, QWidget* parent)
    : QDialog(parent), m_figure(std::move(figure)), m_call(std::move(call))
{
    setWindowTitle(tr("Export figure"));
    auto* form = new QFormLayout;
    setUpFile(form);
    setUpPresets(form);
    m_look = new LookFields(form, this);
    auto* columns = new QHBoxLayout;
    columns->addLayout(form, 1);
    columns->addWidget(makePreview());
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setAccessibleName(tr("Problem"));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_copy = m_buttons->addButton(tr("&Copy as command"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(QStringLiteral("copyCommand"));
    m_copy->setToolTip(tr("The line for a terminal that writes the same file"));
    m_copy->setEnabled(!m_call.name().isEmpty());
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    fillPresets({});
    m_look->setTitle(m_figure.plot.title);
    const exportMemory::Last last = exportMemory::last();
    m_sidecar->setChecked(last.hasSidecar);
    setOptions(hasSizeOfItsOwn() ? resized(last.look, m_call.standardSizeMm()) : last.look);
    setPath(QDir(last.folder).filePath(figureName + QLatin1Char('.') + last.ending));
    wire();
    updatePreview();
}

void ExportDialog::setUpFile(QFormLayout* form)
{
    m_path = new QLineEdit(this);
    m_path->setMinimumWidth(300);
    auto* browseButton = new QPushButton(tr("Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    m_format = new QComboBox(this);
    m_format->addItem(tr("PDF: vectors, for papers"), QStringLiteral("pdf"));
    m_format->addItem(tr("SVG: vectors, to edit"), QStringLiteral("svg"));
    m_format->addItem(tr("PNG: pixels, for slides"), QStringLiteral("png"));
    m_format->addItem(tr("TeX: PGFPlots, in the paper's own fonts"), QStringLiteral("tex"));
    m_format->addItem(tr("CSV: the data shown"), QStringLiteral("csv"));
    m_sidecar = new QCheckBox(tr("Provenance as a &JSON file beside it"), this);
    m_sidecar->setToolTip(
        tr("PDF, SVG, PNG and TeX carry it inside as well: \"regnet figure --verify\" reads it"));
    auto* fileLabel = new QLabel(tr("&File"), this);
    fileLabel->setBuddy(m_path);
    m_replaced = new QLabel(this);
    m_replaced->setObjectName(QStringLiteral("replaced"));
    form->addRow(fileLabel, rowOf({m_path, browseButton}));
    form->addRow(QString(), m_replaced);
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(QString(), m_sidecar);
}

void ExportDialog::setUpPresets(QFormLayout* form)
{
    m_preset = new QComboBox(this);
    m_preset->setObjectName(QStringLiteral("presets"));
    auto* save = new QPushButton(tr("Save as…"), this);
    save->setToolTip(tr("Keep size, fonts and colours under a name"));
    m_deletePreset = new QPushButton(tr("Delete"), this);
    connect(save, &QPushButton::clicked, this, &ExportDialog::askPresetName);
    connect(m_deletePreset, &QPushButton::clicked, this, [this] { deletePreset(m_preset->currentText()); });
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        if (index > 0) usePreset(m_preset->currentText());
        m_deletePreset->setEnabled(index > 0);
    });
    auto* label = new QLabel(tr("&Preset"), this);
    label->setBuddy(m_preset);
    auto* row = rowOf({m_preset, save, m_deletePreset});
    row->setStretch(0, 1);
    form->addRow(label, row);
}

QWidget* ExportDialog::makePreview()
{
    auto* panel = new QWidget(this);
    m_preview = new QLabel(panel);
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_grey = new QCheckBox(tr("Show it &without colour"), panel);
    m_greyWarning = new QLabel(panel);
    m_greyWarning->setObjectName(QStringLiteral("greyWarning"));
    m_greyWarning->setTextFormat(Qt::PlainText);
    m_greyWarning->setWordWrap(true);
    m_greyWarning->setAccessibleName(tr("What looks alike without colour"));
    auto* column = new QVBoxLayout(panel);
    column->addWidget(m_preview);
    column->addWidget(m_grey);
    column->addWidget(m_greyWarning);
    column->addStretch();
    return panel;
}

void ExportDialog::wire()
{
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(command()); });
    connect(m_format, &QComboBox::activated, this, &ExportDialog::chooseFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::updatePreview);
    connect(m_look, &LookFields::changed, this, &ExportDialog::updatePreview);
    connect(m_grey, &QCheckBox::toggled, this, &ExportDialog::updatePreview);
}

FigureOptions ExportDialog::options() const
{
    return m_look->options();
}

void ExportDialog::setOptions(const FigureOptions& options)
{
    m_look->setOptions(options);
}

QString ExportDialog::path() const
{
    return m_path->text();
}

void ExportDialog::setPath(const QString& path)
{
    m_path->setText(path);
}

QString ExportDialog::problem() const
{
    return m_problem->text();
}

QString ExportDialog::greyWarning() const
{
    return m_greyWarning->text();
}

/// Such a figure neither takes the size that was chosen for others nor leaves them its own.
bool ExportDialog::hasSizeOfItsOwn() const
{
    return m_call.standardSizeMm() != FigureCall().standardSizeMm();
}

/// The figure with the title that is typed.
MadeFigure ExportDialog::figure() const
{
    MadeFigure figure = m_figure;
    figure.plot.title = m_look->title();
    return figure;
}

FigureCall ExportDialog::call() const
{
    FigureCall call = m_call;
    FigureOptions picture = options();
    // An empty title is no title, also where the figure would bring one of its own.
    if (m_look->title().isEmpty() && !m_figure.plot.title.isEmpty()) picture.hasTitle = false;
    call.setPicture(picture);
    if (m_look->title() != m_figure.plot.title) call.set(QStringLiteral("title"), m_look->title());
    return call;
}

QString ExportDialog::command() const
{
    if (m_call.name().isEmpty()) return {};
    return call().shellLine(path()) + (m_sidecar->isChecked() ? QString() : QStringLiteral(" --no-sidecar"));
}

void ExportDialog::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export figure"), this->path(),
                                                      tr("Figures (*.pdf *.svg *.png *.tex *.csv)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) setPath(path);
}

/// The format is the file's ending; choosing one changes it.
void ExportDialog::chooseFormat()
{
    const QFileInfo file(path());
    setPath(
        file.dir().filePath(file.completeBaseName() + QLatin1Char('.') + m_format->currentData().toString()));
}

QStringList ExportDialog::presets() const
{
    return exportMemory::presets();
}

void ExportDialog::savePreset(const QString& name)
{
    exportMemory::savePreset(name, options());
    fillPresets(name);
}

void ExportDialog::usePreset(const QString& name)
{
    if (const auto look = exportMemory::preset(name)) setOptions(*look);
}

void ExportDialog::deletePreset(const QString& name)
{
    exportMemory::deletePreset(name);
    fillPresets({});
}

void ExportDialog::fillPresets(const QString& chosen)
{
    m_preset->clear();
    m_preset->addItem(presets().isEmpty() ? tr("none saved yet") : tr("choose one"));
    m_preset->addItems(presets());
    m_preset->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_preset->findText(chosen)));
    m_deletePreset->setEnabled(m_preset->currentIndex() > 0);
}

void ExportDialog::askPresetName()
{
    bool isGiven = false;
    const QString name =
        QInputDialog::getText(this, tr("Save preset"), tr("Name of the preset:"), QLineEdit::Normal,
                              m_preset->currentIndex() > 0 ? m_preset->currentText() : QString(), &isGiven)
            .trimmed();
    if (isGiven && !name.isEmpty()) savePreset(name);
}

void ExportDialog::updatePreview()
{
    m_look->showProblems();
    m_replaced->setText(QFileInfo(path()).isFile() ? tr("This file is there and will be replaced.")
                                                   : QString());
    try {
        const FigureFormat format = formatOf(path());
        m_format->setCurrentIndex(static_cast<int>(format));
        m_look->setHasResolution(format == FigureFormat::Png);
        const FigureOptions look = call().picture();
        showProblem({});
        const QStringList alike = alikeInGrey(m_figure.plot, themeOf(look), look.palette);
        m_greyWarning->setText(alike.mid(0, 3).join(QLatin1Char('\n')));
        const double inches =
            std::max(look.widthMm / previewSize.width(), look.heightMm / previewSize.height());
        QImage image = figureImage(figure().plot, look, mmPerInch / inches * devicePixelRatioF());
        image.setDevicePixelRatio(devicePixelRatioF());
        m_preview->setPixmap(QPixmap::fromImage(m_grey->isChecked() ? inGrey(image) : image));
    } catch (const Error& error) {
        showProblem(shownSentence(error.problem()));
    }
}

void ExportDialog::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(text.isEmpty());
}

void ExportDialog::accept()
{
    QElapsedTimer since;
    since.start();
    const auto sayEnd = [this, &since](const QString& text) {
        sayWorkEnd(*this, tr("The figure is done"), text, since.elapsed());
    };
    try {
        writeFigure(call(), figure(), {path(), m_sidecar->isChecked()});
    } catch (const Error& error) {
        // Saving stays possible: the disk may have room, or the folder may appear, at the next try.
        m_problem->setText(shownSentence(error.problem()));
        return sayEnd(m_problem->text());
    }
    sayEnd(tr("Written to %1.").arg(path()));
    exportMemory::Last last = exportMemory::last();
    last.look = hasSizeOfItsOwn() ? resized(options(), {last.look.widthMm, last.look.heightMm}) : options();
    last.folder = QFileInfo(path()).absolutePath();
    last.ending = QFileInfo(path()).suffix().toLower();
    last.hasSidecar = m_sidecar->isChecked();
    exportMemory::setLast(last);
    QDialog::accept();
}

void offerExport(PlotWidget& plot, const std::function<FigureCall()>& call,
                 std::function<std::vector<std::shared_ptr<const Population>>()> populations)
{
    const auto made = [&plot, call, populations = std::move(populations)] {
        MadeFigure figure{plot.plot(), {}};
        if (populations) figure.populations = populations();
        return figureForFile(std::move(figure), call());
    };
    QObject::connect(&plot, &PlotWidget::exportRequested, &plot, [&plot, call, made] {
        openExportDialog(made(), call(), plot.figureName(), plot.window());
    });
    setDragFile(plot, [call, made](FigureFormat format) { return fileBytes(call(), made(), format); });
}

void openExportDialog(MadeFigure figure, const FigureCall& call, const QString& figureName, QWidget* parent)
{
    auto* dialog = new ExportDialog(std::move(figure), call, figureName, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [dialog] { tellSaved(*dialog, dialog->path()); });
    dialog->open();
}

} // namespace regnet
