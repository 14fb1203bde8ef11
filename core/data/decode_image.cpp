// SPDX-FileCopyrightText: 2026 The RegNet Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/decode_image.h"

#include "core/problem.h"

#include <algorithm>
#include <cmath>

#if REGNET_HAVE_JPEG
#include <csetjmp>
#include <cstdio> // before jpeglib.h, which does not include it
#include <jerror.h>
#include <jpeglib.h>
#endif
#if REGNET_HAVE_PNG
#include <png.h>
#endif

namespace regnet {
namespace {

void checkSize(std::int64_t width, std::int64_t height, const std::string& where)
{
    if (width < 1 || height < 1 || width > mostImageSide || height > mostImageSide ||
        width * height > mostImagePixels)
        throwBadInput(where, "has " + std::to_string(width) + " x " + std::to_string(height) + " pixels",
                      "1 to " + std::to_string(mostImageSide) + " a side and " +
                          std::to_string(mostImagePixels) + " in all at most");
}

#if REGNET_HAVE_JPEG

constexpr int mostScans = 200; ///< of a progressive JPEG: each goes over the whole image

struct JpegErrors
{
    jpeg_error_mgr base = {}; // first: libjpeg gives us a pointer to it
    std::jmp_buf jump = {};
    char message[JMSG_LENGTH_MAX] = {};
    bool isCutOff = false;
};

JpegErrors& errorsOf(j_common_ptr info)
{
    return *reinterpret_cast<JpegErrors*>(info->err);
}

extern "C" void jpegFails(j_common_ptr info)
{
    info->err->format_message(info, errorsOf(info).message);
    std::longjmp(errorsOf(info).jump, 1);
}

/// Warnings of what is missing count; others (extra bytes) are common in good collections.
extern "C" void jpegWarns(j_common_ptr info, int level)
{
    const int code = info->err->msg_code;
    if (level >= 0 || (code != JWRN_JPEG_EOF && code != JWRN_HIT_MARKER)) return;
    errorsOf(info).isCutOff = true;
    info->err->format_message(info, errorsOf(info).message);
}

extern "C" void jpegProgresses(j_common_ptr info)
{
    const auto* decompress = reinterpret_cast<j_decompress_ptr>(info);
    if (decompress->input_scan_number <= mostScans) return;
    std::snprintf(errorsOf(info).message, JMSG_LENGTH_MAX, "more than %d scans", mostScans);
    std::longjmp(errorsOf(info).jump, 1);
}

/// Everything that a jump must not pass over lives here, outside of the function that is jumped to.
struct JpegDecoder
{
    jpeg_decompress_struct info = {};
    jpeg_progress_mgr progress = {};
    JpegErrors errors;

    JpegDecoder()
    {
        info.err = jpeg_std_error(&errors.base);
        errors.base.error_exit = jpegFails;
        errors.base.emit_message = jpegWarns;
        progress.progress_monitor = jpegProgresses;
    }
    ~JpegDecoder() { jpeg_destroy_decompress(&info); }
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    bool open(std::string_view bytes)
    {
        if (setjmp(errors.jump) != 0) return false;
        jpeg_create_decompress(&info);
        info.progress = &progress;
        jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
        return jpeg_read_header(&info, TRUE) == JPEG_HEADER_OK;
    }

    /// `pixels` has room for width x height x channels().
    bool read(std::uint8_t* pixels)
    {
        if (setjmp(errors.jump) != 0) return false;
        info.out_color_space = channels() == 4 ? JCS_CMYK : JCS_RGB;
        info.dct_method = JDCT_ISLOW; // the same bytes with and without SIMD
        jpeg_start_decompress(&info);
        const auto stride = static_cast<std::size_t>(info.output_width) * channels();
        while (info.output_scanline < info.output_height) {
            JSAMPROW row = pixels + info.output_scanline * stride;
            jpeg_read_scanlines(&info, &row, 1);
        }
        jpeg_finish_decompress(&info);
        return !errors.isCutOff;
    }

    std::size_t channels() const
    {
        return info.jpeg_color_space == JCS_CMYK || info.jpeg_color_space == JCS_YCCK ? 4 : 3;
    }
};

/// Adobe's programs store ink upside down.
std::vector<std::uint8_t> fromCmyk(const std::vector<std::uint8_t>& cmyk, bool isInverted)
{
    std::vector<std::uint8_t> rgb(cmyk.size() / 4 * 3);
    for (std::size_t i = 0; i < cmyk.size() / 4; ++i) {
        const auto light = [&](std::size_t c) {
            return isInverted ? int{cmyk[4 * i + c]} : 255 - int{cmyk[4 * i + c]};
        };
        for (std::size_t c = 0; c < 3; ++c)
            rgb[3 * i + c] = static_cast<std::uint8_t>((light(c) * light(3) + 127) / 255);
    }
    return rgb;
}

DecodedImage decodeJpeg(std::string_view bytes, const std::string& where)
{
    JpegDecoder decoder;
    const auto refuse = [&] {
        const char* why = decoder.errors.message;
        throwBadInput(where, std::string("is a damaged JPEG") + (*why ? std::string(": ") + why : ""));
    };
    if (!decoder.open(bytes)) refuse();
    DecodedImage image;
    image.width = decoder.info.image_width;
    image.height = decoder.info.image_height;
    checkSize(image.width, image.height, where);
    image.rgb.resize(static_cast<std::size_t>(image.width * image.height) * decoder.channels());
    if (!decoder.read(image.rgb.data())) refuse();
    if (decoder.channels() == 4) image.rgb = fromCmyk(image.rgb, decoder.info.saw_Adobe_marker != 0);
    return image;
}

#endif
#if REGNET_HAVE_PNG

DecodedImage decodePng(std::string_view bytes, const std::string& where)
{
    struct Png
    {
        png_image image = {};
        ~Png() { png_image_free(&image); }
    } png;
    png.image.version = PNG_IMAGE_VERSION;
    const auto refuse = [&] { throwBadInput(where, std::string("is a damaged PNG: ") + png.image.message); };
    if (png_image_begin_read_from_memory(&png.image, bytes.data(), bytes.size()) == 0) refuse();
    DecodedImage image;
    image.width = png.image.width;
    image.height = png.image.height;
    checkSize(image.width, image.height, where);
    png.image.format = PNG_FORMAT_RGB;
    png.image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB; // 16 bits mean the same colours, not linear light
    image.rgb.resize(static_cast<std::size_t>(image.width * image.height * 3));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&png.image, &white, image.rgb.data(), 0, nullptr) == 0) refuse();
    return image;
}

#endif

/// What one output pixel is made of: weights of 2^15 together, from pixel `first` on.
struct Window
{
    std::int64_t first = 0;
    std::vector<std::int64_t> weights;
};
constexpr std::int64_t windowUnit = 1 << 15;

std::vector<Window> windows(std::int64_t from, std::int64_t to)
{
    const double scale = static_cast<double>(from) / static_cast<double>(to);
    const double reach = std::max(scale, 1.0);
    std::vector<Window> all;
    for (std::int64_t i = 0; i < to; ++i) {
        const double centre = (static_cast<double>(i) + 0.5) * scale;
        Window window;
        window.first = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(centre - reach)));
        const std::int64_t end =
            std::min<std::int64_t>(from, static_cast<std::int64_t>(std::ceil(centre + reach)));
        std::vector<double> shares;
        double sum = 0;
        for (std::int64_t k = window.first; k < end; ++k) {
            const double distance = std::abs(static_cast<double>(k) + 0.5 - centre) / reach;
            shares.push_back(std::max(0.0, 1 - distance));
            sum += shares.back();
        }
        std::int64_t left = windowUnit;
        for (const double share : shares) {
            window.weights.push_back(static_cast<std::int64_t>(std::floor(share / sum * windowUnit)));
            left -= window.weights.back();
        }
        *std::max_element(window.weights.begin(), window.weights.end()) += left;
        all.push_back(std::move(window));
    }
    return all;
}

} // namespace

DecodedImage decodeImage(std::string_view bytes, const std::string& where)
{
    const bool isJpeg = bytes.starts_with("\xff\xd8\xff");
    const bool isPng = bytes.starts_with("\x89PNG\r\n\x1a\n");
    if (!isJpeg && !isPng) throwBadInput(where, "is neither JPEG nor PNG");
#if REGNET_HAVE_JPEG
    if (isJpeg) return decodeJpeg(bytes, where);
#endif
#if REGNET_HAVE_PNG
    if (isPng) return decodePng(bytes, where);
#endif
    throwFailed(where,
                "cannot be decoded: this build has no " + std::string(isJpeg ? "libjpeg-turbo" : "libpng"));
}

std::vector<std::uint8_t> squared(const DecodedImage& image, std::int64_t side)
{
    const std::int64_t extent = std::min(image.width, image.height);
    const std::int64_t left = (image.width - extent) / 2, top = (image.height - extent) / 2;
    const std::vector<Window> axis = windows(extent, side);
    // Across first, for every row of the square; then down.
    std::vector<std::uint8_t> narrow(static_cast<std::size_t>(extent * side * 3));
    for (std::int64_t y = 0; y < extent; ++y)
        for (std::int64_t x = 0; x < side; ++x) {
            const Window& window = axis[static_cast<std::size_t>(x)];
            std::int64_t sums[3] = {windowUnit / 2, windowUnit / 2, windowUnit / 2};
            const std::uint8_t* pixel =
                image.rgb.data() + ((top + y) * image.width + left + window.first) * 3;
            for (const std::int64_t weight : window.weights)
                for (std::int64_t& sum : sums)
                    sum += weight * *pixel++;
            for (std::int64_t c = 0; c < 3; ++c)
                narrow[static_cast<std::size_t>((y * side + x) * 3 + c)] =
                    static_cast<std::uint8_t>(sums[c] / windowUnit);
        }
    std::vector<std::uint8_t> square(static_cast<std::size_t>(side * side * 3));
    for (std::int64_t c = 0; c < 3; ++c)
        for (std::int64_t y = 0; y < side; ++y) {
            const Window& window = axis[static_cast<std::size_t>(y)];
            for (std::int64_t x = 0; x < side; ++x) {
                std::int64_t sum = windowUnit / 2;
                std::int64_t row = window.first;
                for (const std::int64_t weight : window.weights)
                    sum += weight * narrow[static_cast<std::size_t>((row++ * side + x) * 3 + c)];
                square[static_cast<std::size_t>((c * side + y) * side + x)] =
                    static_cast<std::uint8_t>(sum / windowUnit);
            }
        }
    return square;
}

} // namespace regnet
