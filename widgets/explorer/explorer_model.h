// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/explain.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace regnet {

/// A network that is kept beside the current one. The slot gives colour, dash and symbol (Theme::series).
struct Pin
{
    QString name;
    int slot = 1;
    Explanation network;
};

/// What undo brings back: everything that a person chose about networks.
struct ExplorerState
{
    struct PinnedSpec
    {
        QString name;
        int slot = 1;
        NetworkSpec spec;

        friend bool operator==(const PinnedSpec&, const PinnedSpec&) = default;
    };

    NetworkSpec spec;
    std::int64_t wantedStages = 4;
    std::vector<PinnedSpec> pins;

    friend bool operator==(const ExplorerState&, const ExplorerState&) = default;
};

/// The network under the sliders, the pins beside it, and their history. Widgets show what the signals bring
/// and send intents to the slots; core computes once per change.
class ExplorerModel : public QObject
{
    Q_OBJECT

public:
    /// Starts with RegNetX-400MF.
    explicit ExplorerModel(QObject* parent = nullptr);

    static constexpr int maxPins = 7; ///< slots 1 to 7; slot 0 is the current network
    static constexpr std::int64_t maxWantedStages = 8;

    const ExplorerState& state() const { return m_state; }
    const Explanation& network() const { return m_network; }
    const std::vector<Pin>& pins() const { return m_pins; }
    QUndoStack& undoStack() { return m_undo; }
    bool canPin() const;

    /// The published name of the current network, or its parameters: "d 22, w0 24, wa 24.48, wm 2.54".
    QString name() const { return nameOf(m_state.spec); }
    static QString nameOf(const regnet::NetworkSpec& spec);

    /// Replaces everything without a step in the history, as at the start of the program.
    void restore(const regnet::ExplorerState& state);
    /// The nearest valid RegNet parameters; none where there are none, or the network has stages of its own.
    std::optional<RegnetParameters> nearestValidParameters() const;

public Q_SLOTS:
    /// `gesture`: edits of one number above 0 are one undo step; 0 is always a step of its own.
    void edit(const regnet::NetworkSpec& spec, const QString& what, int gesture = 0);
    /// The same where it follows from a step of somebody else: a part of that step, which is the last one.
    void follow(const regnet::NetworkSpec& spec, const QString& what);
    void setWantedStages(std::int64_t stages);
    void pinCurrent();
    void removePin(int index);
    void removeAllPins();
    void showPin(int index); ///< the pinned network becomes the current one
    void useNearestValid();

Q_SIGNALS:
    void networkChanged(const regnet::Explanation& network);
    void pinsChanged(const std::vector<regnet::Pin>& pins);
    void stateChanged(const regnet::ExplorerState& state); ///< after any change: what is to be remembered

private:
    friend class ChangeState;
    void push(ExplorerState after, const QString& what, int gesture = 0);
    void apply(const ExplorerState& state);
    int freeSlot() const;

    ExplorerState m_state;
    Explanation m_network;
    std::vector<Pin> m_pins;
    QUndoStack m_undo;
};

} // namespace regnet
