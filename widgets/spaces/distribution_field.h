// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/distribution.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace regnet {

/// One parameter of a space: how it is drawn, from where to where. Emits what the user wants; shows what it
/// is told, with the problem under it.
class DistributionField : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the field of the space JSON ("regnet.depth"), also the object name.
    DistributionField(const QString& name, const QString& label, const QString& tip,
                      QWidget* parent = nullptr);

    void showDistribution(const regnet::Distribution& distribution);
    void setReadOnly(bool isReadOnly);
    void setProblem(const QString& sentence);

Q_SIGNALS:
    void edited(const regnet::Distribution& distribution);

private:
    QLineEdit* addEdit(const QString& part, const QString& name, int letters);
    void edit();
    void arrange();

    Distribution m_shown;
    QComboBox* m_kind;
    QLineEdit* m_low;
    QLineEdit* m_high;
    QLineEdit* m_quantum;
    QLineEdit* m_values;
    QLabel* m_to;
    QLabel* m_step;
    QLabel* m_problem;
};

/// Sets the text unless it stands for the same number already: "400M" is not rewritten while it is typed.
void showNumber(QLineEdit* edit, double number);
/// A label under a field for what is wrong with it; hidden while empty.
QLabel* makeProblemLabel(const QString& name, QWidget* parent);
void showProblem(QLabel* label, const QString& sentence);

} // namespace regnet
