// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/trace.h"

#include "gpu/batch_pool.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

/** A network that needs no time. */
class Nothing : public gpu::Stage
{
public:
    const char* name() const override { return "read lines"; }
    std::size_t largestBatch(int) const override { return 2; }
    std::function<void()> prepare(std::span<gpu::Task* const>) const override { return {}; }
};

gpu::Tasks lines(int count)
{
    gpu::Tasks tasks;
    for (int i = 0; i < count; ++i)
        tasks.push_back(std::make_unique<gpu::Task>());
    return tasks;
}

QVector<QJsonObject> spansOf(const QString& path)
{
    QFile file(path);
    QVector<QJsonObject> spans;
    if (!file.open(QIODevice::ReadOnly))
        return spans;
    const QByteArray text = file.readAll().trimmed();
    for (const QJsonValue& event : QJsonDocument::fromJson(text.chopped(1) + ']').array())
        if (event["ph"_L1] == "X"_L1)
            spans << event.toObject();
    return spans;
}

} // namespace

class TraceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("SHEAF_TRACE", QFile::encodeName(m_place.filePath(u"trace.json"_s))); }
    void cleanup() { qunsetenv("SHEAF_TRACE"); }
    void aPapersStagesFollowEachOther();
    void theNetworksRunsHaveALaneOfTheirOwn();
    void withoutTheVariableNothingIsWritten();

private:
    QTemporaryDir m_place;
};

void TraceTest::aPapersStagesFollowEachOther()
{
    {
        Trace trace;
        trace.begin(7, "convert");
        trace.begin(7, "read");
        trace.end(7);
        trace.end(7); // is at its end already
    }
    const QVector<QJsonObject> spans = spansOf(m_place.filePath(u"trace.json"_s));
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0]["name"_L1].toString(), u"convert"_s);
    QCOMPARE(spans[1]["name"_L1].toString(), u"read"_s);
    QCOMPARE(spans[1]["tid"_L1].toInt(), 7);
    const qint64 end = spans[0]["ts"_L1].toInteger() + spans[0]["dur"_L1].toInteger();
    QVERIFY(spans[1]["ts"_L1].toInteger() >= end);
}

void TraceTest::theNetworksRunsHaveALaneOfTheirOwn()
{
    const Nothing stage;
    {
        Trace trace;
        gpu::BatchPool(1).run(stage, lines(3));
    }
    gpu::BatchPool(1).run(stage, lines(1)); // after its end
    const QVector<QJsonObject> spans = spansOf(m_place.filePath(u"trace.json"_s));
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0]["name"_L1].toString(), u"read lines"_s);
    QCOMPARE(spans[0]["args"_L1]["tasks"_L1].toInt(), 2);
    QCOMPARE(spans[1]["args"_L1]["tasks"_L1].toInt(), 1);
    QCOMPARE(spans[1]["args"_L1]["papers"_L1].toInt(), 1);
    QVERIFY(spans[0]["pid"_L1].toInt() != 1); // no paper's
}

void TraceTest::withoutTheVariableNothingIsWritten()
{
    qunsetenv("SHEAF_TRACE");
    QFile::remove(m_place.filePath(u"trace.json"_s));
    Trace trace;
    trace.begin(1, "read");
    trace.end(1);
    QVERIFY(!QFile::exists(m_place.filePath(u"trace.json"_s)));
}

QTEST_GUILESS_MAIN(TraceTest)
#include "trace.moc"
