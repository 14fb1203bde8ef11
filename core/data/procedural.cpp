// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/procedural.h"

#include "core/data/random_stream.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace regnet {
namespace {

// Scenes are drawn in units that do not depend on the resolution: the image is 8192 units wide, so that one
// pixel of a 32-pixel image is 256 units. Every product below stays under 2^31 in 64-bit integers.
constexpr std::int64_t sceneSide = 8192;
constexpr std::int64_t unit = 256;

/// cos(i·2π/64)·16384, rounded, for the first quarter; the others follow by symmetry. Written out: a libm may
/// differ in the last bit.
constexpr std::array<std::int64_t, 17> quarterCosine{16384, 16305, 16069, 15679, 15137, 14449,
                                                     13623, 12665, 11585, 10394, 9102,  7723,
                                                     6270,  4756,  3196,  1606,  0};

constexpr std::int64_t cosine(std::int64_t angle) // in 64ths of a turn
{
    const std::int64_t a = angle & 63;
    if (a <= 16) return quarterCosine[static_cast<std::size_t>(a)];
    if (a <= 32) return -quarterCosine[static_cast<std::size_t>(32 - a)];
    if (a <= 48) return -quarterCosine[static_cast<std::size_t>(a - 32)];
    return quarterCosine[static_cast<std::size_t>(64 - a)];
}
constexpr std::int64_t sine(std::int64_t angle)
{
    return cosine(angle - 16);
}

using Colour = std::array<std::int64_t, 3>;

enum class Shape { Disc, Square, Triangle, Cross, Ring };
enum class Texture { Stripes, Checks };
constexpr std::int64_t shapeCount = 5;

/// Two colours in waves: along one direction (stripes) or as the product of two (checks).
struct Pattern
{
    Texture kind = Texture::Stripes;
    std::int64_t cos = 0, sin = 0; ///< direction
    std::int64_t period = unit;    ///< of a wave, units
    std::int64_t phaseU = 0, phaseV = 0;
    Colour dark{}, bright{};

    /// -128 .. 128, a triangle wave
    static std::int64_t wave(std::int64_t position, std::int64_t period)
    {
        std::int64_t rest = position % period;
        if (rest < 0) rest += period;
        const std::int64_t ramp = rest * 512 / period; // 0 .. 511
        return (ramp < 256 ? ramp : 511 - ramp) - 128;
    }

    /// How bright, 0 .. 256.
    std::int64_t brightness(std::int64_t x, std::int64_t y) const
    {
        const std::int64_t u = (x * cos + y * sin) / 16384 + phaseU;
        const std::int64_t first = wave(u, period);
        if (kind == Texture::Stripes) return std::clamp<std::int64_t>(128 + first * 2, 0, 256);
        const std::int64_t v = (y * cos - x * sin) / 16384 + phaseV;
        const std::int64_t product = first * wave(v, period) / 64; // two signs: a chessboard with soft edges
        return std::clamp<std::int64_t>(128 + product * 2, 0, 256);
    }
};

struct Object
{
    Shape shape = Shape::Disc;
    std::int64_t x = 0, y = 0;     ///< centre, units
    std::int64_t radius = unit;    ///< units
    std::int64_t cos = 0, sin = 0; ///< its turn
    Pattern pattern;

    bool covers(std::int64_t px, std::int64_t py) const
    {
        const std::int64_t dx = px - x, dy = py - y;
        if (std::max(std::abs(dx), std::abs(dy)) > radius) return false;
        const std::int64_t u = (dx * cos + dy * sin) * 64 / (16384 * radius / 16);
        const std::int64_t v = (dy * cos - dx * sin) * 64 / (16384 * radius / 16);
        const std::int64_t square = u * u + v * v;
        constexpr std::int64_t one = 1024; // one radius
        constexpr std::int64_t disc = 800, hole = 560;
        if (square > one * one) return false;
        // Areas are made alike, so that size alone tells little.
        switch (shape) {
        case Shape::Disc:
            return square < disc * disc;
        case Shape::Square:
            return std::max(std::abs(u), std::abs(v)) < 709;
        case Shape::Triangle:
            return v > -512 && 1774 * std::abs(u) + one * v < one * one;
        case Shape::Cross:
            return std::min(std::abs(u), std::abs(v)) < 330;
        case Shape::Ring:
            return square > hole * hole;
        }
        return false;
    }
};

struct Scene
{
    Pattern background;
    std::vector<Object> objects;         ///< painted in this order
    std::int64_t shadeX = 0, shadeY = 0; ///< light from one side: change over the image, 0 .. 255
    std::int64_t noise = 0;              ///< largest deviation
};

Colour randomColour(RandomStream& random, std::int64_t low, std::int64_t high)
{
    Colour colour{};
    for (std::int64_t& channel : colour)
        channel = random.between(low, high);
    return colour;
}

/// The dark colour of a pattern, each channel by itself, and by how much the bright one exceeds it.
struct Palette
{
    std::int64_t leastDark, mostDark, leastRise, mostRise;
};
// A figure is darker or brighter than what is behind it, often not by much.
constexpr Palette ground{70, 120, 4, 30}, darkFigure{0, 60, 50, 110}, brightFigure{110, 150, 50, 105};

Pattern randomPattern(RandomStream& random, Texture kind, const Palette& palette)
{
    Pattern pattern;
    pattern.kind = kind;
    const std::int64_t angle = random.below(64);
    pattern.cos = cosine(angle);
    pattern.sin = sine(angle);
    // Checks have two waves where stripes have one: a longer period gives edges of the same number.
    pattern.period = random.between(4 * unit, 6 * unit) * (kind == Texture::Checks ? 5 : 4) / 4;
    pattern.phaseU = random.below(sceneSide);
    pattern.phaseV = random.below(sceneSide);
    pattern.dark = randomColour(random, palette.leastDark, palette.mostDark);
    for (std::size_t c = 0; c < 3; ++c)
        pattern.bright[c] = pattern.dark[c] + random.between(palette.leastRise, palette.mostRise);
    return pattern;
}

/// Moves a pattern's colours towards a hue, in 64ths of a turn around grey: a cue that a first layer can use,
/// weak against the spread of the colours themselves. Without it, shape and texture together are a riddle
/// that deep networks do not begin to solve within the few hundred steps of a tour.
void tint(Pattern& pattern, std::int64_t hue)
{
    constexpr std::int64_t strength = 30;
    constexpr std::array<std::int64_t, 3> channelHue{0, 21, 43};
    for (std::size_t c = 0; c < 3; ++c) {
        const std::int64_t shift = strength * cosine(hue - channelHue[c]) / 16384;
        pattern.dark[c] += shift;
        pattern.bright[c] += shift;
    }
}

/// Neighbours in hue differ in shape, so that colour helps most where shape is hard to see.
std::int64_t hueOf(std::int64_t label)
{
    return label * 3 % proceduralClasses * 64 / proceduralClasses;
}

Object randomObject(RandomStream& random, Shape shape, Texture texture, std::int64_t least, std::int64_t most)
{
    Object object;
    object.shape = shape;
    object.radius = random.between(least, most);
    const std::int64_t margin = object.radius * 3 / 4;
    object.x = random.between(margin, sceneSide - margin);
    object.y = random.between(margin, sceneSide - margin);
    const std::int64_t angle = random.below(64);
    object.cos = cosine(angle);
    object.sin = sine(angle);
    object.pattern = randomPattern(random, texture, random.below(2) == 0 ? darkFigure : brightFigure);
    return object;
}

Texture randomTexture(RandomStream& random)
{
    return random.below(2) == 0 ? Texture::Stripes : Texture::Checks;
}

Scene randomScene(RandomStream& random, std::int64_t label)
{
    Scene scene;
    scene.background = randomPattern(random, randomTexture(random), ground);
    const std::int64_t distractors = random.between(0, 2);
    for (std::int64_t i = 0; i < distractors; ++i) {
        // One draw a statement: the order in which a call's arguments are evaluated is the compiler's.
        const auto shape = static_cast<Shape>(random.below(shapeCount));
        const Texture texture = randomTexture(random);
        scene.objects.push_back(randomObject(random, shape, texture, 2 * unit, 7 * unit / 2));
    }
    const auto shape = static_cast<Shape>(label % shapeCount);
    const auto texture = static_cast<Texture>(label / shapeCount);
    Object figure = randomObject(random, shape, texture, 9 * unit, 13 * unit);
    tint(figure.pattern, hueOf(label));
    scene.objects.push_back(figure);
    scene.shadeX = random.between(-30, 30);
    scene.shadeY = random.between(-30, 30);
    scene.noise = random.between(4, 16);
    return scene;
}

/// The colour at a point, before shade and noise.
Colour colourAt(const Scene& scene, std::int64_t x, std::int64_t y)
{
    const Pattern* pattern = &scene.background;
    for (const Object& object : scene.objects)
        if (object.covers(x, y)) pattern = &object.pattern;
    const std::int64_t bright = pattern->brightness(x, y);
    Colour colour{};
    for (std::size_t c = 0; c < 3; ++c)
        colour[c] = (pattern->dark[c] * (256 - bright) + pattern->bright[c] * bright) / 256;
    return colour;
}

void paint(const Scene& scene, RandomStream& random, std::int64_t resolution, std::uint8_t* pixels)
{
    const std::int64_t area = resolution * resolution;
    for (std::int64_t row = 0; row < resolution; ++row)
        for (std::int64_t column = 0; column < resolution; ++column) {
            // Four points a pixel: soft edges.
            Colour sum{};
            for (std::int64_t point = 0; point < 4; ++point) {
                const std::int64_t x = (4 * column + 1 + 2 * (point & 1)) * sceneSide / (4 * resolution);
                const std::int64_t y = (4 * row + 1 + 2 * (point >> 1)) * sceneSide / (4 * resolution);
                const Colour colour = colourAt(scene, x, y);
                for (std::size_t c = 0; c < 3; ++c)
                    sum[c] += colour[c];
            }
            const std::int64_t shade = scene.shadeX * (2 * column - resolution) / (2 * resolution) +
                                       scene.shadeY * (2 * row - resolution) / (2 * resolution);
            std::uint64_t bits = random.next();
            for (std::size_t c = 0; c < 3; ++c, bits >>= 20) {
                const auto noise = static_cast<std::int64_t>(bits & 1023) +
                                   static_cast<std::int64_t>(bits >> 10 & 1023) - 1023;
                const std::int64_t value = sum[c] / 4 + shade + noise * scene.noise / 1024;
                pixels[static_cast<std::int64_t>(c) * area + row * resolution + column] =
                    static_cast<std::uint8_t>(std::clamp<std::int64_t>(value, 0, 255));
            }
        }
}

} // namespace

std::vector<Problem> checkProcedural(const DataSetSpec& spec)
{
    std::vector<Problem> problems;
    if (spec.classes != proceduralClasses)
        problems.push_back({ProblemKind::BadInput, "data_set.classes",
                            "is " + std::to_string(spec.classes) + " for the built-in data set", "10"});
    if (spec.resolution < 8 || spec.resolution > 512)
        problems.push_back({ProblemKind::BadInput, "data_set.resolution",
                            "is " + std::to_string(spec.resolution) + " for the built-in data set",
                            "8 to 512 pixels"});
    return problems;
}

ImageSet proceduralImages(const DataSetSpec& spec, Split split, std::int64_t count)
{
    const std::int64_t most = split == Split::Train ? proceduralTrainImages : proceduralTestImages;
    if (count > most)
        throwBadInput(split == Split::Train ? "recipe.train_images" : "recipe.test_images",
                      "is " + std::to_string(count), "at most " + std::to_string(most) + ", or 0 for all");
    ImageSet set;
    set.count = count == 0 ? most : count;
    set.resolution = spec.resolution;
    set.side = spec.resolution;
    set.classes = proceduralClasses;
    const std::int64_t bytes = 3 * spec.resolution * spec.resolution;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(set.count * bytes));
    set.labels.resize(static_cast<std::size_t>(set.count));
    for (std::int64_t i = 0; i < set.count; ++i) {
        RandomStream random{spec.seed, split == Split::Train ? 0U : 1U, static_cast<std::uint64_t>(i)};
        const std::int64_t label = i % proceduralClasses;
        set.labels[static_cast<std::size_t>(i)] = label;
        paint(randomScene(random, label), random, spec.resolution, pixels.data() + i * bytes);
    }
    set.pixels = std::move(pixels);
    return set;
}

} // namespace regnet
