// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guidance/tour_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace regnet {

TourPanel::TourPanel(std::vector<TourStep> steps, QWidget* parent) : QFrame(parent), m_steps(std::move(steps))
{
    setObjectName(QStringLiteral("tourPanel"));
    setAccessibleName(tr("Tour"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->installEventFilter(this);
    m_back = new QPushButton(tr("Back"), this);
    m_back->setObjectName(QStringLiteral("tourBack"));
    m_next = new QPushButton(this);
    m_next->setObjectName(QStringLiteral("tourNext"));
    auto* close = new QPushButton(tr("End the tour"), this);
    close->setObjectName(QStringLiteral("tourEnd"));
    auto* words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch(1);
    auto* buttons = new QGridLayout; // two lines: the docks below keep their height
    buttons->addWidget(m_back, 0, 0);
    buttons->addWidget(m_next, 0, 1);
    buttons->addWidget(close, 1, 0, 1, 2);
    buttons->setRowStretch(2, 1);
    setTabOrder(m_back, m_next);
    auto* layout = new QHBoxLayout(this);
    layout->addLayout(words, 1);
    layout->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_step + 1); });
    connect(close, &QPushButton::clicked, this, &TourPanel::end);
    hide();
}

void TourPanel::start()
{
    show();
    go(0);
}

void TourPanel::end()
{
    hide();
    Q_EMIT ended();
}

void TourPanel::go(int step)
{
    const int count = static_cast<int>(m_steps.size());
    if (step < 0) return;
    if (step >= count) return end();
    m_step = step;
    const TourStep& now = m_steps[static_cast<std::size_t>(step)];
    m_title->setText(tr("%1 of %2: %3").arg(step + 1).arg(count).arg(now.title));
    m_text->setText(now.text);
    fitText();
    m_back->setEnabled(step > 0);
    m_next->setText(step + 1 < count ? tr("Next") : tr("Finish"));
    setAccessibleDescription(m_title->text() + QStringLiteral(". ") + now.text);
    Q_EMIT stepWanted(now);
    m_next->setFocus(Qt::OtherFocusReason); // Space goes on, whatever the step did to the docks
    m_next->setAccessibleDescription(now.text);
}

/// A label that breaks its lines asks for the height that it would have in a narrow window: that room is
/// better left to the docks. Three lines are kept, so that these do not jump from step to step.
void TourPanel::fitText()
{
    m_text->setMinimumHeight(0); // it would count
    const int least = 3 * m_text->fontMetrics().lineSpacing();
    m_text->setFixedHeight(std::max(least, m_text->heightForWidth(m_text->width())));
}

bool TourPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) fitText();
    return QFrame::eventFilter(watched, event);
}

void TourPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_text) fitText();
}

void TourPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return end();
    QFrame::keyPressEvent(event);
}

} // namespace regnet
