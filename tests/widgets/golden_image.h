// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QImage>
#include <QString>

#include <gtest/gtest.h>

namespace regnet::test {

/// How far a picture may be from the golden one: font rasterisers differ between versions by a few levels
/// along edges, never by a missing line.
struct GoldenTolerance
{
    int perChannel = 48;       ///< a pixel differs when a channel is farther away than this, 0..255
    double pixelShare = 0.004; ///< share of pixels that may differ
};

/// The font of golden pictures, DejaVu Sans at a fixed pixel size. Fails where it is not installed.
QFont goldenFont(int pixelSize = 12);

/// Compares with tests/data/golden/<name>.png. Where it fails it leaves <name>.actual.png and
/// <name>.difference.png (red where pixels differ) in the folder golden/ beside the test program, and says
/// how to accept the new picture: run with REGNET_ACCEPT_GOLDEN=1, look at the changed files, commit them.
testing::AssertionResult matchesGolden(const QImage& actual, const QString& name,
                                       GoldenTolerance tolerance = {});

/// The comparison alone. `difference` becomes the difference picture.
double shareOfDifferentPixels(const QImage& actual, const QImage& golden, int perChannel, QImage& difference);

} // namespace regnet::test
