// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/load_meter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

StripState stripOf(const LoadMeter& meter)
{
    StripState strip;
    meter.describe(strip);
    return strip;
}

} // namespace

/** Runs with stand-ins for the driver's libraries, which have as many devices as FAKE_CUDA_DEVICES says; each case is a
 * run of its own, as the libraries are opened once a process. */
class LoadMeterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoDevicesAreReadAndSummedUp();
    void withoutADeviceTheProcessorIsMeasured();
};

void LoadMeterTest::twoDevicesAreReadAndSummedUp()
{
    if (qEnvironmentVariableIntValue("FAKE_CUDA_DEVICES") != 2)
        QSKIP("another run has two devices");
    const LoadMeter meter;
    QTRY_COMPARE(stripOf(meter).gpus.size(), 2);
    const StripState strip = stripOf(meter);
    QCOMPARE(strip.deviceName, u"Fake GPU 0 + Fake GPU 1 · CUDA 13"_s);
    QCOMPARE(strip.gpus[0].name, u"Fake GPU 0"_s);
    QCOMPARE(strip.gpus[0].load, 0.87);
    QCOMPARE(strip.gpus[0].temperatureC, 61);
    QCOMPARE(strip.gpus[1].load, 0.03);
    QCOMPARE(strip.gpus[1].memoryUsed, qint64(1) << 30);
    QCOMPARE(strip.gpus[1].temperatureC, 0);
    QCOMPARE(strip.loadNow, 0.45);
    QCOMPARE(strip.memoryUsed, qint64(6) << 30);
    QCOMPARE(strip.memoryTotal, qint64(48) << 30);
    QTRY_VERIFY(!stripOf(meter).load.isEmpty());
    QCOMPARE(stripOf(meter).load.first(), 0.45F);
}

void LoadMeterTest::withoutADeviceTheProcessorIsMeasured()
{
    if (qEnvironmentVariableIntValue("FAKE_CUDA_DEVICES") != 0)
        QSKIP("another run has none");
    const LoadMeter meter;
    QTRY_VERIFY(!stripOf(meter).load.isEmpty());
    const StripState strip = stripOf(meter);
    QVERIFY(strip.gpus.isEmpty());
    QVERIFY(strip.deviceName.startsWith("CPU"_L1));
    QVERIFY(strip.loadNow >= 0 && strip.loadNow <= 1);
    QVERIFY(strip.memoryUsed > 0 && strip.memoryUsed < strip.memoryTotal);
}

QTEST_GUILESS_MAIN(LoadMeterTest)
#include "load_meter.moc"
