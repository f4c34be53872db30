// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"
#include "net/http_client.h"
#include "servers/file_server.h"
#include "servers/sample_pdf.h"
#include "testing/testing.h"

#include <QEventLoop>
#include <QTemporaryDir>

/** An acquirer with a repository of files, for tests of single sources. */
namespace sheaf::testing {

struct AcquireRig
{
    QTemporaryDir folder;
    FileServer files;
    HttpClient http;
    Settings settings;
    std::unique_ptr<Acquirer> acquirer;
    QStringList notes;
    QByteArray key = "catalogue-key";

    const QString title = QStringLiteral("Sampling of sensor responses under slow thermal drift");
    const QString doi = QStringLiteral("10.5555/drift.1");

    QByteArray thePdf() const { return samplePdf({title, QStringLiteral("Ada Lovelace and Emmy Noether")}); }
    QByteArray anotherPdf() const
    {
        return samplePdf(
            {QStringLiteral("Migration of arctic birds along the northern coast"), QStringLiteral("Rachel Carson")});
    }

    Paper paper() const
    {
        Paper one;
        one.id = 7;
        one.title = title;
        one.ids.doi = doi;
        one.authors = {{QStringLiteral("Lovelace"), QStringLiteral("Ada"), {}},
                       {QStringLiteral("Noether"), QStringLiteral("Emmy"), {}}};
        return one;
    }

    void set(const char* name, const QString& value) { QVERIFY(settings.set(QString::fromLatin1(name), value)); }
    /** Made at the first acquire(): settings first. */
    Result<Acquired> acquire(const Paper& one)
    {
        if (!acquirer) {
            Acquirer::Options options{folder.filePath(QStringLiteral("documents")), settings};
            options.jobs = {std::chrono::milliseconds(10), std::chrono::milliseconds(20)};
            options.secrets = [this](SecretName) { return Secret(QString::fromLatin1(key)); };
            acquirer = std::make_unique<Acquirer>(http, options);
        }
        QEventLoop loop;
        Result<Acquired> outcome;
        acquirer->acquire(
            one, {}, [this](const QString& line) { notes.append(line); },
            [&](Result<Acquired> result) {
                outcome = std::move(result);
                loop.quit();
            });
        loop.exec();
        return outcome;
    }
    Result<Acquired> acquire() { return acquire(paper()); }
    QString outcomeOf(const Paper& one)
    {
        const auto result = acquire(one);
        return result ? result->provenance : result.error().code;
    }
    QString outcome() { return outcomeOf(paper()); }
    QStringList documents() const { return QDir(folder.filePath(QStringLiteral("documents"))).entryList(QDir::Files); }
};

} // namespace sheaf::testing
