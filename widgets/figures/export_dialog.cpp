// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/export_dialog.h"

#include "core/problem.h"
#include "widgets/figures/venues.h"
#include "widgets/plot/plot_widget.h"
#include "widgets/settings.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace regnet {
namespace {

const QSize previewSize(440, 330);
const QString presetsKey = QStringLiteral("export/presets"), lookKey = QStringLiteral("export/look"),
              endingKey = QStringLiteral("export/ending"), folderKey = QStringLiteral("export/folder"),
              sidecarKey = QStringLiteral("export/sidecar");

/// The user's own, or the file that REGNET_SETTINGS names, as for the window itself.
std::unique_ptr<Settings> openSettings()
{
    const QString file = qEnvironmentVariable("REGNET_SETTINGS");
    return file.isEmpty() ? std::make_unique<Settings>() : std::make_unique<Settings>(file);
}

/// A look as words of the command line, which outlive versions; what cannot be read is the standard.
QStringList wordsOf(const FigureOptions& look)
{
    FigureCall call(QStringLiteral("look"));
    call.setPicture(look);
    return call.words();
}

FigureOptions lookFrom(const QStringList& words)
{
    try {
        return FigureCall::from(words).picture();
    } catch (const Error&) {
        return {};
    }
}

QString legendTitle(LegendPlace place)
{
    switch (place) {
    case LegendPlace::None:
        return ExportDialog::tr("none");
    case LegendPlace::TopLeft:
        return ExportDialog::tr("top left");
    case LegendPlace::TopRight:
        return ExportDialog::tr("top right");
    case LegendPlace::BottomLeft:
        return ExportDialog::tr("bottom left");
    case LegendPlace::BottomRight:
        return ExportDialog::tr("bottom right");
    case LegendPlace::Right:
        return ExportDialog::tr("beside the plot");
    case LegendPlace::Below:
        return ExportDialog::tr("below the plot");
    default:
        return ExportDialog::tr("the corner that is free");
    }
}

QString paletteTitle(Palette palette)
{
    switch (palette) {
    case Palette::Bright:
        return ExportDialog::tr("bright (Tol; colour-blind-safe)");
    case Palette::Greys:
        return ExportDialog::tr("greys, told apart by dashes");
    default:
        return ExportDialog::tr("colour-blind-safe (Okabe and Ito)");
    }
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

ExportDialog::ExportDialog(MadeFigure figure, FigureCall call, const QString& figureName, QWidget* parent)
    : QDialog(parent), m_figure(std::move(figure)), m_call(std::move(call))
{
    setWindowTitle(tr("Export figure"));
    auto* form = new QFormLayout;
    setUpFile(form);
    setUpPresets(form);
    setUpSize(form);
    setUpLook(form);
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
    const auto settings = openSettings();
    fillPresets({});
    m_title->setText(m_figure.plot.title);
    m_sidecar->setChecked(settings->value(sidecarKey, true).toBool());
    setOptions(lookFrom(settings->value(lookKey).toStringList()));
    const QString ending = settings->value(endingKey, QStringLiteral("pdf")).toString();
    const QString folder = settings->value(folderKey, QDir::homePath()).toString();
    setPath(QDir(folder).filePath(figureName + QLatin1Char('.') + ending));
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
    form->addRow(fileLabel, rowOf({m_path, browseButton}));
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

/// A number with room for what is wrong with it beside it.
QDoubleSpinBox* ExportDialog::addNumber(QFormLayout* form, const QString& label, const QString& field,
                                        const QString& suffix)
{
    auto* box = new QDoubleSpinBox(this);
    // Any number can be typed: what is wrong with it is said, not quietly changed.
    box->setRange(0, 99'999);
    box->setDecimals(field == QLatin1String("dpi") ? 0 : field == QLatin1String("linePt") ? 2 : 1);
    box->setSingleStep(field == QLatin1String("linePt") ? 0.1 : 1);
    box->setSuffix(suffix);
    box->setObjectName(field);
    auto* remark = new QLabel(this);
    remark->setObjectName(field + QLatin1String("Remark"));
    QFont bold = remark->font();
    bold.setBold(true);
    remark->setFont(bold);
    m_remarks.insert(field, remark);
    auto* row = rowOf({box, remark});
    row->setStretch(1, 1);
    auto* name = new QLabel(label, this);
    name->setBuddy(box);
    form->addRow(name, row);
    return box;
}

void ExportDialog::setUpSize(QFormLayout* form)
{
    m_venue = new QComboBox(this);
    m_venue->setObjectName(QStringLiteral("venue"));
    m_venue->addItem(tr("own size"), 0.0);
    const auto add = [this](const QString& name, double width) {
        m_venue->addItem(QStringLiteral("%1 (%2 mm)").arg(name).arg(width), width);
    };
    for (const Venue& venue : venues()) {
        const QString name = QString::fromLatin1(venue.name);
        if (venue.columnMm > 0) add(tr("%1, one column").arg(name), venue.columnMm);
        add(venue.columnMm > 0 ? tr("%1, both columns").arg(name) : tr("%1, text width").arg(name),
            venue.textMm);
    }
    form->addRow(tr("Fit &into"), m_venue);
    m_width = addNumber(form, tr("&Width"), QStringLiteral("widthMm"), tr(" mm"));
    m_height = addNumber(form, tr("&Height"), QStringLiteral("heightMm"), tr(" mm"));
    m_dpi = addNumber(form, tr("&Resolution"), QStringLiteral("dpi"), tr(" dpi"));
}

void ExportDialog::setUpLook(QFormLayout* form)
{
    m_family = new QComboBox(this);
    m_family->setObjectName(QStringLiteral("family"));
    m_family->addItem(tr("DejaVu Sans (the program's own)"), QString());
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family)) m_family->addItem(family, family);
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Fo&nt"), m_family);
    m_font = addNumber(form, tr("Te&xt size"), QStringLiteral("fontPt"), tr(" pt"));
    m_line = addNumber(form, tr("Curve wi&dth"), QStringLiteral("linePt"), tr(" pt"));
    m_line->setSpecialValueText(tr("follows the text"));
    m_palette = new QComboBox(this);
    m_palette->setObjectName(QStringLiteral("palette"));
    for (const Palette palette : palettes())
        m_palette->addItem(paletteTitle(palette), static_cast<int>(palette));
    form->addRow(tr("Co&lours"), m_palette);
    m_legend = new QComboBox(this);
    m_legend->setObjectName(QStringLiteral("legend"));
    m_legend->addItem(tr("as in the window"), -1);
    for (const LegendPlace place : legendPlaces())
        m_legend->addItem(legendTitle(place), static_cast<int>(place));
    form->addRow(tr("Le&gend"), m_legend);
    m_hasTitle = new QCheckBox(tr("&Title"), this);
    m_title = new QLineEdit(this);
    m_title->setAccessibleName(tr("Title above the plot"));
    m_title->setPlaceholderText(tr("none; captions of papers say it below"));
    form->addRow(m_hasTitle, m_title);
    m_dark = new QCheckBox(tr("Dar&k page, for slides"), this);
    form->addRow(QString(), m_dark);
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
    connect(m_venue, &QComboBox::activated, this, &ExportDialog::chooseVenue);
    for (QLineEdit* line : {m_path, m_title})
        connect(line, &QLineEdit::textChanged, this, &ExportDialog::updatePreview);
    for (QDoubleSpinBox* box : {m_width, m_height, m_font, m_line, m_dpi})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportDialog::updatePreview);
    for (QComboBox* box : {m_family, m_palette, m_legend})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::updatePreview);
    for (QCheckBox* box : {m_dark, m_hasTitle, m_grey})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::updatePreview);
}

FigureOptions ExportDialog::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    options.heightMm = m_height->value();
    options.family = m_family->currentData().toString();
    options.fontPt = m_font->value();
    options.linePt = m_line->value();
    options.dpi = static_cast<int>(m_dpi->value());
    options.palette = static_cast<Palette>(m_palette->currentData().toInt());
    if (m_legend->currentIndex() > 0)
        options.legend = static_cast<LegendPlace>(m_legend->currentData().toInt());
    options.isDark = m_dark->isChecked();
    options.hasTitle = m_hasTitle->isChecked();
    return options;
}

void ExportDialog::setOptions(const FigureOptions& options)
{
    const auto choose = [](QComboBox& box, const QVariant& value) {
        box.setCurrentIndex(std::max(0, box.findData(value)));
    };
    m_width->setValue(options.widthMm);
    m_height->setValue(options.heightMm);
    m_font->setValue(options.fontPt);
    m_line->setValue(options.linePt);
    m_dpi->setValue(options.dpi);
    choose(*m_family, options.family);
    choose(*m_palette, static_cast<int>(options.palette));
    choose(*m_legend, options.legend ? static_cast<int>(*options.legend) : -1);
    choose(*m_venue, options.widthMm);
    m_dark->setChecked(options.isDark);
    m_hasTitle->setChecked(options.hasTitle);
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

/// The figure with the title that is typed.
MadeFigure ExportDialog::figure() const
{
    MadeFigure figure = m_figure;
    figure.plot.title = m_title->text();
    return figure;
}

FigureCall ExportDialog::call() const
{
    FigureCall call = m_call;
    FigureOptions picture = options();
    // An empty title is no title, also where the figure would bring one of its own.
    if (m_title->text().isEmpty() && !m_figure.plot.title.isEmpty()) picture.hasTitle = false;
    call.setPicture(picture);
    if (m_title->text() != m_figure.plot.title) call.set(QStringLiteral("title"), m_title->text());
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

/// The height keeps its proportion.
void ExportDialog::chooseVenue()
{
    const double width = m_venue->currentData().toDouble();
    if (width <= 0) return;
    const double proportion = m_width->value() > 0 ? m_height->value() / m_width->value() : 0.75;
    m_height->setValue(width * proportion);
    m_width->setValue(width);
}

QStringList ExportDialog::presets() const
{
    QStringList names = openSettings()->value(presetsKey).toMap().keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void ExportDialog::savePreset(const QString& name)
{
    const auto settings = openSettings();
    QVariantMap all = settings->value(presetsKey).toMap();
    all.insert(name, wordsOf(options()));
    settings->setValue(presetsKey, all);
    settings->sync();
    fillPresets(name);
}

void ExportDialog::usePreset(const QString& name)
{
    const QVariantMap all = openSettings()->value(presetsKey).toMap();
    if (all.contains(name)) setOptions(lookFrom(all.value(name).toStringList()));
}

void ExportDialog::deletePreset(const QString& name)
{
    const auto settings = openSettings();
    QVariantMap all = settings->value(presetsKey).toMap();
    all.remove(name);
    settings->setValue(presetsKey, all);
    settings->sync();
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

void ExportDialog::showNumberProblems()
{
    for (QLabel* remark : std::as_const(m_remarks))
        remark->clear();
    for (const OptionProblem& problem : problemsOf(options()))
        if (QLabel* remark = m_remarks.value(problem.field)) remark->setText(tr("⚠ %1").arg(problem.allowed));
}

void ExportDialog::updatePreview()
{
    {
        const QSignalBlocker quiet(m_venue);
        m_venue->setCurrentIndex(std::max(0, m_venue->findData(m_width->value())));
    }
    showNumberProblems();
    m_title->setEnabled(m_hasTitle->isChecked());
    try {
        const FigureFormat format = formatOf(path());
        m_format->setCurrentIndex(static_cast<int>(format));
        m_dpi->setEnabled(format == FigureFormat::Png);
        const FigureOptions look = call().picture();
        showProblem({});
        const QStringList alike = alikeInGrey(m_figure.plot, themeOf(look), look.palette);
        m_greyWarning->setText(alike.mid(0, 3).join(QLatin1Char('\n')));
        const double inches =
            std::max(look.widthMm / previewSize.width(), look.heightMm / previewSize.height());
        QImage image = figureImage(figure().plot, look, 25.4 / inches * devicePixelRatioF());
        image.setDevicePixelRatio(devicePixelRatioF());
        m_preview->setPixmap(QPixmap::fromImage(m_grey->isChecked() ? inGrey(image) : image));
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
        writeFigure(call(), figure(), {path(), m_sidecar->isChecked()});
    } catch (const Error& error) {
        // Saving stays possible: the disk may have room, or the folder may appear, at the next try.
        m_problem->setText(QString::fromUtf8(error.what()));
        return;
    }
    const auto settings = openSettings();
    settings->setValue(lookKey, wordsOf(options()));
    settings->setValue(endingKey, QFileInfo(path()).suffix().toLower());
    settings->setValue(folderKey, QFileInfo(path()).absolutePath());
    settings->setValue(sidecarKey, m_sidecar->isChecked());
    QDialog::accept();
}

void openExportDialog(PlotWidget& plot, const FigureCall& call,
                      std::vector<std::shared_ptr<const Population>> populations)
{
    openExportDialog({plot.plot(), std::move(populations)}, call, plot.figureName(), plot.window());
}

void openExportDialog(MadeFigure figure, const FigureCall& call, const QString& figureName, QWidget* parent)
{
    auto* dialog = new ExportDialog(std::move(figure), call, figureName, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace regnet
