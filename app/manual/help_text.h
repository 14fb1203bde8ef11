// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/description.h"

#include <string>

namespace regnet::manual {

/// What a program tells of itself with --help: lines "Usage: NAME WORDS", each further one indented;
/// paragraphs of which the first says what the program does; "Options:" and other headings; indented "--name
/// VALUE  help", whose help may go on in lines that are indented more. This is how Qt writes its help, and
/// our worker. Throws Error for a text without a usage or without a sentence about the program.
cli::CommandDescription readHelp(const std::string& program, const std::string& text);

/// The command and what is below it, with the options that their remarks list: those of another program, to
/// which the words of the command go.
cli::CommandDescription withOptionsOfRemarks(cli::CommandDescription command);

} // namespace regnet::manual
