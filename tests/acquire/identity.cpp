// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acquire/acquirer.h"

#include "testing/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sheaf;
using namespace sheaf::testing;

namespace {

Paper paperOf(const QString& title, const QStringList& authors = {})
{
    Paper paper;
    paper.title = title;
    for (const QString& name : authors)
        paper.authors.append(authorFromName(name));
    return paper;
}

DocumentFacts printed(const QString& title, const QString& text)
{
    DocumentFacts facts;
    facts.title = title;
    facts.firstPages = text;
    facts.hasText = true;
    return facts;
}

const QString drift = u"Sampling of sensor responses under slow thermal drift"_s;
const QString bodyText = u" Abstract. We measure what others have estimated and find small changes in most samples. "_s;

} // namespace

class IdentityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsLenient_data()
    {
        QTest::addColumn<Paper>("paper");
        QTest::addColumn<DocumentFacts>("facts");
        QTest::addColumn<Validation>("expected");
        const Paper listed = paperOf(drift, {u"Ada Lovelace"_s, u"Emmy Noether"_s});
        QTest::newRow("the title") << listed << printed(drift, drift + bodyText) << Validation::Passed;
        QTest::newRow("in capitals") << listed << printed({}, drift.toUpper() + bodyText) << Validation::Passed;
        QTest::newRow("the guess is the journal's name")
            << listed << printed(u"Journal of Slow Things"_s, u"Journal of Slow Things "_s + drift + bodyText)
            << Validation::Passed;
        QTest::newRow("hyphenated at a line's end")
            << listed << printed({}, u"Sampling of sensor re-\nsponses under slow ther-\nmal drift"_s + bodyText)
            << Validation::Passed;
        QTest::newRow("behind a cover page")
            << listed
            << printed(u"University Repository"_s, u"Please cite the published version.\f"_s + drift + bodyText)
            << Validation::Passed;
        QTest::newRow("a footnote inside")
            << listed << printed({}, u"Sampling of sensor1 responses* under slow thermal drift"_s + bodyText)
            << Validation::Passed;
        QTest::newRow("without its subtitle")
            << paperOf(drift + u": a survey of forty laboratories"_s, {u"Ada Lovelace"_s})
            << printed(drift, drift + u" Ada Lovelace"_s + bodyText) << Validation::Passed;
        QTest::newRow("a changed title by the same authors")
            << listed
            << printed(u"Thermal drift and slow sensors: how to sample"_s,
                       u"Thermal drift and slow sensors: how to sample. Lovelace, Noether."_s + bodyText)
            << Validation::Passed;
        QTest::newRow("another paper") << listed
                                       << printed(u"Migration of arctic birds"_s,
                                                  u"Migration of arctic birds. Rachel Carson."_s + bodyText)
                                       << Validation::Failed;
        QTest::newRow("another paper by an author of the same name")
            << listed
            << printed(u"Migration of arctic birds"_s, u"Migration of arctic birds. B. Lovelace."_s + bodyText)
            << Validation::Failed;
        QTest::newRow("a short title that stands in any paper")
            << paperOf(u"Introduction"_s, {u"Ada Lovelace"_s})
            << printed(u"Migration of arctic birds"_s, u"Migration of arctic birds. 1 Introduction."_s + bodyText)
            << Validation::Failed;
        QTest::newRow("a short title that is it")
            << paperOf(u"Introduction"_s) << printed(u"Introduction"_s, u"Introduction"_s + bodyText)
            << Validation::Passed;
        QTest::newRow("no title known") << paperOf({}) << printed(drift, drift) << Validation::Skipped;
        QTest::newRow("no title known, its authors printed")
            << paperOf({}, {u"Lovelace"_s, u"Noether"_s}) << printed(drift, drift + u"\nAda Lovelace, Emmy Noether"_s)
            << Validation::Passed;
        QTest::newRow("no title known, other people printed")
            << paperOf({}, {u"Lovelace"_s}) << printed(drift, drift + u"\nRachel Carson"_s) << Validation::Failed;
        QTest::newRow("no title known, another script")
            << paperOf({}, {u"Zhang"_s}) << printed(u"传感器"_s, u"传感器 张伟 热漂移的缓慢响应研究"_s)
            << Validation::Skipped;
        DocumentFacts scan;
        QTest::newRow("a scan") << listed << scan << Validation::Skipped;
        scan.firstPages = drift.toUpper() + u" recognised text"_s;
        QTest::newRow("a scan with recognised text") << listed << scan << Validation::Passed;
        scan.firstPages = u"5ampl1ng 0f garbled text that recognition made"_s;
        QTest::newRow("a scan with bad recognised text") << listed << scan << Validation::Skipped;
    }
    void itIsLenient()
    {
        QFETCH(Paper, paper);
        QFETCH(DocumentFacts, facts);
        QFETCH(Validation, expected);
        const IdentityCheck check = checkIdentity(paper, facts);
        QVERIFY2(check.status == expected, qPrintable(validationName(check.status) + u": "_s + check.reason));
        QVERIFY(!check.reason.isEmpty());
    }

    void theSameDoiIsEnough()
    {
        Paper paper = paperOf(u"A title that was changed"_s);
        paper.ids.doi = u"10.5555/a"_s;
        DocumentFacts facts = printed(drift, drift);
        facts.doi = u"10.5555/a"_s;
        QCOMPARE(checkIdentity(paper, facts).status, Validation::Passed);
        facts.doi = u"10.5555/b"_s; // a preprint has another one, so it says nothing
        QCOMPARE(checkIdentity(paper, facts).status, Validation::Failed);
    }

    void namesGoBothWays()
    {
        for (const auto status :
             {Validation::None, Validation::Passed, Validation::Failed, Validation::Skipped, Validation::Error})
            QCOMPARE(validationFromName(validationName(status)), status);
        QCOMPARE(validationFromName(u"nonsense"), Validation::None);
    }

    void publishedPapersAreThemselvesAndNoOther()
    {
        SHEAF_REQUIRE_SHARED(u"data/jats"_s);
        const QDir folder(sharedFile(u"data/jats"_s));
        QVector<Paper> papers;
        QVector<DocumentFacts> documents;
        for (const QString& name : folder.entryList({u"*.meta.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject meta = QJsonDocument::fromJson(file.readAll()).object();
            QStringList authors;
            for (const QJsonValue& author : meta.value("authors"_L1).toArray())
                authors.append(author.isObject() ? author["name"_L1].toString() : author.toString());
            papers.append(paperOf(meta.value("title"_L1).toString(), authors));
            const auto facts = documentFacts(folder.filePath(name.chopped(10) + u".pdf"_s));
            QVERIFY2(facts, qPrintable(name));
            documents.append(*facts);
        }
        QVERIFY(papers.size() >= 20);
        for (int i = 0; i < papers.size(); ++i) {
            for (int k = 0; k < documents.size(); ++k) {
                const IdentityCheck check = checkIdentity(papers[i], documents[k]);
                QVERIFY2(check.status == (i == k ? Validation::Passed : Validation::Failed),
                         qPrintable(papers[i].title + u" / "_s + documents[k].title + u": "_s + check.reason));
            }
        }
    }
};

QTEST_GUILESS_MAIN(IdentityTest)
#include "identity.moc"
