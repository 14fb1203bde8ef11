// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plot/plot.h"

namespace regnet {

class FigureCall;

/// Whether the sources of this figure are no populations but networks (quantisation, activations, parameters,
/// shares), a design space (samples) or jobs of a store (training).
bool isOfNoPopulation(const QString& figure);

/// Reads the sources and draws; without the title that the call asks for. Throws Error.
Plot plotOfNoPopulation(const FigureCall& call);

} // namespace regnet
