// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"

#include <QWidget>

#include <functional>
#include <map>
#include <string>
#include <vector>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QGroupBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace regnet {

class DistributionField;

/// Every part of a space as fields. Emits the space that the user wants, right or wrong; shows what it is
/// told, with problems beside the fields that they are about.
class SpaceEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SpaceEditor(QWidget* parent = nullptr);
    ~SpaceEditor() override;

    void showSpace(const regnet::DesignSpace& space, bool isReadOnly);
    /// Of check(space), and of texts that are no numbers.
    void showProblems(const std::vector<regnet::Problem>& problems);
    /// What is typed and no number: such a text cannot be a part of the space.
    std::vector<Problem> textProblems() const;

Q_SIGNALS:
    /// `field` tells one kind of change from another: what is typed into one field is one change.
    void edited(const regnet::DesignSpace& space, const QString& field);

private:
    using Pick = std::function<Distribution&(DesignSpace&)>;
    using Change = std::function<void(DesignSpace&)>;

    void emitEdited(const QString& field, const Change& change);
    QVBoxLayout* addGroup(const QString& title, QVBoxLayout* column, QGroupBox** box = nullptr);
    void addDistribution(QVBoxLayout* layout, const char* field, const QString& label, const QString& tip,
                         Pick pick);
    QHBoxLayout* addRow(QVBoxLayout* layout, const QString& label, const char* field);
    QLineEdit* addText(QBoxLayout* row, const char* name, const QString& label, const QString& tip);
    QSpinBox* addSpin(QBoxLayout* row, const char* name, const QString& label, int least, int most);
    QComboBox* addCombo(QBoxLayout* row, const char* name, const QString& label, const QStringList& items);
    QCheckBox* addCheck(QBoxLayout* row, const char* name, const QString& text, const QString& tip,
                        const Change& on, const Change& off);
    void addHead(QVBoxLayout* column);
    void addAnyNet(QVBoxLayout* column);
    void addRegnet(QVBoxLayout* column);
    void addFrame(QVBoxLayout* column);
    void addLimits(QVBoxLayout* column);
    void addRange(QVBoxLayout* layout, const char* field, const QString& label, CountRange Limits::*range);
    void showAnyNet(const AnyNetShape& shape);
    void showRegnet(const RegnetShape& shape);
    void showFrame();
    void showLimits();
    void setReadOnly(bool isReadOnly);

    struct Part
    {
        DistributionField* widget = nullptr;
        Pick pick;
        bool isOfLine = false;   ///< of RegNets only
        bool isOfStages = false; ///< of AnyNets only
    };
    struct Ends
    {
        QLineEdit* low = nullptr;
        QLineEdit* high = nullptr;
        CountRange Limits::*range = nullptr;
    };

    DesignSpace m_space;
    bool m_isReadOnly = false;
    std::map<std::string, Part> m_parts;
    std::map<std::string, Ends> m_ends;
    std::map<std::string, QLabel*> m_problems; ///< by field, of what is no distribution
    QLabel* m_general = nullptr;
    QLabel* m_readOnly = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_note = nullptr;
    QLabel* m_parent = nullptr;
    QGroupBox* m_anynet = nullptr;
    QSpinBox* m_stages = nullptr;
    QComboBox* m_widths = nullptr;
    QComboBox* m_depths = nullptr;
    QCheckBox* m_sharedB = nullptr;
    QCheckBox* m_sharedG = nullptr;
    QCheckBox* m_groupCount = nullptr;
    QLineEdit* m_strides = nullptr;
    QGroupBox* m_regnet = nullptr;
    QCheckBox* m_w0EqualsWa = nullptr;
    QSpinBox* m_fewest = nullptr;
    QSpinBox* m_most = nullptr;
    QComboBox* m_block = nullptr;
    QComboBox* m_stem = nullptr;
    QComboBox* m_activation = nullptr;
    QSpinBox* m_stemWidth = nullptr;
    QSpinBox* m_headWidth = nullptr;
    QSpinBox* m_classes = nullptr;
    QSpinBox* m_stride = nullptr;
    QLineEdit* m_se = nullptr;
    QCheckBox* m_curveParams = nullptr;
    QCheckBox* m_curveActivations = nullptr;
    QLineEdit* m_curveFlops = nullptr;
};

} // namespace regnet
