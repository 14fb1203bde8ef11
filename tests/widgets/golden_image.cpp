// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/golden_image.h"

#include <QDir>
#include <QFileInfo>
#include <QFontInfo>

#include <algorithm>
#include <cstdlib>

namespace regnet::test {
namespace {

QString goldenPath(const QString& name)
{
    return QStringLiteral(REGNET_TEST_DATA "/golden/") + name + QStringLiteral(".png");
}

bool isFar(QRgb a, QRgb b, int perChannel)
{
    return std::abs(qRed(a) - qRed(b)) > perChannel || std::abs(qGreen(a) - qGreen(b)) > perChannel ||
           std::abs(qBlue(a) - qBlue(b)) > perChannel;
}

} // namespace

QFont goldenFont(int pixelSize)
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(pixelSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    EXPECT_EQ(QFontInfo(font).family(), QStringLiteral("DejaVu Sans"))
        << "golden pictures are drawn with DejaVu Sans: install fonts-dejavu-core";
    return font;
}

double shareOfDifferentPixels(const QImage& actual, const QImage& golden, int perChannel, QImage& difference)
{
    const QImage a = actual.convertToFormat(QImage::Format_RGB32);
    const QImage g = golden.convertToFormat(QImage::Format_RGB32);
    difference = a.convertToFormat(QImage::Format_Grayscale8).convertToFormat(QImage::Format_RGB32);
    if (a.size() != g.size()) return 1;
    std::int64_t different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (isFar(a.pixel(x, y), g.pixel(x, y), perChannel)) {
                difference.setPixel(x, y, qRgb(255, 0, 0));
                ++different;
            }
    const std::int64_t pixels = std::max<std::int64_t>(1, std::int64_t{a.width()} * a.height());
    return static_cast<double>(different) / static_cast<double>(pixels);
}

testing::AssertionResult matchesGolden(const QImage& actual, const QString& name, GoldenTolerance tolerance)
{
    const QString path = goldenPath(name);
    const std::string accept =
        "To accept the new picture: run this test with REGNET_ACCEPT_GOLDEN=1, look at " +
        path.toStdString() + ", and commit it.";
    if (qEnvironmentVariableIntValue("REGNET_ACCEPT_GOLDEN") == 1) {
        QDir().mkpath(QFileInfo(path).path());
        if (!actual.save(path))
            return testing::AssertionFailure() << path.toStdString() << " cannot be written";
        return testing::AssertionSuccess();
    }
    const QImage golden(path);
    const QString folder = QStringLiteral(REGNET_BIN_DIR "/golden/");
    QImage difference;
    const double share =
        golden.isNull() ? 1 : shareOfDifferentPixels(actual, golden, tolerance.perChannel, difference);
    if (share <= tolerance.pixelShare) return testing::AssertionSuccess();
    QDir().mkpath(folder);
    const QString actualPath = folder + name + QStringLiteral(".actual.png");
    const QString differencePath = folder + name + QStringLiteral(".difference.png");
    actual.save(actualPath);
    if (golden.isNull())
        return testing::AssertionFailure() << "there is no golden picture " << path.toStdString()
                                           << ". Drawn now: " << actualPath.toStdString() << ". " << accept;
    difference.save(differencePath);
    auto failure = testing::AssertionFailure();
    if (actual.size() != golden.size())
        failure << "the picture is " << actual.width() << " x " << actual.height()
                << " pixels, the golden one " << golden.width() << " x " << golden.height() << ". ";
    else
        failure << 100 * share << " % of the pixels differ by more than " << tolerance.perChannel
                << " levels; " << 100 * tolerance.pixelShare << " % may. ";
    return failure << "Drawn now: " << actualPath.toStdString()
                   << "; difference: " << differencePath.toStdString() << ". " << accept;
}

} // namespace regnet::test
