// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/figure_call.h"

#include "core/problem.h"
#include "core/text/comma_list.h"
#include "core/text/readable.h"
#include "core/text/shell_words.h"
#include "widgets/plot/theme.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cmath>
#include <span>

namespace regnet {
namespace {

enum class Takes { Nothing, Number, Text, Texts };

struct Option
{
    const char* name;
    Takes takes;
    const char* standard; ///< as it is written
    const char* help;
};

/// In the order in which words() writes them: what is drawn, then how it looks.
constexpr Option options[] = {
    {"store", Takes::Text, "", "store whose populations are meant"},
    {"only", Takes::Texts, "",
     "of the sources' populations this one; several in their order. study: of one's own, by key"},
    {"where", Takes::Texts, "", "only networks in this range: depth=12:28"},
    {"split", Takes::Text, "", "one population a value of this property"},
    {"colours", Takes::Text, "",
     "colour slots 1 to 13 of the populations: 1,3; from 9 on the first colours with other symbols"},
    {"published", Takes::Nothing, "", "study: the published data only"},
    {"own", Takes::Nothing, "", "study: what the store has only"},
    {"scale", Takes::Text, "cpu", "study: cpu, gpu, paper, or one of its own"},
    {"n", Takes::Number, "0", "study: networks of each population; 0: the scale's"},
    {"recipe", Takes::Text, "", "study: another recipe than the scale's"},
    {"dataset", Takes::Text, "", "study: another data set than the scale's"},
    {"training-seed", Takes::Text, "1", "study: of weights and batches"},
    {"title", Takes::Text, "", "title above the plot"},
    {"confidence", Takes::Number, "95", "of the bands, in percent"},
    {"band", Takes::Text, "dkw", "edf: dkw, bootstrap or pointwise"},
    {"no-bands", Takes::Nothing, "", "curves only"},
    {"normalise", Takes::Text, "", "edf: by this property"},
    {"bins", Takes::Number, "10", "edf: bins of equal width"},
    {"x", Takes::Text, "depth", "scatter: horizontal property"},
    {"y", Takes::Text, "error", "scatter: vertical property"},
    {"columns", Takes::Text, "", "parallel: properties from left to right"},
    {"property", Takes::Text, "depth", "trends, fits, means, samples: of which property"},
    {"candidates", Takes::Number, "200000", "samples: candidates drawn of the space"},
    {"form", Takes::Text, "sqrt", "fits: sqrt, affine or sqrt+linear"},
    {"rank", Takes::Number, "1", "widths, line: 1 is the best network"},
    {"width-mm", Takes::Number, "120", "width on paper"},
    {"height-mm", Takes::Number, "90", "height on paper"},
    {"font", Takes::Text, "", "font family"},
    {"font-pt", Takes::Number, "9", "size of the text"},
    {"line-pt", Takes::Number, "0", "width of curves; 0 follows the text"},
    {"dpi", Takes::Number, "300", "resolution of PNG"},
    {"palette", Takes::Text, "colour-blind-safe", "colour-blind-safe, bright or greys"},
    {"legend", Takes::Text, "",
     "top-left, top-right, bottom-left, bottom-right, right, below, automatic, none"},
    {"dark", Takes::Nothing, "", "dark colours"},
    {"no-title", Takes::Nothing, "", "the title goes into the file's metadata only"},
};

const Option* optionNamed(const QString& name)
{
    const auto* found =
        std::ranges::find_if(options, [&](const Option& o) { return name == QLatin1String(o.name); });
    return found == std::end(options) ? nullptr : found;
}

double numberFrom(const QString& option, const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        throwBadInput("--" + option.toStdString(), "is \"" + text.toStdString() + "\"", "a number");
    return value;
}

/// Twelve model cards need more room than a curve.
constexpr Option cardOptions[] = {
    {"width-mm", Takes::Number, "180", ""},
    {"height-mm", Takes::Number, "160", ""},
};

/// Numbers as one text a value, so that 90 and 90.0 are the same figure.
QString normalised(const Option& option, const QString& value)
{
    if (option.takes != Takes::Number) return value;
    return QString::fromStdString(shortest(numberFrom(QLatin1String(option.name), value)));
}

template <typename Choice>
Choice chosen(const QString& option, const QString& text, std::span<const Choice> all)
{
    QStringList names;
    for (const Choice choice : all) {
        if (nameOf(choice) == text) return choice;
        names << nameOf(choice);
    }
    throwBadInput("--" + option.toStdString(), "is \"" + text.toStdString() + "\"",
                  names.join(QLatin1String(", ")).toStdString());
}

} // namespace

std::vector<LegendPlace> legendPlaces()
{
    return {LegendPlace::Automatic,   LegendPlace::TopLeft, LegendPlace::TopRight, LegendPlace::BottomLeft,
            LegendPlace::BottomRight, LegendPlace::Right,   LegendPlace::Below,    LegendPlace::None};
}

QString nameOf(LegendPlace place)
{
    switch (place) {
    case LegendPlace::None:
        return QStringLiteral("none");
    case LegendPlace::TopLeft:
        return QStringLiteral("top-left");
    case LegendPlace::TopRight:
        return QStringLiteral("top-right");
    case LegendPlace::BottomLeft:
        return QStringLiteral("bottom-left");
    case LegendPlace::BottomRight:
        return QStringLiteral("bottom-right");
    case LegendPlace::Right:
        return QStringLiteral("right");
    case LegendPlace::Below:
        return QStringLiteral("below");
    default:
        return QStringLiteral("automatic");
    }
}

std::vector<Palette> palettes()
{
    return {Palette::ColourBlindSafe, Palette::Bright, Palette::Greys};
}

QString nameOf(Palette palette)
{
    switch (palette) {
    case Palette::Bright:
        return QStringLiteral("bright");
    case Palette::Greys:
        return QStringLiteral("greys");
    default:
        return QStringLiteral("colour-blind-safe");
    }
}

FigureCall FigureCall::from(const QStringList& words)
{
    Target target;
    return from(words, target);
}

FigureCall FigureCall::from(const QStringList& words, Target& rest)
{
    QCommandLineParser parser;
    for (const Option& option : options)
        parser.addOption({QLatin1String(option.name), QLatin1String(option.help),
                          option.takes == Takes::Nothing ? QString() : QStringLiteral("VALUE")});
    parser.addOption({QStringLiteral("out"), QStringLiteral("file to write"), QStringLiteral("FILE")});
    parser.addOption({QStringLiteral("no-sidecar"), QStringLiteral("no provenance file beside it")});
    if (!parser.parse(QStringList{QStringLiteral("figure")} + words))
        throwBadInput("figure", parser.errorText().toStdString());
    rest.out = parser.value(QStringLiteral("out"));
    rest.hasSidecar = !parser.isSet(QStringLiteral("no-sidecar"));
    FigureCall call(parser.positionalArguments().value(0));
    call.m_sources = parser.positionalArguments().mid(1);
    for (const Option& option : options) {
        const QString name = QLatin1String(option.name);
        if (!parser.isSet(name)) continue;
        if (option.takes == Takes::Texts)
            for (const QString& value : parser.values(name))
                call.add(name, value);
        else
            call.set(name, option.takes == Takes::Nothing ? QString() : parser.value(name));
    }
    return call;
}

QString FigureCall::help()
{
    QString lines;
    for (const Option& option : options) {
        QString name = QLatin1String("--") + QLatin1String(option.name);
        if (option.takes == Takes::Number) name += QLatin1String(" NUMBER");
        if (option.takes == Takes::Text || option.takes == Takes::Texts) name += QLatin1String(" TEXT");
        lines += QStringLiteral("  %1  %2").arg(name, -24).arg(QString::fromUtf8(option.help));
        if (option.standard[0] != '\0') lines += QStringLiteral(" [%1]").arg(QLatin1String(option.standard));
        lines += QLatin1Char('\n');
    }
    return lines + QStringLiteral("  %1  %2\n")
                       .arg(QLatin1String("--no-sidecar"), -24)
                       .arg(QLatin1String("no provenance file beside it"));
}

QStringList FigureCall::words() const
{
    QStringList words{m_name};
    words << m_sources;
    for (const Option& option : options)
        for (const auto& [name, value] : m_options) {
            if (name != QLatin1String(option.name)) continue;
            const QString text = normalised(option, value);
            if (option.takes != Takes::Nothing && text == standardOf(name)) continue;
            words << QStringLiteral("--") + name;
            if (option.takes != Takes::Nothing) words << text;
        }
    return words;
}

QString FigureCall::shellLine(const QString& out) const
{
    std::vector<std::string> all{"regnet", "figure"};
    for (const QString& word : words())
        all.push_back(word.toStdString());
    if (!out.isEmpty()) all.insert(all.end(), {"--out", out.toStdString()});
    return QString::fromStdString(regnet::shellLine(all));
}

bool FigureCall::isSet(const QString& option) const
{
    return std::ranges::any_of(m_options, [&](const auto& each) { return each.first == option; });
}

QString FigureCall::value(const QString& option) const
{
    for (const auto& [name, value] : m_options)
        if (name == option) return value;
    return standardOf(option);
}

QString FigureCall::standardOf(const QString& option) const
{
    const bool isCards = m_name == QLatin1String("study") && m_sources.size() == 1 &&
                         m_sources.front().endsWith(QLatin1String("/cards"));
    for (const Option& ofCards : cardOptions)
        if (isCards && option == QLatin1String(ofCards.name)) return QString::fromLatin1(ofCards.standard);
    const Option* known = optionNamed(option);
    return known == nullptr ? QString() : QString::fromLatin1(known->standard);
}

QSizeF FigureCall::standardSizeMm() const
{
    return {standardOf(QStringLiteral("width-mm")).toDouble(),
            standardOf(QStringLiteral("height-mm")).toDouble()};
}

QStringList FigureCall::values(const QString& option) const
{
    QStringList values;
    for (const auto& [name, value] : m_options)
        if (name == option) values << value;
    return values;
}

QStringList FigureCall::list(const QString& option) const
{
    const std::string text = value(option).toStdString();
    if (text.empty()) return {};
    const auto parts = commaParts(text);
    if (!parts) throwBadInput("--" + option.toStdString(), wrongCommaList(text), std::string(rightCommaList));
    QStringList list;
    for (const std::string& part : *parts)
        list << QString::fromStdString(part);
    return list;
}

double FigureCall::number(const QString& option) const
{
    return numberFrom(option, value(option));
}

std::vector<int> FigureCall::slots() const
{
    std::vector<int> slots;
    for (const QString& part : list(QStringLiteral("colours"))) {
        bool isNumber = false;
        const int slot = part.toInt(&isNumber);
        if (!isNumber || slot < 1 || slot > Theme::lookCount)
            throwBadInput("--colours", "is \"" + value(QStringLiteral("colours")).toStdString() + "\"",
                          "numbers from 1 to 13 with commas between");
        slots.push_back(slot - 1);
    }
    return slots;
}

void FigureCall::unset(const QString& option)
{
    m_options.removeIf([&](const auto& each) { return each.first == option; });
}

void FigureCall::set(const QString& option, const QString& value)
{
    unset(option);
    add(option, value);
}

void FigureCall::add(const QString& option, const QString& value)
{
    Q_ASSERT(optionNamed(option) != nullptr);
    m_options.append({option, value});
}

FigureOptions FigureCall::picture() const
{
    FigureOptions picture;
    picture.widthMm = number(QStringLiteral("width-mm"));
    picture.heightMm = number(QStringLiteral("height-mm"));
    picture.fontPt = number(QStringLiteral("font-pt"));
    picture.family = value(QStringLiteral("font"));
    picture.linePt = number(QStringLiteral("line-pt"));
    // Also far too many dpi come to the check below as what they are.
    picture.dpi = static_cast<int>(std::clamp(number(QStringLiteral("dpi")), -1e9, 1e9));
    picture.palette =
        chosen<Palette>(QStringLiteral("palette"), value(QStringLiteral("palette")), palettes());
    if (const QString place = value(QStringLiteral("legend")); !place.isEmpty())
        picture.legend = chosen<LegendPlace>(QStringLiteral("legend"), place, legendPlaces());
    picture.isDark = isSet(QStringLiteral("dark"));
    picture.hasTitle = !isSet(QStringLiteral("no-title"));
    checkOptions(picture);
    return picture;
}

void FigureCall::setPicture(const FigureOptions& picture)
{
    const auto put = [this](const char* name, double value) {
        set(QLatin1String(name), QString::fromStdString(shortest(value)));
    };
    put("width-mm", picture.widthMm);
    put("height-mm", picture.heightMm);
    put("font-pt", picture.fontPt);
    put("line-pt", picture.linePt);
    put("dpi", picture.dpi);
    set(QStringLiteral("font"), picture.family);
    set(QStringLiteral("palette"), nameOf(picture.palette));
    set(QStringLiteral("legend"), picture.legend ? nameOf(*picture.legend) : QString());
    unset(QStringLiteral("dark"));
    unset(QStringLiteral("no-title"));
    if (picture.isDark) set(QStringLiteral("dark"));
    if (!picture.hasTitle) set(QStringLiteral("no-title"));
}

} // namespace regnet
