// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/known_data_sets.h"

#include "core/text/sha256.h"

namespace regnet {
namespace {

// Addresses are those of the data sets' own page, https://www.cs.toronto.edu/~kriz/cifar.html. That page
// gives MD5 sums; the SHA-256 sums are those by which other programs check the same archives and files
// (TensorFlow Datasets, torch-rb, MLDatasets.jl).
KnownDataSet cifar10()
{
    constexpr std::int64_t bytes = std::int64_t{10'000} * 3073;
    return {
        .name = "cifar10",
        .title = "CIFAR-10",
        .format = cifar10Format,
        .folder = "cifar-10-batches-bin",
        .train =
            {{"data_batch_1.bin", bytes, "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"},
             {"data_batch_2.bin", bytes, "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"},
             {"data_batch_3.bin", bytes, "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"},
             {"data_batch_4.bin", bytes, "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"},
             {"data_batch_5.bin", bytes, "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"}},
        .test = {{"test_batch.bin", bytes,
                  "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b"}},
        .url = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
        .archiveBytes = 170'052'171,
        .archiveSha256 = "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
    };
}

KnownDataSet cifar100()
{
    return {
        .name = "cifar100",
        .title = "CIFAR-100",
        .format = cifar100Format,
        .folder = "cifar-100-binary",
        .train = {{"train.bin", std::int64_t{50'000} * 3074,
                   "f31298fc616915fa142368359df1c4ca2ae984d6915ca468b998a5ec6aeebf29"}},
        .test = {{"test.bin", std::int64_t{10'000} * 3074,
                  "d8b1e6b7b3bee4020055f0699b111f60b1af1e262aeb93a0b659061746f8224a"}},
        .url = "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
        .archiveBytes = 168'513'733,
        .archiveSha256 = "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
    };
}

} // namespace

const std::vector<KnownDataSet>& knownDataSets()
{
    static const std::vector<KnownDataSet> sets{cifar10(), cifar100()};
    return sets;
}

const KnownDataSet* knownDataSet(std::string_view name)
{
    for (const KnownDataSet& set : knownDataSets())
        if (set.name == name) return &set;
    return nullptr;
}

std::string contentOf(const std::vector<KnownFile>& files)
{
    Sha256 hash;
    for (const KnownFile& file : files)
        hash.add(file.name + " " + std::to_string(file.bytes) + " " + file.sha256 + "\n");
    return hash.finish();
}

std::string publishedContent(const KnownDataSet& set)
{
    std::vector<KnownFile> files = set.train;
    files.insert(files.end(), set.test.begin(), set.test.end());
    return contentOf(files);
}

} // namespace regnet
