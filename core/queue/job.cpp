// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/queue/job.h"

#include "core/format/text_file.h"
#include "core/network/network_json.h"
#include "core/study/json_fields.h"
#include "core/system/whole_file.h"

#include <nlohmann/json.hpp>

namespace regnet {
namespace {

constexpr std::int64_t formatVersion = 1;

void checkId(const std::string& id, const std::string& place)
{
    const bool isName = !id.empty() && id != "." && id != ".." && id.find('/') == std::string::npos;
    if (!isName) throwBadInput(place, "is \"" + id + "\"", "the name of the job's folder");
}

void checkDevice(const std::string& device, const std::string& place)
{
    const std::string_view digits = std::string_view(device).substr(std::min<std::size_t>(device.size(), 5));
    const bool isCuda = device.starts_with("cuda:") && !digits.empty() && digits.size() <= 3 &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (device != "cpu" && !isCuda) throwBadInput(place, "is \"" + device + "\"", "cpu, or cuda:0 and so on");
}

nlohmann::json parsed(const std::filesystem::path& file)
{
    return parseJson(readWhole(file), file.string());
}

} // namespace

std::filesystem::path jobFile(const std::filesystem::path& jobFolder)
{
    return jobFolder / "job.json";
}

std::filesystem::path cancelMark(const std::filesystem::path& jobFolder)
{
    return jobFolder / "cancel";
}

std::filesystem::path checkpointFile(const std::filesystem::path& jobFolder)
{
    return jobFolder / "checkpoint";
}

std::filesystem::path bestFile(const std::filesystem::path& jobFolder)
{
    return jobFolder / "best";
}

void removeCheckpoints(const std::filesystem::path& jobFolder, Checkpoints which)
{
    std::error_code error;
    std::vector<std::filesystem::path> found;
    for (std::filesystem::directory_iterator it(jobFolder, error), end; !error && it != end;
         it.increment(error))
        for (const auto& kept : {checkpointFile(jobFolder), bestFile(jobFolder)})
            if (isTemporaryOf(it->path(), kept) || (which == Checkpoints::All && it->path() == kept))
                found.push_back(it->path());
    for (const std::filesystem::path& file : found)
        std::filesystem::remove(file, error);
}

JobSpec readJob(const std::filesystem::path& jobFolder)
{
    const std::string file = jobFile(jobFolder).string();
    const nlohmann::json json = parsed(file);
    JsonFields fields(json, file);
    std::int64_t format = formatVersion;
    fields.read("format", format, 1, 1'000'000);
    if (format > formatVersion)
        throwBadInput(fields.place("format"), "is " + std::to_string(format) + ", from a newer version",
                      "at most " + std::to_string(formatVersion));
    JobSpec job;
    job.id = fields.require("id").is_string() ? fields.require("id").get<std::string>() : "";
    checkId(job.id, fields.place("id"));
    fields.read("attempt", job.attempt, 1, 1'000'000);
    job.network = networkFromJson(fields.require("network"), fields.place("network"));
    fields.read("network_hash", job.networkHash);
    job.recipe = recipeFromJson(fields.require("recipe"), fields.place("recipe"));
    if (const nlohmann::json* dataSet = fields.find("data_set"))
        job.dataSet = dataSetFromJson(*dataSet, fields.place("data_set"));
    fields.read("seed", job.seed);
    fields.read("device", job.device);
    checkDevice(job.device, fields.place("device"));
    fields.read("device_uuid", job.deviceUuid);
    fields.read("keep_weights", job.keepsWeights);
    fields.finish();
    return job;
}

void writeJob(const std::filesystem::path& jobFolder, const JobSpec& job)
{
    nlohmann::json json{{"format", formatVersion},
                        {"id", job.id},
                        {"attempt", job.attempt},
                        {"network", toJson(job.network)},
                        {"network_hash", job.networkHash},
                        {"recipe", toJson(job.recipe)},
                        {"data_set", toJson(job.dataSet)},
                        {"seed", job.seed},
                        {"device", job.device}};
    if (!job.deviceUuid.empty()) json["device_uuid"] = job.deviceUuid;
    if (job.keepsWeights) json["keep_weights"] = true;
    std::error_code ignored; // writeWhole reports what matters
    std::filesystem::create_directories(jobFolder, ignored);
    writeWhole(jobFile(jobFolder), json.dump(2) + "\n");
}

} // namespace regnet
