// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/translation_file.h"

#include <QtEndian>

#include <cstdint>

namespace regnet {
namespace {

constexpr unsigned char magic[] = {0x3c, 0xb8, 0x64, 0x18, 0xca, 0xef, 0x9c, 0x95,
                                   0xcd, 0x21, 0x1c, 0xbf, 0x60, 0xa1, 0xbd, 0xdd};

/// Takes big-endian numbers and pieces off the front, and knows when there was not enough.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes) : m_rest(bytes) {}

    bool isAtEnd() const { return m_rest.isEmpty(); }
    bool isGood() const { return m_isGood; }

    QByteArrayView take(std::uint32_t length)
    {
        if (length > static_cast<std::size_t>(m_rest.size())) {
            m_isGood = false;
            m_rest = {};
            return {};
        }
        const QByteArrayView piece = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return piece;
    }

    template <typename Number>
    Number number()
    {
        const QByteArrayView piece = take(sizeof(Number));
        return piece.isEmpty() ? Number{} : qFromBigEndian<Number>(piece.data());
    }

private:
    QByteArrayView m_rest;
    bool m_isGood = true;
};

struct Sections
{
    QByteArrayView contexts, hashes, messages;
};

bool readSections(QByteArrayView qm, Sections& sections)
{
    Cursor cursor(qm);
    if (cursor.take(sizeof magic) != QByteArrayView(magic, sizeof magic)) return false;
    while (!cursor.isAtEnd()) {
        const auto tag = cursor.number<std::uint8_t>();
        const QByteArrayView content = cursor.take(cursor.number<std::uint32_t>());
        if (tag == 0x2f) sections.contexts = content;
        if (tag == 0x42) sections.hashes = content;
        if (tag == 0x69) sections.messages = content;
    }
    return cursor.isGood();
}

/// Tagged texts, up to the tag of the end.
bool isWholeMessage(QByteArrayView message)
{
    enum Tag : std::uint8_t { End = 1, Translation = 3, Obsolete = 5, Source = 6, Context = 7, Comment = 8 };
    Cursor cursor(message);
    while (cursor.isGood()) {
        switch (cursor.number<std::uint8_t>()) {
        case End:
            return true;
        case Obsolete:
            cursor.take(4);
            break;
        case Translation:
            if (cursor.take(cursor.number<std::uint32_t>()).size() % 2 != 0) return false; // UTF-16
            break;
        case Source:
        case Context:
        case Comment:
            cursor.take(cursor.number<std::uint32_t>());
            break;
        default:
            return false;
        }
    }
    return false;
}

bool areWholeMessages(const Sections& sections)
{
    Cursor cursor(sections.hashes);
    while (!cursor.isAtEnd()) {
        cursor.number<std::uint32_t>(); // the hash
        const auto offset = cursor.number<std::uint32_t>();
        if (offset >= static_cast<std::size_t>(sections.messages.size()) ||
            !isWholeMessage(sections.messages.sliced(offset)))
            return false;
    }
    return cursor.isGood();
}

/// A table of offsets, each of a list of names with their lengths before them; the length 0 ends a list.
bool areWholeContexts(QByteArrayView contexts)
{
    if (contexts.isEmpty()) return true;
    Cursor cursor(contexts);
    const auto count = cursor.number<std::uint16_t>();
    const QByteArrayView table = cursor.take(2U * count);
    const qsizetype pool = 2 + table.size();
    for (Cursor offsets(table); !offsets.isAtEnd();) {
        const qsizetype at = pool + qsizetype{2} * offsets.number<std::uint16_t>();
        if (at == pool) continue;
        if (at >= contexts.size()) return false;
        Cursor list(contexts.sliced(at));
        while (const auto length = list.number<std::uint8_t>())
            list.take(length);
        if (!list.isGood()) return false;
    }
    return cursor.isGood() && count > 0;
}

} // namespace

bool isWholeTranslation(QByteArrayView qm)
{
    Sections sections;
    return readSections(qm, sections) && !sections.messages.isEmpty() && areWholeMessages(sections) &&
           areWholeContexts(sections.contexts);
}

} // namespace regnet
