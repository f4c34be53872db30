// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…: reads pages (binary PPM, as pdftoppm makes
// them), prints their lines on standard output and the seconds a page on standard error. SHEAF_DPI is the pages'
// resolution (150), SHEAF_THREADS the threads (one a processor), SHEAF_READERS the pages that are read at once (1),
// SHEAF_DEVICE=0 leaves the device out.
#include "gpu/ocr_engine.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

using namespace sheaf::gpu;

namespace {

struct Picture
{
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;
};

bool load(const char* path, Picture& out)
{
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    int most = 0;
    if (!(file >> magic >> out.width >> out.height >> most) || magic != "P6" || most != 255)
        return false;
    file.get();
    std::vector<char> rgb(std::size_t(out.width) * std::size_t(out.height) * 3);
    file.read(rgb.data(), std::streamsize(rgb.size()));
    out.pixels.resize(rgb.size() / 3 * 4);
    for (std::size_t i = 0; i < rgb.size() / 3; ++i)
        for (std::size_t channel = 0; channel < 3; ++channel)
            out.pixels[4 * i + channel] = std::uint8_t(rgb[3 * i + 2 - channel]);
    return bool(file);
}

int fromEnvironment(const char* name, int otherwise)
{
    const char* value = std::getenv(name);
    return value ? std::atoi(value) : otherwise;
}

void print(const std::vector<ReadLine>& lines)
{
    for (const ReadLine& line : lines) {
        std::printf("%6.0f %6.0f %5.0f×%-4.0f %2.0f,%2.0f %3.0f%% ", double(line.box.centreX), double(line.box.centreY),
                    double(line.box.width), double(line.box.height), double(line.box.alongX), double(line.box.alongY),
                    100 * double(line.confidence()));
        for (const ReadWord& word : line.words)
            std::printf(" %s", word.text.c_str());
        std::printf("\n");
    }
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 7) {
        std::fprintf(stderr, "read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…\n");
        return 2;
    }
    const auto engine = OcrEngine::open({argv[1], argv[2], argv[3], argv[4], argv[5]},
                                        {fromEnvironment("SHEAF_THREADS", 0), fromEnvironment("SHEAF_DEVICE", 1) != 0});
    if (!engine) {
        std::fprintf(stderr, "%s\n", engine.error().c_str());
        return 3;
    }
    std::vector<Picture> pages{std::size_t(argc - 6)};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!load(argv[i + 6], pages[i])) {
            std::fprintf(stderr, "%s is not a binary PPM\n", argv[i + 6]);
            return 2;
        }
    }
    std::vector<std::expected<std::vector<ReadLine>, std::string>> read(pages.size());
    const auto start = std::chrono::steady_clock::now();
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> readers;
        for (int i = 0; i < fromEnvironment("SHEAF_READERS", 1); ++i)
            readers.emplace_back([&] {
                for (std::size_t page = next++; page < pages.size(); page = next++)
                    read[page] = (*engine)->read({pages[page].pixels.data(), pages[page].width, pages[page].height},
                                                 float(fromEnvironment("SHEAF_DPI", 150)));
            });
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    bool whole = true;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::printf("== %s\n", argv[i + 6]);
        if (read[i])
            print(*read[i]);
        else
            std::fprintf(stderr, "%s: %s\n", argv[i + 6], read[i].error().c_str());
        whole = whole && read[i].has_value();
    }
    const double share = (*engine)->busySeconds() / (seconds * (*engine)->threads());
    std::fprintf(stderr, "%s: %zu pages, %.3f s a page, networks busy %.0f %% of the time\n",
                 (*engine)->device().c_str(), pages.size(), seconds / double(pages.size()), 100 * share);
    return whole ? 0 : 1;
}
