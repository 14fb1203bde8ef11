// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/explorer/explorer_model.h"

#include "core/network/nearest_valid.h"
#include "core/network/published.h"
#include "core/text/readable.h"
#include "widgets/consequence.h"

#include <QUndoCommand>

#include <algorithm>
#include <cmath>
#include <utility>

namespace regnet {

/// One step of the history; steps of one gesture become one.
class ChangeState : public QUndoCommand
{
public:
    ChangeState(ExplorerModel& model, ExplorerState after, const QString& what, int gesture)
        : QUndoCommand(what), m_model(model), m_before(model.state()), m_after(std::move(after)),
          m_gesture(gesture)
    {
    }

    void undo() override { m_model.apply(m_before); }
    void redo() override { m_model.apply(m_after); }
    int id() const override { return m_gesture > 0 ? 1 : -1; }

    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* later = dynamic_cast<const ChangeState*>(next);
        if (!later || later->m_gesture != m_gesture) return false;
        m_after = later->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    ExplorerModel& m_model;
    ExplorerState m_before;
    ExplorerState m_after;
    int m_gesture;
};

ExplorerModel::ExplorerModel(QObject* parent) : QObject(parent)
{
    m_state.spec = publishedModel("RegNetX-400MF").spec;
    m_network = explain(m_state.spec, m_state.wantedStages);
    m_undo.setUndoLimit(1000);
}

bool ExplorerModel::canPin() const
{
    return static_cast<int>(m_state.pins.size()) < maxPins && m_network.isBuilt();
}

QString ExplorerModel::nameOf(const NetworkSpec& spec)
{
    for (const PublishedModel& model : publishedModels())
        if (model.spec == spec) return QString::fromStdString(model.name);
    if (spec.regnet) {
        const LinearWidths& line = spec.regnet->line;
        // A fitted line has sixteen digits; six tell lines apart.
        const auto text = [](double value) {
            return QString::fromStdString(shortest(shortened(value, std::abs(value) * 1e-5)));
        };
        return tr("d %1, w0 %2, wa %3, wm %4")
            .arg(QString::number(line.depth), text(line.w0), text(line.wa), text(line.wm));
    }
    QStringList widths;
    for (const Stage& stage : spec.stages)
        widths << QString::number(stage.width);
    if (widths.size() > 6) widths = widths.mid(0, 5) << QStringLiteral("…");
    return tr("AnyNet %1").arg(widths.join(QLatin1Char(' ')));
}

void ExplorerModel::restore(const ExplorerState& state)
{
    m_undo.clear();
    apply(state);
}

void ExplorerModel::edit(const NetworkSpec& spec, const QString& what, int gesture)
{
    ExplorerState after = m_state;
    after.spec = spec;
    push(std::move(after), what, gesture);
}

void ExplorerModel::follow(const NetworkSpec& spec, const QString& what)
{
    ExplorerState after = m_state;
    after.spec = spec;
    // What comes after a step was undone must not end what can be done again.
    if (after == m_state || m_undo.canRedo()) return;
    m_undo.push(new Consequence(what, {[this, before = m_state] { apply(before); },
                                       [this, after] { apply(after); }})); // the stack owns it
}

void ExplorerModel::setWantedStages(std::int64_t stages)
{
    ExplorerState after = m_state;
    after.wantedStages = std::clamp<std::int64_t>(stages, 1, maxWantedStages);
    push(std::move(after), tr("number of stages wanted"));
}

void ExplorerModel::pinCurrent()
{
    if (!canPin()) return;
    ExplorerState after = m_state;
    after.pins.push_back({name(), freeSlot(), m_state.spec});
    push(std::move(after), tr("pin %1").arg(name()));
}

void ExplorerModel::removePin(int index)
{
    if (index < 0 || index >= static_cast<int>(m_state.pins.size())) return;
    ExplorerState after = m_state;
    after.pins.erase(after.pins.begin() + index);
    push(std::move(after), tr("remove pin"));
}

void ExplorerModel::removeAllPins()
{
    ExplorerState after = m_state;
    after.pins.clear();
    push(std::move(after), tr("remove all pins"));
}

void ExplorerModel::showPin(int index)
{
    if (index < 0 || index >= static_cast<int>(m_state.pins.size())) return;
    const ExplorerState::PinnedSpec pin = m_state.pins[static_cast<std::size_t>(index)];
    edit(pin.spec, tr("show %1").arg(pin.name));
}

std::optional<RegnetParameters> ExplorerModel::nearestValidParameters() const
{
    if (!m_state.spec.regnet) return std::nullopt;
    return nearestValid(*m_state.spec.regnet, m_state.spec.block, m_state.wantedStages);
}

void ExplorerModel::useNearestValid()
{
    const std::optional<RegnetParameters> nearest = nearestValidParameters();
    if (!nearest) return;
    NetworkSpec spec = m_state.spec;
    spec.regnet = *nearest;
    edit(spec, tr("nearest valid setting"));
}

void ExplorerModel::push(ExplorerState after, const QString& what, int gesture)
{
    if (after == m_state) return;
    m_undo.push(new ChangeState(*this, std::move(after), what, gesture)); // the stack owns it
}

void ExplorerModel::apply(const ExplorerState& state)
{
    const ExplorerState before = std::exchange(m_state, state);
    if (before.spec != m_state.spec || before.wantedStages != m_state.wantedStages) {
        m_network = explain(m_state.spec, m_state.wantedStages);
        Q_EMIT networkChanged(m_network);
    }
    if (before.pins != m_state.pins) {
        m_pins.clear();
        for (const ExplorerState::PinnedSpec& pin : m_state.pins)
            m_pins.push_back({pin.name, pin.slot, explain(pin.spec, m_state.wantedStages)});
        Q_EMIT pinsChanged(m_pins);
    }
    Q_EMIT stateChanged(m_state);
}

int ExplorerModel::freeSlot() const
{
    for (int slot = 1; slot <= maxPins; ++slot)
        if (std::none_of(m_state.pins.begin(), m_state.pins.end(),
                         [slot](const auto& p) { return p.slot == slot; }))
            return slot;
    return maxPins;
}

} // namespace regnet
