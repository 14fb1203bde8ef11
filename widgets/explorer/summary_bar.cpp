// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/summary_bar.h"

#include "widgets/explorer/explorer_model.h"
#include "widgets/explorer/quiet_label.h"
#include "widgets/shown_quantity.h"

#include <QHBoxLayout>
#include <QLabel>

namespace regnet {
namespace {

QString readable(std::int64_t count)
{
    return shownCount(static_cast<double>(count));
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

SummaryBar::SummaryBar(QWidget* parent) : QWidget(parent), m_name(new QuietLabel({}, this))
{
    setObjectName(QStringLiteral("summaryBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 0);
    m_name->setObjectName(QStringLiteral("networkName"));
    m_name->setFont(bold(font()));
    layout->addWidget(m_name, 1);
    m_flops = addNumber(layout, QStringLiteral("flops"), tr("FLOPs"), QStringLiteral("88.8 M"));
    m_params = addNumber(layout, QStringLiteral("params"), tr("params"), QStringLiteral("88.8 M"));
    m_activations =
        addNumber(layout, QStringLiteral("activations"), tr("activations"), QStringLiteral("88.8 M"));
    m_blocks = addNumber(layout, QStringLiteral("blocks"), tr("blocks"), QStringLiteral("8888"));
    m_stages = addNumber(layout, QStringLiteral("stages"), tr("stages"), QStringLiteral("88"));
}

/// The number's place is as wide as it will ever be: numbers change sixty times a second, the layout must
/// not.
QuietLabel* SummaryBar::addNumber(QHBoxLayout* layout, const QString& objectName, const QString& caption,
                                  const QString& widest)
{
    auto* number = new QuietLabel(widest, this);
    number->setObjectName(objectName);
    number->setAccessibleName(caption);
    number->setFont(bold(font()));
    number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* text = new QLabel(caption, this);
    text->setForegroundRole(QPalette::PlaceholderText);
    layout->addSpacing(fontMetrics().height());
    layout->addWidget(number);
    layout->addWidget(text);
    return number;
}

void SummaryBar::set(QuietLabel* label, const QString& text, const QString& tip)
{
    if (label->text() == text && label->toolTip() == tip) return;
    label->setText(text);
    if (label->toolTip() != tip) label->setToolTip(tip);
}

void SummaryBar::showNetwork(const Explanation& of)
{
    set(m_name, ExplorerModel::nameOf(of.spec), {});
    const auto dash = QStringLiteral("–");
    if (!of.isBuilt()) {
        for (QuietLabel* label : {m_flops, m_params, m_activations, m_blocks, m_stages})
            set(label, dash, tr("There is no network; the line below says why."));
        return;
    }
    const Cost& total = of.complexity.total;
    const auto exact = [](std::int64_t count) { return shownExactCount(count); };
    set(m_flops, readable(total.flops),
        tr("%1 multiply-adds (the paper's FLOPs; twice as many operations)").arg(exact(total.flops)));
    set(m_params, readable(total.params), tr("%1 parameters, batch norm included").arg(exact(total.params)));
    set(m_activations, readable(total.activations),
        tr("%1 elements of the outputs of all conv, pool and linear layers").arg(exact(total.activations)));
    set(m_blocks, QString::number(depthOf(*of.network)), tr("Blocks of all stages"));
    set(m_stages, QString::number(of.network->stages.size()), tr("Stages: runs of blocks of one width"));
}

QString SummaryBar::shown(const QString& number) const
{
    const auto* label = findChild<QuietLabel*>(number);
    return label ? label->text() : QString();
}

} // namespace regnet
