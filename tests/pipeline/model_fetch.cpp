// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/engine/model_fetch.h"
#include "pipeline/engine/details.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;

/** On a machine without models, whose Python has no pip. */
class ModelFetchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        for (const char* place : {"XDG_DATA_HOME", "XDG_DATA_DIRS"})
            qputenv(place, m_nothing.path().toUtf8());
        qputenv("PATH", m_nothing.path().toUtf8());
        QFile python(m_nothing.filePath(u"python3"_s));
        QVERIFY(python.open(QIODevice::WriteOnly));
        python.write("#!/bin/sh\necho 'No module named pip'\nexit 1\n");
        QVERIFY(python.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }

    void theSetUpSaysWhatScansNeed()
    {
        const auto facts = setupFacts({}, [](SecretName) { return Secret(); });
        const auto scans = std::ranges::find(facts, u"scans"_s, &SetupFact::id);
        QVERIFY(scans != facts.cend());
        QCOMPARE(scans->sign, SetupFact::Optional);
        QCOMPARE(scans->action, u"fetch-models"_s);
        QVERIFY(ModelFetch::isNeeded());
    }

    void aFetchThatCannotBeSaysWhyAndCanBeTriedAgain()
    {
        ModelFetch fetch;
        QSignalSpy finished(&fetch, &ModelFetch::finished);
        for (int i = 1; i <= 2; ++i) {
            fetch.start();
            QVERIFY(fetch.isRunning());
            QTRY_COMPARE(finished.size(), i);
            QVERIFY(!fetch.isRunning());
            const auto failure = finished.last().first().value<std::optional<Failure>>();
            QVERIFY(failure);
            QCOMPARE(failure->code, u"models.no-pip"_s);
        }
    }

    void aFetchEndsWithItsOwner()
    {
        ModelFetch fetch;
        fetch.start();
    }

private:
    QTemporaryDir m_nothing;
};

QTEST_GUILESS_MAIN(ModelFetchTest)
#include "model_fetch.moc"
