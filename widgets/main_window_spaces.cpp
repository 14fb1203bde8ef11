// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/system/places.h"
#include "widgets/compare/compare_model.h"
#include "widgets/dock_scroll.h"
#include "widgets/explorer/parameter_panel.h"
#include "widgets/main_window.h"
#include "widgets/queue/dispatcher_thread.h"
#include "widgets/queue/train_dialog.h"
#include "widgets/spaces/space_guide.h"
#include "widgets/spaces/spaces_view.h"

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

const QString guideKey = QStringLiteral("spaces/guide"); ///< JSON of the space that shades the sliders
const QString selectedKey = QStringLiteral("spaces/selected");
const QString folderKey = QStringLiteral("spaces/folder"); ///< of own spaces; the data folder's by default

std::optional<DesignSpace> spaceFrom(const QString& text)
{
    if (text.isEmpty()) return std::nullopt;
    try {
        return spaceFromJson(parseJson(text.toStdString(), "settings"));
    } catch (const Error&) {
        return std::nullopt; // as if it had never been written
    }
}

} // namespace

/// The sliders are shaded from the start where they were: what shades them is remembered whole.
void MainWindow::setUpSpaces(const std::filesystem::path& store)
{
    m_guide = new SpaceGuide(this);
    connect(&m_model, &ExplorerModel::networkChanged, m_guide,
            [this](const Explanation& network) { m_guide->showNetwork(network.spec); });
    connect(m_guide, &SpaceGuide::guided, this, [this](const SpaceGuidance& guidance) {
        if (m_parameters) m_parameters->showAllowed(guidance.allowed, guidance.sentence, guidance.isMember);
    });
    m_guide->showNetwork(m_model.network().spec);
    addDock(QStringLiteral("spaces"), tr("Spaces"),
            [this, store](LazyDock& dock) { return new DockScroll(makeSpacesView(dock, store)); });
    if (const auto space = spaceFrom(m_settings.value(guideKey).toString()))
        QTimer::singleShot(0, m_guide, [this, space] {
            dock(QStringLiteral("parameters"))->ensureContent();
            m_guide->setSpace(space);
        });
}

SpacesView* MainWindow::makeSpacesView(LazyDock& dock, const std::filesystem::path& store)
{
    const std::filesystem::path ownFolder = m_settings.value(folderKey).toString().toStdString();
    if (!m_spaces) m_spaces = new SpaceLibrary(ownFolder.empty() ? dataFolder() / "spaces" : ownFolder, this);
    auto* view = new SpacesView(*m_spaces, store, m_model.undoStack());
    const auto selected = m_settings.value(selectedKey).toString().toStdString();
    if (!selected.empty()) view->select(selected);
    // By what is remembered: at the start the guide itself may still wait for its turn.
    view->setGuiding(!m_settings.value(guideKey).toString().isEmpty());
    const int network = dock.addRefresh([this, view] { view->showNetwork(m_model.network().spec); });
    connect(&m_model, &ExplorerModel::networkChanged, view, [&dock, network] { dock.refresh(network); });
    connect(view, &SpacesView::networkWanted, this, [this](const NetworkSpec& spec, const QString& what) {
        m_model.edit(spec, what);
        showMessage(tr("The explorer shows %1").arg(what));
    });
    connect(view, &SpacesView::selected, this,
            [this](const QString& name) { m_settings.setValue(selectedKey, name); });
    connect(view, &SpacesView::guideChanged, this, [this](const std::optional<DesignSpace>& space) {
        m_settings.setValue(guideKey, space ? QString::fromStdString(toJson(*space).dump()) : QString());
        m_guide->setSpace(space);
    });
    connect(view, &SpacesView::noticed, this, &MainWindow::showMessage);
    connect(view, &SpacesView::trainWanted, this, &MainWindow::trainPopulation);
    return view;
}

/// A range that was brushed in the Compare dock becomes a child of the space that the population was drawn
/// from.
void MainWindow::narrowSpace(const NarrowRequest& request)
{
    std::string space = request.population;
    if (m_dispatcher && !request.isPublished)
        for (const PopulationStanding& standing : m_dispatcher->snapshot()->populations)
            if (standing.summary.name == request.population) space = standing.summary.space;
    LazyDock* spaces = dock(QStringLiteral("spaces"));
    spaces->show();
    spaces->raise();
    spaces->ensureContent();
    spaces->findChild<SpacesView*>()->narrow(space, QString::fromStdString(request.property), request.low,
                                             request.high);
}

/// The population lies in the store: the dialog asks only how it is trained.
void MainWindow::trainPopulation(const SampledPopulation& population)
{
    if (!m_dispatcher || !canTrain()) return;
    TrainDialog dialog(m_dispatcher->snapshot(), population.space, this);
    dialog.setWorkers(m_settings.workers());
    dialog.fixPopulation(population.name, population.n, population.seed);
    if (dialog.exec() != QDialog::Accepted) return;
    m_dispatcher->train(dialog.order(), dialog.workers(), dialog.device());
    dock(QStringLiteral("queue"))->show();
    dock(QStringLiteral("queue"))->raise();
}

} // namespace regnet
