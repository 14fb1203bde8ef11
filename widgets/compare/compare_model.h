// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "widgets/compare/comparison.h"
#include "widgets/compare/network_columns.h"
#include "widgets/compare/selection.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QUndoStack;

namespace regnet {

template <typename T>
class LatestJob;

/// A range that shall become a constraint of a space derived from that of a population.
struct NarrowRequest
{
    std::string population; ///< its name; of published ones also that of the space
    std::string source;
    bool isPublished = false;
    std::string property; ///< "depth", "w0", "wa", "wm", "bottleneck_ratio", "group_width", "flops", ...
    std::optional<double> low, high;
};

/// What the views of the Compare dock share: the populations, after filter and split, and the selection. Up
/// to mostAtOnce networks its table is made at once, larger ones off the GUI thread.
class CompareModel : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostAtOnce = 5'000;

    explicit CompareModel(QObject* parent = nullptr);
    ~CompareModel() override;

    Comparison& comparison() { return m_comparison; }
    const Comparison& comparison() const { return m_comparison; }
    Selection& selection() { return m_selection; }
    /// The populations that views show: those of the comparison, narrowed by the filter and split.
    const std::vector<ShownPopulation>& shown() const { return m_table->populations(); }
    std::shared_ptr<const NetworkColumns> table() const { return m_table; }
    bool isBusy() const; ///< a larger table is being made

    /// What becomes of the populations of the comparison before they are shown.
    struct Narrowing
    {
        std::vector<PropertyRange> filter;
        std::string split; ///< one population a value of this property; empty: as they are

        friend bool operator==(const Narrowing&, const Narrowing&) = default;
    };

    const std::vector<PropertyRange>& filter() const { return m_narrowing.filter; }
    const std::string& splitProperty() const { return m_narrowing.split; }

    /// Where this, comparison and selection note what a person does; none: nowhere. It has to outlive this.
    void setHistory(QUndoStack* history);
    QUndoStack* history() const { return m_history; }
    /// What a person does to filter and split, as a step that can be undone.
    void edit(const QString& what, const std::function<void(CompareModel&)>& change);

public Q_SLOTS:
    void setFilter(const std::vector<regnet::PropertyRange>& filter);
    void setSplit(const std::string& property);

Q_SIGNALS:
    void shownChanged();
    void problemFound(const regnet::Problem& problem);
    void networkWanted(const regnet::Member& member, const std::string& source); ///< into the explorer
    /// Into the explorer as well, because it follows the selection: no step of its own.
    void networkFollowed(const regnet::Member& member, const std::string& source);
    void narrowWanted(const regnet::NarrowRequest& request); ///< into the spaces

private:
    void narrow(Narrowing narrowing);
    void update();
    void use(std::shared_ptr<const NetworkColumns> table);

    Comparison m_comparison;
    Selection m_selection;
    std::shared_ptr<const NetworkColumns> m_table = std::make_shared<const NetworkColumns>();
    Narrowing m_narrowing;
    QUndoStack* m_history = nullptr;
    std::unique_ptr<LatestJob<std::shared_ptr<const NetworkColumns>>> m_job;
};

/// "depth=12:28 flops=:400e6": ranges with blanks between. Throws Error.
std::vector<PropertyRange> rangesFrom(const QString& text);
QString textOf(const std::vector<PropertyRange>& ranges);

} // namespace regnet
