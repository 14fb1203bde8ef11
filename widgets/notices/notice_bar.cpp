// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/notice_bar.h"

#include "widgets/plot/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace regnet {

NoticeBar::NoticeBar(const QString& button, QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    m_mark = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("Notice"));
    auto* dismiss = new QToolButton(this);
    dismiss->setObjectName(QStringLiteral("dismissNotice"));
    dismiss->setAutoRaise(true);
    dismiss->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    dismiss->setToolTip(tr("Dismiss"));
    dismiss->setAccessibleName(tr("Dismiss the notice"));
    connect(dismiss, &QToolButton::clicked, this, [this] {
        m_dismissed = m_shown;
        hide();
        Q_EMIT dismissed();
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(m_mark);
    layout->addWidget(m_text, 1);
    if (!button.isEmpty()) {
        auto* act = new QPushButton(button, this);
        act->setObjectName(QStringLiteral("noticeAction"));
        connect(act, &QPushButton::clicked, this, &NoticeBar::actionWanted);
        layout->addWidget(act);
    }
    layout->addWidget(dismiss);
    hide();
}

void NoticeBar::showText(Kind kind, const QString& text)
{
    if (text != m_shown) m_dismissed.clear();
    m_shown = text;
    m_kind = kind;
    m_text->setText(text);
    m_mark->setPixmap(style()
                          ->standardIcon(kind == Kind::Problem ? QStyle::SP_MessageBoxWarning
                                                               : QStyle::SP_MessageBoxInformation)
                          .pixmap(fontMetrics().height()));
    updateLook();
    setVisible(!text.isEmpty() && text != m_dismissed);
}

/// A tint of the series colours: never the only sign, the mark says it as well.
void NoticeBar::updateLook()
{
    const Theme theme = Theme::of(palette());
    const QColor tint = theme.series(m_kind == Kind::Problem ? 4 : 0);
    const double share = theme.isDark ? 0.25 : 0.15;
    const auto mix = [share](int page, int colour) { return qRound(page * (1 - share) + colour * share); };
    QPalette own = palette();
    const QColor page = theme.page;
    own.setColor(QPalette::Window, QColor(mix(page.red(), tint.red()), mix(page.green(), tint.green()),
                                          mix(page.blue(), tint.blue())));
    if (own.color(QPalette::Window) != palette().color(QPalette::Window)) setPalette(own);
}

void NoticeBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange) {
        setPalette({}); // the application's, light or dark as it is now
        updateLook();
    }
}

} // namespace regnet
