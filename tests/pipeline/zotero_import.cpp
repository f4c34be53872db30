// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/import/import.h"
#include "servers/sample_pdf.h"
#include "servers/zotero_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** A Zotero library as a list. */
class ZoteroImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void collectionsAreATree();
    void aCollectionIsAListWithItsFilesInPlace();
    void aWholeLibraryOnTheWebIsReadByKey();
    void whatIsWrongIsTold();
};

namespace {

ZoteroAccess accessTo(const ZoteroServer& server, const QString& key = {})
{
    return {server.url(), server.url(), {}, Secret(key)};
}

QString addPaper(ZoteroServer& server, int number, const QJsonArray& collections = {})
{
    return server.edit({}, {{u"itemType"_s, u"journalArticle"_s},
                            {u"title"_s, u"On the number %1"_s.arg(number)},
                            {u"DOI"_s, u"10.1000/paper.%1"_s.arg(number)},
                            {u"date"_s, u"2019-05-01"_s},
                            {u"creators"_s, QJsonArray{QJsonObject{{u"creatorType"_s, u"author"_s},
                                                                   {u"lastName"_s, u"Walt"_s},
                                                                   {u"firstName"_s, u"S."_s}}}},
                            {u"collections"_s, collections}});
}

} // namespace

void ZoteroImport::collectionsAreATree()
{
    ZoteroServer server;
    const QString thesis = server.addCollection(u"Thesis"_s), early = server.addCollection(u"Early"_s);
    const QString chapter = server.addCollection(u"Chapter 1"_s, thesis);
    const auto shelves = zoteroShelves(accessTo(server), {});
    QVERIFY(shelves.has_value());
    QVERIFY(shelves->isLocal);
    QStringList names, links, parents;
    for (const ZoteroCollection& one : shelves->collections) {
        names.append(one.name);
        links.append(one.link);
        parents.append(one.parent);
    }
    const QString library = u"zotero://select/library"_s;
    QCOMPARE(names, (QStringList{u"My Library"_s, u"Early"_s, u"Thesis"_s, u"Chapter 1"_s}));
    QCOMPARE(links, (QStringList{library, library + u"/collections/"_s + early, library + u"/collections/"_s + thesis,
                                 library + u"/collections/"_s + chapter}));
    QCOMPARE(parents, (QStringList{{}, library, library, library + u"/collections/"_s + thesis}));
}

void ZoteroImport::aCollectionIsAListWithItsFilesInPlace()
{
    ZoteroServer server;
    const QTemporaryDir folder;
    const QString collection = server.addCollection(u"Thesis"_s);
    const QString first = addPaper(server, 1, {collection});
    addPaper(server, 2);
    const QString pdf = folder.filePath(u"Walt 2019.pdf"_s);
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(samplePdf({u"On the number 1"_s}));
    file.close();
    const QString attachment = server.edit({}, {{u"itemType"_s, u"attachment"_s},
                                                {u"linkMode"_s, u"imported_file"_s},
                                                {u"contentType"_s, u"application/pdf"_s},
                                                {u"parentItem"_s, first}});
    server.keepAt(attachment, pdf);
    server.edit({}, {{u"itemType"_s, u"note"_s}, {u"parentItem"_s, first}, {u"note"_s, u"<p>mine</p>"_s}});
    const ImportPlan plan = importNow({u"zotero://select/library/collections/"_s + collection}, {}, accessTo(server));
    QCOMPARE(plan.papers.size(), 1);
    QCOMPARE(plan.papers[0].ids.doi, u"10.1000/paper.1"_s);
    QCOMPARE(plan.papers[0].year, 2019);
    QCOMPARE(plan.papers[0].zoteroKey, first);
    QCOMPARE(plan.papers[0].files, QStringList{pdf});
    QCOMPARE(plan.sources[0].name, u"Thesis"_s);
    QCOMPARE(plan.sources[0].format, u"Zotero"_s);
    QCOMPARE(plan.warnings.size(), 0);
}

void ZoteroImport::aWholeLibraryOnTheWebIsReadByKey()
{
    ZoteroServer server;
    for (int i = 1; i <= 230; ++i)
        addPaper(server, i);
    ZoteroAccess access = accessTo(server, u"web-key"_s);
    access.local = QUrl(u"http://127.0.0.1:1"_s); // nobody is there
    const ImportPlan plan = importNow({u"zotero://select/library"_s}, {}, access);
    QCOMPARE(plan.papers.size(), 230);
    QVERIFY(plan.papers[0].files.isEmpty());
}

void ZoteroImport::whatIsWrongIsTold()
{
    ZoteroServer server;
    const auto failureOf = [](const ZoteroAccess& access, const QString& link) {
        const ImportPlan plan = importNow({link}, {}, access);
        return plan.sources.value(0).failure.value_or(Failure());
    };
    ZoteroAccess closed = accessTo(server);
    closed.local = QUrl(u"http://127.0.0.1:1"_s);
    QCOMPARE(failureOf(closed, u"zotero://select/library"_s).code, u"zotero.service"_s);
    server.behave({.localReads = false});
    QCOMPARE(failureOf(accessTo(server), u"zotero://select/library"_s).code, u"zotero.settings"_s);
    server.behave({});
    QCOMPARE(failureOf(accessTo(server), u"zotero://select/library/collections/ABCDEFGH"_s).code, u"zotero.settings"_s);
}

QTEST_GUILESS_MAIN(ZoteroImport)
#include "zotero_import.moc"
