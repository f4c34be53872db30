// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…: reads pages (binary PPM, as pdftoppm makes
// them), prints their lines on standard output, and on standard error what each stage did: runs, how many shared one,
// how long each took, and how busy the networks' threads and the devices were; where other work goes on beside it, the
// processor's seconds are the ones to compare. SHEAF_DPI is the pages' resolution (150), SHEAF_THREADS the threads (one
// a processor), SHEAF_READERS the pages that are read at once (1), SHEAF_BATCH the most pages or lines of a run (as
// many as are of use), SHEAF_MEGABYTES what may be taken of a device's memory (a quarter of what is free),
// SHEAF_KERNELS libsheaf_cuda's path (the host's loops do its work), SHEAF_WARM_UP=1 reads all pages once before the
// clock starts, SHEAF_DEVICE=0 leaves the devices out. One reader and batches of one are ONNX Runtime driven page by
// page.
#include "gpu/device_probe.h"
#include "gpu/ocr_engine.h"
#include "gpu/run_observer.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
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

double secondsOf(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

/** What the networks' threads did. */
class StageBook
{
public:
    void print()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [name, stage] : m_stages)
            std::fprintf(stderr,
                         "  %-12s %5zu in %5zu runs (%4.1f, at most %2zu, %zu of several pages), %7.2f ms each\n",
                         name.c_str(), stage.tasks, stage.runs, double(stage.tasks) / double(stage.runs), stage.largest,
                         stage.shared, 1000 * stage.seconds / double(stage.tasks));
    }

private:
    struct Stage
    {
        std::size_t runs = 0, tasks = 0, largest = 0, shared = 0;
        double seconds = 0;
    };

    void add(const RunSpan& span)
    {
        const std::lock_guard lock(m_mutex);
        Stage& stage = m_stages[span.stage];
        ++stage.runs;
        stage.tasks += span.tasks;
        stage.largest = std::max(stage.largest, span.tasks);
        stage.shared += span.papers > 1;
        stage.seconds += secondsOf(span.end - span.begin);
    }

    std::mutex m_mutex;
    std::map<std::string, Stage> m_stages;
    RunObserver m_observer{[this](const RunSpan& span) { add(span); }};
};

/** The devices' own word on how busy they were, asked ten times a second. */
class DeviceWatch
{
public:
    void print()
    {
        m_asking.request_stop();
        m_asking.join();
        for (const auto& [device, sum] : m_sums)
            std::fprintf(stderr, "  device %d busy %.0f %% by NVML\n", device, 100 * sum / m_samples);
    }

private:
    void ask(const std::stop_token& stop)
    {
        for (; !stop.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds(100))) {
            for (const Device& device : probe().devices)
                if (const auto used = use(device.index))
                    m_sums[device.index] += used->utilisation;
            ++m_samples;
        }
    }

    std::map<int, double> m_sums;
    int m_samples = 0;
    std::jthread m_asking{[this](const std::stop_token& stop) { ask(stop); }};
};

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 7) {
        std::fprintf(stderr, "read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…\n");
        return 2;
    }
    WorkplaceOptions options;
    options.runtime = argv[1];
    options.trialModel = argv[2];
    options.threads = fromEnvironment("SHEAF_THREADS", 0);
    options.mayUseDevice = fromEnvironment("SHEAF_DEVICE", 1) != 0;
    options.deviceMemory = std::uint64_t(fromEnvironment("SHEAF_MEGABYTES", 0)) * 1'000'000;
    options.tell = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
    options.largestBatch = std::size_t(fromEnvironment("SHEAF_BATCH", 0));
    if (const char* kernels = std::getenv("SHEAF_KERNELS"))
        options.kernels = kernels;
    const auto workplace = Workplace::open(options);
    const auto engine = workplace ? OcrEngine::open({argv[2], argv[3], argv[4], argv[5], "", ""}, *workplace)
                                  : std::unexpected(workplace.error());
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
    const int readerCount = fromEnvironment("SHEAF_READERS", 1), dpi = fromEnvironment("SHEAF_DPI", 150);
    const auto readAll = [&](int readers) {
        std::atomic<std::size_t> next = 0;
        std::vector<std::jthread> threads;
        for (int i = 0; i < readers; ++i)
            threads.emplace_back([&] {
                for (std::size_t page = next++; page < pages.size(); page = next++)
                    read[page] =
                        (*engine)->read({pages[page].pixels.data(), pages[page].width, pages[page].height}, float(dpi));
            });
    };
    if (fromEnvironment("SHEAF_WARM_UP", 0) != 0)
        readAll(readerCount);
    const double busyBefore = (*workplace)->busySeconds();
    StageBook book;
    DeviceWatch watch;
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processorStart = std::clock();
    readAll(readerCount);
    const double seconds = secondsOf(std::chrono::steady_clock::now() - start);
    const double processorSeconds = double(std::clock() - processorStart) / CLOCKS_PER_SEC;
    bool whole = true;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::printf("== %s\n", argv[i + 6]);
        if (read[i])
            print(*read[i]);
        else
            std::fprintf(stderr, "%s: %s\n", argv[i + 6], read[i].error().c_str());
        whole = whole && read[i].has_value();
    }
    const double share = ((*workplace)->busySeconds() - busyBefore) / (seconds * (*workplace)->threads());
    const std::string batches = options.largestBatch > 0 ? std::to_string(options.largestBatch) : "what is of use";
    std::fprintf(stderr,
                 "%s; %d readers, batches of %s: %zu pages, %.2f a second, %.2f s of the processor each; networks' "
                 "threads busy %.0f %%\n",
                 (*workplace)->name().c_str(), readerCount, batches.c_str(), pages.size(),
                 double(pages.size()) / seconds, processorSeconds / double(pages.size()), 100 * share);
    book.print();
    watch.print();
    return whole ? 0 : 1;
}
