// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QPushButton;

namespace regnet {

class QuietLabel;

/// One line that says whether the network is a valid RegNet of the wanted form, and if not, why; the nearest
/// valid setting stands on a button.
class ValidityBar : public QWidget
{
    Q_OBJECT

public:
    using Nearest = std::function<std::optional<RegnetParameters>()>;

    /// `nearest` is asked when the hand rests: the search may take longer than a frame.
    explicit ValidityBar(Nearest nearest, QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);

    QString text() const;

Q_SIGNALS:
    void nearestWanted();

private:
    void offerNearest();

    Nearest m_nearest;
    std::optional<RegnetParameters> m_shown;
    QuietLabel* m_mark;
    QuietLabel* m_text;
    QPushButton* m_button;
    QTimer m_rest;
};

/// What has to change to get from one setting to the other: "wm 2.54 → 2.12, d 22 → 20".
QString differenceText(const regnet::RegnetParameters& from, const regnet::RegnetParameters& to);

} // namespace regnet
