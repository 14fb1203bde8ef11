// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace regnet {

/// A line above the content that says what a person should know, until it is dismissed or not true any more.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Problem };

    /// `button`: what there is to do, besides dismissing; may be empty.
    explicit NoticeBar(const QString& button, QWidget* parent = nullptr);

    /// An empty text hides the bar. A text that was dismissed does not come back before another one was
    /// there.
    void showText(Kind kind, const QString& text);
    const QString& text() const { return m_shown; }

Q_SIGNALS:
    void actionWanted();
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateLook();

    Kind m_kind = Kind::Information;
    QString m_shown;
    QString m_dismissed;
    QLabel* m_mark = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace regnet
