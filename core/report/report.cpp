// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/format/output_file.h"
#include "core/report/markup.h"
#include "core/report/sections.h"
#include "core/report/style.h"

namespace regnet {
namespace {

struct Section
{
    const char* id;
    const char* title;
    std::string markup;
};

} // namespace

std::string reportHtml(const ReportInput& input)
{
    std::vector<Population> populations;
    for (const ReportPopulation& each : input.populations)
        populations.push_back(each.population);
    const std::vector<Section> sections{
        {"summary", "Summary", summarySection(populations)},
        {"findings", "Findings", findingsSection(input)},
        {"edf", "Error distributions", curvesSection(input, populations)},
        {"tests", "Tests", testsSection(input, populations)},
        {"ranges", "Best ranges", rangesSection(input, populations)},
        {"trends", "Trends", trendsSection(input, populations)},
        {"networks", "Best and worst networks", networksSection(populations)},
        {"spaces", "Spaces and lineage", spacesSection(input)},
        {"recipe", "Recipe", recipesSection(input)},
        {"failures", "Failures", failuresSection(input)},
        {"resources", "Resources", resourcesSection(input)},
        {"provenance", "Provenance", provenanceSection(input)},
    };
    std::string text = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       // Whatever a name may smuggle in: the page may load and run nothing.
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                       "'unsafe-inline'\">\n<meta name=\"generator\" content=\"RegNet Explorer\">\n<title>" +
                       escaped(input.title) + "</title>\n<style>" + std::string(reportStyle()) +
                       "</style>\n</head>\n<body>\n<header><h1>" + escaped(input.title) + "</h1>\n";
    if (!input.about.empty()) text += "<p class=\"soft\">" + escaped(input.about) + "</p>\n";
    text += "</header>\n<nav aria-label=\"Sections\"><ul>";
    for (const Section& section : sections)
        if (!section.markup.empty())
            text += std::string("<li><a href=\"#") + section.id + "\">" + section.title + "</a></li>";
    text += "</ul></nav>\n<main>\n";
    for (const Section& section : sections)
        if (!section.markup.empty())
            text += std::string("<section id=\"") + section.id + "\">\n<h2>" + section.title + "</h2>\n" +
                    section.markup + "</section>\n";
    return text + "</main>\n</body>\n</html>\n";
}

void writeReport(const ReportRequest& request, const std::filesystem::path& file,
                 const std::function<bool()>& isStopped)
{
    const ReportInput input = reportInputOf(request, isStopped);
    writeOutput(file, reportHtml(input));
}

} // namespace regnet
