// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/validity_bar.h"

#include "core/text/readable.h"
#include "widgets/explorer/quiet_label.h"
#include "widgets/shown_text.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace regnet {
namespace {

QString sentences(const Explanation& network, bool isNote)
{
    QStringList texts;
    for (const Remark& remark : network.remarks)
        if (remark.isNote == isNote && remark.kind != RemarkKind::GroupFix) texts << shownText(remark.text);
    return texts.join(QStringLiteral("; "));
}

int fixedStages(const Explanation& network)
{
    int count = 0;
    for (const Remark& remark : network.remarks)
        count += remark.kind == RemarkKind::GroupFix;
    return count;
}

} // namespace

QString differenceText(const RegnetParameters& from, const RegnetParameters& to)
{
    QStringList changes;
    const auto add = [&changes](const QString& name, double before, double after) {
        if (before != after)
            changes << QStringLiteral("%1 %2 → %3")
                           .arg(name, QString::fromStdString(shortest(before)),
                                QString::fromStdString(shortest(after)));
    };
    add(QStringLiteral("d"), static_cast<double>(from.line.depth), static_cast<double>(to.line.depth));
    add(QStringLiteral("w0"), from.line.w0, to.line.w0);
    add(QStringLiteral("wa"), from.line.wa, to.line.wa);
    add(QStringLiteral("wm"), from.line.wm, to.line.wm);
    add(QStringLiteral("b"), from.bottleneckRatio, to.bottleneckRatio);
    add(QStringLiteral("g"), static_cast<double>(from.groupWidth), static_cast<double>(to.groupWidth));
    return changes.join(QStringLiteral(", "));
}

ValidityBar::ValidityBar(Nearest nearest, QWidget* parent)
    : QWidget(parent), m_nearest(std::move(nearest)), m_mark(new QuietLabel(QStringLiteral("mm"), this)),
      m_text(new QuietLabel({}, this)), m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("validityBar"));
    m_text->setObjectName(QStringLiteral("validityText"));
    m_button->setObjectName(QStringLiteral("nearestValid"));
    m_button->setToolTip(
        tr("The nearest setting that skips no level, has the wanted number of stages, lies in the paper's "
           "ranges and has compatible groups"));
    m_text->setAccessibleName(tr("Validity"));
    m_mark->setAlignment(Qt::AlignCenter);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    m_button->hide();
    setMinimumHeight(m_button->sizeHint().height() + 4);

    m_rest.setSingleShot(true);
    m_rest.setInterval(120);
    connect(&m_rest, &QTimer::timeout, this, &ValidityBar::offerNearest);
    connect(m_button, &QPushButton::clicked, this, &ValidityBar::nearestWanted);
}

QString ValidityBar::text() const
{
    return m_text->text();
}

void ValidityBar::showNetwork(const Explanation& network)
{
    m_shown = network.spec.regnet;
    const bool valid = network.isValid();
    QString text;
    if (!network.isBuilt()) {
        text = tr("No network: %1")
                   .arg(network.problems.empty() ? QString() : shownSentence(network.problems.front()));
    } else if (!valid) {
        text = tr("Not a valid RegNet: %1.").arg(sentences(network, false));
    } else {
        const QString stages =
            network.wantedStages == 1 ? tr("1 stage") : tr("%1 stages").arg(network.wantedStages);
        text = network.spec.regnet ? tr("Valid: no level skipped, %1, within the paper's ranges.").arg(stages)
                                   : tr("Valid: %1.").arg(stages);
        const QString notes = sentences(network, true);
        if (!notes.isEmpty()) text += tr(" Note: %1.").arg(notes);
    }
    if (const int fixed = fixedStages(network); fixed > 0)
        text += fixed == 1 ? tr(" Groups changed one stage: see the table.")
                           : tr(" Groups changed %1 stages: see the table.").arg(fixed);
    // Mark and words as well as colour.
    m_mark->setText(valid ? QStringLiteral("✓") : QStringLiteral("⚠"));
    m_mark->setForegroundRole(valid ? QPalette::WindowText : QPalette::BrightText);
    m_text->setForegroundRole(valid ? QPalette::WindowText : QPalette::BrightText);
    m_text->setText(text);
    m_button->hide();
    if (valid || !m_shown)
        m_rest.stop();
    else
        m_rest.start();
}

void ValidityBar::offerNearest()
{
    const std::optional<RegnetParameters> nearest = m_nearest();
    if (!nearest || !m_shown || *nearest == *m_shown) return;
    m_button->setText(tr("Use nearest valid: %1").arg(differenceText(*m_shown, *nearest)));
    m_button->show();
}

} // namespace regnet
