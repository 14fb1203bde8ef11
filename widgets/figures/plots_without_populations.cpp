// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/plots_without_populations.h"

#include "core/format/network_text.h"
#include "core/format/text_file.h"
#include "core/problem.h"
#include "core/space/space_json.h"
#include "core/space/survey.h"
#include "core/store/store.h"
#include "core/text/readable.h"
#include "widgets/explorer/complexity_view.h"
#include "widgets/explorer/quantisation_plot.h"
#include "widgets/explorer/share_bars.h"
#include "widgets/figures/figure_call.h"
#include "widgets/queue/job_curves.h"
#include "widgets/spaces/survey_plots.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace regnet {
namespace {

const QString quantisation = QStringLiteral("quantisation"), activations = QStringLiteral("activations"),
              parameters = QStringLiteral("parameters"), shares = QStringLiteral("shares"),
              samples = QStringLiteral("samples"), training = QStringLiteral("training");

NetworkSpec networkFrom(const QString& text)
{
    std::error_code failure;
    const std::string word = text.toStdString();
    if (std::filesystem::is_regular_file(word, failure)) return parseNetworkText(readTextFile(word), word);
    return parseNetworkText(word, "network");
}

/// The first source is the network, the others are pinned beside it where the figure shows pins.
Plot networkPlot(const FigureCall& call)
{
    if (call.sources().isEmpty())
        throwBadInput("figure " + call.name().toStdString(), "has no network",
                      "a network file, its JSON, or options as of \"regnet network\" in quotes");
    const Explanation network = explain(networkFrom(call.sources().front()));
    if (!network.isBuilt()) throw Error(network.problems.front());
    std::vector<Pin> pins;
    for (const QString& source : call.sources().mid(1)) {
        const NetworkSpec spec = networkFrom(source);
        pins.push_back({ExplorerModel::nameOf(spec), static_cast<int>(pins.size()) + 1, explain(spec)});
    }
    const std::vector<int> slots = call.slots();
    for (std::size_t i = 0; i < std::min(slots.size(), pins.size()); ++i)
        pins[i].slot = slots[i];
    if (call.name() == quantisation) return quantisationPlot(network, pins);
    if (call.name() == shares) return sharesPlot(network);
    return standingPlot(call.name() == activations ? Standing::Activations : Standing::Params, network, pins);
}

Plot samplesOf(const FigureCall& call)
{
    if (call.sources().size() != 1)
        throwBadInput("figure samples", "needs one design space", "a built-in space, or its JSON file");
    const double candidates = call.number(QStringLiteral("candidates"));
    constexpr double most = 1e8; // some ten seconds
    if (candidates < 1 || candidates > most || candidates != std::floor(candidates))
        throwBadInput("--candidates", "is " + shortest(candidates), "a whole number from 1 to 100000000");
    const DesignSpace space = openSpace(call.sources().front().toStdString());
    return samplesPlot(survey(space, static_cast<std::int64_t>(candidates)),
                       call.value(QStringLiteral("property")).toStdString());
}

/// Sources are jobs of a store, each by the beginning of its name.
Plot trainingPlot(const FigureCall& call)
{
    const std::string file = call.value(QStringLiteral("store")).toStdString();
    if (file.empty() || call.sources().isEmpty())
        throwBadInput("figure training", file.empty() ? "has no store" : "names no job",
                      "jobs of a store: regnet figure training 3f2a --store runs.db");
    const StoreReader store(file);
    std::vector<JobCurve> curves;
    for (const QString& source : call.sources()) {
        const std::vector<std::string> names = store.jobsNamed(source.toStdString(), 2);
        if (names.size() != 1)
            throwBadInput("\"" + source.toStdString() + "\"",
                          names.empty() ? "is no job of " + file
                                        : "is the beginning of several jobs of " + file,
                          "more of a job's name, as regnet queue list prints it");
        const JobRecord job = store.job(names.front()).value();
        curves.push_back({job.id, job.state, job.epochs, store.epochs(job.id)});
    }
    return curvesPlot(curves, curves.size());
}

} // namespace

bool isOfNoPopulation(const QString& figure)
{
    return QStringList{quantisation, activations, parameters, shares, samples, training}.contains(figure);
}

Plot plotOfNoPopulation(const FigureCall& call)
{
    if (call.name() == samples) return samplesOf(call);
    if (call.name() == training) return trainingPlot(call);
    return networkPlot(call);
}

} // namespace regnet
