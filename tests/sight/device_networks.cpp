// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/kernels/ctc.h"
#include "kernel_library.h"
#include "network.h"
#include "sight/model_store.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace sheaf;

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

private:
    std::string model(const QString& name) const { return QFile::encodeName(m_store.path(name)).toStdString(); }
    gpu::Network onProcessor(const std::string& model) const { return *gpu::Network::open(model, {.sessions = {{}}}); }
    gpu::Network onDevice(const std::string& model, gpu::Answer answer, std::size_t shapes = 2)
    {
        return *gpu::Network::open(model, {.sessions = {{.device = 0}}, .roads = {m_road.get()}, .shapes = shapes},
                                   answer);
    }
    std::vector<float> answer(const gpu::Network& network, const gpu::ImageSize& size, std::size_t images,
                              std::vector<std::int64_t>* shape = nullptr);

    ModelStore m_store;
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
    m_road = *gpu::DeviceRoad::open(**kernels, 0);
}

/** Of two crops, in a batch of so many images. */
std::vector<float> DeviceNetworksTest::answer(const gpu::Network& network, const gpu::ImageSize& size,
                                              std::size_t images, std::vector<std::int64_t>* shape)
{
    const std::vector<gpu::Crop> crops{{&m_page, {150, 100, 1, 0, 250, 60}, size},
                                       {&m_page, {200, 200, 0.8F, 0.6F, 120, 30}, {size.columns / 2, size.rows}}};
    const gpu::NetworkInput input = network.lay(crops, size, images, {});
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
    const gpu::Network device = onDevice(detection, gpu::Answer::whole);
    QVERIFY(device.isOnDevice());
    std::vector<std::int64_t> shape;
    const std::vector<float> there = answer(device, {320, 96}, 3, &shape);
    QCOMPARE(shape, (std::vector<std::int64_t>{3, 1, 96, 320})); // the batch's third image shows nothing
    const std::vector<float> here = answer(onProcessor(detection), {320, 96}, 2);
    QCOMPARE(there.size(), here.size());
    for (std::size_t i = 0; i < here.size(); ++i)
        QVERIFY(std::abs(there[i] - here[i]) < 1e-4F);
}

void DeviceNetworksTest::probabilitiesStayOnTheDevice()
{
    const std::string recognition = model(u"text-recognition"_s);
    std::vector<std::int64_t> shape, whole;
    const std::vector<float> best = answer(onDevice(recognition, gpu::Answer::bestClasses), {256, 48}, 4, &shape);
    const std::vector<float> all = answer(onProcessor(recognition), {256, 48}, 2, &whole);
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
    const std::string direction = model(u"line-direction"_s);
    const gpu::Network device = onDevice(direction, gpu::Answer::whole), processor = onProcessor(direction);
    for (const int images : {2, 5, 2, 9, 5, 2})
        QCOMPARE(answer(device, {192, 48}, std::size_t(images)), answer(processor, {192, 48}, 2));
}

void DeviceNetworksTest::withoutRoomTheProcessorAnswers()
{
    const std::string direction = model(u"line-direction"_s);
    const gpu::Network device = onDevice(direction, gpu::Answer::whole), processor = onProcessor(direction);
    m_road->forget(m_page);
    qputenv("HOST_DEVICE_BYTES", "100000"); // the page has 480,000, an image 110,592
    const std::vector<float> without = answer(device, {192, 48}, 2);
    qunsetenv("HOST_DEVICE_BYTES");
    m_road->forget(m_page);
    QCOMPARE(without, answer(processor, {192, 48}, 2));
}

QTEST_GUILESS_MAIN(DeviceNetworksTest)
#include "device_networks.moc"
