// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QSystemTrayIcon;
class QWidget;

namespace regnet {

/// Tells of the end of long work when nobody looks: the window asks for attention, and the desktop shows a
/// note where it can. Nothing happens while the window is in front, for short work, or when notes are not
/// wanted. Hears of work by tell() and follow(), and of that of widgets in the window by their WorkEnd.
class DesktopNote : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 shortestMs = 10'000;

    /// `isWanted` is asked each time.
    DesktopNote(QWidget& window, std::function<bool()> isWanted, QObject* parent = nullptr);
    ~DesktopNote() override;

    /// Whether work of this length is told, as things are now.
    bool isDue(qint64 workedMs) const;
    /// Tells it if it is due.
    void tell(const QString& title, const QString& text, qint64 workedMs);
    /// A piece of work that is followed by how much of it is open: tells `text` when the last of it is done.
    void follow(std::int64_t open, const QString& title, const std::function<QString()>& text);

Q_SIGNALS:
    void told(const QString& title, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_window;
    std::function<bool()> m_isWanted;
    QSystemTrayIcon* m_tray = nullptr; ///< made for the first note, and gone when the window is in front
    QElapsedTimer m_since;
    bool m_isAtWork = false;
};

} // namespace regnet
