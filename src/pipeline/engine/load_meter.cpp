// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/load_meter.h"

#include "gpu/device_probe.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QThread>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sheaf {

namespace {

constexpr int Samples = 60;

struct ProcessUse
{
    double seconds = 0;
    qint64 residentBytes = 0;
};

QByteArray readProc(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** proc(5): fields 14 to 17 are the ticks of the process and of its children that have ended, 24 the resident pages. */
ProcessUse useOf(const QByteArray& pid)
{
    const QByteArray stat = readProc(u"/proc/%1/stat"_s.arg(QString::fromLatin1(pid)));
    const QList<QByteArray> fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from field 3 on
    if (fields.size() < 22)
        return {};
    ProcessUse use;
    for (int field = 14; field <= 17; ++field)
        use.seconds += fields[field - 3].toDouble() / double(sysconf(_SC_CLK_TCK));
    use.residentBytes = fields[24 - 3].toLongLong() * sysconf(_SC_PAGESIZE);
    return use;
}

QList<QByteArray> ownChildren()
{
    QList<QByteArray> pids;
    for (const QString& thread : QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        pids += readProc(u"/proc/self/task/%1/children"_s.arg(thread)).split(' ');
    pids.removeAll(QByteArray());
    return pids;
}

/** "NVIDIA RTX 4070 · CUDA 13", "2 × NVIDIA H100 + NVIDIA L4 · CUDA 13". */
QString labelOf(const QStringList& names, int cudaVersion)
{
    QStringList kinds;
    for (const QString& name : QSet(names.cbegin(), names.cend())) {
        const qsizetype count = names.count(name);
        kinds << (count > 1 ? u"%1 × %2"_s.arg(count).arg(name) : name);
    }
    kinds.sort();
    return kinds.join(u" + "_s) + (cudaVersion > 0 ? u" · CUDA %1"_s.arg(cudaVersion / 1000) : QString());
}

} // namespace

LoadMeter::LoadMeter(QObject* parent)
    : QObject(parent),
      m_deviceName(QCoreApplication::translate("pipeline", "CPU, %n threads", nullptr, QThread::idealThreadCount()))
{
    m_processSeconds = useOf("self").seconds;
    m_since.start();
    connect(&m_timer, &QTimer::timeout, this, &LoadMeter::sample);
    m_timer.start(1000);
    m_probe.run([] { return gpu::probe(); },
                [this](const gpu::Probe& probe) {
                    if (probe.devices.empty())
                        return;
                    for (const gpu::Device& device : probe.devices) {
                        m_devices << device.index;
                        m_names << QString::fromStdString(device.name);
                    }
                    m_deviceName = labelOf(m_names, probe.cudaVersion);
                    sampleDevices();
                });
}

void LoadMeter::sample()
{
    sampleDevices();
    if (m_gpus.isEmpty())
        sampleProcesses();
    m_load.append(float(m_now));
    if (m_load.size() > Samples)
        m_load.removeFirst();
}

void LoadMeter::sampleDevices()
{
    m_gpus.clear();
    for (qsizetype i = 0; i < m_devices.size(); ++i)
        if (const auto use = gpu::use(m_devices[i]))
            m_gpus.append({m_names[i], use->utilisation, qint64(use->memoryUsedBytes), qint64(use->memoryTotalBytes),
                           use->temperatureC});
    if (m_gpus.isEmpty())
        return;
    m_now = 0;
    m_memoryUsed = m_memoryTotal = 0;
    for (const DeviceReading& gpu : std::as_const(m_gpus)) {
        m_now += gpu.load / double(m_gpus.size());
        m_memoryUsed += gpu.memoryUsed;
        m_memoryTotal += gpu.memoryTotal;
    }
}

void LoadMeter::sampleProcesses()
{
    const double elapsed = double(m_since.restart()) / 1000;
    ProcessUse sum = useOf("self");
    for (const QByteArray& child : ownChildren()) {
        const ProcessUse use = useOf(child);
        sum.seconds += use.seconds;
        sum.residentBytes += use.residentBytes;
    }
    const double spent = sum.seconds - std::exchange(m_processSeconds, sum.seconds);
    m_now = elapsed > 0 ? std::clamp(spent / elapsed / QThread::idealThreadCount(), 0.0, 1.0) : 0;
    m_memoryUsed = sum.residentBytes;
    m_memoryTotal = qint64(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
}

void LoadMeter::describe(StripState& strip) const
{
    strip.gpus = m_gpus;
    strip.deviceName = m_deviceName;
    strip.load = m_load;
    strip.loadNow = m_now;
    strip.memoryUsed = m_memoryUsed;
    strip.memoryTotal = m_memoryTotal;
}

} // namespace sheaf
