// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "acquire/acquirer.h"
#include "net/http_client.h"
#include "servers/file_server.h"
#include "servers/sample_pdf.h"
#include "servers/unpaywall_server.h"
#include "testing/testing.h"

#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>

/** An acquirer between Unpaywall and a repository of files, for tests of what becomes of one paper. */
namespace sheaf::testing {

using namespace Qt::StringLiterals;

inline const QString title = u"Sampling of sensor responses under slow thermal drift"_s;
inline const QString doi = u"10.5555/drift.1"_s;

inline QByteArray thePdf()
{
    return samplePdf({title, u"Ada Lovelace and Emmy Noether"_s});
}

inline QByteArray anotherPdf()
{
    return samplePdf({u"Migration of arctic birds along the northern coast"_s, u"Rachel Carson"_s});
}

inline Paper thePaper()
{
    Paper paper;
    paper.id = 7;
    paper.title = title;
    paper.ids.doi = doi;
    paper.authors = {{u"Lovelace"_s, u"Ada"_s, {}}, {u"Noether"_s, u"Emmy"_s, {}}};
    return paper;
}

class AcquiringFixture
{
protected:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileServer> m_files;
    std::unique_ptr<UnpaywallServer> m_unpaywall;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Acquirer> m_acquirer;
    QStringList m_notes;

    Settings settings() const
    {
        Settings all;
        const auto set = [&](const QString& key, const QString& value) { QVERIFY(all.set(key, value)); };
        set(u"acquire.email"_s, u"reader@example.org"_s);
        set(u"acquire.unpaywall.url"_s, m_unpaywall->http().url().toString());
        set(u"acquire.sources"_s, u"list, unpaywall, arxiv, pages"_s);
        set(u"acquire.arxiv.url"_s, m_files->http().url().toString());
        set(u"acquire.doi.url"_s, m_files->http().url().toString()); // somebody is there
        return all;
    }

    QString documents() const { return m_folder->filePath(u"documents"_s); }
    QStringList documentFiles() const { return QDir(documents()).entryList(QDir::Files); }

    void start(const Settings& all)
    {
        m_acquirer = std::make_unique<Acquirer>(*m_http, Acquirer::Options{documents(), all});
    }

    Result<Acquired> acquire(const Paper& paper, const QString& password = {})
    {
        QEventLoop loop;
        Result<Acquired> outcome;
        m_acquirer->acquire(
            paper, password, [this](const QString& line) { m_notes.append(line); },
            [&](Result<Acquired> result) {
                outcome = std::move(result);
                loop.quit();
            });
        loop.exec();
        return outcome;
    }

    QString codeOf(const Paper& paper)
    {
        const auto result = acquire(paper);
        return result ? u"acquired"_s : result.error().code;
    }

    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()); }();
        return path;
    }

    /** Unpaywall knows one place for the paper: `path`, with these bytes and manners. */
    void publish(const QString& path, const QByteArray& bytes, FileManner manner = FileManner::Good)
    {
        m_unpaywall->add(doi, {{m_files->add(path, bytes, manner)}});
    }

    void begin()
    {
        m_notes.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_files = std::make_unique<FileServer>();
        m_unpaywall = std::make_unique<UnpaywallServer>();
        m_http = std::make_unique<HttpClient>();
        start(settings());
    }
    void end()
    {
        m_acquirer.reset();
        m_http.reset();
    }
};

} // namespace sheaf::testing
