// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/openai/openai_reader.h"
#include "reading.h"
#include "testing/testing.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace sheaf;
using namespace sheaf::testing;
using namespace Qt::StringLiterals;

/**
 * A real OpenAI-compatible server, where SHEAF_TEST_SERVER names one ("http://127.0.0.1:8080/v1"), reads a real paper.
 * SHEAF_TEST_PAPERS says how many; the answers are printed. What a small model says may be wrong; its form may not.
 */
class RealServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealModelsAnswersHaveTheirForm()
    {
        const QString server = qEnvironmentVariable("SHEAF_TEST_SERVER");
        if (server.isEmpty())
            QSKIP("SHEAF_TEST_SERVER names no server");
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        Settings settings;
        settings.set(u"read.kind"_s, u"openai"_s).value();
        settings.set(u"read.url"_s, server).value();
        settings.set(u"read.deadline.seconds"_s, u"1800"_s).value();
        HttpClient http;
        const auto reader = std::move(OpenAiReader::make({settings, secretFromEnvironment, {}}, http, {}).value());
        const QDir folder(sharedFile(u"data/jats"_s));
        const QStringList names = folder.entryList({u"*.gt.md"_s});
        for (int i = 0; i < std::max(1, qEnvironmentVariableIntValue("SHEAF_TEST_PAPERS")); ++i)
            read(*reader, folder.filePath(names.at(i)));
    }

private:
    static void read(Reader& reader, const QString& path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        ReadRequest request{.id = u"real"_s, .markdown = QString::fromUtf8(file.readAll())};
        request.pageMarks = {{0, 1}, {int(request.markdown.size() / 2), 2}};
        request.columns = defaultColumns();
        QElapsedTimer clock;
        clock.start();
        std::optional<QVector<ReadOutcome>> outcomes;
        const std::unique_ptr<ReadCall> call(reader.start(u"call1"_s, {request}, ReadMode::Single));
        connect(call.get(), &ReadCall::finished, call.get(),
                [&](const QVector<ReadOutcome>& ended) { outcomes = ended; });
        QVERIFY(QTest::qWaitFor([&] { return outcomes.has_value(); }, 1800 * 1000));
        const ReadOutcome& outcome = outcomes->first();
        qInfo("%s: %lld s, %lld tokens in, %lld out, %s; %s", qPrintable(QFileInfo(path).fileName()),
              clock.elapsed() / 1000, outcome.usage.inputTokens, outcome.usage.outputTokens, qPrintable(outcome.model),
              qPrintable(outcome.warning));
        QVERIFY2(outcome.record,
                 outcome.record ? "" : qPrintable(outcome.record.error().code + u' ' + outcome.record.error().detail));
        for (const Cell& cell : *outcome.record) {
            qInfo().noquote() << cell.column
                              << QJsonDocument(QJsonArray{cell.value}).toJson(QJsonDocument::Compact).left(200);
            for (const Quote& quote : cell.quotes)
                qInfo().noquote() << "   p." << quote.claimedPage << quote.text.left(120)
                                  << (request.markdown.simplified().contains(quote.text.simplified()) ? "VERBATIM"
                                                                                                      : "not found");
        }
    }
};

QTEST_GUILESS_MAIN(RealServer)
#include "real_server.moc"
