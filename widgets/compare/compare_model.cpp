// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/compare_model.h"

#include "core/text/readable.h"
#include "widgets/latest_job.h"
#include "widgets/plot/theme.h"

#include <QRegularExpression>

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
                {std::make_shared<const Population>(std::move(part)), slot++ % Theme::slotCount, true});
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

void CompareModel::setFilter(const std::vector<PropertyRange>& filter)
{
    if (m_filter == filter) return;
    m_filter = filter;
    update();
}

void CompareModel::setSplit(const std::string& property)
{
    if (m_split == property) return;
    m_split = property;
    update();
}

void CompareModel::update()
{
    std::size_t networks = 0;
    for (const ShownPopulation& shown : m_comparison.populations())
        networks += shown.population->members.size();
    const auto make = [populations = m_comparison.populations(), filter = m_filter, split = m_split] {
        return std::make_shared<const NetworkColumns>(derived(populations, filter, split));
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
