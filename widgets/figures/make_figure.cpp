// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/make_figure.h"

#include "core/format/open_source.h"
#include "core/format/output_file.h"
#include "core/format/source_address.h"
#include "core/problem.h"
#include "core/queue/training_order.h"
#include "core/stats/bootstrap.h"
#include "core/stats/least_squares.h"
#include "core/stats/selection.h"
#include "core/store/store_address.h"
#include "core/text/readable.h"
#include "core/text/sha256.h"
#include "core/text/version.h"
#include "widgets/figures/curves_figure.h"
#include "widgets/figures/difference_figure.h"
#include "widgets/figures/edf_figure.h"
#include "widgets/figures/panel_figure.h"
#include "widgets/figures/parallel_figure.h"
#include "widgets/figures/plots_without_populations.h"
#include "widgets/figures/scatter_figure.h"
#include "widgets/figures/study_figure.h"
#include "widgets/language.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace regnet {
namespace {

const QString edf = QStringLiteral("edf"), difference = QStringLiteral("difference"),
              scatter = QStringLiteral("scatter"), parallel = QStringLiteral("parallel"),
              curves = QStringLiteral("curves"), study = QStringLiteral("study");

std::optional<PanelKind> panelKindOf(const QString& name)
{
    for (const PanelKind kind : {PanelKind::Trend, PanelKind::Growth, PanelKind::MeanTrend,
                                 PanelKind::RandomSearch, PanelKind::Widths, PanelKind::LineFit})
        if (panelFigureName(kind) == name) return kind;
    return std::nullopt;
}

/// With a store, a source that is no file and no address is the name of a population in it.
std::string sourceFrom(const std::string& text, const std::string& store)
{
    if (store.empty() || isCompiledIn(text)) return text;
    const StoreAddress address = storeAddress(text);
    std::error_code failure;
    const bool isAddress = !address.name.empty() || std::filesystem::exists(address.file, failure);
    return isAddress ? text : store + "#" + text;
}

std::vector<std::string> sourcesOf(const FigureCall& call)
{
    const std::string store = call.value(QStringLiteral("store")).toStdString();
    std::vector<std::string> sources;
    for (const QString& source : call.sources())
        sources.push_back(sourceFrom(source.toStdString(), store));
    if (sources.empty() && !store.empty()) sources.push_back(store);
    if (sources.empty())
        throwBadInput("figure", "has no SOURCE",
                      "a population: paper:fig9-left, a sweep.json, a CSV, or STORE.db#NAME");
    return sources;
}

std::vector<std::string> textsOf(const FigureCall& call, const char* option)
{
    std::vector<std::string> texts;
    for (const QString& value : call.values(QLatin1String(option)))
        texts.push_back(value.toStdString());
    return texts;
}

/// The legend of more would take the better part of a minute: QCustomPlot looks at all entries for each.
void requireFew(std::size_t populations, const char* better)
{
    constexpr std::size_t most = 200; // nobody tells as many apart
    if (populations > most)
        throwBadInput("populations",
                      "are " + std::to_string(populations) + ", and at most " + std::to_string(most) +
                          " are drawn",
                      better);
}

std::vector<ShownPopulation> populationsOf(const FigureCall& call)
{
    std::vector<PropertyRange> filter;
    for (const QString& range : call.values(QStringLiteral("where")))
        filter.push_back(propertyRangeFrom(range.toStdString()));
    const std::string property = call.value(QStringLiteral("split")).toStdString();
    const std::vector<int> slots = call.slots();
    std::vector<ShownPopulation> shown;
    const auto add = [&shown, &slots](Population population) {
        const std::size_t at = shown.size();
        shown.push_back({std::make_shared<const Population>(std::move(population)),
                         at < slots.size() ? slots[at] : static_cast<int>(at) % Theme::lookCount});
    };
    std::vector<Population> chosen = named(openSources(sourcesOf(call)), textsOf(call, "only"), "--only");
    requireFew(chosen.size(), "some of them: --only NAME, once for each");
    for (Population& population : chosen) {
        Population kept = filter.empty() ? std::move(population) : select(population, filter);
        if (property.empty()) {
            add(std::move(kept));
            continue;
        }
        for (Population& part : split(kept, property))
            add(std::move(part));
    }
    requireFew(shown.size(), "fewer: --only NAME, or no --split");
    if (shown.empty())
        throwBadInput("--split", "is \"" + property + "\", which no network has", "a property of theirs");
    return shown;
}

double confidenceOf(const FigureCall& call)
{
    const double confidence = call.number(QStringLiteral("confidence")) / 100;
    if (!(confidence > 0 && confidence < 1))
        throwBadInput("--confidence", "is " + call.value(QStringLiteral("confidence")).toStdString(),
                      "a percentage above 0 and below 100");
    return confidence;
}

/// A number that must be whole.
std::int64_t countOf(const FigureCall& call, const QString& option)
{
    const double value = call.number(option);
    if (value != std::floor(value) || std::abs(value) > 1e9)
        throwBadInput("--" + option.toStdString(), "is " + call.value(option).toStdString(),
                      "a whole number");
    return static_cast<std::int64_t>(value);
}

EdfOptions edfOptionsOf(const FigureCall& call)
{
    EdfOptions options;
    options.title = call.value(QStringLiteral("title"));
    options.hasBands = !call.isSet(QStringLiteral("no-bands"));
    options.confidence = confidenceOf(call);
    const QString band = call.value(QStringLiteral("band"));
    if (band == QLatin1String("bootstrap"))
        options.band = BandKind::Bootstrap;
    else if (band == QLatin1String("pointwise"))
        options.band = BandKind::Pointwise;
    else if (band != QLatin1String("dkw"))
        throwBadInput("--band", "is \"" + band.toStdString() + "\"", "dkw, bootstrap or pointwise");
    if (call.isSet(QStringLiteral("normalise"))) {
        options.bins.emplace();
        options.bins->property = call.value(QStringLiteral("normalise")).toStdString();
        options.bins->bins = countOf(call, QStringLiteral("bins"));
    }
    return options;
}

Plot scatterPlot(const FigureCall& call, const std::vector<ShownPopulation>& shown)
{
    ScatterOptions options;
    options.title = call.value(QStringLiteral("title"));
    options.x = call.value(QStringLiteral("x")).toStdString();
    options.y = call.value(QStringLiteral("y")).toStdString();
    options.hasBestRange = !call.isSet(QStringLiteral("no-bands"));
    options.confidence = confidenceOf(call);
    ScatterFigure figure(shown, options);
    if (figure.plot().series.empty())
        throwBadInput("figure scatter", "finds no network with both " + options.x + " and " + options.y,
                      "properties that these populations have");
    return figure.plot();
}

Plot parallelPlot(const FigureCall& call, const std::vector<ShownPopulation>& shown)
{
    ParallelOptions options;
    options.title = call.value(QStringLiteral("title"));
    for (const QString& column : call.list(QStringLiteral("columns")))
        options.properties.push_back(column.toStdString());
    const ParallelFigure figure(shown, options);
    if (figure.plot().series.empty())
        throwBadInput("figure parallel", "finds no two of these properties in the populations",
                      "properties that they have");
    return figure.plot();
}

Plot curvesPlot(const FigureCall& call, const std::vector<ShownPopulation>& shown)
{
    const CurvesFigure figure(shown, call.value(QStringLiteral("title")));
    if (figure.plot().series.empty())
        throwBadInput("figure curves", "finds no trainings behind these populations",
                      "populations of a store: STORE.db#NAME");
    return figure.plot();
}

/// Without a store there is nothing of one's own to lay over the paper's.
PanelSource panelSourceOf(const FigureCall& call)
{
    const bool isPublished = call.isSet(QStringLiteral("published"));
    const bool isOwn = call.isSet(QStringLiteral("own"));
    if (call.value(QStringLiteral("store")).isEmpty() && !isOwn) return PanelSource::Published;
    if (isPublished == isOwn) return PanelSource::Both;
    return isOwn ? PanelSource::Own : PanelSource::Published;
}

StudyChoice studyChoiceOf(const FigureCall& call)
{
    StudyChoice choice;
    choice.scale = call.value(QStringLiteral("scale")).toStdString();
    choice.n = countOf(call, QStringLiteral("n"));
    choice.dataSet = call.value(QStringLiteral("dataset")).toStdString();
    if (const QString recipe = call.value(QStringLiteral("recipe")); !recipe.isEmpty())
        choice.recipe = openRecipe(recipe.toStdString());
    choice.keys = textsOf(call, "only");
    // Not a number of the others' kind: a double would round a large seed.
    const QString seed = call.value(QStringLiteral("training-seed"));
    bool isSeed = false;
    choice.trainingSeed = seed.toULongLong(&isSeed);
    if (!isSeed) throwBadInput("--training-seed", "is \"" + seed.toStdString() + "\"", "a whole number");
    return choice;
}

/// "fig11/wm" or a file and a panel: as the paper draws it, as a store has it, or both.
MadeFigure madeStudyFigure(const FigureCall& call)
{
    const QString name = call.sources().value(0);
    if (!name.contains(QLatin1Char('/')))
        throwBadInput("figure study",
                      name.isEmpty() ? "has no panel" : "\"" + name.toStdString() + "\" names no panel",
                      "STUDY/PANEL, as in fig11/wm");
    StudyFigureQuestion question;
    question.study = openStudy(name.section(QLatin1Char('/'), 0, -2).toStdString());
    question.panel = name.section(QLatin1Char('/'), -1).toStdString();
    question.source = panelSourceOf(call);
    question.store = call.value(QStringLiteral("store")).toStdString();
    question.choice = studyChoiceOf(call);
    question.title = call.value(QStringLiteral("title"));
    const StudyFigure figure = studyFigure(question);
    requireFew(figure.populations().size(), "a panel of fewer");
    return {figure.plot(), figure.populations()};
}

Plot panelPlot(const FigureCall& call, PanelKind kind, const std::vector<ShownPopulation>& shown)
{
    PanelChoice choice;
    choice.kind = kind;
    choice.property = call.value(QStringLiteral("property")).toStdString();
    choice.form = call.value(QStringLiteral("form")).toStdString();
    if (!growthFormOf(choice.form))
        throwBadInput("--form", "is \"" + choice.form + "\"", "sqrt, affine or sqrt+linear");
    choice.rank = countOf(call, QStringLiteral("rank"));
    if (choice.rank == 0 || (kind == PanelKind::LineFit && choice.rank < 0))
        throwBadInput("--rank", "is " + std::to_string(choice.rank),
                      "1 for the best, 2 for the next; -1 for the worst");
    Plot plot = panelFigure(shown, choice).plot();
    plot.title = call.value(QStringLiteral("title"));
    return plot;
}

/// What a reader has to know of the tests and bands in the figure.
nlohmann::json settingsOf(const FigureCall& call)
{
    nlohmann::json settings = nlohmann::json::object();
    const bool hasBands = !call.isSet(QStringLiteral("no-bands"));
    const double confidence = call.number(QStringLiteral("confidence")) / 100;
    if (call.name() == edf) {
        settings["curve"] = "k/n, failed networks at infinity";
        settings["band"] = hasBands ? call.value(QStringLiteral("band")).toStdString() : "none";
        if (hasBands) settings["confidence"] = confidence;
        if (call.isSet(QStringLiteral("normalise"))) {
            settings["normalised_by"] = call.value(QStringLiteral("normalise")).toStdString();
            settings["bins"] = call.number(QStringLiteral("bins"));
        }
        if (hasBands && call.value(QStringLiteral("band")) == QLatin1String("bootstrap"))
            settings["resamples"] = BootstrapSettings{}.resamples;
    } else if (call.name() == difference) {
        settings["distance"] = "Kolmogorov-Smirnov D";
    } else if (call.name() == scatter && hasBands) {
        settings["best_range"] =
            "empirical bootstrap of the winner in closed form, a quarter of the networks";
        settings["confidence"] = confidence;
    }
    return settings;
}

bool drawsRandomNumbers(const FigureCall& call)
{
    return call.name() == edf && !call.isSet(QStringLiteral("no-bands")) &&
           (call.value(QStringLiteral("band")) == QLatin1String("bootstrap") ||
            call.isSet(QStringLiteral("normalise")));
}

nlohmann::json queryOf(const FigureCall& call)
{
    const auto list = [](const QStringList& texts) {
        nlohmann::json json = nlohmann::json::array();
        for (const QString& text : texts)
            json.push_back(text.toStdString());
        return json;
    };
    nlohmann::json query{{"figure", call.name().toStdString()}, {"sources", list(call.sources())}};
    for (const char* option : {"where", "only"})
        if (const QStringList values = call.values(QLatin1String(option)); !values.isEmpty())
            query[option] = list(values);
    for (const char* option : {"split", "store"})
        if (const QString value = call.value(QLatin1String(option)); !value.isEmpty())
            query[option] = value.toStdString();
    if (call.name() != study) return query;
    constexpr std::array names{"published", "own", "both"}; // as PanelSource
    query["data"] = names[static_cast<std::size_t>(panelSourceOf(call))];
    for (const char* option : {"scale", "recipe", "dataset", "training-seed"})
        query[option] = call.value(QLatin1String(option)).toStdString();
    query["n"] = shortest(call.number(QStringLiteral("n"))); // as the recorded command has it
    return query;
}

QByteArray bytesWith(const FigureCall& call, const MadeFigure& figure, FigureFormat format,
                     const std::string& provenance)
{
    const EnglishTexts inEnglish;
    FigureOptions options = call.picture();
    options.provenance = QString::fromStdString(provenance);
    return figureBytes(figure.plot, format, options);
}

/// A title that is asked for goes where the figure has none of its own.
Plot withTitle(Plot plot, const FigureCall& call)
{
    if (plot.title.isEmpty()) plot.title = call.value(QStringLiteral("title"));
    return plot;
}

} // namespace

QString figureNames()
{
    return QStringLiteral(
        "edf, difference, scatter, parallel, curves, trends, fits, means, best-of-k, "
        "widths, line, study, quantisation, activations, parameters, shares, samples or training");
}

void checkFigureName(const QString& name)
{
    const bool isKnown = panelKindOf(name) || isOfNoPopulation(name) ||
                         QStringList{edf, difference, scatter, parallel, curves, study}.contains(name);
    if (!isKnown)
        throwBadInput("figure",
                      name.isEmpty() ? "has no name" : "\"" + name.toStdString() + "\" is not known",
                      figureNames().toStdString());
}

MadeFigure madeFigure(const FigureCall& call)
{
    const EnglishTexts inEnglish;
    checkFigureName(call.name());
    if (isOfNoPopulation(call.name())) return {withTitle(plotOfNoPopulation(call), call), {}};
    if (call.name() == study) return madeStudyFigure(call);
    const std::vector<ShownPopulation> shown = populationsOf(call);
    MadeFigure made;
    if (const auto kind = panelKindOf(call.name()))
        made.plot = panelPlot(call, *kind, shown);
    else if (call.name() == scatter)
        made.plot = scatterPlot(call, shown);
    else if (call.name() == parallel)
        made.plot = parallelPlot(call, shown);
    else if (call.name() == curves)
        made.plot = curvesPlot(call, shown);
    else if (call.name() == difference)
        made.plot = DifferenceFigure(shown).plot();
    else
        made.plot = EdfFigure(shown, edfOptionsOf(call)).plot();
    made.plot = withTitle(std::move(made.plot), call);
    for (const ShownPopulation& each : shown)
        made.populations.push_back(each.population);
    return made;
}

Provenance provenanceOf(const FigureCall& call, const MadeFigure& figure)
{
    Provenance provenance;
    if (!call.name().isEmpty()) provenance.command = {"figure"};
    for (const QString& word : call.name().isEmpty() ? QStringList() : call.words())
        provenance.command.push_back(word.toStdString());
    for (const auto& population : figure.populations)
        provenance.populations.push_back(originOf(*population));
    provenance.query = queryOf(call);
    provenance.settings = settingsOf(call);
    if (drawsRandomNumbers(call)) provenance.seed = BootstrapSettings{}.seed;
    const QByteArray data = figureBytes(figure.plot, FigureFormat::Csv, {});
    provenance.data = sha256({data.constData(), static_cast<std::size_t>(data.size())});
    provenance.version = version();
    provenance.revision = revision();
    return provenance;
}

MadeFigure figureForFile(MadeFigure shown, const FigureCall& call)
{
    if (currentLanguage() == QLatin1String("en") || call.name().isEmpty()) return shown;
    try {
        return madeFigure(call);
    } catch (const Error&) {
        return shown; // the dialog tells what is wrong with the call
    }
}

QByteArray fileBytes(const FigureCall& call, const MadeFigure& figure, FigureFormat format)
{
    return bytesWith(call, figure, format, toText(provenanceOf(call, figure)));
}

QString sidecarOf(const QString& file)
{
    return file + QStringLiteral(".json");
}

void writeFigure(const FigureCall& call, const MadeFigure& figure, const FigureCall::Target& target)
{
    const std::string provenance = toText(provenanceOf(call, figure));
    const QByteArray bytes = bytesWith(call, figure, formatOf(target.out), provenance);
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    nlohmann::json sidecar = nlohmann::json::parse(provenance);
    sidecar["file"] = {{"name", QFileInfo(target.out).fileName().toStdString()}, {"sha256", sha256(view)}};
    writeOutput(target.out.toStdString(), view);
    if (!target.hasSidecar) return;
    writeOutput(sidecarOf(target.out).toStdString(),
                sidecar.dump(1, ' ', true, nlohmann::json::error_handler_t::replace) + "\n");
}

} // namespace regnet
