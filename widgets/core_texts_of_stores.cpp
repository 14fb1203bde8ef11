// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/core_texts.h"

#include <QtGlobal>

#include <array>

namespace regnet {

/// A table: its length is its content.
std::span<const char* const> textsOfStores()
{
    // Long texts stand in several literals. NOLINTBEGIN(bugprone-suspicious-missing-comma)
    static constexpr auto texts = std::to_array<const char*>({
        // What is not opened
        QT_TRANSLATE_NOOP("core", "is a link to %1, and nothing is written through one"),
        QT_TRANSLATE_NOOP("core", "no link there: remove it"),
        QT_TRANSLATE_NOOP("core", "is no ordinary file"),
        QT_TRANSLATE_NOOP("core", "is no store (not an ordinary file)"),
        QT_TRANSLATE_NOOP(
            "core", "is empty; where it was a store, \"regnet store rebuild\" makes it anew from the spool"),
        QT_TRANSLATE_NOOP("core", "is a database, but not a store of this program"),
        QT_TRANSLATE_NOOP("core", "is no store"),
        QT_TRANSLATE_NOOP("core", "is no store (not an SQLite file); where it was one, \"regnet store "
                                  "repair\" makes it anew from the spool"),
        QT_TRANSLATE_NOOP("core", "has %1 names (hard links): what is written under one of them would be "
                                  "lost under another"),
        QT_TRANSLATE_NOOP("core", "one name: remove the others, or work in a copy (\"regnet store backup\")"),
        QT_TRANSLATE_NOOP("core", "is not there, but its log is (%1)"),
        QT_TRANSLATE_NOOP("core", "the store back in its place, or \"regnet store rebuild\", which makes it "
                                  "anew from the spool"),
        QT_TRANSLATE_NOOP("core", "is a folder"),
        QT_TRANSLATE_NOOP("core", "the file of a store"),
        QT_TRANSLATE_NOOP("core", "cannot be opened; where the folder may only be read, copy the store to "
                                  "one that you can write to"),
        QT_TRANSLATE_NOOP("core", "may only be read"),
        QT_TRANSLATE_NOOP(
            "core", "was left in the middle of a change, or came with a journal of another program (%1), "
                    "which is not played back; \"regnet store repair\" makes it anew from the spool"),
        // What is damaged
        QT_TRANSLATE_NOOP("core", "is damaged (%1); \"regnet store repair\" makes it anew from the spool"),
        QT_TRANSLATE_NOOP("core", "its %1 is none of this program's"),
        QT_TRANSLATE_NOOP("core", "its %1 is not that of schema %2"),
        QT_TRANSLATE_NOOP("core", "its %1 is missing"),
        QT_TRANSLATE_NOOP("core", "table \"%1\""),
        QT_TRANSLATE_NOOP("core", "index \"%1\""),
        QT_TRANSLATE_NOOP("core", "trigger \"%1\""),
        QT_TRANSLATE_NOOP("core", "view \"%1\""),
        QT_TRANSLATE_NOOP("core", "its header says that it has a format that SQLite does not know"),
        QT_TRANSLATE_NOOP("core", "a text in it is to be JSON and is none"),
        QT_TRANSLATE_NOOP("core", "a number in it is too large"),
        QT_TRANSLATE_NOOP("core", "a text in it lacks a field, or has one of another kind"),
    }); // NOLINTEND(bugprone-suspicious-missing-comma)
    return texts;
}

} // namespace regnet
