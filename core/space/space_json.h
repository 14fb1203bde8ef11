// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/design_space.h"
#include "core/space/sampler.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace regnet {

/// The space JSON of docs/file-formats.md, all fields written out; spaceFromJson(toJson(space)) == space.
nlohmann::json toJson(const DesignSpace& space);

/// Missing fields take their defaults, an unknown field is an error that names it. Throws Error with `where`
/// before the field, also for what check(space) reports.
DesignSpace spaceFromJson(const nlohmann::json& json, const std::string& where = {});

/// "RegNetX", "RegNetX@cpu", or a file: a space JSON, or (.yaml, .yml) a sweep configuration of pycls, also
/// with a regime: "mine.json@cpu". Throws Error.
DesignSpace openSpace(const std::string& nameOrFile);

/// sample() of a space that openSpace() has opened: an Error about the space names its file as well.
Sample sampleOpened(const std::string& nameOrFile, const DesignSpace& space, const SampleRequest& request);

/// SHA-256 of the definition without name, parent and note: equal for equal spaces.
std::string hashOf(const DesignSpace& space);

} // namespace regnet
