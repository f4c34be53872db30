// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_reader.h"
#include "lists/list_writer.h"
#include "sinks/elasticsearch_record.h"
#include "sinks/sink.h"
#include "sinks/zotero_items.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

QVector<Column> columns()
{
    return {{.id = u"finding"_s, .name = u"Finding"_s, .question = u"What was found?"_s},
            {.id = u"themes"_s, .name = u"Themes"_s, .question = u"Which themes?"_s, .type = ColumnType::List}};
}

Paper fullPaper()
{
    Paper paper;
    paper.id = 7;
    paper.ids = {u"10.1000/a_b(c)2.0"_s, u"1706.03762"_s, u"29768149"_s, u"PMC12345"_s};
    paper.title = u"100% of {braces} & $signs_ ~ a^b \\ “quotes” – Größe, İstanbul and 東京"_s;
    paper.authors = {{u"van der Walt"_s, u"Stéfan"_s, {}},
                     {u"King"_s, u"Martin L., Jr."_s, {}},
                     {u"Barnes and Noble, Inc."_s, {}, {}},
                     {u"O’Connor"_s, u"R. E."_s, {}}};
    paper.year = 2017;
    paper.venue = u"Journal of A & B"_s;
    paper.volume = u"12"_s;
    paper.issue = u"3"_s;
    paper.pages = u"100–110"_s;
    paper.publisher = u"Somebody & Sons"_s;
    paper.abstractText = u"First -- second --- third; 5 < 6."_s;
    paper.type = u"article-journal"_s;
    paper.language = u"en"_s;
    paper.citationKey = u"walt2017"_s;
    paper.keywords = {u"one"_s, u"two words"_s};
    paper.urls = {u"https://example.org/a?b=1&c=$2#x_y~z"_s, u"https://example.org/second.pdf"_s};
    paper.files = {u"/home/someone/My papers; 2017/a:b_{c}.pdf"_s};
    return paper;
}

ResultRow answeredRow()
{
    ResultRow row;
    row.paper = fullPaper();
    row.state = u"done"_s;
    row.success = true;
    row.validationStatus = u"passed"_s;
    const Quote proven{.text = u"it works"_s, .state = QuoteState::Proven, .page = 3, .boxes = {{3, {10, 20, 30, 5}}}};
    const Quote invented{.text = u"never printed"_s, .state = QuoteState::NotFound};
    row.record = {{.column = u"finding"_s, .value = u"=HYPERLINK(\"http://evil\")"_s, .quotes = {proven, invented}},
                  {.column = u"themes"_s, .value = QJsonArray{u"a"_s, u"b"_s}}};
    row.pages = 9;
    row.converter = u"native"_s;
    row.reader = u"offline"_s;
    row.acquireMs = 1500;
    return row;
}

ResultRow failedRow()
{
    ResultRow row;
    row.paper.id = 8;
    row.paper.title = u"-1 is a title"_s;
    row.state = u"failed"_s;
    row.failure = Failure{Stage::Convert, u"pdf.broken"_s, u"The PDF is broken."_s, u"xref"_s, false};
    return row;
}

QByteArray written(const QString& format)
{
    return fileSink(format)->write({answeredRow(), failedRow()}, columns()).value_or(QByteArray());
}

/** Only what the format has a place for. */
Paper comparable(Paper paper, const QString& format)
{
    paper.id = 0;
    paper.sourceFile.clear();
    paper.sourceLine = 0;
    if (format == "csl-json"_L1) {
        paper.urls = paper.urls.mid(0, 1);
        paper.files.clear();
    }
    return paper;
}

} // namespace

class SinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBibliographyReadsBackEqual_data()
    {
        QTest::addColumn<QString>("format");
        for (const ListWriter* writer : listWriters())
            QTest::newRow(qPrintable(writer->format())) << writer->format();
    }

    void aBibliographyReadsBackEqual()
    {
        QFETCH(QString, format);
        const auto bytes = fileSink(format)->write({answeredRow()}, {});
        QVERIFY(bytes.has_value());
        const auto list = readList(*bytes, u"out"_s + fileSink(format)->suffix());
        QVERIFY(list.has_value());
        QCOMPARE(list->warnings.size(), 0);
        QCOMPARE(list->papers.size(), 1);
        const Paper got = comparable(list->papers.first(), format), want = comparable(fullPaper(), format);
        QCOMPARE(got.title, want.title);
        QCOMPARE(got.abstractText, want.abstractText);
        QCOMPARE(got.urls, want.urls);
        QCOMPARE(got.files, want.files);
        QCOMPARE(got.pages, want.pages);
        QCOMPARE(got.type, want.type);
        for (qsizetype i = 0; i < want.authors.size(); ++i)
            QCOMPARE(got.authors.value(i).display(), want.authors.at(i).display());
        QVERIFY(got == want);
    }

    void bibliographyKeysAreUnique()
    {
        Paper first = fullPaper(), second = fullPaper();
        first.citationKey.clear();
        second.citationKey.clear();
        const auto list = readList(bibtexWriter().write({first, second, first}), u"a.bib"_s);
        QVERIFY(list.has_value());
        QSet<QString> keys;
        for (const Paper& paper : list->papers)
            keys.insert(paper.citationKey);
        QCOMPARE(keys.size(), 3);
    }

    void zoteroRdfHoldsTheAnswersAsNotes()
    {
        const QByteArray rdf = written(u"zotero-rdf"_s);
        QCOMPARE(rdf.count("<bib:Memo"), 1); // the other paper has no answers
        QVERIFY(rdf.contains("<dcterms:isReferencedBy rdf:resource=\"#item_1_note\"/>"));
        QVERIFY(rdf.contains("it works") && !rdf.contains("never printed"));
        QCOMPARE(readList(rdf, u"out.rdf"_s)->papers.size(), 2);
    }

    void duplicatesAreNoReferences()
    {
        ResultRow duplicate = answeredRow();
        duplicate.duplicateOf = 7;
        const auto bytes = fileSink(u"ris"_s)->write({answeredRow(), duplicate}, {});
        QCOMPARE(bytes->count("TY  - "), 1);
    }

    void csvOpensInExcelAsText()
    {
        const QByteArray csv = written(u"csv"_s);
        QVERIFY(csv.startsWith("\xEF\xBB\xBFid,doi,"));
        QVERIFY(csv.endsWith("\r\n"));
        QVERIFY(csv.contains("\"'=HYPERLINK(\"\"http://evil\"\")\""));
        QVERIFY(csv.contains("'-1 is a title"));
    }

    void aWorkbookReadsBackWithItsHeader()
    {
        const auto list = readList(written(u"xlsx"_s), u"out.xlsx"_s);
        QVERIFY(list.has_value());
        QCOMPARE(list->format, u"XLSX"_s);
        QCOMPARE(list->papers.size(), 2);
        QCOMPARE(list->papers.first().title, fullPaper().title);
        QCOMPARE(list->papers.first().year, 2017);
        const TablePreview table = list->table.value_or(TablePreview());
        const QStringList row = table.rows.value(0);
        const auto cell = [&](const QString& name) { return row.value(table.header.indexOf(name)); };
        QCOMPARE(cell(u"Finding"_s), u"=HYPERLINK(\"http://evil\")"_s); // text, not a formula
        QVERIFY(cell(u"Finding: quotes"_s).startsWith("it works"_L1));
        QVERIFY(!cell(u"Finding: quotes"_s).contains("never printed"_L1));
        QCOMPARE(cell(u"success"_s), u"1"_s);
    }

    void csvShowsNoQuoteThatWasNotFound()
    {
        const QByteArray csv = written(u"csv"_s);
        QVERIFY(csv.contains("it works"));
        QVERIFY(csv.contains("not found"));
        QVERIFY(!csv.contains("never printed"));
        QVERIFY(!written(u"markdown"_s).contains("never printed"));
    }

    void markdownSaysHowMuchIsProvenAndWhyAPaperHasNoAnswers()
    {
        ResultRow twin;
        twin.paper.id = 9;
        twin.state = u"skipped"_s;
        twin.duplicateOf = 7;
        ResultRow read = answeredRow();
        read.record = {{.column = u"finding"_s, .value = u"It works"_s, .quotes = {read.record[0].quotes[0]}},
                       {.column = u"themes"_s, .value = u"work"_s}};
        Quote fromText = read.record[0].quotes[0];
        fromText.page = 0; // a markdown file has no pages
        ResultRow note = read;
        note.record[0].quotes = {fromText};
        const QString text = QString::fromUtf8(*fileSink(u"markdown"_s)->write({read, twin, note}, columns()));
        QVERIFY(text.contains("| done | 1 of 2 |"_L1));
        QVERIFY(text.contains("The same paper as #7"_L1));
        QCOMPARE(text.count(u"it works — page 3, proven"_s), 1);
        QCOMPARE(text.count(u"it works — proven"_s), 1);
    }

    void whatRestsOnAnAbstractSaysSoInEveryForm()
    {
        ResultRow row = answeredRow();
        row.basis = TextBasis::AbstractOnly;
        for (const QString& format : {u"csv"_s, u"json"_s, u"jsonl"_s})
            QVERIFY2(fileSink(format)->write({row}, columns())->contains("abstract_only"), qPrintable(format));
        QVERIFY(fileSink(u"markdown"_s)->write({row}, columns())->contains("Answered from the abstract alone"));
        QVERIFY(zoteroNote(row, columns(), {}, {}).contains(u"Answered from the abstract alone"_s));
        SinkRecord record;
        record.row = row;
        const QJsonObject metadata = indexedDocument(record, columns(), false)["metadata"_L1].toObject();
        QCOMPARE(metadata["source_basis"_L1].toString(), u"abstract_only"_s);
        row.basis = TextBasis::FullText;
        QVERIFY(fileSink(u"csv"_s)->write({row}, columns())->contains("full_text"));
        QVERIFY(!zoteroNote(row, columns(), {}, {}).contains(u"abstract alone"_s));
    }

    void csvOfResultsIsAListOfPapersAgain()
    {
        const auto list = readList(written(u"csv"_s), u"results.csv"_s);
        QVERIFY(list.has_value());
        QCOMPARE(list->papers.size(), 2);
        QCOMPARE(list->papers.first().title, fullPaper().title);
        QCOMPARE(list->papers.first().ids.doi, fullPaper().ids.doi);
        QCOMPARE(list->papers.first().authors.size(), 4);
    }

    void jsonHasTheDesignsShape()
    {
        const QJsonArray results = QJsonDocument::fromJson(written(u"json"_s)).array();
        QCOMPARE(results.size(), 2);
        const QJsonObject done = results.at(0).toObject(), failed = results.at(1).toObject();
        for (const auto key :
             {"id"_L1, "doi"_L1, "title"_L1, "authors"_L1, "year"_L1, "venue"_L1, "state"_L1, "success"_L1,
              "validation_status"_L1, "source_basis"_L1, "es_record_id"_L1, "zotero_key"_L1, "failure"_L1, "record"_L1,
              "pages"_L1, "converter"_L1, "reader"_L1, "cost_usd"_L1, "seconds"_L1})
            QVERIFY2(done.contains(key) && failed.contains(key), key.data());
        const QJsonObject quote = done.value("record"_L1)["finding"_L1]["quotes"_L1].toArray().first().toObject();
        QCOMPARE(quote.value("state"_L1).toString(), u"proven"_s);
        QCOMPARE(quote.value("page"_L1).toInt(), 3);
        QVERIFY(!quote.value("boxes"_L1).toArray().isEmpty());
        QCOMPARE(done.value("seconds"_L1)["acquire"_L1].toDouble(), 1.5);
        QVERIFY(done.value("failure"_L1).isNull());
        QCOMPARE(failed.value("failure"_L1)["code"_L1].toString(), u"pdf.broken"_s);
    }

    void jsonLinesHaveOnePaperALine()
    {
        const QList<QByteArray> lines = written(u"jsonl"_s).trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray& line : lines)
            QVERIFY(QJsonDocument::fromJson(line).isObject());
    }

    void formatsAreFoundByNameAndBySuffix()
    {
        for (const QString& format : fileSinkFormats()) {
            QVERIFY(fileSink(format));
            QCOMPARE(fileSink(fileSink(format)->suffix()), fileSink(format));
        }
        QCOMPARE(fileSink(u"md"_s), fileSink(u"markdown"_s));
        QVERIFY(!fileSink(u"docx"_s));
    }

    void aFileIsWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        QVERIFY(writeFile(path, "old").has_value());
        QVERIFY(writeFile(path, "new").has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "new"_ba);
        const auto nowhere = writeFile(folder.filePath(u"no/such/folder/out.csv"_s), "x");
        QVERIFY(!nowhere.has_value());
        QCOMPARE(nowhere.error().code, u"disk.write"_s);
        QVERIFY(!nowhere.error().message.isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"out.csv"_s});
    }

    void aWriteThatFailsKeepsTheOldFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"out.csv"_s);
        QVERIFY(writeFile(path, "old").has_value());
        // A limit on file sizes fails a write half way, as a full disk does.
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{4096, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto failed = writeFile(path, QByteArray(100'000, 'x'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!failed.has_value());
        QVERIFY(failed.error().code.startsWith("disk."_L1));
        QVERIFY(failed.error().retryable);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "old"_ba);
    }
};

QTEST_GUILESS_MAIN(SinksTest)
#include "sinks.moc"
