// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/look_fields.h"

#include "widgets/figures/figure_call.h"
#include "widgets/figures/venues.h"
#include "widgets/shown_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace regnet {
namespace {

QString legendTitle(LegendPlace place)
{
    switch (place) {
    case LegendPlace::None:
        return LookFields::tr("none");
    case LegendPlace::TopLeft:
        return LookFields::tr("top left");
    case LegendPlace::TopRight:
        return LookFields::tr("top right");
    case LegendPlace::BottomLeft:
        return LookFields::tr("bottom left");
    case LegendPlace::BottomRight:
        return LookFields::tr("bottom right");
    case LegendPlace::Right:
        return LookFields::tr("beside the plot");
    case LegendPlace::Below:
        return LookFields::tr("below the plot");
    default:
        return LookFields::tr("the corner that is free");
    }
}

QString paletteTitle(Palette palette)
{
    switch (palette) {
    case Palette::Bright:
        return LookFields::tr("bright (Tol; colour-blind-safe)");
    case Palette::Greys:
        return LookFields::tr("greys, told apart by dashes");
    default:
        return LookFields::tr("colour-blind-safe (Okabe and Ito)");
    }
}

} // namespace

LookFields::LookFields(QFormLayout* form, QWidget* parent) : QObject(parent), m_parent(parent)
{
    setUpSize(form);
    setUpLook(form);
    wire();
}

/// A number with room for what is wrong with it beside it.
QDoubleSpinBox* LookFields::addNumber(QFormLayout* form, const QString& label, const QString& field,
                                      const QString& suffix)
{
    auto* box = new QDoubleSpinBox(m_parent);
    // Any number can be typed: what is wrong with it is said, not quietly changed.
    box->setRange(0, 99'999);
    box->setDecimals(field == QLatin1String("dpi") ? 0 : field == QLatin1String("linePt") ? 2 : 1);
    box->setSingleStep(field == QLatin1String("linePt") ? 0.1 : 1);
    box->setSuffix(suffix);
    box->setObjectName(field);
    auto* remark = new QLabel(m_parent);
    remark->setObjectName(field + QLatin1String("Remark"));
    QFont bold = remark->font();
    bold.setBold(true);
    remark->setFont(bold);
    m_remarks.insert(field, remark);
    auto* row = new QHBoxLayout;
    row->addWidget(box);
    row->addWidget(remark, 1);
    auto* name = new QLabel(label, m_parent);
    name->setBuddy(box);
    form->addRow(name, row);
    return box;
}

void LookFields::setUpSize(QFormLayout* form)
{
    m_venue = new QComboBox(m_parent);
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

void LookFields::setUpLook(QFormLayout* form)
{
    m_family = new QComboBox(m_parent);
    m_family->setObjectName(QStringLiteral("family"));
    m_family->addItem(tr("DejaVu Sans (the program's own)"), QString());
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family)) m_family->addItem(family, family);
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Fo&nt"), m_family);
    m_font = addNumber(form, tr("Te&xt size"), QStringLiteral("fontPt"), tr(" pt"));
    m_line = addNumber(form, tr("Curve wi&dth"), QStringLiteral("linePt"), tr(" pt"));
    m_line->setSpecialValueText(tr("follows the text"));
    m_palette = new QComboBox(m_parent);
    m_palette->setObjectName(QStringLiteral("palette"));
    for (const Palette palette : palettes())
        m_palette->addItem(paletteTitle(palette), static_cast<int>(palette));
    form->addRow(tr("Co&lours"), m_palette);
    m_legend = new QComboBox(m_parent);
    m_legend->setObjectName(QStringLiteral("legend"));
    m_legend->addItem(tr("as in the window"), -1);
    for (const LegendPlace place : legendPlaces())
        m_legend->addItem(legendTitle(place), static_cast<int>(place));
    form->addRow(tr("Le&gend"), m_legend);
    m_hasTitle = new QCheckBox(tr("&Title"), m_parent);
    m_title = new QLineEdit(m_parent);
    m_title->setAccessibleName(tr("Title above the plot"));
    m_title->setPlaceholderText(tr("none; captions of papers say it below"));
    form->addRow(m_hasTitle, m_title);
    m_dark = new QCheckBox(tr("Dar&k page, for slides"), m_parent);
    form->addRow(QString(), m_dark);
}

void LookFields::wire()
{
    connect(m_venue, &QComboBox::activated, this, &LookFields::chooseVenue);
    connect(m_title, &QLineEdit::textChanged, this, &LookFields::follow);
    for (QDoubleSpinBox* box : {m_width, m_height, m_font, m_line, m_dpi})
        connect(box, &QDoubleSpinBox::valueChanged, this, &LookFields::follow);
    for (QComboBox* box : {m_family, m_palette, m_legend})
        connect(box, &QComboBox::currentIndexChanged, this, &LookFields::follow);
    for (QCheckBox* box : {m_dark, m_hasTitle})
        connect(box, &QCheckBox::toggled, this, &LookFields::follow);
}

/// The venue is the one whose width is typed; a title that is not drawn need not be typed.
void LookFields::follow()
{
    {
        const QSignalBlocker quiet(m_venue);
        m_venue->setCurrentIndex(std::max(0, m_venue->findData(m_width->value())));
    }
    m_title->setEnabled(m_hasTitle->isChecked());
    Q_EMIT changed();
}

FigureOptions LookFields::options() const
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

void LookFields::setOptions(const FigureOptions& options)
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

QString LookFields::title() const
{
    return m_title->text();
}

void LookFields::setTitle(const QString& title)
{
    m_title->setText(title);
}

void LookFields::setHasResolution(bool hasResolution)
{
    m_dpi->setEnabled(hasResolution);
}

/// The height keeps its proportion.
void LookFields::chooseVenue()
{
    const double width = m_venue->currentData().toDouble();
    if (width <= 0) return;
    const double proportion = m_width->value() > 0 ? m_height->value() / m_width->value() : 0.75;
    m_height->setValue(width * proportion);
    m_width->setValue(width);
}

void LookFields::showProblems()
{
    for (QLabel* remark : std::as_const(m_remarks))
        remark->clear();
    for (const OptionProblem& problem : problemsOf(options()))
        if (QLabel* remark = m_remarks.value(problem.field))
            remark->setText(tr("⚠ %1").arg(shownText(problem.allowed.toStdString())));
}

} // namespace regnet
