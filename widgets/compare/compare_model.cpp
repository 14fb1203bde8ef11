// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_model.h"

#include "core/text/readable.h"
#include "widgets/compare/change_step.h"
#include "widgets/latest_job.h"
#include "widgets/plot/theme.h"

#include <QRegularExpression>
#include <QUndoStack>

#include <utility>

namespace regnet {
namespace {

/// The populations as views show them. Parts of a split one get colours of their own.
std::vector<ShownPopulation> derived(const std::vector<ShownPopulation>& populations,
                                     const std::vector<PropertyRange>& filter, const std::string& split)
{
    if (filter.empty() && split.empty()) return populations;
    std::vector<ShownPopulation> result;
    int slot = 0;
    for (const ShownPopulation& shown : populations) {
        ShownPopulation kept = shown;
        if (!filter.empty())
            kept.population = std::make_shared<const Population>(select(*shown.population, filter));
        if (split.empty() || !shown.isVisible) {
            result.push_back(std::move(kept));
            continue;
        }
        for (Population& part : regnet::split(*kept.population, split))
            result.push_back(
                {std::make_shared<const Population>(std::move(part)), slot++ % Theme::lookCount, true});
    }
    return result;
}

} // namespace

CompareModel::CompareModel(QObject* parent) : QObject(parent)
{
    m_job = std::make_unique<LatestJob<std::shared_ptr<const NetworkColumns>>>(
        this, [this](const Outcome<std::shared_ptr<const NetworkColumns>>& outcome) {
            if (const auto* table = std::get_if<std::shared_ptr<const NetworkColumns>>(&outcome))
                use(*table);
            else
                Q_EMIT problemFound(std::get<Problem>(outcome));
        });
    connect(&m_comparison, &Comparison::changed, this, &CompareModel::update);
}

CompareModel::~CompareModel() = default;

bool CompareModel::isBusy() const
{
    return m_job->isRunning();
}

void CompareModel::setHistory(QUndoStack* history)
{
    m_history = history;
    m_comparison.setHistory(history);
    m_selection.setHistory(history);
}

void CompareModel::edit(const QString& what, const std::function<void(CompareModel&)>& change)
{
    Narrowing before = m_narrowing;
    change(*this);
    if (!m_history || before == m_narrowing) return;
    const auto go = [this](const Narrowing&, const Narrowing& to) { narrow(to); };
    m_history->push(new ChangeStep<Narrowing>(*this, what, std::move(before), m_narrowing, go)); // it owns it
}

void CompareModel::setFilter(const std::vector<PropertyRange>& filter)
{
    narrow({filter, m_narrowing.split});
}

void CompareModel::setSplit(const std::string& property)
{
    narrow({m_narrowing.filter, property});
}

void CompareModel::narrow(Narrowing narrowing)
{
    if (m_narrowing == narrowing) return;
    m_narrowing = std::move(narrowing);
    update();
}

void CompareModel::update()
{
    std::size_t networks = 0;
    for (const ShownPopulation& shown : m_comparison.populations())
        networks += shown.population->members.size();
    const auto make = [populations = m_comparison.populations(), narrowing = m_narrowing] {
        return std::make_shared<const NetworkColumns>(
            derived(populations, narrowing.filter, narrowing.split));
    };
    if (networks > mostAtOnce) return m_job->start([make](const auto&) { return make(); });
    m_job->stop();
    try {
        use(make());
    } catch (const Error& error) {
        Q_EMIT problemFound(error.problem());
    }
}

void CompareModel::use(std::shared_ptr<const NetworkColumns> table)
{
    m_table = std::move(table);
    Q_EMIT shownChanged();
    m_selection.setTable(m_table);
}

std::vector<PropertyRange> rangesFrom(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s,;]+"));
    std::vector<PropertyRange> ranges;
    for (const QString& part : text.split(blanks, Qt::SkipEmptyParts))
        ranges.push_back(propertyRangeFrom(part.toStdString()));
    return ranges;
}

QString textOf(const std::vector<PropertyRange>& ranges)
{
    QStringList parts;
    for (const PropertyRange& range : ranges) {
        const auto end = [](std::optional<double> value) {
            return value ? QString::fromStdString(shortest(*value)) : QString();
        };
        parts << QStringLiteral("%1=%2:%3")
                     .arg(QString::fromStdString(range.property), end(range.low), end(range.high));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace regnet
