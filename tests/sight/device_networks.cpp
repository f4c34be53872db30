// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pdf_document.h"
#include "engine_device.h"
#include "gpu/kernels/ctc.h"
#include "gpu/ocr_engine.h"
#include "gpu/region_finder.h"
#include "kernel_library.h"
#include "network.h"
#include "sight/model_store.h"
#include "testing/testing.h"

#include <QTest>

#include <latch>
#include <random>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

QStringList wordsOf(const std::vector<gpu::ReadLine>& lines)
{
    QStringList words;
    for (const gpu::ReadLine& line : lines)
        for (const gpu::ReadWord& word : line.words)
            words << QString::fromStdString(word.text);
    return words;
}

} // namespace

/** The real networks on the road of a device, which is the host here (tests/gpu/host_device.cpp): what they answer is
 * what the processor's own road answers. */
class DeviceNetworksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAreTheProcessors();
    void probabilitiesStayOnTheDevice();
    void eachShapeHasASession();
    void withoutRoomTheProcessorAnswers();
    void aLargerShapeStandsInUntilItsOwnIsPlanned();
    void aBatchOfALostDeviceIsLaidElsewhere();
    void pagesAreReadAndSeenAsOnTheProcessor_data();
    void pagesAreReadAndSeenAsOnTheProcessor();

private:
    std::string model(const QString& name) const { return QFile::encodeName(m_store.path(name)).toStdString(); }
    gpu::Network onProcessor(const std::string& model) const { return *gpu::Network::open(model, {.sessions = {{}}}); }
    gpu::Network onDevice(const std::string& model, gpu::Answer answer, std::size_t images = 2, std::size_t shapes = 2)
    {
        return *gpu::Network::open(
            model,
            {.sessions = {{.device = 0}}, .roads = {m_road.get()}, .budget = {.shapes = shapes, .mostImages = images}},
            answer);
    }
    std::vector<float> answer(const gpu::Network& network, const gpu::ImageSize& size,
                              std::vector<std::int64_t>* shape = nullptr);

    ModelStore m_store;
    std::shared_ptr<gpu::Workplace> workplaceOf(int devices);

    const gpu::DeviceKernels* m_kernels = nullptr;
    std::unique_ptr<gpu::DeviceRoad> m_road;
    std::vector<std::uint8_t> m_pixels = std::vector<std::uint8_t>(400 * 300 * 4);
    const gpu::Bitmap m_page{m_pixels.data(), 400, 300};
};

void DeviceNetworksTest::initTestCase()
{
    if (m_store.path(u"text-recognition"_s).isEmpty() ||
        !gpu::openRuntime(m_store.path(u"onnxruntime"_s).toStdString()))
        QSKIP("The models are not there: sheaf-cli models fetch");
    std::mt19937 dice(5);
    for (std::uint8_t& value : m_pixels)
        value = std::uint8_t(dice());
    const auto kernels = gpu::openDeviceKernels(HOST_DEVICE);
    QVERIFY(kernels.has_value());
    m_kernels = *kernels;
    m_road = *gpu::DeviceRoad::open(*m_kernels, 0);
}

/** Of two crops. */
std::vector<float> DeviceNetworksTest::answer(const gpu::Network& network, const gpu::ImageSize& size,
                                              std::vector<std::int64_t>* shape)
{
    const std::vector<gpu::Crop> crops{{&m_page, {150, 100, 1, 0, 250, 60}, size},
                                       {&m_page, {200, 200, 0.8F, 0.6F, 120, 30}, {size.columns / 2, size.rows}}};
    const gpu::NetworkInput input = network.lay(crops, size, {});
    std::vector<float> values;
    const auto done = network.run(input, [&](std::int64_t first, std::span<const gpu::Output> outputs) {
        const gpu::Output& output = outputs.front();
        std::int64_t answerSize = 1;
        for (const std::int64_t side : output.shape.subspan(1))
            answerSize *= side;
        values.resize(std::size_t(2 * answerSize));
        std::copy_n(output.values, answerSize * std::min(2 - first, output.shape[0]),
                    values.begin() + first * answerSize);
        if (shape)
            shape->assign(output.shape.begin(), output.shape.end());
    });
    if (!done)
        QTest::qFail(done.error().c_str(), __FILE__, __LINE__);
    return values;
}

void DeviceNetworksTest::answersAreTheProcessors()
{
    const std::string detection = model(u"text-detection"_s);
    const gpu::Network device = onDevice(detection, gpu::Answer::whole, 3);
    QVERIFY(device.isOnDevice());
    std::vector<std::int64_t> shape;
    const std::vector<float> there = answer(device, {320, 96}, &shape);
    QCOMPARE(shape, (std::vector<std::int64_t>{3, 1, 96, 320})); // the batch's third image shows nothing
    const std::vector<float> here = answer(onProcessor(detection), {320, 96});
    QCOMPARE(there.size(), here.size());
    for (std::size_t i = 0; i < here.size(); ++i)
        QVERIFY(std::abs(there[i] - here[i]) < 1e-4F);
}

void DeviceNetworksTest::probabilitiesStayOnTheDevice()
{
    const std::string recognition = model(u"text-recognition"_s);
    std::vector<std::int64_t> shape, whole;
    const std::vector<float> best = answer(onDevice(recognition, gpu::Answer::bestClasses, 4), {256, 48}, &shape);
    const std::vector<float> all = answer(onProcessor(recognition), {256, 48}, &whole);
    QCOMPARE(shape, (std::vector<std::int64_t>{4, whole[1], 2}));
    const int classes = int(whole[2]);
    for (std::int64_t step = 0; step < 2 * whole[1]; ++step) {
        const gpu::BestClass expected = gpu::bestClass(all.data() + step * classes, classes);
        QCOMPARE(int(best[std::size_t(2 * step)]), expected.index);
        QVERIFY(std::abs(best[std::size_t(2 * step + 1)] - expected.probability) < 1e-3F);
    }
}

/** Among which it goes back and forth; there are more shapes than sessions are kept. */
void DeviceNetworksTest::eachShapeHasASession()
{
    const std::string detection = model(u"text-detection"_s);
    const gpu::Network device = onDevice(detection, gpu::Answer::whole), processor = onProcessor(detection);
    for (const int rows : {32, 96, 32, 64, 96, 32}) {
        const std::vector<float> there = answer(device, {96, rows}), here = answer(processor, {96, rows});
        QCOMPARE(there.size(), here.size());
        for (std::size_t i = 0; i < here.size(); ++i)
            QVERIFY(std::abs(there[i] - here[i]) < 1e-4F);
    }
}

void DeviceNetworksTest::withoutRoomTheProcessorAnswers()
{
    const std::string direction = model(u"line-direction"_s);
    const gpu::Network device = onDevice(direction, gpu::Answer::whole), processor = onProcessor(direction);
    m_road->forget(m_page);
    qputenv("HOST_DEVICE_BYTES", "100000"); // the page has 480,000, an image 110,592
    const std::vector<float> without = answer(device, {192, 48});
    qunsetenv("HOST_DEVICE_BYTES");
    m_road->forget(m_page);
    QCOMPARE(without, answer(processor, {192, 48}));
}

void DeviceNetworksTest::aLargerShapeStandsInUntilItsOwnIsPlanned()
{
    std::latch mayPlan(1), planned(1);
    gpu::Planner planner(1);
    planner.add([&] { mayPlan.wait(); });
    const std::string detection = model(u"text-detection"_s);
    const gpu::Network network = *gpu::Network::open(detection, {.sessions = {{.device = 0}},
                                                                 .roads = {m_road.get()},
                                                                 .budget = {.shapes = 4, .mostImages = 2},
                                                                 .planner = &planner});
    const auto rowsFor = [&](const gpu::ImageSize& size) {
        const gpu::Crop crop{&m_page, {150, 100, 1, 0, 250, 60}, size};
        return network.lay(std::span(&crop, 1), size, {}).size().rows;
    };
    QCOMPARE(rowsFor({96, 64}), 64); // nothing is there that could stand in
    network.planLater({96, 64});
    answer(network, {96, 96}); // has to wait for nobody
    QCOMPARE(rowsFor({96, 64}), 96);
    QCOMPARE(rowsFor({128, 64}), 64); // is too wide for it
    QCOMPARE(rowsFor({96, 32}), 32);  // would be a third of it
    std::vector<std::int64_t> shape;
    answer(network, {96, 64}, &shape);
    QCOMPARE(shape, (std::vector<std::int64_t>{2, 1, 96, 96}));
    mayPlan.count_down();
    planner.add([&] { planned.count_down(); });
    planned.wait();
    QCOMPARE(rowsFor({96, 64}), 64);
}

void DeviceNetworksTest::aBatchOfALostDeviceIsLaidElsewhere()
{
    const auto second = *gpu::DeviceRoad::open(*m_kernels, 1);
    const std::string direction = model(u"line-direction"_s);
    QStringList told;
    const gpu::Network network = *gpu::Network::open(
        direction, {.sessions = {{.device = 0}, {.device = 1}},
                    .roads = {m_road.get(), second.get()},
                    .budget = {.mostImages = 2},
                    .tell = [&](const std::string& line) { told << QString::fromStdString(line); }});
    const std::vector<float> expected = answer(network, {192, 48});
    const gpu::Crop crop{&m_page, {150, 100, 1, 0, 250, 60}, {192, 48}};
    {
        const gpu::NetworkInput input = network.lay(std::span(&crop, 1), {192, 48}, {});
        QCOMPARE(input.place->device(), 0U);
        qputenv("HOST_DEVICE_FAILS", "0");
        QVERIFY(!network.run(input, [](std::int64_t, std::span<const gpu::Output>) {}));
    }
    QVERIFY(told.last().contains(u"device 0 is left out"_s));
    QCOMPARE(answer(network, {192, 48}), expected);
    QCOMPARE(network.lay(std::span(&crop, 1), {192, 48}, {}).place->device(), 1U);
    qunsetenv("HOST_DEVICE_FAILS");
    QCOMPARE(network.lay(std::span(&crop, 1), {192, 48}, {}).place->device(), 1U); // it is not trusted again
    m_road->forget(m_page);
    second->forget(m_page);
}

std::shared_ptr<gpu::Workplace> DeviceNetworksTest::workplaceOf(int devices)
{
    gpu::EngineDevice chosen;
    chosen.threads = 2;
    for (int device = 0; device < devices; ++device) {
        chosen.devices.push_back(device);
        chosen.roads.push_back(*gpu::DeviceRoad::open(*m_kernels, device));
    }
    chosen.memory = std::uint64_t(1) << 29; // batches of a few: the host has to run what fills them as well
    return std::make_shared<gpu::Workplace>(std::move(chosen));
}

void DeviceNetworksTest::pagesAreReadAndSeenAsOnTheProcessor_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<QByteArray>("trouble");
    QTest::newRow("a device") << 1 << QByteArray();
    QTest::newRow("one of two dies with a batch") << 2 << QByteArray("HOST_DEVICE_DIES");
    QTest::newRow("all fail") << 1 << QByteArray("HOST_DEVICE_FAILS");
}

void DeviceNetworksTest::pagesAreReadAndSeenAsOnTheProcessor()
{
    QFETCH(int, devices);
    QFETCH(QByteArray, trouble);
    SHEAF_REQUIRE_SHARED(u"data/jats/10.21105.jose.00286.pdf"_s);
    const auto picture = renderPdfPage(sheaf::testing::sharedFile(u"data/jats/10.21105.jose.00286.pdf"_s), 2, 100);
    QVERIFY(picture);
    const auto* const pixels = reinterpret_cast<const std::uint8_t*>(picture->pixels.constData());
    const gpu::Bitmap page{pixels, picture->width, picture->height}, top{pixels, picture->width, 300};
    const gpu::OcrFiles files{model(u"page-orientation"_s),
                              model(u"text-detection"_s),
                              model(u"line-direction"_s),
                              model(u"text-recognition"_s),
                              "",
                              ""};
    const auto seenOn = [&](const std::shared_ptr<gpu::Workplace>& workplace) {
        const auto finder = gpu::RegionFinder::open(model(u"page-regions"_s), workplace);
        const auto engine = gpu::OcrEngine::open(files, workplace);
        const auto regions = finder ? (*finder)->find(page) : std::unexpected(finder.error());
        const auto lines = engine ? (*engine)->read(top, 100) : std::unexpected(engine.error());
        if (!regions || !lines)
            QTest::qFail((regions ? lines.error() : regions.error()).c_str(), __FILE__, __LINE__);
        return std::pair(regions.value_or(std::vector<gpu::FoundRegion>()),
                         wordsOf(lines.value_or(std::vector<gpu::ReadLine>())));
    };
    static const auto [expected, words] = seenOn(workplaceOf(0));
    QVERIFY(expected.size() > 2 && words.size() > 20);
    if (!trouble.isEmpty())
        qputenv(trouble.constData(), "0");
    const auto [regions, there] = seenOn(workplaceOf(devices));
    qunsetenv(trouble.constData());
    QCOMPARE(regions.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(regions[i].kind, expected[i].kind);
        QVERIFY(std::abs(regions[i].x0 - expected[i].x0) < 0.1F);
        QVERIFY(std::abs(regions[i].y1 - expected[i].y1) < 0.1F);
    }
    const QStringList& found = there;
    const auto same = std::ranges::count_if(words, [&](const QString& word) { return found.contains(word); });
    QVERIFY2(double(same) > 0.95 * double(words.size()), qPrintable(QString::number(same)));
}

QTEST_GUILESS_MAIN(DeviceNetworksTest)
#include "device_networks.moc"
