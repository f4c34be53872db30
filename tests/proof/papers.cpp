// SPDX-FileCopyrightText: The Sheaf authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert/native/native_converter.h"
#include "proof/proof.h"
#include "testing/testing.h"

#include <QRegularExpression>

using namespace sheaf;
using namespace Qt::StringLiterals;

namespace {

Result<Conversion> convert(const QString& name)
{
    return NativeConverter().convert({testing::sharedFile(u"data/papers/"_s + name), {}, {}}, {}, {}, {});
}

/** Sentences of at least eight words, as a reader would quote them from the markdown. */
QStringList sentences(const Conversion& conversion)
{
    static const QRegularExpression end(u"(?<=[.!?])\\s+"_s);
    QStringList all;
    for (const ConvertedBlock& block : conversion.blocks) {
        if (block.kind != BlockKind::Paragraph)
            continue;
        for (const QString& sentence : conversion.markdown.mid(block.begin, block.end - block.begin).split(end)) {
            if (sentence.count(u' ') >= 7)
                all.append(sentence);
        }
    }
    return all;
}

struct TextLine
{
    int number = -1, column = -1;
    QRectF box;
    QStringList words;
};

QVector<TextLine> linesOf(const PageWords& page)
{
    QVector<TextLine> lines;
    for (const PageWord& word : page.words) {
        if (word.block < 0 || word.row >= 0)
            continue;
        if (lines.isEmpty() || lines.constLast().number != word.line)
            lines.append({word.line, word.column, word.box, {}});
        lines.last().box |= word.box;
        lines.last().words.append(word.text);
    }
    return lines;
}

/** What a program that reads across the gap between two columns would quote. */
QStringList mixedColumns(const PageWords& page)
{
    QStringList mixed;
    const auto lines = linesOf(page);
    for (const TextLine& a : lines) {
        for (const TextLine& b : lines) {
            const bool beside = b.box.left() > a.box.right() && std::abs(a.box.center().y() - b.box.center().y()) < 3;
            if (beside && a.column != b.column && a.words.size() >= 6 && b.words.size() >= 6)
                mixed.append((a.words.last(6) + b.words.first(6)).join(u' '));
        }
    }
    return mixed;
}

QHash<QuoteState, int> states(const ProofIndex& index, const QStringList& texts)
{
    QHash<QuoteState, int> counts;
    for (const QString& text : texts) {
        Quote quote;
        quote.text = text;
        ++counts[index.prove(quote).state];
    }
    return counts;
}

} // namespace

/** Real papers in two columns, converted by our own converter. */
class PapersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAPaperSaysIsProvenAndNothingElse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("other");
        QTest::newRow("conference") << u"papermage/2304.02623v1.pdf"_s << u"mineru/demo1.pdf"_s;
        QTest::newRow("journal") << u"mineru/demo1.pdf"_s << u"papermage/2304.02623v1.pdf"_s;
    }
    void whatAPaperSaysIsProvenAndNothingElse()
    {
        SHEAF_REQUIRE_SHARED(u"data/papers"_s);
        QFETCH(QString, name);
        QFETCH(QString, other);
        const auto paper = convert(name);
        const auto otherPaper = convert(other);
        QVERIFY(paper && otherPaper);
        const ProofIndex index(paper->words);

        const QStringList own = sentences(*paper);
        QVERIFY(own.size() > 50);
        QVERIFY(states(index, own)[QuoteState::Proven] >= 0.99 * double(own.size()));

        const QStringList invented = sentences(*otherPaper);
        QCOMPARE(states(index, invented)[QuoteState::NotFound], invented.size());

        QStringList mixed;
        for (const PageWords& page : paper->words)
            mixed += mixedColumns(page);
        QVERIFY(mixed.size() > 20);
        QCOMPARE(states(index, mixed)[QuoteState::Proven], 0);

        QStringList otherNumbers;
        static const QRegularExpression number(u"\\b\\d+\\b"_s);
        for (QString sentence : own) {
            if (const auto match = number.match(sentence); match.hasMatch())
                otherNumbers.append(sentence.insert(match.capturedEnd(), u'7'));
        }
        QVERIFY(otherNumbers.size() > 10);
        QCOMPARE(states(index, otherNumbers)[QuoteState::NotFound], otherNumbers.size());
    }
};

QTEST_GUILESS_MAIN(PapersTest)
#include "papers.moc"
