// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/data/image_set.h"

#include "gpu/data/procedural.h"

#include <cmath>

namespace regnet {

std::vector<std::string> dataSetNames()
{
    return {"procedural"};
}

ChannelStatistics channelStatistics(const ImageSet& images)
{
    // Integer sums: exact, so the same however the compiler orders them. 2^63 / 255^2 pixels are far away.
    std::array<std::int64_t, 3> sums{}, squares{};
    const std::int64_t area = images.resolution * images.resolution;
    const std::uint8_t* pixel = images.pixels.data();
    for (std::int64_t image = 0; image < images.count; ++image)
        for (std::size_t channel = 0; channel < 3; ++channel)
            for (std::int64_t i = 0; i < area; ++i, ++pixel) {
                sums[channel] += *pixel;
                squares[channel] += std::int64_t{*pixel} * *pixel;
            }
    ChannelStatistics statistics;
    const auto n = static_cast<double>(images.count * area);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const double mean = static_cast<double>(sums[channel]) / n;
        const double variance = static_cast<double>(squares[channel]) / n - mean * mean;
        statistics.mean[channel] = static_cast<float>(mean);
        statistics.deviation[channel] = static_cast<float>(std::sqrt(std::max(variance, 1.0)));
    }
    return statistics;
}

std::vector<Problem> check(const DataSetSpec& spec)
{
    if (spec.name == "procedural") return checkProcedural(spec);
    std::string names;
    for (const std::string& name : dataSetNames())
        names += (names.empty() ? "" : ", ") + name;
    return {{ProblemKind::BadInput, "data_set.name", "\"" + spec.name + "\" is unknown", "one of " + names}};
}

ImageSet loadImages(const DataSetSpec& spec, Split split, std::int64_t count)
{
    if (const std::vector<Problem> problems = check(spec); !problems.empty()) throw Error(problems.front());
    return proceduralImages(spec, split, count);
}

} // namespace regnet
