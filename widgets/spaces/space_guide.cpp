// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spaces/space_guide.h"

#include "core/space/membership.h"
#include "widgets/shown_text.h"

namespace regnet {
namespace {

SpaceGuidance guidanceOf(const DesignSpace& space, const NetworkSpec& spec, const std::stop_token& stop)
{
    SpaceGuidance guidance;
    guidance.allowed = allowedValues(space, spec, stop);
    if (stop.stop_requested()) return guidance;
    const QString name = QString::fromStdString(space.name);
    try {
        const Membership membership = membershipOf(space, spec);
        guidance.isMember = membership.isMember();
        if (guidance.isMember)
            guidance.sentence = SpaceGuide::tr("In %1.").arg(name);
        else
            guidance.sentence =
                membership.exclusions.empty()
                    ? SpaceGuide::tr("Not in %1.").arg(name)
                    : SpaceGuide::tr("Not in %1: %2").arg(name, shownSentence(membership.exclusions.front()));
    } catch (const Error& error) {
        guidance.sentence = SpaceGuide::tr("Not in %1: %2").arg(name, shownSentence(error.problem()));
    }
    return guidance;
}

} // namespace

SpaceGuide::SpaceGuide(QObject* parent)
    : QObject(parent), m_task(this, [this](const Outcome<SpaceGuidance>& outcome) {
          if (const auto* problem = std::get_if<Problem>(&outcome))
              Q_EMIT guided({{}, false, shownSentence(*problem)});
          else
              Q_EMIT guided(std::get<SpaceGuidance>(outcome));
      })
{
}

void SpaceGuide::setSpace(const std::optional<DesignSpace>& space)
{
    m_space = space;
    look();
}

void SpaceGuide::showNetwork(const NetworkSpec& spec)
{
    m_spec = spec;
    if (m_space) look();
}

void SpaceGuide::look()
{
    m_task.stop();
    if (!m_space) {
        Q_EMIT guided({});
        return;
    }
    m_task.start([space = *m_space, spec = m_spec](const auto& say, const std::stop_token& stop) {
        SpaceGuidance guidance = guidanceOf(space, spec, stop);
        if (!stop.stop_requested()) say(std::move(guidance));
    });
}

} // namespace regnet
