// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"
#include "core/space/allowed_values.h"

#include <QWidget>

#include <functional>
#include <map>
#include <string>
#include <vector>

class QComboBox;
class QGroupBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace regnet {

class NumberField;
struct NumberFieldText;

/// Controls for everything that a network is made of. Emits the spec that the user wants; shows what it is
/// told.
class ParameterPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterPanel(QWidget* parent = nullptr);

    void showNetwork(const regnet::Explanation& network);
    /// Where a space allows values, by the names of field(), and its one sentence on the network. Empty: no
    /// shading, no sentence. A field that the space says nothing about is not shaded.
    void showAllowed(const std::vector<regnet::AllowedValues>& allowed, const QString& sentence,
                     bool isMember);

    /// By JSON name: "depth", "w0", "wa", "wm", "bottleneck_ratio", "group_width", "se_ratio", "stem_width",
    /// "head_width", "classes", "resolution", "wanted_stages".
    NumberField* field(const std::string& name) const { return m_fields.at(name).widget; }

Q_SIGNALS:
    void edited(const regnet::NetworkSpec& spec, const QString& what, int gesture);
    void wantedStagesEdited(std::int64_t stages);
    void fitRequested(); ///< RegNet parameters for a network that is given by its stages

private:
    using Read = std::function<double(const NetworkSpec&)>;
    using Write = std::function<void(NetworkSpec&, double)>;
    struct Field
    {
        NumberField* widget = nullptr;
        std::string jsonField; ///< the end of Problem::where that belongs to it
        Read read;
        Write write;
        bool needsLine = false; ///< means something only where the stages follow from RegNet parameters
    };

    void addLineFields(QVBoxLayout* layout);
    void addBlockFields(QVBoxLayout* layout);
    void addFrameFields(QVBoxLayout* layout);
    void add(QVBoxLayout* layout, const NumberFieldText& text, NumberField* field, Field access);
    void showNotes(const Explanation& network);

    NetworkSpec m_spec;
    std::map<std::string, Field> m_fields;
    NumberField* m_wantedStages = nullptr;
    QComboBox* m_block = nullptr;
    QComboBox* m_stem = nullptr;
    QWidget* m_fitOffer = nullptr;
    QLabel* m_membership = nullptr;
};

} // namespace regnet
