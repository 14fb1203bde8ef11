// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace regnet {

/// A large button: a small picture, a title, and a sentence that says what will happen.
class StartCard : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Picture { Curves, Sliders, Training, Import };

    StartCard(Picture picture, const QString& title, const QString& sentence, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; ///< Return presses it, as Space does

private:
    void paintPicture(QPainter& painter, const QRectF& box) const;

    Picture m_picture;
    QString m_sentence;
};

} // namespace regnet
