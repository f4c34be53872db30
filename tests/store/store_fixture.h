// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "testing/testing.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

/** A project file for each test, and things to put into it. */
namespace sheaf::testing {

using namespace Qt::StringLiterals;

inline Paper somePaper(PaperId id)
{
    Paper p;
    p.id = id;
    p.ids = {u"10.1000/x%1"_s.arg(id), u"2101.0123%1"_s.arg(id % 10), u"123"_s, u"PMC9"_s};
    p.title = u"On the number %1 — “quoted”"_s.arg(id);
    p.authors = {{u"van der Waals"_s, u"J. D."_s, u"0000-0001"_s}, {u"CERN"_s, {}, {}}};
    p.year = 2019;
    p.venue = u"Journal"_s;
    p.volume = u"3"_s;
    p.issue = u"4"_s;
    p.pages = u"5–6"_s;
    p.publisher = u"P"_s;
    p.abstractText = u"Abstract"_s;
    p.type = u"article-journal"_s;
    p.language = u"de"_s;
    p.citationKey = u"waals19"_s;
    p.keywords = {u"a"_s, u"b"_s};
    p.urls = {u"https://example.org/1.pdf"_s};
    p.files = {u"/tmp/1.pdf"_s};
    p.sourceFile = u"/tmp/list.bib"_s;
    p.sourceLine = 17;
    return p;
}

inline PaperStatus someStatus(State state)
{
    PaperStatus s;
    s.state = state;
    s.heldFrom = State::Acquiring;
    s.failure = Failure{Stage::Acquire, u"http.404"_s, u"Not there."_s, u"detail"_s, true};
    s.duplicateOf = 3;
    s.duplicateReason = u"same DOI"_s;
    s.inBatch = true;
    s.filePath = u"/tmp/x.pdf"_s;
    s.fileHash = "ab12";
    s.fileBytes = qint64(5) << 32;
    s.provenance = u"Unpaywall"_s;
    s.pages = 12;
    s.conversionKey = u"key"_s;
    s.converter = u"native"_s;
    s.confidence = 0.75;
    s.reader = u"model"_s;
    s.validation = u"passed"_s;
    s.validationReason = u"title"_s;
    s.basis = TextBasis::AbstractOnly;
    s.esRecordId = u"es"_s;
    s.zoteroKey = u"ZK"_s;
    s.acquireMs = 1;
    s.convertMs = 2;
    s.readMs = 3;
    s.costUsd = 0.0125;
    s.valuesProven = 4;
    s.valuesTotal = 5;
    s.quotesProven = 6;
    s.quotesTotal = 7;
    s.secondReader = u"another model"_s;
    s.secondFailure = Failure{Stage::Read, u"read.refused"_s, u"It refused."_s, u"why"_s, false};
    s.filled = {{u"doi"_s, u"Crossref"_s, false}, {u"year"_s, QString(), true}};
    s.notice = u"It was retracted."_s;
    return s;
}

inline Cell someCell(const QString& column, const QString& value)
{
    Cell cell;
    cell.column = column;
    cell.value = value;
    Quote quote;
    quote.text = u"words"_s;
    quote.state = QuoteState::Proven;
    quote.page = 2;
    quote.boxes = {{2, QRectF(1, 2, 3, 4)}};
    quote.similarity = 1;
    cell.quotes = {quote};
    cell.model = u"m"_s;
    cell.promptHash = u"h"_s;
    cell.answeredAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
    cell.costUsd = 0.5;
    return cell;
}

class StoreFixture
{
protected:
    QTemporaryDir m_folder;
    QString m_path;
    QObject m_context;

    std::unique_ptr<Store> openStore()
    {
        auto store = Store::open(m_path);
        if (!store)
            qWarning().noquote() << store.error().code << store.error().message << store.error().detail;
        return store ? std::move(*store) : nullptr;
    }
    std::unique_ptr<StoreReader> openReader()
    {
        auto reader = StoreReader::open(m_path);
        return reader ? std::move(*reader) : nullptr;
    }
    void commit(Store& store)
    {
        bool committed = false;
        store.afterCommit(&m_context, [&] { committed = true; });
        QTRY_VERIFY(committed);
    }
    void query(const QString& sql)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_path);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(sql));
        }
        QSqlDatabase::removeDatabase(u"test"_s);
    }
    void makeSecondVersion()
    {
        query(u"ALTER TABLE cells DROP COLUMN second"_s);
        query(u"ALTER TABLE cells DROP COLUMN second_asked"_s);
        query(u"ALTER TABLE status DROP COLUMN second_reader"_s);
        query(u"ALTER TABLE status DROP COLUMN second_failure"_s);
        query(u"ALTER TABLE status DROP COLUMN basis"_s);
        query(u"ALTER TABLE status DROP COLUMN filled"_s);
        query(u"ALTER TABLE status DROP COLUMN notice"_s);
        query(u"ALTER TABLE calls DROP COLUMN second"_s);
        query(u"DROP TABLE deliveries"_s);
        query(u"PRAGMA user_version = 2"_s);
    }
    void makeFirstVersion()
    {
        query(u"ALTER TABLE cells DROP COLUMN asked"_s);
        query(u"ALTER TABLE calls DROP COLUMN columns"_s);
        makeSecondVersion();
        query(u"PRAGMA user_version = 1"_s);
    }
    QString openingFailure()
    {
        const auto store = Store::open(m_path);
        return store ? QString() : store.error().code;
    }

    void begin() { m_path = m_folder.filePath(u"%1 ü?#.sheaf"_s.arg(QLatin1StringView(QTest::currentTestFunction()))); }
};

} // namespace sheaf::testing
