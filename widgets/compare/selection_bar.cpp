// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/selection_bar.h"

#include "widgets/own_undo.h"
#include "widgets/shown_quantity.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace regnet {
namespace {

constexpr int followMs = 200;

/// What a space has a range or a limit for.
bool isNarrowable(const std::string& property)
{
    constexpr std::array properties{"depth",       "w0",    "wa",     "wm",          "bottleneck_ratio",
                                    "group_width", "flops", "params", "activations", "resolution"};
    return std::ranges::find(properties, property) != properties.end();
}

} // namespace

QString textOf(const NarrowRequest& request)
{
    return SelectionBar::tr("%1 of %2")
        .arg(toText(describe({request.property, request.low, request.high})),
             QString::fromStdString(request.population));
}

SelectionBar::SelectionBar(CompareModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    setObjectName(QStringLiteral("selectionBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 4, 2);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("selectionCount"));
    m_ranges = new QLineEdit(this);
    m_ranges->setObjectName(QStringLiteral("selectionRanges"));
    m_ranges->setAccessibleName(tr("Select networks by ranges"));
    m_ranges->setPlaceholderText(tr("select: depth=12:28 error=:40"));
    m_ranges->setToolTip(
        tr("Ranges PROPERTY=LOW:HIGH with blanks between; an end may be left out. Or drag over a view; "
           "Shift adds, Ctrl pans"));
    m_narrow = new QToolButton(this);
    m_narrow->setObjectName(QStringLiteral("narrow"));
    m_narrow->setText(tr("Na&rrow"));
    m_narrow->setAccessibleName(tr("Narrow"));
    m_narrow->setToolTip(tr("Makes a range a constraint of a child space"));
    m_narrow->setPopupMode(QToolButton::InstantPopup);
    m_narrow->setFocusPolicy(Qt::StrongFocus);
    m_menu = new QMenu(this);
    m_narrow->setMenu(m_menu);
    m_narrow->hide();
    m_follow = new QToolButton(this);
    m_follow->setObjectName(QStringLiteral("followInExplorer"));
    m_follow->setText(tr("E&xplorer"));
    m_follow->setAccessibleName(tr("Follow in the explorer"));
    m_follow->setToolTip(tr("While pressed, the explorer shows the best of the selected networks"));
    m_follow->setCheckable(true);
    m_follow->setFocusPolicy(Qt::StrongFocus);
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followMs);
    connect(&m_followSoon, &QTimer::timeout, this, &SelectionBar::follow);
    // Rows of another table are other networks.
    connect(&model, &CompareModel::shownChanged, this, [this] { m_followed = static_cast<std::size_t>(-1); });
    connect(m_follow, &QToolButton::toggled, this, [this] {
        if (const auto best = bestToFollow()) // pressing it is an act of its own
            Q_EMIT m_model.networkWanted(m_model.table()->memberAt(*best), sourceOf(*best));
    });
    connect(&model.selection(), &Selection::changed, this, &SelectionBar::followSoon);
    m_clear = new QPushButton(tr("C&lear"), this);
    m_clear->setToolTip(tr("Selects nothing"));
    row->addWidget(m_count);
    row->addWidget(m_ranges, 1);
    row->addWidget(m_narrow);
    row->addWidget(m_follow);
    row->addWidget(m_clear);
    connect(m_ranges, &QLineEdit::editingFinished, this, &SelectionBar::selectTyped);
    leaveUndoToWindow(*m_ranges);
    connect(m_clear, &QPushButton::clicked, this,
            [this] { m_model.selection().edit(tr("select nothing"), &Selection::clear); });
    connect(m_menu, &QMenu::aboutToShow, this, &SelectionBar::fillMenu);
    connect(&model.selection(), &Selection::changed, this, &SelectionBar::update);
    update();
}

SelectionBar::~SelectionBar()
{
    // A line that has the focus ends its editing when it goes, and that is after our own members have gone.
    m_ranges->disconnect(this);
}

/// The best of what is selected; a network each time, not at every step of a drag.
void SelectionBar::follow()
{
    if (const auto best = bestToFollow())
        Q_EMIT m_model.networkFollowed(m_model.table()->memberAt(*best), sourceOf(*best));
}

/// A step that is undone brings back the network that was there before it, too.
void SelectionBar::followSoon()
{
    if (!m_model.selection().isRestoring()) return m_followSoon.start();
    m_followSoon.stop();
    m_followed = static_cast<std::size_t>(-1);
}

const std::string& SelectionBar::sourceOf(std::size_t row) const
{
    return m_model.table()->populationAt(row).population->source;
}

/// None where nothing is selected, or it is what the explorer was told last.
std::optional<std::size_t> SelectionBar::bestToFollow()
{
    if (!m_follow->isChecked() || m_model.selection().count() == 0) return std::nullopt;
    const NetworkColumns& table = *m_model.table();
    const std::vector<double>& errors = table.column("error");
    std::size_t best = table.size();
    for (std::size_t row = 0; row < table.size(); ++row)
        if (m_model.selection().contains(row) && !std::isnan(errors[row]) &&
            (best == table.size() || errors[row] < errors[best]))
            best = row;
    if (best == table.size() || best == m_followed) return std::nullopt;
    m_followed = best;
    return best;
}

void SelectionBar::setNarrowing(bool isOffered)
{
    m_narrow->setVisible(isOffered);
}

void SelectionBar::update()
{
    const Selection& selection = m_model.selection();
    const auto count = [](std::size_t n) { return shownExactCount(static_cast<std::int64_t>(n)); };
    m_count->setText(tr("%1 of %2 selected").arg(count(selection.count()), count(m_model.table()->size())));
    m_clear->setEnabled(!selection.isEmpty());
    if (m_ranges->hasFocus() && m_ranges->isModified()) return;
    const QSignalBlocker quiet(m_ranges);
    m_ranges->setText(textOf(selection.ranges()));
}

void SelectionBar::selectTyped()
{
    if (!m_ranges->isModified()) return;
    m_ranges->setModified(false);
    try {
        m_model.selection().edit(tr("select networks"), [ranges = rangesFrom(m_ranges->text())](
                                                            Selection& all) { all.selectRanges(ranges); });
    } catch (const Error& error) {
        Q_EMIT m_model.problemFound(error.problem());
    }
}

/// What was brushed, else the span of what is selected; for each population that has a part in it.
std::vector<NarrowRequest> SelectionBar::requests() const
{
    std::vector<NarrowRequest> requests;
    if (m_offers) requests = m_offers();
    const Selection& selection = m_model.selection();
    std::vector<PropertyRange> ranges;
    for (const PropertyRange& range : selection.ranges())
        if (isNarrowable(range.property)) ranges.push_back(range);
    if (ranges.empty() && selection.count() > 0)
        for (const std::string& property : m_model.table()->properties())
            if (const auto span = selection.spanOf(property); span && isNarrowable(property))
                ranges.push_back(*span);
    std::size_t row = 0;
    for (const ShownPopulation& shown : m_model.shown()) {
        const std::size_t n = shown.population->members.size();
        const auto rows = selection.rows().subspan(row, n);
        row += n;
        if (std::ranges::find(rows, std::uint8_t{1}) == rows.end()) continue;
        for (const PropertyRange& range : ranges)
            requests.push_back({shown.population->name, shown.population->source,
                                shown.population->isPublished, range.property, range.low, range.high});
    }
    return requests;
}

void SelectionBar::fillMenu()
{
    m_menu->clear();
    for (const NarrowRequest& request : requests())
        connect(m_menu->addAction(textOf(request)), &QAction::triggered, this,
                [this, request] { Q_EMIT m_model.narrowWanted(request); });
    if (m_menu->isEmpty())
        m_menu->addAction(tr("Select networks, or show a scatter with a best range, first"))
            ->setEnabled(false);
}

} // namespace regnet
