// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_reader.h"
#include "testing/testing.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sheaf;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isInput(const QString& path)
{
    return !path.contains(".expected."_L1);
}

QStringList inputFiles()
{
    QStringList files;
    for (QDirIterator it(testing::sharedFile(u"data/lists"_s), QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        if (const QString path = it.next(); isInput(path))
            files.append(path);
    files.sort();
    return files;
}

/** Its reference is of an older version of the same library: other titles, other authors. */
bool hasOwnReference(const QString& path)
{
    return !path.contains("Jabref_groups_import_does_not_work_717"_L1);
}

/** What another program made of a list: only what is compared. */
struct Expected
{
    QString title, doi;
    QStringList authors; ///< family names
    int year = 0;
};

int yearOf(const QString& date)
{
    static const QRegularExpression year(u"(?<!\\d)(1[4-9]|20)\\d\\d(?!\\d)"_s);
    return year.match(date).captured().toInt();
}

QVector<Expected> expectedFromZotero(const QByteArray& bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonArray items = document.isArray() ? document.array() : document.object().value("items"_L1).toArray();
    QVector<Expected> all;
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        if (item.value("itemType"_L1) == "note"_L1 || item.value("itemType"_L1) == "attachment"_L1)
            continue;
        Expected expected;
        expected.title = item.value("title"_L1).toString();
        expected.doi = doiFrom(item.value("DOI"_L1).toString()).value_or(QString());
        expected.year = yearOf(item.value("date"_L1).toString());
        for (const QJsonValue& creator : item.value("creators"_L1).toArray())
            if (creator.toObject().value("creatorType"_L1) == "author"_L1)
                expected.authors.append(creator.toObject().value("lastName"_L1).toString() +
                                        creator.toObject().value("name"_L1).toString());
        if (expected.title == "[No title found]"_L1)
            expected.title.clear();
        expected.authors.removeAll(u"Anonymous Reviewer"_s);
        all.append(expected);
    }
    return all;
}

QStringList familiesOf(const Paper& paper)
{
    QStringList names;
    for (const Author& author : paper.authors)
        names.append(author.family);
    names.removeAll(u"UNKNOWN"_s); // CoLRev's word for nobody
    return names;
}

QVector<Expected> expectedFromBibtex(const QByteArray& bytes)
{
    QVector<Expected> all;
    const auto list = readList(bytes, u"expected.bib"_s);
    if (!list)
        return all;
    for (const Paper& paper : list->papers)
        all.append({paper.title, paper.ids.doi, familiesOf(paper), paper.year});
    return all;
}

QVector<Expected> expectedFor(const QString& path)
{
    const QString stem = path.left(path.lastIndexOf('.'_L1));
    if (QFile::exists(stem + u".expected.zotero.json"_s))
        return expectedFromZotero(contentOf(stem + u".expected.zotero.json"_s));
    return expectedFromBibtex(contentOf(stem + u".expected.bib"_s));
}

struct Agreement
{
    int titles = 0, dois = 0, years = 0, authors = 0;
    int titlesOf = 0, doisOf = 0, yearsOf = 0, authorsOf = 0;
};

/** The read paper that is the expected one: same DOI, else the most alike title. */
const Paper* counterpart(const QVector<Paper>& papers, const Expected& expected, qsizetype index, bool sameCount)
{
    const auto isAlike = [&expected](const Paper& paper) { return titleSimilarity(paper.title, expected.title) > 0.9; };
    const auto hasDoi = [&expected](const Paper& paper) {
        return !expected.doi.isEmpty() && paper.ids.doi == expected.doi;
    };
    // Twins with one DOI are told apart by their titles.
    for (const Paper& paper : papers)
        if (hasDoi(paper) && isAlike(paper))
            return &paper;
    for (const Paper& paper : papers)
        if (hasDoi(paper))
            return &paper;
    for (const Paper& paper : papers)
        if (isAlike(paper))
            return &paper;
    return sameCount ? &papers.at(index) : nullptr;
}

/** All family names, in order; where a name is taken apart differently, one holds the other's last word. */
bool samePeople(const QStringList& ours, const QStringList& theirs)
{
    return std::ranges::equal(ours, theirs, [](const QString& a, const QString& b) {
        const QStringList one = foldForMatching(a).split(' '_L1), other = foldForMatching(b).split(' '_L1);
        return one.last() == other.last() || one.contains(other.last()) || other.contains(one.last());
    });
}

void count(Agreement& sum, const QVector<Paper>& papers, const QVector<Expected>& expected, const QString& file)
{
    const auto check = [&file](bool agrees, const QString& what, const QString& theirs, const QString& ours) {
        if (!agrees && qEnvironmentVariableIsSet("SHEAF_LISTS_VERBOSE"))
            qInfo().noquote() << file << what << "theirs:" << theirs << "ours:" << ours;
        return agrees;
    };
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const Expected& theirs = expected.at(i);
        const Paper* found = counterpart(papers, theirs, i, papers.size() == expected.size());
        const Paper paper = found ? *found : Paper();
        if (!theirs.title.isEmpty()) {
            ++sum.titlesOf;
            sum.titles +=
                check(titleSimilarity(theirs.title, paper.title) > 0.9, u"title"_s, theirs.title, paper.title);
        }
        if (!theirs.doi.isEmpty()) {
            ++sum.doisOf;
            sum.dois += check(theirs.doi == paper.ids.doi, u"DOI"_s, theirs.doi, paper.ids.doi);
        }
        if (theirs.year != 0) {
            ++sum.yearsOf;
            sum.years +=
                check(theirs.year == paper.year, u"year"_s, QString::number(theirs.year), QString::number(paper.year));
        }
        if (!theirs.authors.isEmpty()) {
            ++sum.authorsOf;
            const QStringList ours = familiesOf(paper);
            sum.authors +=
                check(samePeople(ours, theirs.authors), u"authors"_s, theirs.authors.join(u"; "_s), ours.join(u"; "_s));
        }
    }
}

double share(int part, int whole)
{
    return whole == 0 ? 1 : double(part) / whole;
}

} // namespace

class SharedListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileGivesPapersOrAReason()
    {
        SHEAF_REQUIRE_SHARED(u"data/lists"_s);
        int loaded = 0, refused = 0;
        for (const QString& path : inputFiles()) {
            const auto list = readList(contentOf(path), QFileInfo(path).fileName());
            if (!list) {
                ++refused;
                QVERIFY2(!list.error().message.isEmpty() && list.error().code.startsWith("list."_L1), qPrintable(path));
                if (qEnvironmentVariableIsSet("SHEAF_LISTS_VERBOSE"))
                    qInfo().noquote() << "refused" << path << list.error().code;
                continue;
            }
            QVERIFY2(!list->papers.isEmpty() || !list->warnings.isEmpty(), qPrintable(path));
            const int lines = int(decodeText(contentOf(path)).text.count('\n'_L1)) + 1;
            for (const ListWarning& warning : list->warnings)
                QVERIFY2(warning.line >= 0 && warning.line <= lines && !warning.message.isEmpty(), qPrintable(path));
            if (qEnvironmentVariableIsSet("SHEAF_LISTS_VERBOSE"))
                qInfo().noquote() << path.section('/'_L1, -2) << list->format << list->encoding << list->papers.size()
                                  << "papers" << list->warnings.size() << "warnings"
                                  << (list->warnings.isEmpty() ? QString() : list->warnings.first().message);
            ++loaded;
        }
        qInfo() << loaded << "files loaded," << refused << "refused with a reason";
        QVERIFY(loaded > 8 * refused);
    }

    void mostEntriesAreReadAsOtherProgramsReadThem()
    {
        SHEAF_REQUIRE_SHARED(u"data/lists"_s);
        Agreement sum;
        for (const QString& path : inputFiles()) {
            const QVector<Expected> expected = expectedFor(path);
            const auto list = readList(contentOf(path), QFileInfo(path).fileName());
            if (!expected.isEmpty() && hasOwnReference(path))
                count(sum, list ? list->papers : QVector<Paper>(), expected, QFileInfo(path).fileName());
        }
        qInfo() << "titles" << sum.titles << "of" << sum.titlesOf << "DOIs" << sum.dois << "of" << sum.doisOf << "years"
                << sum.years << "of" << sum.yearsOf << "authors" << sum.authors << "of" << sum.authorsOf;
        // Where the rest differs, the reference takes a journal or an alternative title for the title, or editors for
        // authors.
        QVERIFY(share(sum.titles, sum.titlesOf) >= 0.98);
        QVERIFY(share(sum.dois, sum.doisOf) >= 0.98);
        QVERIFY(share(sum.years, sum.yearsOf) >= 0.98);
        QVERIFY(share(sum.authors, sum.authorsOf) >= 0.98);
    }

    void cutFilesNeverCrash()
    {
        SHEAF_REQUIRE_SHARED(u"data/lists"_s);
        for (const QString& path : inputFiles()) {
            const QByteArray bytes = contentOf(path).left(200'000);
            for (int part = 1; part < 8; ++part) {
                const auto list = readList(bytes.left(bytes.size() * part / 8), QFileInfo(path).fileName());
                QVERIFY(list || !list.error().message.isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(SharedListsTest)
#include "shared_lists.moc"
