// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
// read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…: reads pages (binary PPM, as pdftoppm makes
// them), prints their lines on standard output, and on standard error what each stage did: runs, how many shared one,
// how long each took, and how busy the networks' threads and the devices were; where other work goes on beside it, the
// processor's seconds are the ones to compare. From the environment:
//   SHEAF_DPI        the pages' resolution (150)
//   SHEAF_THREADS    threads (one a processor)
//   SHEAF_READERS    pages that are read at once (1)
//   SHEAF_BATCH      the most pages or lines of a run (as many as are of use)
//   SHEAF_ROUNDS     how often each page is read (1)
//   SHEAF_WARM_UP    seconds for which pages are read before the clock starts (0)
//   SHEAF_REGIONS    the layout model's path: pages are looked at too
//   SHEAF_DEVICE=0   leaves the devices out
//   SHEAF_MEGABYTES  what may be taken of a device's memory (a quarter of what is free)
//   SHEAF_KERNELS    libsheaf_cuda's path (the host's loops do its work)
// One reader and batches of one are ONNX Runtime driven page by page; many rounds without a warm-up are a run, with the
// planning of the networks' shapes in it.
#include "gpu/device_probe.h"
#include "gpu/ocr_engine.h"
#include "gpu/region_finder.h"
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

/** Reads pages with so many readers at once, and looks at them where there is a finder. */
class Reading
{
public:
    Reading(const OcrEngine& engine, const RegionFinder* finder, const std::vector<Picture>& pages)
        : lines(pages.size()), m_engine(engine), m_finder(finder), m_pages(pages)
    {}

    /** So many pages, from the first one on and over again. */
    void readAll(std::size_t count)
    {
        m_next = 0;
        m_first = Clock::time_point();
        std::vector<std::jthread> threads;
        for (int i = 0; i < readers; ++i)
            threads.emplace_back([this, count] {
                for (std::size_t number = m_next++; number < count; number = m_next++)
                    readOne(number);
            });
    }

    using Clock = std::chrono::steady_clock;
    Clock::time_point first() const { return m_first; } ///< when a page was through
    bool isWhole() const { return m_failed == 0; }

    const int readers = fromEnvironment("SHEAF_READERS", 1);
    std::vector<std::expected<std::vector<ReadLine>, std::string>> lines; ///< of each page

private:
    void readOne(std::size_t number)
    {
        const Picture& picture = m_pages[number % m_pages.size()];
        const Bitmap page{picture.pixels.data(), picture.width, picture.height};
        if (m_finder)
            m_failed += !m_finder->find(page);
        auto read = m_engine.read(page, m_dpi);
        auto none = Clock::time_point();
        m_first.compare_exchange_strong(none, Clock::now());
        m_failed += !read;
        if (number < m_pages.size())
            lines[number] = std::move(read);
    }

    const OcrEngine& m_engine;
    const RegionFinder* const m_finder;
    const std::vector<Picture>& m_pages;
    const float m_dpi = float(fromEnvironment("SHEAF_DPI", 150));
    std::atomic<std::size_t> m_next = 0, m_failed = 0;
    std::atomic<Clock::time_point> m_first;
};

std::expected<std::shared_ptr<const Workplace>, std::string> openWorkplace(char* argv[])
{
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
    return Workplace::open(options);
}

/** The pages, and on standard error what it took. */
void readAndTell(const Workplace& workplace, Reading& reading, std::size_t count)
{
    const double busyBefore = workplace.busySeconds();
    StageBook book;
    DeviceWatch watch;
    const auto start = Reading::Clock::now();
    const std::clock_t processorStart = std::clock();
    reading.readAll(count);
    const double seconds = secondsOf(Reading::Clock::now() - start);
    const double processorSeconds = double(std::clock() - processorStart) / CLOCKS_PER_SEC;
    const double share = (workplace.busySeconds() - busyBefore) / (seconds * workplace.threads());
    const int largest = fromEnvironment("SHEAF_BATCH", 0);
    std::fprintf(stderr,
                 "%s; %d readers, batches of %s: %zu pages, the first after %.2f s, %.2f a second, %.2f s of the "
                 "processor each; networks' threads busy %.0f %%\n",
                 workplace.name().c_str(), reading.readers,
                 largest > 0 ? std::to_string(largest).c_str() : "what is of use", count,
                 secondsOf(reading.first() - start), double(count) / seconds, processorSeconds / double(count),
                 100 * share);
    book.print();
    watch.print();
}

int failed(const std::string& why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    return 3;
}

} // namespace

int main(int argc, char* argv[])
{
    if (argc < 7) {
        std::fprintf(stderr, "read_pages RUNTIME ORIENTATION DETECTION DIRECTION RECOGNITION PAGE.ppm…\n");
        return 2;
    }
    const auto workplace = openWorkplace(argv);
    if (!workplace)
        return failed(workplace.error());
    const auto engine = OcrEngine::open({argv[2], argv[3], argv[4], argv[5], "", ""}, *workplace);
    if (!engine)
        return failed(engine.error());
    std::unique_ptr<RegionFinder> finder;
    if (const char* model = std::getenv("SHEAF_REGIONS")) {
        auto opened = RegionFinder::open(model, *workplace);
        if (!opened)
            return failed(opened.error());
        finder = *std::move(opened);
    }
    std::vector<Picture> pages{std::size_t(argc - 6)};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (!load(argv[i + 6], pages[i])) {
            std::fprintf(stderr, "%s is not a binary PPM\n", argv[i + 6]);
            return 2;
        }
    }
    Reading reading(**engine, finder.get(), pages);
    const auto warm = Reading::Clock::now() + std::chrono::seconds(fromEnvironment("SHEAF_WARM_UP", 0));
    while (Reading::Clock::now() < warm)
        reading.readAll(pages.size());
    readAndTell(**workplace, reading, pages.size() * std::size_t(fromEnvironment("SHEAF_ROUNDS", 1)));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::printf("== %s\n", argv[i + 6]);
        if (reading.lines[i])
            print(*reading.lines[i]);
        else
            std::fprintf(stderr, "%s: %s\n", argv[i + 6], reading.lines[i].error().c_str());
    }
    return reading.isWhole() ? 0 : 1;
}
