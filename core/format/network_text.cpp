// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/network_text.h"

#include "core/format/pycls_config.h"
#include "core/network/network_json.h"
#include "core/network/published.h"
#include "core/problem.h"
#include "core/text/readable.h"
#include "core/text/shell_words.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <map>
#include <vector>

namespace regnet {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        // A backslash at the end of a line goes on with the command.
        if (blanks.find(c) == std::string_view::npos && c != '\\')
            word += c;
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    if (!word.empty()) words.push_back(word);
    return words;
}

/// Options by name without dashes, in the order of a command line. Throws Error where one has no value.
std::map<std::string, std::string> optionsOf(std::string_view text, const std::string& where)
{
    std::map<std::string, std::string> options;
    std::vector<std::string> words = wordsOf(text);
    std::size_t i = 0;
    while (i < words.size() && !words[i].starts_with("--"))
        if (const std::string& word = words[i++];
            word != "regnet" && !word.ends_with("/regnet") && word != "network")
            throwBadInput(where, "'" + word + "' is no option of regnet network",
                          "regnet network --d 22 --w0 24 ...");
    for (; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!word.starts_with("--"))
            throwBadInput(where, "'" + word + "' belongs to no option", "--name value");
        if (const std::size_t equals = word.find('='); equals != std::string::npos)
            options[word.substr(2, equals - 2)] = word.substr(equals + 1);
        else if (i + 1 < words.size()) {
            options[word.substr(2)] = words[i + 1];
            ++i;
        } else
            throwBadInput(where.empty() ? word : where + ", " + word, "has no value", "a value behind it");
    }
    return options;
}

/// Takes options out of the map one by one; what is left at the end is unknown.
class Options
{
public:
    Options(std::map<std::string, std::string> given, std::string where)
        : m_given(std::move(given)), m_where(std::move(where))
    {
    }

    bool has(const std::string& name) const { return m_given.contains(name); }

    std::string text(const std::string& name)
    {
        auto node = m_given.extract(name);
        return node.empty() ? std::string() : node.mapped();
    }

    template <typename Number>
    void read(const std::string& name, Number& target)
    {
        if (!has(name)) return;
        const std::string value = text(name);
        const char* end = value.data() + value.size();
        Number number{};
        const auto [last, error] = std::from_chars(value.data(), end, number);
        if (error != std::errc() || last != end)
            throwBadInput(place(name), "is " + value, std::is_integral_v<Number> ? "an integer" : "a number");
        target = number;
    }

    void finish() const
    {
        if (!m_given.empty())
            throwBadInput(place(m_given.begin()->first), "is no option that describes a network",
                          "--d, --w0, --wa, --wm, --b, --g, --se, --block, --stem, --resolution, --classes "
                          "or --published");
    }

    std::string place(const std::string& name) const
    {
        return m_where.empty() ? "--" + name : m_where + ", --" + name;
    }

private:
    std::map<std::string, std::string> m_given;
    std::string m_where;
};

NetworkSpec sourceOf(Options& options)
{
    if (options.has("published")) return publishedModel(options.text("published")).spec;
    NetworkSpec spec;
    spec.regnet = RegnetParameters{};
    spec.regnet->groupWidth = Stage{}.groupWidth;
    for (const char* name : {"w0", "wa", "wm"})
        if (!options.has(name))
            throwBadInput(options.place(name), "is missing", "--d, --w0, --wa and --wm together");
    if (!options.has("d") && !options.has("depth"))
        throwBadInput(options.place("d"), "is missing", "--d, --w0, --wa and --wm together");
    return spec;
}

/// Names are those of the network JSON, so its reader reads them.
NetworkSpec withNames(const NetworkSpec& spec, Options& options, const std::string& where)
{
    nlohmann::json json = toJson(spec);
    if (options.has("block")) json["block"] = options.text("block");
    if (options.has("stem")) json["stem"]["type"] = options.text("stem");
    if (options.has("activation")) json["activation"] = options.text("activation");
    return networkFromJson(json, where);
}

} // namespace

std::string networkFileCommand(const NetworkSpec& spec)
{
    return "printf '%s' " + shellWord(toJson(spec).dump()) + " > network.json";
}

std::string commandLineOf(const NetworkSpec& spec)
{
    return commandLineOf(spec, "network");
}

std::string commandLineOf(const NetworkSpec& spec, const std::string& subcommand)
{
    if (!spec.regnet) return networkFileCommand(spec) + " && regnet " + subcommand + " --spec network.json";
    const RegnetParameters& regnet = *spec.regnet;
    std::string text = "regnet " + subcommand + " --d " + std::to_string(regnet.line.depth) + " --w0 " +
                       shortest(regnet.line.w0) + " --wa " + shortest(regnet.line.wa) + " --wm " +
                       shortest(regnet.line.wm);
    const auto add = [&text](bool isOther, const char* option, const std::string& value) {
        if (isOther) text += std::string(" --") + option + " " + value;
    };
    const NetworkSpec usual;
    add(regnet.bottleneckRatio != 1, "b", shortest(regnet.bottleneckRatio));
    add(true, "g", std::to_string(regnet.groupWidth));
    add(regnet.stride != RegnetParameters{}.stride, "stride", std::to_string(regnet.stride));
    add(spec.seRatio != usual.seRatio, "se", shortest(spec.seRatio));
    add(spec.block != usual.block, "block", std::string(nameOf(spec.block)));
    add(spec.stem.type != usual.stem.type, "stem", std::string(nameOf(spec.stem.type)));
    add(spec.stem.width != usual.stem.width, "stem-width", std::to_string(spec.stem.width));
    add(spec.head.width != usual.head.width, "head-width", std::to_string(spec.head.width));
    add(spec.head.classes != usual.head.classes, "classes", std::to_string(spec.head.classes));
    add(spec.resolution != usual.resolution, "resolution", std::to_string(spec.resolution));
    add(spec.activation != usual.activation, "activation", std::string(nameOf(spec.activation)));
    return text;
}

NetworkSpec parseCommandLine(std::string_view text, const std::string& where)
{
    Options options(optionsOf(text, where), where);
    NetworkSpec spec = sourceOf(options);
    RegnetParameters& regnet = *spec.regnet;
    options.read("d", regnet.line.depth);
    options.read("depth", regnet.line.depth);
    options.read("w0", regnet.line.w0);
    options.read("wa", regnet.line.wa);
    options.read("wm", regnet.line.wm);
    options.read("b", regnet.bottleneckRatio);
    options.read("g", regnet.groupWidth);
    options.read("stride", regnet.stride);
    options.read("se", spec.seRatio);
    options.read("stem-width", spec.stem.width);
    options.read("head-width", spec.head.width);
    options.read("classes", spec.head.classes);
    options.read("resolution", spec.resolution);
    spec = withNames(spec, options, where);
    options.finish();
    return spec;
}

NetworkSpec parseNetworkText(std::string_view text, const std::string& where)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        throwBadInput(where, "is empty", "network JSON, a pycls configuration, or a regnet network command");
    const std::string_view begin = text.substr(first);
    if (begin.starts_with('{') || begin.starts_with('[')) return parseNetwork(text, where);
    if (begin.starts_with("regnet ") || begin.starts_with("--") || begin.starts_with("./regnet"))
        return parseCommandLine(text, where);
    return parsePyclsConfig(text, where);
}

} // namespace regnet
