// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"
#include "core/space/allowed_values.h"
#include "core/space/design_space.h"
#include "widgets/latest_task.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace regnet {

/// What a space says of the network under the sliders.
struct SpaceGuidance
{
    std::vector<AllowedValues> allowed; ///< for the shading; empty without a space
    bool isMember = false;
    QString sentence; ///< "In RegNetX." or the rule that excludes the network; empty without a space
};

/// Follows the sliders in the background: where the chosen space allows values, and whether the network is in
/// it. Off until a space is chosen.
class SpaceGuide : public QObject
{
    Q_OBJECT

public:
    explicit SpaceGuide(QObject* parent = nullptr);

    void setSpace(const std::optional<DesignSpace>& space);
    const std::optional<DesignSpace>& space() const { return m_space; }
    void showNetwork(const NetworkSpec& spec);

Q_SIGNALS:
    void guided(const regnet::SpaceGuidance& guidance);

private:
    void look();

    std::optional<DesignSpace> m_space;
    NetworkSpec m_spec;
    LatestTask<SpaceGuidance> m_task;
};

} // namespace regnet
