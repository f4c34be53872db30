// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sinks/result_rows.h"
#include "testing/testing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

/** What the sinks write, as the programs read it that people will open it with. */
class OtherPrograms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pandocReadsEveryBibliography_data();
    void pandocReadsEveryBibliography();
    void bibtoolTakesTheBibtex();
    void biberTakesTheBiblatex();
    void openpyxlReadsTypesHeaderAndLinks();
    void libreOfficeShowsTheSameTable();

private:
    QString write(const QString& format) const;

    QTemporaryDir m_folder;
};

namespace {

struct Ran
{
    int status = -1;
    QByteArray out, err;
};

Ran run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QVector<ResultRow> rows()
{
    QVector<ResultRow> all;
    for (const SinkRecord& record : someRecords(3))
        all.append(record.row);
    all[1].paper.title = u"Größe & {Braces} of 100% $x_1$ – “quoted”"_s;
    all[1].record[0].value = u"=HYPERLINK(\"http://evil\")"_s;
    all[2].paper.authors = {{u"O’Connor"_s, u"R. E."_s, {}}, {u"Doe"_s, u"John, Jr."_s, {}}};
    for (ResultRow& row : all) {
        row.paper.citationKey = u"key%1"_s.arg(row.paper.id);
        row.paper.volume = u"12"_s;
        row.paper.pages = u"100–110"_s;
    }
    return all;
}

} // namespace

#define SHEAF_REQUIRE_PROGRAM(name)                                                                                    \
    do {                                                                                                               \
        if (QStandardPaths::findExecutable(name).isEmpty())                                                            \
            QSKIP("the program is not installed");                                                                     \
    } while (false)

QString OtherPrograms::write(const QString& format) const
{
    const QString path = m_folder.filePath(u"out-%1%2"_s.arg(format, fileSink(format)->suffix()));
    const auto bytes = fileSink(format)->write(rows(), someColumns());
    return bytes && writeFile(path, *bytes) ? path : QString();
}

void OtherPrograms::pandocReadsEveryBibliography_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("reader");
    QTest::newRow("bibtex") << u"bibtex"_s << u"bibtex"_s;
    QTest::newRow("biblatex") << u"biblatex"_s << u"biblatex"_s;
    QTest::newRow("ris") << u"ris"_s << u"ris"_s;
    QTest::newRow("csl-json") << u"csl-json"_s << u"csljson"_s;
}

void OtherPrograms::pandocReadsEveryBibliography()
{
    SHEAF_REQUIRE_PROGRAM(u"pandoc"_s);
    QFETCH(QString, format);
    QFETCH(QString, reader);
    const Ran read = run(u"pandoc"_s, {u"-f"_s, reader, u"-t"_s, u"csljson"_s, write(format)});
    if (read.status == 21)
        QSKIP("this pandoc does not know the format");
    QVERIFY2(read.status == 0, read.err.constData());
    const QJsonArray items = QJsonDocument::fromJson(read.out).array();
    const QVector<ResultRow> wanted = rows();
    QCOMPARE(items.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const Paper& paper = wanted[i].paper;
        const QJsonValue item = items[i];
        // Mark-up for case and mathematics is the reader's own.
        QCOMPARE(foldForMatching(item["title"_L1].toString()), foldForMatching(paper.title));
        QCOMPARE(item["DOI"_L1].toString(), paper.ids.doi);
        QVERIFY(QJsonDocument(item["issued"_L1].toObject()).toJson().contains("2019"));
        QCOMPARE(item["author"_L1].toArray().size(), paper.authors.size());
        QCOMPARE(item["container-title"_L1].toString(), paper.venue);
        QCOMPARE(item["volume"_L1].toString(), paper.volume);
    }
}

void OtherPrograms::bibtoolTakesTheBibtex()
{
    SHEAF_REQUIRE_PROGRAM(u"bibtool"_s);
    const Ran read = run(u"bibtool"_s, {u"-q"_s, u"-i"_s, write(u"bibtex"_s)});
    QVERIFY2(read.status == 0, read.err.constData());
    QCOMPARE(read.out.count("@Article"), 3);
    QVERIFY2(read.err.isEmpty(), read.err.constData());
}

void OtherPrograms::biberTakesTheBiblatex()
{
    SHEAF_REQUIRE_PROGRAM(u"biber"_s);
    const Ran read = run(u"biber"_s, {u"--tool"_s, u"--validate-datamodel"_s, u"--output-file"_s,
                                      m_folder.filePath(u"biber.bib"_s), write(u"biblatex"_s)});
    QVERIFY2(read.status == 0, read.out.constData());
    QVERIFY2(!read.out.contains("ERROR") && !read.out.contains("WARN"), read.out.constData());
}

void OtherPrograms::openpyxlReadsTypesHeaderAndLinks()
{
    const Ran read = run(qEnvironmentVariable("SHEAF_PYTHON", u"python3"_s),
                         {QFINDTESTDATA("workbook_client.py"), write(u"xlsx"_s)});
    if (read.status == 77)
        QSKIP("openpyxl is not installed");
    QVERIFY2(read.status == 0, read.err.constData());
}

void OtherPrograms::libreOfficeShowsTheSameTable()
{
    SHEAF_REQUIRE_PROGRAM(u"soffice"_s);
    const Ran converted =
        run(u"soffice"_s,
            {u"-env:UserInstallation=file://"_s + m_folder.filePath(u"office"_s), u"--headless"_s, u"--convert-to"_s,
             u"csv:Text - txt - csv (StarCalc):44,34,76"_s, u"--outdir"_s, m_folder.path(), write(u"xlsx"_s)});
    if (converted.err.contains("source file could not be loaded"))
        QSKIP("LibreOffice has no Calc here");
    QFile csv(m_folder.filePath(u"out-xlsx.csv"_s));
    QVERIFY2(csv.open(QIODevice::ReadOnly), converted.err.constData());
    const QByteArray text = csv.readAll();
    QVERIFY(text.contains("10.1000/paper.2"));
    QVERIFY(text.contains("Größe & {Braces} of 100% $x_1$ – “quoted”"));
    QVERIFY(text.contains("=HYPERLINK(\"\"http://evil\"\")")); // as text
    QVERIFY(text.contains(",43,"));                            // a number
}

QTEST_GUILESS_MAIN(OtherPrograms)
#include "other_programs.moc"
