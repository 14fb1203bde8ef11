// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/export.h"

#include <QHash>
#include <QObject>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QWidget;

namespace regnet {

/// The fields in which the look of an exported figure is chosen: size, fonts, colours, legend and title. Rows
/// of somebody's form.
class LookFields : public QObject
{
    Q_OBJECT

public:
    LookFields(QFormLayout* form, QWidget* parent);

    FigureOptions options() const;
    void setOptions(const FigureOptions& options);
    QString title() const;
    void setTitle(const QString& title);
    /// Only pixels have a resolution.
    void setHasResolution(bool hasResolution);
    /// What is wrong with a number stands beside it.
    void showProblems();

Q_SIGNALS:
    void changed();

private:
    void setUpSize(QFormLayout* form);
    void setUpLook(QFormLayout* form);
    QDoubleSpinBox* addNumber(QFormLayout* form, const QString& label, const QString& field,
                              const QString& suffix);
    void wire();
    void chooseVenue();
    void follow();

    QWidget* m_parent; ///< of all fields
    QComboBox* m_venue = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_dpi = nullptr;
    QComboBox* m_family = nullptr;
    QDoubleSpinBox* m_font = nullptr;
    QDoubleSpinBox* m_line = nullptr;
    QHash<QString, QLabel*> m_remarks; ///< beside the numbers, by field of FigureOptions
    QComboBox* m_palette = nullptr;
    QComboBox* m_legend = nullptr;
    QCheckBox* m_hasTitle = nullptr;
    QLineEdit* m_title = nullptr;
    QCheckBox* m_dark = nullptr;
};

} // namespace regnet
