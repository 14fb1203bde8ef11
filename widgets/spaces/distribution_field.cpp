// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/distribution_field.h"

#include "core/text/readable.h"
#include "widgets/spaces/number_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace regnet {
namespace {

constexpr std::array kinds{DistributionKind::Uniform, DistributionKind::LogUniform,
                           DistributionKind::Power2,  DistributionKind::Power2OrLogUniform,
                           DistributionKind::Normal,  DistributionKind::LogNormal,
                           DistributionKind::List};

QString nameFor(DistributionKind kind)
{
    switch (kind) {
    case DistributionKind::Uniform:
        return DistributionField::tr("uniform");
    case DistributionKind::LogUniform:
        return DistributionField::tr("log-uniform");
    case DistributionKind::Power2:
        return DistributionField::tr("powers of 2");
    case DistributionKind::Power2OrLogUniform:
        return DistributionField::tr("powers of 2, then log-uniform");
    case DistributionKind::Normal:
        return DistributionField::tr("normal");
    case DistributionKind::LogNormal:
        return DistributionField::tr("log-normal");
    case DistributionKind::List:
        return DistributionField::tr("list");
    }
    return {};
}

/// Where a list is made of a range, or a range of a list, the ends stay.
Distribution asKind(Distribution d, DistributionKind kind)
{
    if (kind == DistributionKind::List && d.kind != DistributionKind::List) {
        d.values = d.low == d.high ? std::vector{d.low} : std::vector{d.low, d.high};
    } else if (d.kind == DistributionKind::List && kind != DistributionKind::List && !d.values.empty()) {
        const auto [low, high] = std::ranges::minmax(d.values);
        d.low = low;
        d.high = high;
        d.quantum = 1;
        d.values.clear();
    }
    d.kind = kind;
    return d;
}

} // namespace

void showNumber(QLineEdit* edit, double number)
{
    const double typed = numberFrom(edit->text());
    if (typed == number || (std::isnan(number) && std::isnan(typed))) return;
    edit->setText(QString::fromStdString(shortest(number)));
}

QLabel* makeProblemLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name + QStringLiteral("Problem"));
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::BrightText);
    label->hide();
    return label;
}

void showProblem(QLabel* label, const QString& sentence)
{
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

DistributionField::DistributionField(const QString& name, const QString& label, const QString& tip,
                                     QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_to(new QLabel(tr("to"), this)),
      m_step(new QLabel(tr("step"), this)), m_problem(makeProblemLabel(name, this))
{
    setObjectName(name);
    auto* title = new QLabel(label, this);
    title->setBuddy(m_kind);
    title->setToolTip(tip);
    m_kind->setObjectName(name + QStringLiteral("Kind"));
    m_kind->setAccessibleName(tr("%1: distribution").arg(label));
    m_kind->setToolTip(tip);
    m_kind->setFocusPolicy(Qt::StrongFocus);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(11);
    for (const DistributionKind kind : kinds)
        m_kind->addItem(nameFor(kind));
    m_low = addEdit(tr("%1: lowest").arg(label), name + QStringLiteral("Low"), 6);
    m_high = addEdit(tr("%1: highest").arg(label), name + QStringLiteral("High"), 6);
    m_quantum = addEdit(tr("%1: step (quantum)").arg(label), name + QStringLiteral("Quantum"), 5);
    m_values = addEdit(tr("%1: values").arg(label), name + QStringLiteral("Values"), 12);
    m_values->setPlaceholderText(tr("1, 2, 4"));

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_kind, 2);
    for (QWidget* part :
         {static_cast<QWidget*>(m_low), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_high),
          static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_quantum)})
        row->addWidget(part, qobject_cast<QLineEdit*>(part) != nullptr ? 1 : 0);
    row->addWidget(m_values, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(1);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(m_problem);
    connect(m_kind, &QComboBox::activated, this, &DistributionField::edit);
    arrange();
}

QLineEdit* DistributionField::addEdit(const QString& part, const QString& name, int letters)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(part);
    edit->setToolTip(part);
    edit->setMinimumWidth(edit->fontMetrics().horizontalAdvance(QLatin1Char('8')) * letters +
                          edit->fontMetrics().height());
    connect(edit, &QLineEdit::textEdited, this, &DistributionField::edit);
    return edit;
}

void DistributionField::arrange()
{
    const bool isList = m_shown.kind == DistributionKind::List;
    const bool hasQuantum = !isList && m_shown.kind != DistributionKind::Power2;
    m_values->setVisible(isList);
    for (QWidget* part :
         {static_cast<QWidget*>(m_low), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_high)})
        part->setVisible(!isList);
    m_step->setVisible(hasQuantum);
    m_quantum->setVisible(hasQuantum);
}

void DistributionField::showDistribution(const Distribution& distribution)
{
    m_shown = distribution;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == distribution.kind) m_kind->setCurrentIndex(static_cast<int>(i));
    showNumber(m_low, distribution.low);
    showNumber(m_high, distribution.high);
    showNumber(m_quantum, distribution.quantum);
    if (textOf(numbersFrom(m_values->text())) != textOf(distribution.values))
        m_values->setText(textOf(distribution.values));
    arrange();
}

void DistributionField::setReadOnly(bool isReadOnly)
{
    m_kind->setEnabled(!isReadOnly);
    for (QLineEdit* edit : {m_low, m_high, m_quantum, m_values})
        edit->setReadOnly(isReadOnly);
}

void DistributionField::setProblem(const QString& sentence)
{
    regnet::showProblem(m_problem, sentence);
    for (QLineEdit* edit : {m_low, m_high, m_quantum, m_values})
        edit->setAccessibleDescription(sentence);
}

void DistributionField::edit()
{
    Distribution wanted = m_shown;
    if (wanted.kind == DistributionKind::List) {
        wanted.values = numbersFrom(m_values->text());
    } else {
        wanted.low = numberFrom(m_low->text());
        wanted.high = numberFrom(m_high->text());
        wanted.quantum = numberFrom(m_quantum->text());
    }
    wanted = asKind(wanted, kinds[static_cast<std::size_t>(m_kind->currentIndex())]);
    Q_EMIT edited(wanted);
}

} // namespace regnet
