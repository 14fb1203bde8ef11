// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace regnet {

class QuietLabel;

/// Name and totals of the current network, readable, with the exact values in the tooltips.
class SummaryBar : public QWidget
{
    Q_OBJECT

public:
    explicit SummaryBar(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);

    /// "flops", "params", "activations", "blocks", "stages"
    QString shown(const QString& number) const;

private:
    QuietLabel* addNumber(QHBoxLayout* layout, const QString& objectName, const QString& caption,
                          const QString& widest);
    static void set(QuietLabel* label, const QString& text, const QString& tip);

    QuietLabel* m_name;
    QuietLabel* m_flops;
    QuietLabel* m_params;
    QuietLabel* m_activations;
    QuietLabel* m_blocks;
    QuietLabel* m_stages;
};

} // namespace regnet
