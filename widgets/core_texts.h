// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace regnet {

/// What shownText() knows of core's texts, in the context "core" of the translations. A text with "%1" stands
/// for all that have something else there.
std::vector<const char*> coreTexts();

/// Its parts. Of core/study: studies, panels and claims.
std::span<const char* const> textsOfStudies();
/// Of core/space, core/network and core/format: design spaces, and what is wrong with a space, a network or a
/// file.
std::span<const char* const> textsOfSpaces();
/// Of core/store, core/queue and core/slurm: populations, jobs and clusters.
std::span<const char* const> textsOfQueue();
/// Of core/store and core/system: files that are no store, foreign or damaged ones.
std::span<const char* const> textsOfStores();

} // namespace regnet
