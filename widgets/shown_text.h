// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace regnet {

struct Problem;

/// core speaks English: it knows no Qt, and what the command line says is the same everywhere. What the
/// window shows of it goes through here. Known texts (core_texts.h lists them, some with places %1 for what
/// changes) come back in the window's language; all others, names for example, as they are. Thread-safe.
QString shownText(std::string_view text);
/// The problem as one sentence, for a person in front of the window. Its parts that are not known stay
/// English.
QString shownSentence(const Problem& problem);
/// With places to break (U+200B) in words of more than 80 characters, the parts of a path each: a label
/// is as wide as its longest word, and the window with it. withoutSigns() takes them away for what is copied.
QString breakable(QString text);

} // namespace regnet
