// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/guidance/tour_steps.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;

namespace regnet {

/// A strip over the docks that leads through the steps of a tour. The window stays usable: the one who owns
/// it brings docks into the state that a step wants.
class TourPanel : public QFrame
{
    Q_OBJECT

public:
    explicit TourPanel(std::vector<TourStep> steps, QWidget* parent = nullptr);

    void start(); ///< from the first step
    int step() const { return m_step; }

Q_SIGNALS:
    void stepWanted(const regnet::TourStep& step);
    void ended(); ///< closed, or gone beyond the last step

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; ///< of the text

private:
    void go(int step);
    void end();
    void fitText();

    std::vector<TourStep> m_steps;
    int m_step = 0;
    QLabel* m_title = nullptr;
    QLabel* m_text = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace regnet
