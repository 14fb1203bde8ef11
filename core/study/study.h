// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"
#include "core/study/recipe.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// A population of a study: which space, how many, where in the paper.
struct StudyPopulation
{
    std::string key;    ///< unique in the study: "AnyNetX_A"
    std::string label;  ///< for a legend; empty: the key
    std::string space;  ///< a built-in space, or a file with a space JSON
    std::string regime; ///< "400MF"; empty: the space's own limits
    std::int64_t n = 100;
    std::uint64_t seed = 1;
    std::optional<std::int64_t> epochs; ///< where they differ from the study's
    std::optional<double> baseLearningRate;
    std::string
        published; ///< the paper's own, or any other SOURCE: "paper:fig9-left/AnyNetX_A"; may be empty
    std::vector<std::string> only; ///< scales in which it can be trained; empty: all

    friend bool operator==(const StudyPopulation&, const StudyPopulation&) = default;
};

/// What a regime of the paper becomes at a scale.
struct ScaledRegime
{
    std::string regime; ///< "cpu"
    CountRange flops;   ///< instead of that regime's window; empty: its own

    friend bool operator==(const ScaledRegime&, const ScaledRegime&) = default;
};

/// How large a study is run: as in the paper, or so that a smaller machine can.
struct StudyScale
{
    std::string name; ///< "cpu"
    std::string note;
    std::int64_t n = 0; ///< of each population; 0: the study's
    Recipe recipe;
    bool isAsInPaper = false; ///< epochs and rate are the study's; otherwise the recipe's, longer or shorter
                              ///< in the same proportion where a population's differ
    std::string dataSet = "procedural";
    std::map<std::string, ScaledRegime> regimes; ///< by the study's; one that is not named stays

    friend bool operator==(const StudyScale&, const StudyScale&) = default;
};

enum class PanelKind {
    Edf,          ///< error EDFs
    Scatter,      ///< a property against error, with its best range
    RandomSearch, ///< expected best of k
    Trend,        ///< all, good and best values of a property against the regime's FLOPs
    Growth,       ///< the same, with a fit to the best values
    MeanTrend,    ///< mean ± 2 sd against the regime's FLOPs
    Widths,       ///< width per block of the best or the worst networks
    LineFit,      ///< widths of one network, and the line that is nearest
    Cards,        ///< model cards: widths and counts of single models
    Models,       ///< error of single models against a complexity
    RunTime,      ///< measured time against a complexity
    SpaceSizes,   ///< how many networks the spaces have
    Table,        ///< printed numbers
};
std::string_view nameOf(PanelKind kind); ///< as in the file: "random_search"

struct StudyPanel
{
    std::string name; ///< "left"; unique in the study
    std::string title;
    PanelKind kind = PanelKind::Edf;
    std::vector<std::string> populations; ///< keys; empty: all of the study
    std::string property;                 ///< Scatter, Trend, Growth, MeanTrend ("error"), Models, RunTime
    std::string form;                     ///< Growth: "sqrt", "affine", "sqrt+linear"
    std::int64_t rank = 0;                ///< Widths, LineFit: which network; 1 = the best, -1 = the worst
    std::int64_t count = 1;               ///< Widths: how many from there on
    std::vector<std::string> models;      ///< Cards, Models
    std::string published; ///< panel or table of paper_figures.json: "fig9-left", "table2"; empty: what the
                           ///< populations call published, drawn by ourselves

    friend bool operator==(const StudyPanel&, const StudyPanel&) = default;
};

/// An experiment as data: what is trained, and how it is drawn. Format: docs/file-formats.md.
struct Study
{
    std::string name; ///< "fig9"
    std::string title;
    std::string source; ///< "Figure 9 of the paper"; empty for one's own
    std::string about;  ///< what it asks, in a sentence or two
    std::int64_t epochs = 10;
    double baseLearningRate = 0.05;
    std::string cannotRun; ///< why it cannot be trained here; empty where it can
    std::vector<StudyPopulation> populations;
    std::vector<StudyScale> scales; ///< cpu, gpu and paper where the file has none
    std::vector<StudyPanel> panels;

    friend bool operator==(const Study&, const Study&) = default;
};

/// Reads the text of a study file. Strict: an unknown field, a wrong type, a key that nothing has is an Error
/// that names file, line and field ("mine.json:12, populations[2].n: is -1; expected …").
Study studyFromText(std::string_view text, const std::string& where);
nlohmann::json toJson(const Study& study);

/// The studies of the paper, in its order: fig2, fig5, ... fig23, table1 ... table4; then those of this
/// program: cpu_spaces.
const std::vector<Study>& builtInStudies();
/// A built-in study by its name, or a file. Throws Error that lists the names.
Study openStudy(const std::string& nameOrFile);

const StudyPopulation& populationOf(const Study& study, std::string_view key); ///< throws Error
const StudyScale& scaleOf(const Study& study, std::string_view name);          ///< throws Error
const StudyPanel& panelOf(const Study& study, std::string_view name);          ///< throws Error

} // namespace regnet
