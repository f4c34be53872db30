// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/sample_pdf.h"
#include "servers/zotero_server.h"
#include "sinks/result_rows.h"
#include "testing/testing.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** The Zotero sink against a library on a real socket. */
class ZoteroTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPaperBecomesAnItemWithItsAnswers();
    void twiceWrittenIsThereOnce();
    void anItemOfTheUsersIsFoundAndLeftAsItIs_data();
    void anItemOfTheUsersIsFoundAndLeftAsItIs();
    void whatTheUserChangesInBetweenStays();
    void newAnswersReplaceTheNote();
    void newAnswersLeaveANoteThatSomebodyWroteIn();
    void whatTheUserDeletedIsNotMadeAgain();
    void thePdfIsAttachedWhereThereIsNone();
    void quotesAreHighlightedWhereTheyStand();
    void aPdfOfOtherBytesIsNotHighlighted();
    void tooManyRequestsAreWaitedFor();
    void aWriteBySomebodyElseIsLookedAtAgain();
    void aLostReplyDoublesNothing();
    void aLibraryOfManyPagesIsReadWhole();
    void everyKindOfWorkHasFieldsThatZoteroTakes();
    void aRefusedKeyAndOneThatMayNotWriteAreTold();
    void aFullStorageKeepsTheAnswers();
    void theProgramOnThisComputerIsWrittenTo();
    void theLeaveOfTheProgramOnThisComputerIsKept();
    void anOlderProgramTakesWhatItLacks();
    void theTestSaysWhatIsThere();
    void pyzoteroReadsWhatWasWritten();

private:
    Delivered written(ServiceSink& sink, const SinkRecord& record) const;
    SinkRecord withPdf(int number) const;

    QTemporaryDir m_folder;
};

namespace {

Settings settingsFor(const ZoteroServer& server, const QHash<QString, QString>& more = {})
{
    Settings settings;
    bool ok = settings.set(u"zotero.url"_s, server.url().toString()).has_value() &&
              settings.set(u"zotero.local.url"_s, server.url().toString()).has_value();
    for (auto it = more.cbegin(); it != more.cend(); ++it)
        ok = settings.set(it.key(), *it).has_value() && ok;
    Q_ASSERT(ok);
    return settings;
}

std::shared_ptr<ServiceSink> sinkOf(const ZoteroServer& server, const QHash<QString, QString>& more = {},
                                    const QString& key = u"web-key"_s)
{
    return makeServiceSink(u"zotero"_s, settingsFor(server, more),
                           [key](SecretName name) { return name == SecretName::ZoteroKey ? Secret(key) : Secret(); })
        .value_or(nullptr);
}

QStringList tagsOf(const QJsonObject& data)
{
    QStringList names;
    const QJsonArray tags = data["tags"_L1].toArray();
    for (const QJsonValue& tag : tags)
        names.append(tag["tag"_L1].toString());
    return names;
}

SinkRecord answeredOtherwise(int number)
{
    SinkRecord record = someRecord(number);
    record.row.record[0].value = u"It fails"_s;
    return record;
}

} // namespace

Delivered ZoteroTest::written(ServiceSink& sink, const SinkRecord& record) const
{
    const auto outcomes = sink.write({record}, someColumns(), {});
    if (!outcomes.first())
        qWarning() << outcomes.first().error().code << outcomes.first().error().message
                   << outcomes.first().error().detail;
    return outcomes.first().value_or(Delivered());
}

SinkRecord ZoteroTest::withPdf(int number) const
{
    SinkRecord record = someRecord(number);
    record.filePath = m_folder.filePath(u"%1.pdf"_s.arg(number));
    QFile file(record.filePath);
    if (file.open(QIODevice::WriteOnly))
        file.write(samplePdf({u"On the number %1"_s.arg(number)}));
    return record;
}

void ZoteroTest::aPaperBecomesAnItemWithItsAnswers()
{
    ZoteroServer server;
    const QString collection = server.addCollection(u"Thesis"_s);
    const auto sink = sinkOf(server, {{u"zotero.collection"_s, collection}, {u"zotero.tags"_s, u"sheaf, to check"_s}});
    const Delivered delivered = written(*sink, someRecord(1));
    const QJsonObject item = server.object(delivered.remoteId);
    QCOMPARE(item["itemType"_L1].toString(), u"journalArticle"_s);
    QCOMPARE(item["DOI"_L1].toString(), u"10.1000/paper.1"_s);
    QCOMPARE(item["creators"_L1][0]["lastName"_L1].toString(), u"van der Walt"_s);
    QCOMPARE(item["creators"_L1][1]["name"_L1].toString(), u"CERN"_s);
    QCOMPARE(item["collections"_L1].toArray(), QJsonArray{collection});
    QCOMPARE(tagsOf(item), (QStringList{u"sheaf"_s, u"to check"_s}));
    const auto notes = server.objects(u"note"_s);
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes[0]["parentItem"_L1].toString(), delivered.remoteId);
    const QString note = notes[0]["note"_L1].toString();
    QVERIFY(note.contains(u"It works &lt;b&gt;well&lt;/b&gt;"_s)); // a reader's answer is no mark-up
    QVERIFY(note.contains(u"It works well”"_s));
    QVERIFY(!note.contains(u"never printed"_s));
    QVERIFY(delivered.note.contains(u"Zotero"_s));
}

void ZoteroTest::twiceWrittenIsThereOnce()
{
    ZoteroServer server;
    QVector<SinkRecord> records;
    for (int i = 1; i <= 60; ++i)
        records.append(withPdf(i));
    const auto first = sinkOf(server)->write(records.mid(0, 50), someColumns(), {});
    const auto more = sinkOf(server)->write(records.mid(50), someColumns(), {});
    const auto before = server.objects();
    QCOMPARE(before.size(), 60 * 4); // item, note, PDF, highlight
    // With what was kept of the first time, and by somebody who knows nothing of it.
    for (int i = 0; i < 50; ++i) {
        QVERIFY(first[i].has_value());
        records[i].memo = first[i]->memo;
        records[i].row.zoteroKey = first[i]->remoteId;
    }
    const auto second = sinkOf(server)->write(records.mid(0, 50), someColumns(), {});
    sinkOf(server)->write(records.mid(50), someColumns(), {});
    QCOMPARE(second[7]->remoteId, first[7]->remoteId);
    QVERIFY(second[7]->note.isEmpty()); // nothing was changed
    QCOMPARE(server.objects(), before);
}

void ZoteroTest::anItemOfTheUsersIsFoundAndLeftAsItIs_data()
{
    QTest::addColumn<QJsonObject>("identity");
    QTest::newRow("DOI") << QJsonObject{{u"DOI"_s, u"https://doi.org/10.1000/PAPER.1"_s}, {u"title"_s, u"Mine"_s}};
    QTest::newRow("DOI in extra") << QJsonObject{{u"itemType"_s, u"report"_s},
                                                 {u"extra"_s, u"x\nDOI: 10.1000/paper.1"_s}};
    QTest::newRow("title") << QJsonObject{{u"title"_s, u"On the Number 1: and more"_s}, {u"date"_s, u"May 2019"_s}};
}

void ZoteroTest::anItemOfTheUsersIsFoundAndLeftAsItIs()
{
    QFETCH(QJsonObject, identity);
    ZoteroServer server;
    QJsonObject mine{{u"itemType"_s, u"journalArticle"_s},
                     {u"abstractNote"_s, u"My abstract"_s},
                     {u"tags"_s, QJsonArray{QJsonObject{{u"tag"_s, u"mine"_s}}}},
                     {u"collections"_s, QJsonArray()}};
    for (auto it = identity.begin(); it != identity.end(); ++it)
        mine.insert(it.key(), *it);
    const QString key = server.edit({}, mine);
    QJsonObject expected = server.object(key);
    SinkRecord record = someRecord(1);
    record.row.paper.title = u"On the number 1: and more"_s;
    QCOMPARE(written(*sinkOf(server), record).remoteId, key);
    QJsonObject now = server.object(key);
    QCOMPARE(tagsOf(now), (QStringList{u"mine"_s, u"sheaf"_s}));
    for (const QString& field : {u"tags"_s, u"version"_s}) {
        now.remove(field);
        expected.remove(field);
    }
    QCOMPARE(now, expected);
    QCOMPARE(server.objects(u"note"_s).size(), 1);
}

void ZoteroTest::whatTheUserChangesInBetweenStays()
{
    ZoteroServer server;
    SinkRecord record = someRecord(1);
    const Delivered first = written(*sinkOf(server), record);
    record.memo = first.memo;
    record.row.zoteroKey = first.remoteId;
    const QString note = server.objects(u"note"_s)[0]["key"_L1].toString();
    server.edit(first.remoteId, {{u"title"_s, u"Corrected"_s}, {u"DOI"_s, u""_s}, {u"abstractNote"_s, u"Mine"_s}});
    server.edit(note, {{u"note"_s, u"<p>I do not agree.</p>"_s}});
    const auto before = server.objects();
    QCOMPARE(written(*sinkOf(server), record).remoteId, first.remoteId);
    QCOMPARE(server.objects(), before);
}

void ZoteroTest::newAnswersReplaceTheNote()
{
    ZoteroServer server;
    const Delivered first = written(*sinkOf(server), someRecord(1));
    SinkRecord record = answeredOtherwise(1);
    record.memo = first.memo;
    record.row.zoteroKey = first.remoteId;
    written(*sinkOf(server), record);
    const auto notes = server.objects(u"note"_s);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes[0]["note"_L1].toString().contains(u"It fails"_s));
}

void ZoteroTest::newAnswersLeaveANoteThatSomebodyWroteIn()
{
    ZoteroServer server;
    const Delivered first = written(*sinkOf(server), someRecord(1));
    const QString note = server.objects(u"note"_s)[0]["key"_L1].toString();
    server.edit(note, {{u"note"_s, server.object(note)["note"_L1].toString() + u"<p>My remark</p>"_s}});
    SinkRecord record = answeredOtherwise(1);
    record.memo = first.memo;
    record.row.zoteroKey = first.remoteId;
    const Delivered second = written(*sinkOf(server), record);
    QCOMPARE(server.objects(u"note"_s).size(), 2);
    QVERIFY(server.object(note)["note"_L1].toString().contains(u"My remark"_s));
    record.memo = second.memo;
    written(*sinkOf(server), record);
    QCOMPARE(server.objects(u"note"_s).size(), 2); // and not one more each time
}

void ZoteroTest::whatTheUserDeletedIsNotMadeAgain()
{
    ZoteroServer server;
    SinkRecord record = withPdf(1);
    const Delivered first = written(*sinkOf(server), record);
    record.memo = first.memo;
    for (const QString& kind : {u"note"_s, u"attachment"_s})
        server.erase(server.objects(kind)[0]["key"_L1].toString());
    written(*sinkOf(server), record);
    QCOMPARE(server.objects().size(), 1);
    server.edit(first.remoteId, {{u"deleted"_s, 1}});
    const auto outcomes = sinkOf(server)->write({record}, someColumns(), {});
    QCOMPARE(outcomes[0].error().code, u"zotero.refused"_s);
    QCOMPARE(server.objects().size(), 1);
}

void ZoteroTest::thePdfIsAttachedWhereThereIsNone()
{
    ZoteroServer server;
    SinkRecord record = withPdf(1);
    const Delivered delivered = written(*sinkOf(server), record);
    const auto attachments = server.objects(u"attachment"_s);
    QCOMPARE(attachments.size(), 1);
    QCOMPARE(attachments[0]["parentItem"_L1].toString(), delivered.remoteId);
    QCOMPARE(server.file(attachments[0]["key"_L1].toString()), samplePdf({u"On the number 1"_s}));
    QCOMPARE(attachments[0]["filename"_L1].toString(), u"van der Walt 2019 On the number 1 and & more.pdf"_s);
    QVERIFY(server.objects(u"note"_s)[0]["note"_L1].toString().contains(
        u"zotero://open-pdf/library/items/%1?page=2"_s.arg(attachments[0]["key"_L1].toString())));

    const QString mine = server.edit({}, {{u"itemType"_s, u"journalArticle"_s}, {u"DOI"_s, u"10.1000/paper.2"_s}});
    server.edit({}, {{u"itemType"_s, u"attachment"_s},
                     {u"parentItem"_s, mine},
                     {u"linkMode"_s, u"linked_file"_s},
                     {u"contentType"_s, u"application/pdf"_s},
                     {u"path"_s, u"/elsewhere.pdf"_s}});
    written(*sinkOf(server), withPdf(2));
    QCOMPARE(server.objects(u"attachment"_s).size(), 2);
    written(*sinkOf(server, {{u"zotero.attach"_s, u"false"_s}}), withPdf(3));
    QCOMPARE(server.objects(u"attachment"_s).size(), 2);
}

void ZoteroTest::quotesAreHighlightedWhereTheyStand()
{
    ZoteroServer server;
    written(*sinkOf(server), withPdf(1));
    const auto highlights = server.objects(u"annotation"_s);
    QCOMPARE(highlights.size(), 1);
    QCOMPARE(highlights[0]["annotationText"_L1].toString(), u"It works well"_s);
    QCOMPARE(highlights[0]["annotationPageLabel"_L1].toString(), u"2"_s);
    QCOMPARE(highlights[0]["annotationComment"_L1].toString(), u"Finding"_s);
    const QJsonObject position =
        QJsonDocument::fromJson(highlights[0]["annotationPosition"_L1].toString().toUtf8()).object();
    QCOMPARE(position["pageIndex"_L1].toInt(), 1);
    QCOMPARE(position["rects"_L1][0].toArray(), (QJsonArray{100, 780, 300, 792})); // from the lower left corner
}

void ZoteroTest::aPdfOfOtherBytesIsNotHighlighted()
{
    ZoteroServer server;
    const QString mine = server.edit({}, {{u"itemType"_s, u"journalArticle"_s}, {u"DOI"_s, u"10.1000/paper.1"_s}});
    server.edit({}, {{u"itemType"_s, u"attachment"_s},
                     {u"parentItem"_s, mine},
                     {u"linkMode"_s, u"imported_file"_s},
                     {u"contentType"_s, u"application/pdf"_s},
                     {u"md5"_s, u"0123456789abcdef0123456789abcdef"_s}});
    written(*sinkOf(server), withPdf(1));
    QCOMPARE(server.objects(u"annotation"_s).size(), 0);
    QCOMPARE(server.objects(u"attachment"_s).size(), 1);
}

void ZoteroTest::tooManyRequestsAreWaitedFor()
{
    ZoteroServer server;
    server.behave({.tooMany = 2, .retryAfter = 1, .backoff = 0});
    const auto sink = sinkOf(server);
    QVERIFY(!written(*sink, someRecord(1)).remoteId.isEmpty());
    const auto requests = server.http().requests();
    QVERIFY(requests[1].at - requests[0].at >= 900);
    server.behave({.backoff = 1});
    server.http().forgetRequests();
    QVERIFY(!written(*sink, someRecord(2)).remoteId.isEmpty());
    const auto slow = server.http().requests();
    for (qsizetype i = 1; i < slow.size(); ++i)
        QVERIFY(slow[i].at - slow[i - 1].at >= 900);
}

void ZoteroTest::aWriteBySomebodyElseIsLookedAtAgain()
{
    ZoteroServer server;
    const QString mine = server.edit({}, {{u"itemType"_s, u"journalArticle"_s}, {u"DOI"_s, u"10.1000/paper.1"_s}});
    server.behave({.raceWrites = 1});
    QCOMPARE(written(*sinkOf(server), someRecord(1)).remoteId, mine);
    QCOMPARE(tagsOf(server.object(mine)), QStringList{u"sheaf"_s});
    QCOMPARE(server.objects(u"note"_s).size(), 1);
}

void ZoteroTest::aLostReplyDoublesNothing()
{
    for (int lost = 1; lost <= 6; ++lost) {
        ZoteroServer server;
        server.behave({.loseWrites = lost});
        const auto sink = sinkOf(server);
        SinkRecord record = withPdf(1);
        for (int i = 0; i < 8 && server.objects(u"annotation"_s).isEmpty(); ++i)
            sink->write({record}, someColumns(), {});
        QCOMPARE(server.objects().size(), 4);
        QVERIFY(!written(*sink, record).remoteId.isEmpty());
        QCOMPARE(server.objects().size(), 4);
    }
}

void ZoteroTest::aLibraryOfManyPagesIsReadWhole()
{
    ZoteroServer server;
    for (int i = 0; i < 130; ++i)
        server.edit({}, {{u"itemType"_s, u"journalArticle"_s}, {u"DOI"_s, u"10.1000/paper.%1"_s.arg(i)}});
    server.behave({.pageSize = 40});
    QVERIFY(!written(*sinkOf(server), someRecord(129)).remoteId.isEmpty());
    QCOMPARE(server.objects(u"journalArticle"_s).size(), 130);
}

void ZoteroTest::everyKindOfWorkHasFieldsThatZoteroTakes()
{
    ZoteroServer server;
    const QStringList kinds{u"article-journal"_s, u"paper-conference"_s, u"article"_s, u"book"_s,   u"chapter"_s,
                            u"thesis"_s,          u"report"_s,           u"webpage"_s, u"motion"_s, u""_s};
    QVector<SinkRecord> records;
    for (int i = 0; i < int(kinds.size()); ++i) {
        SinkRecord record = someRecord(i + 1);
        record.row.paper.type = kinds[i];
        record.row.paper.publisher = u"Somebody"_s;
        record.row.paper.volume = u"3"_s;
        record.row.paper.issue = u"2"_s;
        record.row.paper.pages = u"1–9"_s;
        record.row.paper.ids.pmid = u"123%1"_s.arg(i);
        records.append(record);
    }
    const auto outcomes = sinkOf(server)->write(records, someColumns(), {});
    for (int i = 0; i < int(kinds.size()); ++i)
        QVERIFY2(outcomes[i].has_value(),
                 qPrintable(kinds[i] + (outcomes[i] ? QString() : outcomes[i].error().detail)));
    const auto again = sinkOf(server)->write(records, someColumns(), {});
    for (int i = 0; i < int(kinds.size()); ++i)
        QCOMPARE(again[i]->remoteId, outcomes[i]->remoteId);
}

void ZoteroTest::aRefusedKeyAndOneThatMayNotWriteAreTold()
{
    ZoteroServer server;
    QCOMPARE(sinkOf(server, {}, u"wrong"_s)->write({someRecord(1)}, someColumns(), {})[0].error().code,
             u"zotero.key"_s);
    server.behave({.mayWrite = false});
    QCOMPARE(sinkOf(server)->write({someRecord(1)}, someColumns(), {})[0].error().code, u"zotero.key"_s);
    QCOMPARE(makeServiceSink(u"zotero"_s, {}, [](SecretName) { return Secret(); }).error().code, u"zotero.key"_s);
    server.http().goDown();
    QCOMPARE(sinkOf(server)->write({someRecord(1)}, someColumns(), {})[0].error().code, u"net.unreachable"_s);
}

void ZoteroTest::aFullStorageKeepsTheAnswers()
{
    ZoteroServer server;
    server.behave({.quotaFull = true});
    const Delivered delivered = written(*sinkOf(server), withPdf(1));
    QVERIFY(!delivered.remoteId.isEmpty());
    QVERIFY(delivered.note.contains(u"space"_s));
    QCOMPARE(server.objects(u"note"_s).size(), 1);
}

void ZoteroTest::theProgramOnThisComputerIsWrittenTo()
{
    ZoteroServer server;
    const auto sink = sinkOf(server, {{u"zotero.way"_s, u"local"_s}});
    QVERIFY(!written(*sink, withPdf(1)).remoteId.isEmpty());
    QCOMPARE(server.objects().size(), 4);
    server.behave({.localWrites = false});
    QCOMPARE(sinkOf(server, {{u"zotero.way"_s, u"local"_s}})->write({someRecord(2)}, someColumns(), {})[0].error().code,
             u"zotero.settings"_s);
}

void ZoteroTest::theLeaveOfTheProgramOnThisComputerIsKept()
{
    ZoteroServer server;
    Secret kept;
    int number = 0;
    const auto write = [&] {
        const auto sink = makeServiceSink(
            u"zotero"_s, settingsFor(server, {{u"zotero.way"_s, u"local"_s}}),
            [&](SecretName name) { return name == SecretName::ZoteroLocalKey ? kept : Secret(); },
            [&](SecretName, const Secret& given) { kept = given; });
        return (*sink)->write({someRecord(++number)}, someColumns(), {})[0].has_value();
    };
    const auto asked = [&] { return server.http().requests(u"/api/local/authorize").size(); };
    QVERIFY(write() && write());
    QCOMPARE(asked(), 1);
    server.behave({.serverId = "another"}); // what one program gave is not shown to another
    QVERIFY(write());
    QCOMPARE(asked(), 2);
    server.behave({.serverId = "another", .localKey = "new"}); // the user took it back
    QVERIFY(!write());
    QVERIFY(kept.isEmpty());
    server.behave({.serverId = "another", .localKey = "new", .remembers = false});
    QVERIFY(write());
    QVERIFY(kept.isEmpty());
    QCOMPARE(asked(), 3);
}

void ZoteroTest::anOlderProgramTakesWhatItLacks()
{
    ZoteroServer server;
    server.behave({.localWrites = false});
    const QHash<QString, QString> byConnector{{u"zotero.way"_s, u"connector"_s}};
    const Delivered first = written(*sinkOf(server, byConnector), withPdf(1));
    QVERIFY(!first.remoteId.isEmpty());
    QCOMPARE(server.objects().size(), 3);
    QVERIFY(!written(*sinkOf(server, byConnector), withPdf(1)).remoteId.isEmpty());
    QCOMPARE(server.objects().size(), 3);
    server.behave({.localReads = false});
    const auto outcomes = sinkOf(server, byConnector)->write({someRecord(2)}, someColumns(), {});
    QCOMPARE(outcomes[0].error().code, u"zotero.settings"_s); // what it has cannot be seen: it could be doubled
    QCOMPARE(server.objects().size(), 3);
}

void ZoteroTest::theTestSaysWhatIsThere()
{
    ZoteroServer server;
    server.edit({}, {{u"itemType"_s, u"journalArticle"_s}});
    const auto web = sinkOf(server)->test({});
    QVERIFY(web->contains(u"ann"_s) && web->contains(u"users/475"_s));
    QVERIFY(sinkOf(server, {{u"zotero.way"_s, u"local"_s}})->test({}).has_value());
    QVERIFY(sinkOf(server, {{u"zotero.way"_s, u"connector"_s}})->test({})->contains(u"My Library"_s));
    QCOMPARE(sinkOf(server, {{u"zotero.collection"_s, u"ABCDEFGH"_s}})->test({}).error().code, u"zotero.settings"_s);
    QCOMPARE(server.objects().size(), 1);
}

/** So that the fake is honest: a client that was made for the real ones works with it, and reads what we wrote. */
void ZoteroTest::pyzoteroReadsWhatWasWritten()
{
    ZoteroServer server;
    const QString parent = server.addCollection(u"Thesis"_s);
    server.addCollection(u"Chapter 1"_s, parent);
    written(*sinkOf(server), withPdf(1));
    QProcess python;
    python.start(qEnvironmentVariable("SHEAF_PYTHON", u"python3"_s),
                 {QFINDTESTDATA("zotero_client.py"), server.url().toString(), m_folder.filePath(u"1.pdf"_s)});
    QVERIFY(python.waitForFinished(60000));
    if (python.exitCode() == 77)
        QSKIP("pyzotero is not installed");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
}

QTEST_GUILESS_MAIN(ZoteroTest)
#include "zotero.moc"
