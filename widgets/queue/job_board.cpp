// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/queue/job_board.h"

#include <algorithm>
#include <cctype>
#include <compare>
#include <numeric>
#include <utility>

namespace regnet {
namespace {

constexpr std::size_t hashCharacters = 12;
/// With more changes than that it is quicker to sort all again.
constexpr std::size_t fewRows = 200;
/// As in StoreReader::work(): what an image costs besides its multiply-adds.
constexpr double flopsPerImage = 2e6;

std::string lower(std::string text)
{
    for (char& c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// `wanted` is in lower case.
bool contains(const std::string& text, const std::string& wanted)
{
    const auto isSame = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(), isSame) != text.end();
}

double workOf(const JobRow& row)
{
    return (static_cast<double>(row.flops) + flopsPerImage) * row.epochs;
}

double doneOf(const JobRow& row)
{
    const bool isEnded = isFinal(row.state) && row.state != JobState::Cancelled;
    return (static_cast<double>(row.flops) + flopsPerImage) * (isEnded ? row.epochs : row.epochsDone);
}

/// Running ones first, then what waits, then what needs a person, then what is over.
int rankOf(JobState state)
{
    switch (state) {
    case JobState::Running:
    case JobState::Claimed:
        return 0;
    case JobState::Queued:
        return 1;
    case JobState::Paused:
        return 2;
    case JobState::Failed:
    case JobState::OutOfMemory:
    case JobState::Diverged:
        return 3;
    case JobState::Done:
        return 4;
    case JobState::Cancelled:
        return 5;
    }
    return 6;
}

/// Higher priorities first, then in the queue's order.
std::partial_ordering byStart(const JobRow& a, const JobRow& b)
{
    if (const auto order = b.priority <=> a.priority; std::is_neq(order)) return order;
    return a.position <=> b.position;
}

std::partial_ordering byOwnOrder(const JobRow& a, const JobRow& b)
{
    if (const auto order = rankOf(a.state) <=> rankOf(b.state); std::is_neq(order)) return order;
    return byStart(a, b);
}

std::partial_ordering byText(const std::string& a, const std::string& b)
{
    return a.compare(b) <=> 0;
}

std::partial_ordering byColumn(const JobRow& a, const JobRow& b, int column)
{
    switch (column) {
    case JobView::Job:
        return byText(a.id, b.id);
    case JobView::Population:
        return byText(*a.population, *b.population);
    case JobView::State:
        return rankOf(a.state) <=> rankOf(b.state);
    case JobView::Progress:
        return static_cast<std::int64_t>(a.epochsDone) * b.epochs <=>
               static_cast<std::int64_t>(b.epochsDone) * a.epochs;
    case JobView::Speed:
        return a.secondsAnEpoch().value_or(-1) <=> b.secondsAnEpoch().value_or(-1);
    case JobView::Left:
        return a.secondsLeft(0).value_or(-1) <=> b.secondsLeft(0).value_or(-1);
    case JobView::Error:
        return a.error() <=> b.error();
    case JobView::Flops:
        return a.flops <=> b.flops;
    case JobView::Trained:
        return a.trainSeconds <=> b.trainSeconds;
    case JobView::Device:
        return byText(*a.device, *b.device);
    case JobView::Attempt:
        return a.attempt <=> b.attempt;
    case JobView::Priority:
        return a.priority <=> b.priority;
    case JobView::Why:
        return byText(a.message, b.message);
    default:
        return byOwnOrder(a, b);
    }
}

/// A cell without a value stays at the end, whichever way the list is sorted.
bool isEmptyIn(const JobRow& row, int column)
{
    switch (column) {
    case JobView::Speed:
        return !row.secondsAnEpoch();
    case JobView::Left:
        return !row.secondsLeft(0);
    case JobView::Error:
        return row.error() < 0;
    case JobView::Why:
        return row.message.empty();
    case JobView::Device:
        return row.device->empty();
    default:
        return false;
    }
}

} // namespace

void JobBoard::clear()
{
    const JobView view = m_view;
    *this = {};
    m_view = view;
}

std::shared_ptr<const std::string> JobBoard::shared(const std::string& text)
{
    std::shared_ptr<const std::string>& known = m_shared[text];
    if (!known) known = std::make_shared<const std::string>(text);
    return known;
}

void JobBoard::put(const JobRecord& record)
{
    JobRow row;
    row.id = record.id;
    row.network = record.networkHash.substr(0, hashCharacters);
    row.state = record.state;
    row.wanted = record.wanted;
    row.attempt = static_cast<std::int32_t>(record.attempt);
    row.epochs = static_cast<std::int32_t>(record.epochs);
    row.epochsDone = static_cast<std::int32_t>(record.epochsDone);
    row.priority = record.priority;
    row.changed = record.changed;
    row.flops = record.flops;
    row.position = record.position;
    row.lastTestError = record.lastTestError;
    row.bestTestError = record.bestTestError;
    row.trainSeconds = record.trainSeconds;
    row.lastEvent = record.lastEvent;
    row.countsAgree = record.countsAgree;
    row.recipe = shared(record.recipe);
    row.device = shared(record.device);
    row.place = shared(record.place);
    row.message = record.message;
    m_version = std::max(m_version, record.changed);

    const auto [known, isNew] = m_rows.try_emplace(record.id, m_table.size());
    const std::int32_t number = known->second;
    row.population = isNew ? shared({}) : m_table.at(number).population;
    m_changed.insert(number);
    m_moved.insert(number);
    if (isNew)
        m_table.append(std::move(row));
    else
        m_table.replace(number, std::move(row));
}

/// Rows are known by their numbers: where some went, all are read anew.
bool JobBoard::readAnew(const StoreReader& store)
{
    const std::int64_t removals = store.removals();
    if (removals == m_removals) return false;
    std::vector<PopulationSummary> before = std::move(m_summaries);
    clear();
    m_summaries = std::move(before); // which say what the population of the view was called
    m_removals = removals;
    for (const JobRecord& record : store.jobsChangedSince(0))
        put(record);
    updatePopulations(store);
    arrange();
    return true;
}

bool JobBoard::update(const StoreReader& store)
{
    if (readAnew(store)) return true;
    const std::vector<JobRecord> news = store.jobsChangedSince(m_version);
    m_rows.reserve(m_rows.size() + (m_rows.empty() ? news.size() : 0));
    for (const JobRecord& record : news)
        put(record);
    return !news.empty();
}

/// The population of the view may have another name than before: it is still the one that is wanted.
void JobBoard::followName(const std::vector<PopulationSummary>& before)
{
    const auto then = std::ranges::find(before, m_view.population, &PopulationSummary::name);
    if (then == before.end()) return;
    const auto now = std::ranges::find(m_summaries, then->id, &PopulationSummary::id);
    if (now != m_summaries.end()) m_view.population = now->name;
}

void JobBoard::updatePopulations(const StoreReader& store)
{
    followName(std::exchange(m_summaries, store.populations()));
    m_members.assign(m_summaries.size(), {});
    // A job is shown under the first population that has it, by the name that this one has now.
    std::vector<std::shared_ptr<const std::string>> first(static_cast<std::size_t>(m_table.size()));
    for (std::size_t i = 0; i < m_summaries.size(); ++i) {
        m_members[i].resize(static_cast<std::size_t>(m_table.size()));
        const auto name = shared(m_summaries[i].name);
        for (const std::string& id : store.jobNames({{}, m_summaries[i].name, {}})) {
            const auto row = m_rows.find(id);
            if (row == m_rows.end()) continue; // newer than what was read: it comes with the next update
            const auto number = static_cast<std::size_t>(row->second);
            m_members[i][number] = true;
            if (!first[number]) first[number] = name;
        }
    }
    for (std::int32_t row = 0; row < m_table.size(); ++row) {
        const auto& name = first[static_cast<std::size_t>(row)];
        if (!name || *m_table.at(row).population == *name) continue;
        JobRow named = m_table.at(row);
        named.population = name;
        m_table.replace(row, std::move(named));
        m_changed.insert(row);
        m_moved.insert(row);
    }
    if (!m_view.population.empty() || !m_view.text.empty()) setView(m_view); // other jobs may belong to it
}

void JobBoard::setView(const JobView& view)
{
    const bool isOther =
        view.states != m_view.states || view.population != m_view.population || view.text != m_view.text;
    m_view = view;
    m_view.text = lower(view.text);
    m_matching.clear();
    for (std::size_t i = 0; i < m_summaries.size() && !m_view.text.empty(); ++i)
        if (contains(m_summaries[i].name, m_view.text) || contains(m_summaries[i].space, m_view.text))
            m_matching.push_back(i);
    if (m_view.isOrderKept && !isOther) return;
    arrange();
}

bool JobBoard::isShown(std::int32_t row) const
{
    const JobRow& job = m_table.at(row);
    const auto number = static_cast<std::size_t>(row);
    const auto isMember = [&](std::size_t population) {
        return number < m_members[population].size() && m_members[population][number];
    };
    if (!m_view.states.empty() &&
        std::find(m_view.states.begin(), m_view.states.end(), job.state) == m_view.states.end())
        return false;
    if (!m_view.population.empty()) {
        const auto it = std::find_if(m_summaries.begin(), m_summaries.end(),
                                     [&](const PopulationSummary& p) { return p.name == m_view.population; });
        if (it == m_summaries.end() || !isMember(static_cast<std::size_t>(it - m_summaries.begin())))
            return false;
    }
    if (m_view.text.empty()) return true;
    for (const std::string* text : {&job.id, &job.network, job.recipe.get(), job.device.get(), &job.message})
        if (contains(*text, m_view.text)) return true;
    return std::any_of(m_matching.begin(), m_matching.end(), isMember);
}

bool JobBoard::isBefore(std::int32_t a, std::int32_t b) const
{
    const JobRow& left = m_table.at(a);
    const JobRow& right = m_table.at(b);
    const bool isLeftEmpty = isEmptyIn(left, m_view.column), isRightEmpty = isEmptyIn(right, m_view.column);
    if (isLeftEmpty != isRightEmpty) return isRightEmpty;
    if (const auto order = byColumn(left, right, m_view.column); std::is_neq(order))
        return m_view.isDescending ? std::is_gt(order) : std::is_lt(order);
    const auto order = byOwnOrder(left, right);
    return std::is_eq(order) ? a < b : std::is_lt(order);
}

void JobBoard::setOrder(Rows order)
{
    auto places = std::make_shared<Rows>(static_cast<std::size_t>(m_table.size()), -1);
    for (std::size_t i = 0; i < order.size(); ++i)
        (*places)[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    m_order = std::make_shared<const Rows>(std::move(order));
    m_places = std::move(places);
    m_moved.clear();
}

void JobBoard::arrange()
{
    Rows order;
    for (std::int32_t row = 0; row < m_table.size(); ++row)
        if (isShown(row)) order.push_back(row);
    std::sort(order.begin(), order.end(), [this](std::int32_t a, std::int32_t b) { return isBefore(a, b); });
    setOrder(std::move(order));
}

/// Takes the rows that changed out and puts them where they belong now: the others are in order.
void JobBoard::rearrange()
{
    Rows order;
    order.reserve(static_cast<std::size_t>(m_table.size()));
    for (const std::int32_t row : *m_order)
        if (!m_moved.contains(row)) order.push_back(row);
    for (const std::int32_t row : m_moved) {
        if (!isShown(row)) continue;
        const auto place =
            std::upper_bound(order.begin(), order.end(), row,
                             [this](std::int32_t a, std::int32_t b) { return isBefore(a, b); });
        order.insert(place, row);
    }
    if (order == *m_order && m_places->size() == static_cast<std::size_t>(m_table.size()))
        m_moved.clear();
    else
        setOrder(std::move(order));
}

JobListing JobBoard::listing()
{
    if (!m_view.isOrderKept && !m_moved.empty()) {
        if (m_moved.size() <= fewRows)
            rearrange();
        else
            arrange();
    }
    JobListing listing;
    listing.table = m_table;
    listing.order = m_order;
    listing.places = m_places;
    listing.changed.assign(m_changed.begin(), m_changed.end());
    listing.isWhole = std::exchange(m_isWhole, false);
    m_changed.clear();
    return listing;
}

const JobRow* JobBoard::find(const std::string& id) const
{
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? nullptr : &m_table.at(row->second);
}

JobCounts JobBoard::counts() const
{
    JobCounts counts;
    for (std::int32_t row = 0; row < m_table.size(); ++row)
        ++counts.byState[m_table.at(row).state];
    return counts;
}

WorkAmount JobBoard::work() const
{
    WorkAmount work;
    for (std::int32_t row = 0; row < m_table.size(); ++row) {
        const JobRow& job = m_table.at(row);
        if (job.state == JobState::Cancelled) continue;
        work.total += workOf(job);
        work.done += doneOf(job);
    }
    return work;
}

std::vector<PopulationStanding> JobBoard::populations(std::optional<double> secondsLeft) const
{
    // What is to be done up to each open job, in the order of their start.
    std::vector<std::int32_t> open;
    for (std::int32_t row = 0; row < m_table.size(); ++row)
        if (isActive(m_table.at(row).state) || m_table.at(row).state == JobState::Queued) open.push_back(row);
    std::vector<double> upTo;
    double total = 0;
    if (secondsLeft) {
        std::sort(open.begin(), open.end(), [this](std::int32_t a, std::int32_t b) {
            return std::is_lt(byOwnOrder(m_table.at(a), m_table.at(b)));
        });
        upTo.resize(static_cast<std::size_t>(m_table.size()));
        for (const std::int32_t row : open) {
            total += workOf(m_table.at(row)) - doneOf(m_table.at(row));
            upTo[static_cast<std::size_t>(row)] = total;
        }
    }
    std::vector<PopulationStanding> all;
    for (std::size_t i = 0; i < m_summaries.size(); ++i) {
        PopulationStanding standing;
        standing.summary = m_summaries[i];
        double work = 0, done = 0, last = 0;
        for (std::size_t row = 0; row < m_members[i].size(); ++row) {
            if (!m_members[i][row]) continue;
            const JobRow& job = m_table.at(static_cast<std::int32_t>(row));
            ++standing.jobs.byState[job.state];
            if (job.state == JobState::Cancelled) continue;
            work += workOf(job);
            done += doneOf(job);
            if (!upTo.empty()) last = std::max(last, upTo[row]);
        }
        standing.share = work > 0 ? std::min(1.0, done / work) : 0;
        if (secondsLeft && last > 0) standing.secondsLeft = *secondsLeft * last / total;
        all.push_back(std::move(standing));
    }
    return all;
}

} // namespace regnet
