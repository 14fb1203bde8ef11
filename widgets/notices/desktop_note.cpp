// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/desktop_note.h"

#include "widgets/notices/work_end.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QWidget>

#include <utility>

namespace regnet {

DesktopNote::DesktopNote(QWidget& window, std::function<bool()> isWanted, QObject* parent)
    : QObject(parent), m_window(window), m_isWanted(std::move(isWanted))
{
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive && m_tray) m_tray->hide();
    });
    m_window.installEventFilter(this);
}

DesktopNote::~DesktopNote() = default;

bool DesktopNote::isDue(qint64 workedMs) const
{
    return workedMs >= shortestMs && m_isWanted() && !QApplication::activeWindow();
}

void DesktopNote::tell(const QString& title, const QString& text, qint64 workedMs)
{
    if (!isDue(workedMs)) return;
    QApplication::alert(&m_window);
    if (QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages()) {
        if (!m_tray) {
            m_tray = new QSystemTrayIcon(
                m_window.windowIcon().isNull() ? QApplication::windowIcon() : m_window.windowIcon(), this);
            connect(m_tray, &QSystemTrayIcon::messageClicked, &m_window, [this] {
                m_window.show();
                m_window.raise();
                m_window.activateWindow();
            });
        }
        m_tray->show();
        m_tray->showMessage(title, text, QSystemTrayIcon::Information);
    }
    Q_EMIT told(title, text);
}

bool DesktopNote::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_window || event->type() != WorkEnd::kind()) return false;
    const auto& end = static_cast<const WorkEnd&>(*event);
    tell(end.title, end.text, end.workedMs);
    event->accept();
    return true;
}

void DesktopNote::follow(std::int64_t open, const QString& title, const std::function<QString()>& text)
{
    const bool isAtWork = open > 0;
    if (isAtWork && !m_isAtWork) m_since.start();
    if (!isAtWork && m_isAtWork) tell(title, text(), m_since.elapsed());
    m_isAtWork = isAtWork;
}

} // namespace regnet
