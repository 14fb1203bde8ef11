// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_dialog.h"

#include "core/problem.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace regnet {
namespace {

const QSize previewSize(420, 320);

QDoubleSpinBox* numberBox(QWidget* parent, double low, double high, const QString& suffix)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setRange(low, high);
    box->setDecimals(1);
    box->setSuffix(suffix);
    return box;
}

/// The user's own, or the file that REGNET_SETTINGS names, as for the window itself.
std::unique_ptr<Settings> openSettings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<Settings>() : std::make_unique<Settings>(file);
}

} // namespace

ExportDialog::ExportDialog(Plot plot, const QString& figureName, const QString& provenance, QWidget* parent)
    : QDialog(parent), m_plot(std::move(plot)), m_provenance(provenance)
{
    setWindowTitle(tr("Export figure"));
    setupFields();
    const auto settings = openSettings();
    FigureOptions options;
    options.widthMm = settings->value(QStringLiteral("export/widthMm"), options.widthMm).toDouble();
    options.heightMm = settings->value(QStringLiteral("export/heightMm"), options.heightMm).toDouble();
    options.fontPt = settings->value(QStringLiteral("export/fontPt"), options.fontPt).toDouble();
    options.dpi = settings->value(QStringLiteral("export/dpi"), options.dpi).toInt();
    options.isDark = settings->value(QStringLiteral("export/isDark"), options.isDark).toBool();
    const QString ending = settings->value(QStringLiteral("export/ending"), QStringLiteral("pdf")).toString();
    const QString folder = settings->value(QStringLiteral("export/folder"), QDir::homePath()).toString();
    setOptions(options);
    setPath(QDir(folder).filePath(figureName + QLatin1Char('.') + ending));
}

void ExportDialog::setupFields()
{
    m_path = new QLineEdit(this);
    m_path->setMinimumWidth(260);
    auto* browseButton = new QPushButton(tr("Browse…"), this);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* pathRow = new QHBoxLayout;
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(browseButton);
    m_format = new QComboBox(this);
    m_format->addItem(tr("PDF: vectors, for papers"), QStringLiteral("pdf"));
    m_format->addItem(tr("SVG: vectors, to edit"), QStringLiteral("svg"));
    m_format->addItem(tr("PNG: pixels, for slides"), QStringLiteral("png"));
    m_format->addItem(tr("CSV: the data shown"), QStringLiteral("csv"));
    m_width = numberBox(this, 20, 1000, tr(" mm"));
    m_height = numberBox(this, 20, 1000, tr(" mm"));
    m_font = numberBox(this, 4, 48, tr(" pt"));
    m_dpi = new QSpinBox(this);
    m_dpi->setRange(72, 1200);
    m_dpi->setSuffix(tr(" dpi"));
    m_dark = new QCheckBox(tr("Dark colours"), this);
    auto* form = new QFormLayout;
    auto* fileLabel = new QLabel(tr("&File"), this);
    fileLabel->setBuddy(m_path);
    form->addRow(fileLabel, pathRow);
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("&Text size"), m_font);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(QString(), m_dark);
    m_preview = new QLabel(this);
    m_preview->setFixedSize(previewSize);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    auto* columns = new QHBoxLayout;
    columns->addLayout(form, 1);
    columns->addWidget(m_preview);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("Problem"));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns);
    column->addWidget(m_problem);
    column->addWidget(m_buttons);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::chooseFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::updatePreview);
    for (QDoubleSpinBox* box : {m_width, m_height, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    connect(m_dark, &QCheckBox::toggled, this, &ExportDialog::updatePreview);
}

FigureOptions ExportDialog::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    options.heightMm = m_height->value();
    options.fontPt = m_font->value();
    options.dpi = m_dpi->value();
    options.isDark = m_dark->isChecked();
    options.provenance = m_provenance;
    return options;
}

void ExportDialog::setOptions(const FigureOptions& options)
{
    m_width->setValue(options.widthMm);
    m_height->setValue(options.heightMm);
    m_font->setValue(options.fontPt);
    m_dpi->setValue(options.dpi);
    m_dark->setChecked(options.isDark);
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

void ExportDialog::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export figure"), this->path(),
                                                      tr("Figures (*.pdf *.svg *.png *.csv)"), nullptr,
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

void ExportDialog::updatePreview()
{
    try {
        const FigureFormat format = formatOf(path());
        m_format->setCurrentIndex(static_cast<int>(format));
        const bool isPicture = format != FigureFormat::Csv;
        for (QWidget* field : {static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_height),
                               static_cast<QWidget*>(m_font), static_cast<QWidget*>(m_dark)})
            field->setEnabled(isPicture);
        m_dpi->setEnabled(format == FigureFormat::Png);
        checkOptions(options());
        showProblem({});
        const double inches =
            std::max(options().widthMm / previewSize.width(), options().heightMm / previewSize.height());
        QImage image = figureImage(m_plot, options(), 25.4 / inches * devicePixelRatioF());
        image.setDevicePixelRatio(devicePixelRatioF());
        m_preview->setPixmap(QPixmap::fromImage(image));
    } catch (const Error& error) {
        showProblem(QString::fromUtf8(error.what()));
    }
}

void ExportDialog::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(text.isEmpty());
}

void ExportDialog::accept()
{
    try {
        exportFigure(m_plot, path(), options());
    } catch (const Error& error) {
        // Saving stays possible: the disk may have room, or the folder may appear, at the next try.
        m_problem->setText(QString::fromUtf8(error.what()));
        return;
    }
    const auto settings = openSettings();
    settings->setValue(QStringLiteral("export/widthMm"), options().widthMm);
    settings->setValue(QStringLiteral("export/heightMm"), options().heightMm);
    settings->setValue(QStringLiteral("export/fontPt"), options().fontPt);
    settings->setValue(QStringLiteral("export/dpi"), options().dpi);
    settings->setValue(QStringLiteral("export/isDark"), options().isDark);
    settings->setValue(QStringLiteral("export/ending"), QFileInfo(path()).suffix().toLower());
    settings->setValue(QStringLiteral("export/folder"), QFileInfo(path()).absolutePath());
    QDialog::accept();
}

void openExportDialog(PlotWidget& plot, const QString& provenance)
{
    openExportDialog(plot.plot(), plot.figureName(), provenance, plot.window());
}

void openExportDialog(const Plot& plot, const QString& figureName, const QString& provenance, QWidget* parent)
{
    auto* dialog = new ExportDialog(plot, figureName, provenance, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace regnet
