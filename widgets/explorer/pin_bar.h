// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/explorer/explorer_model.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace regnet {

/// The pinned networks as buttons in their colours: a click shows one, the cross removes it.
class PinBar : public QWidget
{
    Q_OBJECT

public:
    explicit PinBar(QWidget* parent = nullptr);

    void showPins(const std::vector<regnet::Pin>& pins);

Q_SIGNALS:
    void showWanted(int index);
    void removeWanted(int index);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();

    std::vector<Pin> m_pins;
    QHBoxLayout* m_layout;
};

} // namespace regnet
