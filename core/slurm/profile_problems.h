// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/problem.h"
#include "core/slurm/site_profile.h"

#include <string>
#include <vector>

namespace regnet {

/// What is wrong with one field of a profile.
struct FieldProblem
{
    std::string field; ///< as the file names it: "partition"
    Problem problem;
};

/// All that cannot be, at most one sentence a field. `where` is put before the field; it may be empty.
std::vector<FieldProblem> problemsOf(const SiteProfile& profile, const std::string& where);

/// The same, and what else stands in the way of handing something to Slurm with it: a worker that is not
/// named, or, where it is submitted from here, no sbatch on this machine. Looks at this machine's PATH.
std::vector<FieldProblem> problemsBeforeSubmitting(const SiteProfile& profile, bool isSubmittedByHand);

} // namespace regnet
