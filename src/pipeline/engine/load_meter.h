// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/snapshot.h"
#include "pipeline/engine/work_pool.h"

#include <QElapsedTimer>
#include <QTimer>

/**
 * How busy the machine is with our work, once a second for the strip's sparkline: the GPUs where there are some that
 * NVML tells of, else the processor time of this program and its page workers (/proc). Engine thread; the devices are
 * looked for on another.
 */
namespace sheaf {

class LoadMeter : public QObject
{
    Q_OBJECT
public:
    explicit LoadMeter(QObject* parent = nullptr);
    void describe(StripState& strip) const;

private:
    void sample();
    void sampleProcesses();
    void sampleDevices();

    QTimer m_timer;
    QElapsedTimer m_since;
    double m_processSeconds = 0;
    QVector<int> m_devices; ///< CUDA's numbers of them
    QStringList m_names;    ///< of each
    QString m_deviceName;
    QVector<DeviceReading> m_gpus;
    QVector<float> m_load;
    double m_now = 0;
    qint64 m_memoryUsed = 0, m_memoryTotal = 0;
    WorkPool m_probe{1};
};

} // namespace sheaf
