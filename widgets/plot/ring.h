// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace regnet {

/// A frame in the highlight's colour around a widget: a child of it, above everything in it, that keeps to
/// its size and lets the mouse through. Pictures paint over what a style would draw, and docks have nothing.
class Ring : public QWidget
{
    Q_OBJECT

public:
    enum class Shown {
        Always,      ///< around what is spoken of
        WhileFocused ///< by keys: who clicks sees where the mouse is
    };

    Ring(QWidget& around, Shown shown);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Shown m_shown;
};

} // namespace regnet
