// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace regnet {

/// Reads JSON from front to back without keeping it: for files of 100,000 records of which some fields are
/// wanted. What is not asked for is passed over at the speed of a scan. Takes NaN, Infinity and -Infinity,
/// which Python writes and no library that we know takes. Every function throws Error with the line for what
/// is not there, for text that is not UTF-8, for a key that stands twice in an object whose keys are read,
/// and for more than 64 levels of nesting.
class JsonStream
{
public:
    enum class Kind { Object, Array, String, Number, Other, End };

    /// `text` must live as long.
    JsonStream(std::string_view text, std::string where);

    /// Of the value that comes next.
    Kind peek();

    void beginObject();
    /// The next key, which is valid until the next call; false at the end of the object.
    bool nextKey(std::string_view& key);
    void beginArray();
    /// True before each item; false at the end of the array.
    bool nextItem();

    /// NaN for null, NaN and Infinity.
    double number();
    std::string text();
    void skip();
    /// Passes over a value and gives its text.
    std::string_view raw();
    /// Nothing but blanks may follow.
    void finish();

    std::string place() const; ///< "nds.json:12"
    [[noreturn]] void fail(std::string wrong, std::string right = {}) const;

private:
    struct Key
    {
        std::string name;
        std::size_t place = 0; ///< in the text

        friend auto operator<=>(const Key&, const Key&) = default; // NOLINT(modernize-use-nullptr)
    };

    void blanks();
    void expect(char c, const char* what);
    void enter();
    void endObject();
    std::string_view quoted();
    std::string decoded(std::string_view inner) const;

    std::string_view m_text;
    std::string m_where;
    std::size_t m_place = 0;
    int m_depth = 0;
    bool m_isFirst = false; ///< no item of the object or array was read yet
    std::string m_key;
    std::vector<Key> m_keys;              ///< of the objects that are open, those of the innermost last
    std::vector<std::size_t> m_firstKeys; ///< where those of each object begin
};

} // namespace regnet
