// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/references/citation.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sheaf;
using layout::CitationText;
using layout::StyledText;

namespace {

using Fields = QMap<QString, QString>;

/** reference_strings.txt: blocks of "key value" lines. */
QVector<Fields> samples()
{
    QFile file(QStringLiteral(SHEAF_REFERENCE_STRINGS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<Fields> found;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString key = line.section(u' ', 0, 0);
        if (key == "style"_L1)
            found << Fields();
        found.last()[key] = line.section(u' ', 1);
    }
    return found;
}

/** "<i>…</i>" and "<b>…</b>" as faces. */
StyledText styled(const QString& markup)
{
    StyledText text;
    char face = StyledText::Plain;
    for (qsizetype i = 0; i < markup.size(); ++i) {
        const QStringView rest = QStringView(markup).mid(i);
        if (rest.startsWith("<i>"_L1) || rest.startsWith("<b>"_L1)) {
            face = rest[1] == u'i' ? StyledText::Italic : StyledText::Bold;
            i += 2;
        } else if (rest.startsWith("</"_L1)) {
            face = StyledText::Plain;
            i += 3;
        } else {
            text.text += markup[i];
            text.faces += face;
        }
    }
    return text;
}

QString names(const QVector<CslName>& people)
{
    QStringList out;
    for (const CslName& name : people) {
        const QString given = name.given.isEmpty() ? QString() : u", "_s + name.given;
        out << (name.literal.isEmpty() ? name.family + given : name.literal);
    }
    return out.join("; "_L1);
}

/** A stop behind an abbreviated name may be its own or the style's. */
QString unstopped(QString name)
{
    if (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

Fields fieldsOf(const CslItem& item)
{
    return {{u"type"_s, item.type},
            {u"title"_s, item.title},
            {u"author"_s, names(item.author)},
            {u"editor"_s, names(item.editor)},
            {u"year"_s, item.year ? QString::number(item.year) : QString()},
            {u"container"_s, unstopped(item.container)},
            {u"volume"_s, item.volume},
            {u"issue"_s, item.issue},
            {u"page"_s, item.page},
            {u"publisher"_s, unstopped(item.publisher)},
            {u"doi"_s, item.doi},
            {u"url"_s, item.url},
            {u"arxiv"_s, item.arxiv}};
}

QString differences(const Fields& sample, const CslItem& item)
{
    QStringList out;
    const Fields read = fieldsOf(item);
    for (auto field = read.begin(); field != read.end(); ++field) {
        QString expected = sample.value(field.key());
        if (field.key() == "container"_L1 || field.key() == "publisher"_L1)
            expected = unstopped(expected);
        if (expected != field.value())
            out << u"%1: \"%2\", not \"%3\""_s.arg(field.key(), field.value(), expected);
    }
    return out.join("\n  "_L1);
}

} // namespace

class ReferenceStrings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStyleIsReadFieldByField_data()
    {
        QTest::addColumn<Fields>("sample");
        QTest::addColumn<bool>("withFaces");
        for (const Fields& sample : samples()) {
            const QByteArray style = sample[u"style"_s].toUtf8();
            QTest::newRow(style.constData()) << sample << true;
            if (sample[u"text"_s].contains("<i>"_L1) && sample.value(u"plain"_s) != "no"_L1)
                QTest::newRow((style + ", without italics").constData()) << sample << false;
        }
    }

    void eachStyleIsReadFieldByField()
    {
        QFETCH(Fields, sample);
        QFETCH(bool, withFaces);
        CitationText entry{styled(sample[u"text"_s]), {}};
        if (!withFaces)
            entry.styled = StyledText(entry.styled.text);
        if (sample.contains(u"link"_s))
            entry.links << sample[u"link"_s];
        const QVector<CslItem> items = layout::readCitation(entry);
        QCOMPARE(items.size(), 1);
        const QString wrong = differences(sample, items.first());
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n  "_s + wrong + u"\n  in: "_s + sample[u"text"_s]));
    }

    void severalWorksUnderOneNumberBecomeOneEach()
    {
        const QString text = u"(5) (a) Abel, A.; Brun, B. J. Small Chem. 2001, 12, 34–56. "
                             "(b) Cole, C. Chem. Notes 2003, 7, 89–90."_s;
        const QVector<CslItem> items = layout::readCitation({StyledText(text), {}});
        QCOMPARE(items.size(), 2);
        QCOMPARE(items[0].label, u"5a"_s);
        QCOMPARE(names(items[1].author), u"Cole, C."_s);
        QCOMPARE(items[1].year, 2003);
    }

    void dashesStandForTheAuthorsBefore()
    {
        const QVector<CslItem> items = layout::readCitations(
            {{StyledText(u"Abbot, Ann. 1999. Mills of the Upper Valley. Chicago: Lakeside University Press."_s), {}},
             {StyledText(u"———. 2004. Mills of the Lower Valley. Chicago: Lakeside University Press."_s), {}}});
        QCOMPARE(items.size(), 2);
        QCOMPARE(names(items[1].author), u"Abbot, Ann"_s);
        QCOMPARE(items[1].year, 2004);
        QCOMPARE(items[1].title, u"Mills of the Lower Valley"_s);
    }

    void textWithoutLettersIsNoWork()
    {
        QVERIFY(layout::readCitation({StyledText(u"[12]"_s), {}}).isEmpty());
        QVERIFY(layout::readCitation({StyledText(u" . , "_s), {}}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ReferenceStrings)
#include "reference_strings.moc"
