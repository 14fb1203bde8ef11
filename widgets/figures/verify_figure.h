// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace regnet {

/// What `regnet figure --verify` found.
struct Verification
{
    bool isSame = false;
    QStringList lines; ///< for a person; what differs comes with the old and the new
};

/// Makes a figure again from the provenance inside it, or else from the sidecar, and compares. "Same" means:
/// every byte of the file is what is made again here (files carry no time stamps), and populations and data
/// have the recorded hashes, and all else that is recorded but the program's version follows from the
/// command. Where another program has taken the provenance out of the file, a PNG is still the same when
/// every pixel is. Relative sources are looked for here, then beside the figure. Throws Error where there is
/// no provenance, or it was tampered with, or the sources cannot be read.
Verification verifyFigure(const QString& file);

} // namespace regnet
