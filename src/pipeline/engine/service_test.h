// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/engine/stage_tools.h"
#include "pipeline/engine/work_pool.h"

/** "Test connection" with settings that are not saved yet: says in one sentence what is there. Engine thread. */
namespace sheaf {

class ServiceTest : public QObject
{
    Q_OBJECT
public:
    explicit ServiceTest(const StageTools& tools, QObject* parent = nullptr);
    ~ServiceTest() override;

    void testReader(const Settings& settings, ReaderRole role);
    /** Converts a page of our own. */
    void testConverter(const Settings& settings);
    void testSink(const QString& sink, const Settings& settings);

    void testSource(const QString& name, const Settings& settings);

Q_SIGNALS:
    void sourceTested(const QString& name, bool ok, const QString& sentence);
    void readerTested(sheaf::ReaderRole role, bool ok, const QString& sentence);
    void converterTested(bool ok, const QString& sentence);
    void sinkTested(const QString& sink, bool ok, const QString& sentence);

private:
    StageTools m_tools;
    std::shared_ptr<Reader> m_reader;
    std::stop_source m_stop;
    std::stop_source m_end; ///< of the sinks' tests, which may run side by side
    WorkPool m_pool{1};
    WorkPool m_sinkPool{2};
};

} // namespace sheaf
